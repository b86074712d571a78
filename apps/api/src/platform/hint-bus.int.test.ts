import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js'
import { until } from '../../../../test/support/until.js'
import { HintBus } from './hint-bus.js'
import { HINT_CHANNEL, type HintTopic } from './hints.js'
import { createLogger } from './logger.js'

const TOPICS = ['alerts', 'incidents', 'sources', 'lookups', 'sessionEnded', 'resync'] as const satisfies readonly HintTopic[]

describe('HintBus', () => {
  let database: TestDatabase
  let bus: HintBus
  let other: HintBus
  let heard: unknown[]

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    const deps = { databaseUrl: database.url, pool: database.pool, logger: createLogger('silent') }
    bus = new HintBus(deps)
    other = new HintBus(deps)
    heard = []
    for (const topic of TOPICS) other.on(topic, hint => void heard.push([topic, hint]))
    await bus.start()
    await other.start()
  })
  afterEach(async () => {
    await bus.stop()
    await other.stop()
  })

  it('tells other replicas, in order', async () => {
    await bus.publish('alerts', { batch: '1' })
    await bus.publish('sources', {})
    await bus.publish('sessionEnded', { sessionId: 'x' })
    await until(() => heard.length === 3)
    expect(heard).toEqual([
      ['alerts', { batch: '1' }],
      ['sources', {}],
      ['sessionEnded', { sessionId: 'x' }],
    ])
  })

  it('splits what is too long for one notice', async () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => String(10 ** 15 + index))
    await bus.publish('incidents', { ids })
    const idsHeard = () => heard.flatMap(entry => (entry as [string, { ids: string[] }])[1].ids)
    await until(() => idsHeard().length === ids.length)
    expect(idsHeard()).toEqual(ids)
  })

  it('splits by bytes: values are long, and not only of ASCII', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `USER ${'ü"\\'.repeat(60)}${index}`)
    await bus.publish('lookups', { ids })
    const idsHeard = () => heard.flatMap(entry => (entry as [string, { ids: string[] }])[1].ids)
    await until(() => idsHeard().length === ids.length)
    expect(idsHeard()).toEqual(ids)
  })

  it('tells of very many values as none', async () => {
    await bus.publish('lookups', { ids: [] })
    await until(() => heard.length === 1)
    expect(heard).toEqual([['lookups', { ids: [] }]])
  })

  it('leaves out what it cannot read', async () => {
    for (const payload of ['', 'x', '{}', '{"topic":"resync","hint":{}}', '{"topic":"alerts","hint":{"batch":"DROP"}}'])
      await database.pool.query('SELECT pg_notify($1, $2)', [HINT_CHANNEL, payload])
    await bus.publish('alerts', { batch: '2' })
    await until(() => heard.length > 0)
    expect(heard).toEqual([['alerts', { batch: '2' }]])
  })

  it('listens again after its connection was cut, and says that hints may be missing', async () => {
    await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sallyport hints'`)
    await until(() => heard.length > 0)
    expect(heard).toEqual([['resync', {}]])
    await bus.publish('alerts', { batch: '3' })
    await until(() => heard.length === 2)
    expect(heard[1]).toEqual(['alerts', { batch: '3' }])
  })

  it('stops hearing when it is told to', async () => {
    let count = 0
    const undo = other.on('alerts', () => (count += 1))
    await bus.publish('alerts', { batch: '4' })
    await until(() => count === 1)
    undo()
    await bus.publish('alerts', { batch: '5' })
    await until(() => heard.length === 2)
    expect(count).toBe(1)
  })
})
