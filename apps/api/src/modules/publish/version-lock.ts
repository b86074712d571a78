import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../../platform/in-transaction.js'

/** First key of the advisory locks of this module. */
export const VERSIONS_LOCK = 7_021

/** One writer of a list's versions at a time, over all replicas. Commits what the work did, or undoes it when it throws. */
export const withVersionsOf = <T>(pool: Pick<Pool, 'connect'>, listId: number, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, async client => {
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [VERSIONS_LOCK, listId])
    return work(client)
  })
