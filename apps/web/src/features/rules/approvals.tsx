import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Panel } from '../../components/ui/panel'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import { useCan } from '../../lib/permissions'
import { usePolling } from '../../lib/use-polling'
import { formFaults } from '../../lib/user-errors'
import { AlertLink, Evidence, IncidentLink, MatchRow_RuleMatch, Outcomes } from './matches-tab'
import { countedMatches } from './preview-words'

const RulesAwaiting_Query = graphql(`
  query RulesAwaiting_Query {
    ruleMatchesAwaiting(first: 100) {
      nodes {
        id
        ...MatchRow_RuleMatch
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

const RuleMatchDecide_Mutation = graphql(`
  mutation RuleMatchDecide_Mutation($input: RuleMatchDecideInput!) {
    ruleMatchDecide(input: $input) {
      matches {
        id
        ...MatchRow_RuleMatch
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const POLL_MS = 15_000

/** What waits for somebody to agree: asked for here and for the mark in the navigation, once. */
export function useAwaiting() {
  const mayRead = useCan('rule:read')
  const [{ data }, ask] = useQuery({ query: RulesAwaiting_Query, pause: !mayRead })
  usePolling(() => ask({ requestPolicy: 'network-only' }), mayRead ? POLL_MS : 0)
  const { nodes = [], pageInfo } = data?.ruleMatchesAwaiting ?? {}
  return { nodes, hasMore: pageInfo?.hasNextPage ?? false, again: () => ask({ requestPolicy: 'network-only' }) }
}

/** Shown while something awaits approval. */
export function Approvals() {
  const { nodes, hasMore, again } = useAwaiting()
  const mayDecide = useCan('list:approve')
  const [{ fetching }, decide] = useMutation(RuleMatchDecide_Mutation)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const matches = readFragment(MatchRow_RuleMatch, nodes)
  if (matches.length === 0) return null
  // Others decide, too: what is gone is not decided again.
  const chosen = ticked.filter(id => matches.some(match => match.id === id))
  const submit = async (ids: readonly string[], approve: boolean) => {
    const result = await decide({ input: { ids: [...ids], approve } })
    const { form } = formFaults(result.data?.ruleMatchDecide.userErrors ?? [], result.error, [])
    if (form !== null) notifications.show({ color: 'red', title: approve ? 'Not approved' : 'Not rejected', message: form })
    setTicked(before => before.filter(id => !ids.includes(id)))
    again()
  }
  const toggle = (id: string) => setTicked(chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id])
  return (
    <Panel
      title={`${countedMatches(matches.length)}${hasMore ? ' and more' : ''} ${matches.length === 1 ? 'awaits' : 'await'} approval`}
      actions={
        mayDecide && (
          <>
            <Checkbox
              size="xs"
              label="All"
              checked={chosen.length === matches.length}
              indeterminate={chosen.length > 0 && chosen.length < matches.length}
              onChange={() => setTicked(chosen.length === matches.length ? [] : matches.map(({ id }) => id))}
            />
            <Button disabled={chosen.length === 0} loading={fetching} onClick={() => void submit(chosen, true)}>
              Approve {chosen.length > 0 ? chosen.length : ''}
            </Button>
            <Button variant="default" disabled={chosen.length === 0 || fetching} onClick={() => void submit(chosen, false)}>
              Reject {chosen.length > 0 ? chosen.length : ''}
            </Button>
          </>
        )
      }
    >
      {!mayDecide && (
        <Text size="sm" c="dimmed">
          An analyst can decide.
        </Text>
      )}
      <CardTable
        label="Awaiting approval"
        columns={['Alert', 'Rule', 'What it wants', 'Because', 'Since', 'Incident']}
        rows={matches.map(match => ({
          key: match.id,
          cells: [
            <Group gap="xs" wrap="nowrap" align="flex-start">
              {mayDecide && (
                <Checkbox
                  size="xs"
                  aria-label={`Choose the match of ${match.ruleName}`}
                  checked={chosen.includes(match.id)}
                  onChange={() => toggle(match.id)}
                />
              )}
              <div>
                <AlertLink match={match} />
              </div>
            </Group>,
            match.rule ? (
              <Anchor component={Link} to={paths.rule(match.rule.id)} size="sm">
                {match.ruleName}
              </Anchor>
            ) : (
              match.ruleName
            ),
            <Outcomes match={match} />,
            <Evidence match={match} />,
            <TimeText at={match.createdAt} relative />,
            <IncidentLink match={match} />,
          ],
          actions: mayDecide && (
            <Group gap={4} wrap="nowrap">
              <Button
                size="compact-sm"
                disabled={fetching}
                leftSection={<IconCheck size={14} aria-hidden />}
                onClick={() => void submit([match.id], true)}
              >
                Approve
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                disabled={fetching}
                leftSection={<IconX size={14} aria-hidden />}
                onClick={() => void submit([match.id], false)}
              >
                Reject
              </Button>
            </Group>
          ),
        }))}
      />
    </Panel>
  )
}
