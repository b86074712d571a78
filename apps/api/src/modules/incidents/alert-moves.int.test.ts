import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { answerOf, composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { toGlobalId } from '../../graphql/global-id.js'
import type { Actor } from '../../platform/actor.js'
import { ForbiddenError, UserFaultsError } from '../../platform/errors.js'
import type { Incident } from '../../platform/prisma/client.js'
import { IncidentLinker } from './incident-linker.js'

let database: TestDatabase
let domain: Domain
let analyst: Actor
let now: number

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  now = AT.getTime()
  domain = composeDomain(database, { clock: { now: () => now } })
  analyst = actorOf('ANALYST', (await buildUser(database)).id)
})

/** An incident with this many alerts; what its columns tell agrees with them. */
async function incidentWith(alerts: number, given: Parameters<typeof buildIncident>[1] = {}): Promise<Incident> {
  const incident = await buildIncident(database, {
    alertCount: BigInt(alerts),
    eventCount: BigInt(alerts * 2),
    blockedCount: BigInt(alerts),
    allowedCount: 0n,
    state: 'OPEN',
    ...given,
  })
  for (let at = 0; at < alerts; at += 1)
    await buildAlert(database, { incidentId: incident.id, severity: 3, blocked: true, repeatCount: 2, occurredAt: AT })
  return incident
}

const fresh = (id: bigint) => database.prisma.incident.findUniqueOrThrow({ where: { id } })
const alertsOf = (incidentId: bigint) => database.prisma.alert.findMany({ where: { incidentId }, orderBy: { id: 'asc' } })
const historyOf = async (incidentId: bigint) => {
  const rows = await database.prisma.incidentActivity.findMany({ where: { incidentId }, orderBy: { id: 'asc' } })
  return rows.map(({ kind, summary }) => `${kind} ${summary}`)
}
const merge = (into: Incident, ...others: Incident[]) =>
  domain.story.merger.merge(analyst, { ids: others.map(({ id }) => String(id)), intoId: String(into.id), expectedVersion: into.version })
const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UserFaultsError)) throw new Error(`No user fault but ${String(error)}`)
  return `${error.faults[0]?.code}: ${error.message}`
}
/** Who takes an alert of this key. */
async function takerOf({ sourceId, linkKey, linkValue }: Incident): Promise<{ id: bigint; lastAlertAt: number } | undefined> {
  const client = await database.pool.connect()
  try {
    const links = [{ key: linkKey as 'VICTIM_ADDRESS', value: linkValue ?? '' }]
    return (await new IncidentLinker(client, sourceId).find(links)).values().next().value
  } finally {
    client.release()
  }
}
let keys = 0
const key = () => ({ linkKey: 'VICTIM_ADDRESS', linkValue: `key-${(keys += 1)}`, linking: true })

describe('a merge', () => {
  it('brings all alerts into one incident, closes the others, and tells it in every history', async () => {
    const into = await incidentWith(2, { severity: 3, allowedCount: 1n, blockedCount: 1n })
    const [one, two] = [
      await incidentWith(3, { severity: 5, firstAlertAt: new Date(AT.getTime() - 60_000) }),
      await incidentWith(1, { lastAlertAt: new Date(AT.getTime() + 60_000), state: 'NEW' }),
    ]
    const moved = await merge(into, one, two)
    expect(await alertsOf(into.id)).toHaveLength(6)
    expect(await fresh(into.id)).toMatchObject({
      state: 'OPEN',
      severity: 5,
      alertCount: 6n,
      eventCount: 12n,
      blockedCount: 5n,
      allowedCount: 1n,
      firstAlertAt: new Date(AT.getTime() - 60_000),
      lastAlertAt: new Date(AT.getTime() + 60_000),
      version: 2,
    })
    expect(await fresh(two.id)).toMatchObject({
      state: 'CLOSED',
      closeSummary: `Merged into INC-${into.id}`,
      mergedIntoId: into.id,
      linking: false,
      alertCount: 0n,
      acknowledgedAt: AT,
      version: 2,
    })
    expect(moved).toMatchObject({ incident: { id: String(into.id) }, move: { kind: 'MERGE', alerts: 3 } })
    expect(moved.incidents).toHaveLength(3)
    expect(await historyOf(one.id)).toEqual([`MERGED Merged into INC-${into.id}`])
    expect((await historyOf(into.id))[0]).toContain(`MERGED Took the alerts of INC-${one.id} (${one.title}), INC-${two.id}`)
    expect(domain.hints).toEqual([`incidents ${into.id} ${one.id} ${two.id}`])
  })

  it('does not raise a severity that was set', async () => {
    const into = await incidentWith(1, { severity: 1, severitySet: true })
    await merge(into, await incidentWith(1, { severity: 5 }))
    expect((await fresh(into.id)).severity).toBe(1)
  })

  it('passes alerts of the merged key on, as long as the other incident takes alerts', async () => {
    const [into, other] = [await incidentWith(1, key()), await incidentWith(1, key())]
    await merge(into, other)
    expect((await takerOf(other))?.id).toBe(into.id)
    expect((await takerOf(into))?.id).toBe(into.id)
    await database.prisma.incident.update({ where: { id: into.id }, data: { linking: false } })
    // The next alert that opens an incident retires it.
    expect(await takerOf(other)).toMatchObject({ id: other.id, lastAlertAt: 0 })
  })

  it('passes them on through incidents that are merged one after the other', async () => {
    const [first, second, third] = [await incidentWith(1, key()), await incidentWith(1, key()), await incidentWith(1, key())]
    await merge(second, first)
    await merge(third, await fresh(second.id))
    expect((await takerOf(first))?.id).toBe(third.id)
    expect(await alertsOf(third.id)).toHaveLength(3)
  })

  it('takes over a key where the incident took no alerts any more', async () => {
    const [into, other] = [await incidentWith(1, { linkKey: null, linkValue: null }), await incidentWith(1, key())]
    await merge(into, other)
    expect(await fresh(into.id)).toMatchObject({ linking: true, linkValue: other.linkValue })
    expect(await fresh(other.id)).toMatchObject({ linking: false })
  })

  it('brings open tasks along', async () => {
    const [into, other] = [await incidentWith(1), await incidentWith(1)]
    await database.prisma.incidentTask.createMany({
      data: [
        { incidentId: other.id, title: 'open' },
        { incidentId: other.id, title: 'done', doneAt: AT },
      ],
    })
    const { move } = await merge(into, other)
    const titles = async (incidentId: bigint) =>
      (await database.prisma.incidentTask.findMany({ where: { incidentId } })).map(({ title }) => title)
    expect([await titles(into.id), await titles(other.id)]).toEqual([['open'], ['done']])
    await domain.story.undoer.undo(analyst, move.id)
    expect([await titles(into.id), (await titles(other.id)).sort()]).toEqual([[], ['done', 'open']])
  })

  it('is refused with the reason, and moves nothing', async () => {
    const [into, other, closed] = [await incidentWith(1), await incidentWith(1), await incidentWith(1, { state: 'CLOSED' })]
    expect(await reasonOf(merge({ ...into, version: 9 }, other))).toBe('CONFLICT: Somebody else changed the incident meanwhile')
    expect(await reasonOf(merge(into, into))).toBe('INVALID: An incident cannot be merged into itself')
    expect(await reasonOf(merge(closed, other))).toBe(`NOT_ALLOWED_NOW: INC-${closed.id} is closed: reopen it first`)
    expect(await reasonOf(merge(into, { ...other, id: 999_999n }))).toBe('NOT_FOUND: The incident was not found')
    await merge(into, closed)
    expect(await reasonOf(merge(other, closed))).toBe(`NOT_ALLOWED_NOW: INC-${closed.id} was merged into INC-${into.id} already`)
    await expect(
      domain.story.merger.merge(actorOf('VIEWER'), { ids: [String(other.id)], intoId: String(into.id), expectedVersion: 2 }),
    ).rejects.toThrow(ForbiddenError)
    expect(await alertsOf(other.id)).toHaveLength(1)
  })

  it('lets one of two win that merge each into the other', async () => {
    const [one, two] = [await incidentWith(20), await incidentWith(20)]
    const outcomes = await Promise.allSettled([merge(one, two), merge(two, one)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const alive = (await Promise.all([fresh(one.id), fresh(two.id)])).filter(({ mergedIntoId }) => mergedIntoId === null)
    expect(alive.map(({ alertCount }) => alertCount)).toEqual([40n])
    expect(await alertsOf(alive[0]?.id ?? 0n)).toHaveLength(40)
  })
})

describe('taking alerts out', () => {
  const move = (alertIds: readonly bigint[], intoId?: bigint) =>
    domain.story.mover.move(analyst, { alertIds: alertIds.map(String), intoId: intoId === undefined ? undefined : String(intoId) })

  it('makes a new incident of them, named after the worst; both are counted anew', async () => {
    const from = await incidentWith(2, { severity: 5, alertCount: 3n })
    const bad = await buildAlert(database, { incidentId: from.id, severity: 5, threatName: 'Made-up worm', blocked: false })
    const moved = await move([bad.id])
    expect(moved.incident).toMatchObject({
      title: 'Made-up worm',
      state: 'OPEN',
      severity: 5,
      alertCount: '1',
      allowedCount: '1',
      linking: false,
    })
    expect(await fresh(from.id)).toMatchObject({ severity: 3, alertCount: 2n, eventCount: 4n, allowedCount: 0n, version: 2 })
    expect(await historyOf(from.id)).toEqual([`SPLIT 1 alert went to INC-${moved.incident.id}`])
    expect(await historyOf(BigInt(moved.incident.id))).toEqual([`CREATED Made of 1 alert from INC-${from.id}`])
  })

  it('brings alerts of several incidents into one that is there', async () => {
    const [into, one, two] = [await incidentWith(1), await incidentWith(2), await incidentWith(2)]
    const chosen = [(await alertsOf(one.id))[0], (await alertsOf(two.id))[0], (await alertsOf(into.id))[0]].map(alert => alert?.id ?? 0n)
    const moved = await move(chosen, into.id)
    expect(moved.incident).toMatchObject({ id: String(into.id), alertCount: '3' })
    expect([(await fresh(one.id)).alertCount, (await fresh(two.id)).alertCount]).toEqual([1n, 1n])
    await domain.story.undoer.undo(analyst, moved.move.id)
    // Undoing one undoes what was done with it.
    expect([(await fresh(into.id)).alertCount, (await fresh(one.id)).alertCount, (await fresh(two.id)).alertCount]).toEqual([1n, 2n, 2n])
  })

  it('keeps a severity that a verdict raised', async () => {
    const from = await incidentWith(2, { severity: 4 })
    await database.prisma.incidentActivity.create({ data: { incidentId: from.id, kind: 'VERDICT_CHANGED', cause: 'SYSTEM' } })
    await move([(await alertsOf(from.id))[0]?.id ?? 0n])
    expect((await fresh(from.id)).severity).toBe(4)
  })

  it('is refused with the reason', async () => {
    const [from, closed] = [await incidentWith(2), await incidentWith(1, { state: 'CLOSED' })]
    const ids = (await alertsOf(from.id)).map(({ id }) => id)
    const stray = await buildAlert(database)
    expect(await reasonOf(move(ids))).toBe(`INVALID: These are all alerts of INC-${from.id}: leave it some`)
    expect(await reasonOf(move(ids, closed.id))).toBe(`NOT_ALLOWED_NOW: INC-${closed.id} is closed: reopen it first`)
    expect(await reasonOf(move(ids, from.id))).toBe(`INVALID: The alerts are in INC-${from.id} already`)
    expect(await reasonOf(move([stray.id]))).toBe('INVALID: An alert that belongs to no incident cannot be taken out of one')
    expect(await reasonOf(move([999_999_999n]))).toBe('NOT_FOUND: An alert was not found')
  })
})

describe('undoing', () => {
  it('brings a merged incident back as it was; alerts that arrived since stay', async () => {
    const [into, other] = [await incidentWith(1, key()), await incidentWith(2, { ...key(), state: 'NEW' })]
    const { move } = await merge(into, other)
    await buildAlert(database, { incidentId: into.id, severity: 4 })
    await database.prisma.incident.update({
      where: { id: into.id },
      data: { alertCount: 4n, state: 'ASSIGNED', version: { increment: 1 } },
    })
    const undone = await domain.story.undoer.undo(analyst, move.id)
    expect(undone.incident.id).toBe(String(other.id))
    expect(await fresh(other.id)).toMatchObject({
      state: 'NEW',
      closeSummary: null,
      closedAt: null,
      acknowledgedAt: null,
      mergedIntoId: null,
      linking: true,
      alertCount: 2n,
      severity: 3,
    })
    expect(await fresh(into.id)).toMatchObject({ state: 'ASSIGNED', alertCount: 2n, severity: 4 })
    expect((await takerOf(other))?.id).toBe(other.id)
    expect((await historyOf(other.id)).at(-1)).toBe(`UNDONE Undid the merge: 2 alerts came back from INC-${into.id}`)
    expect(await reasonOf(domain.story.undoer.undo(analyst, move.id))).toBe('NOT_ALLOWED_NOW: It was undone already')
  })

  it('gives a key back that was taken over', async () => {
    const [into, other] = [await incidentWith(1, { linkKey: null, linkValue: null }), await incidentWith(1, key())]
    const { move } = await merge(into, other)
    await domain.story.undoer.undo(analyst, move.id)
    expect(await fresh(into.id)).toMatchObject({ linking: false, linkKey: null, linkValue: null })
    expect((await takerOf(other))?.id).toBe(other.id)
  })

  it('undoes merges of merges from the last on', async () => {
    const [first, second, third] = [await incidentWith(1, key()), await incidentWith(1, key()), await incidentWith(1, key())]
    const one = await merge(second, first)
    const two = await merge(third, await fresh(second.id))
    expect(await reasonOf(domain.story.undoer.undo(analyst, one.move.id))).toContain(
      `INC-${second.id} was merged into INC-${third.id} since`,
    )
    await domain.story.undoer.undo(analyst, two.move.id)
    await domain.story.undoer.undo(analyst, one.move.id)
    for (const incident of [first, second, third]) {
      expect(await fresh(incident.id)).toMatchObject({ mergedIntoId: null, alertCount: 1n, state: 'OPEN' })
      expect((await takerOf(incident))?.id).toBe(incident.id)
    }
  })

  it('leaves nothing of an incident that was made for the alerts', async () => {
    const from = await incidentWith(2)
    const alert = (await alertsOf(from.id))[0]?.id ?? 0n
    const { move, incident } = await domain.story.mover.move(analyst, { alertIds: [String(alert)], intoId: undefined })
    await domain.story.undoer.undo(analyst, move.id)
    expect(await fresh(BigInt(incident.id))).toMatchObject({ state: 'CLOSED', mergedIntoId: from.id, alertCount: 0n })
    expect((await fresh(from.id)).alertCount).toBe(2n)
  })

  it('keeps what is still to be done about an incident that was made for the alerts', async () => {
    const from = await incidentWith(2)
    const alert = (await alertsOf(from.id))[0]?.id ?? 0n
    const { move, incident } = await domain.story.mover.move(analyst, { alertIds: [String(alert)], intoId: undefined })
    await database.prisma.incidentTask.create({ data: { incidentId: BigInt(incident.id), title: 'Call Ann' } })
    await domain.story.undoer.undo(analyst, move.id)
    expect(await database.prisma.incidentTask.findMany({ where: { incidentId: from.id } })).toMatchObject([{ title: 'Call Ann' }])
  })

  it('is refused after a day, and when the incident was closed since', async () => {
    const [into, other] = [await incidentWith(1), await incidentWith(1)]
    const { move } = await merge(into, other)
    await database.prisma.incident.update({ where: { id: into.id }, data: { state: 'CLOSED' } })
    expect(await reasonOf(domain.story.undoer.undo(analyst, move.id))).toBe(`NOT_ALLOWED_NOW: INC-${into.id} is closed: reopen it first`)
    now += 25 * 3_600_000
    expect(await reasonOf(domain.story.undoer.undo(analyst, move.id))).toBe('NOT_ALLOWED_NOW: It can be undone for 24 hours only')
    expect(await alertsOf(other.id)).toHaveLength(0)
  })
})

describe('over GraphQL', () => {
  it('merges, tells both sides, and undoes', async () => {
    const [into, other] = [await incidentWith(1), await incidentWith(1)]
    const ask = (query: string, variables: Record<string, unknown>) => answerOf({ schema: domain.schema, actor: analyst, query, variables })
    const merged = await ask(
      `mutation ($input: IncidentMergeInput!) { incidentMerge(input: $input) {
        incident { number alertCount moves { id kind from { number } to { number } undoneAt } }
        incidents { number state mergedInto { number } } move { id alerts undoUntil } userErrors { message } } }`,
      { input: { ids: [toGlobalId('Incident', other.id)], intoId: toGlobalId('Incident', into.id), expectedVersion: 1 } },
    )
    const id = toGlobalId('AlertMove', (await database.prisma.alertMove.findFirstOrThrow({ where: { toIncidentId: into.id } })).id)
    const number = String(into.id)
    expect(merged['incidentMerge']).toMatchObject({
      incident: {
        number,
        alertCount: '2',
        moves: [{ id, kind: 'MERGE', from: { number: String(other.id) }, to: { number }, undoneAt: null }],
      },
      incidents: expect.arrayContaining([{ number: String(other.id), state: 'CLOSED', mergedInto: { number } }]) as unknown,
      move: { id, alerts: 1 },
      userErrors: [],
    })
    const query = `mutation ($id: ID!) { alertMoveUndo(id: $id) { incident { number state } userErrors { code message } } }`
    expect((await ask(query, { id }))['alertMoveUndo']).toEqual({ incident: { number: String(other.id), state: 'OPEN' }, userErrors: [] })
    expect((await ask(query, { id }))['alertMoveUndo']).toMatchObject({
      userErrors: [{ code: 'NOT_ALLOWED_NOW', message: 'It was undone already' }],
    })
    const moved = await ask(
      `mutation ($input: AlertsMoveInput!) { alertsMove(input: $input) { incident { number } userErrors { field message } } }`,
      {
        input: { alertIds: [] },
      },
    )
    expect(moved['alertsMove']).toEqual({ incident: null, userErrors: [{ field: ['alertIds'], message: 'Choose at least one alert' }] })
  })
})
