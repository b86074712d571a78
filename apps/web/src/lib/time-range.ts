import type { Param } from './search-params'

/** Lengths of time that end now, in milliseconds. */
export const TIME_SPANS = { '15m': 900_000, '1h': 3_600_000, '24h': 86_400_000, '7d': 604_800_000, '30d': 2_592_000_000 } as const
export type TimeSpan = keyof typeof TIME_SPANS

/** last: moves with the clock. between: stands still; null is open. */
export type TimeRange =
  | { readonly kind: 'last'; readonly span: TimeSpan }
  | { readonly kind: 'between'; readonly from: string | null; readonly to: string | null }

export const ALL_TIME: TimeRange = { kind: 'between', from: null, to: null }

/** `24h`, `all`, or `<RFC 3339>..<RFC 3339>` where either side may be left out. */
export function timeRangeParam(none: TimeRange): Param<TimeRange> {
  return {
    none,
    read: ([first]) => parse(first ?? '') ?? none,
    write: value => (text(value) === text(none) ? [] : [text(value)]),
  }
}

export function sameRange(a: TimeRange, b: TimeRange): boolean {
  return text(a) === text(b)
}

/** The moments a range means at `now`, as RFC 3339 in UTC. */
export function timeRangeAt(range: TimeRange, now: number): { from?: string; to?: string } {
  if (range.kind === 'last') return { from: new Date(now - TIME_SPANS[range.span]).toISOString() }
  return { ...(range.from !== null && { from: range.from }), ...(range.to !== null && { to: range.to }) }
}

/** The same range, standing still: what it means at `now`. */
export function fixedRange(range: TimeRange, now: number): TimeRange {
  if (range.kind === 'between') return range
  return { kind: 'between', from: new Date(now - TIME_SPANS[range.span]).toISOString(), to: new Date(now).toISOString() }
}

function text(range: TimeRange): string {
  if (range.kind === 'last') return range.span
  return range.from === null && range.to === null ? 'all' : `${range.from ?? ''}..${range.to ?? ''}`
}

function parse(value: string): TimeRange | null {
  if (value === 'all') return ALL_TIME
  if (Object.hasOwn(TIME_SPANS, value)) return { kind: 'last', span: value as TimeSpan }
  const [from, to, ...rest] = value.split('..')
  if (from === undefined || to === undefined || rest.length > 0) return null
  const range = { kind: 'between' as const, from: moment(from), to: moment(to) }
  return range.from === null && range.to === null ? null : range
}

function moment(value: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT/.test(value)) return null
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
