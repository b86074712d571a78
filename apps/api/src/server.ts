import { setTimeout as delay } from 'node:timers/promises'
import { compose, type Composition } from './compose.js'
import { composeWaiting } from './compose/compose-publish.js'
import { DataDirLock } from './platform/data-dir-lock.js'
import { Database } from './platform/database.js'
import { isDatabaseAway } from './platform/database-away.js'
import { EmbeddedPostgres } from './platform/embedded-postgres.js'
import { startAll } from './platform/lifecycle.js'
import { migrate } from './platform/migrations.js'
import { loadSecretKey } from './platform/secret-box.js'
import type { Config } from './config.js'
import type { Logger } from './platform/logger.js'

export interface RunningServer extends Pick<Composition, 'http' | 'ingest'> {
  /** Where people reach it. */
  readonly url: string
  /** Of this start's set-up link; undefined: there is an administrator already. */
  readonly setUpToken: string | undefined
  /** Of the embedded PostgreSQL; undefined with DATABASE_URL. */
  readonly postgresPid: () => number | undefined
  stop(): Promise<void>
}

/** Starts everything, from the ground up: data directory, PostgreSQL, migrations, then the parts of compose.ts. Leaves nothing running when it fails. */
export async function startServer(config: Config, logger: Logger, signal: AbortSignal): Promise<RunningServer> {
  const { dataDir } = config
  const embedded =
    config.databaseUrl === undefined ? new EmbeddedPostgres({ dataDir, logger: logger.child({ part: 'postgres' }) }) : undefined
  const lock = new DataDirLock({ dataDir })
  const stopGround = await startAll(embedded ? [lock, embedded] : [lock], signal)
  try {
    const url = config.databaseUrl ?? embedded?.url ?? ''
    const database = new Database({ url, logger: logger.child({ part: 'database' }) })
    await awaitDatabase(database, { config, logger, signal })
    const stopDatabase = await startAll([database], signal)
    try {
      await migrate(url, logger)
      const secretKey = await loadSecretKey(config.secretKey)
      const { services, http, ingest, setUps } = compose({ config, database, secretKey, logger })
      const stopParts = await startAll(services, signal)
      return {
        http,
        ingest,
        url: publicUrlOf(config.http, http.address?.port),
        setUpToken: await setUps.issueToken(),
        postgresPid: () => embedded?.pid,
        stop: async () => {
          await stopParts().finally(stopDatabase).finally(stopGround)
        },
      }
    } catch (error) {
      await stopDatabase().catch(() => undefined)
      throw error
    }
  } catch (error) {
    await stopGround().catch(() => undefined)
    throw error
  }
}

const DATABASE_RETRY_MAX_MS = 5_000

/**
 * Once lists are published, firewalls count on this server: a database that is away is waited for, and the lists on the
 * disk are served meanwhile. Without any, its absence is a fault of the configuration and told at once.
 */
async function awaitDatabase(database: Database, { config, logger, signal }: { config: Config; logger: Logger; signal: AbortSignal }) {
  const fault = await database.start().catch((error: unknown) => error)
  if (!isDatabaseAway(fault)) return
  const waiting = await composeWaiting({ config, logger })
  if (!waiting) return
  logger.warn({ err: fault }, 'The database does not answer: published lists are served from the disk until it does')
  const stopWaiting = await startAll([waiting], signal)
  try {
    for (let wait = 250; ; wait = Math.min(wait * 2, DATABASE_RETRY_MAX_MS)) {
      await delay(wait, undefined, { signal })
      const error = await database.start().catch((reason: unknown) => reason)
      if (!isDatabaseAway(error)) return
    }
  } finally {
    await stopWaiting()
  }
}

function publicUrlOf({ publicUrl, host, port }: Config['http'], boundPort = port): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/$/, '')
  const isAny = host === '0.0.0.0' || host === '::'
  return `http://${isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${boundPort}`
}
