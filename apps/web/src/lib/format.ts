/** How numbers and times are written. English words, ISO dates, 24 hours: an analyst compares them with log lines. */

const NUMBER = new Intl.NumberFormat('en')
const formats = new Map<string, Intl.DateTimeFormat>()

function parts(at: Date, timeZone: string): Record<string, string> {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      timeZoneName: 'shortOffset',
    })
    formats.set(timeZone, format)
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** 2026-11-24 04:12:56 */
export function formatDateTime(iso: string, timeZone: string): string {
  const p = parts(new Date(iso), timeZone)
  return `${p['year']}-${p['month']}-${p['day']} ${p['hour']}:${p['minute']}:${p['second']}`
}

/** 2026-11-24 04:12:56.123 UTC+1 */
export function formatExactDateTime(iso: string, timeZone: string): string {
  const p = parts(new Date(iso), timeZone)
  return `${formatDateTime(iso, timeZone)}.${p['fractionalSecond']} ${formatZone(timeZone, new Date(iso))}`
}

/** 04:12:56 */
export function formatTime(iso: string, timeZone: string): string {
  return formatDateTime(iso, timeZone).slice(11)
}

/** UTC, UTC+1, UTC-3:30: the offset at that time. */
export function formatZone(timeZone: string, at: Date = new Date()): string {
  return (parts(at, timeZone)['timeZoneName'] ?? 'UTC').replace('GMT', 'UTC').replace(/\+0$/, '')
}

const UNITS = [
  ['s', 60],
  ['min', 60],
  ['h', 24],
  ['d', Infinity],
] as const

/** A length of time in its largest whole unit: 5 s, 3 min, 2 h, 4 d. */
export function formatDuration(milliseconds: number): string {
  let value = Math.floor(Math.abs(milliseconds) / 1000)
  for (const [unit, size] of UNITS) {
    if (value < size) return `${value} ${unit}`
    value = Math.floor(value / size)
  }
  return ''
}

/** Clocks of pages tick every few seconds, and no two clocks agree: so much ahead is now. */
const AHEAD_TOLERATED_MS = 15_000

/** now, 5 s ago, 3 min ago; in 2 min when clocks disagree. */
export function formatRelative(iso: string, now: number): string {
  const age = now - Date.parse(iso)
  if (age < 1000 && age > -AHEAD_TOLERATED_MS) return 'now'
  return age < 0 ? `in ${formatDuration(age)}` : `${formatDuration(age)} ago`
}

/** 1,234,567: of numbers and of BigInt scalars. */
export function formatCount(count: number | string): string {
  return NUMBER.format(typeof count === 'string' ? BigInt(count) : count)
}

/** 1 line, 2,000 lines */
export function formatCounted(count: number | string, noun: string): string {
  return `${formatCount(count)} ${noun}${Number(count) === 1 ? '' : 's'}`
}

/** 1.5 MB */
export function formatBytes(bytes: number | string): string {
  let value = Number(bytes)
  for (const unit of ['B', 'kB', 'MB', 'GB']) {
    if (value < 1000) return `${unit === 'B' ? value : value.toFixed(1)} ${unit}`
    value /= 1000
  }
  return `${value.toFixed(1)} TB`
}

/** "SENDER_NOT_ALLOWED" → "sender not allowed": names of the API's enums for people. */
export function formatEnum(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ')
}

/** The first letter large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
