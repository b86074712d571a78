import type { ObservableKind } from '@sallyport/shared'
import { UNKNOWN, type Unknown } from './engine/index.js'
import type { KnownPerson } from './knowledge.js'

const ANSWERS_MAX = 50_000
const FRESH_MS = 5 * 60_000

/**
 * Answers of directories, reputation and WildFire that rules needed a short while ago. The way of every line has no time to ask
 * the database: what is not here is unknown there, and the runner finds it out. A hint that a value has news makes it forgotten.
 */
export class RecentAnswers {
  /** By `KIND value`; oldest first. */
  private readonly answers = new Map<string, { at: number; readonly told: Map<string, unknown> }>()

  /** @param kind, value canonical; undefined as what was told: it is known that there is nothing */
  remember(what: 'person' | 'score' | 'verdict', kind: ObservableKind, value: string, told: unknown, now: number): void {
    const key = `${kind} ${value}`
    const known = this.answers.get(key)
    const entry = known && now - known.at < FRESH_MS ? known : { at: now, told: new Map<string, unknown>() }
    entry.told.set(what, told)
    this.answers.delete(key)
    if (this.answers.size >= ANSWERS_MAX) this.answers.delete(this.answers.keys().next().value ?? '')
    this.answers.set(key, entry)
  }

  person(user: string, now: number): KnownPerson | undefined | Unknown {
    return this.find('person', 'USER', user, now) as KnownPerson | undefined | Unknown
  }

  score(kind: ObservableKind, value: string, now: number): number | undefined | Unknown {
    return this.find('score', kind, value, now) as number | undefined | Unknown
  }

  verdict(hash: string, now: number): string | undefined | Unknown {
    return this.find('verdict', 'FILE_HASH', hash, now) as string | undefined | Unknown
  }

  /** @param ids `KIND value`; none: of very many */
  forget(ids: readonly string[] = []): void {
    if (ids.length === 0) this.answers.clear()
    for (const id of ids) this.answers.delete(id)
  }

  private find(what: string, kind: ObservableKind, value: string, now: number): unknown {
    const entry = this.answers.get(`${kind} ${value}`)
    if (!entry || now - entry.at >= FRESH_MS || !entry.told.has(what)) return UNKNOWN
    return entry.told.get(what)
  }
}
