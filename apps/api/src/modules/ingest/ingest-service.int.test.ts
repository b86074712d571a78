import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect as connectTls } from 'node:tls'
import { Client } from 'pg'
import { Registry } from 'prom-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildSource } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { threatLine } from '../../../../../test/support/syslog-lines.js'
import { until } from '../../../../../test/support/until.js'
import { createLogger } from '../../platform/logger.js'
import { IngestService } from './ingest-service.js'
import type { ListenerStatus } from './ingest-status.js'

let database: TestDatabase
let dataDir: string
let running: IngestService | undefined
let metrics: Registry

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE alert, ingest_batch, ingest_counter, unreadable_line, incident, incident_activity, firewall, source CASCADE',
  )
  await buildSource(database)
  dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-ingest-'))
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  await rm(dataDir, { recursive: true, force: true })
})

interface Options {
  /** Transports that are turned off. */
  readonly off?: readonly ('udpPort' | 'tcpPort')[]
  readonly udpPort?: number
  readonly allowedSenders?: readonly string[]
}

async function startIngest({ off = [], udpPort = 0, allowedSenders = [] }: Options = {}): Promise<IngestService> {
  metrics = new Registry()
  running = new IngestService({
    syslog: {
      host: '127.0.0.1',
      udpPort: off.includes('udpPort') ? undefined : udpPort,
      tcpPort: off.includes('tcpPort') ? undefined : 0,
      tlsPort: 0,
      allowedSenders: [...allowedSenders],
      tls: undefined,
      tlsClientCaFile: undefined,
    },
    dataDir,
    databaseUrl: database.url,
    hints: { on: () => () => undefined },
    metrics,
    logger: createLogger('silent'),
  })
  await running.start()
  return running
}

function listener(ingest: IngestService, transport: string): ListenerStatus & { port: number } {
  const found = ingest.listeners().find(one => one.transport === transport)
  if (found?.port === undefined) throw new Error(`No ${transport} listener: ${found?.notice}`)
  return { ...found, port: found.port }
}

async function sendUdp(ingest: IngestService, ...lines: string[]): Promise<void> {
  const socket = createSocket('udp4')
  const { port } = listener(ingest, 'UDP')
  for (const line of lines)
    await new Promise<void>((resolve, reject) => socket.send(line, port, '127.0.0.1', error => (error ? reject(error) : resolve())))
  socket.close()
}

async function sendTcp(ingest: IngestService, stream: string): Promise<void> {
  const socket = connect(listener(ingest, 'TCP').port, '127.0.0.1')
  socket.end(stream)
  socket.resume()
  await once(socket, 'close')
}

const alerts = () => database.prisma.alert.findMany({ orderBy: { id: 'asc' } })
const alertCount = () => database.prisma.alert.count()
const stored = (count: number) => until(async () => (await alertCount()) >= count && alerts(), { what: () => `${count} alerts` })
const counted = async () => {
  const { rows } = await database.pool.query<{ text: string }>(
    `SELECT outcome || ' ' || detail || ' ' || sum(count) AS text FROM ingest_counter GROUP BY outcome, detail ORDER BY 1`,
  )
  return rows.map(row => row.text)
}

describe('a line that arrives', () => {
  it('by UDP becomes an alert with its incident, firewall and counters', async () => {
    await sendUdp(await startIngest(), `${threatLine()}\r\n`)
    const [alert] = await stored(1)
    expect(alert).toMatchObject({
      transport: 'UDP',
      sender: '127.0.0.1',
      severity: 4,
      threatName: 'Made-up Overflow',
      linkKey: 'VICTIM_ADDRESS',
      linkValue: '192.0.2.10',
    })
    const [incident] = await database.prisma.incident.findMany({ include: { activities: true } })
    expect(incident).toMatchObject({ id: alert?.incidentId, title: 'Made-up Overflow', linking: true, alertCount: 1n, allowedCount: 1n })
    expect(incident?.activities).toMatchObject([{ kind: 'CREATED', cause: 'SYSTEM', summary: 'Linked by victim address 192.0.2.10' }])
    expect(await database.prisma.firewall.findMany()).toMatchObject([{ identity: 'serial:012301000001', name: 'fw-1', alertCount: 1n }])
    expect(await counted()).toEqual(['ALERT  1'])
    expect(await metrics.metrics()).toContain('sallyport_ingest_lines_total{outcome="ALERT",detail=""} 1')
  })

  it('by TCP is taken octet-counted and LF-delimited on one connection', async () => {
    const line = threatLine()
    await sendTcp(await startIngest(), `${Buffer.byteLength(line)} ${line}${threatLine()}\n${threatLine()}`)
    expect((await stored(3)).map(alert => alert.transport)).toEqual(['TCP', 'TCP', 'TCP'])
  })

  it('by TCP is taken from a connection that stays open, however it is framed', async () => {
    const ingest = await startIngest()
    const socket = connect(listener(ingest, 'TCP').port, '127.0.0.1')
    const line = threatLine()
    socket.write(`${Buffer.byteLength(line)} ${line}`)
    await stored(1)
    socket.write(`${threatLine()}\n`)
    await stored(2)
    socket.destroy()
  })

  it('by TLS is taken, with the self-signed certificate that the status shows and that a restart keeps', async () => {
    const first = await startIngest()
    const { port, certificatePem = '', certificateFingerprint } = listener(first, 'TLS')
    const socket = connectTls({ port, host: '127.0.0.1', ca: certificatePem, servername: 'localhost', minVersion: 'TLSv1.3' })
    await once(socket, 'secureConnect')
    socket.end(`${threatLine()}\n`)
    expect((await stored(1))[0]?.transport).toBe('TLS')
    await first.stop()
    expect(listener(await startIngest(), 'TLS').certificateFingerprint).toBe(certificateFingerprint)
  })

  it('by TLS 1.1 is refused', async () => {
    const { port } = listener(await startIngest(), 'TLS')
    const socket = connectTls({
      port,
      host: '127.0.0.1',
      rejectUnauthorized: false,
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    })
    const [error] = (await once(socket, 'error')) as [Error]
    expect(error.message).toMatch(/alert protocol version/i)
  })

  it('from a network that is not allowed is dropped and counted', async () => {
    const ingest = await startIngest({ allowedSenders: ['192.0.2.0/24'] })
    await sendUdp(ingest, threatLine())
    await sendTcp(ingest, `${threatLine()}\n`).catch(() => undefined)
    await until(async () => (await counted()).join() === 'DROPPED SENDER_NOT_ALLOWED 2')
    expect(await alertCount()).toBe(0)
  })
})

describe('without a source', () => {
  it('lines are counted, and alerts are stored as soon as there is one', async () => {
    await database.pool.query('DELETE FROM source')
    const ingest = await startIngest()
    await sendUdp(ingest, threatLine(), threatLine())
    await until(async () => (await counted()).join() === 'DROPPED NO_SOURCE 2')
    await buildSource(database)
    ingest.settingsChanged()
    await sendUdp(ingest, threatLine())
    await stored(1)
  })
})

describe('what the console is told', () => {
  it('is a hint at most once a second, however much arrives', async () => {
    const ingest = await startIngest({ allowedSenders: ['192.0.2.0/24'] })
    const client = await database.pool.connect()
    const heard: { topic: string; at: number }[] = []
    client.on('notification', ({ payload }) => heard.push({ ...(JSON.parse(payload ?? '') as { topic: string }), at: performance.now() }))
    await client.query('LISTEN sallyport_hints')
    for (let round = 0; heard.length < 3; round += 1) {
      await sendUdp(ingest, threatLine())
      await until(async () => (await counted()).join() === `DROPPED SENDER_NOT_ALLOWED ${round + 1}`)
    }
    client.release(true)
    expect(new Set(heard.map(hint => hint.topic))).toEqual(new Set(['sources']))
    expect(Math.min(...heard.slice(1).map((hint, index) => hint.at - (heard[index]?.at ?? 0)))).toBeGreaterThan(500)
  })

  it('is why a test alert cannot arrive', async () => {
    const ingest = await startIngest({ allowedSenders: ['192.0.2.0/24'] })
    await expect(ingest.sendTestAlert('HIGH')).rejects.toThrow('SYSLOG_ALLOWED_SENDERS does not allow 127.0.0.1')
  })
})

describe('the listeners', () => {
  it('go on without one whose port is taken, and say so', async () => {
    const other = createSocket('udp4')
    other.bind(0, '127.0.0.1')
    await once(other, 'listening')
    const ingest = await startIngest({ udpPort: other.address().port })
    const udp = ingest.listeners().find(one => one.transport === 'UDP')
    expect(udp).toMatchObject({ port: undefined, notice: `Port ${other.address().port} is in use by another program` })
    other.close()
    await sendTcp(ingest, `${threatLine()}\n`)
    await stored(1)
  })

  it('send a test alert through the real socket, over TCP where UDP is off', async () => {
    const sequences = [await (await startIngest()).sendTestAlert('HIGH')]
    await stored(1)
    await running?.stop()
    sequences.push(await (await startIngest({ off: ['udpPort'] })).sendTestAlert('LOW'))
    const rows = await stored(2)
    expect(rows.map(alert => [String(alert.sequence), alert.transport, alert.severity])).toEqual([
      [sequences[0], 'UDP', 4],
      [sequences[1], 'TCP', 2],
    ])
  })

  it('refuse a test alert where neither UDP nor TCP listens', async () => {
    const ingest = await startIngest({ off: ['udpPort', 'tcpPort'] })
    await expect(ingest.sendTestAlert('HIGH')).rejects.toThrow('Neither the UDP nor the TCP listener is running')
  })
})

describe('a clean stop', () => {
  it('loses nothing that was read from a TCP connection', async () => {
    const ingest = await startIngest()
    const lines = Array.from({ length: 3000 }, () => `${threatLine()}\n`).join('')
    await sendTcp(ingest, lines)
    await ingest.stop()
    expect(await alertCount()).toBe(3000)
  })
})

describe('while the database is away', () => {
  const server = async (sql: string) => {
    const url = new URL(database.url)
    const name = url.pathname.slice(1)
    url.pathname = '/postgres'
    const client = new Client({ connectionString: url.href })
    await client.connect()
    await client.query(sql.replaceAll('THIS', name))
    await client.end()
  }
  const goAway = async () => {
    await server('ALTER DATABASE THIS ALLOW_CONNECTIONS false')
    await server(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'THIS'`)
  }
  const comeBack = () => server('ALTER DATABASE THIS ALLOW_CONNECTIONS true')
  afterEach(comeBack)

  it('lines wait on disk, are replayed when it is back, and none is lost or doubled', async () => {
    const ingest = await startIngest()
    const socket = connect(listener(ingest, 'TCP').port, '127.0.0.1')
    const send = async (count: number) => {
      for (let index = 0; index < count; index += 1) if (!socket.write(`${threatLine()}\n`)) await once(socket, 'drain')
    }
    await send(1000)
    await goAway()
    await send(1000)
    await until(() => ingest.gauges().spooledBatches > 0 && !ingest.gauges().databaseAvailable)
    await comeBack()
    await send(1000)
    await stored(3000)
    await until(() => ingest.gauges().spooledBatches === 0 && ingest.gauges().databaseAvailable)
    socket.destroy()
    expect(await alertCount()).toBe(3000)
    expect(await counted()).toEqual(['ALERT  3000'])
    const [incident] = await database.prisma.incident.findMany()
    expect(incident?.alertCount).toBe(3000n)
  })

  it('a server starts, takes lines, stops, and the next one stores them', async () => {
    await goAway()
    const ingest = await startIngest()
    await sendTcp(ingest, `${threatLine()}\n${threatLine()}\n`)
    await until(() => ingest.gauges().spooledBatches > 0)
    await ingest.stop()
    await comeBack()
    await startIngest()
    await stored(2)
  })
})

describe('unreadable lines', () => {
  it('are read again on demand: what can be read now leaves the ring', async () => {
    const ingest = await startIngest()
    await sendUdp(ingest, '<14>nonsense')
    await until(async () => (await database.prisma.unreadableLine.count()) === 1)
    const keep = (line: string, reason: string) =>
      database.pool.query(
        `INSERT INTO unreadable_line (received_at, sender, transport, reason, line) VALUES (now(), '192.0.2.5', 'TLS', $1, $2)`,
        [reason, line],
      )
    await keep(threatLine(), 'UNKNOWN_FORMAT')
    await keep('1,2026/03/04 12:00:00,012301000001,SYSTEM,general,0,2026/03/04 12:00:00,,general', 'UNKNOWN_FORMAT')
    const [first, second] = await Promise.all([ingest.retryUnreadable(), ingest.retryUnreadable()])
    expect(first).toEqual({ readAgain: 3, nowAlerts: 1, nowSetAside: 1, stillUnreadable: 1 })
    expect(second).toEqual(first)
    expect(await alerts()).toMatchObject([{ sender: '192.0.2.5', transport: 'TLS' }])
    expect(await database.prisma.unreadableLine.findMany()).toMatchObject([{ line: '<14>nonsense' }])
  })

  it('stay in the ring while their own source takes nothing', async () => {
    await database.prisma.source.updateMany({ data: { enabled: false } })
    await database.prisma.source.create({ data: { name: 'Detectors', type: 'JSON' } })
    await database.pool.query(
      `INSERT INTO unreadable_line (received_at, sender, transport, reason, line) VALUES (now(), '192.0.2.5', 'TLS', 'UNKNOWN_FORMAT', $1)`,
      [threatLine()],
    )
    const ingest = await startIngest()
    expect(await ingest.retryUnreadable()).toEqual({ readAgain: 0, nowAlerts: 0, nowSetAside: 0, stillUnreadable: 0 })
    expect(await database.prisma.unreadableLine.count()).toBe(1)
  })

  it('are kept up to a bound, the newest', async () => {
    await database.pool.query(
      `INSERT INTO unreadable_line (received_at, transport, reason, line) SELECT now(), 'UDP', 'NO_PAYLOAD', 'line ' || n FROM generate_series(1, 10050) n`,
    )
    const ingest = await startIngest()
    await sendUdp(ingest, '<14>the newest')
    await until(async () => (await database.prisma.unreadableLine.count()) === 10_000)
    const newest = await database.prisma.unreadableLine.findFirst({ orderBy: { id: 'desc' } })
    expect(newest?.line).toBe('<14>the newest')
  })
})
