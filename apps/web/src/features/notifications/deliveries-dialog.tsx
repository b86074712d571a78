import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Notice } from '../../components/ui/notice'
import { TimeText } from '../../components/ui/time-text'
import { graphql } from '../../gql'
import { errorText } from '../../lib/user-errors'
import type { Channel } from './channel-data'
import { DeliveryMark } from './delivery-state'

const ChannelDeliveries_Query = graphql(`
  query ChannelDeliveries_Query($id: ID!) {
    node(id: $id) {
      id
      ... on Channel {
        deliveries(first: 50) {
          nodes {
            id
            title
            state
            attempts
            error
            createdAt
            sentAt
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`)

interface DeliveriesDialogProps {
  /** null: closed. */
  readonly channel: Channel | null
  onClose(): void
}

/** What a channel was told last. */
export function DeliveriesDialog({ channel, onClose }: DeliveriesDialogProps) {
  return (
    <Modal
      opened={channel !== null}
      onClose={onClose}
      title={`Messages to ${channel?.name ?? 'the channel'}`}
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {channel && <Deliveries id={channel.id} />}
    </Modal>
  )
}

function Deliveries({ id }: { id: string }) {
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: ChannelDeliveries_Query,
    variables: { id },
    requestPolicy: 'cache-and-network',
  })
  const node = data?.node
  const found = node && 'deliveries' in node ? node.deliveries : undefined
  return (
    <Stack gap="sm">
      {error && <Notice tone="error">{errorText(error)}</Notice>}
      {!found && fetching && <Skeleton h={120} aria-busy aria-label="Loading" />}
      {data && !found && !fetching && <Text>The channel is gone.</Text>}
      {found?.nodes.length === 0 && <Text c="dimmed">Nothing in 30 days. Test messages are not listed.</Text>}
      {found && found.nodes.length > 0 && (
        <CardTable
          label="Messages"
          columns={['Message', 'State', 'Attempts', 'Made', 'Sent']}
          rows={found.nodes.map(({ id: key, title, state, attempts, error: fault, createdAt, sentAt }) => ({
            key,
            cells: [
              title,
              <DeliveryMark state={state} attempts={attempts} />,
              String(attempts),
              <TimeText at={createdAt} />,
              sentAt === null ? 'not yet' : <TimeText at={sentAt} />,
            ],
            ...(fault !== null && { detail: fault }),
          }))}
        />
      )}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {found?.pageInfo.hasNextPage ? 'The newest 50; ' : ''}kept for 30 days.
        </Text>
        <Button variant="default" loading={fetching || stale} onClick={() => ask({ requestPolicy: 'network-only' })}>
          Refresh
        </Button>
      </Group>
    </Stack>
  )
}
