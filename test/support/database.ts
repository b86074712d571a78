import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { Client, Pool } from 'pg'
import { inject } from 'vitest'
import { PrismaClient } from '../../apps/api/src/platform/prisma/client.js'
import { until } from './until.js'

export interface TestDatabase {
  readonly url: string
  readonly pool: Pool
  readonly prisma: PrismaClient
  drop(): Promise<void>
}

/** A migrated, empty database of the test file's own, cloned from the template of the run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = new URL(inject('templateUrl'))
  const template = templateUrl.pathname.slice(1)
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const url = new URL(templateUrl)
  url.pathname = `/${name}`
  await onServer(templateUrl, async client => {
    // Cloning fails while another session looks at the template: files wait for each other.
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  const pool = new Pool({ connectionString: url.href, max: 10 })
  // Tests cut connections on purpose; queries under way still report it.
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
  return {
    url: url.href,
    pool,
    prisma,
    drop: async () => {
      await prisma.$disconnect()
      if (!pool.ended) await pool.end()
      await onServer(templateUrl, async client => {
        // Connections say goodbye after their pool's end; one that is cut while it does so would fail the run.
        await until(async () => (await client.query('SELECT FROM pg_stat_activity WHERE datname = $1', [name])).rowCount === 0, {
          deadlineMs: 2_000,
        }).catch(() => undefined)
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      })
    },
  }
}

async function onServer(templateUrl: URL, use: (client: Client) => Promise<unknown>): Promise<void> {
  const url = new URL(templateUrl)
  url.pathname = '/postgres'
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}
