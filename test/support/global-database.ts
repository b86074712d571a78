import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { EmbeddedPostgres } from '../../apps/api/src/platform/embedded-postgres.js'
import { createLogger } from '../../apps/api/src/platform/logger.js'
import { migrate } from '../../apps/api/src/platform/migrations.js'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that createTestDatabase() clones. */
    templateUrl: string
  }
}

const TEMPLATE = `sallyport_template_${process.pid}`

/** One PostgreSQL for the run: TEST_DATABASE_URL, or an embedded one that forgets how to be durable. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const logger = createLogger('error')
  const given = process.env['TEST_DATABASE_URL']
  const dataDir = given ? undefined : await mkdtemp(path.join(tmpdir(), 'sallyport-test-'))
  const embedded = dataDir
    ? new EmbeddedPostgres({
        dataDir,
        logger,
        settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
      })
    : undefined
  await embedded?.start(new AbortController().signal)
  const serverUrl = given ?? embedded?.url ?? ''
  await onServer(serverUrl, `DROP DATABASE IF EXISTS ${TEMPLATE}`, `CREATE DATABASE ${TEMPLATE}`)
  const templateUrl = new URL(serverUrl)
  templateUrl.pathname = `/${TEMPLATE}`
  await migrate(templateUrl.href, logger)
  project.provide('templateUrl', templateUrl.href)
  return async () => {
    if (given) await onServer(given, `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`)
    await embedded?.stop()
    if (dataDir) await rm(dataDir, { recursive: true, force: true })
  }
}

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
