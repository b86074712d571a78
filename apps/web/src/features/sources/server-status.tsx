import { SimpleGrid } from '@mantine/core'
import { Panel } from '../../components/ui/panel'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { ListenerList } from './listener-list'
import { OutcomeCounts } from './outcome-counts'

export const ServerStatus_IngestStatus = graphql(`
  fragment ServerStatus_IngestStatus on IngestStatus {
    outcomes {
      outcome
      ...OutcomeCounts_OutcomeCount
    }
    listeners {
      transport
      ...ListenerList_Listener
    }
  }
`)

/** What belongs to this server rather than to a source: its sockets, and lines that no firewall can be named for. */
export function ServerStatus({ status: given }: { status: FragmentType<typeof ServerStatus_IngestStatus> }) {
  const status = readFragment(ServerStatus_IngestStatus, given)
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
      <Panel title="Listeners">
        <ListenerList listeners={status.listeners} />
      </Panel>
      {status.outcomes.length > 0 && (
        <Panel title="Lines of no firewall">
          <OutcomeCounts counts={status.outcomes} label="Lines of the last 24 hours that belong to no firewall" />
        </Panel>
      )}
    </SimpleGrid>
  )
}
