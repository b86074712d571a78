import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildThreatLine } from '../../apps/api/src/modules/panos-log/index.js'
import { becomeAdministrator, createSource, listenerPorts, type ListenerPorts } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { findProgram, sendWithLogger, startRsyslogRelay, startSyslogNgRelay, type Target } from '../support/syslog-senders.js'
import { until } from '../support/until.js'

const logger = findProgram('logger')
const rsyslogd = findProgram('rsyslogd')
const syslogNg = findProgram('syslog-ng')

let app: App
let database: TestDatabase
let ports: ListenerPorts
let folder: string
let lastSequence = 7_405_726_561_341_530_000n

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sallyport-senders-'))
  database = await createTestDatabase()
  app = await startApp({ from: 'source', environment: { DATABASE_URL: database.url } })
  const administrator = await becomeAdministrator(app)
  await createSource(administrator)
  ports = await listenerPorts(administrator)
})

afterAll(async () => {
  await app?.stop()
  await database?.drop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

interface SentAlert {
  readonly sequence: string
  readonly url: string
  readonly user: string
  readonly line: string
}

/** What is hard on the way: commas and quotes, a backslash before the closing quote, text beyond ASCII, a long line. */
const URLS = [
  'www.shop.example/a?id=1,2&q="x"',
  'C:\\Users\\',
  'dns.example',
  `files.example/${'a'.repeat(5000)}`,
  'www.müller.example/größe',
  'x.example/%0A<13>Jan  1 00:00:00 h 1,2026/01/01 00:00:00,0,THREAT',
] as const

function makeAlerts(): SentAlert[] {
  return URLS.map((url, index) => {
    const sequence = String(++lastSequence)
    const user = `corp\\user${index}`
    const line = buildThreatLine(
      {
        serial: '009900001111',
        subtype: 'url',
        threatid: '(9999)',
        severity: 'high',
        action: 'block-url',
        misc: url,
        srcuser: user,
        seqno: sequence,
        src: '10.0.0.5',
        dst: '192.0.2.1',
        sport: '40000',
        dport: '443',
      },
      { layout: '10.2', header: 'BSD', host: 'fw-1', at: Date.now() },
    )
    return { sequence, url, user, line }
  })
}

async function expectStored(alerts: readonly SentAlert[], transport: string): Promise<void> {
  const rows = await until(
    async () => {
      const result = await database.pool.query<{ sequence: string; url: string; src_user: string; transport: string; sender: string }>(
        'SELECT sequence::text, url, src_user, transport, host(sender) AS sender FROM alert WHERE sequence = ANY($1::numeric[]) ORDER BY sequence',
        [alerts.map(alert => alert.sequence)],
      )
      return result.rows.length >= alerts.length && result.rows
    },
    { deadlineMs: 15_000, what: () => `${alerts.length} alerts over ${transport}; the server printed:\n${app.output()}` },
  )
  expect(rows).toEqual(alerts.map(({ sequence, url, user }) => ({ sequence, url, src_user: user, transport, sender: '127.0.0.1' })))
}

const target = (transport: Target['transport'], framing: Target['framing']): Target => ({
  transport,
  framing,
  port: ports[transport.toUpperCase() as keyof ListenerPorts],
})

const RELAYED = [
  ['udp', 'lf'],
  ['tcp', 'lf'],
  ['tcp', 'octet-counted'],
  ['tls', 'lf'],
  ['tls', 'octet-counted'],
] as const

describe.skipIf(logger === undefined)('logger of util-linux', () => {
  it.each([
    ['udp', 'lf'],
    ['tcp', 'lf'],
    ['tcp', 'octet-counted'],
  ] as const)('delivers over %s, %s', async (transport, framing) => {
    const alerts = makeAlerts()
    // logger writes a header of its own; the firewall's stays behind it.
    await sendWithLogger(
      logger ?? '',
      target(transport, framing),
      alerts.map(alert => alert.line),
    )
    await expectStored(alerts, transport.toUpperCase())
  })
})

describe.skipIf(rsyslogd === undefined)('rsyslog', () => {
  it.each(RELAYED)('relays over %s, %s', async (transport, framing) => {
    const alerts = makeAlerts()
    const relay = await startRsyslogRelay(rsyslogd ?? '', path.join(folder, `rsyslog-${transport}-${framing}`), target(transport, framing))
    try {
      await relay.pass(alerts.map(alert => alert.line))
      await expectStored(alerts, transport.toUpperCase())
    } finally {
      await relay.stop()
    }
  })
})

describe.skipIf(syslogNg === undefined)('syslog-ng', () => {
  it.each(RELAYED)('relays over %s, %s', async (transport, framing) => {
    const alerts = makeAlerts()
    const relay = await startSyslogNgRelay(
      syslogNg ?? '',
      path.join(folder, `syslog-ng-${transport}-${framing}`),
      target(transport, framing),
    )
    try {
      await relay.pass(alerts.map(alert => alert.line))
      await expectStored(alerts, transport.toUpperCase())
    } finally {
      await relay.stop()
    }
  })
})
