import type { JobItemState, JobState } from '@sallyport/shared'
import { sql } from '../../platform/sql.js'

/** A job as pg returns it. */
export interface JobRow {
  readonly id: string
  readonly userId: string
  /** StoredAction. */
  readonly action: unknown
  readonly state: JobState
  readonly total: number
  /** As wanted now, or taken back. */
  readonly done: number
  readonly failed: number
  readonly cancelAt: Date | null
  readonly claimedUntil: Date | null
  readonly createdAt: Date
  readonly finishedAt: Date | null
}

export const JOB_COLUMNS = sql`
  job.id, job.user_id AS "userId", job.action, job.state, job.total, job.done, job.failed, job.cancel_at AS "cancelAt",
  job.claimed_until AS "claimedUntil", job.created_at AS "createdAt", job.finished_at AS "finishedAt"`

export interface JobItemRow {
  readonly jobId: string
  readonly incidentId: string
  readonly state: JobItemState
  readonly message: string | null
}

export const ITEM_COLUMNS = sql`item.job_id AS "jobId", item.incident_id AS "incidentId", item.state, item.message`
