import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { apiClient, becomeAdministrator, createSource, listenerPorts, type ApiClient } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { threatLine } from '../support/syslog-lines.js'
import { until } from '../support/until.js'
import { inventedReport, startWildfireSimulator, type WildfireSimulator } from '../support/wildfire-simulator/index.js'

const KEY = '7'.repeat(64)
const HASH = '5'.repeat(64)

let folder: string
let wildfire: WildfireSimulator
let app: App
let client: ApiClient

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sallyport-wildfire-'))
  wildfire = await startWildfireSimulator({ apiKeys: [KEY], tls: true })
  const caFile = path.join(folder, 'ca.pem')
  await writeFile(caFile, wildfire.caPem ?? '')
  app = await startApp({ from: 'source', environment: { OUTBOUND_CA_FILE: caFile } })
  client = await becomeAdministrator(app)
}, 90_000)
afterAll(async () => {
  await app.stop()
  await wildfire.stop()
  await rm(folder, { recursive: true })
})

interface Incident {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly severity: string
  readonly activities: {
    readonly nodes: readonly { readonly kind: string; readonly summary: string | null; readonly toState: string | null }[]
  }
}

const newest = async () => {
  const { incidents } = await client.ask<{ incidents: { nodes: Incident[] } }>(
    '{ incidents(first: 1) { nodes { id version state severity activities(first: 20) { nodes { kind summary toState } } } } }',
  )
  return incidents.nodes[0]
}

interface Analysis {
  readonly status: { readonly state: string }
  readonly verdict: string | null
  readonly previousVerdict: string | null
  readonly reportStatus: { readonly state: string }
  readonly report: { readonly malware: boolean; readonly xmlPath: string; readonly pdfPath: string } | null
}

const analysis = async () => {
  const { observable } = await client.ask<{ observable: { wildfire: Analysis } }>(
    `{ observable(kind: FILE_HASH, value: "${HASH}") { wildfire { status { state } verdict previousVerdict reportStatus { state } report { malware xmlPath pdfPath } } } }`,
  )
  return observable.wildfire
}

it('a file that turns out to be malicious brings its closed incident back, with the report', async () => {
  await createSource(client, { wildfireApiEnabled: true, wildfireApiKey: KEY, wildfireApiUrl: wildfire.url })
  wildfire.setVerdict(HASH, 'grayware')
  const { TCP } = await listenerPorts(client)
  const socket = connect(TCP, '127.0.0.1')
  await once(socket, 'connect')
  const file = {
    subtype: 'wildfire',
    category: 'malicious',
    filedigest: HASH,
    misc: 'order.exe',
    threatid: 'Windows Executable (EXE)(52020)',
  }
  socket.end(`${threatLine({ ...file, severity: 'medium', dstuser: 'corp\\ann', direction: 'server-to-client' }, Date.now())}\n`)
  const incident = await until(newest, { deadlineMs: 20_000, what: () => 'the incident' })
  expect(await until(async () => ((await analysis()).verdict === 'GRAYWARE' ? analysis() : undefined))).toMatchObject({
    status: { state: 'KNOWN' },
  })

  const closing = { id: incident.id, expectedVersion: incident.version, summary: 'False alarm', disposition: 'False positive' }
  await client.ask('mutation ($input: IncidentCloseInput!) { incidentClose(input: $input) { userErrors { message } } }', { input: closing })
  expect((await newest())?.state).toBe('CLOSED')

  wildfire.setVerdict(HASH, 'malware')
  wildfire.setReport(HASH, inventedReport(HASH, true))
  const refresh = `mutation { observableRefresh(input: { kind: FILE_HASH, value: "${HASH}", provider: WILDFIRE_VERDICT }) { userErrors { code } } }`
  // Asking again at once is refused: a held key burns no quota.
  await until(
    async () => (await client.ask<{ observableRefresh: { userErrors: unknown[] } }>(refresh)).observableRefresh.userErrors.length === 0,
    { deadlineMs: 20_000, intervalMs: 500 },
  )
  const reopened = await until(
    async () => {
      const now = await newest()
      return now?.state === 'OPEN' ? now : undefined
    },
    { what: () => 'the incident to be open again' },
  )
  expect(reopened.severity).toBe('HIGH')
  expect(reopened.activities.nodes).toContainEqual({
    kind: 'VERDICT_CHANGED',
    summary: `WildFire verdict of ${HASH} changed from GRAYWARE to MALICIOUS`,
    toState: 'OPEN',
  })
  const known = await until(async () => {
    const now = await analysis()
    return now.report?.malware && now.reportStatus.state === 'KNOWN' ? now : undefined
  })
  expect(known).toMatchObject({ verdict: 'MALICIOUS', previousVerdict: 'GRAYWARE' })

  const download = (file: string, cookie = client.cookie) => fetch(`${app.url}${file}`, { headers: { cookie } })
  const xml = await download(known.report?.xmlPath ?? '')
  expect([xml.status, xml.headers.get('x-content-type-options'), (await xml.text()).trim().slice(0, 5)]).toEqual([200, 'nosniff', '<?xml'])
  const pdf = await download(known.report?.pdfPath ?? '')
  expect([pdf.status, (await pdf.text()).slice(0, 5)]).toEqual([200, '%PDF-'])
  expect((await download(known.report?.xmlPath ?? '', '')).status).toBe(401)
  expect(await apiClient(app.url, '').ask('{ setUpNeeded }')).toEqual({ setUpNeeded: false })
  expect(app.output()).not.toContain(KEY)
}, 120_000)
