import { formatDateTime, formatExactDateTime, formatRelative, formatTime, formatZone } from '../../lib/format'
import { useTimeZone } from '../../lib/time-zone'
import { useNow } from '../../lib/use-now'

interface TimeInZoneProps {
  readonly at: string
  readonly timeZone: string
  /** What to print; `auto` leaves the date out while it is today's. */
  readonly show?: 'auto' | 'date-time' | 'exact'
  readonly now?: number
}

/** A moment in a given zone, UTC beside it on hover. For rows, where the table knows the zone and the time. */
export function TimeInZone({ at, timeZone, show = 'date-time', now = Date.now() }: TimeInZoneProps) {
  return (
    <time dateTime={at} title={bothZones(at, timeZone)} style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
      {text(at, timeZone, show, now)}
    </time>
  )
}

/** A moment in the viewer's zone; the zone and UTC on hover and on focus. `relative` says how long ago, and keeps saying it. */
export function TimeText({ at, relative = false, exact = false }: { at: string; relative?: boolean; exact?: boolean }) {
  const { timeZone } = useTimeZone()
  if (relative) return <RelativeTime at={at} timeZone={timeZone} />
  return <TimeInZone at={at} timeZone={timeZone} show={exact ? 'exact' : 'date-time'} />
}

function RelativeTime({ at, timeZone }: { at: string; timeZone: string }) {
  const now = useNow(10_000)
  return (
    <time dateTime={at} title={bothZones(at, timeZone)} style={{ whiteSpace: 'nowrap' }}>
      {formatRelative(at, now)}
    </time>
  )
}

/** The zone that a column of times is in, for its header. */
export function ZoneLabel() {
  const { timeZone } = useTimeZone()
  return <>{formatZone(timeZone)}</>
}

function bothZones(at: string, timeZone: string): string {
  const utc = formatExactDateTime(at, 'UTC')
  const local = formatExactDateTime(at, timeZone)
  return local === utc ? utc : `${local}\n${utc}`
}

function text(at: string, timeZone: string, show: 'auto' | 'date-time' | 'exact', now: number): string {
  if (show === 'exact') return formatExactDateTime(at, timeZone)
  const whole = formatDateTime(at, timeZone)
  const today = formatDateTime(new Date(now).toISOString(), timeZone).slice(0, 10)
  return show === 'auto' && whole.startsWith(today) ? formatTime(at, timeZone) : whole
}
