import { Group, Text, Tooltip } from '@mantine/core'
import { IconBroadcast, IconLoader2, IconPlugConnectedX } from '@tabler/icons-react'
import type { ConnectionState } from '../../lib/live-connection'
import { useConnection } from '../../lib/session'

const SHOWN: Record<ConnectionState, { word: string; tip: string; icon: typeof IconBroadcast; color: string | undefined }> = {
  idle: { word: 'Connecting…', tip: 'The live connection opens', icon: IconLoader2, color: 'dimmed' },
  connecting: { word: 'Connecting…', tip: 'The live connection opens', icon: IconLoader2, color: 'dimmed' },
  live: { word: 'Live', tip: 'Changes arrive as they happen', icon: IconBroadcast, color: undefined },
  reconnecting: {
    word: 'Reconnecting…',
    tip: 'The live connection is lost. What is shown may be old; it is read again when the connection is back.',
    icon: IconPlugConnectedX,
    color: 'var(--mantine-color-error)',
  },
}

/** Whether what is on the page is the present. */
export function LiveStatus() {
  const { state } = useConnection()
  const { word, tip, icon: Icon, color } = SHOWN[state]
  return (
    <Tooltip label={tip} multiline maw={280}>
      <Group gap={4} wrap="nowrap" px={4} role="status" aria-live="polite" {...(color ? { c: color } : {})}>
        <Icon size={16} stroke={1.8} aria-hidden />
        <Text size="sm" c="inherit" fw={state === 'reconnecting' ? 600 : 400}>
          {word}
        </Text>
      </Group>
    </Tooltip>
  )
}
