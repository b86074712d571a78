import type { IncidentState } from '@sallyport/shared'
import type { Pool } from 'pg'
import { systemClock, type Clock } from '../../platform/clock.js'
import { keyedLoader, pageLoader } from '../../platform/keyed-loader.js'
import { readRows, searchRows } from '../../platform/read-rows.js'
import { allOf, sql, type Sql } from '../../platform/sql.js'
import { incidentConditions, type IncidentConditions } from './incident-filter.js'
import { INCIDENT_ORDERS, type IncidentOrder, type IncidentPosition } from './incident-order.js'
import { ACTIVITY_COLUMNS, INCIDENT_COLUMNS, type IncidentActivityRow, type IncidentRow } from './incident-row.js'
import { overdueAt, type SeverityTarget } from './overdue.js'
import type { PeopleSearch } from './people-search.js'

/** Where counting stops: a larger number tells a person nothing more. */
const INCIDENT_COUNT_MAX = 10_000

export interface IncidentPageQuery {
  readonly filter: IncidentConditions
  readonly orderBy: IncidentOrder
  readonly after: IncidentPosition | undefined
  readonly limit: number
}

interface ActivityPage {
  readonly afterId: string | undefined
  readonly limit: number
}

export interface IncidentReadModelDeps {
  readonly pool: Pool
  readonly people?: PeopleSearch | undefined
  /** undefined: nothing is overdue. */
  readonly targets?: { current(): Promise<readonly SeverityTarget[]> } | undefined
  readonly clock?: Clock
}

export class IncidentReadModel {
  constructor(private readonly deps: IncidentReadModelDeps) {}

  /** Loader factories, one loader per request. */
  readonly incidentById = () =>
    keyedLoader(
      (ids: readonly string[]) => this.byIds(ids),
      incident => incident.id,
    )
  readonly activitiesOfIncident = () =>
    pageLoader(
      (incidentIds, page: ActivityPage) => this.activityPages(incidentIds, page),
      activity => activity.incidentId,
    )

  /** At most `limit` incidents of a keyset page. */
  async page({ filter, orderBy, after, limit }: IncidentPageQuery): Promise<IncidentRow[]> {
    const order = INCIDENT_ORDERS[orderBy]
    const conditions = [...(await this.conditions(filter)), ...(after ? [order.after(after)] : [])]
    return searchRows<IncidentRow>(
      this.deps.pool,
      sql`SELECT ${INCIDENT_COLUMNS} FROM incident WHERE ${allOf(conditions)} ORDER BY ${order.orderBy} LIMIT ${limit}`,
    )
  }

  /** Counts to INCIDENT_COUNT_MAX and no further. */
  async count(filter: IncidentConditions): Promise<{ count: number; exact: boolean }> {
    const some = sql`SELECT 1 FROM incident WHERE ${allOf(await this.conditions(filter))} LIMIT ${INCIDENT_COUNT_MAX + 1}`
    const [row] = await searchRows<{ count: number }>(this.deps.pool, sql`SELECT count(*)::int AS count FROM (${some}) AS counted`)
    const count = row?.count ?? 0
    return { count: Math.min(count, INCIDENT_COUNT_MAX), exact: count <= INCIDENT_COUNT_MAX }
  }

  async find(id: string): Promise<IncidentRow | undefined> {
    const [row] = await this.byIds([id])
    return row
  }

  /** Ids of those that match, lowest first, at most `limit`. */
  async idsMatching(filter: IncidentConditions, limit: number): Promise<string[]> {
    const rows = await searchRows<{ id: string }>(
      this.deps.pool,
      sql`SELECT id FROM incident WHERE ${allOf(await this.conditions(filter))} ORDER BY id LIMIT ${limit}`,
    )
    return rows.map(({ id }) => id)
  }

  private async conditions(filter: IncidentConditions): Promise<Sql[]> {
    const { people, targets, clock = systemClock } = this.deps
    const now = new Date(clock.now())
    return incidentConditions(filter, { people, now, overdue: overdueAt((await targets?.current()) ?? [], now) })
  }

  private async byIds(ids: readonly string[]): Promise<IncidentRow[]> {
    return readRows<IncidentRow>(this.deps.pool, sql`SELECT ${INCIDENT_COLUMNS} FROM incident WHERE id = ANY(${ids}::bigint[])`)
  }

  /** Those of the given incidents that match. */
  async matching(ids: readonly string[], filter: IncidentConditions): Promise<IncidentRow[]> {
    const conditions = [sql`incident.id = ANY(${ids}::bigint[])`, ...(await this.conditions(filter))]
    return searchRows<IncidentRow>(
      this.deps.pool,
      sql`SELECT ${INCIDENT_COLUMNS} FROM incident WHERE ${allOf(conditions)} ORDER BY incident.id`,
    )
  }

  async stateCounts(): Promise<{ state: IncidentState; count: number }[]> {
    return searchRows(this.deps.pool, sql`SELECT state, count(*)::int AS count FROM incident GROUP BY state`)
  }

  async activity(id: string): Promise<IncidentActivityRow | undefined> {
    const [row] = await readRows<IncidentActivityRow>(
      this.deps.pool,
      sql`SELECT ${ACTIVITY_COLUMNS} FROM incident_activity WHERE id = ${id}`,
    )
    return row
  }

  /** What happened to each of several incidents, oldest first. */
  private async activityPages(incidentIds: readonly string[], { afterId, limit }: ActivityPage): Promise<IncidentActivityRow[]> {
    return readRows<IncidentActivityRow>(
      this.deps.pool,
      sql`SELECT page.* FROM unnest(${incidentIds}::bigint[]) AS wanted(id)
        CROSS JOIN LATERAL (
          SELECT ${ACTIVITY_COLUMNS} FROM incident_activity WHERE incident_id = wanted.id AND id > ${afterId ?? '0'} ORDER BY id LIMIT ${limit}
        ) AS page`,
    )
  }
}
