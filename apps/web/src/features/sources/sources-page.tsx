import { Button, Group, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { SourceType } from '@sallyport/shared'
import { useQuery, useSubscription } from 'urql'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { graphql } from '../../gql'
import type { SourcesPage_QueryQuery } from '../../gql/graphql'
import { formatCounted } from '../../lib/format'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { errorText } from '../../lib/user-errors'
import { FirstAlert, FurtherFirewall } from './connect-firewall'
import { NewSourcePanel } from './new-source-panel'
import { ServerStatus } from './server-status'
import { SourceDetails } from './source-details'
import { UnreadableLines } from './unreadable-lines'

const SourcesPage_Query = graphql(`
  query SourcesPage_Query {
    sources {
      id
      type
      ...SourceDetails_Source
      health {
        alertCount
        outcomes {
          outcome
          detail
          count
        }
      }
    }
    ingestStatus {
      linesWithoutSource
      databaseAvailable
      outcomes {
        outcome
        count
      }
      ...ForwardingGuide_IngestStatus
      ...ServerStatus_IngestStatus
    }
  }
`)

const SourcesPage_Subscription = graphql(`
  subscription SourcesPage_Subscription {
    sourceHealthChanged {
      sources {
        id
        type
        ...SourceDetails_Source
        health {
          alertCount
          outcomes {
            outcome
            detail
            count
          }
        }
      }
      ingestStatus {
        linesWithoutSource
        databaseAvailable
        outcomes {
          outcome
          count
        }
        ...ForwardingGuide_IngestStatus
        ...ServerStatus_IngestStatus
      }
    }
  }
`)

/** Where alerts come from, and whether they come. */
export function SourcesPage() {
  usePageTitle('Sources')
  const [{ data, error }, ask] = useQuery({ query: SourcesPage_Query, requestPolicy: 'cache-and-network' })
  // What it brings goes into the cache, and from there to the query above.
  useSubscription({ query: SourcesPage_Subscription, pause: !data })
  const [adding, panel] = useDisclosure(false)
  const mayWrite = useCan('source:write')
  const missing = Object.values(SourceType).filter(type => !data?.sources.some(source => source.type === type))
  return (
    <Stack p="md" gap="md" maw={1500}>
      <Group gap="sm">
        <Title order={1}>Sources</Title>
        {mayWrite && data && <AddButton taken={missing.length === 0} onAdd={panel.open} />}
      </Group>
      {error && !data && (
        <Notice tone="error" title="The sources could not be read">
          <Stack gap="xs" align="flex-start">
            {errorText(error)}
            <Button variant="default" onClick={() => ask({ requestPolicy: 'network-only' })}>
              Try again
            </Button>
          </Stack>
        </Notice>
      )}
      {!data && !error && <Loading />}
      {data && <Loaded data={data} mayWrite={mayWrite} onAdd={panel.open} />}
      <NewSourcePanel opened={adding} types={missing} onClose={panel.close} />
    </Stack>
  )
}

/** There may be one source per type: the button says so rather than fail. */
function AddButton({ taken, onAdd }: { taken: boolean; onAdd: () => void }) {
  return (
    <Tooltip label="There is a source of each type already, and there may be only one." disabled={!taken}>
      <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd} disabled={taken}>
        Add
      </Button>
    </Tooltip>
  )
}

interface LoadedProps {
  readonly data: SourcesPage_QueryQuery
  readonly mayWrite: boolean
  onAdd(): void
}

function Loaded({ data: { sources, ingestStatus }, mayWrite, onAdd }: LoadedProps) {
  const unreadable = [...sources.flatMap(({ health }) => health.outcomes), ...ingestStatus.outcomes].filter(
    ({ outcome }) => outcome === 'UNREADABLE',
  )
  return (
    <>
      {!ingestStatus.databaseAvailable && (
        <Notice tone="warning" title="The database does not answer">
          Lines that arrive are kept on disk and stored when it is back.
        </Notice>
      )}
      {sources.length === 0 && <NoSource lines={ingestStatus.linesWithoutSource} mayWrite={mayWrite} onAdd={onAdd} />}
      {sources.map(source => (
        <SourceDetails
          key={source.id}
          source={source}
          guide={
            source.type === 'JSON' ? null : source.health.alertCount === '0' ? (
              <FirstAlert status={ingestStatus} otherLines={lineCount(source.health.outcomes)} />
            ) : (
              <FurtherFirewall status={ingestStatus} />
            )
          }
        />
      ))}
      <ServerStatus status={ingestStatus} />
      <Panel title="Unreadable lines">
        <UnreadableLines arrived={lineCount(unreadable)} />
      </Panel>
    </>
  )
}

const lineCount = (outcomes: readonly { readonly count: string }[]): number => outcomes.reduce((sum, { count }) => sum + Number(count), 0)

function NoSource({ lines, mayWrite, onAdd }: { lines: string; mayWrite: boolean; onAdd: () => void }) {
  return (
    <Panel title="No source yet">
      <Stack gap="sm" align="flex-start">
        {lines !== '0' && (
          <Notice tone="warning" title={`${formatCounted(lines, 'line')} arrived that no source takes`}>
            A firewall is sending already. Its lines are counted and dropped until there is a source.
          </Notice>
        )}
        <Text>
          A source takes the threat and WildFire logs that Palo Alto Networks firewalls send here by syslog, or events that other programs
          post as JSON.
        </Text>
        {mayWrite ? (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
            Create the source
          </Button>
        ) : (
          <Text c="dimmed">An administrator can create it.</Text>
        )}
      </Stack>
    </Panel>
  )
}

function Loading() {
  return (
    <Stack gap="md" aria-busy aria-label="Loading">
      <Skeleton h={120} />
      <Skeleton h={220} />
    </Stack>
  )
}
