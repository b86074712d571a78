import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildAlert, buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf, runOperation } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Actor } from '../../platform/actor.js'

let database: TestDatabase
let domain: Domain
let administrator: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  const user = await buildUser(database, { role: 'ADMINISTRATOR' })
  administrator = actorOf('ADMINISTRATOR', user.id)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.pool.query('TRUNCATE rule, rule_match, rule_hour, alert, incident, list CASCADE')
  domain = composeDomain(database)
})

const ask = async <T>(query: string, variables: object = {}, actor: Actor = administrator): Promise<T> => {
  const { data, errors } = await runOperation({ schema: domain.schema, query, variables: { ...variables }, actor })
  const [error] = errors ?? []
  if (error) throw error.originalError ?? error
  return Object.values(data ?? {})[0] as T
}
interface Answer {
  rule: { id: string; name: string; version: number; position: number } | null
  rules: { name: string; mode: string; position: number }[]
  deletedId: string | null
  userErrors: { code: string; field: string[] | null; message: string }[]
}
const mutate = (name: string, input: object, fields = 'rule { id name version position }', actor?: Actor): Promise<Answer> =>
  ask(
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code field message } } }`,
    { input },
    actor,
  )

const severity = { field: 'severity', op: 'atLeast', value: 'HIGH' }
const tag = { do: 'tag', tags: ['x'] }
const definition = { condition: severity, actions: [tag] }
const create = async (name: string, more: object = {}) => {
  const { rule, userErrors } = await mutate('ruleCreate', { name, definition, ...more })
  if (!rule) throw new Error(JSON.stringify(userErrors))
  return rule
}
const names = async () => (await ask<{ name: string }[]>('{ rules { name } }')).map(({ name }) => name)

describe('rules', () => {
  it('are made, read aloud and found again', async () => {
    const { id } = await create('Tag what is bad', { mode: 'LOG_ONLY', maxEntriesPerHour: 7 })
    const fields = `name mode position maxEntriesPerHour definition owner { name } reading { when then } stoppedAt
      stats(hours: 24) { matches timeSpent lastMatchAt hours { hour } } versions(first: 5) { nodes { number author { name } changes { path } } }`
    const rule = await ask<Record<string, unknown>>(`query ($id: ID!) { rule(id: $id) { ${fields} } }`, { id }, actorOf('VIEWER'))
    expect(rule).toMatchObject({
      name: 'Tag what is bad',
      mode: 'LOG_ONLY',
      position: 1,
      maxEntriesPerHour: 7,
      definition: { condition: severity, actions: [tag], sources: [], schedule: null, waitSeconds: 60 },
      reading: { when: ['Severity is at least high'], then: ['Tag the incident ‘x’'] },
      stats: { matches: 0, timeSpent: 0, lastMatchAt: null, hours: [] },
      versions: { nodes: [{ number: 1, changes: [] }] },
    })
    expect(await ask('query ($id: ID!) { node(id: $id) { id ... on Rule { name } } }', { id })).toEqual({ id, name: 'Tag what is bad' })
    expect(domain.hints.some(hint => hint.startsWith('rules '))).toBe(true)
  })

  it('are refused with the place of each fault', async () => {
    const faulty = {
      condition: { all: [severity, { field: 'attacker', op: 'inNetwork', value: 'nowhere' }] },
      actions: [{ do: 'addToList', listId: toGlobalId('List', 77), value: 'ATTACKER' }],
    }
    const { userErrors } = await mutate('ruleCreate', { name: 'Faulty', definition: faulty })
    expect(userErrors.map(({ code, field }) => [code, field?.join('.')])).toEqual([
      ['INVALID', 'definition.condition.all.1.value'],
      ['INVALID', 'definition.actions.0.listId'],
    ])
    expect((await mutate('ruleCreate', { name: 'x', definition: { condition: severity } })).userErrors).toMatchObject([
      { field: ['definition', 'actions'] },
    ])
    await create('Once')
    expect((await mutate('ruleCreate', { name: 'Once', definition })).userErrors).toMatchObject([{ code: 'TAKEN', field: ['name'] }])
    expect(await ask('query ($d: JSON!) { ruleCheck(definition: $d) { faults { path } reading { when } } }', { d: faulty })).toEqual({
      faults: [{ path: ['condition', 'all', '1', 'value'] }, { path: ['actions', '0', 'listId'] }],
      reading: null,
    })
    for (const hostile of [null, 7, [], 'x', { condition: JSON.parse(`${'{"all":['.repeat(60)}1${']}'.repeat(60)}`) as unknown }])
      expect(
        (await ask<{ faults: unknown[] }>('query ($d: JSON!) { ruleCheck(definition: $d) { faults { message } } }', { d: hostile ?? {} }))
          .faults,
      ).not.toEqual([])
  })

  it('have versions with what changed, and go back', async () => {
    const { id } = await create('Changing')
    const changed = { condition: severity, actions: [{ do: 'tag', tags: ['y'] }] }
    await mutate('ruleUpdate', { id, expectedVersion: 1, definition: changed, name: 'Changed' })
    const stale = await mutate('ruleUpdate', { id, expectedVersion: 1, name: 'Late' })
    expect(stale).toMatchObject({ rule: { name: 'Changed', version: 2 }, userErrors: [{ code: 'CONFLICT', field: ['expectedVersion'] }] })
    expect((await mutate('ruleReturn', { id, expectedVersion: 2, number: 1 })).rule).toMatchObject({ name: 'Changing', version: 3 })
    expect((await mutate('ruleReturn', { id, expectedVersion: 3, number: 9 })).userErrors).toMatchObject([{ field: ['number'] }])
    const page = await ask<{ versions: { nodes: unknown[]; pageInfo: { hasNextPage: boolean } } }>(
      'query ($id: ID!) { rule(id: $id) { versions(first: 2) { nodes { number returnOf changes { path before after } } pageInfo { hasNextPage } } } }',
      { id },
    )
    expect(page.versions).toEqual({
      nodes: [
        {
          number: 3,
          returnOf: 1,
          changes: [
            { path: 'name', before: 'Changed', after: 'Changing' },
            { path: 'definition.actions.0.tags.0', before: 'y', after: 'x' },
          ],
        },
        { number: 2, returnOf: null, changes: expect.any(Array) as unknown },
      ],
      pageInfo: { hasNextPage: true },
    })
  })

  it('are put in order', async () => {
    const [a, b] = [await create('A'), await create('B')]
    await create('C', { position: 1 })
    expect(await names()).toEqual(['C', 'A', 'B'])
    await mutate('rulesReorder', { ids: [b.id, a.id] }, 'rules { name }')
    expect(await names()).toEqual(['B', 'A', 'C'])
    await mutate('ruleUpdate', { id: b.id, expectedVersion: 1, position: 3 })
    expect(await names()).toEqual(['A', 'C', 'B'])
    const { deletedId } = await mutate('ruleDelete', { id: a.id, expectedVersion: 1 }, 'deletedId')
    expect([deletedId, await names()]).toEqual([a.id, ['C', 'B']])
    expect((await mutate('rulesReorder', { ids: [a.id] }, 'rules { name }')).userErrors).toMatchObject([{ field: ['ids'] }])
  })

  it('go out as a file and come in switched off, with lists found by name', async () => {
    const list = await database.prisma.list.create({ data: { name: 'Blocked', kind: 'ADDRESS' } })
    const add = { do: 'addToList', listId: toGlobalId('List', list.id), value: 'ATTACKER' }
    await create('Block', { mode: 'ON', definition: { condition: severity, actions: [add] } })
    const file = await ask<Record<string, unknown>>('{ rulesExport }')
    expect(file).toMatchObject({ format: 'sallyport-rules', version: 1, rules: [{ name: 'Block' }] })
    expect((await mutate('rulesImport', { rules: file }, 'rules { name }')).userErrors).toMatchObject([
      { code: 'TAKEN', field: ['rules', '0', 'name'] },
    ])
    await database.pool.query('TRUNCATE rule, list CASCADE')
    expect((await mutate('rulesImport', { rules: file }, 'rules { name }')).userErrors).toMatchObject([
      { field: ['rules', '0', 'definition', 'actions', '0', 'listId'] },
    ])
    const other = await database.prisma.list.create({ data: { name: 'Blocked', kind: 'ADDRESS' } })
    const { rules } = await mutate('rulesImport', { rules: file }, 'rules { name mode position }')
    expect(rules).toEqual([{ name: 'Block', mode: 'OFF', position: 1 }])
    const stored = await database.prisma.rule.findFirstOrThrow()
    expect(stored.definition).toMatchObject({ actions: [{ listId: toGlobalId('List', other.id) }] })
    expect((await mutate('rulesImport', { rules: { rules: 7 } }, 'rules { name }')).userErrors).not.toEqual([])
  })

  it('tell their schema', async () => {
    const schema = await ask<{ properties: { condition: unknown }; $defs: { condition: { anyOf: unknown[] } } }>('{ ruleSchema }')
    expect(schema.properties.condition).toEqual({ $ref: '#/$defs/condition' })
    expect(schema.$defs.condition.anyOf).toHaveLength(7)
  })

  it('are changed by administrators alone', async () => {
    const { id } = await create('Mine')
    for (const actor of [actorOf('VIEWER'), actorOf('ANALYST')]) {
      await expect(mutate('ruleCreate', { name: 'x', definition }, 'rule { id }', actor)).rejects.toThrow('rule:write')
      await expect(mutate('ruleDelete', { id, expectedVersion: 1 }, 'deletedId', actor)).rejects.toThrow('rule:write')
    }
  })
})

describe('matches', () => {
  it('are found at the rule, the alert and the incident, and decided about', async () => {
    const { id } = await create('Ask', { mode: 'ON', definition: { condition: severity, actions: [{ ...tag, approval: true }] } })
    const rule = await database.prisma.rule.findFirstOrThrow()
    const incident = await buildIncident(database)
    const alerts = [await buildAlert(database, { incidentId: incident.id }), await buildAlert(database, { incidentId: incident.id })]
    for (const [at, alert] of alerts.entries())
      await database.prisma.ruleMatch.create({
        data: {
          ruleId: rule.id,
          ruleVersion: 1,
          ruleName: 'Ask',
          alertId: alert.id,
          incidentId: incident.id,
          state: at === 0 ? 'AWAITING_APPROVAL' : 'NO_MATCH',
          matched: [{ path: '', text: 'Severity is at least high', value: 'high' }],
          outcomes: [{ action: 'Tag the incident ‘x’, once somebody agrees', state: 'AWAITING_APPROVAL', message: null }],
        },
      })
    const fields = 'id state matched { text value } outcomes { state } rule { name } alert { id } incident { number } decidedBy { name }'
    const { nodes } = await ask<{ nodes: { id: string }[] }>(`{ ruleMatchesAwaiting(first: 10) { nodes { ${fields} } } }`)
    expect(nodes).toMatchObject([
      { state: 'AWAITING_APPROVAL', rule: { name: 'Ask' }, incident: { number: String(incident.id) }, matched: [{ value: 'high' }] },
    ])
    const ofRule = await ask<{ matches: { nodes: unknown[] } }>(
      'query ($id: ID!) { rule(id: $id) { matches(first: 10, state: [AWAITING_APPROVAL]) { nodes { id } } } }',
      { id },
    )
    const ofAlert = await ask<{ ruleMatches: unknown[] }>('query ($id: ID!) { node(id: $id) { ... on Alert { ruleMatches { id } } } }', {
      id: toGlobalId('Alert', alerts[0]?.id ?? 0n),
    })
    const ofIncident = await ask<{ ruleMatches: { nodes: unknown[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Incident { ruleMatches(first: 10) { nodes { id } } } } }',
      { id: toGlobalId('Incident', incident.id) },
    )
    const [{ id: matchId } = { id: '' }] = nodes
    for (const found of [ofRule.matches.nodes, ofAlert.ruleMatches, ofIncident.ruleMatches.nodes]) expect(found).toEqual([{ id: matchId }])
    const decide = (actor: Actor) =>
      mutate('ruleMatchDecide', { ids: [matchId], approve: true }, 'matches { state decidedBy { id } }', actor)
    await expect(decide(actorOf('VIEWER'))).rejects.toThrow('list:approve')
    expect(await decide(administrator)).toMatchObject({ matches: [{ state: 'DUE' }], userErrors: [] })
    expect((await decide(administrator)).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_NOW', field: ['ids'] }])
  })
})
