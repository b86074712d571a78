import type { EntryCause } from '@sallyport/shared'
import type { PoolClient } from 'pg'
import { sql, toQuery } from '../../platform/sql.js'
import { formatAddress } from './entry/address-range.js'
import type { Candidate } from './entry-check.js'

export interface EntryOrigin {
  readonly listId: number
  readonly cause: EntryCause
  readonly userId: string | null
  readonly incidentId: string | null
  readonly alertId: string | null
  readonly now: Date
}

/** Columns as arrays: one statement for any number of entries. Returns how many were added; a value that is there already is left. */
export async function insertEntries(client: PoolClient, candidates: readonly Candidate[], origin: EntryOrigin): Promise<number> {
  if (candidates.length === 0) return 0
  const end = (which: 'first' | 'last') => candidates.map(({ range }) => (range ? formatAddress(range.family, range[which]) : null))
  const { listId, cause, userId, incidentId, alertId, now } = origin
  const { rowCount } = await client.query(
    toQuery(sql`INSERT INTO list_entry (list_id, value, typed, range_first, range_last, reason, expires_at, cause, user_id, incident_id, alert_id, added_at)
      SELECT ${listId}, value, typed, first, last, reason, expires_at, ${cause}, ${userId}::uuid, ${incidentId}::bigint, ${alertId}::bigint, ${now}
      FROM unnest(
        ${candidates.map(({ value }) => value)}::text[], ${candidates.map(({ typed }) => typed)}::text[], ${end('first')}::inet[], ${end('last')}::inet[],
        ${candidates.map(({ reason }) => reason)}::text[], ${candidates.map(({ expiresAt }) => expiresAt)}::timestamptz[]
      ) AS given(value, typed, first, last, reason, expires_at)
      ON CONFLICT (list_id, value) WHERE removed_at IS NULL DO NOTHING`),
  )
  return rowCount ?? 0
}
