import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf, runOperation } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Actor } from '../../platform/actor.js'
import type { User } from '../../platform/prisma/client.js'

let database: TestDatabase
let domain: Domain
let ann: User
let analyst: Actor
let administrator: Actor
let now = AT.getTime()

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database, { clock: { now: () => now } })
  ann = await buildUser(database)
  analyst = actorOf('ANALYST', ann.id)
  administrator = actorOf('ADMINISTRATOR', (await buildUser(database, { role: 'ADMINISTRATOR' })).id)
})
afterAll(() => database.drop())
beforeEach(() => {
  now = AT.getTime()
  domain.hints.length = 0
})

const ask = (query: string, variables: Record<string, unknown> = {}, actor: Actor = analyst) =>
  answerOf({ schema: domain.schema, query, variables, actor })
const idOf = ({ id }: { readonly id: bigint }) => toGlobalId('Incident', id)
const activitiesOf = (incidentId: bigint) => database.prisma.incidentActivity.findMany({ where: { incidentId }, orderBy: { id: 'asc' } })

const EDIT = `mutation ($input: IncidentEditInput!) { incidentEdit(input: $input) {
  incident { version severity severitySet classification attackVector disposition tags title team { name } } userErrors { code field message } } }`
const edit = async (input: Record<string, unknown>, actor?: Actor) =>
  (await ask(EDIT, { input }, actor))['incidentEdit'] as { incident: Record<string, unknown> | null; userErrors: unknown[] }

describe('editing an incident', () => {
  it('sets its fields, tells what they were, and clears them', async () => {
    const incident = await buildIncident(database)
    const team = await database.prisma.team.create({ data: { name: 'Night shift' } })
    const id = idOf(incident)
    const set = await edit({
      id,
      expectedVersion: 1,
      severity: 'CRITICAL',
      classification: 'Malware',
      attackVector: 'Web',
      disposition: 'Undetermined',
      tags: ['VIP ', 'vip', 'Crown  jewels'],
      title: 'Dropper on a laptop',
      teamId: toGlobalId('Team', team.id),
    })
    expect(set).toEqual({
      userErrors: [],
      incident: {
        version: 2,
        severity: 'CRITICAL',
        severitySet: true,
        classification: 'Malware',
        attackVector: 'Web',
        disposition: 'Undetermined',
        tags: ['vip', 'crown jewels'],
        title: 'Dropper on a laptop',
        team: { name: 'Night shift' },
      },
    })
    await buildAlert(database, { incidentId: incident.id, severity: 2 })
    const cleared = await edit({ id, expectedVersion: 2, severity: null, classification: null, tags: null, teamId: null })
    expect(cleared.incident).toMatchObject({
      severity: 'LOW',
      severitySet: false,
      classification: null,
      tags: [],
      team: null,
      attackVector: 'Web',
    })
    const { incident: told } = (await ask(
      'query ($id: ID!) { incident(id: $id) { activities(first: 9) { nodes { kind changes { field before after } } } } }',
      {
        id,
      },
    )) as unknown as { incident: { activities: { nodes: { kind: string; changes: { field: string }[] }[] } } }
    expect(told.activities.nodes.map(({ kind, changes }) => [kind, changes.map(({ field }) => field).join(' ')])).toEqual([
      ['EDITED', 'severity title classification attackVector disposition team tags'],
      ['EDITED', 'severity classification team tags'],
    ])
    expect(told.activities.nodes[0]?.changes).toContainEqual({ field: 'team', before: null, after: 'Night shift' })
    expect(domain.hints).toEqual([`incidents ${incident.id}`, `incidents ${incident.id}`])
  })

  it('refuses values that are not in the sets, and what somebody else changed meanwhile', async () => {
    const incident = await buildIncident(database, { version: 3 })
    const input = { id: idOf(incident), expectedVersion: 3 }
    expect(await edit({ ...input, classification: 'Gremlins' })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['classification'] }],
    })
    expect(await edit({ ...input, teamId: toGlobalId('Team', 99_999) })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['teamId'] }],
    })
    expect(await edit({ ...input, tags: Array.from({ length: 21 }, (_, at) => `t${at}`) })).toMatchObject({
      userErrors: [{ field: ['tags'] }],
    })
    expect(await edit({ ...input, title: ' ' })).toMatchObject({ userErrors: [{ field: ['title'] }] })
    expect(await edit({ ...input, title: 'a\0b' })).toMatchObject({ userErrors: [{ field: ['title'] }] })
    expect(await edit({ ...input, expectedVersion: 2, attackVector: 'Web' })).toMatchObject({
      incident: { version: 3, attackVector: null },
      userErrors: [{ code: 'CONFLICT' }],
    })
    expect(await activitiesOf(incident.id)).toEqual([])
  })

  it('is refused where the incident was merged into another', async () => {
    const into = await buildIncident(database)
    const incident = await buildIncident(database, { state: 'CLOSED', mergedIntoId: into.id })
    expect(await edit({ id: idOf(incident), expectedVersion: 1, title: 'x' })).toMatchObject({
      userErrors: [{ code: 'NOT_ALLOWED_NOW', message: `The incident was merged into INC-${into.id}` }],
    })
    expect(await ask('query ($id: ID!) { incident(id: $id) { mergedInto { id } allowedActions } }', { id: idOf(incident) })).toEqual({
      incident: { mergedInto: { id: idOf(into) }, allowedActions: [] },
    })
  })

  it('is not for viewers', async () => {
    const incident = await buildIncident(database)
    await expect(edit({ id: idOf(incident), expectedVersion: 1, title: 'x' }, actorOf('VIEWER'))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('closing', () => {
  const CLOSE = `mutation ($input: IncidentCloseInput!) { incidentClose(input: $input) {
    incident { disposition acknowledgedAt closeBy } userErrors { code field } } }`
  const close = async (id: bigint, disposition?: string) =>
    (await ask(CLOSE, { input: { id: toGlobalId('Incident', id), expectedVersion: 1, summary: 'done', disposition } }))['incidentClose']

  it('wants one of the dispositions, unless it has one', async () => {
    const incident = await buildIncident(database)
    expect(await close(incident.id)).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['disposition'] }] })
    expect(await close(incident.id, 'Gremlins')).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['disposition'] }] })
    expect(await close(incident.id, 'Benign, expected')).toEqual({
      incident: { disposition: 'Benign, expected', acknowledgedAt: AT.toISOString(), closeBy: null },
      userErrors: [],
    })
    const other = await buildIncident(database, { disposition: 'Of an older release' })
    expect(await close(other.id)).toMatchObject({ userErrors: [] })
  })
})

describe('comments', () => {
  it('remember whom they name', async () => {
    const incident = await buildIncident(database)
    await database.prisma.user.update({ where: { id: ann.id }, data: { name: 'Ann Example', nameKey: 'ann example' } })
    const comment = '**@Ann Example**, see ann@corp.example and @nobody; @ANN EXAMPLE!'
    await domain.incidentService.comment(analyst, { id: String(incident.id), comment })
    const [told] = await activitiesOf(incident.id)
    expect(told).toMatchObject({ detail: comment, facts: { mentions: [ann.id] } })
  })

  it('of a program tell its key', async () => {
    const incident = await buildIncident(database)
    const apiKey = { id: 'k1', name: 'Playbook', permissions: ['incident:write'] as const }
    await domain.incidentService.comment({ ...analyst, apiKey }, { id: String(incident.id), comment: 'hello' })
    expect(await activitiesOf(incident.id)).toMatchObject([
      { cause: 'API_KEY', userId: ann.id, facts: { apiKeyId: 'k1', apiKeyName: 'Playbook' } },
    ])
  })
})

describe('tasks', () => {
  const TASKS = `incident { version tasks { id title assignee { id } doneAt doneBy { id } } } userErrors { code field message }`
  const add = async (input: Record<string, unknown>) =>
    (await ask(`mutation ($input: IncidentTaskAddInput!) { incidentTaskAdd(input: $input) { ${TASKS} } }`, { input }))['incidentTaskAdd']
  const update = async (input: Record<string, unknown>) =>
    (await ask(`mutation ($input: IncidentTaskUpdateInput!) { incidentTaskUpdate(input: $input) { ${TASKS} } }`, { input }))[
      'incidentTaskUpdate'
    ]

  it('are added, given to somebody, ticked and unticked, each told', async () => {
    const incident = await buildIncident(database)
    const user = toGlobalId('User', ann.id)
    const added = (await add({ incidentId: idOf(incident), title: ' Call the user ' })) as { incident: { tasks: { id: string }[] } }
    expect(added).toMatchObject({
      incident: { version: 1, tasks: [{ title: 'Call the user', assignee: null, doneAt: null, doneBy: null }] },
    })
    const id = added.incident.tasks[0]?.id
    expect(await update({ id, assigneeId: user, done: true })).toMatchObject({
      incident: { tasks: [{ assignee: { id: user }, doneAt: AT.toISOString(), doneBy: { id: user } }] },
    })
    expect(await update({ id, done: true })).toMatchObject({ userErrors: [] })
    expect(await update({ id, done: false, assigneeId: null, title: 'Write to the user' })).toMatchObject({
      incident: { tasks: [{ title: 'Write to the user', assignee: null, doneAt: null, doneBy: null }] },
    })
    expect((await activitiesOf(incident.id)).map(({ kind, summary }) => [kind, summary])).toEqual([
      ['TASK_ADDED', 'Call the user'],
      ['EDITED', 'Call the user'],
      ['TASK_DONE', 'Call the user'],
      ['EDITED', 'Write to the user'],
      ['TASK_REOPENED', 'Write to the user'],
    ])
  })

  it('are bounded, and only of incidents that are there', async () => {
    const incident = await buildIncident(database)
    await database.prisma.incidentTask.createMany({ data: Array.from({ length: 49 }, () => ({ incidentId: incident.id, title: 'x' })) })
    const both = await Promise.all([add({ incidentId: idOf(incident), title: 'a' }), add({ incidentId: idOf(incident), title: 'b' })])
    expect(both.filter(answer => (answer as { userErrors: unknown[] }).userErrors.length === 0)).toHaveLength(1)
    expect(await add({ incidentId: toGlobalId('Incident', 999_999), title: 'x' })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] })
    expect(await update({ id: toGlobalId('IncidentTask', 999_999), done: true })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] })
    const viewer = toGlobalId('User', (await buildUser(database, { role: 'VIEWER' })).id)
    const other = await buildIncident(database)
    expect(await add({ incidentId: idOf(other), title: 'x', assigneeId: viewer })).toMatchObject({
      userErrors: [{ field: ['assigneeId'] }],
    })
    const merged = await buildIncident(database, { state: 'CLOSED', mergedIntoId: other.id })
    expect(await add({ incidentId: idOf(merged), title: 'x' })).toMatchObject({ userErrors: [{ code: 'NOT_ALLOWED_NOW' }] })
  })
})

describe('who looks at an incident', () => {
  const VIEW = 'mutation ($id: ID!) { incidentView(id: $id) { incident { viewers { id } } userErrors { code } } }'
  const view = async (id: string, actor: Actor) => (await ask(VIEW, { id }, actor))['incidentView']

  it('is told to the others, for as long as they do', async () => {
    const incident = await buildIncident(database)
    const viewer = actorOf('VIEWER', (await buildUser(database, { role: 'VIEWER' })).id)
    expect(await view(idOf(incident), analyst)).toEqual({ incident: { viewers: [] }, userErrors: [] })
    expect(await view(idOf(incident), viewer)).toMatchObject({ incident: { viewers: [{ id: toGlobalId('User', ann.id) }] } })
    now += 20_000
    expect(await view(idOf(incident), analyst)).toMatchObject({ incident: { viewers: [{ id: toGlobalId('User', viewer.userId) }] } })
    expect(domain.hints).toEqual([`incidents ${incident.id}`, `incidents ${incident.id}`])
    now += 30_000
    expect(await view(idOf(incident), analyst)).toMatchObject({ incident: { viewers: [] } })
    now += 60_000
    await domain.workflow.presence.forget()
    expect(await database.prisma.incidentViewer.count()).toBe(0)
    expect(await view(toGlobalId('Incident', 999_999), analyst)).toMatchObject({ incident: null, userErrors: [{ code: 'NOT_FOUND' }] })
  })

  it('is not told of programs', async () => {
    const incident = await buildIncident(database)
    await view(idOf(incident), { ...analyst, apiKey: { id: 'k1', name: 'Playbook', permissions: ['incident:read'] } })
    expect(await database.prisma.incidentViewer.count({ where: { incidentId: incident.id } })).toBe(0)
  })
})

describe('what the administrator sets', () => {
  const VALUES_SET = `mutation ($input: FieldValuesSetInput!) { fieldValuesSet(input: $input) {
    fieldValues { field value position retired } userErrors { code field } } }`
  const TARGETS_SET = `mutation ($input: TargetsSetInput!) { targetsSet(input: $input) {
    targets { severity acknowledgeMinutes closeMinutes } userErrors { code field } } }`

  it('values: in order, those left out retired, those given again back', async () => {
    const set = async (values: string[], actor = administrator) =>
      (await ask(VALUES_SET, { input: { field: 'ATTACK_VECTOR', values } }, actor))['fieldValuesSet'] as {
        fieldValues: { value: string; retired: boolean }[]
      }
    const incident = await buildIncident(database, { attackVector: 'Web' })
    await set(['Insider', 'Email'])
    const { fieldValues } = await set(['Insider', 'Attrition', 'Email'])
    expect(fieldValues.filter(({ retired }) => !retired).map(({ value }) => value)).toEqual(['Insider', 'Attrition', 'Email'])
    expect(fieldValues.filter(({ retired }) => retired).map(({ value }) => value)).toContain('Web')
    const input = { id: idOf(incident), expectedVersion: 1 }
    expect(await edit({ ...input, attackVector: 'Web', title: 'Still web' })).toMatchObject({
      incident: { attackVector: 'Web' },
      userErrors: [],
    })
    expect(await edit({ ...input, id: idOf(await buildIncident(database)), attackVector: 'Web' })).toMatchObject({
      userErrors: [{ code: 'INVALID' }],
    })
    expect(await set(['a', 'A '])).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['values'] }] })
    await expect(set(['x'], analyst)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { fieldValues: all } = (await ask('{ fieldValues { field value retired } }')) as { fieldValues: { field: string }[] }
    expect(new Set(all.map(({ field }) => field))).toEqual(new Set(['CLASSIFICATION', 'ATTACK_VECTOR', 'DISPOSITION']))
  })

  it('targets, which say when an incident is due', async () => {
    const incident = await buildIncident(database, { severity: 4 })
    const due = async () =>
      (await ask('query ($id: ID!) { incident(id: $id) { acknowledgeBy closeBy } }', { id: idOf(incident) }))['incident']
    expect(await due()).toEqual({ acknowledgeBy: '2026-03-04T13:00:00.000Z', closeBy: '2026-03-05T12:00:00.000Z' })
    const set = await ask(TARGETS_SET, { input: { targets: [{ severity: 'HIGH', acknowledgeMinutes: 5 }] } }, administrator)
    expect(set['targetsSet']).toMatchObject({
      targets: [
        { severity: 'CRITICAL', acknowledgeMinutes: null, closeMinutes: null },
        { severity: 'HIGH', acknowledgeMinutes: 5, closeMinutes: null },
        { severity: 'MEDIUM' },
        { severity: 'LOW' },
        { severity: 'INFORMATIONAL' },
        { severity: 'UNKNOWN' },
      ],
    })
    expect(await due()).toEqual({ acknowledgeBy: '2026-03-04T12:05:00.000Z', closeBy: null })
    await domain.incidentService.open(analyst, { id: String(incident.id), expectedVersion: 1 })
    expect(await due()).toEqual({ acknowledgeBy: null, closeBy: null })
    const twice = [{ severity: 'HIGH' }, { severity: 'HIGH' }]
    expect(await ask(TARGETS_SET, { input: { targets: twice } }, administrator)).toMatchObject({
      targetsSet: { userErrors: [{ field: ['targets'] }] },
    })
    const { errors } = await runOperation({
      schema: domain.schema,
      query: TARGETS_SET,
      variables: { input: { targets: [] } },
      actor: analyst,
    })
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' })
  })
})
