import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { searchRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { Observable } from '../enrichment/index.js'
import { alertNames, roleInAlert } from './alerts-naming.js'
import type { ObservableRole } from './seen-values.js'

export interface ActivityDay {
  /** Midnight UTC at its beginning. */
  readonly day: Date
  readonly alerts: number
  readonly blocked: number
}

export interface Activity {
  readonly firstSeenAt: Date | null
  readonly lastSeenAt: Date | null
  readonly alerts: number
  /** false: only the newest ACTIVITY_MAX were counted. */
  readonly exact: boolean
  /** Every day of the time, those without alerts too; oldest first. */
  readonly days: readonly ActivityDay[]
  /** The most frequent first. */
  readonly roles: readonly { readonly role: ObservableRole; readonly alerts: number }[]
}

/** Counts of one day and role. */
export interface ActivityRow {
  readonly day: Date
  readonly role: ObservableRole
  readonly alerts: number
  readonly blocked: number
  readonly first: Date
  readonly last: Date
}

export const ACTIVITY_DAYS_MAX = 90
const ACTIVITY_MAX = 100_000
const DAY_MS = 86_400_000

const midnight = (time: number): number => time - (time % DAY_MS)

/** When alerts named a value. One search of the database, over by its timeout. */
export class ObservableActivity {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** @param days whole UTC days, today included; 1 to ACTIVITY_DAYS_MAX */
  async of(observable: Observable, days: number): Promise<Activity> {
    const now = this.deps.clock.now()
    const from = midnight(now) - (days - 1) * DAY_MS
    const rows = await searchRows<ActivityRow>(
      this.deps.pool,
      sql`SELECT date_trunc('day', occurred_at, 'UTC') AS day, role, count(*)::int AS alerts, (count(*) FILTER (WHERE blocked))::int AS blocked,
          min(occurred_at) AS first, max(occurred_at) AS last
        FROM (
          SELECT alert.occurred_at, alert.blocked, ${roleInAlert(observable)} AS role FROM alert
          WHERE ${alertNames(observable, now)} AND alert.occurred_at >= ${new Date(from)}
          ORDER BY alert.occurred_at DESC LIMIT ${ACTIVITY_MAX}
        ) AS seen GROUP BY 1, 2`,
    )
    return summarise(rows, { from, now })
  }
}

/** @param time epoch milliseconds: midnight of the first day, and now */
export function summarise(rows: readonly ActivityRow[], { from, now }: { from: number; now: number }): Activity {
  const alerts = rows.reduce((sum, row) => sum + row.alerts, 0)
  // The clock of a firewall may be ahead.
  const last = Math.max(midnight(now), ...rows.map(row => row.day.getTime()))
  const byDay = Map.groupBy(rows, row => row.day.getTime())
  const sum = (some: readonly ActivityRow[], of: 'alerts' | 'blocked') => some.reduce((total, row) => total + row[of], 0)
  const days = Array.from({ length: Math.round((last - from) / DAY_MS) + 1 }, (_, index): ActivityDay => {
    const day = from + index * DAY_MS
    const some = byDay.get(day) ?? []
    return { day: new Date(day), alerts: sum(some, 'alerts'), blocked: sum(some, 'blocked') }
  })
  const roles = [...Map.groupBy(rows, row => row.role)].map(([role, some]) => ({ role, alerts: sum(some, 'alerts') }))
  return {
    firstSeenAt: rows.length === 0 ? null : new Date(Math.min(...rows.map(row => row.first.getTime()))),
    lastSeenAt: rows.length === 0 ? null : new Date(Math.max(...rows.map(row => row.last.getTime()))),
    alerts,
    exact: alerts < ACTIVITY_MAX,
    days,
    roles: roles.toSorted((left, right) => right.alerts - left.alerts || (left.role < right.role ? -1 : 1)),
  }
}
