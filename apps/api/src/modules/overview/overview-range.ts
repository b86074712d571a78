import { BadInputError } from '../../platform/errors.js'

/** Ends are on whole multiples of this, so that those who look at the same time ask the same. */
export const ROUND_MS = 10_000
const DAY_MS = 86_400_000
const LONGEST_MS = 366 * DAY_MS
/** Bars beside each other that can still be told apart. */
const STEPS_WANTED = 60

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const STEPS_MS = [
  ROUND_MS,
  30_000,
  MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  10 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
]
const LONGEST_STEP_MS = 7 * DAY_MS

export interface OverviewRange {
  readonly from: Date
  /** Not within it. */
  readonly to: Date
  readonly stepMs: number
}

/**
 * The range in which is counted: what was asked for, widened to whole multiples of ten seconds.
 * @throws BadInputError where it is empty, reversed or longer than 366 days
 */
export function overviewRange(from: Date, to: Date): OverviewRange {
  if (from >= to) throw new BadInputError('from must be before to')
  if (to.getTime() - from.getTime() > LONGEST_MS) throw new BadInputError('At most 366 days')
  const start = Math.floor(from.getTime() / ROUND_MS) * ROUND_MS
  const end = Math.ceil(to.getTime() / ROUND_MS) * ROUND_MS
  const stepMs = STEPS_MS.find(step => (end - start) / step <= STEPS_WANTED) ?? LONGEST_STEP_MS
  return { from: new Date(start), to: new Date(end), stepMs }
}

/** Beginnings of its steps, on whole multiples of the step; the first is cut to where the range begins. */
export function stepsOf({ from, to, stepMs }: OverviewRange): Date[] {
  const first = Math.floor(from.getTime() / stepMs) * stepMs
  const count = Math.ceil((to.getTime() - first) / stepMs)
  return Array.from({ length: count }, (_, index) => new Date(Math.max(first + index * stepMs, from.getTime())))
}

/** The same for a range that rounds to the same. */
export const rangeKey = ({ from, to }: OverviewRange): string => `${from.getTime()} ${to.getTime()}`
