import type { Pool, PoolClient } from 'pg'

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const UNIQUE_VIOLATION = '23505'
const ATTEMPTS_MAX = 5

/** Runs the work in one transaction. */
export async function inTransaction<T>(pool: Pick<Pool, 'connect'>, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
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

/** Thrown by the work of inTransactionWithRetry: what it was planned on has changed. */
export class ChangedMeanwhile extends Error {}

/**
 * The same, from the start again where another transaction was in the way: a deadlock, a race for a unique row, or
 * ChangedMeanwhile. The work must have no effect but in the database.
 */
export async function inTransactionWithRetry<T>(pool: Pick<Pool, 'connect'>, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(pool, work)
    } catch (error) {
      if (attempt === ATTEMPTS_MAX || !isWorthAnotherTry(error)) throw error
    }
  }
}

const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof ChangedMeanwhile ||
  (error instanceof Error &&
    'code' in error &&
    [SERIALIZATION_FAILURE, DEADLOCK_DETECTED, UNIQUE_VIOLATION].some(code => code === error.code))
