import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from 'urql'
import { Waiting } from '../../components/ui/waiting'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { FieldValues } from './field-values'
import { Targets } from './targets'
import { Teams } from './teams'
import { WorkflowSettings_Query } from './workflow-data'

/** What incidents can be given: teams, values of their fields, and by when they are to be worked on. */
export function WorkflowPage() {
  usePageTitle('Workflow')
  const mayWrite = useCan('workflow:write')
  return (
    <Stack p="md" gap="md" maw={1500}>
      <div>
        <Title order={1}>Workflow</Title>
        <Text size="sm" c="dimmed">
          {mayWrite
            ? 'Who works on incidents together, what they choose from, and by when it is to be done.'
            : 'Only administrators change teams, field values and targets.'}
        </Text>
      </div>
      {mayWrite && <Settings />}
    </Stack>
  )
}

function Settings() {
  const [{ data, error }, ask] = useQuery({ query: WorkflowSettings_Query, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  if (!data) return <Waiting what="settings" error={error} onRetry={again} />
  return (
    <>
      <Teams teams={data.teams} onStale={again} />
      <FieldValues values={data.fieldValues} />
      <Targets targets={data.targets} />
    </>
  )
}
