import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { paths } from '../../config/paths'
import { graphql, readFragment } from '../../gql'
import { formatCounted } from '../../lib/format'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { usePolling } from '../../lib/use-polling'
import { errorText } from '../../lib/user-errors'
import { Approvals } from './approvals'
import { RuleFiles } from './rule-files'
import { RuleTable, RuleTable_Rule } from './rule-table'

const RulesPage_Query = graphql(`
  query RulesPage_Query {
    rules {
      id
      ...RuleTable_Rule
    }
  }
`)

const POLL_MS = 10_000

/** What is done to alerts by itself, in the order in which it is done. */
export function RulesPage() {
  usePageTitle('Match Conditions')
  const mayWrite = useCan('rule:write')
  const [{ data, error }, ask] = useQuery({ query: RulesPage_Query, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  usePolling(again, POLL_MS)
  const rules = readFragment(RuleTable_Rule, data?.rules ?? [])
  const stopped = rules.filter(({ stoppedReason }) => stoppedReason !== null).length
  const addButton = (
    <Button component={Link} to={paths.newRule} leftSection={<IconPlus size={14} aria-hidden />}>
      Add
    </Button>
  )
  return (
    <Stack p="md" gap="md" maw={1500}>
      <div>
        <Group gap="sm">
          <Title order={1}>Match Conditions</Title>
          {data && mayWrite && addButton}
          {data && <RuleFiles withExport={rules.length > 0} onImported={again} />}
        </Group>
        <Text size="sm" c="dimmed">
          When an alert matches, these are done by themselves, from the first to the last.
        </Text>
      </div>
      {stopped > 0 && (
        <Notice tone="warning" title={`${formatCounted(stopped, 'rule')} stopped by ${stopped === 1 ? 'itself' : 'themselves'}`}>
          Look at why, put it right, and switch it on again.
        </Notice>
      )}
      <Approvals />
      {error && !data && (
        <Notice tone="error" title="The match conditions could not be read">
          <Stack gap="xs" align="flex-start">
            {errorText(error)}
            <Button variant="default" onClick={again}>
              Try again
            </Button>
          </Stack>
        </Notice>
      )}
      {!data && !error && <Skeleton h={220} aria-busy aria-label="Loading" />}
      {data && rules.length > 0 && (
        <Panel title="In order">
          <RuleTable rules={rules} />
        </Panel>
      )}
      {data && rules.length === 0 && (
        <Panel title="No match condition yet">
          <Text>
            A match condition says what to look for in an alert and what to do then: add the attacker to a list, set a severity, assign,
            close. Its preview shows what it would have done before it does anything.
          </Text>
          {mayWrite ? <div>{addButton}</div> : <Text c="dimmed">An administrator can create one.</Text>}
        </Panel>
      )}
    </Stack>
  )
}
