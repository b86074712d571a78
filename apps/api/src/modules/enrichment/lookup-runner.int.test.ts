import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { FakeProvider, known } from '../../../../../test/support/fake-provider.js'
import { LooseHints } from '../../../../../test/support/loose-hints.js'
import { until } from '../../../../../test/support/until.js'
import { HttpFault } from '../../platform/http-client.js'
import { createLogger } from '../../platform/logger.js'
import { LookupRunner } from './lookup-runner.js'
import { ProviderFault, type LookupChange } from './lookup-provider.js'
import { Lookups } from './lookups.js'
import { ProviderHealth } from './provider-health.js'

const addresses = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ kind: 'ADDRESS', value: `192.0.2.${from + index}` }) as const)

describe('LookupRunner', () => {
  let database: TestDatabase
  let now: number
  let hints: LooseHints
  let lookups: Lookups
  let provider: FakeProvider
  let runners: LookupRunner[]
  const logger = createLogger('silent')
  const clock = { now: () => now }

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    await database.pool.query('TRUNCATE lookup, provider_usage, provider_health')
    now = AT.getTime()
    hints = new LooseHints()
    lookups = new Lookups({ pool: database.pool, hints, clock, logger })
    provider = new FakeProvider()
    runners = []
  })
  afterEach(() => Promise.all(runners.map(runner => runner.stop())))

  const run = async (...providers: FakeProvider[]) => {
    const runner = new LookupRunner({ pool: database.pool, lookups, providers, hints, clock, logger })
    runners.push(runner)
    await runner.start()
    return runner
  }
  const query = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await database.pool.query<Row>(text, values)).rows
  const rowOf = async (value: string) =>
    (
      await query<Record<string, unknown>>(
        'SELECT state, facts, score, reason, attempts, priority, due_at, claimed_until, expires_at FROM lookup WHERE value = $1',
        [value],
      )
    )[0]
  const health = async () => (await query<Record<string, unknown>>('SELECT failures, open_until, last_error FROM provider_health'))[0]
  const settled = (count: number) =>
    until(async () => (await query('SELECT FROM lookup WHERE answered_at IS NOT NULL AND claimed_until IS NULL')).length === count, {
      what: () => `${count} answers`,
    })
  const wake = () => hints.emit('lookups', { ids: [] })

  it('asks once for each value over all replicas, at most so many at a time, and tells of the answers', async () => {
    provider.currentPace = { concurrency: 2 }
    await lookups.want([provider], addresses(40), 'alert')
    await run(provider)
    await run(provider)
    await run(provider)
    await settled(40)
    expect(provider.asked.toSorted()).toEqual(
      addresses(40)
        .map(({ value }) => value)
        .toSorted(),
    )
    expect(provider.mostUnderWay).toBeLessThanOrEqual(6)
    expect(await rowOf('192.0.2.7')).toMatchObject({ state: 'KNOWN', facts: { value: '192.0.2.7' }, due_at: null, claimed_until: null })
    await until(() => new Set(hints.idsOf('lookups')).size === 40)
    expect(await query('SELECT asked FROM provider_usage')).toEqual([{ asked: 40 }])
  })

  it('asks in batches, and first for what a person wants', async () => {
    provider = new FakeProvider({ batchSize: 3 })
    provider.currentPace = { concurrency: 1 }
    await lookups.want([provider], addresses(5), 'alert')
    now += 1_000
    await lookups.want([provider], addresses(1, 50), 'person')
    await run(provider)
    await settled(6)
    expect(provider.calls.map(call => call.length)).toEqual([3, 3])
    expect(provider.calls[0]).toContain('192.0.2.50')
    expect(await rowOf('192.0.2.50')).toMatchObject({ priority: 0 })
  })

  it('wakes when something is wanted, and sleeps otherwise', async () => {
    await run(provider)
    await lookups.want([provider], addresses(1), 'person')
    await settled(1)
  })

  it('keeps to the quota of the day, says so, and goes on at midnight', async () => {
    provider.currentPace = { concurrency: 4, perDay: 3 }
    await lookups.want([provider], addresses(5), 'alert')
    await run(provider)
    await run(provider)
    await settled(3)
    const waiting = () => query('SELECT FROM lookup WHERE reason = $1', ['waiting: quota of the day is used up, asked again at 00:00 UTC'])
    await until(async () => (await waiting()).length === 2)
    expect(provider.asked).toHaveLength(3)
    expect(await new ProviderHealth({ pool: database.pool, providers: [provider], clock, logger }).states()).toMatchObject([
      { provider: 'ABUSEIPDB', enabled: true, askedToday: 3, quota: 3, waiting: 2 },
    ])
    now = Date.parse('2026-03-05T00:00:00.000Z')
    wake()
    await settled(5)
    expect(await query('SELECT FROM lookup WHERE reason IS NOT NULL')).toEqual([])
  })

  it('shares a quota where it is told to', async () => {
    provider = new FakeProvider({ id: 'WILDFIRE_REPORT', usageOf: 'WILDFIRE_VERDICT' })
    provider.currentPace = { concurrency: 1, perDay: 2 }
    await query(`INSERT INTO provider_usage VALUES ('WILDFIRE_VERDICT', $1, 1)`, [AT])
    await lookups.want([provider], addresses(2), 'alert')
    await run(provider)
    await settled(1)
    await until(async () => (await query('SELECT FROM lookup WHERE reason IS NOT NULL')).length === 1)
  })

  it('spaces calls by the rate of a minute, over all replicas and midnight', async () => {
    provider.currentPace = { concurrency: 4, perMinute: 4 }
    now = Date.parse('2026-03-04T23:59:50.000Z')
    await lookups.want([provider], addresses(3), 'alert')
    await run(provider)
    await run(provider)
    await settled(1)
    for (const [after, count] of [
      [14_999, 1],
      [15_000, 2],
      [29_999, 2],
      [30_000, 3],
    ] as const) {
      now = Date.parse('2026-03-04T23:59:50.000Z') + after
      wake()
      await settled(count)
    }
    expect(provider.asked).toHaveLength(3)
  })

  it('opens the circuit after five failures in a row, and closes it by one probe', async () => {
    provider.currentPace = { concurrency: 1 }
    provider.answer = () => {
      throw new HttpFault('UNREACHABLE', 'api.example refuses the connection')
    }
    await lookups.want([provider], addresses(20), 'alert')
    await run(provider)
    await until(async () => (await health())?.['failures'] === 5)
    expect(await health()).toEqual({ failures: 5, open_until: new Date(now + 30_000), last_error: 'api.example refuses the connection' })
    await until(
      async () => (await query(`SELECT FROM lookup WHERE reason LIKE 'waiting: api.example refuses the connection%'`)).length === 20,
    )
    expect(provider.asked).toHaveLength(5)

    // Half open: one question over all replicas, whatever wakes them.
    await run(provider)
    now += 30_000
    wake()
    await until(async () => (await health())?.['failures'] === 6)
    expect(await health()).toMatchObject({ open_until: new Date(now + 60_000) })
    expect(provider.asked).toHaveLength(6)

    let probing!: () => void
    provider.answer = ({ value }) => new Promise(resolve => (probing = () => resolve(known({ value }))))
    now += 60_000
    wake()
    await until(() => provider.asked.length === 7)
    wake()
    await until(() => hints.published.length > 0)
    expect(provider.asked).toHaveLength(7)
    provider.answer = ({ value }) => known({ value })
    probing()
    wake()
    now += 900_000
    wake()
    await settled(20)
    expect(await health()).toMatchObject({ failures: 0, open_until: null })
  })

  it('shows a failure after five attempts, keeps what it knew, and hides what is none of the world’s business', async () => {
    provider.answer = () => {
      throw new Error('token=hunter2')
    }
    await lookups.want([provider], addresses(1), 'alert')
    await query(`UPDATE lookup SET attempts = 4`)
    await run(provider)
    await until(async () => (await rowOf('192.0.2.0'))?.['state'] === 'FAILED')
    expect(await rowOf('192.0.2.0')).toMatchObject({
      reason: 'failed: It failed unexpectedly; the log of the server tells more',
      attempts: 5,
      due_at: new Date(now + 480_000),
    })
    await query(`UPDATE lookup SET state = 'KNOWN', facts = '{"old":1}', answered_at = $1, attempts = 4, due_at = $1`, [new Date(now)])
    wake()
    await until(async () => (await rowOf('192.0.2.0'))?.['attempts'] === 5)
    expect(await rowOf('192.0.2.0')).toMatchObject({ state: 'KNOWN', facts: { old: 1 } })
    expect(JSON.stringify([await rowOf('192.0.2.0'), await health()])).not.toContain('hunter2')
  })

  it.each([
    ['QUOTA', {}, '2026-03-05T00:00:00.000Z'],
    ['QUOTA', { retryAt: AT.getTime() + 5_000 }, '2026-03-04T12:00:05.000Z'],
    ['RATE', {}, '2026-03-04T12:01:00.000Z'],
    ['RATE', { retryAt: AT.getTime() - 5_000 }, '2026-03-04T12:00:01.000Z'],
    ['RATE', { retryAt: 1e15 }, '2026-03-06T12:00:00.000Z'],
  ] as const)('pauses on %s %j until %s, without blaming the value', async (fault, options, end) => {
    provider.answer = () => {
      throw new ProviderFault(fault, 'Not now', options)
    }
    await lookups.want([provider], addresses(2), 'alert')
    provider.currentPace = { concurrency: 1 }
    await run(provider)
    await until(async () => (await query(`SELECT FROM lookup WHERE reason LIKE 'waiting: Not now%'`)).length === 2)
    expect(provider.asked).toHaveLength(1)
    expect(await health()).toMatchObject({ failures: 0, open_until: new Date(end) })
    expect(await rowOf('192.0.2.0')).toMatchObject({ state: 'PENDING', attempts: 0, claimed_until: null })
    provider.answer = ({ value }) => known({ value })
    now = Date.parse(end)
    wake()
    await settled(2)
  })

  it('does not try wrong credentials again before they are changed', async () => {
    provider.currentPace = { concurrency: 1 }
    provider.answer = () => {
      throw new ProviderFault('CREDENTIALS', 'The key is refused')
    }
    await lookups.want([provider], addresses(2), 'alert')
    await run(provider)
    const isTold = async () =>
      (await query(`SELECT FROM lookup WHERE reason = 'waiting: The key is refused, not asked until its settings change'`)).length === 2
    await until(isTold)
    now += 400 * 86_400_000
    for (let change = 0; change < 3; change += 1) hints.emit('enrichmentSettings', {})
    wake()
    const [state] = await new ProviderHealth({ pool: database.pool, providers: [provider], clock, logger }).states()
    expect(state).toMatchObject({ openUntil: null, lastError: 'The key is refused. Not asked until its settings change' })
    expect(provider.asked).toHaveLength(1)
    provider.answer = ({ value }) => known({ value })
    provider.version = '2'
    hints.emit('enrichmentSettings', {})
    await settled(2)
  })

  it('asks again later where there is no answer yet', async () => {
    provider.answer = () => ({ kind: 'later', reason: 'not ready', pauseSeconds: 30, giveUpAfter: 3 })
    await lookups.want([provider], addresses(1), 'alert')
    await run(provider)
    await until(async () => (await rowOf('192.0.2.0'))?.['attempts'] === 1)
    expect(await rowOf('192.0.2.0')).toMatchObject({ state: 'PENDING', reason: 'waiting: not ready', due_at: new Date(now + 30_000) })
    for (const pause of [30_000, 60_000]) {
      const before = provider.asked.length
      now += pause
      wake()
      await until(() => provider.asked.length > before)
      await until(async () => (await rowOf('192.0.2.0'))?.['claimed_until'] === null)
    }
    expect(await rowOf('192.0.2.0')).toMatchObject({
      state: 'FAILED',
      reason: 'failed: No answer after 3 questions: not ready',
      due_at: null,
    })
  })

  it('takes over what a replica left behind that died', async () => {
    await lookups.want([provider], addresses(1), 'alert')
    await query('UPDATE lookup SET claimed_until = $1', [new Date(now + 100_000)])
    await run(provider)
    wake()
    await until(async () => (await query('SELECT FROM lookup')).length === 1)
    expect(provider.asked).toEqual([])
    now += 100_001
    wake()
    await settled(1)
  })

  it('gives claims back when it is stopped, and waits for nobody', async () => {
    provider.answer = () => new Promise(() => undefined)
    await lookups.want([provider], addresses(3), 'alert')
    const runner = await run(provider)
    await until(() => provider.asked.length === 3)
    await runner.stop()
    expect(provider.signals.every(signal => signal.aborted)).toBe(true)
    expect(await rowOf('192.0.2.0')).toMatchObject({ claimed_until: null, due_at: AT, attempts: 0, state: 'PENDING' })
    expect(await health()).toBeUndefined()
  })

  it('asks nothing that is not taken any more, and nothing of who is switched off', async () => {
    await lookups.want([provider], addresses(2), 'alert')
    provider.takes = ({ value }) => value !== '192.0.2.0'
    await run(provider)
    await settled(1)
    expect(provider.asked).toEqual(['192.0.2.1'])
    await until(async () => (await rowOf('192.0.2.0')) === undefined)
    provider.takes = () => true
    await lookups.want([provider], addresses(3, 10), 'alert')
    provider.currentPace = undefined
    hints.emit('enrichmentSettings', {})
    await until(async () => (await query(`SELECT FROM lookup WHERE state = 'PENDING'`)).length === 0)
  })

  it('refuses answers that do not fit', async () => {
    await lookups.want([provider], addresses(2), 'alert')
    provider.answer = ({ value }) => (value === '192.0.2.0' ? known('x'.repeat(70_000)) : ({ kind: 'maybe' } as never))
    await run(provider)
    await until(async () => (await rowOf('192.0.2.0'))?.['state'] === 'FAILED' && (await rowOf('192.0.2.1'))?.['attempts'] === 1)
    expect(await rowOf('192.0.2.1')).toMatchObject({ state: 'PENDING', reason: 'waiting: The answer does not fit the question' })
  })

  describe('with consequences', () => {
    const changes: LookupChange[] = []
    beforeEach(() => {
      changes.length = 0
      provider.answered = async given => void changes.push(...given)
    })

    it('tells them what was known before', async () => {
      provider.answer = () => known({ verdict: 'BENIGN' })
      await lookups.want([provider], addresses(1), 'alert')
      await run(provider)
      await settled(1)
      provider.answer = () => known({ verdict: 'MALICIOUS' }, { askAgainInSeconds: 60 })
      await lookups.want([provider], addresses(1), 'person', { force: true })
      await until(() => changes.length === 2)
      await until(async () => (await rowOf('192.0.2.0'))?.['claimed_until'] === null)
      expect(changes.map(({ before }) => before)).toEqual([undefined, { verdict: 'BENIGN' }])
      expect(await rowOf('192.0.2.0')).toMatchObject({ due_at: new Date(now + 60_000), facts: { verdict: 'MALICIOUS' } })
    })

    it('does them again when they fail, and shows the answer all the same', async () => {
      let failures = 0
      provider.answered = async given => {
        if (failures++ < 1) throw new Error('database away')
        changes.push(...given)
      }
      await lookups.want([provider], addresses(1), 'alert')
      await run(provider)
      await until(() => failures === 1)
      expect(await rowOf('192.0.2.0')).toMatchObject({ state: 'KNOWN' })
      await settled(1)
      expect(changes).toHaveLength(1)
    })
  })

  it('forgets answers that nobody wanted for 90 days', async () => {
    await query(
      `INSERT INTO lookup (provider, kind, value, state, expires_at, due_at) SELECT 'ABUSEIPDB', 'ADDRESS', value::text, 'KNOWN', $1::timestamptz - age, due
        FROM (VALUES (1, interval '91 days', NULL::timestamptz), (2, interval '89 days', NULL), (3, interval '91 days', $1)) AS given(value, age, due)`,
      [AT],
    )
    await query(
      `INSERT INTO provider_usage VALUES ('ABUSEIPDB', '2024-01-01', 1), ('ABUSEIPDB next', '2026-02-01', 1), ('ABUSEIPDB', '2026-02-01', 1)`,
    )
    const runner = new LookupRunner({ pool: database.pool, lookups, providers: [], hints, clock, logger })
    expect(await runner.tidy()).toBe(1)
    expect(await query('SELECT value FROM lookup ORDER BY value')).toEqual([{ value: '2' }, { value: '3' }])
    expect(await query('SELECT FROM provider_usage')).toHaveLength(1)
  })
})
