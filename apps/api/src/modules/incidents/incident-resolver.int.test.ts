import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildIncident, buildSource, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf, contextOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Actor } from '../../platform/actor.js'

const minute = (n: number): Date => new Date(AT.getTime() + n * 60_000)
const DIGEST = 'cd'.repeat(32)

let database: TestDatabase
let domain: Domain
let assigneeId = ''

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
  assigneeId = (await buildUser(database)).id
  await buildIncident(database, { id: 11n, title: 'Overflow', severity: 5, lastAlertAt: minute(1) })
  await buildIncident(database, { id: 12n, title: 'Call home 50%', state: 'ASSIGNED', assigneeId, lastAlertAt: minute(5) })
  await buildIncident(database, {
    id: 13n,
    title: 'Blocked',
    state: 'CLOSED',
    severity: 1,
    allowedCount: 0n,
    blockedCount: 1n,
    lastAlertAt: minute(5),
  })
  await buildIncident(database, {
    id: 14n,
    title: 'Linked',
    state: 'IGNORED',
    linkKey: 'VICTIM_USER',
    linkValue: 'corp\\ann',
    lastAlertAt: minute(0),
  })
  await buildAlert(database, { incidentId: 11n, srcIp: '10.1.2.3', dstUser: 'Bob' })
  await buildAlert(database, { incidentId: 12n, dstIp: '10.1.9.9', fileDigest: DIGEST })
  await buildAlert(database, { srcIp: '10.1.2.3' })
})
afterAll(() => database.drop())

const ask = (query: string, variables: Record<string, unknown> = {}, actor: Actor = actorOf('ANALYST')) =>
  answerOf({ schema: domain.schema, query, variables, actor })
const PAGE = `query ($first: Int!, $after: String, $filter: IncidentFilter, $orderBy: IncidentOrder) {
  incidents(first: $first, after: $after, filter: $filter, orderBy: $orderBy) { nodes { number } pageInfo { endCursor } totalCount totalCountIsExact } }`
interface Page {
  nodes: { number: string }[]
  pageInfo: { endCursor: string | null }
  totalCount: number
}
const page = async (variables: Record<string, unknown>) => (await ask(PAGE, { first: 50, ...variables }))['incidents'] as Page
const numbers = ({ nodes }: Page) => nodes.map(({ number }) => Number(number))

describe('lists', () => {
  it.each<[string, () => object, number[]]>([
    ['nothing', () => ({}), [13, 12, 11, 14]],
    ['state', () => ({ state: ['NEW', 'CLOSED'] }), [13, 11]],
    ['severity', () => ({ severity: ['CRITICAL'] }), [11]],
    ['minSeverity', () => ({ minSeverity: 'MEDIUM' }), [12, 11, 14]],
    ['from', () => ({ from: minute(1).toISOString() }), [13, 12, 11]],
    ['to', () => ({ to: minute(1).toISOString() }), [14]],
    ['assignee', () => ({ assigneeId: toGlobalId('User', assigneeId) }), [12]],
    ['unassigned', () => ({ unassigned: true }), [13, 11, 14]],
    ['assigned', () => ({ unassigned: false }), [12]],
    ['anyAllowed', () => ({ anyAllowed: true }), [12, 11, 14]],
    ['all blocked', () => ({ anyAllowed: false }), [13]],
    ['address', () => ({ address: '10.1.2.3' }), [11]],
    ['network', () => ({ address: '10.1.0.0/16' }), [12, 11]],
    ['user', () => ({ user: { in: ['BOB'] } }), [11]],
    ['fileDigest', () => ({ fileDigest: DIGEST.toUpperCase() }), [12]],
    ['number as shown', () => ({ text: 'inc-13' }), [13]],
    ['number', () => ({ text: '14' }), [14]],
    ['title, with a wildcard that means itself', () => ({ text: '50%' }), [12]],
    ['link value', () => ({ text: 'CORP\\a' }), [14]],
  ])('%s', async (_name, filter, expected) => {
    const found = await page({ filter: filter() })
    expect(numbers(found)).toEqual(expected)
    expect(found).toMatchObject({ totalCount: expected.length, totalCountIsExact: true })
  })

  it.each([
    ['LAST_ALERT', [13, 12, 11, 14]],
    ['NEWEST', [14, 13, 12, 11]],
    ['OLDEST', [11, 12, 13, 14]],
  ])('goes through all by %s, one at a time', async (orderBy, expected) => {
    const seen: number[] = []
    let after: string | null = null
    for (let step = 0; step < 4; step += 1) {
      const found: Page = await page({ first: 1, after, orderBy })
      seen.push(...numbers(found))
      after = found.pageInfo.endCursor
    }
    expect(seen).toEqual(expected)
  })

  it('refuses the id of something else as an assignee', async () => {
    for (const id of [toGlobalId('Alert', 1), toGlobalId('User', 'x'), 'garbage']) {
      await expect(page({ filter: { assigneeId: id } })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    }
  })

  it('counts each state, also those without incidents', async () => {
    expect((await ask('{ incidentStateCounts { state count } }'))['incidentStateCounts']).toEqual([
      { state: 'NEW', count: 1 },
      { state: 'OPEN', count: 0 },
      { state: 'ASSIGNED', count: 1 },
      { state: 'CLOSED', count: 1 },
      { state: 'IGNORED', count: 1 },
    ])
  })
})

describe('one incident', () => {
  const BY_NUMBER = 'query ($number: BigInt) { incident(number: $number) { id title source { name } assignee { name } allowedActions } }'

  it('is found by its number, with its relations', async () => {
    const source = await buildSource(database)
    expect(await ask(BY_NUMBER, { number: '12' })).toMatchObject({
      incident: {
        id: toGlobalId('Incident', 12),
        source: { name: source.name },
        assignee: { name: expect.any(String) as unknown },
        allowedActions: ['ASSIGN', 'COMMENT', 'CLOSE', 'IGNORE', 'EDIT', 'MERGE', 'SPLIT', 'MUTE'],
      },
    })
    expect(await ask(BY_NUMBER, { number: '9'.repeat(40) })).toEqual({ incident: null })
  })

  it('offers viewers nothing to do', async () => {
    expect(await ask(BY_NUMBER, { number: '11' }, actorOf('VIEWER'))).toMatchObject({ incident: { allowedActions: [] } })
  })

  it('wants either id or number', async () => {
    await expect(ask('{ incident { id } }')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(ask(`{ incident(number: "11", id: "${toGlobalId('Incident', 11)}") { id } }`)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
  })

  it('tells its history in pages, and who did it', async () => {
    const user = await buildUser(database)
    const { id } = await buildIncident(database)
    const row = { incidentId: id, cause: 'USER', userId: user.id }
    await database.prisma.incidentActivity.create({
      data: { incidentId: id, kind: 'CREATED', cause: 'SYSTEM', toState: 'NEW', summary: 'Linked' },
    })
    await database.prisma.incidentActivity.create({ data: { ...row, kind: 'ASSIGNED', assigneeId: user.id } })
    const query = `query ($id: ID!, $after: String) { incident(id: $id) { activities(first: 1, after: $after) {
      nodes { kind cause toState summary user { name } assignee { name } } pageInfo { hasNextPage endCursor } } } }`
    interface History {
      incident: { activities: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
    }
    const first = (await ask(query, { id: toGlobalId('Incident', id) })) as unknown as History
    expect(first.incident.activities).toMatchObject({
      nodes: [{ kind: 'CREATED', cause: 'SYSTEM', toState: 'NEW', summary: 'Linked', user: null, assignee: null }],
      pageInfo: { hasNextPage: true },
    })
    const second = await ask(query, { id: toGlobalId('Incident', id), after: first.incident.activities.pageInfo.endCursor })
    expect(second).toMatchObject({
      incident: {
        activities: {
          nodes: [{ kind: 'ASSIGNED', user: { name: user.name }, assignee: { name: user.name } }],
          pageInfo: { hasNextPage: false },
        },
      },
    })
  })
})

describe('the changes', () => {
  it('tell those that match and those that do not any more', async () => {
    const document = parse(
      'subscription ($filter: IncidentFilter) { incidentsChanged(filter: $filter) { incidents { number } noLongerMatchingIds resyncRequired } }',
    )
    const { data } = await execute({
      schema: domain.schema,
      document,
      rootValue: { ids: ['11', '13', '99999'], resync: false },
      contextValue: contextOf(actorOf('VIEWER')),
      variableValues: { filter: { state: ['NEW'] } },
    })
    expect(data?.['incidentsChanged']).toEqual({
      incidents: [{ number: '11' }],
      noLongerMatchingIds: [toGlobalId('Incident', 13), toGlobalId('Incident', 99_999)],
      resyncRequired: false,
    })
  })
})
