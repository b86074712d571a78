import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildIncident } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { sql, toQuery } from '../../platform/sql.js'
import type { Observable } from '../enrichment/index.js'
import { IncidentReadModel } from '../incidents/index.js'
import { alertNames } from './alerts-naming.js'
import { ObservableActivity, summarise } from './observable-activity.js'

const DAY = 86_400_000
const NOW = AT.getTime()
const daysAgo = (days: number): Date => new Date(NOW - days * DAY)
const DIGEST = 'ab'.repeat(32)

let database: TestDatabase
let activity: ObservableActivity

beforeAll(async () => {
  database = await createTestDatabase()
  activity = new ObservableActivity({ pool: database.pool, clock: { now: () => NOW } })
  const attack = { srcIp: '198.51.100.7', dstIp: '10.0.0.5', attackerSide: 'SOURCE', victimSide: 'DESTINATION' }
  await buildAlert(database, { ...attack, occurredAt: daysAgo(0), blocked: true })
  await buildAlert(database, { ...attack, occurredAt: daysAgo(0), commandControl: true })
  await buildAlert(database, { ...attack, occurredAt: daysAgo(3) })
  await buildAlert(database, { ...attack, occurredAt: daysAgo(40) })
  await buildAlert(database, { srcIp: '10.0.0.5', dstIp: '10.0.0.53', domain: 'evil.example', victimSide: 'SOURCE' })
  await buildAlert(database, { srcIp: '10.0.0.5', dstIp: '10.0.0.9' })
  await buildAlert(database, { srcUser: 'CORP\\Ann', srcHost: 'pc1', dstHost: 'pc1', url: 'HTTP://Evil.example:80/' })
  await buildAlert(database, { dstUser: 'corp\\ann', fileDigest: DIGEST, url: 'evil.example/Path' })
})
afterAll(() => database.drop())

const told = async (observable: Observable, days = 30) => {
  const { alerts, exact, roles, days: counted } = await activity.of(observable, days)
  expect(exact).toBe(true)
  expect(counted.reduce((sum, day) => sum + day.alerts, 0)).toBe(alerts)
  return [alerts, roles.map(({ role, alerts: count }) => `${role} ${count}`).join(', ')]
}

describe('activity', () => {
  it.each<[Observable, number, string]>([
    [{ kind: 'ADDRESS', value: '198.51.100.7' }, 3, 'ATTACKER 2, COMMAND_AND_CONTROL 1'],
    [{ kind: 'ADDRESS', value: '10.0.0.5' }, 5, 'TARGET 4, OTHER 1'],
    [{ kind: 'ADDRESS', value: '10.0.0.53' }, 1, 'RESOLVER 1'],
    [{ kind: 'ADDRESS', value: '203.0.113.1' }, 0, ''],
    [{ kind: 'DOMAIN', value: 'evil.example' }, 1, 'DOMAIN 1'],
    [{ kind: 'USER', value: 'corp\\ann' }, 2, 'USER 2'],
    [{ kind: 'HOST', value: 'pc1' }, 1, 'HOST 1'],
    [{ kind: 'FILE_HASH', value: DIGEST }, 1, 'FILE 1'],
    [{ kind: 'URL', value: 'evil.example' }, 1, 'URL 1'],
    [{ kind: 'URL', value: 'evil.example/Path' }, 1, 'URL 1'],
  ])('of %j', async (observable, alerts, roles) => {
    expect(await told(observable)).toEqual([alerts, roles])
  })

  it('tells every day, and when it was first and last seen in that time', async () => {
    const { days, firstSeenAt, lastSeenAt } = await activity.of({ kind: 'ADDRESS', value: '198.51.100.7' }, 5)
    expect(days.map(({ day, alerts, blocked }) => [day.toISOString().slice(0, 10), alerts, blocked])).toEqual([
      ['2026-02-28', 0, 0],
      ['2026-03-01', 1, 0],
      ['2026-03-02', 0, 0],
      ['2026-03-03', 0, 0],
      ['2026-03-04', 2, 1],
    ])
    expect([firstSeenAt, lastSeenAt]).toEqual([daysAgo(3), daysAgo(0)])
    expect((await activity.of({ kind: 'ADDRESS', value: '198.51.100.7' }, 90)).firstSeenAt).toEqual(daysAgo(40))
  })

  it('of nothing has no times', async () => {
    const { firstSeenAt, lastSeenAt, days } = await activity.of({ kind: 'USER', value: 'nobody' }, 1)
    expect([firstSeenAt, lastSeenAt, days.length]).toEqual([null, null, 1])
  })

  it('shows the day of a clock that is ahead', () => {
    const day = new Date(Date.UTC(2026, 2, 5))
    const { days } = summarise([{ day, role: 'HOST', alerts: 1, blocked: 0, first: day, last: day }], {
      from: Date.UTC(2026, 2, 4),
      now: NOW,
    })
    expect(days.map(({ alerts }) => alerts)).toEqual([0, 1])
  })

  it('asks an index for addresses, users, files and domains', async () => {
    const indexes = {
      ADDRESS: 'alert_src_ip_idx',
      USER: 'alert_dst_user_idx',
      FILE_HASH: 'alert_file_digest_idx',
      DOMAIN: 'alert_domain_idx',
    } as const
    const client = await database.pool.connect()
    await client.query('SET enable_seqscan = off')
    for (const [kind, index] of Object.entries(indexes)) {
      const observable = { kind: kind as Observable['kind'], value: kind === 'ADDRESS' ? '192.0.2.1' : 'x' }
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        toQuery(sql`EXPLAIN SELECT alert.id FROM alert WHERE ${alertNames(observable, NOW)}`),
      )
      expect(rows.map(row => row['QUERY PLAN']).join('\n')).toContain(index)
    }
    client.release(true)
  })
})

describe('incidents', () => {
  it('are found by the values that their alerts name', async () => {
    const { id } = await buildIncident(database)
    await buildAlert(database, { incidentId: id, srcHost: 'pc9', domain: 'worse.example' })
    const incidents = new IncidentReadModel({ pool: database.pool })
    const find = async (observable: Observable) => {
      const rows = await incidents.page({
        filter: { ofAlert: alertNames(observable, NOW) },
        orderBy: 'LAST_ALERT',
        after: undefined,
        limit: 5,
      })
      return rows.map(row => row.id)
    }
    expect(await find({ kind: 'HOST', value: 'pc9' })).toEqual([String(id)])
    expect(await find({ kind: 'DOMAIN', value: 'worse.example' })).toEqual([String(id)])
    expect(await find({ kind: 'DOMAIN', value: 'evil.example' })).toEqual([])
  })
})
