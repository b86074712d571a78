import { Badge, Group, Text } from '@mantine/core'
import { TimeText } from '../../components/ui/time-text'
import type { LastDelivery } from './channel-data'

const LOOKS = {
  PENDING: { color: 'gray', word: 'Waiting' },
  SENT: { color: 'green', word: 'Sent' },
  FAILED: { color: 'red', word: 'Failed' },
} as const

/** What became of a message, in a word. */
export function DeliveryMark({ state, attempts }: Pick<LastDelivery, 'state' | 'attempts'>) {
  const { color, word } = LOOKS[state]
  const isRetrying = state === 'PENDING' && attempts > 0
  return (
    <Badge color={isRetrying ? 'orange' : color} variant="light">
      {isRetrying ? 'Trying again' : word}
    </Badge>
  )
}

/** The newest message of a channel. */
export function LastMessage({ delivery }: { delivery: LastDelivery | undefined }) {
  if (!delivery) return 'none in 30 days'
  const { sentAt, createdAt, error } = delivery
  return (
    <Group gap={6}>
      <DeliveryMark {...delivery} />
      <TimeText at={sentAt ?? createdAt} relative />
      {error !== null && (
        <Text size="sm" c="dimmed">
          {error}
        </Text>
      )}
    </Group>
  )
}
