import type { Pool } from 'pg'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'

/** A server that dies leaves its deliveries to others after this. Longer than one attempt may take. */
const LEASE_SECONDS = 120
/** A channel that is down must not hold up the others. */
const PER_CHANNEL = 5

export interface ClaimedDelivery {
  readonly id: string
  readonly notice: unknown
  readonly attempts: number
  readonly createdAt: Date
  readonly kind: string
  readonly target: string
  readonly enabled: boolean
  readonly secretSealed: string | null
}

/** Deliveries as rows: record and job in one. */
export class DeliveryStore {
  constructor(private readonly deps: { readonly pool: Pool }) {}

  /** Counts the attempt: its number tells a result of ours from that of who took over. */
  async claim(limit: number): Promise<ClaimedDelivery[]> {
    return readRows<ClaimedDelivery & { readonly [column: string]: unknown }>(
      this.deps.pool,
      sql`
        UPDATE delivery AS d SET attempts = d.attempts + 1, claimed_until = now() + make_interval(secs => ${LEASE_SECONDS})
        FROM channel AS c
        WHERE c.id = d.channel_id AND d.id IN (
          SELECT id FROM delivery WHERE id IN (
            SELECT id FROM (
              SELECT id, due_at, row_number() OVER (PARTITION BY channel_id ORDER BY due_at, id) AS place FROM delivery
              WHERE state = 'PENDING' AND due_at <= now() AND (claimed_until IS NULL OR claimed_until < now())
            ) AS due WHERE place <= ${PER_CHANNEL} ORDER BY due_at, id LIMIT ${limit}
          ) AND state = 'PENDING' AND (claimed_until IS NULL OR claimed_until < now())
          FOR UPDATE SKIP LOCKED
        )
        RETURNING d.id::text AS id, d.notice, d.attempts, d.created_at AS "createdAt",
          c.kind, c.target, c.enabled, c.secret_sealed AS "secretSealed"`,
    )
  }

  async sent({ id, attempts }: ClaimedDelivery): Promise<void> {
    await readRows(
      this.deps.pool,
      sql`UPDATE delivery SET state = 'SENT', sent_at = now(), error = NULL, due_at = NULL, claimed_until = NULL
          WHERE id = ${id} AND attempts = ${attempts} AND state = 'PENDING'`,
    )
  }

  async failed({ id, attempts }: ClaimedDelivery, error: string): Promise<void> {
    await readRows(
      this.deps.pool,
      sql`UPDATE delivery SET state = 'FAILED', error = ${error}, due_at = NULL, claimed_until = NULL
          WHERE id = ${id} AND attempts = ${attempts} AND state = 'PENDING'`,
    )
  }

  async retry({ id, attempts }: ClaimedDelivery, error: string, seconds: number): Promise<void> {
    await readRows(
      this.deps.pool,
      sql`UPDATE delivery SET error = ${error}, due_at = now() + make_interval(secs => ${seconds}), claimed_until = NULL
          WHERE id = ${id} AND attempts = ${attempts} AND state = 'PENDING'`,
    )
  }

  async forget(days: number): Promise<void> {
    await readRows(
      this.deps.pool,
      sql`DELETE FROM delivery WHERE state <> 'PENDING' AND created_at < now() - make_interval(days => ${days})`,
    )
  }
}
