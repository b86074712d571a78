import type { JobItemState } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { readRows } from '../../platform/read-rows.js'
import { sql, toQuery } from '../../platform/sql.js'
import type { IncidentSnapshot } from '../incidents/index.js'
import { JOB_COLUMNS, type JobRow } from './job-row.js'

/** Longer than a step ever takes. A server that dies leaves its job to others after that. */
const LEASE_MS = 30_000

/** What undoing needs: the incident before, and the version that the change made. */
export interface ItemBefore extends IncidentSnapshot {
  readonly madeVersion?: number | undefined
}

export interface ItemResult {
  readonly incidentId: string
  readonly state: JobItemState
  readonly message?: string | undefined
  readonly before?: ItemBefore | undefined
}

export interface PendingItem {
  readonly incidentId: string
  /** ItemBefore as it was stored. */
  readonly before: unknown
}

/** A job that this server works on, until another has it. */
export type ClaimedJob = JobRow & { readonly claimedUntil: Date }

/** The runner's side of the tables. Whoever holds the lease works on a job; each step extends it. */
export class JobStore {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** The job that nobody works on of which the least is left: nobody waits for the thousands of somebody else. */
  async claim(): Promise<ClaimedJob | undefined> {
    const now = this.deps.clock.now()
    const [job] = await readRows<ClaimedJob>(
      this.deps.pool,
      sql`UPDATE bulk_job AS job SET claimed_until = ${new Date(now + LEASE_MS)}
        WHERE job.id = (
          SELECT id FROM bulk_job WHERE ${isWaiting(now)} ORDER BY ${LEFT}, created_at LIMIT 1 FOR UPDATE SKIP LOCKED
        ) RETURNING ${JOB_COLUMNS}`,
    )
    return job
  }

  /** Whether somebody waits for less than is left of this job. */
  async isShorterWaiting(job: JobRow): Promise<boolean> {
    const rows = await readRows<{ id: string }>(
      this.deps.pool,
      sql`SELECT id FROM bulk_job WHERE ${isWaiting(this.deps.clock.now())} AND ${LEFT} < ${leftOf(job)} LIMIT 1`,
    )
    return rows.length > 0
  }

  /** The next items in the order of incidents: of a job that runs those to do, of one that is undone those that were done. */
  async nextItems(job: Pick<JobRow, 'id' | 'state'>, limit: number): Promise<PendingItem[]> {
    const state: JobItemState = job.state === 'UNDOING' ? 'DONE' : 'PENDING'
    return readRows<PendingItem>(
      this.deps.pool,
      sql`SELECT incident_id AS "incidentId", before FROM bulk_item WHERE job_id = ${job.id}::uuid AND state = ${state}
        ORDER BY incident_id LIMIT ${limit}`,
    )
  }

  /** Before anything is changed: after a crash it is known what was. */
  async keepBefore(jobId: string, snapshots: ReadonlyMap<string, IncidentSnapshot>): Promise<void> {
    await this.deps.pool.query(
      toQuery(sql`UPDATE bulk_item AS item SET before = kept.before::jsonb
        FROM unnest(${[...snapshots.keys()]}::bigint[], ${[...snapshots.values()].map(before => JSON.stringify(before))}::text[]) AS kept(id, before)
        WHERE item.job_id = ${jobId}::uuid AND item.incident_id = kept.id AND item.state = 'PENDING'`),
    )
  }

  /** Of the incidents: how often this job made a new version of them. 0: it did something that makes none. */
  async doneBefore(jobId: string, incidentIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await readRows<{ id: string; versions: number }>(
      this.deps.pool,
      sql`SELECT incident_id AS id, count(*) FILTER (WHERE kind <> 'COMMENTED')::int AS versions FROM incident_activity
        WHERE incident_id = ANY(${incidentIds}::bigint[]) AND kind <> 'UNDONE' AND facts @> ${JSON.stringify({ jobId })}::jsonb
        GROUP BY incident_id`,
    )
    return new Map(rows.map(({ id, versions }) => [id, versions]))
  }

  /** Those of the incidents in which this job was taken back already. */
  async takenBack(jobId: string, incidentIds: readonly string[]): Promise<Set<string>> {
    const rows = await readRows<{ id: string }>(
      this.deps.pool,
      sql`SELECT incident_id AS id FROM incident_activity
        WHERE incident_id = ANY(${incidentIds}::bigint[]) AND kind = 'UNDONE' AND facts @> ${JSON.stringify({ jobId })}::jsonb`,
    )
    return new Set(rows.map(({ id }) => id))
  }

  /** undefined: another server has the job now, or it was deleted. */
  async saveStep(job: ClaimedJob, results: readonly ItemResult[]): Promise<ClaimedJob | undefined> {
    const states = results.map(({ state }) => state)
    const messages = results.map(({ message }) => message ?? null)
    const befores = results.map(({ before }) => (before ? JSON.stringify(before) : null))
    await this.deps.pool.query(
      toQuery(sql`UPDATE bulk_item AS item SET state = done.state, message = done.message, before = COALESCE(done.before::jsonb, item.before)
        FROM unnest(${results.map(({ incidentId }) => incidentId)}::bigint[], ${states}::text[], ${messages}::text[], ${befores}::text[])
          AS done(id, state, message, before)
        WHERE item.job_id = ${job.id}::uuid AND item.incident_id = done.id
          AND EXISTS (SELECT FROM bulk_job AS job WHERE job.id = item.job_id AND job.claimed_until = ${job.claimedUntil})`),
    )
    const [saved] = await readRows<ClaimedJob>(
      this.deps.pool,
      sql`UPDATE bulk_job AS job SET done = counted.done, failed = counted.failed, claimed_until = ${new Date(this.deps.clock.now() + LEASE_MS)}
        FROM (${countedItems(job.id)}) AS counted
        WHERE job.id = ${job.id}::uuid AND job.claimed_until = ${job.claimedUntil} RETURNING ${JOB_COLUMNS}`,
    )
    return saved
  }

  /** Gives it back: finished, or to be gone on with. */
  async release(job: ClaimedJob, finished?: 'DONE' | 'CANCELLED' | 'UNDONE'): Promise<void> {
    const end = finished === undefined ? sql`` : sql`, state = ${finished}, finished_at = ${new Date(this.deps.clock.now())}`
    await this.deps.pool.query(
      toQuery(sql`UPDATE bulk_job AS job SET claimed_until = NULL${end}
        WHERE job.id = ${job.id}::uuid AND job.claimed_until = ${job.claimedUntil}`),
    )
  }

  /** Jobs that ended before that time, with their results. */
  async forget(before: Date): Promise<void> {
    await this.deps.pool.query(toQuery(sql`DELETE FROM bulk_job WHERE finished_at < ${before}`))
  }
}

const isWaiting = (now: number) => sql`state IN ('RUNNING', 'UNDOING') AND (claimed_until IS NULL OR claimed_until < ${new Date(now)})`

/** Items to do; how far an undo is cannot be told by the counts. */
const LEFT = sql`(CASE state WHEN 'UNDOING' THEN total ELSE total - done - failed END)`
const leftOf = ({ state, total, done, failed }: JobRow): number => (state === 'UNDOING' ? total : total - done - failed)

const countedItems = (jobId: string) => sql`SELECT count(*) FILTER (WHERE state IN ('DONE', 'UNCHANGED', 'UNDONE'))::int AS done,
  count(*) FILTER (WHERE state IN ('FAILED', 'NOT_UNDONE'))::int AS failed FROM bulk_item WHERE job_id = ${jobId}::uuid`
