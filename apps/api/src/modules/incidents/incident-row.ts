import type { IncidentActivityKind, IncidentState, LinkKey } from '@sallyport/shared'
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
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

export const INCIDENT_COLUMNS = sql`
  id, source_id AS "sourceId", title, state, severity, link_key AS "linkKey", link_value AS "linkValue", linking,
  first_alert_at AS "firstAlertAt", last_alert_at AS "lastAlertAt", alert_count AS "alertCount", event_count AS "eventCount",
  blocked_count AS "blockedCount", allowed_count AS "allowedCount", assignee_id AS "assigneeId", close_summary AS "closeSummary",
  close_detail AS "closeDetail", closed_at AS "closedAt", version, created_at AS "createdAt", updated_at AS "updatedAt"`

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
