import { execute, parse } from 'graphql'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { AT, buildAlert, buildFirewall, buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf, contextOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'

let database: TestDatabase
let domain: Domain

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
})
afterAll(() => database.drop())

const ask = (query: string, variables: Record<string, unknown> = {}) =>
  answerOf({ schema: domain.schema, query, variables, actor: actorOf('VIEWER') })

/** Beginnings of the statements sent meanwhile, apart from those that only frame a transaction. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(Client.prototype, 'query')
  try {
    await work()
    const texts = spy.mock.calls.map(([first]: unknown[]) => (typeof first === 'string' ? first : (first as { text: string }).text))
    return texts.filter(text => !/^(BEGIN|COMMIT|ROLLBACK)/.test(text)).map(text => text.trim().slice(0, 40))
  } finally {
    spy.mockRestore()
  }
}

describe('an alert', () => {
  it('tells both ends, who attacks whom, and big numbers exactly', async () => {
    const alert = await buildAlert(database, {
      srcIp: '10.0.0.5',
      srcPort: 51000,
      srcUser: 'corp\\ann',
      dstIp: '2001:db8::80',
      dstPort: 443,
      dstLocation: 'Nowhere',
      attackerSide: 'DESTINATION',
      victimSide: 'SOURCE',
      commandControl: true,
      sequence: '18446744073709551615',
      sessionId: 9_007_199_254_740_993n,
    })
    const answer = await ask(
      `query ($id: ID!) { alert(id: $id) {
        id severity threatId sequence sessionId sender occurredAt linkKey
        source { address port user } attacker { address port location } victim { address } attackerSide commandControl
        firewall { serial } incident { id } raw fields { key }
      } }`,
      { id: toGlobalId('Alert', alert.id) },
    )
    expect(answer['alert']).toMatchObject({
      id: toGlobalId('Alert', alert.id),
      severity: 'HIGH',
      threatId: '30001',
      sequence: '18446744073709551615',
      sessionId: '9007199254740993',
      sender: '192.0.2.1',
      occurredAt: AT.toISOString(),
      linkKey: null,
      source: { address: '10.0.0.5', port: 51000, user: 'corp\\ann' },
      attacker: { address: '2001:db8::80', port: 443, location: 'Nowhere' },
      victim: { address: '10.0.0.5' },
      attackerSide: 'DESTINATION',
      commandControl: true,
      firewall: { serial: expect.any(String) as unknown },
      incident: null,
      raw: alert.raw,
      fields: expect.any(Array) as unknown,
    })
  })

  it('is found by node(id), and null when it is not there', async () => {
    const { id } = await buildAlert(database)
    const node = 'query ($id: ID!) { node(id: $id) { __typename id } }'
    expect(await ask(node, { id: toGlobalId('Alert', id) })).toEqual({ node: { __typename: 'Alert', id: toGlobalId('Alert', id) } })
    expect(await ask(node, { id: toGlobalId('Alert', 'x-1') })).toEqual({ node: null })
    expect(await ask('query ($id: ID!) { alert(id: $id) { id } }', { id: toGlobalId('Alert', 123_456_789) })).toEqual({ alert: null })
  })
})

describe('a page', () => {
  const PAGE = `query ($first: Int!, $after: String, $filter: AlertFilter, $orderBy: AlertOrder) {
    alerts(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { nodes { rule } pageInfo { hasNextPage endCursor } } }`
  const COUNTED = `query { alerts(first: 2, filter: { rule: { in: ["page"] } }) { totalCount totalCountIsExact nodes { id } } }`

  beforeAll(async () => {
    for (let n = 0; n < 50; n += 1) {
      const firewall = await buildFirewall(database)
      const incident = await buildIncident(database, { assigneeId: (await buildUser(database)).id })
      await buildAlert(database, { rule: 'page', firewallId: firewall.id, incidentId: incident.id })
    }
  })

  it('asks the database the same few questions for fifty alerts as for one', async () => {
    const query = (first: number) =>
      `{ alerts(first: ${first}, filter: { rule: { in: ["page"] } }) { nodes {
        raw firewall { name alertsPerMinute outcomes { count } } incident { title source { name } assignee { name } allowedActions hosts { address } users { value } urls { value } activities(first: 5) { nodes { kind } } alerts(first: 3) { totalCount nodes { id } } }
      } } }`
    const one = await statementsOf(() => ask(query(1)))
    const fifty = await statementsOf(() => ask(query(50)))
    expect(one).toHaveLength(12)
    expect([...fifty].sort()).toEqual([...one].sort())
  })

  it('counts only when it is asked to, and then once', async () => {
    expect(await statementsOf(() => ask(PAGE, { first: 2 }))).toHaveLength(1)
    expect(await statementsOf(() => ask(COUNTED))).toHaveLength(2)
    expect((await ask(COUNTED))['alerts']).toMatchObject({ totalCount: 50, totalCountIsExact: true })
  })

  it('goes on from a cursor, and refuses that of another order', async () => {
    const first = (await ask(PAGE, { first: 40, filter: { rule: { in: ['page'] } } }))['alerts'] as {
      pageInfo: { hasNextPage: boolean; endCursor: string }
    }
    expect(first.pageInfo.hasNextPage).toBe(true)
    const rest = await ask(PAGE, { first: 40, after: first.pageInfo.endCursor, filter: { rule: { in: ['page'] } } })
    expect(rest['alerts']).toMatchObject({ nodes: { length: 10 }, pageInfo: { hasNextPage: false } })
    await expect(ask(PAGE, { first: 1, after: first.pageInfo.endCursor, orderBy: 'NEWEST_OCCURRED' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it.each([
    [{ first: 0 }],
    [{ first: 101 }],
    [{ first: 1, after: 'garbage' }],
    [{ first: 1, filter: { text: 'x'.repeat(1_001) } }],
    [{ first: 1, filter: { text: 'a\0b' } }],
    [{ first: 1, filter: { user: { in: Array.from({ length: 201 }, () => 'x') } } }],
    [{ first: 1, filter: { firewallId: [toGlobalId('Alert', 1)] } }],
    [{ first: 1, filter: { incidentId: toGlobalId('Incident', 'x') } }],
  ])('refuses %j', async variables => {
    await expect(ask(PAGE, variables)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('takes filters by global ids', async () => {
    const incident = await buildIncident(database)
    const alert = await buildAlert(database, { incidentId: incident.id, rule: 'by id' })
    const filter = { incidentId: toGlobalId('Incident', incident.id), firewallId: [toGlobalId('Firewall', alert.firewallId)] }
    expect((await ask(PAGE, { first: 5, filter }))['alerts']).toMatchObject({ nodes: [{ rule: 'by id' }] })
  })
})

describe('what an incident is about', () => {
  it('is counted from its alerts', async () => {
    const { id: incidentId } = await buildIncident(database, { alertCount: 6n })
    const at = (n: number) => ({ incidentId, occurredAt: new Date(AT.getTime() + n * 1_000) })
    const attack = { srcIp: '198.51.100.1', dstIp: '10.0.0.1', attackerSide: 'SOURCE', victimSide: 'DESTINATION', srcLocation: 'Elsewhere' }
    const callHome = { srcIp: '10.0.0.1', dstIp: '203.0.113.9', attackerSide: 'DESTINATION', victimSide: 'SOURCE', commandControl: true }
    await buildAlert(database, { ...at(1), ...attack, dstUser: 'ann', srcZone: 'untrust', dstZone: 'trust', rule: 'in', threatName: 'A' })
    await buildAlert(database, {
      ...at(2),
      ...attack,
      srcUser: 'ann',
      dstUser: 'ann',
      srcZone: 'trust',
      dstZone: 'trust',
      rule: 'in',
      threatName: 'B',
    })
    await buildAlert(database, { ...at(3), ...callHome, srcUser: 'ann', url: 'c2.example/x', domain: 'c2.example', threatName: 'B' })
    await buildAlert(database, { ...at(4), fileName: 'old.exe', fileDigest: 'd1', verdict: 'UNKNOWN', threatName: 'B' })
    await buildAlert(database, { ...at(5), fileName: 'new.exe', fileDigest: 'd1', verdict: 'MALICIOUS', fileType: 'pe', threatName: 'B' })
    await buildAlert(database, { ...at(6), fileName: 'plain.txt', threatName: '' })
    const seen = (first: number, last: number) => ({
      firstSeenAt: new Date(AT.getTime() + first * 1_000).toISOString(),
      lastSeenAt: new Date(AT.getTime() + last * 1_000).toISOString(),
    })
    const answer = await ask(
      `query ($id: ID!) { incident(id: $id) {
        hosts { role address location count firstSeenAt lastSeenAt } users { value count firstSeenAt lastSeenAt } urls { value count } domains { value }
        rules { value count } zones { value count } threats { value count } files { name digest type verdict count } alerts(first: 2, orderBy: OLDEST_OCCURRED) { totalCount nodes { rule } }
      } }`,
      { id: toGlobalId('Incident', incidentId) },
    )
    expect(answer['incident']).toEqual({
      hosts: [
        { role: 'ATTACKER', address: '198.51.100.1', location: 'Elsewhere', count: '2', ...seen(1, 2) },
        { role: 'COMMAND_AND_CONTROL', address: '203.0.113.9', location: null, count: '1', ...seen(3, 3) },
        { role: 'TARGET', address: '10.0.0.1', location: null, count: '3', ...seen(1, 3) },
      ],
      users: [{ value: 'ann', count: '3', ...seen(1, 3) }],
      urls: [{ value: 'c2.example/x', count: '1' }],
      domains: [{ value: 'c2.example' }],
      rules: [{ value: 'in', count: '2' }],
      zones: [
        { value: 'trust', count: '2' },
        { value: 'untrust', count: '1' },
      ],
      threats: [
        { value: 'B', count: '4' },
        { value: 'A', count: '1' },
      ],
      files: [
        { name: 'old.exe', digest: 'd1', type: 'pe', verdict: 'MALICIOUS', count: '2' },
        { name: 'plain.txt', digest: null, type: null, verdict: null, count: '1' },
      ],
      alerts: { totalCount: 6, nodes: [{ rule: 'in' }, { rule: 'in' }] },
    })
  })
})

describe('the feed', () => {
  const event = async (rootValue: object, filter: object = {}) => {
    const document = parse('subscription ($filter: AlertFilter) { alertsAdded(filter: $filter) { alerts { rule } cursor resyncRequired } }')
    const { data, errors } = await execute({
      schema: domain.schema,
      document,
      rootValue,
      contextValue: contextOf(actorOf('VIEWER')),
      variableValues: { filter },
    })
    if (errors?.[0]) throw errors[0]
    return data?.['alertsAdded']
  }

  it('tells the alerts of new batches that match, and a cursor to go on from', async () => {
    const [first, last] = [
      await buildAlert(database, { rule: 'feed', severity: 1 }),
      await buildAlert(database, { rule: 'feed', severity: 5 }),
    ]
    await database.prisma.ingestBatch.create({
      data: { id: 1n, key: '00000000-0000-4000-8000-000000000001', firstAlertId: first.id, lastAlertId: last.id },
    })
    const hint = { fromBatch: '0', toBatch: '1', resync: false }
    expect(await event(hint)).toEqual({ alerts: [{ rule: 'feed' }, { rule: 'feed' }], cursor: '1', resyncRequired: false })
    expect(await event(hint, { minSeverity: 'CRITICAL' })).toMatchObject({ alerts: { length: 1 } })
    expect(await event(hint, { text: 'no such thing' })).toEqual({ alerts: [], cursor: '1', resyncRequired: false })
    expect(await event({ ...hint, resync: true })).toMatchObject({ resyncRequired: true })
    expect(await ask('{ alertsCursor }')).toEqual({ alertsCursor: '1' })
  })
})
