/** How long entries stay on a list, as people choose it. */

const HOUR = 3_600
const DAY = 24 * HOUR

const SPANS: readonly (readonly [number, string])[] = [
  [HOUR, '1 hour'],
  [4 * HOUR, '4 hours'],
  [DAY, '1 day'],
  [3 * DAY, '3 days'],
  [7 * DAY, '7 days'],
  [30 * DAY, '30 days'],
  [90 * DAY, '90 days'],
  [365 * DAY, '1 year'],
]

export interface ExpiryOption {
  readonly value: string
  readonly label: string
}

export const NEVER = 'never'
export const AS_THE_LIST_SAYS = 'list'

/** 90 minutes, 36 hours, 10 days: the largest unit that is whole. */
export function spanText(seconds: number): string {
  const known = SPANS.find(([span]) => span === seconds)
  if (known) return known[1]
  const [unit, noun] = seconds % DAY === 0 ? [DAY, 'day'] : seconds % HOUR === 0 ? [HOUR, 'hour'] : [60, 'minute']
  const amount = Math.round(seconds / unit)
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

/** Spans to choose from, with `current` among them. */
export function spanOptions(current: number | null = null): readonly ExpiryOption[] {
  const spans = SPANS.map(([seconds]) => seconds)
  const all = current === null || spans.includes(current) ? spans : [...spans, current].toSorted((a, b) => a - b)
  return all.map(seconds => ({ value: String(seconds), label: spanText(seconds) }))
}

/** For entries that are added: first as the list says. */
export function entryExpiryOptions(defaultTtlSeconds: number | null): readonly ExpiryOption[] {
  const byDefault = defaultTtlSeconds === null ? 'never expires' : spanText(defaultTtlSeconds)
  return [{ value: AS_THE_LIST_SAYS, label: `As the list says: ${byDefault}` }, ...spanOptions(), { value: NEVER, label: 'Never' }]
}

/** A chosen option as listEntriesAdd takes it. */
export function expiryInput(option: string): { ttlSeconds?: number; neverExpires?: boolean } {
  if (option === AS_THE_LIST_SAYS) return {}
  return option === NEVER ? { neverExpires: true } : { ttlSeconds: Number(option) }
}
