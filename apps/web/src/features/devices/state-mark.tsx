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
import { type StateLook, StateMark } from '../../components/ui/state-mark'

export const MAPPING_STATES: Readonly<Record<MappingState, StateLook>> = {
  IN_SYNC: { word: 'In sync', icon: IconCircleCheck, tone: 'good' },
  PENDING: { word: 'Pending', icon: IconCircleDashed, tone: 'plain' },
  FAILED: { word: 'Failed', icon: IconAlertOctagon, tone: 'error' },
  DRIFTED: { word: 'Changed on the device', icon: IconArrowsDiff, tone: 'warning' },
  AWAITING_COMMIT: { word: 'Awaits a commit', icon: IconHourglass, tone: 'warning' },
}

const RUN_STATES: Readonly<Record<SyncState, StateLook>> = {
  RUNNING: { word: 'Running', icon: IconLoader2, tone: 'plain' },
  SUCCEEDED: { word: 'Succeeded', icon: IconCircleCheck, tone: 'good' },
  FAILED: { word: 'Failed', icon: IconAlertOctagon, tone: 'error' },
  POSTPONED: { word: 'Postponed', icon: IconClockPause, tone: 'warning' },
  SUPERSEDED: { word: 'Superseded', icon: IconPlayerTrackNext, tone: 'plain' },
}

export const MappingStateMark = ({ state, text }: { state: MappingState; text?: string }) => (
  <StateMark look={MAPPING_STATES[state]} {...(text !== undefined && { text })} />
)

export const RunStateMark = ({ state }: { state: SyncState }) => <StateMark look={RUN_STATES[state]} />
