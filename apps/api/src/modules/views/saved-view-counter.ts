import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { DomainError } from '../../platform/errors.js'
import type { IncidentReadModel } from '../incidents/index.js'
import { readViewSearch } from './view-search.js'

/** Between two counts of the same for the same person. */
const KEPT_MS = 5_000
const KEPT_MAX = 1_000
/** Of the server's connections to the database. */
const AT_ONCE_MAX = 3

/** Counts what views show. Many are asked for at once and often: each is counted every few seconds, few at a time. */
export class SavedViewCounter {
  /** `at`: when it was counted; undefined: it is being counted, however long that takes. */
  private readonly kept = new Map<string, { at: number | undefined; readonly count: Promise<number | null> }>()
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(private readonly deps: { readonly incidents: Pick<IncidentReadModel, 'count'>; readonly clock: Clock }) {}

  /** At most 10,000; null: the search cannot be read, or takes too long. */
  async count(actor: Pick<Actor, 'userId'>, search: string): Promise<number | null> {
    const { clock } = this.deps
    const key = `${actor.userId} ${search}`
    const known = this.kept.get(key)
    if (known && (known.at === undefined || clock.now() - known.at < KEPT_MS)) return known.count
    this.kept.delete(key)
    // The oldest first.
    for (const old of this.kept.keys()) {
      if (this.kept.size < KEPT_MAX) break
      this.kept.delete(old)
    }
    const entry = { at: undefined as number | undefined, count: this.inTurn(() => this.countNow(actor.userId, search, clock.now())) }
    this.kept.set(key, entry)
    entry.count.then(
      () => (entry.at = clock.now()),
      // What failed is asked again.
      () => this.kept.delete(key),
    )
    return entry.count
  }

  private async countNow(viewerId: string, search: string, now: number): Promise<number | null> {
    const conditions = readViewSearch(search, { viewerId, now })
    if (!conditions) return null
    try {
      return (await this.deps.incidents.count(conditions)).count
    } catch (error) {
      if (error instanceof DomainError) return null
      throw error
    }
  }

  private async inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.running >= AT_ONCE_MAX) await new Promise<void>(resolve => this.waiting.push(resolve))
    else this.running += 1
    try {
      return await work()
    } finally {
      // The place goes to the next, if there is one.
      const next = this.waiting.shift()
      if (next) next()
      else this.running -= 1
    }
  }
}
