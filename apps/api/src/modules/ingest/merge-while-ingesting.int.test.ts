import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildSource, buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { syslogLine, threatLine } from '../../../../../test/support/syslog-lines.js'
import { systemClock } from '../../platform/clock.js'
import { createLogger } from '../../platform/logger.js'
import { AlertMoveUndoer, IncidentMerger } from '../incidents/index.js'
import { BatchWriter } from './batch-writer.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const writerOf = () =>
  new BatchWriter({
    pool: database.pool,
    logger: createLogger('silent'),
    onDropped: () => undefined,
    onStored: () => undefined,
    startTimer: () => () => undefined,
  })
const incidents = () => database.prisma.incident.findMany({ orderBy: { id: 'asc' } })

/** What the columns of incidents tell, beside what their alerts do. */
async function countsOf(): Promise<readonly { told: string; counted: string }[]> {
  const { rows } = await database.pool.query<{ told: string; counted: string }>(
    `SELECT incident.alert_count AS told, (SELECT count(*) FROM alert WHERE incident_id = incident.id) AS counted FROM incident ORDER BY id`,
  )
  return rows
}

it('neither loses nor doubles an alert while incidents are merged and taken apart again', { timeout: 60_000 }, async () => {
  await buildSource(database, { linkKeys: ['VICTIM_ADDRESS'] })
  const analyst = actorOf('ANALYST', (await buildUser(database)).id)
  const writer = writerOf()
  const victims = ['192.0.2.21', '192.0.2.22', '192.0.2.23']
  const write = (count: number) => {
    const lines = Array.from({ length: count }, (_, at) => syslogLine(threatLine({ dst: victims[at % victims.length] ?? '' })))
    return writer.write({ key: randomUUID(), lines })
  }
  await write(victims.length)
  const made = await incidents()
  expect(made).toHaveLength(victims.length)

  let isOver = false
  let batches = 0
  const ingesting = (async () => {
    while (!isOver) {
      await write(9)
      batches += 1
    }
  })()
  const deps = { pool: database.pool, hints: { publish: async () => undefined }, clock: systemClock }
  const [into, ...others] = made
  if (!into) throw new Error('There is no incident')
  for (let round = 0; round < 5; round += 1) {
    const { version } = await database.prisma.incident.findUniqueOrThrow({ where: { id: into.id } })
    const request = { ids: others.map(({ id }) => String(id)), intoId: String(into.id), expectedVersion: version }
    const { move } = await new IncidentMerger(deps).merge(analyst, request)
    if (round < 4) await new AlertMoveUndoer(deps).undo(analyst, move.id)
  }
  const before = batches
  // What comes after the last merge joins the one incident, by whichever key.
  while (batches < before + 2) await write(9)
  isOver = true
  await ingesting

  const counts = await countsOf()
  expect(counts.map(({ told }) => told)).toEqual(counts.map(({ counted }) => counted))
  expect(await incidents()).toHaveLength(victims.length)
  const alerts = await database.prisma.alert.count()
  expect((await database.prisma.incident.findUniqueOrThrow({ where: { id: into.id } })).alertCount).toBe(BigInt(alerts))
})

it('opens an incident for a key that is passed on, once the window of the incident that takes it is over', async () => {
  const source = await database.prisma.source.findFirstOrThrow()
  const analyst = actorOf('ANALYST', (await buildUser(database)).id)
  const write = (dst: string, at: number) =>
    writerOf().write({ key: randomUUID(), lines: [syslogLine(threatLine({ dst }, at), { receivedAt: at })] })
  const now = Date.now()
  const ofKey = (linkValue: string) => database.prisma.incident.findFirstOrThrow({ where: { linkValue }, orderBy: { id: 'desc' } })
  await write('192.0.2.31', now)
  await write('192.0.2.32', now)
  const [into, passing] = [await ofKey('192.0.2.31'), await ofKey('192.0.2.32')]
  const deps = { pool: database.pool, hints: { publish: async () => undefined }, clock: systemClock }
  await new IncidentMerger(deps).merge(analyst, { ids: [String(passing.id)], intoId: String(into.id), expectedVersion: into.version })
  await database.prisma.incident.update({
    where: { id: into.id },
    data: { lastAlertAt: new Date(now - (source.linkWindowSeconds + 60) * 1000) },
  })
  await write('192.0.2.32', now)
  const opened = await ofKey('192.0.2.32')
  expect(opened).toMatchObject({ linking: true, state: 'NEW', alertCount: 1n, mergedIntoId: null })
  expect((await database.prisma.incident.findUniqueOrThrow({ where: { id: passing.id } })).linking).toBe(false)
  // The other one keeps its own key.
  expect((await database.prisma.incident.findUniqueOrThrow({ where: { id: into.id } })).linking).toBe(true)
})
