import { severityOfRank } from '@sallyport/shared'
import type { Pool } from 'pg'
import { searchRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { TimelineQuery, TimelineRow, TimelineSource } from '../incidents/index.js'

interface BurstRow {
  readonly id: string
  readonly at: Date
  readonly last: Date
  readonly alerts: string
  readonly allowed: string
  readonly severity: number
  readonly threat: string
  readonly threats: string
  readonly isFirst: boolean
}

/** Newest alerts of an incident that are told: older ones of one that has more are on its page of alerts. */
const ALERTS_MAX = 100_000

/** The alerts of incidents, hour by hour. */
export class AlertTimeline implements TimelineSource {
  readonly name = 'alerts'
  readonly kinds = ['ALERTS'] as const

  constructor(private readonly deps: { readonly pool: Pool }) {}

  async page({ incidentIds, before, limit }: TimelineQuery): Promise<TimelineRow[]> {
    // Alerts go along with a merge: all are those of the incident itself.
    const [incidentId = ''] = incidentIds
    const rows = await searchRows<BurstRow>(
      this.deps.pool,
      sql`SELECT * FROM (
          SELECT min(id)::text AS id, min(occurred_at) AS at, max(occurred_at) AS last, count(*) AS alerts,
            count(*) FILTER (WHERE NOT blocked) AS allowed, max(severity) AS severity,
            mode() WITHIN GROUP (ORDER BY threat_name) AS threat, count(DISTINCT threat_name) AS threats,
            min(occurred_at) = min(min(occurred_at)) OVER () AND sum(count(*)) OVER () < ${ALERTS_MAX}::int AS "isFirst"
          FROM (SELECT id, occurred_at, blocked, severity, threat_name FROM alert
            WHERE incident_id = ${incidentId}::bigint ORDER BY id DESC LIMIT ${ALERTS_MAX}) AS newest
          GROUP BY floor(extract(epoch FROM occurred_at) / 3600)
        ) AS burst WHERE (at, id::bigint) < (${before.at}::timestamptz, ${before.id}::bigint) ORDER BY at DESC, id::bigint DESC LIMIT ${limit}`,
    )
    return rows.map(row => ({
      id: row.id,
      at: row.at,
      kind: 'ALERTS',
      cause: 'SYSTEM',
      userId: null,
      by: null,
      text: burstText(row),
      detail: Number(row.alerts) > 1 ? `The last of them at ${row.last.toISOString().slice(11, 19)} UTC` : null,
      incidentId,
    }))
  }
}

/** '14 alerts: Made-up overflow and 2 other threats, critical, 3 not blocked'. */
export function burstText({ alerts, allowed, severity, threat, threats, isFirst }: Omit<BurstRow, 'id' | 'at' | 'last'>): string {
  const count = Number(alerts)
  const many = `${count.toLocaleString('en-US')} ${isFirst ? 'first ' : ''}alerts`
  const number = count === 1 ? (isFirst ? 'The first alert' : '1 alert') : many
  const others = Number(threats) - 1
  const more = others > 0 ? ` and ${others} other ${others === 1 ? 'threat' : 'threats'}` : ''
  const named = threat === '' ? 'no threat named' : threat
  const let_ = Number(allowed)
  const through = let_ === 0 ? 'blocked' : let_ === count ? 'not blocked' : `${let_.toLocaleString('en-US')} not blocked`
  return `${number}: ${named}${more}, ${severityOfRank(severity).toLowerCase()}, ${through}`
}
