const STEP = 1.12

/** Rates to try, each 12 % above the one before: 1000, 1120, 1254 … */
export const rungRate = (rung: number): number => Math.round(1000 * STEP ** rung)

/** The highest rung whose rate is not above the given one. */
export const rungAtMost = (rate: number): number => Math.max(0, Math.floor(Math.log(rate / 1000) / Math.log(STEP)))

/**
 * Climbs from a rung until one fails; goes down when the first fails. Returns the highest that held, -1 when none did.
 * Each rung is tried once: what varies from trial to trial shows in the spread of the repeats.
 */
export async function climb(from: number, holds: (rung: number) => Promise<boolean>): Promise<number> {
  let rung = from
  if (await holds(rung)) {
    while (await holds(rung + 1)) rung++
    return rung
  }
  while (rung > 0) {
    rung--
    if (await holds(rung)) return rung
  }
  return -1
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
