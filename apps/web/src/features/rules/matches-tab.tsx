import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { RuleMatchState } from '@sallyport/shared'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { ChoiceFilter } from '../../components/ui/choice-filter'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { StateMark } from '../../components/ui/state-mark'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import type { MatchRow_RuleMatchFragment } from '../../gql/graphql'
import { usePolling } from '../../lib/use-polling'
import { errorText } from '../../lib/user-errors'
import { MATCH_LOOKS, OUTCOME_LOOKS } from './rule-words'
import classes from './rules.module.css'

export const MatchRow_RuleMatch = graphql(`
  fragment MatchRow_RuleMatch on RuleMatch {
    id
    ruleName
    ruleVersion
    state
    createdAt
    finishedAt
    decidedBy {
      id
      name
    }
    rule {
      id
    }
    alert {
      id
      threatName
      severity
    }
    incident {
      id
      number
    }
    matched {
      path
      text
      value
    }
    outcomes {
      action
      state
      message
    }
  }
`)

const RuleMatches_Query = graphql(`
  query RuleMatches_Query($id: ID!, $first: Int!, $state: [RuleMatchState!]) {
    rule(id: $id) {
      id
      matches(first: $first, state: $state) {
        nodes {
          id
          ...MatchRow_RuleMatch
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

const STEP = 50
const SHOWN_MAX = 200
const POLL_MS = 10_000

/** Alerts that the rule matched, what of them it saw, and what it did. */
export function MatchesTab({ ruleId }: { ruleId: string }) {
  const [first, setFirst] = useState(STEP)
  const [states, setStates] = useState<readonly string[]>([])
  const [{ data, error }, ask] = useQuery({
    query: RuleMatches_Query,
    variables: { id: ruleId, first, state: states.length > 0 ? (states as RuleMatchState[]) : null },
    requestPolicy: 'cache-and-network',
  })
  usePolling(() => ask({ requestPolicy: 'network-only' }), POLL_MS)
  const page = data?.rule?.matches
  return (
    <Panel
      title="Matches"
      actions={
        <ChoiceFilter
          label="State"
          choices={Object.values(RuleMatchState).map(value => ({ value, label: MATCH_LOOKS[value].word }))}
          chosen={states}
          onChange={setStates}
        />
      }
    >
      {error && !data && <Notice tone="error" title="The matches could not be read" children={errorText(error)} />}
      {page?.nodes.length === 0 && (
        <Text c="dimmed">{states.length > 0 ? 'None is in such a state.' : 'It has matched no alert in the last 90 days.'}</Text>
      )}
      {page && page.nodes.length > 0 && (
        <CardTable
          label="Matches"
          columns={['Alert', 'Time', 'State', 'Because', 'Done', 'Incident']}
          rows={readFragment(MatchRow_RuleMatch, page.nodes).map(match => ({
            key: match.id,
            cells: [
              <AlertLink match={match} />,
              <>
                <TimeText at={match.createdAt} />
                <Text size="xs" c="dimmed">
                  version {match.ruleVersion}
                </Text>
              </>,
              <MatchState match={match} />,
              <Evidence match={match} />,
              <Outcomes match={match} />,
              <IncidentLink match={match} />,
            ],
          }))}
        />
      )}
      {page?.pageInfo.hasNextPage &&
        (first < SHOWN_MAX ? (
          <Group>
            <Button variant="default" onClick={() => setFirst(first + STEP)}>
              Show older matches
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            Only the last {SHOWN_MAX} are shown.
          </Text>
        ))}
    </Panel>
  )
}

interface MatchProps {
  readonly match: MatchRow_RuleMatchFragment
}

export function AlertLink({ match: { alert } }: MatchProps) {
  if (!alert) return <Text size="sm" c="dimmed" children="an alert that is gone" />
  return (
    <>
      <Anchor component={Link} to={`${paths.alerts}?alert=${encodeURIComponent(alert.id)}`} size="sm">
        {alert.threatName}
      </Anchor>
      <div>
        <SeverityBadge severity={alert.severity} />
      </div>
    </>
  )
}

export function IncidentLink({ match: { incident } }: MatchProps) {
  return incident ? (
    <Anchor component={Link} to={paths.incident(incident.number)} size="sm">
      INC-{incident.number}
    </Anchor>
  ) : null
}

function MatchState({ match: { state, decidedBy } }: MatchProps) {
  return (
    <>
      <StateMark look={MATCH_LOOKS[state]} />
      {decidedBy && (
        <Text size="xs" c="dimmed">
          by {decidedBy.name}
        </Text>
      )}
    </>
  )
}

/** Which predicates held, with the value that made them. */
export function Evidence({ match: { matched } }: MatchProps) {
  return (
    <ul className={classes['reading']}>
      {matched.map(({ path, text, value }) => (
        <Text key={path} component="li" size="xs">
          {text}
          {value !== null && (
            <>
              {': '}
              <span className={classes['mono']}>{value}</span>
            </>
          )}
        </Text>
      ))}
    </ul>
  )
}

export function Outcomes({ match: { outcomes } }: MatchProps) {
  return (
    <Stack gap={2}>
      {outcomes.map(({ action, state, message }, index) => (
        <div key={index}>
          <StateMark look={OUTCOME_LOOKS[state]} text={`${action}: ${OUTCOME_LOOKS[state].word}`} />
          {message !== null && (
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {message}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  )
}
