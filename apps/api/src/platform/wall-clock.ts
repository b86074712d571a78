/** What a clock on the wall of a time zone shows. */
export interface WallClock {
  /** Of the month, two digits. */
  readonly day: string
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number
  /** Since midnight. */
  readonly minutes: number
}

export interface DailyWindow {
  /** 1 Monday … 7 Sunday: the days on which it begins. */
  readonly days: readonly number[]
  /** 'HH:MM'. */
  readonly from: string
  /** 'HH:MM'; not part of it. Before `from`: it runs past midnight. */
  readonly to: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** @param at epoch ms */
export function wallClock(at: number, timeZone: string): WallClock {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  formats.set(timeZone, format)
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts.get('weekday') ?? '') + 1
  return { day: parts.get('day') ?? '', weekday, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) }
}

/** @param at epoch ms */
export function isWithin({ days, from, to }: DailyWindow, timeZone: string, at: number): boolean {
  const { weekday, minutes } = wallClock(at, timeZone)
  const yesterday = weekday === 1 ? 7 : weekday - 1
  const [start, end] = [minutesOf(from), minutesOf(to)]
  if (start < end) return days.includes(weekday) && minutes >= start && minutes < end
  return (days.includes(weekday) && minutes >= start) || (days.includes(yesterday) && minutes < end)
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
