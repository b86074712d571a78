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
  const writer = new BatchWriter({
    pool: database.pool,
    logger: createLogger('silent'),
    onDropped: () => undefined,
    onStored: () => undefined,
    startTimer: () => () => undefined,
  })
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
