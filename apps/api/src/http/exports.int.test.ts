import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, buildAlert, buildFirewall, buildIncident, buildSource, buildUser } from '../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js'
import { composeDomain, type Domain } from '../../../../test/support/domain.js'
import { actorOf } from '../../../../test/support/graphql.js'
import { fixedSession } from '../graphql/context.js'
import { toGlobalId } from '../graphql/global-id.js'
import { AlertExport } from '../modules/alerts/index.js'
import { IncidentExport } from '../modules/incidents/index.js'
import { EntryExport } from '../modules/lists/index.js'
import type { Actor } from '../platform/actor.js'
import { createLogger } from '../platform/logger.js'
import { serveExports } from './exports.js'

let database: TestDatabase
let domain: Domain
let app: FastifyInstance
let ann: Actor

beforeAll(async () => {
  database = await createTestDatabase()
  domain = composeDomain(database)
  const person = await buildUser(database)
  ann = { ...actorOf('ANALYST', person.id), name: person.name }
  app = fastify()
  const { pool } = database
  serveExports(app, {
    exports: {
      alerts: new AlertExport({ pool, alerts: domain.alerts }),
      incidents: new IncidentExport({ pool, incidents: domain.incidents }),
      'list-entries': new EntryExport({ pool, lists: domain.lists }),
    },
    schema: domain.schema,
    sessionOf: async () => fixedSession(ann),
    logger: createLogger('silent'),
  })
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const get = (path: string, query: Record<string, string> = {}) => app.inject({ url: `/export/${path}.csv`, query })
/** Rows by the names of their columns; only for tables whose cells hold neither commas nor line ends. */
const rowsOf = (body: string): Record<string, string>[] => {
  expect(body.startsWith('\u{FEFF}')).toBe(true)
  expect(body.endsWith('\r\n')).toBe(true)
  const [header = '', ...lines] = body.slice(1, -2).split('\r\n')
  const names = header.split(',')
  return lines.map(line => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '?', cell])))
}

describe('exports', () => {
  it('gives alerts with the names of their firewalls, in UTC and the zone that is asked for', async () => {
    await buildFirewall(database, { name: 'fw-edge' })
    const incident = await buildIncident(database, { id: 7n })
    await buildAlert(database, {
      id: 501n,
      incidentId: incident.id,
      srcIp: '192.0.2.1',
      url: '=HYPERLINK("http://bad.example")',
      severity: 5,
    })
    await buildAlert(database, { id: 502n, threatName: '@other', occurredAt: new Date(AT.getTime() + 1_000) })
    const answer = await get('alerts', { timeZone: 'Europe/Oslo' })
    expect(answer.body).toContain(`"'=HYPERLINK(""http://bad.example"")"`)
    const [newest, older] = rowsOf(answer.body)
    expect(newest).toMatchObject({ Alert: '502', Threat: "'@other", 'Occurred (Europe/Oslo)': '2026-03-04T13:00:01.000+01:00' })
    expect(older).toMatchObject({
      Firewall: 'fw-edge',
      Incident: 'INC-7',
      Severity: 'CRITICAL',
      'Occurred (UTC)': '2026-03-04T12:00:00.000Z',
    })
    const filtered = await get('alerts', { filter: JSON.stringify({ minSeverity: 'CRITICAL', threat: { contains: 'made-up' } }) })
    expect(rowsOf(filtered.body)).toHaveLength(1)
  })

  it('gives incidents with names, for whoever asks', async () => {
    const team = await database.prisma.team.create({ data: { name: 'Night shift' } })
    await buildIncident(database, { id: 8n, title: 'Mine', assigneeId: ann.userId, teamId: team.id, state: 'ASSIGNED', tags: ['vip'] })
    const answer = await get('incidents', { filter: JSON.stringify({ text: 'assignee:me' }), orderBy: 'OLDEST' })
    expect(rowsOf(answer.body)).toEqual([
      expect.objectContaining({ Number: 'INC-8', Title: 'Mine', Assignee: ann.name, Team: 'Night shift', Tags: 'vip', 'Closed (UTC)': '' }),
    ])
    expect((await get('incidents', { filter: JSON.stringify({ text: 'odd:1' }) })).json()).toMatchObject({
      error: expect.stringMatching(/^Unknown field “odd”/) as unknown,
    })
    expect((await get('incidents', { orderBy: 'ODD' })).statusCode).toBe(400)
  })

  it('gives the entries of a list', async () => {
    const list = await database.prisma.list.create({ data: { name: 'Bad', kind: 'ADDRESS' } })
    await domain.entryService.add(ann, { listId: list.id, values: ['203.0.113.8'], reason: 'Scans, us' })
    const answer = await get('list-entries', { list: toGlobalId('List', list.id), filter: '{}' })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('"Scans, us"')
    expect(answer.body).toContain(ann.name)
    expect((await get('list-entries')).statusCode).toBe(400)
    expect((await get('list-entries', { list: toGlobalId('List', 999) })).json()).toEqual({ error: 'The list was not found' })
  })

  it('has no limit to its rows', async () => {
    const sourceId = (await buildSource(database)).id
    const data = Array.from({ length: 2_500 }, (_, at) => ({
      id: BigInt(10_000 + at),
      sourceId,
      title: `Many ${at}`,
      severity: 3,
      firstAlertAt: AT,
      lastAlertAt: AT,
    }))
    await database.prisma.incident.createMany({ data })
    const rows = rowsOf((await get('incidents', { filter: JSON.stringify({ text: 'many' }) })).body)
    expect(new Set(rows.map(row => row['Number'])).size).toBe(2_500)
  })
})
