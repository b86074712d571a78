import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildAlert, buildFirewall, buildIncident, buildUser } from '../../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../../test/support/database.js'
import { composeDomain, type Domain } from '../../../../../../test/support/domain.js'
import { actorOf, runOperation } from '../../../../../../test/support/graphql.js'
import { until } from '../../../../../../test/support/until.js'
import { toGlobalId } from '../../../graphql/global-id.js'
import type { Actor } from '../../../platform/actor.js'

const MINUTE = 60_000

let database: TestDatabase
let domain: Domain
let administrator: Actor
let now: number

beforeAll(async () => {
  database = await createTestDatabase()
  const user = await buildUser(database, { role: 'ADMINISTRATOR' })
  administrator = actorOf('ADMINISTRATOR', user.id)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.pool.query('TRUNCATE rule, alert, incident, list, list_entry, protection, rule_preview, named_network, firewall CASCADE')
  now = Date.now()
  domain = composeDomain(database, { clock: { now: () => now } })
  await domain.rules.book.start()
  await buildFirewall(database, { name: 'fw-1' })
})

interface Preview {
  id: string
  state: string
  total: number
  done: number
  matches: number
  unknown: number
  incidents: number
  points: { at: string; matches: number }[]
  samples: { id: string }[]
  effects: Record<string, unknown>[]
  warnings: string[]
}
const FIELDS = `id state total done message matches unknown incidents points { at matches } samples { id } warnings
  effects { action list { name } times wouldAdd alreadyListed protected internal invalid values }`
const ask = async <T>(query: string, variables: object, actor: Actor = administrator): Promise<T> => {
  const { data, errors } = await runOperation({ schema: domain.schema, query, variables: { ...variables }, actor })
  const [error] = errors ?? []
  if (error) throw error.originalError ?? error
  return Object.values(data ?? {})[0] as T
}
const start = (definition: unknown, hours = 24, more: object = {}, actor?: Actor) =>
  ask<{ preview: Preview | null; userErrors: { field: string[] }[] }>(
    `mutation ($input: RulePreviewStartInput!) { rulePreviewStart(input: $input) { preview { ${FIELDS} } userErrors { field message } } }`,
    { input: { definition, hours, ...more } },
    actor,
  )
const found = (id: string) => ask<Preview>(`query ($id: ID!) { rulePreview(id: $id) { ${FIELDS} } }`, { id })
const previewOf = async (definition: unknown, hours = 24, more: object = {}): Promise<Preview> => {
  const { preview, userErrors } = await start(definition, hours, more)
  if (!preview) throw new Error(JSON.stringify(userErrors))
  return until(async () => {
    const current = await found(preview.id)
    return current.state === 'RUNNING' ? undefined : current
  })
}
const alert = (minutesAgo: number, given: object = {}) => {
  const at = new Date(now - minutesAgo * MINUTE)
  return buildAlert(database, {
    occurredAt: at,
    receivedAt: at,
    attackerSide: 'SOURCE',
    victimSide: 'DESTINATION',
    dstIp: '192.0.2.10',
    ...given,
  })
}

describe('rule previews', () => {
  it('tell what a rule would have done, by action and value', async () => {
    const list = await database.prisma.list.create({ data: { name: 'Blocked', kind: 'ADDRESS' } })
    const listId = toGlobalId('List', list.id)
    await domain.entryService.add(administrator, { listId: list.id, values: ['198.51.100.1'] })
    await database.prisma.protection.create({
      data: { kind: 'NETWORK', value: '203.0.113.0/24', rangeFirst: '203.0.113.0', rangeLast: '203.0.113.255' },
    })
    const incident = await buildIncident(database)
    for (const [at, srcIp] of ['198.51.100.1', '198.51.100.2', '198.51.100.2', '203.0.113.9', '10.1.1.1'].entries())
      await alert(60 + at, { srcIp, incidentId: at < 2 ? incident.id : null })
    await alert(30, { srcIp: '198.51.100.3', severity: 2 })
    await alert(30 * 60, { srcIp: '198.51.100.4' })
    const preview = await previewOf({
      condition: { field: 'severity', op: 'atLeast', value: 'HIGH' },
      actions: [
        { do: 'addToList', listId, value: 'ATTACKER' },
        { do: 'tag', tags: ['x'] },
      ],
    })
    expect(preview).toMatchObject({ state: 'DONE', total: 6, done: 6, matches: 5, unknown: 0, incidents: 1, warnings: [] })
    expect(preview.effects).toEqual([
      {
        action: 'Add the attacker to ‘Blocked’',
        list: { name: 'Blocked' },
        times: 5,
        wouldAdd: 2,
        alreadyListed: 1,
        protected: 1,
        internal: 1,
        invalid: 0,
        values: ['10.1.1.1', '198.51.100.2'],
      },
      expect.objectContaining({ action: 'Tag the incident ‘x’', list: null, times: 2 }),
    ])
    expect(preview.points.reduce((sum, { matches }) => sum + matches, 0)).toBe(5)
    expect(preview.points.length).toBeLessThanOrEqual(169)
    expect(preview.samples).toHaveLength(5)
    expect(await database.prisma.listEntry.count()).toBe(1)
  })

  it('warn of floods, of rules that match everything, and of what is not known', async () => {
    const list = await database.prisma.list.create({ data: { name: 'Blocked', kind: 'ADDRESS' } })
    const add = { do: 'addToList', listId: toGlobalId('List', list.id), value: 'ATTACKER' }
    for (let at = 0; at < 25; at += 1) await alert(5, { srcIp: `198.51.100.${at}`, srcUser: 'corp\\ann' })
    const all = { field: 'severity', op: 'atLeast', value: 'LOW' }
    const flooding = await previewOf({ condition: all, actions: [add] }, 1, { maxEntriesPerHour: 10 })
    expect(flooding.warnings.some(warning => warning.endsWith('more than its limit of 10'))).toBe(true)
    expect(flooding.warnings).toContain('It matches every alert')
    const unknown = await previewOf({ condition: { field: 'userDepartment', op: 'is', value: 'Finance' }, actions: [add] }, 1)
    expect(unknown).toMatchObject({ matches: 0, unknown: 25 })
    expect(unknown.warnings).toEqual(['Of 25 alerts it is not known (any more) whether they match'])
  })

  it('count as they would have been counted, ask lists that nobody holds yet, and see what was first', async () => {
    const list = await database.prisma.list.create({ data: { name: 'Watched', kind: 'ADDRESS' } })
    await domain.entryService.add(administrator, { listId: list.id, values: ['198.51.100.0/30'] })
    for (let at = 0; at < 5; at += 1) await alert(50 - at, { srcIp: '198.51.100.1' })
    await alert(20, { srcIp: '198.51.100.200' })
    const tag = { do: 'tag', tags: ['x'] }
    const many = await previewOf({ condition: { count: { per: 'attacker', atLeast: 4, windowSeconds: 600 } }, actions: [tag] }, 1)
    expect(many.matches).toBe(2)
    const listed = await previewOf({
      condition: { field: 'attackerListed', op: 'is', value: toGlobalId('List', list.id) },
      actions: [tag],
    })
    expect(listed.matches).toBe(5)
    expect((await previewOf({ condition: { firstSeen: { of: 'attacker', withinDays: 7 } }, actions: [tag] })).matches).toBe(2)
  })

  it('are refused with the place of the fault, and to those who may not write rules', async () => {
    const good = { condition: { field: 'severity', op: 'atLeast', value: 'LOW' }, actions: [{ do: 'tag', tags: ['x'] }] }
    expect((await start({ ...good, actions: [] })).userErrors).toMatchObject([{ field: ['definition', 'actions'] }])
    expect((await start(good, 169)).userErrors).toMatchObject([{ field: ['hours'] }])
    await expect(start(good, 1, {}, actorOf('ANALYST'))).rejects.toThrow('rule:write')
  })

  it('can be cancelled, and are lost with their server', async () => {
    const data = { userId: administrator.userId, definition: {}, fromTime: new Date(now), toTime: new Date(now), touchedAt: new Date(now) }
    const one = await database.prisma.rulePreview.create({ data })
    const cancelled = await ask<{ preview: Preview }>(
      'mutation ($id: ID!) { rulePreviewCancel(id: $id) { preview { state } userErrors { message } } }',
      { id: toGlobalId('RulePreview', one.id) },
    )
    expect(cancelled.preview.state).toBe('CANCELLED')
    const other = await database.prisma.rulePreview.create({ data })
    now += 2 * MINUTE
    expect(await found(toGlobalId('RulePreview', other.id))).toMatchObject({ state: 'FAILED', message: 'The server that ran it has gone' })
  })
})
