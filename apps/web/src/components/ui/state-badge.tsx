import { Badge } from '@mantine/core'
import type { IncidentState } from '@sallyport/shared'

export const STATE_WORDS: Readonly<Record<IncidentState, string>> = {
  NEW: 'New',
  OPEN: 'Open',
  ASSIGNED: 'Assigned',
  CLOSED: 'Closed',
  IGNORED: 'Ignored',
}

/** Filled: needs somebody. Light: somebody is at it. Outlined: done. */
const LOOKS = {
  NEW: { variant: 'filled', color: 'blue.8' },
  OPEN: { variant: 'light', color: 'blue' },
  ASSIGNED: { variant: 'light', color: 'violet' },
  CLOSED: { variant: 'outline', color: 'gray' },
  IGNORED: { variant: 'outline', color: 'gray' },
} as const satisfies Record<IncidentState, { variant: string; color: string }>

export function StateBadge({ state, size = 'sm' }: { state: IncidentState; size?: 'sm' | 'lg' }) {
  return (
    <Badge size={size} radius="sm" tt="none" fw={600} style={{ verticalAlign: 'middle' }} autoContrast {...LOOKS[state]} data-state={state}>
      {STATE_WORDS[state]}
    </Badge>
  )
}
