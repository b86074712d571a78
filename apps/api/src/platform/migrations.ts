import { readdir, readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { withSchemaEngine } from './schema-engine.js'
import type { Logger } from './logger.js'

/** Beside the sources and beside dist alike: both stand three levels below the repository. */
export const MIGRATIONS_FOLDER = new URL('../../../../prisma/migrations/', import.meta.url)

/** Serialises the starts of replicas. Any fixed number does. */
const MIGRATION_LOCK = 7_251_003

export interface Migration {
  readonly name: string
  readonly sql: string
}

export async function readMigrations(folder: URL = MIGRATIONS_FOLDER): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  names.sort((left, right) => (left < right ? -1 : 1))
  return Promise.all(names.map(async name => ({ name, sql: await readFile(new URL(`${name}/migration.sql`, folder), 'utf8') })))
}

export interface RecordedMigration {
  readonly name: string
  readonly finished: boolean
}

export type MigrationPlan =
  | { readonly kind: 'up-to-date' }
  | { readonly kind: 'apply'; readonly names: readonly string[] }
  | { readonly kind: 'refuse'; readonly reason: string }

/** Compares what the database says it went through with what this version of the server ships. */
export function planMigrations(shipped: readonly string[], recorded: readonly RecordedMigration[]): MigrationPlan {
  const unknown = recorded.filter(migration => !shipped.includes(migration.name)).map(migration => migration.name)
  if (unknown.length > 0)
    return {
      kind: 'refuse',
      reason: `The database is newer than this version of Sallyport (it has ${unknown.join(', ')}). Start the newer version, or restore an older database.`,
    }
  const failed = recorded.filter(migration => !migration.finished).map(migration => migration.name)
  if (failed.length > 0)
    return { kind: 'refuse', reason: `The migration ${failed.join(', ')} failed half-way earlier. Restore the database from before it.` }
  const done = new Set(recorded.map(migration => migration.name))
  const names = shipped.filter(name => !done.has(name))
  return names.length === 0 ? { kind: 'up-to-date' } : { kind: 'apply', names }
}

/**
 * Brings the database to this version, under a lock, so that replicas may start together.
 * @returns names of the migrations that were applied
 */
export async function migrate(databaseUrl: string, logger: Logger, migrations?: readonly Migration[]): Promise<readonly string[]> {
  const shipped = migrations ?? (await readMigrations())
  const client = new Client({ connectionString: databaseUrl })
  client.on('error', error => logger.warn({ err: error }, 'The connection that holds the migration lock failed'))
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const plan = planMigrations(
      shipped.map(migration => migration.name),
      await recordedMigrations(client),
    )
    if (plan.kind === 'refuse') throw new Error(plan.reason)
    if (plan.kind === 'up-to-date') return []
    logger.info({ migrations: plan.names }, 'Applying migrations')
    await applyAll(databaseUrl, shipped)
    return plan.names
  } finally {
    // The lock belongs to the connection and ends with it.
    await client.end()
  }
}

async function recordedMigrations(client: Client): Promise<readonly RecordedMigration[]> {
  const table = await client.query<{ exists: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`)
  if (!table.rows[0]?.exists) return []
  const { rows } = await client.query<RecordedMigration>(
    'SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return rows
}

async function applyAll(databaseUrl: string, migrations: readonly Migration[]): Promise<void> {
  const migrationsList = {
    baseDir: 'prisma/migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
  await withSchemaEngine(databaseUrl, [['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']], engine =>
    engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } }),
  )
}
