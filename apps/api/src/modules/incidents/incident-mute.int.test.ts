import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildIncident, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { composeDomain, type Domain } from '../../../../../test/support/domain.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import type { Actor } from '../../platform/actor.js'
import type { Incident } from '../../platform/prisma/client.js'
import { IncidentLinker } from './incident-linker.js'
import type { Tally } from './linking.js'

const DAY = 86_400_000
const TALLY: Tally = {
  severity: 3,
  firstAlertAt: AT.getTime(),
  lastAlertAt: AT.getTime(),
  alerts: 1,
  events: 1,
  blocked: 0,
  allowed: 1,
  allowedSeverity: 3,
}

let database: TestDatabase
let domain: Domain
let analyst: Actor
let now = AT.getTime()
let keys = 0

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database, { clock: { now: () => now } })
  analyst = actorOf('ANALYST', (await buildUser(database)).id)
})
afterAll(() => database.drop())
beforeEach(() => {
  now = AT.getTime()
})

const activitiesOf = (incidentId: bigint) => database.prisma.incidentActivity.findMany({ where: { incidentId }, orderBy: { id: 'asc' } })
const kindsOf = async (id: bigint) => (await activitiesOf(id)).map(({ kind }) => kind)
const read = (id: bigint) => database.prisma.incident.findUniqueOrThrow({ where: { id } })

const linked = async (given: Parameters<typeof buildIncident>[1] = {}) =>
  buildIncident(database, { linkKey: 'VICTIM_USER', linkValue: `muted-${(keys += 1)}`, linking: true, ...given })

const mute = async (incident: Incident, days = 14) =>
  domain.incidentService.ignore(analyst, { id: String(incident.id), until: new Date(now + days * DAY), comment: 'a scanner' })

/** What ingest does with alerts that join it. */
async function join(incident: Incident, tally: Partial<Tally>): Promise<boolean> {
  const client = await database.pool.connect()
  try {
    return await new IncidentLinker(client, incident.sourceId).join(new Map([[incident.id, { ...TALLY, ...tally }]]), [])
  } finally {
    client.release()
  }
}

describe('a muted incident', () => {
  it('takes alerts unseen, and counts them', async () => {
    const incident = await linked()
    const { after } = await mute(incident)
    expect(after).toMatchObject({ state: 'IGNORED', linking: true, mutedAlerts: '0', acknowledgedAt: AT })
    expect(await join(incident, { alerts: 3, allowed: 3 })).toBe(true)
    expect(await join(incident, { severity: 5, blocked: 2, allowed: 0, alerts: 2, allowedSeverity: 0 })).toBe(true)
    expect(await read(incident.id)).toMatchObject({ state: 'IGNORED', mutedAlerts: 5n, alertCount: 6n, severity: 5 })
    expect(await kindsOf(incident.id)).toEqual(['MUTED'])
  })

  it('is found as one, whatever its last alert', async () => {
    const incident = await linked()
    await mute(incident)
    const client = await database.pool.connect()
    const found = await new IncidentLinker(client, incident.sourceId)
      .find([{ key: 'VICTIM_USER', value: incident.linkValue ?? '' }])
      .finally(() => client.release())
    expect([...found.values()]).toEqual([{ id: incident.id, lastAlertAt: AT.getTime(), muted: true }])
  })

  it('comes back with an allowed alert that is worse than it was, also when blocked ones had raised it', async () => {
    const incident = await linked({ assigneeId: analyst.userId, state: 'ASSIGNED' })
    await mute(incident)
    await join(incident, { severity: 4, allowed: 0, blocked: 1, allowedSeverity: 0 })
    await join(incident, { severity: 4, allowedSeverity: 4 })
    expect(await read(incident.id)).toMatchObject({ state: 'ASSIGNED', mutedUntil: null, linking: true, mutedAlerts: 2n, version: 3 })
    const [, told] = await activitiesOf(incident.id)
    expect(told).toMatchObject({
      kind: 'REOPENED',
      cause: 'SYSTEM',
      fromState: 'IGNORED',
      toState: 'ASSIGNED',
      summary: 'An allowed alert of severity high ended the mute',
    })
    // What comes then is not hidden.
    await join(incident, { severity: 5, allowedSeverity: 5 })
    expect(await read(incident.id)).toMatchObject({ mutedAlerts: 2n, severity: 5 })
    expect(await activitiesOf(incident.id)).toHaveLength(2)
  })

  it('whose severity was lowered by hand is not woken by what it had', async () => {
    const incident = await linked({ severity: 1, severitySet: true })
    await buildAlert(database, { incidentId: incident.id, severity: 4 })
    await mute(incident)
    await join(incident, { severity: 4, allowedSeverity: 4 })
    expect(await read(incident.id)).toMatchObject({ state: 'IGNORED', severity: 1 })
    await join(incident, { severity: 5, allowedSeverity: 5 })
    expect(await read(incident.id)).toMatchObject({ state: 'OPEN', severity: 1 })
  })

  it('is not muted any more when somebody reopens it', async () => {
    const incident = await linked()
    await mute(incident)
    const { after } = await domain.incidentService.reopen(analyst, { id: String(incident.id) })
    expect(after).toMatchObject({ state: 'OPEN', linking: true, mutedUntil: null })
  })

  it.each([
    ['is over already', -1, 'INVALID'],
    ['is more than a year ahead', 400, 'INVALID'],
  ])('needs an end: one that %s is refused', async (_what, days, code) => {
    const incident = await linked()
    await expect(mute(incident, days)).rejects.toMatchObject({ faults: [{ code, field: ['until'] }] })
  })

  it('needs its key: refused where another incident takes the alerts, or nothing links them', async () => {
    const incident = await linked()
    const other = await buildIncident(database, { linkKey: incident.linkKey, linkValue: incident.linkValue })
    await expect(mute(other)).rejects.toMatchObject({ faults: [{ code: 'NOT_ALLOWED_NOW' }] })
    await expect(mute(await buildIncident(database))).rejects.toMatchObject({ faults: [{ code: 'NOT_ALLOWED_NOW' }] })
    expect(await read(other.id)).toMatchObject({ state: 'NEW', mutedUntil: null })
  })
})

describe('the upkeep', () => {
  const upkeep = () => domain.workflow.upkeep

  it('tells each week what a mute hid, and ends it in time', async () => {
    const incident = await linked()
    await mute(incident, 15)
    await join(incident, { alerts: 5, allowed: 5 })
    await upkeep().writeReceipts()
    expect(await kindsOf(incident.id)).toEqual(['MUTED'])

    now += 7 * DAY + 1
    domain.hints.length = 0
    await upkeep().writeReceipts()
    await upkeep().writeReceipts()
    expect(domain.hints.filter(hint => hint.endsWith(` ${incident.id}`))).toHaveLength(1)
    await join(incident, { alerts: 2, allowed: 2 })
    now += 7 * DAY + 1
    await upkeep().writeReceipts()
    await upkeep().endMutes()
    now += DAY
    await upkeep().endMutes()
    await upkeep().endMutes()
    expect((await activitiesOf(incident.id)).map(({ kind, cause, summary }) => [kind, cause, summary])).toEqual([
      ['MUTED', 'USER', null],
      ['MUTE_RECEIPT', 'SYSTEM', 'The mute hid 5 alerts this week'],
      ['MUTE_RECEIPT', 'SYSTEM', 'The mute hid 2 alerts this week, 7 alerts in all'],
      ['MUTE_ENDED', 'SYSTEM', 'The mute ended. It hid 7 alerts'],
    ])
    expect(await read(incident.id)).toMatchObject({ state: 'IGNORED', linking: false, mutedUntil: null, mutedAlerts: 7n })
  })

  it('lets two replicas end each mute once', async () => {
    const incidents = await Promise.all([linked(), linked(), linked()])
    for (const incident of incidents) await mute(incident, 1)
    now += 2 * DAY
    await Promise.all([upkeep().endMutes(), upkeep().endMutes(), upkeep().endMutes()])
    await upkeep().endMutes()
    for (const { id } of incidents) expect(await kindsOf(id)).toEqual(['MUTED', 'MUTE_ENDED'])
  })

  it('starts and stops', async () => {
    await upkeep().start()
    await upkeep().stop()
  })
})
