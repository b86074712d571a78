import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT, buildIncident, buildSource, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf, runOperation } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Actor } from '../../platform/actor.js'
import { UserFaultsError } from '../../platform/errors.js'

const CLOSING = { summary: 'False alarm', disposition: 'False positive' }

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

const faultOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserFaultsError)) throw new Error(`No user fault but ${String(error)}`)
  return { code: error.faults[0]?.code, field: error.faults[0]?.field, current: error.current }
}

const activitiesOf = (incidentId: bigint) => database.prisma.incidentActivity.findMany({ where: { incidentId }, orderBy: { id: 'asc' } })

describe('a change', () => {
  it('takes an incident from new to closed, each step with a row of its history and a hint', async () => {
    const incident = await buildIncident(database, { linkKey: 'VICTIM_USER', linkValue: 'steps', linking: true })
    const id = String(incident.id)
    const { incidentService: service } = domain
    await service.open(analyst, { id, expectedVersion: 1 })
    await service.assign(analyst, { id, expectedVersion: 2, assigneeId: analyst.userId })
    await service.comment(analyst, { id, comment: ' looking ' })
    const { before, after: closed } = await service.close(analyst, { id, expectedVersion: 3, ...CLOSING, detail: 'A scanner of ours' })
    expect(before).toMatchObject({ state: 'ASSIGNED', version: 3, disposition: null })
    expect(closed).toMatchObject({
      state: 'CLOSED',
      version: 4,
      linking: false,
      closeSummary: 'False alarm',
      disposition: 'False positive',
      acknowledgedAt: AT,
      closeDetail: 'A scanner of ours',
    })
    expect(closed.closedAt).toBeInstanceOf(Date)
    const rows = await activitiesOf(incident.id)
    expect(rows.map(row => [row.kind, row.fromState, row.toState, row.cause, row.userId === analyst.userId])).toEqual([
      ['OPENED', 'NEW', 'OPEN', 'USER', true],
      ['ASSIGNED', 'OPEN', 'ASSIGNED', 'USER', true],
      ['COMMENTED', null, null, 'USER', true],
      ['CLOSED', 'ASSIGNED', 'CLOSED', 'USER', true],
    ])
    expect(rows[2]?.detail).toBe('looking')
    expect(domain.hints).toEqual(Array.from({ length: 4 }, () => `incidents ${id}`))
  })

  it('is refused when somebody else was faster, and tells the incident as it is now', async () => {
    const { id } = await buildIncident(database)
    const seen = { id: String(id), expectedVersion: 1 }
    await domain.incidentService.ignore(analyst, { ...seen, comment: 'noise' })
    expect(await faultOf(domain.incidentService.close(analyst, { ...seen, ...CLOSING }))).toMatchObject({
      code: 'CONFLICT',
      current: { state: 'IGNORED', version: 2 },
    })
    expect((await activitiesOf(id)).map(row => row.kind)).toEqual(['IGNORED'])
  })

  it('lets exactly one of two win that come together', async () => {
    const { id } = await buildIncident(database)
    const seen = { id: String(id), expectedVersion: 1 }
    const outcomes = await Promise.allSettled([
      domain.incidentService.close(analyst, { ...seen, ...CLOSING }),
      domain.incidentService.ignore(analyst, seen),
    ])
    expect(outcomes.map(outcome => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await activitiesOf(id)).toHaveLength(1)
  })

  it('is refused where the state does not allow it', async () => {
    const { id } = await buildIncident(database, { state: 'CLOSED' })
    expect(await faultOf(domain.incidentService.close(analyst, { id: String(id), expectedVersion: 1, ...CLOSING }))).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      current: { state: 'CLOSED' },
    })
  })

  it('leaves an incident alone that somebody else has opened already', async () => {
    const { id } = await buildIncident(database, { state: 'ASSIGNED', version: 7 })
    const left = await domain.incidentService.open(analyst, { id: String(id), expectedVersion: 1 })
    expect(left).toMatchObject({ changed: false, after: { state: 'ASSIGNED', version: 7 } })
    expect(await activitiesOf(id)).toEqual([])
    expect(domain.hints).toEqual([])
  })

  it('does not conflict with comments', async () => {
    const { id } = await buildIncident(database)
    await domain.incidentService.comment(analyst, { id: String(id), comment: 'first' })
    await domain.incidentService.open(analyst, { id: String(id), expectedVersion: 1 })
    expect((await activitiesOf(id)).map(row => row.kind)).toEqual(['COMMENTED', 'OPENED'])
  })

  it('refuses what the database cannot hold', async () => {
    const { id } = await buildIncident(database)
    expect(await faultOf(domain.incidentService.comment(analyst, { id: String(id), comment: 'a\0b' }))).toMatchObject({
      code: 'INVALID',
      field: ['comment'],
    })
  })

  it('says so when there is no such incident', async () => {
    expect(await faultOf(domain.incidentService.open(analyst, { id: '999999', expectedVersion: 1 }))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is not for viewers, whatever the resolver thinks', async () => {
    const { id } = await buildIncident(database)
    await expect(domain.incidentService.open(actorOf('VIEWER'), { id: String(id), expectedVersion: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('assigning', () => {
  it('refuses people who are disabled, unknown, or may not work on incidents', async () => {
    const { id } = await buildIncident(database)
    const people = [
      (await buildUser(database, { disabledAt: new Date() })).id,
      (await buildUser(database, { role: 'VIEWER' })).id,
      '00000000-0000-7000-8000-000000000000',
    ]
    for (const assigneeId of people) {
      const fault = await faultOf(domain.incidentService.assign(analyst, { id: String(id), expectedVersion: 1, assigneeId }))
      expect(fault).toMatchObject({ code: 'INVALID', field: ['assigneeId'] })
    }
  })
})

describe('reopening', () => {
  it('links again when no other incident took over the key', async () => {
    const { id } = await buildIncident(database, {
      state: 'CLOSED',
      linkKey: 'VICTIM_USER',
      linkValue: 'free',
      closeSummary: 'x',
      closedAt: new Date(),
    })
    const reopened = await domain.incidentService.reopen(analyst, { id: String(id), expectedVersion: 1 })
    expect(reopened.after).toMatchObject({ state: 'OPEN', linking: true, closeSummary: null, closedAt: null })
  })

  it('does not link where another incident does', async () => {
    const key = { linkKey: 'VICTIM_USER', linkValue: 'taken' }
    await buildIncident(database, { ...key, linking: true })
    const { id } = await buildIncident(database, { ...key, state: 'IGNORED' })
    const { after } = await domain.incidentService.reopen(analyst, { id: String(id), expectedVersion: 1 })
    expect(after).toMatchObject({ state: 'OPEN', linking: false })
  })

  it('lets one of two link that are reopened together', async () => {
    const key = { linkKey: 'VICTIM_USER', linkValue: 'race', state: 'CLOSED' }
    const incidents = [await buildIncident(database, key), await buildIncident(database, key), await buildIncident(database, key)]
    const reopened = await Promise.all(
      incidents.map(({ id }) => domain.incidentService.reopen(analyst, { id: String(id), expectedVersion: 1 })),
    )
    expect(reopened.filter(({ after }) => after.linking)).toHaveLength(1)
  })
})

describe('through the API', () => {
  const CLOSE = `mutation ($input: IncidentCloseInput!) {
    incidentClose(input: $input) { incident { state version } userErrors { code field message } }
  }`

  it('answers a stale change with CONFLICT and the incident as it is now', async () => {
    const { id } = await buildIncident(database, { version: 5, state: 'OPEN' })
    const variables = { input: { id: toGlobalId('Incident', id), expectedVersion: 4, ...CLOSING } }
    const { data } = await runOperation({ schema: domain.schema, query: CLOSE, variables, actor: analyst })
    expect(data?.['incidentClose']).toMatchObject({
      incident: { state: 'OPEN', version: 5 },
      userErrors: [{ code: 'CONFLICT', field: ['expectedVersion'] }],
    })
  })

  it('names the field that is not valid', async () => {
    const { id } = await buildIncident(database)
    const variables = { input: { id: toGlobalId('Incident', id), expectedVersion: 1, summary: '  ' } }
    const { data } = await runOperation({ schema: domain.schema, query: CLOSE, variables, actor: analyst })
    expect(data?.['incidentClose']).toMatchObject({ incident: null, userErrors: [{ code: 'INVALID', field: ['summary'] }] })
  })

  it('refuses the id of something else', async () => {
    const source = await buildSource(database)
    const variables = { input: { id: toGlobalId('Source', source.id), expectedVersion: 1, ...CLOSING } }
    const { errors } = await runOperation({ schema: domain.schema, query: CLOSE, variables, actor: analyst })
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it.each([
    ['VIEWER', 'FORBIDDEN'],
    ['ANALYST', undefined],
    ['ADMINISTRATOR', undefined],
  ] as const)('%s closes an incident: %s', async (role, code) => {
    const { id } = await buildIncident(database)
    const variables = { input: { id: toGlobalId('Incident', id), expectedVersion: 1, ...CLOSING } }
    const { errors } = await runOperation({ schema: domain.schema, query: CLOSE, variables, actor: actorOf(role) })
    expect(errors?.[0]?.originalError).toEqual(code && expect.objectContaining({ code }))
  })
})
