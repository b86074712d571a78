import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildFirewall } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { FakeProvider } from '../../../../../test/support/fake-provider.js'
import { LooseHints } from '../../../../../test/support/loose-hints.js'
import { until } from '../../../../../test/support/until.js'
import { createLogger } from '../../platform/logger.js'
import { AlertFollower } from './alert-follower.js'
import { LookupRunner } from './lookup-runner.js'
import { Lookups } from './lookups.js'

describe('AlertFollower', () => {
  let database: TestDatabase
  let hints: LooseHints
  let lookups: Lookups
  let firewallId: number
  let nextId = 1_000_000n
  const addresses = new FakeProvider()
  const all = new FakeProvider({ id: 'VIRUSTOTAL', kinds: ['DOMAIN', 'URL', 'FILE_HASH', 'HOST', 'USER'] })
  const logger = createLogger('silent')
  const clock = { now: () => AT.getTime() }

  beforeAll(async () => {
    database = await createTestDatabase()
    firewallId = (await buildFirewall(database)).id
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    await database.pool.query('TRUNCATE lookup, batch_follower, ingest_batch, alert, provider_usage')
    hints = new LooseHints()
    lookups = new Lookups({ pool: database.pool, hints, clock, logger })
    for (const provider of [addresses, all]) {
      provider.currentPace = { concurrency: 8 }
      provider.calls.length = 0
    }
  })

  const follower = (...providers: FakeProvider[]) => new AlertFollower({ pool: database.pool, lookups, providers, hints, logger })
  const batch = async (...alerts: object[]) => {
    const first = nextId
    for (const alert of alerts) await buildAlert(database, { id: nextId++, firewallId, ...alert })
    await database.prisma.ingestBatch.create({
      data: {
        key: crypto.randomUUID(),
        firstAlertId: alerts.length > 0 ? first : null,
        lastAlertId: alerts.length > 0 ? nextId - 1n : null,
      },
    })
  }
  const wanted = async () =>
    (await database.pool.query<{ id: string }>(`SELECT kind || ' ' || value AS id FROM lookup ORDER BY 1`)).rows.map(({ id }) => id)
  const begin = (one: AlertFollower) => one.step()

  it('begins with what comes next', async () => {
    await batch({ srcIp: '192.0.2.1' })
    const one = follower(addresses)
    expect(await begin(one)).toBe('idle')
    expect(await one.step()).toBe('idle')
    expect(await wanted()).toEqual([])
    await batch({ srcIp: '192.0.2.2', dstIp: '198.51.100.1' })
    expect(await one.step()).toBe('dealt')
    expect(await wanted()).toEqual(['ADDRESS 192.0.2.2', 'ADDRESS 198.51.100.1'])
    expect(await one.step()).toBe('idle')
  })

  it('reads every kind of value in its canonical form, and nothing of what is none', async () => {
    const one = follower(addresses, all)
    await begin(one)
    await batch(
      { srcIp: '2001:db8::1', srcUser: 'CORP\\JDoe', dstUser: 'jdoe@corp.example', srcHost: 'WS-1', dstHost: '192.0.2.9' },
      { url: 'http://Evil.example/a', domain: 'Evil.Example.', fileDigest: 'A'.repeat(64) },
      { url: 'not a url', domain: 'x', fileDigest: 'zz', srcUser: '', dstUser: '\u202e' },
      {},
    )
    await batch()
    expect(await one.step()).toBe('dealt')
    expect(await wanted()).toEqual([
      'ADDRESS 2001:db8::1',
      'DOMAIN evil.example',
      `FILE_HASH ${'a'.repeat(64)}`,
      'HOST ws-1',
      'URL evil.example/a',
      'USER corp\\jdoe',
      'USER jdoe@corp.example',
    ])
  })

  it('reads on while nobody wants to know', async () => {
    const one = follower(addresses)
    await begin(one)
    addresses.currentPace = undefined
    await batch({ srcIp: '192.0.2.1' })
    expect(await one.step()).toBe('dealt')
    addresses.currentPace = { concurrency: 1 }
    expect(await one.step()).toBe('idle')
    expect(await wanted()).toEqual([])
  })

  it('does nothing about values that were dealt with just now, until settings change', async () => {
    const wants: string[][] = []
    let now = AT.getTime()
    const one = new AlertFollower({
      pool: database.pool,
      lookups: { want: async (_, observables) => wants.push(observables.map(({ value }) => value)) },
      providers: [addresses],
      hints,
      clock: { now: () => now },
      logger,
    })
    await one.start()
    const dealt = async (...alerts: object[]) => {
      await batch(...alerts)
      await one.step()
    }
    await until(async () => (await database.pool.query('SELECT FROM batch_follower')).rowCount === 1)
    await dealt({ srcIp: '192.0.2.1' })
    await dealt({ srcIp: '192.0.2.1', dstIp: '192.0.2.2' })
    now += 60_000
    await dealt({ srcIp: '192.0.2.1' })
    hints.emit('enrichmentSettings', {})
    await dealt({ srcIp: '192.0.2.1' })
    await one.stop()
    expect(wants).toEqual([['192.0.2.1'], ['192.0.2.2'], ['192.0.2.1'], ['192.0.2.1']])
  })

  it('passes over batches that were forgotten', async () => {
    const one = follower(addresses)
    await begin(one)
    for (let count = 1; count <= 3; count += 1) await batch({ srcIp: `192.0.2.${count}` })
    await one.step()
    await batch({ srcIp: '192.0.2.4' })
    await batch({ srcIp: '192.0.2.5' })
    await database.pool.query('DELETE FROM ingest_batch WHERE id < (SELECT max(id) FROM ingest_batch)')
    expect(await one.step()).toBe('dealt')
    expect(await wanted()).toEqual(['ADDRESS 192.0.2.1', 'ADDRESS 192.0.2.2', 'ADDRESS 192.0.2.3', 'ADDRESS 192.0.2.5'])
  })

  it('leaves the position where it was when the values could not be kept', async () => {
    const failing = new AlertFollower({
      pool: database.pool,
      lookups: {
        want: async () => {
          throw new Error('away')
        },
      },
      providers: [addresses],
      hints,
      logger,
    })
    await begin(failing)
    await batch({ srcIp: '192.0.2.1' })
    await expect(failing.step()).rejects.toThrow('away')
    expect(await follower(addresses).step()).toBe('dealt')
    expect(await wanted()).toEqual(['ADDRESS 192.0.2.1'])
  })

  it('lets one replica at a time follow', async () => {
    const one = follower(addresses)
    await begin(one)
    await batch({ srcIp: '192.0.2.1' })
    const client = await database.pool.connect()
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(5410004)')
    expect(await one.step()).toBe('idle')
    expect(await wanted()).toEqual([])
    await client.query('ROLLBACK')
    client.release()
    expect(await one.step()).toBe('dealt')
  })

  describe('with the runner', () => {
    const services: { stop(): Promise<void> }[] = []
    afterEach(() => Promise.all(services.splice(0).map(service => service.stop())))

    it('makes 50 look-ups of a burst of 100,000 alerts from 50 addresses, over two replicas', async () => {
      const first = nextId
      const count = 100_000
      await begin(follower(addresses))
      await database.pool.query(
        `INSERT INTO alert (id, firewall_id, received_at, occurred_at, time_source, format, transport, subtype, severity, threat_name, action, blocked,
            command_control, field_count, raw, src_ip)
          SELECT $1::bigint + n, $2, $3, $3, 'ARRIVAL', 'PANOS_CSV', 'UDP', 'vulnerability', 4, 'x', 'alert', false, false, 72, '', '192.0.2.0'::inet + n % 50
          FROM generate_series(0, $4::int - 1) AS n`,
        [String(first), firewallId, AT, count],
      )
      nextId += BigInt(count)
      for (let replica = 0; replica < 2; replica += 1) {
        const runner = new LookupRunner({ pool: database.pool, lookups, providers: [addresses], hints, clock, logger })
        const one = follower(addresses)
        services.push(runner, one)
        await runner.start()
        await one.start()
      }
      await database.pool.query(
        `INSERT INTO ingest_batch (key, first_alert_id, last_alert_id)
          SELECT gen_random_uuid(), $1::bigint + n * 500, $1::bigint + n * 500 + 499 FROM generate_series(0, $2::int / 500 - 1) AS n`,
        [String(first), count],
      )
      hints.emit('alerts', { batch: '1' })
      const caughtUp = () =>
        database.pool
          .query('SELECT FROM batch_follower WHERE batch = (SELECT max(id) FROM ingest_batch)')
          .then(({ rowCount }) => rowCount === 1)
      await until(caughtUp, { deadlineMs: 25_000, what: () => 'the follower' })
      await until(async () => (await database.pool.query(`SELECT FROM lookup WHERE state = 'KNOWN'`)).rowCount === 50)
      expect(addresses.asked).toHaveLength(50)
      expect(new Set(addresses.asked).size).toBe(50)
    })
  })
})
