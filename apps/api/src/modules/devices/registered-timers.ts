import type { DesiredValue } from './device-driver.js'
import type { Pool } from 'pg'

/** Expiries that registered addresses were given: firewalls age them out by themselves and tell nobody when. */
export class RegisteredTimers {
  constructor(private readonly deps: { readonly pool: Pool }) {}

  /** Values whose entries expire at another time now than the device was told. */
  async outdated(mappingId: number, listId: number): Promise<string[]> {
    const { rows } = await this.deps.pool.query<{ value: string }>(
      `SELECT timer.value FROM registered_timer AS timer
      JOIN list_entry AS entry ON entry.list_id = $2 AND entry.value = timer.value AND entry.removed_at IS NULL AND NOT entry.disabled
      WHERE timer.mapping_id = $1 AND entry.expires_at IS DISTINCT FROM timer.expires_at`,
      [mappingId, listId],
    )
    return rows.map(({ value }) => value)
  }

  async tell(mappingId: number, given: readonly DesiredValue[], gone: readonly string[]): Promise<void> {
    const timed = given.filter(({ expiresAt }) => expiresAt !== null)
    const untimed = given.filter(({ expiresAt }) => expiresAt === null).map(({ value }) => value)
    if (gone.length + untimed.length > 0) {
      await this.deps.pool.query('DELETE FROM registered_timer WHERE mapping_id = $1 AND value = ANY($2::text[])', [
        mappingId,
        [...gone, ...untimed],
      ])
    }
    if (timed.length === 0) return
    await this.deps.pool.query(
      `INSERT INTO registered_timer (mapping_id, value, expires_at) SELECT $1, value, expires_at FROM unnest($2::text[], $3::timestamptz[]) AS given (value, expires_at)
      ON CONFLICT (mapping_id, value) DO UPDATE SET expires_at = excluded.expires_at`,
      [mappingId, timed.map(({ value }) => value), timed.map(({ expiresAt }) => expiresAt)],
    )
  }
}
