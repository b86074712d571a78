import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { type EdlType, readEdlLine } from './edl-lines.js'

export interface EdlClientOptions {
  readonly type: EdlType
  readonly url: string
  readonly credentials?: { readonly username: string; readonly password: string }
  /** The CA of the certificate profile; undefined: no profile, the server's certificate is not checked. */
  readonly caPem?: string
  /** PAN-OS release; decides about slashes and about what an error body means. */
  readonly version?: string
  /** Entries that the model still has room for. */
  readonly limit?: () => number
  /** "Expand to include subdomains": every entry counts twice. */
  readonly expandsDomains?: boolean
  readonly timeoutMs?: number
  readonly now?: () => number
}

/** What became of the list: new content, the old copy goes on, or the policy stops enforcing it. */
export type EdlOutcome = 'loaded' | 'kept' | 'dropped'

export interface EdlState {
  readonly outcome: EdlOutcome | 'never-fetched'
  readonly message: string
  /** undefined: there was no answer. */
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly fetchedAt: number | undefined
  /** Entries in force, in the list's order. */
  readonly valid: readonly string[]
  readonly invalid: readonly string[]
  readonly totalInvalid: number
  /** Beyond the limit, and the same entry again. */
  readonly totalIgnored: number
}

interface Fetched {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

const NOTHING: Pick<EdlState, 'valid' | 'invalid' | 'totalInvalid' | 'totalIgnored'> = {
  valid: [],
  invalid: [],
  totalInvalid: 0,
  totalIgnored: 0,
}
const TLS_FAILURE = /^ERR_TLS|^ERR_SSL|CERT|SELF_SIGNED|UNABLE_TO_|EPROTO/
const INVALID_SHOWN = 1000

/** Fetches a list from our server as a firewall's device server does. */
export class EdlClient {
  readonly #major: number
  readonly #minor: number
  #state: EdlState = { ...NOTHING, outcome: 'never-fetched', message: '', status: undefined, headers: {}, fetchedAt: undefined }

  constructor(private readonly options: EdlClientOptions) {
    const [major = 10, minor = 2] = (options.version ?? '10.2.9').split('.').map(part => parseInt(part, 10))
    this.#major = major
    this.#minor = minor
  }

  state(): EdlState {
    return this.#state
  }

  /** How much of the model's capacity one line takes. */
  get entriesEach(): number {
    return this.options.expandsDomains === true ? 2 : 1
  }

  /** One fetch. Never throws for what the server does. */
  async refresh(): Promise<EdlState> {
    const fetched = await this.#fetch().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
    const fetchedAt = (this.options.now ?? Date.now)()
    this.#state = { ...this.#judge(fetched), fetchedAt }
    return this.#state
  }

  #judge(fetched: Fetched | Error): EdlState {
    if (fetched instanceof Error) {
      const code = 'code' in fetched ? String(fetched.code) : ''
      const message = `${code} ${fetched.message}`.trim()
      return TLS_FAILURE.test(code) ? this.#dropped(message, undefined) : this.#kept(message, undefined)
    }
    const { status, headers, body } = fetched
    if (status === 401) return this.#dropped('Authentication failed', fetched)
    const type = String(headers['content-type'] ?? '')
    // Old releases take whatever text comes for a list; newer ones look at the status.
    const readAsList = status === 200 || (this.#major < 8 && status >= 400 && !type.startsWith('text/html'))
    return readAsList
      ? this.#load(fetched, body)
      : this.#kept(`Unable to fetch external list (HTTP ${status}). Using old copy for refresh.`, fetched)
  }

  #load({ status, headers }: Fetched, body: string): EdlState {
    const dialect = { appendsSlash: this.#major > 10 || (this.#major === 10 && this.#minor >= 2) }
    const limit = Math.floor((this.options.limit?.() ?? Infinity) / this.entriesEach)
    const valid = new Set<string>()
    const invalid: string[] = []
    let totalInvalid = 0
    let totalIgnored = 0
    for (const raw of body.split('\n')) {
      const line = readEdlLine(this.options.type, raw, dialect)
      if (line.kind === 'nothing') continue
      if (line.kind === 'invalid') {
        totalInvalid += 1
        if (invalid.length < INVALID_SHOWN) invalid.push(raw)
      } else if (valid.size >= limit || valid.has(line.value)) totalIgnored += 1
      else valid.add(line.value)
    }
    const message = body === '' ? 'The list is empty' : ''
    return { outcome: 'loaded', message, status, headers, fetchedAt: undefined, valid: [...valid], invalid, totalInvalid, totalIgnored }
  }

  /** The last good list goes on. One that was never loaded shows the error as its only, invalid, entry. */
  #kept(message: string, fetched: Fetched | undefined): EdlState {
    const { valid, invalid, totalInvalid, totalIgnored, outcome } = this.#state
    const never = outcome !== 'loaded' && outcome !== 'kept' && valid.length === 0
    const content = never ? { ...NOTHING, invalid: [message], totalInvalid: 1 } : { valid, invalid, totalInvalid, totalIgnored }
    return { ...content, outcome: 'kept', message, status: fetched?.status, headers: fetched?.headers ?? {}, fetchedAt: undefined }
  }

  /** "The security policy stops enforcing the EDL." */
  #dropped(message: string, fetched: Fetched | undefined): EdlState {
    return { ...NOTHING, outcome: 'dropped', message, status: fetched?.status, headers: fetched?.headers ?? {}, fetchedAt: undefined }
  }

  /** No redirects, no compression asked for, no conditions. */
  #fetch(): Promise<Fetched> {
    const { url, credentials, caPem, timeoutMs = 10_000 } = this.options
    const target = new URL(url)
    const auth = credentials && `${credentials.username}:${credentials.password}`
    const options = { timeout: timeoutMs, agent: false as const, ...(auth === undefined ? {} : { auth }) }
    const tls = caPem === undefined ? { rejectUnauthorized: false } : { ca: caPem }
    return new Promise((resolve, reject) => {
      const request = target.protocol === 'https:' ? httpsRequest(target, { ...options, ...tls }) : httpRequest(target, options)
      request.on('timeout', () => request.destroy(new Error('Timeout was reached')))
      request.on('error', reject)
      request.on('response', response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          if (!response.complete) reject(new Error('transfer closed with outstanding read data remaining'))
          else resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') })
        })
      })
      request.end()
    })
  }
}
