import type { EntryRemoval } from '@sallyport/shared'
import type { PoolClient } from 'pg'
import { sql, toQuery, type Sql } from '../../platform/sql.js'
import { LIST_COLUMNS, type ListRow } from './list-row.js'

/**
 * Order of locks of everybody who changes entries: protections, then lists by their ids, then entries. Those who add
 * hold off changes of protections until they have committed, so that nothing protected slips in between.
 */
export const holdProtections = (client: PoolClient) => client.query('LOCK TABLE protection IN SHARE MODE')
export const lockProtections = (client: PoolClient) => client.query('LOCK TABLE protection IN SHARE ROW EXCLUSIVE MODE')

export async function lockLists(client: PoolClient, ids: readonly number[]): Promise<ListRow[]> {
  const { rows } = await client.query<ListRow>(
    toQuery(sql`SELECT ${LIST_COLUMNS} FROM list WHERE id = ANY(${ids}::int[]) ORDER BY id FOR UPDATE`),
  )
  return rows
}

/** What publishing and pushing follow. Lists must be locked. */
export const raiseRevisions = (client: PoolClient, ids: readonly number[], now: Date) =>
  client.query(toQuery(sql`UPDATE list SET revision = revision + 1, updated_at = ${now} WHERE id = ANY(${ids}::int[])`))

export interface Removal {
  readonly removal: EntryRemoval
  readonly userId: string | null
  readonly note: string | null
  readonly now: Date
}

export interface Removed {
  readonly count: number
  readonly listIds: readonly number[]
}

/** Takes entries (table alias `entry`, not removed yet) off their lists; they stay as history. */
export async function removeEntries(client: PoolClient, condition: Sql, { removal, userId, note, now }: Removal): Promise<Removed> {
  const which = sql`entry.removed_at IS NULL AND ${condition}`
  const { rows } = await client.query<{ listId: number }>(
    toQuery(sql`SELECT DISTINCT list_id AS "listId" FROM list_entry AS entry WHERE ${which}`),
  )
  if (rows.length === 0) return { count: 0, listIds: [] }
  await lockLists(
    client,
    rows.map(row => row.listId),
  )
  const removed = await client.query<{ listId: number }>(
    toQuery(sql`UPDATE list_entry AS entry SET removed_at = ${now}, removal = ${removal}, removed_by_id = ${userId}::uuid, removal_note = ${note}
      WHERE ${which} AND entry.list_id = ANY(${rows.map(row => row.listId)}::int[]) RETURNING list_id AS "listId"`),
  )
  const listIds = [...new Set(removed.rows.map(row => row.listId))]
  await raiseRevisions(client, listIds, now)
  return { count: removed.rows.length, listIds }
}

export const expiredBy = (now: Date): Sql => sql`entry.expires_at <= ${now}`
