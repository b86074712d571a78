import type { Pool, PoolClient } from 'pg'

/** First key of the advisory locks of this module. */
export const VERSIONS_LOCK = 7_021

/** One writer of a list's versions at a time, over all replicas. Commits what the work did, or undoes it when it throws. */
export async function withVersionsOf<T>(pool: Pick<Pool, 'connect'>, listId: number, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [VERSIONS_LOCK, listId])
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A connection that cannot even roll back is thrown away.
    await client.query('ROLLBACK').catch((failure: unknown) => (broken = failure instanceof Error ? failure : new Error(String(failure))))
    throw error
  } finally {
    client.release(broken)
  }
}
