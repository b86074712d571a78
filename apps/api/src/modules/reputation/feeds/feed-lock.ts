import type { Pool, PoolClient } from 'pg'

/** First key of the advisory locks of feeds; the second is the feed. */
const LOCK_CLASS = 0x5a17

/**
 * Does the work while no other replica does it for the same feed. The lock goes with the connection that holds it.
 * @returns false: somebody else is at it
 */
export async function underFeedLock(pool: Pool, feedId: number, work: () => Promise<void>): Promise<boolean> {
  const client: PoolClient = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  try {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS locked', [LOCK_CLASS, feedId])
    if (!rows[0]?.locked) return false
    try {
      await work()
    } finally {
      // A connection that cannot let go is thrown away, and the lock with it.
      if (!broken) await client.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_CLASS, feedId]).catch(onError)
    }
    return true
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}
