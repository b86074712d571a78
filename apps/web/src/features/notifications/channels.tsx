import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Panel } from '../../components/ui/panel'
import { Waiting } from '../../components/ui/waiting'
import { useCan } from '../../lib/permissions'
import { type Channel, Channels_Query, KIND_WORDS, targetText } from './channel-data'
import { ChannelDialog } from './channel-dialog'
import { useChannelTest } from './channel-test'
import { DeleteChannelDialog } from './delete-channel-dialog'
import { DeliveriesDialog } from './deliveries-dialog'
import { LastMessage } from './delivery-state'

/** Where people and programs are told of something. */
export function Channels() {
  const [{ data, error }, ask] = useQuery({ query: Channels_Query, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  const mayWrite = useCan('channel:write')
  const [edited, setEdited] = useState<Channel | 'new' | null>(null)
  const [shownId, setShownId] = useState<string | null>(null)
  const [deletedId, setDeletedId] = useState<string | null>(null)
  const channels = data?.channels ?? []
  const byId = (wanted: string | null) => channels.find(({ id }) => id === wanted) ?? null
  return (
    <Panel
      title="Channels"
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEdited('new')}>
            Add channel
          </Button>
        )
      }
    >
      {!data && <Waiting what="channels" error={error} onRetry={again} />}
      {data && channels.length === 0 && (
        <Text size="sm" c="dimmed">
          No channel yet. Match conditions can tell people by e-mail or in a chat, and programs by a webhook.
        </Text>
      )}
      {channels.map(channel => (
        <ChannelRow
          key={channel.id}
          channel={channel}
          mayWrite={mayWrite}
          onEdit={() => setEdited(channel)}
          onDelete={() => setDeletedId(channel.id)}
          onShow={() => setShownId(channel.id)}
        />
      ))}
      <ChannelDialog channel={edited} onClose={() => setEdited(null)} />
      <DeliveriesDialog channel={byId(shownId)} onClose={() => setShownId(null)} />
      <DeleteChannelDialog channel={byId(deletedId)} onClose={() => setDeletedId(null)} onStale={again} />
    </Panel>
  )
}

interface ChannelRowProps {
  readonly channel: Channel
  readonly mayWrite: boolean
  onEdit(): void
  onDelete(): void
  onShow(): void
}

function ChannelRow({ channel, mayWrite, onEdit, onDelete, onShow }: ChannelRowProps) {
  const { name, kind, enabled, deliveries } = channel
  const test = useChannelTest(channel)
  return (
    <Stack gap="xs" role="group" aria-label={name}>
      <Group justify="space-between" gap="xs">
        <Group gap={6}>
          <Text fw={600}>{name}</Text>
          {!enabled && (
            <Badge color="gray" variant="light">
              Off
            </Badge>
          )}
        </Group>
        <Group gap={4}>
          <Button variant="default" size="xs" aria-label={`Messages to ${name}`} onClick={onShow}>
            Messages
          </Button>
          {mayWrite && (
            <>
              {test.button}
              <Button variant="default" size="xs" aria-label={`Edit ${name}`} onClick={onEdit}>
                Edit
              </Button>
              <Button variant="default" size="xs" aria-label={`Delete ${name}`} onClick={onDelete}>
                Delete
              </Button>
            </>
          )}
        </Group>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {KIND_WORDS[kind]}: {targetText(channel)}
      </Text>
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          Last message:
        </Text>
        <Text size="sm" component="div">
          <LastMessage delivery={deliveries.nodes[0]} />
        </Text>
      </Group>
      {test.answer}
    </Stack>
  )
}
