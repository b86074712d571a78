import type { Clock } from '../../platform/clock.js'

/** Keys that are kept at most: each is one range that somebody looks at. */
const KEPT_MAX = 50

/** Answers that everybody who asks the same within a time shares, from the moment they are asked for. Failures are not kept. */
export class SharedAnswers<Answer> {
  private readonly kept = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>()

  constructor(private readonly deps: { readonly clock: Clock; readonly keptMs: number }) {}

  async get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const now = this.deps.clock.now()
    const known = this.kept.get(key)
    if (known && known.until > now) return known.answer
    this.kept.delete(key)
    for (const [other, { until }] of this.kept) if (until <= now || this.kept.size >= KEPT_MAX) this.kept.delete(other)
    const fresh = { until: now + this.deps.keptMs, answer: ask() }
    this.kept.set(key, fresh)
    try {
      return await fresh.answer
    } catch (error) {
      if (this.kept.get(key) === fresh) this.kept.delete(key)
      throw error
    }
  }
}
