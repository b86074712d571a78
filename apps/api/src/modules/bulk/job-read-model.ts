import type { JobItemState } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { readRows } from '../../platform/read-rows.js'
import { allOf, sql } from '../../platform/sql.js'
import { ITEM_COLUMNS, JOB_COLUMNS, type JobItemRow, type JobRow } from './job-row.js'

const DAY_MS = 86_400_000
const JOBS_MAX = 50

export interface JobItemsQuery {
  readonly jobId: string
  readonly states: readonly JobItemState[] | undefined
  /** Incident of the item before. */
  readonly after: string | undefined
  readonly limit: number
}

export class JobReadModel {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** Of this person; undefined: there is none. */
  async find(userId: string, id: string): Promise<JobRow | undefined> {
    const [row] = await readRows<JobRow>(
      this.deps.pool,
      sql`SELECT ${JOB_COLUMNS} FROM bulk_job AS job WHERE job.id = ${id}::uuid AND job.user_id = ${userId}::uuid`,
    )
    return row
  }

  /** Those of the last day and those that go on, newest first. */
  async recent(userId: string): Promise<JobRow[]> {
    return readRows<JobRow>(
      this.deps.pool,
      sql`SELECT ${JOB_COLUMNS} FROM bulk_job AS job
        WHERE job.user_id = ${userId}::uuid
          AND (job.created_at > ${new Date(this.deps.clock.now() - DAY_MS)} OR job.state IN ('RUNNING', 'UNDOING'))
        ORDER BY job.created_at DESC, job.id DESC LIMIT ${JOBS_MAX}`,
    )
  }

  /** By incident, oldest first. */
  async items({ jobId, states, after, limit }: JobItemsQuery): Promise<JobItemRow[]> {
    const conditions = [
      sql`item.job_id = ${jobId}::uuid`,
      ...(states ? [sql`item.state = ANY(${states}::text[])`] : []),
      ...(after === undefined ? [] : [sql`item.incident_id > ${after}::bigint`]),
    ]
    return readRows<JobItemRow>(
      this.deps.pool,
      sql`SELECT ${ITEM_COLUMNS} FROM bulk_item AS item WHERE ${allOf(conditions)} ORDER BY item.incident_id LIMIT ${limit}`,
    )
  }
}
