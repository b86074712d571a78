import { Badge, VisuallyHidden } from '@mantine/core'
import { IconAlarm, IconClock } from '@tabler/icons-react'
import { formatExactDateTime } from '../../lib/format'
import { useTimeZone } from '../../lib/time-zone'
import { useNow } from '../../lib/use-now'
import { type Due, type DueUrgency, dueLook } from './due-look'

const EVERY_MS = 10_000

const LOOKS = {
  ahead: { variant: 'outline', color: 'gray' },
  soon: { variant: 'light', color: 'yellow' },
  over: { variant: 'filled', color: 'red.8' },
} as const satisfies Record<DueUrgency, { variant: string; color: string }>

interface DueChipProps extends Due {
  /** The time alone: there is little room. */
  readonly short?: boolean
}

/** Counts down to the target that comes next; nothing where there is none. */
export function DueChip({ acknowledgeBy, closeBy, short = false }: DueChipProps) {
  const { timeZone } = useTimeZone()
  const look = dueLook({ acknowledgeBy, closeBy }, useNow(EVERY_MS))
  if (!look) return null
  const Icon = look.urgency === 'over' ? IconAlarm : IconClock
  return (
    <Badge
      size="sm"
      radius="sm"
      tt="none"
      fw={600}
      autoContrast
      leftSection={<Icon size={12} aria-hidden />}
      title={`${look.what} by ${formatExactDateTime(look.at, timeZone)}`}
      data-due={look.urgency}
      {...LOOKS[look.urgency]}
      {...(look.urgency === 'soon' && { c: 'light-dark(#7a4b00, #ffd43b)' })}
    >
      {short ? (
        <>
          <VisuallyHidden>{look.what} </VisuallyHidden>
          {look.short}
        </>
      ) : (
        look.text
      )}
    </Badge>
  )
}
