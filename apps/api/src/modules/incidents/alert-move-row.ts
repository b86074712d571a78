import { z } from 'zod'
import { sql } from '../../platform/sql.js'
import type { AlertMoveKind } from './alert-move.js'

/** A move as pg returns it, without the ids of its alerts. */
export interface AlertMoveRow {
  readonly id: string
  readonly kind: AlertMoveKind
  readonly fromIncidentId: string
  readonly toIncidentId: string
  readonly alerts: number
  readonly userId: string
  readonly before: unknown
  readonly createdAt: Date
  readonly undoneAt: Date | null
}

export const MOVE_COLUMNS = sql`
  id::text, kind, from_incident_id::text AS "fromIncidentId", to_incident_id::text AS "toIncidentId", cardinality(alert_ids) AS alerts,
  user_id AS "userId", before, created_at AS "createdAt", undone_at AS "undoneAt"`

const digits = z.string().regex(/^\d{1,18}$/)
const time = z.iso.datetime().nullable()

/** What undoing a merge needs: alert_move.before. Those of one action have the same `together` and are undone together. */
export const mergeBefore = z.object({
  together: z.uuid(),
  /** The merged incident. */
  from: z.object({
    state: z.enum(['NEW', 'OPEN', 'ASSIGNED', 'CLOSED', 'IGNORED']),
    closeSummary: z.string().nullable(),
    closeDetail: z.string().nullable(),
    closedAt: time,
    acknowledgedAt: time,
    mutedUntil: time,
    linking: z.boolean(),
  }),
  /** How the other incident took alerts, where that was changed, and the key that it takes alerts of since. */
  into: z
    .object({
      linkKey: z.string().nullable(),
      linkValue: z.string().nullable(),
      linking: z.boolean(),
      taken: z.object({ linkKey: z.string(), linkValue: z.string() }),
    })
    .nullable(),
  /** Incidents that had been merged into the merged one. */
  repointed: z.array(digits),
  /** Its open tasks, which went along. */
  tasks: z.array(digits),
})
export type MergeBefore = z.infer<typeof mergeBefore>

/** The same of alerts that were taken out. `made`: version of the incident that was made for them. */
export const splitBefore = z.object({ together: z.uuid(), made: z.int().optional() })
export type SplitBefore = z.infer<typeof splitBefore>

export const togetherOf = (before: unknown): string | undefined => z.object({ together: z.uuid() }).safeParse(before).data?.together
