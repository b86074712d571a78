import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildFirewall, buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { IncidentReadModel } from './incident-read-model.js'

const hoursAgo = (hours: number): Date => new Date(AT.getTime() - hours * 3_600_000)
const DIGEST = 'ab'.repeat(32)

let database: TestDatabase
let domain: Domain
let ann = { id: '', name: '' }
let teamId = 0

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
  ann = await buildUser(database)
  teamId = (await database.prisma.team.create({ data: { name: 'Night shift' } })).id
  await buildFirewall(database, { name: 'fw-edge' })
  const firewall = await buildFirewall(database, { name: 'fw-branch' })
  await buildIncident(database, {
    id: 1n,
    title: 'Overflow on the web',
    severity: 5,
    assigneeId: ann.id,
    state: 'ASSIGNED',
    acknowledgedAt: AT,
    tags: ['vip', 'needs call'],
    createdAt: hoursAgo(2),
    firstAlertAt: hoursAgo(2),
  })
  await buildIncident(database, {
    id: 2n,
    title: 'Call home 50%',
    severity: 2,
    teamId,
    classification: 'Malware',
    attackVector: 'Email',
    disposition: 'False positive',
    state: 'CLOSED',
    closedAt: hoursAgo(30),
    createdAt: hoursAgo(48),
    firstAlertAt: hoursAgo(48),
  })
  await buildIncident(database, {
    id: 3n,
    title: 'Scan',
    severity: 1,
    state: 'IGNORED',
    mutedUntil: hoursAgo(-5),
    allowedCount: 0n,
    alertCount: 500n,
    linkKey: 'ATTACKER_ADDRESS',
    linkValue: '203.0.113.8',
    createdAt: hoursAgo(200),
    firstAlertAt: hoursAgo(200),
  })
  await buildIncident(database, {
    id: 4n,
    title: 'Odd file',
    severity: 3,
    linking: true,
    linkKey: 'VICTIM_HOSTNAME',
    linkValue: 'laptop-7',
    createdAt: hoursAgo(1),
    firstAlertAt: hoursAgo(5),
  })
  await buildAlert(database, {
    incidentId: 1n,
    srcIp: '198.51.100.7',
    dstIp: '192.0.2.7',
    attackerSide: 'SOURCE',
    victimSide: 'DESTINATION',
    dstUser: String.raw`CORP\jdoe`,
    rule: 'Outbound web',
    app: 'web-browsing',
    url: 'https://www.bad.example/evil.domain/x',
  })
  await buildAlert(database, {
    incidentId: 4n,
    firewallId: firewall.id,
    srcIp: '192.0.2.7',
    dstIp: '203.0.113.8',
    attackerSide: 'DESTINATION',
    victimSide: 'SOURCE',
    srcHost: 'laptop-7',
    domain: 'cnc.example',
    fileName: 'Invoice.exe',
    fileDigest: DIGEST,
    threatName: 'Trojan',
    threatId: 77n,
    subtype: 'wildfire',
  })
  await database.prisma.incidentActivity.create({
    data: { incidentId: 4n, kind: 'RULE_MATCHED', cause: 'RULE', facts: { ruleName: 'Known bad files' } },
  })
})
afterAll(() => database.drop())

const QUERY = 'query ($filter: IncidentFilter) { incidents(first: 50, filter: $filter, orderBy: OLDEST) { nodes { number } totalCount } }'
const numbersOf = async (filter: object) => {
  const answer = await answerOf({ schema: domain.schema, query: QUERY, variables: { filter }, actor: actorOf('ANALYST', ann.id) })
  const { nodes, totalCount } = answer['incidents'] as { nodes: { number: string }[]; totalCount: number }
  expect(totalCount).toBe(nodes.length)
  return nodes.map(({ number }) => Number(number))
}

describe('the query language', () => {
  it.each<[text: string, numbers: number[]]>([
    ['', [1, 2, 3, 4]],
    ['"" -""', []],
    ['overflow web', [1]],
    ['"overflow web"', []],
    ['"on the"', [1]],
    ['-scan', [1, 2, 4]],
    ['#4', [4]],
    ['INC-2', [2]],
    ['50%', [2]],
    ['VIP', [1]],
    ['203.0.113.8', [3, 4]],
    [DIGEST, [4]],
    ['state:new', [4]],
    ['state:closed,ignored', [2, 3]],
    ['state:active', [1, 4]],
    ['-state:active', [2, 3]],
    ['severity:critical,low', [1, 2]],
    ['severity:>=medium', [1, 4]],
    ['severity:<low', [3]],
    ['-severity:>low', [2, 3]],
    ['assignee:me', [1]],
    ['-assignee:me', [2, 3, 4]],
    ['assignee:none', [2, 3, 4]],
    ['assignee:"none"', []],
    ['team:night', [2]],
    ['-team:night', [1, 3, 4]],
    ['team:none', [1, 3, 4]],
    ['tag:vip', [1]],
    ['tag:VI', []],
    ['tag:"Needs  Call"', [1]],
    ['tag:none', [2, 3, 4]],
    ['-tag:vip', [2, 3, 4]],
    ['classification:malware', [2]],
    ['-classification:malware', [1, 3, 4]],
    ['disposition:false', [2]],
    ['vector:email,web', [2]],
    ['vector:none', [1, 3, 4]],
    [String.raw`user:corp\JDOE`, [1]],
    [String.raw`-user:corp\jdoe`, [2, 3, 4]],
    ['host:laptop', [4]],
    ['address:192.0.2.0/24', [1, 4]],
    ['attacker:198.51.100.0/24,203.0.113.8', [1, 4]],
    ['attacker:192.0.2.7', []],
    ['target:192.0.2.7', [1, 4]],
    ['threat:trojan', [4]],
    ['threat:77', [4]],
    ['file:invoice', [4]],
    [`file:${DIGEST.toUpperCase()}`, [4]],
    ['domain:cnc.example', [4]],
    ['domain:bad.example', [1]],
    ['domain:evil.domain', []],
    ['url:evil.domain', [1]],
    ['rule:outbound', [1]],
    ['firewall:branch', [4]],
    ['subtype:wildfire', [4]],
    ['app:web-browsing', [1]],
    ['source:edge', [1, 2, 3, 4]],
    ['source:other', []],
    ['matched:"known bad"', [4]],
    ['-matched:known', [1, 2, 3]],
    ['alerts:>100', [3]],
    ['alerts:1', [1, 2, 4]],
    ['created:24h', [1, 4]],
    ['created:>7d', [3]],
    ['created:>=2026-03-04', [1, 4]],
    ['created:2026-03-02..2026-03-03', [2]],
    ['closed:48h', [2]],
    ['-closed:48h', [1, 3, 4]],
    ['is:muted', [3]],
    ['-is:muted', [1, 2, 4]],
    ['is:mine', [1]],
    ['is:blocked', [3]],
    ['is:allowed is:unassigned', [2, 4]],
    ['is:acknowledged', [1]],
    ['is:linking', [4]],
    ['is:merged', []],
    ['severity:high,critical user:jdoe -state:closed', [1]],
    ['department:Finance', []],
  ])('%j finds %j', async (text, numbers) => expect(await numbersOf({ text })).toEqual(numbers))

  it('says what it cannot read, and what it knows', async () => {
    await expect(numbersOf({ text: 'sevrity:high' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/Unknown field “sevrity”. Known: state, severity/) as unknown,
    })
    await expect(numbersOf({ text: 'state:opne' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('takes nothing from a text for SQL', async () => {
    for (const text of [`tag:'); DROP TABLE incident;--`, `user:%' OR '1'='1`, `"$1 $$ \\' %_"`])
      expect(await numbersOf({ text })).toEqual([])
    expect(await numbersOf({})).toHaveLength(4)
  })

  it('knows nobody as me where nobody asks, as in an event that several share', async () => {
    const model = new IncidentReadModel({ pool: database.pool })
    expect(await model.count({ text: 'assignee:me' })).toEqual({ count: 0, exact: true })
    expect(await model.count({ text: '-assignee:me' })).toEqual({ count: 4, exact: true })
  })
})

describe('fields of the filter', () => {
  it.each<[filter: () => object, numbers: number[]]>([
    [() => ({ teamId: toGlobalId('Team', teamId) }), [2]],
    [() => ({ tag: 'VIP' }), [1]],
    [() => ({ classification: 'Malware' }), [2]],
    [() => ({ classification: 'malware' }), []],
    [() => ({ attackVector: 'Email', disposition: 'False positive' }), [2]],
    [() => ({ muted: true }), [3]],
    [() => ({ muted: false }), [1, 2, 4]],
  ])('%s', async (filter, numbers) => expect(await numbersOf(filter())).toEqual(numbers))

  it('refuses the id of something else as a team', async () => {
    for (const id of [toGlobalId('User', ann.id), toGlobalId('Team', '99999999999')])
      await expect(numbersOf({ teamId: id })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('finds what is past its targets', async () => {
    const targets = [
      { severity: 'CRITICAL', acknowledgeMinutes: 15, closeMinutes: 240 },
      { severity: 'MEDIUM', acknowledgeMinutes: 240, closeMinutes: null },
      { severity: 'LOW', acknowledgeMinutes: 1, closeMinutes: 1 },
      { severity: 'INFORMATIONAL', acknowledgeMinutes: 1, closeMinutes: 1 },
    ] as const
    const model = (at: Date) =>
      new IncidentReadModel({ pool: database.pool, clock: { now: () => at.getTime() }, targets: { current: async () => targets } })
    const overdue = async (at: Date, filter: object) => model(at).idsMatching(filter, 10)
    // The critical one was looked at; the medium one was not. Closed and ignored ones wait for nobody.
    expect(await overdue(AT, { overdue: true })).toEqual(['4'])
    expect(await overdue(hoursAgo(-3), { text: 'is:overdue' })).toEqual(['1', '4'])
    expect(await overdue(AT, { overdue: false })).toEqual(['1', '2', '3'])
    expect(await new IncidentReadModel({ pool: database.pool }).idsMatching({ overdue: true }, 10)).toEqual([])
  })
})
