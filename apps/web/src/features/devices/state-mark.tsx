import { Group, Text } from '@mantine/core'
import type { MappingState, SyncState } from '@sallyport/shared'
import {
  IconAlertOctagon,
  IconArrowsDiff,
  IconCircleCheck,
  IconCircleDashed,
  IconClockPause,
  IconHourglass,
  IconLoader2,
  IconPlayerTrackNext,
} from '@tabler/icons-react'

interface Look {
  readonly word: string
  readonly icon: typeof IconCircleCheck
  readonly tone: 'good' | 'plain' | 'warning' | 'error'
}

export const MAPPING_STATES: Readonly<Record<MappingState, Look>> = {
  IN_SYNC: { word: 'In sync', icon: IconCircleCheck, tone: 'good' },
  PENDING: { word: 'Pending', icon: IconCircleDashed, tone: 'plain' },
  FAILED: { word: 'Failed', icon: IconAlertOctagon, tone: 'error' },
  DRIFTED: { word: 'Changed on the device', icon: IconArrowsDiff, tone: 'warning' },
  AWAITING_COMMIT: { word: 'Awaits a commit', icon: IconHourglass, tone: 'warning' },
}

const RUN_STATES: Readonly<Record<SyncState, Look>> = {
  RUNNING: { word: 'Running', icon: IconLoader2, tone: 'plain' },
  SUCCEEDED: { word: 'Succeeded', icon: IconCircleCheck, tone: 'good' },
  FAILED: { word: 'Failed', icon: IconAlertOctagon, tone: 'error' },
  POSTPONED: { word: 'Postponed', icon: IconClockPause, tone: 'warning' },
  SUPERSEDED: { word: 'Superseded', icon: IconPlayerTrackNext, tone: 'plain' },
}

const COLORS = {
  good: 'light-dark(var(--mantine-color-green-9), var(--mantine-color-green-4))',
  plain: 'inherit',
  warning: 'light-dark(#b45309, #f5b041)',
  error: 'var(--mantine-color-error)',
} as const

/** A state as shape and word: colour comes on top. */
function StateMark({ look: { word, icon: Icon, tone }, text = word }: { look: Look; text?: string }) {
  return (
    <Group component="span" gap={4} wrap="nowrap" align="center" display="inline-flex" c={COLORS[tone]}>
      <Icon size={15} stroke={1.8} aria-hidden style={{ flex: 'none' }} />
      <Text span size="sm" fw={tone === 'error' ? 600 : 400} c="inherit">
        {text}
      </Text>
    </Group>
  )
}

export const MappingStateMark = ({ state, text }: { state: MappingState; text?: string }) => (
  <StateMark look={MAPPING_STATES[state]} {...(text !== undefined && { text })} />
)

export const RunStateMark = ({ state }: { state: SyncState }) => <StateMark look={RUN_STATES[state]} />
