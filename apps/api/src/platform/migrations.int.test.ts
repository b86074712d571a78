import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js'
import { createLogger } from './logger.js'
import { Prisma } from './prisma/client.js'
import { migrate, readMigrations, type Migration } from './migrations.js'

const logger = createLogger('silent')
const next: Migration = { name: '29990101000000_next', sql: 'CREATE TABLE next (id int PRIMARY KEY);' }

describe('migrate', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  it('finds nothing to do in a migrated database', async () => {
    expect(await migrate(database.url, logger)).toEqual([])
  })

  it('has made every table and column that the models speak of', async () => {
    const { prisma } = database
    const models = Object.values(Prisma.ModelName)
    const delegates = models.map(
      name => (prisma as unknown as Record<string, { findFirst(): Promise<unknown> }>)[name[0]?.toLowerCase() + name.slice(1)],
    )
    expect(models).toContain('Alert')
    for (const delegate of delegates) expect(await delegate?.findFirst()).not.toBeUndefined()
  })

  it('applies a new migration once when two replicas start together', async () => {
    const migrations = [...(await readMigrations()), next]
    const applied = await Promise.all([migrate(database.url, logger, migrations), migrate(database.url, logger, migrations)])
    expect(applied.flat()).toEqual([next.name])
    expect((await database.pool.query('SELECT count(*)::int AS count FROM next')).rows).toEqual([{ count: 0 }])
  })

  it('refuses a database that is newer than the code', async () => {
    await migrate(database.url, logger, [...(await readMigrations()), next])
    await expect(migrate(database.url, logger)).rejects.toThrow(/newer than this version of Sallyport.*29990101000000_next/)
  })
})
