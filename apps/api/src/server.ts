import { compose, type Composition } from './compose.js'
import { DataDirLock } from './platform/data-dir-lock.js'
import { Database } from './platform/database.js'
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

function publicUrlOf({ publicUrl, host, port }: Config['http'], boundPort = port): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/$/, '')
  const isAny = host === '0.0.0.0' || host === '::'
  return `http://${isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${boundPort}`
}
