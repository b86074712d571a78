import { localWall } from './told-time.js'

const MINUTE = 60_000
const DAY = 86_400_000
const OFFSETS_KEPT = 4_096

/** A zone's offsets from UTC. Asking Intl takes microseconds, so answers are kept, by the minute. */
class ZoneClock {
  private readonly offsets = new Map<number, number>()

  constructor(private readonly format: Intl.DateTimeFormat) {}

  /** Milliseconds to add to UTC at this instant. */
  offsetAt(instant: number): number {
    const minute = Math.floor(instant / MINUTE)
    const known = this.offsets.get(minute)
    if (known !== undefined) return known
    if (this.offsets.size >= OFFSETS_KEPT) this.offsets.clear()
    const offset = this.askOffset(minute * MINUTE)
    this.offsets.set(minute, offset)
    return offset
  }

  private askOffset(instant: number): number {
    const parts = new Map(this.format.formatToParts(instant).map(part => [part.type, Number(part.value)]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - instant
  }
}

/** Clocks of the zones in use; undefined for a name that is no zone. A handful, as many as administrators configure. */
const clocks = new Map<string, ZoneClock | undefined>()
const CLOCKS_KEPT = 1_000

function clockOf(timeZone: string): ZoneClock | undefined {
  if (clocks.has(timeZone)) return clocks.get(timeZone)
  if (clocks.size >= CLOCKS_KEPT) clocks.clear()
  const clock = newClock(timeZone)
  clocks.set(timeZone, clock)
  return clock
}

function newClock(timeZone: string): ZoneClock | undefined {
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const
  try {
    return new ZoneClock(
      new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn', ...digits }),
    )
  } catch {
    return undefined
  }
}

/**
 * The instant, in epoch milliseconds, at which a clock in `timeZone` showed `local` ('YYYY/MM/DD hh:mm:ss'). When summer
 * time ends an hour shows twice: the instant nearer to `arrival` is meant. When it begins an hour never shows: a clock that
 * was not put forward yet is assumed. Undefined if the time or the zone is none.
 */
export function instantOfLocal(local: string, timeZone: string, arrival: number): number | undefined {
  const wall = localWall(local)
  const clock = clockOf(timeZone)
  if (wall === undefined || clock === undefined) return undefined
  // The same two instants for every time of a day, so that both are known but for the first line of the day.
  const day = Math.floor(wall / DAY) * DAY
  const before = clock.offsetAt(day - DAY)
  const after = clock.offsetAt(day + 2 * DAY)
  if (before === after) return wall - before
  const instants = [wall - before, wall - after].filter(instant => clock.offsetAt(instant) === wall - instant)
  const [first, second] = instants
  if (first === undefined) return wall - before
  return second !== undefined && Math.abs(second - arrival) < Math.abs(first - arrival) ? second : first
}
