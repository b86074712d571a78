import type { IncidentActivityKind, IncidentState, LinkKey } from '@sallyport/shared'
import type { Incident } from '../../platform/prisma/client.js'
import { sql } from '../../platform/sql.js'
import type { ActivityCause } from './incident.js'

/** An incident as pg returns it: 64-bit numbers as digits, times as Date. */
export interface IncidentRow {
  readonly id: string
  readonly sourceId: number
  readonly title: string
  readonly state: IncidentState
  /** 0 unknown … 5 critical. */
  readonly severity: number
  readonly linkKey: LinkKey | null
  readonly linkValue: string | null
  readonly linking: boolean
  readonly firstAlertAt: Date
  readonly lastAlertAt: Date
  readonly alertCount: string
  readonly eventCount: string
  readonly blockedCount: string
  readonly allowedCount: string
  readonly assigneeId: string | null
  readonly closeSummary: string | null
  readonly closeDetail: string | null
  readonly closedAt: Date | null
  readonly teamId: number | null
  readonly classification: string | null
  readonly attackVector: string | null
  readonly disposition: string | null
  /** Lower case, at most 20. */
  readonly tags: readonly string[]
  /** Alerts do not raise the severity any more. */
  readonly severitySet: boolean
  /** First left NEW. */
  readonly acknowledgedAt: Date | null
  /** IGNORED, but it goes on taking alerts until then. */
  readonly mutedUntil: Date | null
  /** Alerts that it took while it was muted last. */
  readonly mutedAlerts: string
  /** Its alerts went there; nothing but undoing that changes it. */
  readonly mergedIntoId: string | null
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

export const INCIDENT_COLUMNS = sql`
  id, source_id AS "sourceId", title, state, severity, link_key AS "linkKey", link_value AS "linkValue", linking,
  first_alert_at AS "firstAlertAt", last_alert_at AS "lastAlertAt", alert_count AS "alertCount", event_count AS "eventCount",
  blocked_count AS "blockedCount", allowed_count AS "allowedCount", assignee_id AS "assigneeId", close_summary AS "closeSummary",
  close_detail AS "closeDetail", closed_at AS "closedAt", team_id AS "teamId", classification, attack_vector AS "attackVector", disposition,
  tags, severity_set AS "severitySet", acknowledged_at AS "acknowledgedAt", muted_until AS "mutedUntil", muted_alerts AS "mutedAlerts",
  merged_into_id AS "mergedIntoId", version, created_at AS "createdAt", updated_at AS "updatedAt"`

/** The same of an incident as Prisma returns it. */
export const incidentRowOf = (incident: Incident): IncidentRow => ({
  ...incident,
  id: String(incident.id),
  state: incident.state as IncidentState,
  linkKey: incident.linkKey as LinkKey | null,
  alertCount: String(incident.alertCount),
  eventCount: String(incident.eventCount),
  blockedCount: String(incident.blockedCount),
  allowedCount: String(incident.allowedCount),
  mutedAlerts: String(incident.mutedAlerts),
  mergedIntoId: incident.mergedIntoId === null ? null : String(incident.mergedIntoId),
})

export interface IncidentActivityRow {
  readonly id: string
  readonly incidentId: string
  readonly kind: IncidentActivityKind
  readonly cause: ActivityCause
  readonly userId: string | null
  readonly fromState: IncidentState | null
  readonly toState: IncidentState | null
  readonly assigneeId: string | null
  readonly summary: string | null
  readonly detail: string | null
  /** What else its kind tells: `changes`, the rule, the other incident … */
  readonly facts: unknown
  readonly createdAt: Date
}

export const ACTIVITY_COLUMNS = sql`
  id, incident_id AS "incidentId", kind, cause, user_id AS "userId", from_state AS "fromState", to_state AS "toState", assignee_id AS "assigneeId",
  summary, detail, facts, created_at AS "createdAt"`
