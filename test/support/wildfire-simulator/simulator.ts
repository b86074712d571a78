import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { issueCertificate } from '../panos-simulator/certificates.js'
import { inventedReport, reportXml, type SimulatedReport } from './report-xml.js'

/** Codes of get/verdict, as the service numbers them. */
export const VERDICT_CODES = {
  benign: 0,
  malware: 1,
  grayware: 2,
  phishing: 4,
  c2: 5,
  pending: -100,
  error: -101,
  unknown: -102,
  invalid: -103,
  flawed: -104,
} as const
export type SimulatedVerdict = keyof typeof VERDICT_CODES

export interface WildfireSimulatorOptions {
  /** Keys that are accepted. */
  readonly apiKeys?: readonly string[]
  /** Keys that may not ask: 403. */
  readonly forbiddenKeys?: readonly string[]
  /** Queries of a key until 419; 1,050 as with a firewall's subscription. */
  readonly dailyQuota?: number
  /** TLS with a certificate of its own authority. */
  readonly tls?: boolean
  readonly port?: number
  readonly host?: string
  /** What it says of files that no test told it of; made up from the hash for the demo. */
  readonly strangers?: 'unknown' | 'made-up'
  /** Of the demo: how long a file is pending before its verdict, and benign before it turns out to be malware. */
  readonly turnAfterMs?: number
}

/** All off at first; a test sets them. Numbers count down. */
export interface WildfireFaults {
  /** Milliseconds before each answer. */
  slowMs: number
  /** Connections are cut without an answer. */
  unreachable: boolean
  /** The next answers, in order, instead of what they would be. */
  readonly answers: { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }[]
  /** What answers look like instead. */
  shape: 'right' | 'truncated' | 'html' | 'bomb' | 'deep' | 'huge' | 'forbidden-200' | 'other-xml'
  /** Reports without Content-Type, in chunks. */
  untyped: boolean
  /** Hashes that get/verdicts leaves out of its answer. */
  readonly leftOut: Set<string>
  /** Hashes for whose sake a whole batch is refused with 421. */
  readonly poisonous: Set<string>
}

export interface JournalEntry {
  readonly method: string
  readonly path: string
  readonly apiKey: string | undefined
  /** That were asked about. */
  readonly hashes: readonly string[]
  readonly format: string | undefined
  readonly status: number
}

const HASHES_MAX = 500
const BODY_MAX = 1_000_000
const MALFORMED: Readonly<Record<string, string>> = {
  truncated: '<?xml version="1.0" encoding="UTF-8"?><wildfire><get-verdict-info><sha256>00',
  html: '<html><head><title>Proxy</title></head><body><h1>Sign in to the network<br></h1></body></html>',
  bomb: `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "${'x'.repeat(50)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n] ?? ''} "${`&${'abcdefghi'[n] ?? ''};`.repeat(10)}">`).join('')}]><wildfire>&j;</wildfire>`,
  deep: `<wildfire>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</wildfire>`,
  huge: `<wildfire><file_info><filetype>${'x'.repeat(11 * 1024 * 1024)}</filetype></file_info></wildfire>`,
  'forbidden-200': '<html><body>Forbidden. (403)</body></html>',
  'other-xml': '<response status="success"><result/></response>',
}

/** The WildFire API as section 3 of what is known of it tells: POST only, codes, quota, 404 until a report is ready. */
export class WildfireSimulator {
  readonly faults: WildfireFaults = {
    slowMs: 0,
    unreachable: false,
    answers: [],
    shape: 'right',
    untyped: false,
    leftOut: new Set(),
    poisonous: new Set(),
  }
  /** Every request, oldest first. */
  readonly journal: JournalEntry[] = []
  private readonly verdicts = new Map<string, readonly SimulatedVerdict[]>()
  private readonly reports = new Map<string, SimulatedReport | string>()
  private readonly firstAsked = new Map<string, number>()
  private readonly used = new Map<string, number>()

  constructor(
    private readonly options: WildfireSimulatorOptions,
    /** Base URL, as it is entered in the settings of the source. */
    readonly url: string,
    /** Its authority, with TLS. */
    readonly caPem: string | undefined,
    private readonly close: () => Promise<void>,
  ) {}

  /** Several: what an MD5 may answer. undefined: the file is a stranger again. */
  setVerdict(hash: string, ...verdicts: readonly SimulatedVerdict[]): void {
    if (verdicts.length === 0) this.verdicts.delete(hash)
    else this.verdicts.set(hash, verdicts)
  }

  /** A text is sent as it is. Until a report is set, asking for it is answered with 404. */
  setReport(hash: string, report: SimulatedReport | string | undefined): void {
    if (report === undefined) this.reports.delete(hash)
    else this.reports.set(hash, report)
  }

  /** As at 00:00 UTC. */
  resetQuota(): void {
    this.used.clear()
  }

  usedOf(apiKey: string): number {
    return this.used.get(apiKey) ?? 0
  }

  stop(): Promise<void> {
    return this.close()
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.faults.unreachable) return void request.socket.destroy()
    const body = await bodyOf(request)
    if (this.faults.slowMs > 0) await delay(this.faults.slowMs)
    const path = (request.url ?? '').replace(/^\/publicapi\//, '').replace(/\/?(\?.*)?$/, '')
    const fields = fieldsOf(request.headers['content-type'] ?? '', body ?? '')
    const hashes = (fields.get('hash') ?? fields.get('file') ?? '').split(/\s+/).filter(text => text !== '')
    const answer = this.faults.answers.shift() ?? this.judge(request.method ?? '', path, { fields, hashes, tooLarge: body === undefined })
    this.journal.push({
      method: request.method ?? '',
      path,
      apiKey: fields.get('apikey'),
      hashes,
      format: fields.get('format'),
      status: answer.status,
    })
    const untyped = this.faults.untyped && answer.status === 200
    response.writeHead(answer.status, {
      ...(untyped ? { 'transfer-encoding': 'chunked' } : { 'content-type': 'application/xml; charset=utf-8' }),
      ...answer.headers,
    })
    const text = answer.status === 200 ? (MALFORMED[this.faults.shape] ?? answer.body) : answer.body
    if (untyped) response.write('')
    response.end(text)
  }

  private judge(method: string, path: string, asked: Asked): Answer {
    if (!['get/verdict', 'get/verdicts', 'get/report'].includes(path)) return { status: 404, body: '' }
    if (method !== 'POST') return fault(405, 'Method Not Allowed, please use POST')
    if (asked.tooLarge) return fault(413, 'Request entity too large')
    const apiKey = asked.fields.get('apikey')
    if (apiKey === undefined || apiKey === '') return fault(420, 'Missing required field')
    if (this.options.forbiddenKeys?.includes(apiKey)) return fault(403, 'Permission denied')
    if (!(this.options.apiKeys ?? []).includes(apiKey)) return fault(401, 'Invalid API key')
    if (this.usedOf(apiKey) >= (this.options.dailyQuota ?? 1_050)) return fault(419, 'Request quota exceeded')
    this.used.set(apiKey, this.usedOf(apiKey) + 1)
    if (path === 'get/verdicts') return this.verdictsAnswer(asked)
    const [hash] = asked.hashes
    if (hash === undefined) return fault(420, 'Missing required field')
    if (!isHash(hash)) return fault(421, 'invalid hash value')
    return path === 'get/verdict' ? verdictXml(this.infosOf(hash)) : this.reportAnswer(hash, asked.fields.get('format') ?? 'xml')
  }

  private verdictsAnswer({ fields, hashes }: Asked): Answer {
    if (!fields.has('file')) return fault(420, 'Missing required field file')
    if (hashes.length > HASHES_MAX) return fault(413, 'Only 500 entries are allowed for each file')
    if (hashes.some(hash => this.faults.poisonous.has(hash))) return fault(421, 'invalid hash value')
    return verdictXml(hashes.filter(hash => !this.faults.leftOut.has(hash)).flatMap(hash => this.infosOf(hash)))
  }

  private infosOf(hash: string): string[] {
    const name = hash.length === 32 ? 'md5' : 'sha256'
    return this.verdictsOf(hash).map(verdict => {
      const other = name === 'md5' ? '<sha256></sha256>' : ''
      const own = `<${name}>${hash}</${name}>`
      return `<get-verdict-info>${name === 'sha256' ? own : other}<verdict>${VERDICT_CODES[verdict]}</verdict>${name === 'md5' ? own : '<md5></md5>'}</get-verdict-info>`
    })
  }

  private verdictsOf(hash: string): readonly SimulatedVerdict[] {
    if (!isHash(hash)) return ['invalid']
    return this.verdicts.get(hash) ?? [this.options.strangers === 'made-up' ? this.madeUp(hash) : 'unknown']
  }

  /** Most are malware; some are pending at first, and some turn out to be malware after all. */
  private madeUp(hash: string): SimulatedVerdict {
    const first = this.firstAsked.get(hash) ?? Date.now()
    this.firstAsked.set(hash, first)
    const turned = Date.now() - first >= (this.options.turnAfterMs ?? 60_000)
    const kind = parseInt(hash.slice(0, 1), 16)
    if (kind < 8) return 'malware'
    if (kind < 10) return 'phishing'
    if (kind < 12) return 'grayware'
    if (kind < 13) return 'benign'
    return turned ? 'malware' : kind < 15 ? 'pending' : 'benign'
  }

  private reportAnswer(hash: string, format: string): Answer {
    if (format !== 'xml' && format !== 'pdf') return fault(421, 'Invalid report format')
    const verdict = this.verdictsOf(hash)[0] ?? 'unknown'
    const invented =
      this.options.strangers === 'made-up' && VERDICT_CODES[verdict] >= 0 ? inventedReport(hash, verdict !== 'benign') : undefined
    const report = this.reports.get(hash) ?? invented
    if (report === undefined) return { status: 404, body: '' }
    if (format === 'pdf') return { status: 200, body: pdfOf(`WildFire report on ${hash}`), headers: { 'content-type': 'application/pdf' } }
    return { status: 200, body: typeof report === 'string' ? report : reportXml(hash, report) }
  }
}

interface Asked {
  readonly fields: ReadonlyMap<string, string>
  readonly hashes: readonly string[]
  readonly tooLarge: boolean
}

interface Answer {
  readonly status: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** MD5 or SHA-256: the service does not know files by SHA-1. */
const isHash = (text: string): boolean => /^([0-9a-f]{32}|[0-9a-f]{64})$/i.test(text)

const fault = (status: number, message: string): Answer => ({ status, body: `<error><error-message>'${message}'</error-message></error>` })

const verdictXml = (infos: readonly string[]): Answer => ({ status: 200, body: `<wildfire>${infos.join('')}</wildfire>\n` })

/** The smallest that readers open: one page with a line of text. */
function pdfOf(text: string): string {
  const stream = `BT /F1 12 Tf 40 780 Td (${text.replaceAll(/[()\\]/g, '')}) Tj ET`
  return [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj',
    `4 0 obj <</Length ${stream.length}>> stream\n${stream}\nendstream endobj`,
    '5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj',
    'trailer <</Root 1 0 R>>',
    '%%EOF\n',
  ].join('\n')
}

/** undefined: it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= BODY_MAX) chunks.push(chunk)
  }
  return size > BODY_MAX ? undefined : Buffer.concat(chunks).toString('utf8')
}

function fieldsOf(contentType: string, body: string): ReadonlyMap<string, string> {
  const [, boundary] = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(contentType) ?? []
  if (boundary === undefined) return new Map(new URLSearchParams(body))
  const fields = new Map<string, string>()
  for (const part of body.split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...content] = part.split('\r\n\r\n')
    const [, name] = /name="([^"]*)"/i.exec(head) ?? []
    if (name !== undefined) fields.set(name, content.join('\r\n\r\n').replace(/\r\n$/, ''))
  }
  return fields
}

/** Starts it on a free port of 127.0.0.1, unless others are given. */
export async function startWildfireSimulator(options: WildfireSimulatorOptions = {}): Promise<WildfireSimulator> {
  const { host = '127.0.0.1', port = 0, tls = false } = options
  const certificate = tls ? await issueCertificate(host) : undefined
  const listener: RequestListener = (request, response) => {
    simulator.answer(request, response).catch(() => response.destroy())
  }
  const server = certificate ? createHttpsServer({ cert: certificate.cert, key: certificate.key }, listener) : createHttpServer(listener)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: bound } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const simulator = new WildfireSimulator(options, `${tls ? 'https' : 'http'}://${host}:${bound}/publicapi`, certificate?.caPem, close)
  return simulator
}
