import type { RuleMatchState } from '@sallyport/shared'
import type { Pool } from 'pg'
import { keyedLoader, mapLoader } from '../../platform/keyed-loader.js'
import { readRows, searchRows } from '../../platform/read-rows.js'
import type { PrismaClient, Rule } from '../../platform/prisma/client.js'
import { allOf, sql, type Sql } from '../../platform/sql.js'
import type { Outcome } from './match-store.js'
import type { Evidence } from './rule-book.js'

export interface RuleMatchRow {
  readonly id: string
  readonly ruleId: number
  readonly ruleVersion: number
  readonly ruleName: string
  readonly alertId: string
  readonly incidentId: string | null
  readonly state: RuleMatchState
  readonly matched: readonly Evidence[]
  readonly outcomes: readonly Outcome[]
  readonly decidedById: string | null
  readonly createdAt: Date
  readonly finishedAt: Date | null
}

export interface RuleVersionRow {
  readonly number: number
  readonly content: unknown
  /** Of the version before; null: it is the first. */
  readonly before: unknown
  readonly authorId: string | null
  readonly returnOf: number | null
  readonly createdAt: Date
}

export interface RuleHourRow {
  readonly hour: Date
  readonly matches: number
  readonly actions: number
  readonly entries: number
}

export interface RuleStatsRow {
  readonly matches: number
  readonly actions: number
  readonly entries: number
  readonly timeSpent: number
  readonly lastMatchAt: Date | null
  readonly hours: readonly RuleHourRow[]
}

export interface MatchPage {
  readonly ruleId?: number
  readonly incidentId?: string
  readonly states?: readonly RuleMatchState[] | undefined
  /** Id of the last row of the page before. */
  readonly afterId: string | undefined
  readonly limit: number
}

/** Of one alert; there are no more rules than may exist, but nobody reads more. */
const MATCHES_OF_ALERT_MAX = 100
/** Incidents merged into one whose matches are told with its own. */
const MERGED_MAX = 200

const MATCH_COLUMNS = sql`match.id, rule_id AS "ruleId", rule_version AS "ruleVersion", rule_name AS "ruleName", alert_id AS "alertId",
  incident_id AS "incidentId", state, matched, outcomes, decided_by_id AS "decidedById", created_at AS "createdAt", finished_at AS "finishedAt"`
/** Those that came to nothing are nobody's business. */
const SHOWN = sql`state <> 'NO_MATCH'`

export class RuleReadModel {
  constructor(private readonly deps: { readonly pool: Pool; readonly prisma: Pick<PrismaClient, 'rule'> }) {}

  /** Loader factories, one loader per request. */
  readonly ruleById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.deps.prisma.rule.findMany({ where: { id: { in: [...ids] } } }),
      rule => rule.id,
    )
  readonly matchesOfAlert = () =>
    mapLoader(
      (alertIds: readonly string[]) => this.ofAlerts(alertIds),
      (): RuleMatchRow[] => [],
    )
  readonly matchById = () =>
    keyedLoader(
      (ids: readonly string[]) => this.byIds(ids),
      match => match.id,
    )

  /** In their order. */
  async rules(): Promise<Rule[]> {
    return this.deps.prisma.rule.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  }

  /** The newest first. @param before number of the last version of the page before */
  async versions(
    ruleId: number,
    { before, limit }: { readonly before: number | undefined; readonly limit: number },
  ): Promise<RuleVersionRow[]> {
    return readRows<RuleVersionRow>(
      this.deps.pool,
      sql`SELECT one.version AS number, one.content, older.content AS before, one.author_id AS "authorId", one.return_of AS "returnOf",
          one.created_at AS "createdAt"
        FROM rule_version AS one LEFT JOIN rule_version AS older ON older.rule_id = one.rule_id AND older.version = one.version - 1
        WHERE one.rule_id = ${ruleId} AND one.version < ${before ?? 2_147_483_647} ORDER BY one.version DESC LIMIT ${limit}`,
    )
  }

  /** The newest first. */
  async matches({ ruleId, incidentId, states, afterId, limit }: MatchPage): Promise<RuleMatchRow[]> {
    const conditions: Sql[] = [SHOWN]
    if (ruleId !== undefined) conditions.push(sql`rule_id = ${ruleId}`)
    // By the incident that the alert belonged to when it matched, or that this one was merged into since.
    if (incidentId !== undefined)
      conditions.push(sql`incident_id = ANY(ARRAY(SELECT ${incidentId}::bigint UNION ALL
        (SELECT id FROM incident WHERE merged_into_id = ${incidentId}::bigint ORDER BY id DESC LIMIT ${MERGED_MAX})))`)
    if (states) conditions.push(states.length === 1 && states[0] === 'AWAITING_APPROVAL' ? AWAITING : sql`state = ANY(${states}::text[])`)
    if (afterId !== undefined) conditions.push(sql`match.id < ${afterId}::bigint`)
    return searchRows<RuleMatchRow>(
      this.deps.pool,
      sql`SELECT ${MATCH_COLUMNS} FROM rule_match AS match WHERE ${allOf(conditions)} ORDER BY match.id DESC LIMIT ${limit}`,
    )
  }

  /** Of the last hours, the running one included. */
  async stats(ruleId: number, hours: number): Promise<RuleStatsRow> {
    const rows = await readRows<RuleHourRow & { micros: string }>(
      this.deps.pool,
      sql`SELECT hour, matches, actions, entries, micros FROM rule_hour
        WHERE rule_id = ${ruleId} AND hour > now() - make_interval(hours => ${hours}::int) ORDER BY hour`,
    )
    const [last] = await readRows<{ at: Date }>(
      this.deps.pool,
      sql`SELECT created_at AS at FROM rule_match WHERE rule_id = ${ruleId} AND state NOT IN ('NO_MATCH', 'WAITING') ORDER BY id DESC LIMIT 1`,
    )
    const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0)
    return {
      matches: sum(row => row.matches),
      actions: sum(row => row.actions),
      entries: sum(row => row.entries),
      timeSpent: sum(row => Number(row.micros)) / 1_000,
      lastMatchAt: last?.at ?? null,
      hours: rows.map(({ hour, matches, actions, entries }) => ({ hour, matches, actions, entries })),
    }
  }

  private async ofAlerts(alertIds: readonly string[]): Promise<Map<string, RuleMatchRow[]>> {
    const rows = await readRows<RuleMatchRow>(
      this.deps.pool,
      sql`SELECT page.* FROM unnest(${alertIds}::bigint[]) AS wanted(id)
        CROSS JOIN LATERAL (SELECT ${MATCH_COLUMNS} FROM rule_match AS match WHERE alert_id = wanted.id AND ${SHOWN}
          ORDER BY match.id LIMIT ${MATCHES_OF_ALERT_MAX}) AS page`,
    )
    return Map.groupBy(rows, ({ alertId }) => alertId)
  }

  private async byIds(ids: readonly string[]): Promise<RuleMatchRow[]> {
    return readRows<RuleMatchRow>(
      this.deps.pool,
      sql`SELECT ${MATCH_COLUMNS} FROM rule_match AS match WHERE match.id = ANY(${ids}::bigint[]) AND ${SHOWN}`,
    )
  }
}

/** As its partial index says it. */
const AWAITING = sql`state = 'AWAITING_APPROVAL'`
