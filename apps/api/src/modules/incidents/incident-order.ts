import { sql, type Sql } from '../../platform/sql.js'

export const IncidentOrder = { LAST_ALERT: 'LAST_ALERT', NEWEST: 'NEWEST', OLDEST: 'OLDEST' } as const
export type IncidentOrder = (typeof IncidentOrder)[keyof typeof IncidentOrder]

/** Where a page ends. */
export interface IncidentPosition {
  readonly id: string
  readonly lastAlertAt: Date
}

interface OrderSql {
  readonly orderBy: Sql
  /** A row comparison, since PostgreSQL can begin an index scan at it. */
  readonly after: (position: IncidentPosition) => Sql
}

export const INCIDENT_ORDERS: Readonly<Record<IncidentOrder, OrderSql>> = {
  LAST_ALERT: {
    orderBy: sql`incident.last_alert_at DESC, incident.id DESC`,
    after: at => sql`(incident.last_alert_at, incident.id) < (${at.lastAlertAt}::timestamptz, ${at.id}::bigint)`,
  },
  NEWEST: { orderBy: sql`incident.id DESC`, after: at => sql`incident.id < ${at.id}` },
  OLDEST: { orderBy: sql`incident.id`, after: at => sql`incident.id > ${at.id}` },
}
