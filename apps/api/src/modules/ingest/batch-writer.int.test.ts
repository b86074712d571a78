import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AT, buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { syslogLine, threatLine } from '../../../../../test/support/syslog-lines.js'
import { until } from '../../../../../test/support/until.js'
import { createLogger } from '../../platform/logger.js'
import { BatchWriter } from './batch-writer.js'
import { identityOf } from './duplicate-window.js'
import { readLine } from '../panos-log/index.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let database: TestDatabase
let pools: Pool[]
let dropped: string[]

/** A writer with memory and connections of its own: another replica, if there are two. */
function createWriter(): BatchWriter {
  const pool = new Pool({ connectionString: database.url, max: 4 })
  pool.on('error', () => undefined)
  pools.push(pool)
  const onDropped = (reason: string, _at: number, count: number) => void dropped.push(`${reason} ${count}`)
  return new BatchWriter({ pool, logger: createLogger('silent'), onDropped, onStored: () => undefined, startTimer: () => () => undefined })
}

const write = (writer: BatchWriter, ...lines: string[]) => writer.write({ key: randomUUID(), lines: lines.map(line => syslogLine(line)) })

const alerts = () => database.prisma.alert.findMany({ orderBy: { id: 'asc' } })
const incidents = () => database.prisma.incident.findMany({ orderBy: { id: 'asc' } })
const counts = async () => {
  const rows = await database.prisma.ingestCounter.findMany({ orderBy: [{ outcome: 'asc' }, { detail: 'asc' }] })
  return rows.map(row => `${row.outcome} ${row.detail} ${row.count}`)
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  pools = []
  dropped = []
  await database.pool.query(
    'TRUNCATE alert, ingest_batch, ingest_counter, unreadable_line, incident, incident_activity, firewall, source RESTART IDENTITY CASCADE',
  )
})
afterEach(() => Promise.all(pools.map(pool => pool.end())))

describe('a batch', () => {
  it('is stored once, however often it is written', async () => {
    await buildSource(database)
    const batch = { key: randomUUID(), lines: [threatLine(), threatLine({ seqno: '' }), '<14>nonsense'].map(line => syslogLine(line)) }
    await createWriter().write(batch)
    await createWriter().write(batch)
    expect(await alerts()).toHaveLength(2)
    expect(await counts()).toEqual(['ALERT  2', 'UNREADABLE NO_PAYLOAD 1'])
    expect(await database.prisma.ingestBatch.count()).toBe(1)
    expect((await incidents())[0]?.alertCount).toBe(2n)
  })

  it('is one range of alert ids, and its number is hinted with its incidents', async () => {
    await buildSource(database)
    const listener = await database.pool.connect()
    const heard: unknown[] = []
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')))
    await listener.query('LISTEN sallyport_hints')
    await write(createWriter(), threatLine(), threatLine(), threatLine({ dst: '192.0.2.11' }))
    const [batch] = await database.prisma.ingestBatch.findMany()
    await until(() => heard.length === 2)
    listener.release(true)
    const ids = (await alerts()).map(alert => alert.id)
    expect([batch?.firstAlertId, batch?.lastAlertId, ids.length]).toEqual([ids[0], ids[2], 3])
    expect(heard).toEqual([
      { topic: 'alerts', hint: { batch: String(batch?.id) } },
      { topic: 'incidents', hint: { ids: (await incidents()).map(incident => String(incident.id)) } },
    ])
  })

  it('keeps every field that a line tells, also what COPY must escape', async () => {
    await buildSource(database)
    const tricky = 'C:\\tmp\\new,"x"\ttab\\N'
    await write(
      createWriter(),
      threatLine({ subtype: 'file', misc: tricky, srcuser: 'corp\\néo', seqno: '7405726561341530378', rule: '\\N' }),
    )
    const [alert] = await alerts()
    expect(alert).toMatchObject({
      fileName: tricky,
      srcUser: 'corp\\néo',
      rule: '\\N',
      transport: 'TCP',
      sender: '192.0.2.1',
      receivedAt: AT,
    })
    expect(String(alert?.sequence)).toBe('7405726561341530378')
    expect(alert?.raw).toContain('corp\\néo')
  })

  it('sets other log types aside by type, and keeps unreadable lines with their reason', async () => {
    await buildSource(database)
    await write(
      createWriter(),
      '<14>1,2026/03/04 12:00:00,012301000001,TRAFFIC,end,2562,2026/03/04 12:00:00,192.0.2.1,192.0.2.2',
      '<14>nonsense\0',
    )
    expect(await counts()).toEqual(['SET_ASIDE TRAFFIC 1', 'UNREADABLE NO_PAYLOAD 1'])
    expect(await database.prisma.unreadableLine.findMany()).toMatchObject([{ reason: 'NO_PAYLOAD', transport: 'TCP', sender: '192.0.2.1' }])
    expect(await database.prisma.firewall.findMany()).toMatchObject([{ serial: '012301000001', alertCount: 0n, lastLineAt: AT }])
  })

  it('is dropped and counted without a source, and while the source is disabled', async () => {
    const writer = createWriter()
    await write(writer, threatLine())
    await buildSource(database, { enabled: false })
    writer.settingsChanged()
    await write(writer, threatLine())
    await database.pool.query('UPDATE source SET enabled = true')
    writer.settingsChanged()
    await write(writer, threatLine())
    expect(dropped).toEqual(['NO_SOURCE 1', 'SOURCE_DISABLED 1'])
    expect(await alerts()).toHaveLength(1)
  })

  it('loses only the line that PostgreSQL refuses, which is kept as unreadable', async () => {
    await buildSource(database)
    await database.pool.query(`ALTER TABLE alert ADD CONSTRAINT no_poison CHECK (rule <> 'poison')`)
    const lines = Array.from({ length: 40 }, (_, index) => threatLine(index === 17 ? { rule: 'poison' } : {}))
    const batch = { key: randomUUID(), lines: lines.map(line => syslogLine(line)) }
    await createWriter().write(batch)
    // As a replay does after a crash in the middle.
    await createWriter().write(batch)
    await database.pool.query('ALTER TABLE alert DROP CONSTRAINT no_poison')
    expect(await alerts()).toHaveLength(39)
    expect(await database.prisma.unreadableLine.findMany()).toMatchObject([{ reason: 'REFUSED_BY_DATABASE' }])
    expect((await incidents())[0]?.alertCount).toBe(39n)
  })

  it('is not stored at all when the connection breaks, and can be written again', async () => {
    await buildSource(database)
    const writer = createWriter()
    await write(writer, threatLine())
    const batch = { key: randomUUID(), lines: Array.from({ length: 50 }, () => syslogLine(threatLine())) }
    await database.pool.query(
      `CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`,
    )
    await database.pool.query('CREATE TRIGGER cut AFTER INSERT ON ingest_batch FOR EACH ROW EXECUTE FUNCTION cut()')
    await expect(writer.write(batch)).rejects.toThrow()
    await database.pool.query('DROP TRIGGER cut ON ingest_batch; DROP FUNCTION cut')
    expect(await alerts()).toHaveLength(1)
    await writer.write(batch)
    expect(await alerts()).toHaveLength(51)
    expect((await incidents())[0]?.alertCount).toBe(51n)
  })

  it('survives that the source is deleted and made anew meanwhile', async () => {
    await buildSource(database)
    const writer = createWriter()
    await write(writer, threatLine())
    await database.pool.query('DELETE FROM source')
    await buildSource(database)
    await write(writer, threatLine({ serial: '012301000002' }), threatLine({ severity: 'low' }))
    await database.pool.query('DELETE FROM source')
    const { id: sourceId } = await buildSource(database, { linkEvents: false, incidentMinSeverity: 5 })
    await write(writer, threatLine())
    expect((await database.prisma.firewall.findMany()).map(firewall => [firewall.sourceId, firewall.alertCount])).toEqual([[sourceId, 1n]])
  })
})

describe('linking', () => {
  it('joins alerts of several batches with the same victim, and raises the severity', async () => {
    await buildSource(database)
    const writer = createWriter()
    await write(writer, threatLine({ dstuser: 'CORP\\Ann', severity: 'medium' }))
    await write(writer, threatLine({ dstuser: 'corp\\ann', severity: 'critical', dst: '192.0.2.99', repeatcnt: '5' }, AT.getTime() + HOUR))
    expect(await incidents()).toMatchObject([
      {
        linkKey: 'VICTIM_USER',
        linkValue: 'corp\\ann',
        severity: 5,
        alertCount: 2n,
        eventCount: 6n,
        firstAlertAt: AT,
        lastAlertAt: new Date(AT.getTime() + HOUR),
        version: 1,
      },
    ])
  })

  it('opens another incident after the window', async () => {
    await buildSource(database, { linkWindowSeconds: 3600 })
    const writer = createWriter()
    await write(writer, threatLine())
    await write(writer, threatLine({}, AT.getTime() + 2 * HOUR))
    expect((await incidents()).map(({ linking, alertCount }) => [linking, alertCount])).toEqual([
      [false, 1n],
      [true, 1n],
    ])
  })

  it('keeps both in step when an alert joins and the window passes in one batch', async () => {
    await buildSource(database, { linkWindowSeconds: 3600 })
    const writer = createWriter()
    await write(writer, threatLine())
    await write(writer, threatLine({}, AT.getTime() + MINUTE), threatLine({}, AT.getTime() + 3 * HOUR))
    expect((await incidents()).map(({ linking, alertCount }) => [linking, alertCount])).toEqual([
      [false, 2n],
      [true, 1n],
    ])
  })

  it('opens an incident for each alert when Link Events is off', async () => {
    await buildSource(database, { linkEvents: false })
    await write(createWriter(), threatLine(), threatLine())
    expect((await incidents()).map(({ linking, linkKey }) => [linking, linkKey])).toEqual([
      [false, null],
      [false, null],
    ])
    expect(new Set((await alerts()).map(alert => alert.incidentId)).size).toBe(2)
  })

  it('opens another incident when the first was closed', async () => {
    await buildSource(database)
    const writer = createWriter()
    await write(writer, threatLine())
    await database.pool.query(`UPDATE incident SET state = 'CLOSED', linking = false`)
    await write(writer, threatLine())
    expect((await incidents()).map(({ state, alertCount }) => [state, alertCount])).toEqual([
      ['CLOSED', 1n],
      ['NEW', 1n],
    ])
  })

  it('plans anew when an incident is closed while the batch is under way', async () => {
    await buildSource(database)
    const writer = createWriter()
    await write(writer, threatLine())
    const analyst = await database.pool.connect()
    await analyst.query('BEGIN')
    await analyst.query(`UPDATE incident SET state = 'CLOSED', linking = false`)
    const written = write(writer, threatLine())
    await until(
      async () =>
        (await database.pool.query(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`))
          .rowCount === 1,
    )
    await analyst.query('COMMIT')
    analyst.release()
    await written
    expect((await incidents()).map(({ state, alertCount }) => [state, alertCount])).toEqual([
      ['CLOSED', 1n],
      ['NEW', 1n],
    ])
    expect((await alerts()).map(alert => alert.incidentId)).toEqual([1n, expect.not.stringMatching('^1$')])
  })

  it('opens each incident once when two replicas write at the same time', async () => {
    await buildSource(database)
    const writers = [createWriter(), createWriter()]
    const victims = Array.from({ length: 10 }, (_, index) => `192.0.2.${index}`)
    const batches = Array.from({ length: 12 }, (_, index) => {
      const lines = victims.map(dst => threatLine({ dst }))
      return write(writers[index % 2] ?? createWriter(), ...(index % 3 === 0 ? lines.toReversed() : lines))
    })
    await Promise.all(batches)
    const found = await incidents()
    expect(found).toHaveLength(victims.length)
    expect(new Set(found.map(incident => `${incident.linkValue} ${incident.alertCount}`))).toEqual(new Set(victims.map(dst => `${dst} 12`)))
    expect(await alerts()).toHaveLength(120)
    const perIncident = await database.prisma.alert.groupBy({ by: ['incidentId'], _count: true })
    expect(perIncident.map(group => group._count)).toEqual(victims.map(() => 12))
  })
})

describe('a line delivered twice', () => {
  it('is counted and not stored again, whoever delivers it', async () => {
    await buildSource(database)
    const line = threatLine()
    const writer = createWriter()
    await write(writer, line, line)
    await write(writer, line, threatLine())
    // Another replica, or this one after a restart, has no memory of it.
    await write(createWriter(), threatLine(), line)
    expect(await alerts()).toHaveLength(3)
    expect(await counts()).toEqual(['ALERT  3', 'DUPLICATE  3'])
    expect((await incidents())[0]?.alertCount).toBe(3n)
  })

  it('is stored once when two replicas get it at the same time', async () => {
    await buildSource(database)
    const lines = Array.from({ length: 50 }, () => threatLine())
    await Promise.all([write(createWriter(), ...lines), write(createWriter(), ...lines)])
    expect(await alerts()).toHaveLength(50)
    expect(await counts()).toEqual(['ALERT  50', 'DUPLICATE  50'])
    expect((await incidents())[0]?.alertCount).toBe(50n)
  })

  it('is told apart from another whose hash is the same', async () => {
    await buildSource(database)
    const line = threatLine()
    const reading = readLine(line)
    const identity = reading.kind === 'alert' ? identityOf(reading.told) : undefined
    await write(createWriter(), threatLine())
    await database.pool.query('UPDATE alert SET dedup_key = $1', [String(identity?.key)])
    await write(createWriter(), line)
    expect((await alerts()).map(alert => alert.dedupKey)).toEqual([identity?.key, null])
  })
})

describe('firewalls', () => {
  it('are known by serial, name or address, and told of by their lines', async () => {
    await buildSource(database)
    const writer = createWriter()
    const skewed = syslogLine(threatLine({ seqno: '100' }), { receivedAt: AT.getTime() + 1500, sender: '192.0.2.77' })
    await writer.write({ key: randomUUID(), lines: [syslogLine(threatLine({ seqno: '90' })), skewed] })
    await write(writer, threatLine({ serial: '', device_name: 'fw-2' }))
    const found = await database.prisma.firewall.findMany({ orderBy: { identity: 'asc' } })
    expect(found).toMatchObject([
      { identity: 'name:fw-2', alertCount: 1n },
      {
        identity: 'serial:012301000001',
        name: 'fw-1',
        address: '192.0.2.77',
        panosVersion: '11.0',
        fieldCount: 123,
        alertCount: 2n,
        firstAlertAt: AT,
        lastAlertAt: new Date(AT.getTime() + 1500),
        clockSkewMs: 1500n,
        sequenceGaps: 1n,
        sequenceMissing: 9n,
      },
    ])
  })

  it('have their zone from the source unless they have one of their own', async () => {
    await buildSource(database, { timeZone: 'Europe/Berlin' })
    const writer = createWriter()
    const naive = (seqno: string) => threatLine({ seqno, high_res_timestamp: '' })
    await write(writer, naive('1'))
    await database.pool.query(`UPDATE firewall SET time_zone = 'UTC'`)
    writer.settingsChanged()
    await write(writer, naive('2'))
    expect((await alerts()).map(alert => alert.occurredAt)).toEqual([new Date(AT.getTime() - HOUR), AT])
  })

  it('share one row when there are too many', async () => {
    const { id } = await buildSource(database)
    await database.pool.query(`INSERT INTO firewall (source_id, identity) SELECT $1, 'serial:' || n FROM generate_series(1, 4999) n`, [id])
    await write(createWriter(), ...['a', 'b', 'c'].map(serial => threatLine({ serial, device_name: `fw-${serial}` })))
    const found = await database.prisma.firewall.findMany({ where: { alertCount: { gt: 0 } }, orderBy: { identity: 'asc' } })
    expect(found.map(firewall => [firewall.identity, firewall.name, firewall.alertCount])).toEqual([
      ['other', 'Other firewalls', 2n],
      ['serial:a', 'fw-a', 1n],
    ])
  })
})
