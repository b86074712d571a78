import type { LookupProviderId, LookupState, ObservableKind } from '@sallyport/shared'
import type { Pool } from 'pg'
import { readRows } from '../../platform/read-rows.js'
import { prepared, sql, toQuery, type Sql } from '../../platform/sql.js'
import type { Outcome } from './lookup-outcome.js'
import { PRIORITY } from './lookups.js'

/** A row that this replica asks about until the lease ends. */
export interface Claim {
  readonly kind: ObservableKind
  readonly value: string
  readonly state: LookupState
  readonly facts: unknown
  readonly priority: number
  readonly attempts: number
  readonly answered: boolean
}

/** Claims that were made together. */
export interface ClaimedBatch {
  readonly provider: LookupProviderId
  readonly lease: Date
  readonly claims: readonly Claim[]
}

export interface NextDue {
  readonly person: Date | null
  readonly alert: Date | null
}

/** Rows in one statement that touches many. */
const MANY = 5_000

const FREE = (now: Date): Sql => sql`(lookup.claimed_until IS NULL OR lookup.claimed_until <= ${now})`

/** The rows of `lookup` as a queue: which are due, claiming them, and writing what came of it. */
export class LookupClaims {
  constructor(private readonly deps: { readonly pool: Pool }) {}

  /** When the next rows that nobody asks about are due, of what people want and of what alerts name. */
  async nextDue(provider: LookupProviderId, now: Date): Promise<NextDue> {
    // One look at the index for each priority.
    const next = (priority: number) => sql`(SELECT due_at FROM lookup WHERE provider = ${provider} AND priority = ${priority}::smallint
      AND due_at IS NOT NULL AND ${FREE(now)} ORDER BY due_at LIMIT 1)`
    const { rows } = await this.deps.pool.query<NextDue>(
      prepared('lookup-next', sql`SELECT ${next(PRIORITY.person)} AS person, ${next(PRIORITY.alert)} AS alert`),
    )
    return rows[0] ?? { person: null, alert: null }
  }

  /** Those that a person wants first, then the oldest. What another replica is claiming right now is passed over. */
  async claim(
    { provider, next }: { readonly provider: LookupProviderId; readonly next: NextDue },
    limit: number,
    { now, lease }: { readonly now: Date; readonly lease: Date },
  ): Promise<ClaimedBatch> {
    const claims: Claim[] = []
    for (const wanted of ['person', 'alert'] as const) {
      const left = limit - claims.length
      const due = next[wanted]
      if (left <= 0 || due === null || due > now) continue
      const { rows } = await this.deps.pool.query<Claim>(
        prepared(
          'lookup-claim',
          sql`WITH due AS (
            SELECT provider, kind, value FROM lookup
            WHERE provider = ${provider} AND priority = ${PRIORITY[wanted]}::smallint AND due_at <= ${now} AND ${FREE(now)}
            ORDER BY due_at LIMIT ${left} FOR UPDATE SKIP LOCKED)
          UPDATE lookup SET claimed_until = ${lease} FROM due
          WHERE lookup.provider = due.provider AND lookup.kind = due.kind AND lookup.value = due.value
          RETURNING lookup.kind, lookup.value, lookup.state, lookup.facts, lookup.priority, lookup.attempts,
            lookup.answered_at IS NOT NULL AS answered`,
        ),
      )
      claims.push(...rows)
    }
    return { provider, lease, claims }
  }

  /**
   * Writes the outcomes in one statement; a row whose lease has ended, so that another may have claimed it, is left to that one.
   *
   * @param options.keep the claim stays until finish(): something is still to be done about the answer
   * @returns the values that were written
   */
  async store(
    { provider, lease }: ClaimedBatch,
    outcomes: readonly { readonly claim: Claim; readonly outcome: Outcome }[],
    { now, keep = false }: { readonly now: Date; readonly keep?: boolean },
  ): Promise<Claim[]> {
    const rows = outcomes.map(({ claim: { kind, value }, outcome }) => ({
      kind,
      value,
      state: outcome.state,
      replaces: outcome.answer !== undefined,
      facts: outcome.answer?.facts ?? null,
      score: outcome.answer?.score ?? null,
      expires: outcome.answer?.expiresAt ?? null,
      reason: outcome.reason,
      attempts: outcome.attempts,
      due: outcome.dueAt,
    }))
    // The limit tells the planner how few they are: else it reads the whole table.
    const isKept = sql`${keep}::boolean AND given.replaces`
    const { rows: stored } = await this.deps.pool.query<{ kind: string; value: string }>(
      prepared(
        'lookup-store',
        sql`WITH given AS MATERIALIZED (
          SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(kind text, value text, state text, replaces boolean,
            facts text, score smallint, expires timestamptz, reason text, attempts int, due timestamptz)
          LIMIT ${rows.length}),
        mine AS MATERIALIZED (
          SELECT lookup.kind, lookup.value FROM lookup JOIN given USING (kind, value)
          WHERE lookup.provider = ${provider} AND lookup.claimed_until = ${lease}
          ORDER BY lookup.kind, lookup.value FOR UPDATE OF lookup)
        UPDATE lookup SET state = given.state, reason = given.reason, attempts = given.attempts,
          facts = CASE WHEN given.replaces THEN given.facts::jsonb ELSE lookup.facts END,
          score = CASE WHEN given.replaces THEN given.score ELSE lookup.score END,
          expires_at = CASE WHEN given.replaces THEN given.expires ELSE lookup.expires_at END,
          answered_at = CASE WHEN given.replaces THEN ${now} ELSE lookup.answered_at END,
          priority = CASE WHEN given.replaces THEN 0 ELSE lookup.priority END,
          due_at = CASE WHEN ${isKept} THEN lookup.due_at ELSE given.due END,
          claimed_until = CASE WHEN ${isKept} THEN lookup.claimed_until END
        FROM given JOIN mine USING (kind, value)
        WHERE lookup.provider = ${provider} AND lookup.kind = given.kind AND lookup.value = given.value
        RETURNING lookup.kind, lookup.value`,
      ),
    )
    const written = new Set(stored.map(({ kind, value }) => `${kind} ${value}`))
    return outcomes.flatMap(({ claim }) => (written.has(`${claim.kind} ${claim.value}`) ? [claim] : []))
  }

  /** Ends claims that store() kept. */
  async finish({ provider, lease }: ClaimedBatch, due: readonly { readonly claim: Claim; readonly dueAt: Date | null }[]): Promise<void> {
    const rows = due.map(({ claim: { kind, value }, dueAt }) => ({ kind, value, due: dueAt }))
    await this.deps.pool.query(
      toQuery(sql`UPDATE lookup SET due_at = given.due, claimed_until = NULL
        FROM (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(kind text, value text, due timestamptz)
          LIMIT ${rows.length}) AS given
        WHERE lookup.provider = ${provider} AND lookup.kind = given.kind AND lookup.value = given.value AND lookup.claimed_until = ${lease}`),
    )
  }

  /** Gives claims back: their rows are as due as they were. */
  async release({ provider, lease, claims }: ClaimedBatch): Promise<void> {
    await this.deps.pool.query(toQuery(sql`UPDATE lookup SET claimed_until = NULL WHERE ${amongClaims(provider, lease, claims)}`))
  }

  /** Values that may not be asked about any more: as if nobody had wanted them; an answer from before stays. */
  async drop({ provider, lease }: ClaimedBatch, claims: readonly Claim[]): Promise<void> {
    const mine = amongClaims(provider, lease, claims)
    await this.deps.pool.query(toQuery(sql`DELETE FROM lookup WHERE answered_at IS NULL AND ${mine}`))
    await this.deps.pool.query(
      toQuery(sql`UPDATE lookup SET claimed_until = NULL, due_at = NULL, priority = 0, reason = NULL WHERE ${mine}`),
    )
  }

  /** Of a provider that was switched off: nobody waits for it. Returns whether there was anything. */
  async forgetUnasked(provider: LookupProviderId, now: Date): Promise<boolean> {
    const { rowCount } = await this.deps.pool.query(
      toQuery(sql`DELETE FROM lookup WHERE (provider, kind, value) IN (
        SELECT provider, kind, value FROM lookup WHERE provider = ${provider} AND due_at IS NOT NULL AND answered_at IS NULL AND ${FREE(now)}
        ORDER BY provider, kind, value LIMIT ${MANY} FOR UPDATE SKIP LOCKED)`),
    )
    return (rowCount ?? 0) > 0
  }

  /** Tells pages what due rows wait for. Returns ids, as hints have them. */
  async markWaiting(provider: LookupProviderId, reason: string, now: Date): Promise<string[]> {
    const rows = await readRows<{ kind: string; value: string }>(
      this.deps.pool,
      sql`UPDATE lookup SET reason = ${reason} WHERE (provider, kind, value) IN (
          SELECT provider, kind, value FROM lookup WHERE provider = ${provider} AND due_at <= ${now} AND ${FREE(now)}
            AND reason IS DISTINCT FROM ${reason}
          ORDER BY provider, kind, value LIMIT ${MANY} FOR UPDATE SKIP LOCKED)
        RETURNING kind, value`,
    )
    return rows.map(({ kind, value }) => `${kind} ${value}`)
  }

  /** Answers that expired so long ago, and nobody wanted since. Returns how many went. */
  async forgetUnwanted(before: Date): Promise<number> {
    const { rowCount } = await this.deps.pool.query(
      toQuery(sql`DELETE FROM lookup WHERE (provider, kind, value) IN (
        SELECT provider, kind, value FROM lookup WHERE due_at IS NULL AND COALESCE(expires_at, answered_at, created_at) < ${before}
        ORDER BY provider, kind, value LIMIT ${MANY} FOR UPDATE SKIP LOCKED)`),
    )
    return rowCount ?? 0
  }
}

const amongClaims = (provider: LookupProviderId, lease: Date, claims: readonly Claim[]): Sql =>
  sql`provider = ${provider} AND claimed_until = ${lease} AND (kind, value) IN (
    SELECT * FROM unnest(${claims.map(({ kind }) => kind)}::text[], ${claims.map(({ value }) => value)}::text[]))`
