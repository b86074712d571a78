import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, buildFirewall, buildSource } from '../../../../../test/support/builders.js'
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

const ask = (query: string, variables: Record<string, unknown> = {}) =>
  answerOf({ schema: domain.schema, query, variables, actor: actorOf('VIEWER') })

const count = (minutesAgo: number, firewallId: number, outcome: string, number: number, detail = '') => ({
  minute: new Date(AT.getTime() - minutesAgo * 60_000),
  firewallId,
  outcome,
  detail,
  count: BigInt(number),
})

describe('a firewall', () => {
  it('tells what its lines told of it, and its counters', async () => {
    const { id } = await buildFirewall(database, {
      serial: '007',
      address: '192.0.2.9',
      panosVersion: '10.2',
      fieldCount: 120,
      alertCount: 9_007_199_254_740_993n,
      sequenceGaps: 2n,
      sequenceMissing: 40n,
      clockSkewMs: 99_999_999_999n,
    })
    const silent = await buildFirewall(database)
    await database.prisma.ingestCounter.createMany({
      data: [
        count(0, id, 'ALERT', 5),
        count(59, id, 'ALERT', 7),
        count(60, id, 'ALERT', 100),
        count(120, id, 'SET_ASIDE', 3, 'TRAFFIC'),
        count(1_439, id, 'SET_ASIDE', 4, 'TRAFFIC'),
        count(1_441, id, 'SET_ASIDE', 1_000, 'TRAFFIC'),
        count(-3, id, 'ALERT', 1),
      ],
    })
    const answer = await ask(
      'query ($id: ID!) { node(id: $id) { ... on Firewall { serial address alertCount sequenceMissing clockSkewMs alertsPerMinute outcomes { outcome detail count } } } }',
      {
        id: toGlobalId('Firewall', id),
      },
    )
    const chart = Array.from({ length: 60 }, () => 0)
    chart[0] = 7
    chart[59] = 6
    expect(answer['node']).toEqual({
      serial: '007',
      address: '192.0.2.9',
      alertCount: '9007199254740993',
      sequenceMissing: '40',
      clockSkewMs: 2_147_483_647,
      alertsPerMinute: chart,
      outcomes: [
        { outcome: 'ALERT', detail: '', count: '113' },
        { outcome: 'SET_ASIDE', detail: 'TRAFFIC', count: '7' },
      ],
    })
    const quiet = await ask('query ($id: ID!) { node(id: $id) { ... on Firewall { alertsPerMinute outcomes { count } } } }', {
      id: toGlobalId('Firewall', silent.id),
    })
    expect(quiet['node']).toEqual({ alertsPerMinute: Array.from({ length: 60 }, () => 0), outcomes: [] })
  })
})

describe('a source', () => {
  it('lists its firewalls in pages', async () => {
    const source = await buildSource(database)
    for (let n = 0; n < 5; n += 1) await buildFirewall(database)
    const query =
      'query ($after: String) { sources { id firewalls(first: 4, after: $after) { nodes { serial } pageInfo { hasNextPage endCursor } } } }'
    interface Answer {
      sources: { id: string; firewalls: { nodes: { serial: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }[]
    }
    const seen: string[] = []
    let after: string | undefined
    for (let more = true; more;) {
      const [first] = ((await ask(query, { after })) as unknown as Answer).sources
      expect(first?.id).toBe(toGlobalId('Source', source.id))
      seen.push(...(first?.firewalls.nodes.map(node => node.serial) ?? []))
      more = first?.firewalls.pageInfo.hasNextPage ?? false
      after = first?.firewalls.pageInfo.endCursor
    }
    const all = await database.prisma.firewall.findMany({ orderBy: { id: 'asc' } })
    expect(seen).toEqual(all.map(({ serial }) => serial))
  })

  it('is null when it is not there, and refuses the id of something else', async () => {
    const query = 'query ($id: ID!) { source(id: $id) { id } }'
    expect(await ask(query, { id: toGlobalId('Source', 4_711) })).toEqual({ source: null })
    await expect(ask(query, { id: toGlobalId('Source', 99_999_999_999) })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

it('lists unreadable lines, newest first', async () => {
  for (let n = 1; n <= 3; n += 1) {
    await database.prisma.unreadableLine.create({
      data: { receivedAt: AT, sender: '192.0.2.1', transport: 'TCP', reason: 'NO_PAYLOAD', line: `line ${n}` },
    })
  }
  const query =
    'query ($after: String) { unreadableLines(first: 2, after: $after) { nodes { id line reason transport sender } pageInfo { hasNextPage endCursor } } }'
  interface Answer {
    unreadableLines: { nodes: { id: string; line: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
  }
  const { unreadableLines: first } = (await ask(query)) as unknown as Answer
  expect(first.nodes.map(node => node.line)).toEqual(['line 3', 'line 2'])
  expect(first.nodes[0]).toMatchObject({ reason: 'NO_PAYLOAD', transport: 'TCP', sender: '192.0.2.1' })
  expect((await ask(query, { after: first.pageInfo.endCursor }))['unreadableLines']).toMatchObject({
    nodes: [{ line: 'line 1' }],
    pageInfo: { hasNextPage: false },
  })
  const node = await ask('query ($id: ID!) { node(id: $id) { ... on UnreadableLine { line } } }', { id: first.nodes[0]?.id })
  expect(node).toEqual({ node: { line: 'line 3' } })
})
