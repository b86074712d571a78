import type { LookupProviderId, ObservableKind } from '@sallyport/shared'
import DataLoader from 'dataloader'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { HintSink } from '../../platform/hints.js'
import type { Logger } from '../../platform/logger.js'
import { readRows } from '../../platform/read-rows.js'
import { sql, toQuery } from '../../platform/sql.js'
import { notAsked, type LookupRow } from './lookup.js'
import type { LookupProvider, Observable } from './lookup-provider.js'

/** Rows in one statement. */
const ROWS_PER_STATEMENT = 5_000
/** More than these in one hint say nothing any more: readers look at all they show. */
const HINTED_MAX = 1_000

export const PRIORITY: Readonly<Record<Wanted, number>> = { alert: 0, person: 10 }

/** Who wants to know: an alert names the value, or somebody looks at it. */
export type Wanted = 'alert' | 'person'

export interface LookupKey {
  readonly provider: LookupProviderId
  readonly kind: ObservableKind
  readonly value: string
}

export interface LookupsDeps {
  readonly pool: Pool
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
  readonly logger: Logger
}

/** What providers said, and what is to be asked: one row per provider and value. */
export class Lookups {
  constructor(private readonly deps: LookupsDeps) {}

  /** For `context.load(lookups.lookupOf)`: NOT_ASKED where there is no row. */
  readonly lookupOf = (): DataLoader<LookupKey, LookupRow, string> =>
    new DataLoader(keys => this.rows(keys), { cacheKeyFn: ({ provider, kind, value }) => `${provider} ${kind} ${value}` })

  /** In the order of the keys. */
  async rows(keys: readonly LookupKey[]): Promise<LookupRow[]> {
    if (keys.length === 0) return []
    const now = new Date(this.deps.clock.now())
    const rows = await readRows<LookupRow & { place: number }>(
      this.deps.pool,
      sql`SELECT wanted.place::int AS place, lookup.provider, lookup.kind, lookup.value, lookup.state, lookup.facts, lookup.score, lookup.reason,
          lookup.answered_at AS "answeredAt", lookup.expires_at AS "expiresAt",
          lookup.answered_at IS NOT NULL AND lookup.due_at IS NOT NULL
            AND (lookup.due_at <= ${now} OR lookup.reason IS NOT NULL AND lookup.state <> 'FAILED') AS refreshing
        FROM unnest(${keys.map(key => key.provider)}::text[], ${keys.map(key => key.kind)}::text[], ${keys.map(key => key.value)}::text[])
          WITH ORDINALITY AS wanted(provider, kind, value, place)
        JOIN lookup USING (provider, kind, value)`,
    )
    const byPlace = new Map(rows.map(({ place, ...row }) => [place, row]))
    return keys.map((key, at) => byPlace.get(at + 1) ?? notAsked(key.provider, key.kind, key.value))
  }

  /**
   * Has the providers asked about the values, as far as they take them and have no answer that is still good. Asking happens
   * later, by LookupRunner; this only writes what is to be asked, whatever the number of values.
   *
   * @param wanted a person goes before alerts
   * @param options.force asks again although the answer is still good
   * @returns how many look-ups became due
   */
  async want(
    providers: readonly LookupProvider[],
    observables: readonly Observable[],
    wanted: Wanted,
    { force = false }: { readonly force?: boolean } = {},
  ): Promise<number> {
    const keys: LookupKey[] = []
    for (const provider of providers) keys.push(...(await this.acceptedBy(provider, observables, wanted)))
    const due: string[] = []
    for (let at = 0; at < keys.length; at += ROWS_PER_STATEMENT) {
      due.push(...(await this.makeDue(keys.slice(at, at + ROWS_PER_STATEMENT), wanted, force)))
    }
    if (due.length > 0) await this.publish(due)
    return due.length
  }

  /** Tells pages and runners of values, as `KIND value`; of very many as: all may have changed. */
  async publish(ids: readonly string[]): Promise<void> {
    const distinct = [...new Set(ids)]
    await this.deps.hints.publish('lookups', { ids: distinct.length > HINTED_MAX ? [] : distinct })
  }

  private async acceptedBy(provider: LookupProvider, observables: readonly Observable[], wanted: Wanted): Promise<LookupKey[]> {
    const ofKind = observables.filter(({ kind }) => provider.kinds.includes(kind))
    if (ofKind.length === 0 || !(await isSwitchedOn(provider, this.deps.logger))) return []
    const keys: LookupKey[] = []
    for (const observable of ofKind)
      if (await accepts(provider, observable, wanted, this.deps.logger)) keys.push({ provider: provider.id, ...pick(observable) })
    return keys
  }

  /**
   * One statement. Values whose answer is still good are left alone without even being locked: most alerts name what is known
   * already. Rows are taken in the order of their keys, so that two replicas never wait for each other in a circle.
   */
  private async makeDue(keys: readonly LookupKey[], wanted: Wanted, force: boolean): Promise<string[]> {
    const now = new Date(this.deps.clock.now())
    const priority = PRIORITY[wanted]
    // What is in the future (a retry, a second look in a week) stays there; only force brings it forward.
    const isUnasked = force
      ? sql`TRUE`
      : sql`(known.due_at IS NULL OR known.expires_at <= ${now} AND known.due_at > ${now} AND known.attempts = 0)
        AND (known.expires_at IS NULL OR known.expires_at <= ${now})`
    const isRaised = sql`known.due_at IS NOT NULL AND known.priority < ${priority}`
    const { rows } = await this.deps.pool.query<{ kind: string; value: string; fresh: boolean }>(
      toQuery(sql`INSERT INTO lookup AS known (provider, kind, value, state, priority, due_at, created_at)
        SELECT DISTINCT given.provider, given.kind, given.value, 'PENDING', ${priority}::smallint, ${now}::timestamptz, ${now}::timestamptz
        FROM unnest(${keys.map(key => key.provider)}::text[], ${keys.map(key => key.kind)}::text[], ${keys.map(key => key.value)}::text[])
            AS given(provider, kind, value)
          LEFT JOIN lookup AS known USING (provider, kind, value)
        WHERE known.provider IS NULL OR (${isUnasked}) OR (${isRaised})
        ORDER BY given.provider, given.kind, given.value
        ON CONFLICT (provider, kind, value) DO UPDATE SET
          priority = GREATEST(known.priority, excluded.priority),
          due_at = CASE WHEN ${isUnasked} THEN excluded.due_at ELSE known.due_at END,
          attempts = CASE WHEN ${isUnasked} THEN 0 ELSE known.attempts END,
          reason = CASE WHEN ${isUnasked} THEN NULL ELSE known.reason END,
          state = CASE WHEN known.answered_at IS NULL AND (${isUnasked}) THEN 'PENDING' ELSE known.state END
          WHERE (${isUnasked}) OR (${isRaised})
        RETURNING kind, value, due_at = ${now}::timestamptz AS fresh`),
    )
    return rows.filter(({ fresh }) => fresh).map(({ kind, value }) => `${kind} ${value}`)
  }
}

/** A provider that cannot say whether it is set up is not asked. */
async function isSwitchedOn(provider: LookupProvider, logger: Logger): Promise<boolean> {
  try {
    return (await provider.pace()) !== undefined
  } catch (error) {
    logger.warn({ err: error, provider: provider.id }, 'A provider could not tell whether it is set up')
    return false
  }
}

/** What a provider cannot judge is not asked about: asking outside needs a reason, not asking needs none. */
export async function accepts(provider: LookupProvider, observable: Observable, wanted: Wanted, logger: Logger): Promise<boolean> {
  try {
    return await provider.accepts(observable, wanted)
  } catch (error) {
    logger.warn({ err: error, provider: provider.id, kind: observable.kind }, 'A provider could not tell whether it takes a value')
    return false
  }
}

const pick = ({ kind, value }: Observable): Observable => ({ kind, value })
