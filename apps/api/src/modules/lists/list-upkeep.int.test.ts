import { getServers } from 'node:dns'
import { hostname } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { composeDomain } from '../../../../../test/support/domain.js'
import { until } from '../../../../../test/support/until.js'
import { createLogger } from '../../platform/logger.js'
import { systemClock } from '../../platform/clock.js'
import { ListUpkeep } from './list-upkeep.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('protects this server and its resolvers, and takes expired entries off while it runs', async () => {
  const domain = composeDomain(database, { clock: systemClock })
  const upkeep = new ListUpkeep({
    entries: domain.entryService,
    protections: domain.protectionService,
    publicUrl: 'https://sallyport.example.net:8443',
    clock: systemClock,
    logger: createLogger('silent'),
  })
  const list = await database.prisma.list.create({ data: { name: 'Attackers', kind: 'ADDRESS' } })
  await domain.entryService.addAutomatically('RULE', { listId: list.id, values: ['198.51.100.1'], ttlSeconds: 60 })
  await database.prisma.listEntry.updateMany({ data: { expiresAt: new Date(Date.now() + 300) } })
  await upkeep.start()
  try {
    const protections = await database.prisma.protection.findMany()
    expect(protections.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['127.0.0.0/8', 'fc00::/7', 'sallyport.example.net', ...getServers()]),
    )
    expect(protections.filter(({ source }) => source === `server:${hostname()}`).every(({ builtIn }) => !builtIn)).toBe(true)
    const gone = await until(() => database.prisma.listEntry.findFirst({ where: { removal: 'EXPIRED' } }).then(entry => entry ?? undefined))
    expect(gone.value).toBe('198.51.100.1')
    expect(domain.hints.filter(hint => hint === `lists ${list.id}`)).toHaveLength(2)
  } finally {
    await upkeep.stop()
  }
})
