import type { Pool, PoolClient } from 'pg'

/** First key of the advisory locks of devices; the second is the device. */
const LOCK_CLASS = 0x5a11

export interface DeviceLock {
  /** Aborted when the connection that holds the lock is lost: somebody else may have it then. */
  readonly lost: AbortSignal
  release(): Promise<void>
}

/** At most one holder over all replicas; freed by PostgreSQL when the holder dies. undefined: somebody else has it. */
export async function tryLockDevice(pool: Pool, deviceId: number): Promise<DeviceLock | undefined> {
  const client: PoolClient = await pool.connect()
  const lost = new AbortController()
  const onError = (error: Error) => lost.abort(error)
  client.on('error', onError)
  const letGo = (error?: Error) => {
    client.off('error', onError)
    client.release(error)
  }
  try {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS locked', [LOCK_CLASS, deviceId])
    if (!rows[0]?.locked) {
      letGo()
      return undefined
    }
  } catch (error) {
    letGo(error instanceof Error ? error : new Error(String(error)))
    throw error
  }
  return {
    lost: lost.signal,
    release: async () => {
      if (lost.signal.aborted) return letGo(new Error('The connection was lost'))
      await client.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_CLASS, deviceId]).then(
        () => letGo(),
        (error: unknown) => letGo(error instanceof Error ? error : new Error(String(error))),
      )
    },
  }
}
