import { choiceParam } from '../../lib/search-params'
import { type TimeRange, timeRangeAt, timeRangeParam } from '../../lib/time-range'

/** What the overview shows and how, as it stands in the address. */
export const OVERVIEW_PARAMS = {
  range: timeRangeParam({ kind: 'last', span: '24h' }),
  /** On a wall nobody clicks: no navigation, larger, and newer more often. */
  wall: choiceParam(['0', '1'], '0'),
} as const

const YEAR_MS = 365 * 86_400_000

/** The moments to ask for: an open end is now, an open beginning is a year before the end, which is as long as may be asked for. */
export function overviewTimes(range: TimeRange, now: number): { readonly from: string; readonly to: string } {
  const given = timeRangeAt(range, now)
  const to = given.to === undefined ? now : Date.parse(given.to)
  const from = Math.max(given.from === undefined ? 0 : Date.parse(given.from), to - YEAR_MS)
  return { from: new Date(Math.min(from, to - 1)).toISOString(), to: new Date(to).toISOString() }
}
