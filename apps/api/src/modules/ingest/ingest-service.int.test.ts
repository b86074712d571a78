import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect as connectTls } from 'node:tls'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { createLogger } from '../../platform/logger.js'
import { buildThreatLine } from '../panos-log/index.js'
import { IngestService } from './ingest-service.js'
import type { ListenerStatus } from './ingest-status.js'

const AT = Date.UTC(2026, 4, 4, 12, 0, 0)
let nextSequence = 7_000_000n

const alertLine = (fields: Parameters<typeof buildThreatLine>[0] = {}): string =>
  buildThreatLine(
    { serial: '012301000001', device_name: 'fw-1', subtype: 'vulnerability', src: '198.51.100.7', dst: '192.0.2.10', srcuser: '', rule: 'web-in', app: 'web-browsing',
      action: 'alert', threatid: 'Made-up Overflow(91991)', category: 'any', severity: 'high', direction: 'client-to-server', seqno: String(nextSequence++), ...fields },
    { layout: '11.0', header: 'BSD', host: 'fw-1', at: AT },
  )

let database: TestDatabase
let dataDir: string
let ingest: IngestService

async function until<T>(read: () => Promise<T>, accept: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000
  for (;;) {
    const value = await read()
    if (accept(value)) return value
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one))}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

const listener = (transport: string): ListenerStatus & { port: number } => {
  const found = ingest.listeners().find(one => one.transport === transport)
  if (found?.port === undefined) throw new Error(`No ${transport} listener`)
  return { ...found, port: found.port }
}

async function sendUdp(...lines: string[]): Promise<void> {
  const socket = createSocket('udp4')
  for (const line of lines) await new Promise<void>((resolve, reject) => socket.send(line, listener('UDP').port, '127.0.0.1', error => (error ? reject(error) : resolve())))
  socket.close()
}

const outcomes = () => database.prisma.ingestCounter.findMany({ orderBy: [{ outcome: 'asc' }, { detail: 'asc' }] })

const createSource = (changes: Partial<Parameters<typeof database.prisma.source.create>[0]['data']> = {}) =>
  database.prisma.source.create({
    data: { type: 'PALO_ALTO_NETWORKS', name: 'Firewalls', linkKeys: ['VICTIM_USER', 'VICTIM_ADDRESS'], incidentVerdicts: ['MALICIOUS'], ...changes } as never,
  })

beforeAll(async () => {
  database = await createTestDatabase()
  dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-ingest-'))
  ingest = new IngestService({
    syslog: { host: '127.0.0.1', udpPort: 0, tcpPort: 0, tlsPort: 0, allowedSenders: [], tls: undefined, tlsClientCaFile: undefined },
    dataDir,
    databaseUrl: database.url,
    hints: { on: () => () => undefined },
    metrics: new Registry(),
    logger: createLogger('silent'),
  })
  await ingest.start()
})

afterAll(async () => {
  await ingest.stop()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

beforeEach(async () => {
  await database.pool.query('TRUNCATE alert, ingest_batch, ingest_counter, unreadable_line, incident, incident_activity, firewall, source')
  ingest.settingsChanged()
})

describe('a line that arrives', () => {
  it('by UDP becomes an alert with its incident, firewall and counters', async () => {
    await createSource()
    ingest.settingsChanged()
    await sendUdp(`${alertLine()}\n`)
    const [alert] = await until(() => database.prisma.alert.findMany(), rows => rows.length === 1)
    expect(alert).toMatchObject({ transport: 'UDP', sender: '127.0.0.1', subtype: 'vulnerability', severity: 4, threatName: 'Made-up Overflow', linkKey: 'VICTIM_ADDRESS', linkValue: '192.0.2.10' })
    const [incident] = await database.prisma.incident.findMany({ include: { activities: true } })
    expect(incident).toMatchObject({ id: alert?.incidentId, title: 'Made-up Overflow', linking: true, alertCount: 1n, allowedCount: 1n })
    expect(incident?.activities).toMatchObject([{ kind: 'CREATED', cause: 'SYSTEM', summary: 'Linked by victim address 192.0.2.10' }])
    expect(await database.prisma.firewall.findMany()).toMatchObject([{ identity: 'serial:012301000001', name: 'fw-1', alertCount: 1n, panosVersion: '11.0', fieldCount: 123 }])
    expect(await outcomes()).toMatchObject([{ outcome: 'ALERT', detail: '', count: 1n }])
  })

  it('by TCP is taken octet-counted and LF-delimited on one connection', async () => {
    await createSource()
    ingest.settingsChanged()
    const counted = alertLine()
    const socket = connect(listener('TCP').port, '127.0.0.1')
    socket.end(`${Buffer.byteLength(counted)} ${counted}${alertLine()}\n${alertLine()}`)
    await once(socket, 'close')
    const rows = await until(() => database.prisma.alert.findMany(), found => found.length === 3)
    expect(rows.map(row => row.transport)).toEqual(['TCP', 'TCP', 'TCP'])
  })

  it('by TLS is taken with the self-signed certificate that the status shows', async () => {
    await createSource()
    ingest.settingsChanged()
    const { port, certificatePem = '' } = listener('TLS')
    const socket = connectTls({ port, host: '127.0.0.1', ca: certificatePem, servername: 'localhost' })
    await once(socket, 'secureConnect')
    socket.end(`${alertLine()}\n`)
    const rows = await until(() => database.prisma.alert.findMany(), found => found.length === 1)
    expect(rows[0]?.transport).toBe('TLS')
  })
})
