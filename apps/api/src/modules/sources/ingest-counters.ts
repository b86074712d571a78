import type { IngestOutcome } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'

/** Counters of lines that belong to no firewall. */
export const NO_FIREWALL = 0
const CHART_MINUTES = 60
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export interface OutcomeCountRow {
  readonly outcome: IngestOutcome
  readonly detail: string
  /** Digits. */
  readonly count: string
}

export interface AlertTotals {
  readonly firstAlertAt: Date | null
  readonly lastAlertAt: Date | null
  readonly alertCount: string
}

/** What arrived, read from the counters that ingest keeps per minute. */
export class IngestCounters {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** Lines of the last 24 hours by outcome, for each of the firewalls (NO_FIREWALL: lines of none). */
  async outcomesOfFirewalls(firewallIds: readonly number[]): Promise<Map<number, OutcomeCountRow[]>> {
    const rows = await readRows<OutcomeCountRow & { firewallId: number }>(
      this.deps.pool,
      sql`SELECT firewall_id AS "firewallId", outcome, detail, sum(count)::bigint AS count FROM ingest_counter
        WHERE minute > ${this.ago(DAY_MS)} AND firewall_id = ANY(${firewallIds}::int[])
        GROUP BY firewall_id, outcome, detail ORDER BY outcome, sum(count) DESC, detail`,
    )
    return Map.groupBy(rows, row => row.firewallId)
  }

  async outcomesOfSources(sourceIds: readonly number[]): Promise<Map<number, OutcomeCountRow[]>> {
    const rows = await readRows<OutcomeCountRow & { sourceId: number }>(
      this.deps.pool,
      sql`SELECT firewall.source_id AS "sourceId", outcome, detail, sum(count)::bigint AS count
        FROM ingest_counter JOIN firewall ON firewall.id = ingest_counter.firewall_id
        WHERE minute > ${this.ago(DAY_MS)} AND firewall.source_id = ANY(${sourceIds}::int[])
        GROUP BY firewall.source_id, outcome, detail ORDER BY outcome, sum(count) DESC, detail`,
    )
    return Map.groupBy(rows, row => row.sourceId)
  }

  /** Alerts of the last 60 minutes, the running one included: one number a minute, oldest first. */
  async alertsPerMinuteOfFirewalls(firewallIds: readonly number[]): Promise<Map<number, number[]>> {
    const rows = await readRows<MinuteRow>(
      this.deps.pool,
      sql`SELECT firewall_id AS owner, minute, count::int AS count FROM ingest_counter
        WHERE minute >= ${this.firstMinute()} AND outcome = 'ALERT' AND firewall_id = ANY(${firewallIds}::int[])`,
    )
    return this.denseMinutes(rows)
  }

  async alertsPerMinuteOfSources(sourceIds: readonly number[]): Promise<Map<number, number[]>> {
    const rows = await readRows<MinuteRow>(
      this.deps.pool,
      sql`SELECT firewall.source_id AS owner, minute, sum(count)::int AS count
        FROM ingest_counter JOIN firewall ON firewall.id = ingest_counter.firewall_id
        WHERE minute >= ${this.firstMinute()} AND outcome = 'ALERT' AND firewall.source_id = ANY(${sourceIds}::int[])
        GROUP BY firewall.source_id, minute`,
    )
    return this.denseMinutes(rows)
  }

  async totalsOfSources(sourceIds: readonly number[]): Promise<Map<number, AlertTotals>> {
    const rows = await readRows<AlertTotals & { sourceId: number }>(
      this.deps.pool,
      sql`SELECT source_id AS "sourceId", min(first_alert_at) AS "firstAlertAt", max(last_alert_at) AS "lastAlertAt",
          sum(alert_count)::bigint AS "alertCount"
        FROM firewall WHERE source_id = ANY(${sourceIds}::int[]) GROUP BY source_id`,
    )
    return new Map(rows.map(row => [row.sourceId, row]))
  }

  private ago(milliseconds: number): Date {
    return new Date(this.deps.clock.now() - milliseconds)
  }

  private firstMinute(): Date {
    const running = Math.floor(this.deps.clock.now() / MINUTE_MS)
    return new Date((running - CHART_MINUTES + 1) * MINUTE_MS)
  }

  private denseMinutes(rows: readonly MinuteRow[]): Map<number, number[]> {
    const first = this.firstMinute().getTime()
    const charts = new Map<number, number[]>()
    for (const { owner, minute, count } of rows) {
      const chart = charts.get(owner) ?? silentHour()
      charts.set(owner, chart)
      // A minute ahead of this server's clock is written by another one: it is the running minute.
      const place = Math.min(Math.round((minute.getTime() - first) / MINUTE_MS), CHART_MINUTES - 1)
      if (place >= 0) chart[place] = (chart[place] ?? 0) + count
    }
    return charts
  }
}

interface MinuteRow {
  readonly owner: number
  readonly minute: Date
  readonly count: number
}

/** The chart of somebody who sent nothing. */
export const silentHour = (): number[] => Array.from({ length: CHART_MINUTES }, () => 0)
