/** Repeatable randomness: the same seed tells the same story. */
export interface Random {
  /** An integer from low to high, both included. */
  between(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  /** One of the entries, each as likely as its weight says. */
  weighted<T>(entries: readonly (readonly [weight: number, value: T])[]): T
  chance(probability: number): boolean
  hex(digits: number): string
}

/** mulberry32: small, and good enough for made-up traffic. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[between(0, list.length - 1)]
    if (chosen === undefined) throw new RangeError('Nothing to pick from')
    return chosen
  }
  return {
    between,
    pick,
    weighted: entries => {
      let rest = next() * entries.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of entries) if ((rest -= weight) < 0) return value
      return pick(entries)[1]
    },
    chance: probability => next() < probability,
    hex: digits => Array.from({ length: digits }, () => between(0, 15).toString(16)).join(''),
  }
}
