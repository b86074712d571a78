import type { LinkKey, SourceType, Verdict } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { LinkingPolicy } from '../incidents/index.js'

/** What ingest needs to know of the source. */
export interface SourceSettings extends LinkingPolicy {
  readonly id: number
  readonly name: string
  readonly enabled: boolean
  readonly timeZone: string
}

/** The source of a type; undefined when there is none. At most one exists. */
export async function readSourceSettings(pool: Pick<Pool, 'query'>, type: SourceType): Promise<SourceSettings | undefined> {
  const { rows } = await pool.query<SourceRow>(
    `SELECT id, name, enabled, link_events, link_keys, link_window_seconds, incident_min_severity, incident_verdicts, incident_blocked, time_zone
       FROM source WHERE type = $1`,
    [type],
  )
  const row = rows[0]
  return (
    row && {
      id: row.id,
      name: row.name,
      enabled: row.enabled,
      linkEvents: row.link_events,
      linkKeys: row.link_keys,
      linkWindowSeconds: row.link_window_seconds,
      incidentMinSeverity: row.incident_min_severity,
      incidentVerdicts: row.incident_verdicts,
      incidentBlocked: row.incident_blocked,
      timeZone: row.time_zone,
    }
  )
}

interface SourceRow {
  readonly id: number
  readonly name: string
  readonly enabled: boolean
  readonly link_events: boolean
  readonly link_keys: LinkKey[]
  readonly link_window_seconds: number
  readonly incident_min_severity: number
  readonly incident_verdicts: Verdict[]
  readonly incident_blocked: boolean
  readonly time_zone: string
}
