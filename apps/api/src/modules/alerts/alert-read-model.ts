import type { Pool } from 'pg'
import { BadInputError } from '../../platform/errors.js'
import { keyedLoader, pageLoader } from '../../platform/keyed-loader.js'
import { readRows, searchRows } from '../../platform/read-rows.js'
import { allOf, joinSql, sql, type Sql } from '../../platform/sql.js'
import type { PeopleSearch } from '../incidents/index.js'
import { alertConditions, type AlertConditions } from './alert-filter.js'
import { ALERT_ORDERS, type AlertOrder, type AlertPosition } from './alert-order.js'
import { ALERT_COLUMNS, type AlertRow } from './alert-row.js'

/** Where counting stops: a larger number tells a person nothing more. */
const ALERT_COUNT_MAX = 10_000

export interface CappedCount {
  readonly count: number
  /** false: there are more. */
  readonly exact: boolean
}

export const cappedCount = (count: number): CappedCount => ({ count: Math.min(count, ALERT_COUNT_MAX), exact: count <= ALERT_COUNT_MAX })

export interface AlertPageQuery {
  readonly filter: AlertConditions
  readonly orderBy: AlertOrder
  readonly after: AlertPosition | undefined
  readonly limit: number
}

export type IncidentAlertsPage = Omit<AlertPageQuery, 'filter'>

/** Batches of ingest after one and up to another, by their numbers. */
interface BatchRange {
  readonly fromBatch: string
  readonly toBatch: string
}

type FreshAlerts =
  | { readonly kind: 'alerts'; readonly rows: AlertRow[] }
  /** Some of the batches are forgotten, or there are more alerts than one event may hold. */
  | { readonly kind: 'resync' }

export class AlertReadModel {
  constructor(private readonly deps: { readonly pool: Pool; readonly people?: PeopleSearch | undefined }) {}

  /** Loader factories, one loader per request. */
  readonly alertById = () =>
    keyedLoader(
      (ids: readonly string[]) => this.byIds(ids),
      alert => alert.id,
    )
  readonly rawLineOfAlert = () =>
    keyedLoader(
      (ids: readonly string[]) => this.rawLines(ids),
      line => line.id,
    )
  readonly alertsOfIncident = () =>
    pageLoader(
      (incidentIds, page: IncidentAlertsPage) => this.incidentPages(incidentIds, page),
      alert => String(alert.incidentId),
    )

  /** At most `limit` alerts of a keyset page. */
  async page({ filter, orderBy, after, limit }: AlertPageQuery): Promise<AlertRow[]> {
    const order = ALERT_ORDERS[orderBy]
    const conditions = [...this.conditions(filter), ...(after ? [order.after(after)] : [])]
    return searchRows<AlertRow>(
      this.deps.pool,
      sql`SELECT ${ALERT_COLUMNS} FROM alert WHERE ${allOf(conditions)} ORDER BY ${order.orderBy} LIMIT ${limit}`,
    )
  }

  /** Counts to ALERT_COUNT_MAX and no further. */
  async count(filter: AlertConditions): Promise<CappedCount> {
    const some = sql`SELECT 1 FROM alert WHERE ${allOf(this.conditions(filter))} LIMIT ${ALERT_COUNT_MAX + 1}`
    const [row] = await searchRows<{ count: number }>(this.deps.pool, sql`SELECT count(*)::int AS count FROM (${some}) AS counted`)
    return cappedCount(row?.count ?? 0)
  }

  private conditions(filter: AlertConditions): Sql[] {
    return alertConditions(filter, this.deps.people)
  }

  private async byIds(ids: readonly string[]): Promise<AlertRow[]> {
    return readRows<AlertRow>(this.deps.pool, sql`SELECT ${ALERT_COLUMNS} FROM alert WHERE alert.id = ANY(${ids}::bigint[])`)
  }

  private async rawLines(ids: readonly string[]): Promise<{ id: string; raw: string }[]> {
    return readRows(this.deps.pool, sql`SELECT id, raw FROM alert WHERE id = ANY(${ids}::bigint[])`)
  }

  /** One page of the alerts of each of several incidents, in one query. */
  private async incidentPages(incidentIds: readonly string[], { orderBy, after, limit }: IncidentAlertsPage): Promise<AlertRow[]> {
    const order = ALERT_ORDERS[orderBy]
    const conditions = [sql`alert.incident_id = wanted.id`, ...(after ? [order.after(after)] : [])]
    return searchRows<AlertRow>(
      this.deps.pool,
      sql`SELECT page.* FROM unnest(${incidentIds}::bigint[]) AS wanted(id)
        CROSS JOIN LATERAL (
          SELECT ${ALERT_COLUMNS} FROM alert WHERE ${allOf(conditions)} ORDER BY ${order.orderBy} LIMIT ${limit}
        ) AS page`,
    )
  }

  /** Number of the newest stored batch, '0' before the first. */
  async newestBatch(): Promise<string> {
    const [row] = await readRows<{ id: string | null }>(this.deps.pool, sql`SELECT max(id) AS id FROM ingest_batch`)
    return row?.id ?? '0'
  }

  /**
   * Alerts of the batches that match, oldest first; never more than `limit`. Throws BadInputError unless the range begins at
   * what newestBatch() or an event of the feed gave.
   */
  async ofBatches(range: BatchRange, filter: AlertConditions, limit: number): Promise<FreshAlerts> {
    if (!/^\d{1,18}$/.test(range.fromBatch)) throw new BadInputError('after is not a cursor of alertsAdded')
    if (BigInt(range.fromBatch) > BigInt(range.toBatch)) return { kind: 'resync' }
    const batches = await readRows<{ id: string; first: string | null; last: string | null }>(
      this.deps.pool,
      sql`SELECT id, first_alert_id AS first, last_alert_id AS last FROM ingest_batch
        WHERE id > ${range.fromBatch} AND id <= ${range.toBatch} ORDER BY id LIMIT ${BATCHES_PER_EVENT + 1}`,
    )
    if (batches.length > BATCHES_PER_EVENT || (await this.isForgotten(range.fromBatch))) return { kind: 'resync' }
    const ranges = batches.filter(batch => batch.first !== null && batch.last !== null)
    if (ranges.length === 0) return { kind: 'alerts', rows: [] }
    const rows = await searchRows<AlertRow>(this.deps.pool, this.inBatches(ranges, filter, limit + 1))
    return rows.length > limit ? { kind: 'resync' } : { kind: 'alerts', rows }
  }

  /** A scan of the primary key per batch, as a batch is one range of ids. */
  private inBatches(ranges: readonly { first: string | null; last: string | null }[], filter: AlertConditions, limit: number): Sql {
    const spans = ranges.map(batch => sql`(${batch.first}::bigint, ${batch.last}::bigint)`)
    return sql`SELECT fresh.* FROM (VALUES ${joinSql(spans, ', ')}) AS batch(first, last)
      CROSS JOIN LATERAL (
        SELECT ${ALERT_COLUMNS} FROM alert
        WHERE ${allOf([sql`alert.id BETWEEN batch.first AND batch.last`, ...this.conditions(filter)])}
        ORDER BY alert.id LIMIT ${limit}
      ) AS fresh ORDER BY fresh.id LIMIT ${limit}`
  }

  /** Whether batches after this one were trimmed away, so that what came after it cannot be told any more. */
  private async isForgotten(batch: string): Promise<boolean> {
    if (batch === '0') return false
    const [row] = await readRows<{ oldest: string | null }>(this.deps.pool, sql`SELECT min(id) AS oldest FROM ingest_batch`)
    return row?.oldest !== null && row?.oldest !== undefined && BigInt(batch) + 1n < BigInt(row.oldest)
  }
}

/** Batches close every tenth of a second at most: more than this were not for a feed to show. */
const BATCHES_PER_EVENT = 200
