import type { CommitPolicy, CommitWindow, UpdateSchedule } from '@sallyport/shared'
import { isWithin, minutesOf, wallClock } from '../../platform/wall-clock.js'

export interface DeviceSchedule {
  readonly schedule: UpdateSchedule
  readonly intervalMinutes: number | null
  /** 'HH:MM' in timeZone. */
  readonly dailyAt: string | null
  readonly timeZone: string
}

const MINUTE_MS = 60_000
const INTERVAL_DEFAULT_MINUTES = 60
/** Zones change their offset by at most this much in a day, so that the next wall-clock time is within. */
const DAY_WITH_CHANGE_MINUTES = 26 * 60

/**
 * When the next run is due by the clock, epoch ms; undefined: never by the clock.
 * @param since start of the last run, or creation of the device
 */
export function nextDue({ schedule, intervalMinutes, dailyAt, timeZone }: DeviceSchedule, since: number): number | undefined {
  switch (schedule) {
    case 'INTERVAL':
      return since + (intervalMinutes ?? INTERVAL_DEFAULT_MINUTES) * MINUTE_MS
    case 'HOURLY':
      return (Math.floor(since / (60 * MINUTE_MS)) + 1) * 60 * MINUTE_MS
    case 'DAILY':
      return nextWallTime(minutesOf(dailyAt ?? '00:00'), timeZone, since)
    case 'ON_CHANGE':
    case 'MANUAL':
      return undefined
  }
}

/** First minute after `since` whose wall clock shows the time, or the first one behind it where the clock skips it. */
function nextWallTime(minutes: number, timeZone: string, since: number): number {
  const start = (Math.floor(since / MINUTE_MS) + 1) * MINUTE_MS
  let before = wallClock(start - MINUTE_MS, timeZone)
  for (let at = start; at <= start + DAY_WITH_CHANGE_MINUTES * MINUTE_MS; at += MINUTE_MS) {
    const now = wallClock(at, timeZone)
    const skipped = now.minutes > minutes && (before.minutes < minutes || now.day !== before.day)
    if (now.minutes === minutes || skipped) return at
    before = now
  }
  return start + 24 * 60 * MINUTE_MS
}

/** Whether a commit is allowed now. `until` of a window is not part of it; one that ends before it begins runs past midnight. */
export const mayCommit = (policy: CommitPolicy, windows: readonly CommitWindow[], timeZone: string, now: number): boolean =>
  policy === 'WINDOW' ? windows.some(window => isWithin(window, timeZone, now)) : policy === 'AUTOMATIC'
