import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { FakeProvider } from '../../../../../test/support/fake-provider.js'
import { LooseHints } from '../../../../../test/support/loose-hints.js'
import { createLogger } from '../../platform/logger.js'
import { Lookups } from './lookups.js'

const address = (value: string) => ({ kind: 'ADDRESS', value }) as const

describe('Lookups', () => {
  let database: TestDatabase
  let now: number
  let hints: LooseHints
  let lookups: Lookups
  const provider = new FakeProvider()
  const one = [address('192.0.2.1')]
  const rowOf = async (value = '192.0.2.1') =>
    (await database.pool.query('SELECT state, priority, attempts, reason, due_at, expires_at FROM lookup WHERE value = $1', [value]))
      .rows[0] as unknown
  /** As the runner would leave it. */
  const answered = (expiresInMs: number, more = '') =>
    database.pool.query(
      `UPDATE lookup SET state = 'KNOWN', facts = '{"a":1}', score = 7, priority = 0, due_at = NULL, answered_at = $1, expires_at = $2 ${more}`,
      [new Date(now), new Date(now + expiresInMs)],
    )

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    await database.pool.query('TRUNCATE lookup')
    now = AT.getTime()
    hints = new LooseHints()
    lookups = new Lookups({ pool: database.pool, hints, clock: { now: () => now }, logger: createLogger('silent') })
    provider.currentPace = { concurrency: 1 }
    provider.takes = () => true
  })

  it('asks once for a value, however often it is wanted', async () => {
    expect(await lookups.want([provider], [...one, ...one], 'alert')).toBe(1)
    expect(await lookups.want([provider], one, 'alert')).toBe(0)
    expect(await rowOf()).toMatchObject({ state: 'PENDING', priority: 0, due_at: AT })
    expect(hints.published).toEqual([{ topic: 'lookups', hint: { ids: ['ADDRESS 192.0.2.1'] } }])
    now += 1_000
    expect(await lookups.want([provider], one, 'person')).toBe(0)
    expect(await rowOf()).toMatchObject({ priority: 10, due_at: AT })
    await lookups.want([provider], one, 'alert')
    expect(await rowOf()).toMatchObject({ priority: 10 })
  })

  it('leaves good answers alone, and asks again when they have expired', async () => {
    await lookups.want([provider], one, 'alert')
    await answered(60_000)
    expect(await lookups.want([provider], one, 'person')).toBe(0)
    expect(await lookups.rows([{ provider: 'ABUSEIPDB', ...address('192.0.2.1') }])).toMatchObject([
      { state: 'KNOWN', facts: { a: 1 }, score: 7, refreshing: false, answeredAt: AT },
    ])
    now += 60_000
    expect(await lookups.want([provider], one, 'alert')).toBe(1)
    expect(await lookups.rows([{ provider: 'ABUSEIPDB', ...address('192.0.2.1') }])).toMatchObject([
      { state: 'KNOWN', facts: { a: 1 }, score: 7, refreshing: true },
    ])
  })

  it('asks again at once when it must', async () => {
    await lookups.want([provider], one, 'alert')
    await answered(60_000)
    expect(await lookups.want([provider], one, 'person', { force: true })).toBe(1)
    expect(await rowOf()).toMatchObject({ state: 'KNOWN', priority: 10, due_at: AT })
  })

  it('leaves retries their pause, and brings second looks forward when the answer has expired', async () => {
    await lookups.want([provider], one, 'alert')
    const later = new Date(now + 600_000)
    await database.pool.query(`UPDATE lookup SET attempts = 3, due_at = $1, reason = 'waiting: x'`, [later])
    expect(await lookups.want([provider], one, 'person')).toBe(0)
    expect(await rowOf()).toMatchObject({ due_at: later, attempts: 3, priority: 10, reason: 'waiting: x' })
    expect(await lookups.want([provider], one, 'person', { force: true })).toBe(1)
    expect(await rowOf()).toMatchObject({ due_at: AT, attempts: 0, state: 'PENDING', reason: null })
    await answered(60_000, ', attempts = 0')
    await database.pool.query('UPDATE lookup SET due_at = $1', [later])
    expect(await lookups.want([provider], one, 'alert')).toBe(0)
    now += 60_000
    expect(await lookups.want([provider], one, 'alert')).toBe(1)
  })

  it('shows a value that failed as pending when it is asked about again', async () => {
    await lookups.want([provider], one, 'alert')
    await database.pool.query(`UPDATE lookup SET state = 'FAILED', reason = 'failed: x', attempts = 50, due_at = NULL`)
    expect(await lookups.want([provider], one, 'alert')).toBe(1)
    expect(await rowOf()).toMatchObject({ state: 'PENDING', attempts: 0, reason: null })
  })

  it('asks only who is switched on, for kinds and values that are taken', async () => {
    const users = new FakeProvider({ id: 'DIRECTORY', kinds: ['USER'] })
    const off = new FakeProvider({ id: 'GREYNOISE' })
    off.currentPace = undefined
    const picky = new FakeProvider({ id: 'VIRUSTOTAL' })
    picky.takes = ({ value }, wanted) => {
      if (value === '192.0.2.3') throw new Error('cannot judge')
      return wanted === 'person'
    }
    const values = [...one, address('192.0.2.3')]
    expect(await lookups.want([provider, users, off, picky], values, 'alert')).toBe(2)
    now += 1_000
    expect(await lookups.want([provider, users, off, picky], values, 'person')).toBe(1)
    const { rows } = await database.pool.query('SELECT provider, value FROM lookup ORDER BY provider, value')
    expect(rows).toEqual([
      { provider: 'ABUSEIPDB', value: '192.0.2.1' },
      { provider: 'ABUSEIPDB', value: '192.0.2.3' },
      { provider: 'VIRUSTOTAL', value: '192.0.2.1' },
    ])
  })

  it('takes thousands at a time, from several replicas at a time', async () => {
    const values = Array.from({ length: 12_000 }, (_, index) => address(`2001:db8::${index.toString(16)}`))
    const replica = (ahead: number) =>
      new Lookups({ pool: database.pool, hints, clock: { now: () => now + ahead }, logger: createLogger('silent') })
    const due = await Promise.all([
      replica(0).want([provider], values, 'alert'),
      replica(1).want([provider], values.toReversed(), 'alert'),
      replica(2).want([provider], values, 'person'),
    ])
    expect(due.reduce((sum, count) => sum + count)).toBe(12_000)
    expect(hints.published.every(({ hint }) => (hint as { ids: string[] }).ids.length === 0)).toBe(true)
    expect((await database.pool.query('SELECT count(*)::int AS count FROM lookup WHERE priority = 10')).rows).toEqual([{ count: 12_000 }])
  })

  it('answers many keys in one query, in their order', async () => {
    await lookups.want([provider], one, 'alert')
    const loader = lookups.lookupOf()
    const rows = await Promise.all(
      ['192.0.2.9', '192.0.2.1', '192.0.2.1'].map(value => loader.load({ provider: 'ABUSEIPDB', ...address(value) })),
    )
    expect(rows.map(({ value, state, refreshing }) => [value, state, refreshing])).toEqual([
      ['192.0.2.9', 'NOT_ASKED', false],
      ['192.0.2.1', 'PENDING', false],
      ['192.0.2.1', 'PENDING', false],
    ])
  })

  it('does not lock what it leaves alone', async () => {
    await lookups.want([provider], one, 'alert')
    await answered(60_000)
    const client = await database.pool.connect()
    await client.query('BEGIN')
    await client.query('SELECT FROM lookup FOR UPDATE')
    expect(await lookups.want([provider], one, 'alert')).toBe(0)
    await client.query('ROLLBACK')
    client.release()
  })
})
