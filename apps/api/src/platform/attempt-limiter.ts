import type { Clock } from './clock.js'

export interface AttemptLimits {
  /** Attempts that are let through within the window. */
  readonly max: number
  readonly windowMs: number
  /** Whoever is remembered at one time; more push out the oldest. */
  readonly rememberedMax?: number
}

interface Window {
  readonly endsAt: number
  count: number
}

const REMEMBERED_MAX = 10_000

/** Counts attempts per address (or whatever the key is) in windows, in memory: a brake, no ledger. */
export class AttemptLimiter {
  readonly #windows = new Map<string, Window>()

  constructor(
    private readonly limits: AttemptLimits,
    private readonly clock: Clock,
  ) {}

  /** Seconds until the next attempt is let through; undefined: it is now. */
  waitSeconds(key: string): number | undefined {
    const window = this.#current(key)
    if (!window || window.count < this.limits.max) return undefined
    return Math.max(1, Math.ceil((window.endsAt - this.clock.now()) / 1000))
  }

  count(key: string): void {
    const known = this.#current(key)
    if (known) known.count += 1
    else {
      this.#windows.delete(key)
      this.#windows.set(key, { endsAt: this.clock.now() + this.limits.windowMs, count: 1 })
      const oldest = this.#windows.keys().next()
      if (this.#windows.size > (this.limits.rememberedMax ?? REMEMBERED_MAX) && !oldest.done) this.#windows.delete(oldest.value)
    }
  }

  #current(key: string): Window | undefined {
    const window = this.#windows.get(key)
    return window && window.endsAt > this.clock.now() ? window : undefined
  }
}
