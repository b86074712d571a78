import type { MappingKind } from '@sallyport/shared'

/** Registered addresses that models hold (PAN-OS 11.0 help). First match counts. */
const REGISTERED_IPS: readonly (readonly [RegExp, number])[] = [
  [/^(panorama|m-\d+)/i, 500_000],
  [/^PA-(5450|7\d{3}|450|460)/i, 100_000],
  [/^PA-(54|52)\d\d/i, 500_000],
  [/^VM-(500|700)/i, 300_000],
  [/^(PA-(3430|3440|32\d\d)|VM-300)/i, 200_000],
  [/^(PA-(820|410|220)|VM-50)/i, 1_000],
]

/** Our own mark is a registration too. */
const MARKS = 1

/** How many of the entries there is room for; null: not known. */
export function roomFor(kind: MappingKind, model: string | null | undefined): number | null {
  const capacity = capacityOf(kind, model)
  return capacity === null ? null : capacity - MARKS
}

/** Share of the limit from which on runs warn. */
const WARN_SHARE = 0.9

/** Known limit of the model for groups of the kind; null: not known. */
export function capacityOf(kind: MappingKind, model: string | null | undefined): number | null {
  if (kind !== 'DYNAMIC_ADDRESS_GROUP' || !model) return null
  return REGISTERED_IPS.find(([pattern]) => pattern.test(model))?.[1] ?? null
}

export const nearsCapacity = (count: number, capacity: number | null): boolean => capacity !== null && count >= capacity * WARN_SHARE
