import { afterAll, beforeAll, expect, it } from 'vitest'
import { AT, buildAlert, buildFirewall, buildIncident, buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'

let database: TestDatabase
let domain: Domain

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
})
afterAll(() => database.drop())

const HOUR = 3_600_000
const before = (hours: number) => new Date(AT.getTime() - hours * HOUR)
const TOP = '{ label count search }'
const STEP = '{ at allowed blocked severities { severity count } }'
const QUERY = `query ($from: DateTime!, $to: DateTime!) { overview(from: $from, to: $to) {
  from to alerts ${STEP} incidents ${STEP} topAttackers ${TOP} topTargets ${TOP} topUsers ${TOP} topThreats ${TOP} topRules ${TOP}
  topFirewalls ${TOP} openByAge ${TOP} openBySeverity { severity count } medianAcknowledgeMinutes medianCloseMinutes
  lists { list { name } entries added removed } devices { device { name } inSync pending failed } } }`

interface Step {
  at: string
  allowed: number
  blocked: number
  severities: { severity: string; count: number }[]
}
interface Top {
  label: string
  count: number
  search: string
}
interface Answer {
  alerts: Step[]
  incidents: Step[]
  topAttackers: Top[]
  topTargets: Top[]
  topUsers: Top[]
  topThreats: Top[]
  topRules: Top[]
  topFirewalls: Top[]
  openByAge: Top[]
  openBySeverity: { severity: string; count: number }[]
  medianAcknowledgeMinutes: number | null
  medianCloseMinutes: number | null
  lists: { list: { name: string }; entries: number; added: number; removed: number }[]
  devices: { device: { name: string }; inSync: number; pending: number; failed: number }[]
}
const overview = async (from: Date, to: Date): Promise<Answer> =>
  (
    await answerOf({
      schema: domain.schema,
      query: QUERY,
      variables: { from: from.toISOString(), to: to.toISOString() },
      actor: actorOf('VIEWER'),
    })
  )['overview'] as Answer
const counts = (tops: readonly Top[]) => tops.map(({ label, count }) => [label, count])

async function buildNetwork() {
  await buildSource(database)
  const firewall = await buildFirewall(database, { name: 'fw-edge' })
  const attack = { firewallId: firewall.id, srcIp: '203.0.113.8', dstIp: '192.0.2.7', attackerSide: 'SOURCE', victimSide: 'DESTINATION' }
  await buildAlert(database, { ...attack, occurredAt: before(1), rule: 'outbound', srcUser: 'corp\\ann', dstUser: 'CORP\\Ann' })
  await buildAlert(database, { ...attack, occurredAt: before(1), severity: 5, blocked: true, srcUser: 'CORP\\ANN' })
  await buildAlert(database, { ...attack, occurredAt: before(2), attackerSide: 'DESTINATION', victimSide: 'SOURCE', threatName: 'Other' })
  await buildAlert(database, { ...attack, occurredAt: before(30), threatName: 'Long ago' })
  await buildIncident(database, { createdAt: before(0.5), severity: 5 })
  await buildIncident(database, { createdAt: before(50), severity: 5, state: 'OPEN', acknowledgedAt: before(49) })
  await buildIncident(database, { createdAt: before(4), state: 'CLOSED', acknowledgedAt: before(3), closedAt: before(2), allowedCount: 0n })
  await buildIncident(database, { createdAt: before(6), state: 'CLOSED', acknowledgedAt: before(3), closedAt: before(2) })
}

async function buildEnforcement() {
  const { prisma } = database
  const list = await prisma.list.create({ data: { name: 'Attackers', kind: 'ADDRESS' } })
  const entry = { listId: list.id, cause: 'USER' }
  await prisma.listEntry.createMany({
    data: [
      { ...entry, value: '203.0.113.8', typed: '203.0.113.8', addedAt: before(1) },
      { ...entry, value: '203.0.113.9', typed: '203.0.113.9', addedAt: before(90) },
      { ...entry, value: '203.0.113.10', typed: '203.0.113.10', addedAt: before(90), removedAt: before(2), removal: 'REMOVED' },
      { ...entry, value: '203.0.113.11', typed: '203.0.113.11', addedAt: before(90), expiresAt: before(80) },
    ],
  })
  const device = await prisma.device.create({
    data: { type: 'PALO_ALTO_NETWORKS', name: 'fw-1', host: 'fw-1.corp.example', username: 'api', passwordSealed: '' },
  })
  const mapping = { deviceId: device.id, listId: list.id, kind: 'ADDRESS_GROUP' }
  await prisma.mapping.createMany({
    data: ['IN_SYNC', 'AWAITING_COMMIT', 'FAILED', 'DRIFTED'].map(state => ({ ...mapping, groupName: state, state })),
  })
}

it('counts a time, and says what is most frequent', async () => {
  await buildNetwork()
  await buildEnforcement()
  const day = await overview(before(24), AT)
  expect(day.alerts.filter(({ severities }) => severities.length > 0)).toEqual([
    { at: before(2).toISOString(), allowed: 1, blocked: 0, severities: [{ severity: 'HIGH', count: 1 }] },
    {
      at: before(1).toISOString(),
      allowed: 1,
      blocked: 1,
      severities: [
        { severity: 'CRITICAL', count: 1 },
        { severity: 'HIGH', count: 1 },
      ],
    },
  ])
  expect(day.incidents.reduce((sum, { allowed, blocked }) => [(sum[0] ?? 0) + allowed, (sum[1] ?? 0) + blocked], [0, 0])).toEqual([2, 1])
  expect(counts(day.topAttackers)).toEqual([
    ['203.0.113.8', 2],
    ['192.0.2.7', 1],
  ])
  expect(counts(day.topTargets)).toEqual([
    ['192.0.2.7', 2],
    ['203.0.113.8', 1],
  ])
  expect(day.topUsers.map(({ count }) => count)).toEqual([2])
  expect(counts(day.topThreats)).toEqual([
    ['Made-up overflow', 2],
    ['Other', 1],
  ])
  expect(counts(day.topRules)).toEqual([['outbound', 1]])
  expect(counts(day.topFirewalls)).toEqual([['fw-edge', 3]])
  const firewall = await database.prisma.firewall.findFirstOrThrow()
  const range = `${before(24).toISOString()}..${AT.toISOString()}`
  expect([...new URLSearchParams(day.topFirewalls[0]?.search)]).toEqual([
    ['range', range],
    ['firewall', toGlobalId('Firewall', firewall.id)],
  ])
  expect([...new URLSearchParams(day.topTargets[0]?.search)]).toEqual([
    ['range', range],
    ['victim', '192.0.2.7'],
  ])
  expect(counts(day.openByAge)).toEqual([
    ['< 1 h', 1],
    ['1 – 24 h', 0],
    ['1 – 7 d', 1],
    ['7 – 30 d', 0],
    ['> 30 d', 0],
  ])
  expect(day.openBySeverity).toEqual([{ severity: 'CRITICAL', count: 2 }])
  expect([day.medianAcknowledgeMinutes, day.medianCloseMinutes]).toEqual([120, 180])
  expect(day.lists).toEqual([{ list: { name: 'Attackers' }, entries: 2, added: 1, removed: 1 }])
  expect(day.devices).toEqual([{ device: { name: 'fw-1' }, inSync: 1, pending: 1, failed: 2 }])
})

it('says that there was nothing', async () => {
  const past = await overview(before(400), before(300))
  expect(past.alerts.every(({ severities }) => severities.length === 0)).toBe(true)
  expect([past.topAttackers, past.topUsers, past.medianCloseMinutes]).toEqual([[], [], null])
})

it('refuses a time that is none', async () => {
  await expect(overview(AT, before(1))).rejects.toThrow('from must be before to')
})

it('counts a hundred thousand alerts well within the time of a search', async () => {
  const { id } = await database.prisma.firewall.findFirstOrThrow()
  await database.pool.query(
    `INSERT INTO alert (id, firewall_id, received_at, occurred_at, time_source, format, transport, subtype, severity, threat_name, action,
      blocked, command_control, field_count, raw, src_ip, dst_ip, attacker_side, victim_side, src_user, rule)
    SELECT 1000000 + n, $1, at, at, 'ARRIVAL', 'PANOS_CSV', 'UDP', 'spyware', n % 6, 'Threat ' || n % 500, 'alert', n % 2 = 0, FALSE, 72,
      repeat('x', 600), '198.51.100.0'::inet + n % 5000, '192.0.2.0'::inet + n % 200, 'SOURCE', 'DESTINATION', 'corp\\u' || n % 300, 'rule ' || n % 40
    FROM generate_series(1, 100000) AS n, LATERAL (SELECT $2::timestamptz + n * interval '200 milliseconds' AS at) AS moment`,
    [id, before(600)],
  )
  await database.pool.query('ANALYZE alert')
  const started = performance.now()
  const busy = await overview(before(600), before(590))
  const took = Math.round(performance.now() - started)
  expect(busy.alerts.reduce((sum, { allowed, blocked }) => sum + allowed + blocked, 0)).toBe(100_000)
  expect(busy.topThreats).toHaveLength(10)
  expect(took).toBeLessThan(8_000)
  if (process.env['OVERVIEW_TIME']) process.stdout.write(`100,000 alerts counted in ${took} ms\n`)
})
