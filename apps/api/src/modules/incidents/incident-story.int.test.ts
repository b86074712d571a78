import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Actor } from '../../platform/actor.js'
import type { Incident } from '../../platform/prisma/client.js'

let database: TestDatabase
let domain: Domain
let analyst: Actor

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  domain = composeDomain(database)
  analyst = actorOf('ANALYST', (await buildUser(database)).id)
})

const minutes = (count: number) => new Date(AT.getTime() + count * 60_000)

interface Item {
  readonly id: string
  readonly kind: string
  readonly cause: string
  readonly by: string | null
  readonly text: string
  readonly detail: string | null
  readonly list: { readonly name: string } | null
}
interface Page {
  readonly nodes: readonly Item[]
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
}

async function timelineOf({ id }: Pick<Incident, 'id'>, args: Record<string, unknown> = {}): Promise<Page> {
  const query = `query ($id: ID!, $first: Int!, $after: String, $kinds: [TimelineKind!]) { incident(id: $id) {
    timeline(first: $first, after: $after, kinds: $kinds) {
      nodes { id at kind cause by text detail list { name } } pageInfo { endCursor hasNextPage } } } }`
  const variables = { id: toGlobalId('Incident', id), first: 50, ...args }
  const answer = (await answerOf({ schema: domain.schema, actor: analyst, query, variables })) as { incident: { timeline: Page } }
  return answer.incident.timeline
}
const texts = ({ nodes }: Page) => nodes.map(({ text }) => text)

/** All kinds of things that happen to one incident within an hour. */
async function eventful(): Promise<{ incident: Incident; list: { id: number; name: string } }> {
  const incident = await buildIncident(database, { title: 'Eventful' })
  await buildAlert(database, { incidentId: incident.id, occurredAt: minutes(-90), blocked: true })
  await buildAlert(database, { incidentId: incident.id, occurredAt: minutes(-10) })
  const last = await buildAlert(database, { incidentId: incident.id, occurredAt: minutes(-9), threatName: 'Made-up worm' })
  const by = { incidentId: incident.id, cause: 'USER', userId: analyst.userId } as const
  await database.prisma.incidentActivity.createMany({
    data: [
      { incidentId: incident.id, cause: 'SYSTEM', kind: 'CREATED', summary: 'Linked by victim user corp\\ann', createdAt: minutes(-8) },
      { ...by, kind: 'COMMENTED', detail: 'On it', createdAt: minutes(1) },
      { ...by, kind: 'CLOSED', summary: 'Blocked by the firewall', createdAt: minutes(9) },
      {
        incidentId: incident.id,
        cause: 'RULE',
        kind: 'EDITED',
        createdAt: minutes(2),
        facts: { ruleId: 1, ruleName: 'Command and control', changes: [{ field: 'severity', before: 'HIGH', after: 'CRITICAL' }] },
      },
    ],
  })
  const list = await database.prisma.list.create({ data: { name: `Blocked ${incident.id}`, kind: 'ADDRESS' } })
  const entry = { listId: list.id, incidentId: incident.id, cause: 'USER', userId: analyst.userId, addedAt: minutes(3) }
  await database.prisma.listEntry.createMany({
    data: [
      {
        ...entry,
        value: '203.0.113.9',
        typed: '203.0.113.9',
        reason: 'C2',
        expiresAt: minutes(1440),
        removedAt: minutes(8),
        removal: 'UNBLOCKED',
      },
      { ...entry, value: '203.0.113.10', typed: '203.0.113.10', reason: 'C2', expiresAt: minutes(1440) },
    ],
  })
  await database.prisma.ruleMatch.create({
    data: {
      ruleId: 1,
      ruleVersion: 3,
      ruleName: 'Command and control',
      alertId: last.id,
      incidentId: incident.id,
      state: 'DONE',
      createdAt: minutes(2),
      outcomes: [{ action: 'Set the severity to critical', state: 'DONE', message: null }],
    },
  })
  return { incident, list }
}

/** A firewall that the list is mapped to, and what runs did there. */
async function pushes(listId: number): Promise<void> {
  const device = await database.prisma.device.create({
    data: {
      type: 'PALO_ALTO_NETWORKS',
      name: `fw-${listId}`,
      host: 'fw.example.com',
      username: 'sallyport',
      passwordSealed: 'sealed',
      mappings: { create: { listId, kind: 'DYNAMIC_ADDRESS_GROUP', groupName: 'blocked' } },
    },
  })
  const change = (add: string[], remove: string[]) => [
    { groupName: 'blocked', kind: 'DYNAMIC_ADDRESS_GROUP', add, remove, addCount: add.length, removeCount: remove.length },
  ]
  const run = (start: number, given: { state: string; failure?: string; message?: string; diff?: ReturnType<typeof change> }) =>
    database.prisma.syncRun.create({
      data: {
        deviceId: device.id,
        cause: 'LIST_CHANGED',
        startedAt: minutes(start),
        finishedAt: new Date(minutes(start).getTime() + 1_240),
        ...given,
      },
    })
  await run(-60, { state: 'SUCCEEDED', diff: change(['203.0.113.9'], []) })
  const away = { state: 'FAILED', failure: 'UNREACHABLE', message: 'No answer' }
  await run(3.1, away)
  await run(3.2, away)
  await run(4, { state: 'SUCCEEDED', diff: change(['203.0.113.9', '203.0.113.10', '203.0.113.200'], []) })
  await run(5, { state: 'SUCCEEDED', diff: change(['203.0.113.77'], []) })
  // All that the incident wanted is there by now: what fails is about others.
  await run(6, away)
  await run(8.5, { state: 'SUCCEEDED', diff: change([], ['203.0.113.9']) })
}

describe('the timeline', () => {
  it('tells all that happened with its cause, the newest first', async () => {
    const { incident, list } = await eventful()
    await pushes(list.id)
    const fw = `fw-${list.id}`
    const { nodes } = await timelineOf(incident)
    expect(nodes.map(({ kind, cause, text }) => [kind, cause, text])).toEqual([
      ['STATE', 'USER', 'closed it: Blocked by the firewall'],
      ['PUSH', 'SYSTEM', `${fw} does not have 203.0.113.9 any more (dynamic address group, 1.2 s)`],
      ['LIST', 'SYSTEM', `Unblocked 203.0.113.9: off ${list.name}`],
      ['PUSH', 'SYSTEM', `${fw} has 203.0.113.10, 203.0.113.9 (dynamic address group, 1.2 s)`],
      ['PUSH', 'SYSTEM', `${fw} could not be brought in line: No answer`],
      ['LIST', 'USER', `Added 203.0.113.9, 203.0.113.10 to ${list.name} until 5 Mar 2026 12:00 UTC`],
      ['RULE', 'RULE', 'matched 1 alert'],
      ['FIELD', 'RULE', 'changed severity from HIGH to CRITICAL'],
      ['COMMENT', 'USER', 'commented'],
      ['STATE', 'SYSTEM', 'opened it: Linked by victim user corp\\ann'],
      ['ALERTS', 'SYSTEM', '2 alerts: Made-up overflow and 1 other threat, high, not blocked'],
      ['ALERTS', 'SYSTEM', 'The first alert: Made-up overflow, high, blocked'],
    ])
    const name = (await database.prisma.user.findUniqueOrThrow({ where: { id: analyst.userId } })).name
    expect(nodes[0]?.by).toBe(name)
    expect(nodes[5]).toMatchObject({ list: { name: list.name }, by: name, detail: 'C2' })
    expect(nodes[6]).toMatchObject({ by: 'Command and control', detail: 'Set the severity to critical: done' })
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
  })

  it('is read in pages of any size, and by kind', async () => {
    const { incident, list } = await eventful()
    await pushes(list.id)
    const whole = texts(await timelineOf(incident))
    for (const first of [1, 5]) {
      const joined: string[] = []
      for (let after: string | null = null; ;) {
        const page: Page = await timelineOf(incident, { first, after })
        joined.push(...texts(page))
        if (!page.pageInfo.hasNextPage) break
        after = page.pageInfo.endCursor
      }
      expect(joined).toEqual(whole)
    }
    expect((await timelineOf(incident, { kinds: ['COMMENT', 'PUSH'] })).nodes.map(({ kind }) => kind)).toEqual([
      'PUSH',
      'PUSH',
      'PUSH',
      'COMMENT',
    ])
  })

  it('goes on with what happened to incidents that were merged into it', async () => {
    const { incident } = await eventful()
    const into = await buildIncident(database, { state: 'OPEN' })
    const request = { ids: [String(incident.id)], intoId: String(into.id), expectedVersion: 1 }
    await domain.story.merger.merge(analyst, request)
    const told = texts(await timelineOf(into))
    expect(told).toContain(`INC-${incident.id}: commented`)
    expect(told).toContain('The first alert: Made-up overflow, high, blocked')
    expect(told).toContain(`Took the alerts of INC-${incident.id} (Eventful)`)
  })
})

describe('related incidents', () => {
  const relatedTo = async ({ id }: Incident) => {
    const query = `query ($id: ID!) { incident(id: $id) { related { incident { number } shared } } }`
    const answer = await answerOf({ schema: domain.schema, actor: analyst, query, variables: { id: toGlobalId('Incident', id) } })
    return (answer as { incident: { related: { incident: { number: string }; shared: string[] }[] } }).incident.related
  }

  it('are found among thousands of its own alerts that name the same', async () => {
    const [one, near] = await Promise.all([1, 2].map(() => buildIncident(database)))
    if (!one || !near) throw new Error('There are too few')
    const own = await buildAlert(database, { incidentId: one.id, srcIp: '203.0.113.77', dstIp: '10.1.2.3' })
    const columns = await database.pool.query<{ names: string }>(
      `SELECT string_agg(quote_ident(attname), ', ') AS names FROM pg_attribute WHERE attrelid = 'alert'::regclass AND attnum > 0
         AND NOT attisdropped AND attgenerated = '' AND attname NOT IN ('id', 'dedup_key')`,
    )
    const names = columns.rows[0]?.names
    await database.pool.query(
      `INSERT INTO alert (id, ${names}) SELECT own.id + n, ${names} FROM alert AS own, generate_series(1000000, 1002000) AS n WHERE own.id = $1`,
      [own.id],
    )
    await buildAlert(database, { incidentId: near.id, srcIp: '203.0.113.77', dstIp: '10.1.2.3' })
    expect(await relatedTo(one)).toEqual([{ incident: { number: String(near.id) }, shared: ['address 203.0.113.77'] }])
  })

  it('are those with most in common; our own addresses are nothing in common', async () => {
    const [one, near, nearer, stranger] = await Promise.all([1, 2, 3, 4].map(() => buildIncident(database)))
    if (!one || !near || !nearer || !stranger) throw new Error('There are too few')
    const inside = { dstIp: '10.1.2.3' }
    await buildAlert(database, {
      ...inside,
      incidentId: one.id,
      srcIp: '203.0.113.8',
      dstUser: 'corp\\Ann',
      fileDigest: 'abc',
      domain: 'bad.example',
    })
    await buildAlert(database, { ...inside, incidentId: near.id, dstUser: 'CORP\\ann' })
    await buildAlert(database, { ...inside, incidentId: nearer.id, srcIp: '203.0.113.8', domain: 'bad.example', fileDigest: 'abc' })
    await buildAlert(database, { ...inside, incidentId: stranger.id, srcIp: '203.0.113.9' })
    await buildAlert(database, { srcIp: '203.0.113.8' })
    expect(await relatedTo(one)).toEqual([
      { incident: { number: String(nearer.id) }, shared: ['file abc', 'domain bad.example', 'address 203.0.113.8'] },
      { incident: { number: String(near.id) }, shared: ['user corp\\ann'] },
    ])
    expect(await relatedTo(stranger)).toEqual([])
  })
})
