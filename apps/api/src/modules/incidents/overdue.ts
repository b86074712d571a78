import { ACTIVE_INCIDENT_STATES, severityRank, type Severity } from '@sallyport/shared'
import { anyOf, sql, type Sql } from '../../platform/sql.js'

/** Minutes from the first alert; null: no target. */
export interface SeverityTarget {
  readonly severity: Severity
  readonly acknowledgeMinutes: number | null
  readonly closeMinutes: number | null
}

/** Which incidents are past their targets: nobody has looked at them in time, or they are not closed in time. */
export function overdueAt(targets: readonly SeverityTarget[], now: Date): Sql {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const late = targets.flatMap(({ severity, acknowledgeMinutes, closeMinutes }) => {
    const isSo = sql`incident.severity = ${severityRank(severity)}`
    return [
      ...(acknowledgeMinutes === null
        ? []
        : [sql`(${isSo} AND incident.acknowledged_at IS NULL AND incident.first_alert_at < ${before(acknowledgeMinutes)})`]),
      ...(closeMinutes === null ? [] : [sql`(${isSo} AND incident.first_alert_at < ${before(closeMinutes)})`]),
    ]
  })
  return sql`(incident.state = ANY(${ACTIVE_INCIDENT_STATES}::text[]) AND ${anyOf(late)})`
}
