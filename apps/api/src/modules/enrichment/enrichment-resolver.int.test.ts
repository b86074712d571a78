import { execute, parse, subscribe, type ExecutionResult } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { FakeProvider } from '../../../../../test/support/fake-provider.js'
import { actorOf, contextOf, runOperation } from '../../../../../test/support/graphql.js'
import { LooseHints } from '../../../../../test/support/loose-hints.js'
import { buildSchema } from '../../graphql/build-schema.js'
import { HintPubSub } from '../../graphql/pubsub.js'
import { createLogger } from '../../platform/logger.js'
import { EnrichmentResolver, LookupMetrics, ProviderHealth } from './index.js'
import { createMetrics } from '../../platform/metrics.js'

describe('EnrichmentResolver', () => {
  let database: TestDatabase
  const hints = new LooseHints()
  const pubSub = new HintPubSub({ hints })
  const on = new FakeProvider()
  const off = new FakeProvider({ id: 'GREYNOISE' })
  const broken = new FakeProvider({ id: 'VIRUSTOTAL' })
  const build = () => {
    const clock = { now: () => AT.getTime() }
    const health = new ProviderHealth({ pool: database.pool, providers: [on, off, broken], clock, logger: createLogger('silent') })
    return { health, schema: buildSchema({ resolvers: [new EnrichmentResolver({ health })], pubSub }) }
  }

  beforeAll(async () => {
    database = await createTestDatabase()
    await pubSub.start()
    on.currentPace = { concurrency: 1, perDay: 1_000 }
    off.currentPace = undefined
    broken.pace = async () => {
      throw new Error('no settings')
    }
  })
  afterAll(async () => {
    await pubSub.stop()
    await database.drop()
  })

  it('tells how providers do', async () => {
    await database.pool.query(
      `INSERT INTO provider_health (provider, last_success_at, last_error_at, last_error, open_until) VALUES
      ('ABUSEIPDB', $1, $1, 'refuses the connection', $2), ('GREYNOISE', NULL, $1, 'The key is refused', '9999-12-31Z')`,
      [AT, new Date(AT.getTime() + 1)],
    )
    await database.pool.query(
      `INSERT INTO provider_usage VALUES ('ABUSEIPDB', $1, 17), ('ABUSEIPDB', $1::date - 1, 99), ('ABUSEIPDB next', $1, 5000)`,
      [AT],
    )
    await database.pool.query(
      `INSERT INTO lookup (provider, kind, value, due_at) VALUES
      ('ABUSEIPDB', 'ADDRESS', '192.0.2.1', $1), ('ABUSEIPDB', 'ADDRESS', '192.0.2.2', $1::timestamptz + interval '1 s')`,
      [AT],
    )
    const { schema, health } = build()
    const query = '{ enrichmentProviders { provider enabled lastSuccessAt lastError openUntil askedToday quota waiting } }'
    const { data, errors } = await runOperation({ schema, query, actor: actorOf('VIEWER') })
    expect(errors).toBeUndefined()
    const nothing = { lastSuccessAt: null, lastError: null, openUntil: null, askedToday: 0, quota: null, waiting: 0 }
    expect(data?.['enrichmentProviders']).toEqual([
      {
        provider: 'ABUSEIPDB',
        enabled: true,
        lastSuccessAt: AT.toISOString(),
        lastError: 'refuses the connection',
        openUntil: '2026-03-04T12:00:00.001Z',
        askedToday: 17,
        quota: 1_000,
        waiting: 1,
      },
      { ...nothing, provider: 'GREYNOISE', enabled: false, lastError: 'The key is refused. Not asked until its settings change' },
      { ...nothing, provider: 'VIRUSTOTAL', enabled: false },
    ])
    expect((await runOperation({ schema, query })).errors?.[0]?.message).toBe('Sign in first')
    const metrics = createMetrics()
    new LookupMetrics(metrics, health).count('ABUSEIPDB', 'known', 2)
    const text = await metrics.metrics()
    expect(text).toContain('sallyport_lookups_waiting{provider="ABUSEIPDB"} 1')
    expect(text).toContain('sallyport_lookups_total{provider="ABUSEIPDB",outcome="known"} 2')
  })

  it('tells what is news', async () => {
    const { schema } = build()
    const events = (await subscribe({
      schema,
      document: parse('subscription { enrichmentChanged { observables { kind value verdict } settings resync } }'),
      contextValue: contextOf(actorOf('VIEWER')),
    })) as AsyncGenerator<ExecutionResult>
    const next = events.next()
    hints.emit('lookups', { ids: ['USER corp\\j doe', 'ADDRESS 192.0.2.1', 'USER corp\\j doe', 'NONSENSE x', 'x'] })
    hints.emit('enrichmentSettings', {})
    expect((await next).value).toMatchObject({
      data: {
        enrichmentChanged: {
          observables: [
            { kind: 'USER', value: 'corp\\j doe', verdict: null },
            { kind: 'ADDRESS', value: '192.0.2.1', verdict: null },
          ],
          settings: true,
          resync: false,
        },
      },
    })
    const many = events.next()
    hints.emit('lookups', { ids: [] })
    expect((await many).value).toMatchObject({ data: { enrichmentChanged: { observables: [], settings: false, resync: true } } })
    await events.return(undefined)
  })

  it('is not for everybody', async () => {
    const { schema } = build()
    const result = await execute({ schema, document: parse('{ enrichmentProviders { provider } }'), contextValue: contextOf() })
    expect(result.errors).toHaveLength(1)
  })
})
