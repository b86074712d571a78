import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { StateMark } from '../../components/ui/state-mark'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import type { MatchRow_RuleMatchFragment } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { errorText } from '../../lib/user-errors'
import { Evidence, MatchRow_RuleMatch, Outcomes } from './matches-tab'
import { MATCH_LOOKS } from './rule-words'

const AlertMatches_Query = graphql(`
  query AlertMatches_Query($id: ID!) {
    alert(id: $id) {
      id
      ruleMatches {
        id
        ...MatchRow_RuleMatch
      }
    }
  }
`)

const IncidentMatches_Query = graphql(`
  query IncidentMatches_Query($id: ID!) {
    incident(id: $id) {
      id
      ruleMatches(first: 20) {
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

/** Match conditions that an alert met, and what they did. */
export function AlertMatches({ alertId }: { alertId: string }) {
  const may = useCan('rule:read')
  const [{ data, error }] = useQuery({
    query: AlertMatches_Query,
    variables: { id: alertId },
    pause: !may,
    requestPolicy: 'cache-and-network',
  })
  if (!may) return null
  if (error && !data) return <Text role="alert">{errorText(error)}</Text>
  const matches = data?.alert?.ruleMatches
  if (!matches) return null
  return (
    <section aria-labelledby="alert-matches">
      <Text component="h3" id="alert-matches" size="sm" fw={600} mt="md" mb={4}>
        Match conditions
      </Text>
      <Matches matches={readFragment(MatchRow_RuleMatch, matches)} none="It met no match condition." />
    </section>
  )
}

/** Match conditions that the alerts of an incident met, the newest 20, and what they did. */
export function IncidentMatches({ incidentId }: { incidentId: string }) {
  const may = useCan('rule:read')
  const [{ data, error }] = useQuery({
    query: IncidentMatches_Query,
    variables: { id: incidentId },
    pause: !may,
    requestPolicy: 'cache-and-network',
  })
  if (!may) return null
  if (error && !data) return <Text role="alert">{errorText(error)}</Text>
  const page = data?.incident?.ruleMatches
  if (!page) return null
  return (
    <>
      <Matches matches={readFragment(MatchRow_RuleMatch, page.nodes)} none="Its alerts met no match condition." />
      {page.pageInfo.hasNextPage && (
        <Text size="xs" c="dimmed">
          The newest 20. The timeline has all.
        </Text>
      )}
    </>
  )
}

function Matches({ matches, none }: { matches: readonly MatchRow_RuleMatchFragment[]; none: string }) {
  if (matches.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    )
  }
  return (
    <Stack gap="sm">
      {matches.map(match => (
        <div key={match.id}>
          <Text size="sm">
            {match.rule ? (
              <Anchor component={Link} to={paths.rule(match.rule.id)} inherit>
                {match.ruleName}
              </Anchor>
            ) : (
              match.ruleName
            )}{' '}
            <Text span size="xs" c="dimmed">
              version {match.ruleVersion}, <TimeText at={match.createdAt} />
            </Text>
          </Text>
          <StateMark look={MATCH_LOOKS[match.state]} />
          <Evidence match={match} />
          <Outcomes match={match} />
        </div>
      ))}
    </Stack>
  )
}
