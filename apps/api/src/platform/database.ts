import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from './prisma/client.js'
import type { Service } from './lifecycle.js'
import type { Logger } from './logger.js'

export { PrismaClient }

const OLDEST_POSTGRES = 14
const POOL_SIZE = 20

/**
 * One pool of connections, shared by Prisma and by hand-written SQL. Known from its construction on, connected when
 * it is first used; a database that went away is found again by the next query.
 */
export class Database implements Service {
  readonly name = 'database'
  readonly pool: Pool
  readonly prisma: PrismaClient

  constructor(private readonly deps: { url: string; logger: Logger }) {
    this.pool = new Pool({
      connectionString: deps.url,
      max: POOL_SIZE,
      connectionTimeoutMillis: 10_000,
      application_name: 'sallyport',
    })
    // An idle connection that breaks would otherwise end the process.
    this.pool.on('error', error => deps.logger.warn({ err: error }, 'A database connection was lost'))
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) })
  }

  get url(): string {
    return this.deps.url
  }

  async start(): Promise<void> {
    const { rows } = await this.pool.query<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`)
    const version = Math.floor((rows[0]?.version ?? 0) / 10_000)
    if (version < OLDEST_POSTGRES) throw new Error(`PostgreSQL ${version} is too old: Sallyport needs version ${OLDEST_POSTGRES} or later`)
  }

  async stop(): Promise<void> {
    await this.prisma.$disconnect()
    if (!this.pool.ended) await this.pool.end()
  }

  /** Whether it answers now. */
  async isAvailable(): Promise<boolean> {
    return this.pool.query('SELECT 1').then(
      () => true,
      () => false,
    )
  }
}
