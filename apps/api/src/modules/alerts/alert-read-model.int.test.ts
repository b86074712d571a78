import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildFirewall, buildIncident } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { searchRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { AlertConditions } from './alert-filter.js'
import { AlertOrder, type AlertPosition } from './alert-order.js'
import { AlertReadModel } from './alert-read-model.js'

const minute = (n: number): Date => new Date(AT.getTime() + n * 60_000)
const DIGEST = 'ab'.repeat(32)

let database: TestDatabase
let alerts: AlertReadModel

beforeAll(async () => {
  database = await createTestDatabase()
  alerts = new AlertReadModel({ pool: database.pool })
})
afterAll(() => database.drop())

describe('every filter', () => {
  let firewallId = 0
  let incidentId = 0n
  beforeAll(async () => {
    firewallId = (await buildFirewall(database)).id
    const other = (await buildFirewall(database)).id
    incidentId = (await buildIncident(database)).id
    const plain = { firewallId: other, subtype: 'url', severity: 1, action: 'alert', threatName: 'plain', threatId: null }
    await buildAlert(database, { ...plain, id: 100n, occurredAt: minute(-10) })
    await buildAlert(database, {
      ...plain,
      id: 101n,
      severity: 5,
      subtype: 'virus',
      action: 'reset-both',
      blocked: true,
      incidentId,
      firewallId,
    })
    await buildAlert(database, {
      ...plain,
      id: 102n,
      srcIp: '10.1.2.3',
      dstIp: '198.51.100.7',
      attackerSide: 'DESTINATION',
      victimSide: 'SOURCE',
    })
    await buildAlert(database, {
      ...plain,
      id: 103n,
      srcIp: '2001:db8::1',
      dstIp: '10.1.9.9',
      attackerSide: 'SOURCE',
      victimSide: 'DESTINATION',
    })
    await buildAlert(database, {
      ...plain,
      id: 104n,
      srcUser: 'corp\\Ann',
      rule: 'Out_to web',
      url: 'bad.example/100%_off',
      threatId: 999_001n,
    })
    await buildAlert(database, { ...plain, id: 105n, dstUser: 'bob', domain: 'evil.example', threatName: 'Trojan/Win32.ann' })
    await buildAlert(database, {
      ...plain,
      id: 106n,
      subtype: 'wildfire',
      verdict: 'PHISHING',
      fileName: 'invoice.exe',
      fileDigest: DIGEST,
    })
  })

  const ids = async (filter: AlertConditions) => {
    const rows = await alerts.page({ filter, orderBy: AlertOrder.OLDEST_RECEIVED, after: undefined, limit: 50 })
    const { count } = await alerts.count(filter)
    expect(count).toBe(rows.length)
    return rows.map(row => Number(row.id))
  }

  it.each<[string, AlertConditions, number[]]>([
    ['nothing', {}, [100, 101, 102, 103, 104, 105, 106]],
    ['from', { from: AT }, [101, 102, 103, 104, 105, 106]],
    ['to, which is not in it', { to: AT }, [100]],
    ['severity', { severity: ['CRITICAL', 'HIGH'] }, [101]],
    ['minSeverity', { minSeverity: 'LOW' }, [101]],
    ['subtype in any case', { subtype: ['VIRUS', 'wildfire'] }, [101, 106]],
    ['action', { action: ['reset-both'] }, [101]],
    ['blocked', { blocked: true }, [101]],
    ['verdict', { verdict: ['PHISHING'] }, [106]],
    ['address at either end', { address: '10.1.2.3' }, [102]],
    ['network at either end', { address: '10.1.0.0/16' }, [102, 103]],
    ['IPv6 network', { address: '2001:db8::/32' }, [103]],
    ['source', { source: '10.0.0.0/8' }, [102]],
    ['destination', { destination: '10.0.0.0/8' }, [103]],
    ['attacker', { attacker: '198.51.100.7' }, [102]],
    ['attacker that is only a victim', { attacker: '10.1.0.0/16' }, []],
    ['victim on either side', { victim: '10.1.0.0/16' }, [102, 103]],
    ['user in any case', { user: { in: ['CORP\\ann', 'BOB'] } }, [104, 105]],
    ['part of a user', { user: { contains: 'ANN' } }, [104]],
    ['threat', { threat: { contains: 'win32' } }, [105]],
    ['threat in full', { threat: { in: ['trojan/win32.ANN'] } }, [105]],
    ['threatId', { threatId: 999_001n }, [104]],
    ['a threatId that no bigint holds', { threatId: 10n ** 30n }, []],
    ['fileDigest in any case', { fileDigest: DIGEST.toUpperCase() }, [106]],
    ['url, with a wildcard that means itself', { url: { contains: '100%_' } }, [104]],
    ['a wildcard alone', { url: { contains: '%' } }, [104]],
    ['domain through url', { url: { in: ['evil.example'] } }, [105]],
    ['file name through url', { url: { contains: 'invoice' } }, [106]],
    ['rule', { rule: { in: ['out_to WEB'] } }, [104]],
    ['inIncident', { inIncident: true }, [101]],
    ['not inIncident', { inIncident: false, minSeverity: 'LOW' }, []],
    ['text in threat and user', { text: 'ann' }, [104, 105]],
    ['text that is an address', { text: '10.1.2.3' }, [102]],
    ['text that is a network', { text: '10.1.0.0/16' }, [102, 103]],
    ['text that is a digest', { text: DIGEST }, [106]],
    ['text that is a threat id', { text: '999001' }, [104]],
    ['empty text', { text: ' ' }, [100, 101, 102, 103, 104, 105, 106]],
    ['two at once', { subtype: ['url'], address: '10.1.0.0/16', victim: '10.1.9.9' }, [103]],
    ['nothing of an empty list', { severity: [] }, []],
  ])('%s', async (_name, filter, expected) => {
    expect(await ids(filter)).toEqual(expected)
  })

  it('firewall and incident', async () => {
    expect(await ids({ firewallIds: [BigInt(firewallId)] })).toEqual([101])
    expect(await ids({ firewallIds: [999_999_999_999n] })).toEqual([])
    expect(await ids({ incidentId })).toEqual([101])
  })
})

describe('pages', () => {
  const FILTER: AlertConditions = { rule: { in: ['pages'] } }
  beforeAll(async () => {
    // Ids and times run against each other, and times repeat.
    for (let n = 0; n < 20; n += 1)
      await buildAlert(database, { id: BigInt(1_000 + n * 10), occurredAt: minute(-Math.floor(n / 3)), rule: 'pages' })
  })

  const walk = async (orderBy: AlertOrder, between: (page: number) => Promise<void>) => {
    const seen: number[] = []
    let after: AlertPosition | undefined
    for (let page = 0; page < 20; page += 1) {
      const rows = await alerts.page({ filter: FILTER, orderBy, after, limit: 3 })
      seen.push(...rows.map(row => Number(row.id)))
      const last = rows.at(-1)
      if (!last || rows.length < 3) break
      after = last
      await between(page)
    }
    return seen
  }

  it.each([
    ['NEWEST_RECEIVED', 1_190, 1_000],
    ['OLDEST_RECEIVED', 1_000, 1_190],
    ['NEWEST_OCCURRED', 1_020, 1_180],
    ['OLDEST_OCCURRED', 1_180, 1_020],
  ] as const)('%s meets every alert once', async (order, first, last) => {
    const seen = await walk(order, async () => undefined)
    expect([seen[0], seen.at(-1)]).toEqual([first, last])
    expect(new Set(seen).size).toBe(20)
    expect(seen).toHaveLength(20)
  })

  it('neither repeats nor skips when alerts come in between', async () => {
    const before = await walk('NEWEST_OCCURRED', async () => undefined)
    const during = await walk('NEWEST_OCCURRED', async page => {
      await buildAlert(database, { id: BigInt(2_000 + page), occurredAt: minute(60 + page), rule: 'pages' })
    })
    expect(during).toEqual(before)
  })
})

describe('batches', () => {
  const RULE = { rule: { in: ['batches'] } }
  const key = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const ofBatches = async (fromBatch: string, toBatch: string, limit = 10) => {
    const fresh = await alerts.ofBatches({ fromBatch, toBatch }, RULE, limit)
    return fresh.kind === 'resync' ? 'resync' : fresh.rows.map(row => Number(row.id))
  }

  beforeAll(async () => {
    for (let n = 0; n < 6; n += 1) await buildAlert(database, { id: BigInt(5_000 + n), rule: n === 1 ? 'other' : 'batches' })
    await database.prisma.ingestBatch.createMany({
      data: [
        { id: 10n, key: key(10), firstAlertId: 5_000n, lastAlertId: 5_001n },
        { id: 11n, key: key(11), firstAlertId: null, lastAlertId: null },
        { id: 13n, key: key(13), firstAlertId: 5_002n, lastAlertId: 5_005n },
      ],
    })
  })

  it('tells the newest', async () => {
    expect(await alerts.newestBatch()).toBe('13')
  })

  it.each([
    ['one batch', '9', '10', [5_000]],
    ['a batch without alerts', '10', '11', []],
    ['several, over a number that was never used', '9', '13', [5_000, 5_002, 5_003, 5_004, 5_005]],
    ['nothing new', '13', '13', []],
    ['from the beginning', '0', '10', [5_000]],
    ['a position before the oldest that is kept', '5', '13', 'resync'],
    ['a position of another database', '99', '13', 'resync'],
  ] as const)('tells the matching alerts of %s', async (_name, from, to, expected) => {
    expect(await ofBatches(from, to)).toEqual(expected)
  })

  it('asks to start over rather than answer more than it may', async () => {
    expect(await ofBatches('9', '13', 5)).toHaveLength(5)
    expect(await ofBatches('9', '13', 4)).toBe('resync')
  })

  it.each(['', 'abc', '-1', '1e3', '9'.repeat(30)])('refuses %j as a position', async position => {
    await expect(ofBatches(position, '13')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('a search that takes too long', () => {
  it('is ended by the database and named, and the connection serves on', async () => {
    await expect(searchRows(database.pool, sql`SELECT pg_sleep(30)`, 20)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    const { rows } = await database.pool.query<{ statement_timeout: string }>('SHOW statement_timeout')
    expect(rows[0]?.statement_timeout).toBe('0')
  })

  it('cannot write', async () => {
    await expect(searchRows(database.pool, sql`DELETE FROM alert RETURNING id`)).rejects.toMatchObject({ code: '25006' })
  })
})

it('counts to ten thousand and no further', async () => {
  await database.pool
    .query(`INSERT INTO alert (id, firewall_id, received_at, occurred_at, time_source, format, transport, subtype, severity,
      threat_name, action, blocked, command_control, field_count, raw, rule)
    SELECT 100000 + n, 1, now(), now(), 'ARRIVAL', 'PANOS_CSV', 'UDP', 'url', 1, 'many', 'alert', false, false, 1, '', 'many'
    FROM generate_series(1, 10001) AS n`)
  expect(await alerts.count({ rule: { in: ['many'] } })).toEqual({ count: 10_000, exact: false })
  expect(await alerts.count({ rule: { in: ['many'] }, text: 'nothing' })).toEqual({ count: 0, exact: true })
})
