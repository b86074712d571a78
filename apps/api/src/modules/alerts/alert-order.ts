import { sql, type Sql } from '../../platform/sql.js'

export const AlertOrder = {
  NEWEST_RECEIVED: 'NEWEST_RECEIVED',
  OLDEST_RECEIVED: 'OLDEST_RECEIVED',
  NEWEST_OCCURRED: 'NEWEST_OCCURRED',
  OLDEST_OCCURRED: 'OLDEST_OCCURRED',
} as const
export type AlertOrder = (typeof AlertOrder)[keyof typeof AlertOrder]

/** Where a page ends: the sort key of its last alert. Received order is the order of ids, so the id alone tells it. */
export interface AlertPosition {
  readonly id: string
  readonly occurredAt: Date
}

interface OrderSql {
  readonly orderBy: Sql
  /** A row comparison, since PostgreSQL can begin an index scan at it. */
  readonly after: (position: AlertPosition) => Sql
}

export const ALERT_ORDERS: Readonly<Record<AlertOrder, OrderSql>> = {
  NEWEST_RECEIVED: { orderBy: sql`alert.id DESC`, after: at => sql`alert.id < ${at.id}` },
  OLDEST_RECEIVED: { orderBy: sql`alert.id`, after: at => sql`alert.id > ${at.id}` },
  NEWEST_OCCURRED: {
    orderBy: sql`alert.occurred_at DESC, alert.id DESC`,
    after: at => sql`(alert.occurred_at, alert.id) < (${at.occurredAt}::timestamptz, ${at.id}::bigint)`,
  },
  OLDEST_OCCURRED: {
    orderBy: sql`alert.occurred_at, alert.id`,
    after: at => sql`(alert.occurred_at, alert.id) > (${at.occurredAt}::timestamptz, ${at.id}::bigint)`,
  },
}
