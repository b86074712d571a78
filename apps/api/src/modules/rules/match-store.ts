import type { RuleOutcomeState } from '@sallyport/shared'
import type { Pool } from 'pg'
import { inTransaction } from '../../platform/in-transaction.js'
import { readRows } from '../../platform/read-rows.js'
import { joinSql, sql, toQuery, type Sql } from '../../platform/sql.js'
import type { Evidence } from './rule-book.js'

/** What became of one action. */
export interface Outcome {
  /** In words: 'Add the attacker to ‘Blocked’'. */
  readonly action: string
  readonly state: RuleOutcomeState
  readonly message: string | null
}

/** A row of rule_match that this replica works on until its lease ends. */
export interface ClaimedMatch {
  readonly id: string
  readonly ruleId: number
  readonly ruleVersion: number
  readonly ruleName: string
  readonly alertId: string
  readonly state: 'WAITING' | 'DUE'
  readonly matched: readonly Evidence[]
  readonly outcomes: readonly Outcome[]
  /** Whether the time for which facts are waited is over. */
  readonly isLast: boolean
  readonly waitUntil: Date | null
  readonly attempts: number
  /** Somebody agreed. */
  readonly decidedById: string | null
  readonly lease: Date
}

/** What is added to the hour of a rule. */
export interface HourGain {
  readonly matches?: number
  readonly actions?: number
  readonly entries?: number
  readonly micros?: number
}

export type EndState = 'DONE' | 'LOGGED' | 'FAILED' | 'REJECTED' | 'NO_MATCH' | 'AWAITING_APPROVAL'

const CLAIM_LOCK = 5_410_005
const LEASE = sql`date_trunc('milliseconds', now()) + interval '60 seconds'`
const MANY = 5_000

/** The rows of rule_match as a queue. Times are the database's own, so that replicas agree on them. */
export class MatchStore {
  constructor(private readonly deps: { readonly pool: Pool }) {}

  /**
   * Those that are due, in the order of alerts and rules. The rows of one alert are not spread over replicas: what an earlier
   * rule does comes before what a later one does.
   */
  async claim(limit: number): Promise<ClaimedMatch[]> {
    const rows = await inTransaction(this.deps.pool, async client => {
      // Claims are made one after the other, each seeing the one before.
      await client.query(toQuery(sql`SELECT pg_advisory_xact_lock(${CLAIM_LOCK}::bigint)`))
      const claimed = await client.query<ClaimedMatch>(toQuery(claimSql(limit)))
      return claimed.rows
    })
    return rows.sort((left, right) => compare(BigInt(left.alertId), BigInt(right.alertId)) || compare(BigInt(left.id), BigInt(right.id)))
  }

  /** Milliseconds until the next row is due; undefined: there is none. */
  async nextDueMs(): Promise<number | undefined> {
    const [row] = await readRows<{ ms: number | null }>(
      this.deps.pool,
      sql`SELECT extract(epoch FROM min(greatest(due_at, coalesce(claimed_until, due_at))) - now())::float8 * 1000 AS ms
        FROM (SELECT due_at, claimed_until FROM rule_match WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 100) AS due`,
    )
    return row?.ms ?? undefined
  }

  /** Facts said yes: its actions are next. @returns undefined: the lease was lost */
  async matchedNow(match: ClaimedMatch, matched: readonly Evidence[]): Promise<ClaimedMatch | undefined> {
    const lease = await this.touch(
      match,
      sql`state = 'DUE', matched = ${JSON.stringify(matched)}::jsonb, due_at = now(), claimed_until = ${LEASE}`,
      {},
    )
    return lease && { ...match, state: 'DUE', matched, lease }
  }

  /** After each action, so that a crash goes on at the next one. @returns undefined: the lease was lost */
  async progressed(match: ClaimedMatch, outcomes: readonly Outcome[], gain: HourGain): Promise<ClaimedMatch | undefined> {
    const lease = await this.touch(match, sql`outcomes = ${JSON.stringify(outcomes)}::jsonb, claimed_until = ${LEASE}`, gain)
    return lease && { ...match, outcomes, lease }
  }

  /** Facts are still missing: looked at again then, or when there is news of them. */
  async postpone(match: ClaimedMatch, seconds: number): Promise<void> {
    const due = sql`greatest(now(), least(now() + make_interval(secs => ${seconds}::float8), wait_until))`
    await this.touch(match, sql`due_at = ${due}, claimed_until = NULL`, {})
  }

  /** A fault of ours: another try in a while. */
  async retry(match: ClaimedMatch, seconds: number): Promise<void> {
    await this.touch(match, sql`due_at = now() + make_interval(secs => ${seconds}::float8), claimed_until = NULL`, {})
  }

  async finish(match: ClaimedMatch, state: EndState, outcomes: readonly Outcome[], gain: HourGain): Promise<void> {
    const finished = state === 'AWAITING_APPROVAL' ? sql`NULL` : sql`now()`
    await this.touch(
      match,
      sql`state = ${state}, outcomes = ${JSON.stringify(outcomes)}::jsonb, due_at = NULL, claimed_until = NULL, finished_at = ${finished}`,
      gain,
    )
  }

  /** Gives claims back. */
  async release(matches: readonly ClaimedMatch[]): Promise<void> {
    for (const match of matches) await this.touch(match, sql`claimed_until = NULL`, {})
  }

  /** There is news of what these wait for. */
  async wake(ids: readonly string[]): Promise<void> {
    await this.deps.pool.query(
      toQuery(sql`UPDATE rule_match SET due_at = now() WHERE id = ANY(${ids}::bigint[]) AND state = 'WAITING' AND due_at > now()`),
    )
  }

  /** A rule that stops after its match: what later rules wait for about this alert is no longer wanted. */
  async passOver(match: ClaimedMatch): Promise<void> {
    await this.deps.pool.query(
      toQuery(sql`UPDATE rule_match SET state = 'NO_MATCH', due_at = NULL, claimed_until = NULL, finished_at = now()
        WHERE alert_id = ${match.alertId}::bigint AND id > ${match.id}::bigint AND state = 'WAITING'`),
    )
  }

  /** Entries that the rule added within the last hour: this hour's, and the share of the last hour's that is not an hour ago yet. */
  async entriesWithinHour(ruleId: number): Promise<number> {
    const [row] = await readRows<{ entries: number | null }>(
      this.deps.pool,
      sql`SELECT sum(CASE WHEN hour = date_trunc('hour', now(), 'UTC') THEN entries
          ELSE entries * (1 - extract(epoch FROM now() - date_trunc('hour', now(), 'UTC')) / 3600) END)::float8 AS entries
        FROM rule_hour WHERE rule_id = ${ruleId} AND hour >= date_trunc('hour', now(), 'UTC') - interval '1 hour'`,
    )
    return Math.floor(row?.entries ?? 0)
  }

  async addTimes(times: readonly { readonly ruleId: number; readonly micros: number }[]): Promise<void> {
    if (times.length === 0) return
    const rows = times.map(({ ruleId, micros }) => sql`(${ruleId}::int, ${micros}::bigint)`)
    await this.deps.pool.query(
      toQuery(sql`INSERT INTO rule_hour (rule_id, hour, micros)
        SELECT t.rule_id, date_trunc('hour', now(), 'UTC'), t.micros FROM (VALUES ${joinSql(rows, ', ')}) AS t(rule_id, micros) JOIN rule ON rule.id = t.rule_id
        ON CONFLICT (rule_id, hour) DO UPDATE SET micros = rule_hour.micros + excluded.micros`),
    )
  }

  /** Old records, in bounded steps. @returns whether there may be more */
  async forgetOld(): Promise<boolean> {
    const { rowCount } = await this.deps.pool.query(
      toQuery(sql`DELETE FROM rule_match WHERE id IN (
        SELECT id FROM (SELECT id, created_at FROM rule_match ORDER BY id LIMIT ${MANY}) AS oldest WHERE created_at < now() - interval '90 days'
        UNION (SELECT id FROM rule_match WHERE state = 'NO_MATCH' AND finished_at < now() - interval '1 hour' LIMIT ${MANY}))`),
    )
    await this.deps.pool.query("DELETE FROM rule_hour WHERE hour < now() - interval '90 days'")
    return (rowCount ?? 0) >= MANY
  }

  /** Changes a row while its lease is ours; undefined: it is not. */
  private async touch({ id, lease }: ClaimedMatch, set: Sql, gain: HourGain): Promise<Date | undefined> {
    const { matches = 0, actions = 0, entries = 0, micros = 0 } = gain
    const { rows } = await this.deps.pool.query<{ lease: Date | null }>(
      toQuery(sql`WITH mine AS (
          UPDATE rule_match SET ${set} WHERE id = ${id}::bigint AND claimed_until = ${lease} RETURNING rule_id, claimed_until AS lease),
        hour AS (
          INSERT INTO rule_hour (rule_id, hour, matches, actions, entries, micros)
          SELECT mine.rule_id, date_trunc('hour', now(), 'UTC'), ${matches}::int, ${actions}::int, ${entries}::int, ${Math.round(micros)}::bigint
            FROM mine JOIN rule ON rule.id = mine.rule_id
            WHERE ${matches + actions + entries + Math.round(micros) > 0}::boolean
          ON CONFLICT (rule_id, hour) DO UPDATE SET matches = rule_hour.matches + excluded.matches,
            actions = rule_hour.actions + excluded.actions, entries = rule_hour.entries + excluded.entries,
            micros = rule_hour.micros + excluded.micros)
        SELECT lease FROM mine`),
    )
    return rows[0]?.lease ?? undefined
  }
}

const claimSql = (limit: number): Sql => sql`WITH due AS (
    SELECT id FROM rule_match AS match
    WHERE due_at <= now() + interval '1 millisecond' AND (claimed_until IS NULL OR claimed_until <= now())
      AND NOT EXISTS (SELECT 1 FROM rule_match AS earlier WHERE earlier.alert_id = match.alert_id AND earlier.id < match.id
        AND earlier.due_at IS NOT NULL AND earlier.claimed_until > now())
    ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
  UPDATE rule_match AS match SET claimed_until = ${LEASE}, attempts = attempts + 1 FROM due WHERE match.id = due.id
  RETURNING match.id, rule_id AS "ruleId", rule_version AS "ruleVersion", rule_name AS "ruleName", alert_id AS "alertId", state, matched,
    outcomes, attempts, wait_until AS "waitUntil", coalesce(wait_until <= now(), true) AS "isLast", decided_by_id AS "decidedById",
    claimed_until AS lease`

const compare = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0)
