import type { Pool, QueryResultRow } from 'pg'
import { UnavailableError } from './errors.js'
import { toQuery, type Sql } from './sql.js'

/** Longest time that a search may keep the database busy. */
const SEARCH_TIMEOUT_MS = 10_000
const QUERY_CANCELED = '57014'

/** For look-ups that are bounded by their keys. */
export async function readRows<Row extends QueryResultRow>(pool: Pick<Pool, 'query'>, query: Sql): Promise<Row[]> {
  const { rows } = await pool.query<Row>(toQuery(query))
  return rows
}

/**
 * For searches whose cost the caller chooses: read-only and cancelled by the database after the timeout,
 * which is answered with UNAVAILABLE.
 */
export async function searchRows<Row extends QueryResultRow>(
  pool: Pick<Pool, 'connect'>,
  query: Sql,
  timeoutMs: number = SEARCH_TIMEOUT_MS,
): Promise<Row[]> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${Math.trunc(timeoutMs)}; SET LOCAL jit = off`)
    const { rows } = await client.query<Row>(toQuery(query))
    return rows
  } catch (error) {
    if (isCanceled(error))
      throw new UnavailableError('The search took too long. Narrow it, for example to a shorter time', { cause: error })
    throw error
  } finally {
    // Nothing was written: ROLLBACK is right after success too. A connection that cannot do even that is thrown away.
    await client.query('ROLLBACK').catch((error: unknown) => (broken = error instanceof Error ? error : new Error(String(error))))
    client.release(broken)
  }
}

const isCanceled = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === QUERY_CANCELED
