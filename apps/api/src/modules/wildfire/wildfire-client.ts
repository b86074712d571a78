import { randomUUID } from 'node:crypto'
import type { WildfireVerdict } from '@sallyport/shared'
import type { Clock } from '../../platform/clock.js'
import { HttpFault, type HttpClient } from '../../platform/http-client.js'
import { elementsIn, parseXml, textAt, XmlFault, type XmlElement } from '../../platform/xml.js'
import { ProviderFault } from '../enrichment/index.js'
import { readFault, readReply, type WildfireReply } from './wildfire-reply.js'
import { verdictOfCode } from './wildfire-verdict.js'

/** Where WildFire answers and as whom it is asked. */
export interface WildfireAccess {
  /** Without a slash at its end, e.g. https://wildfire.paloaltonetworks.com/publicapi. */
  readonly apiUrl: string
  readonly apiKey: string
}

/** One `get-verdict-info`. An MD5 may have several. */
export interface VerdictInfo {
  readonly sha256: string | undefined
  readonly md5: string | undefined
  readonly verdict: WildfireVerdict
}

export type VerdictsReply =
  { readonly kind: 'verdicts'; readonly infos: readonly VerdictInfo[] } | { readonly kind: 'refused'; readonly reason: string }

export type ReportFormat = 'xml' | 'pdf'

/** Hashes in one get/verdicts. */
export const BATCH_MAX = 500
/** Of a report. */
export const REPORT_BYTES_MAX = 10 * 1024 * 1024

const VERDICT_TIMEOUT_MS = 20_000
const REPORT_TIMEOUT_MS = 45_000
const VERDICT_BYTES_MAX = 2 * 1024 * 1024
const INFOS_MAX = 5_000

/**
 * The WildFire API: POST only, the key as a form field. Keys of Prisma Access and Prisma Cloud Compute, which need an
 * `agent` field, are not supported.
 */
export class WildfireClient {
  constructor(private readonly deps: { readonly http: HttpClient; readonly clock: Clock }) {}

  /**
   * Verdicts on up to 500 hashes (MD5 or SHA-256, lower case): one query of the quota, however many they are.
   * @throws ProviderFault
   */
  async verdicts(access: WildfireAccess, hashes: readonly string[], signal?: AbortSignal): Promise<VerdictsReply> {
    const [only] = hashes
    const form =
      hashes.length === 1 && only !== undefined ? urlEncoded({ apikey: access.apiKey, hash: only }) : hashFile(access.apiKey, hashes)
    const path = hashes.length === 1 ? 'get/verdict' : 'get/verdicts'
    const reply = await this.post(access, { path, ...form, timeoutMs: VERDICT_TIMEOUT_MS, maxBytes: VERDICT_BYTES_MAX, signal })
    if (reply.kind === 'refused') return reply
    // Samples that WildFire does not know are answered with 200 and −102.
    if (reply.kind === 'not-found') throw new ProviderFault('UNAVAILABLE', 'There is no WildFire API at this URL (404)')
    return { kind: 'verdicts', infos: readVerdicts(reply.body) }
  }

  /** The report of a file, as bytes. 'not-found': there is none (yet). @throws ProviderFault */
  async report(access: WildfireAccess, question: { hash: string; format: ReportFormat }, signal?: AbortSignal): Promise<WildfireReply> {
    const form = urlEncoded({ apikey: access.apiKey, ...question })
    return this.post(access, { path: 'get/report', ...form, timeoutMs: REPORT_TIMEOUT_MS, maxBytes: REPORT_BYTES_MAX, signal })
  }

  private async post(
    { apiUrl, apiKey }: WildfireAccess,
    { path, body, contentType, timeoutMs, maxBytes, signal }: Form & Bounds & { path: string },
  ): Promise<WildfireReply> {
    try {
      const response = await this.deps.http.request({
        method: 'POST',
        url: `${apiUrl}/${path}`,
        headers: { 'content-type': contentType },
        body,
        timeoutMs,
        maxBytes,
        signal,
      })
      return readReply(response, { now: this.deps.clock.now(), secret: apiKey })
    } catch (error) {
      if (error instanceof HttpFault) return readFault(error)
      throw error
    }
  }
}

interface Form {
  readonly body: string | Buffer
  readonly contentType: string
}

interface Bounds {
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal | undefined
}

const urlEncoded = (fields: Readonly<Record<string, string>>): Form => ({
  body: new URLSearchParams(fields).toString(),
  contentType: 'application/x-www-form-urlencoded',
})

/** multipart/form-data with the key and a text file of one hash a line. */
function hashFile(apiKey: string, hashes: readonly string[]): Form {
  const boundary = `----sallyport-${randomUUID()}`
  const part = (head: string, content: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
  const file = 'name="file"; filename="hashes.txt"\r\nContent-Type: text/plain'
  const body = `${part('name="apikey"', apiKey)}${part(file, `${hashes.join('\n')}\n`)}--${boundary}--\r\n`
  return { body: Buffer.from(body, 'utf8'), contentType: `multipart/form-data; boundary=${boundary}` }
}

/** @throws ProviderFault UNAVAILABLE where it is no answer of WildFire: a proxy's page, half an answer, an entity bomb */
export function readVerdicts(body: Buffer): readonly VerdictInfo[] {
  const root = wildfireRoot(body)
  const infos: VerdictInfo[] = []
  for (const element of elementsIn(root)) {
    if (element.name !== 'get-verdict-info') continue
    const code = textAt(element, 'verdict')
    if (code === undefined || infos.length >= INFOS_MAX) continue
    infos.push({ sha256: hashAt(element, 'sha256'), md5: hashAt(element, 'md5'), verdict: verdictOfCode(code) })
  }
  return infos
}

const hashAt = (element: XmlElement, name: string): string | undefined => textAt(element, name)?.toLowerCase()

function wildfireRoot(body: Buffer): XmlElement {
  try {
    const root = parseXml(body.toString('utf8'))
    if (root.name === 'wildfire') return root
    throw new ProviderFault('UNAVAILABLE', 'The answer is XML, but not of WildFire: check the API URL')
  } catch (error) {
    if (error instanceof XmlFault)
      throw new ProviderFault('UNAVAILABLE', `The answer of WildFire cannot be read: ${error.message}`, { cause: error })
    throw error
  }
}

/** The verdicts on one hash among those of an answer. Where only one was asked about, its infos may name no hash. */
export const verdictsOn = (hash: string, infos: readonly VerdictInfo[], single: boolean): WildfireVerdict[] =>
  infos
    .filter(({ sha256, md5 }) => sha256 === hash || md5 === hash || (single && sha256 === undefined && md5 === undefined))
    .map(({ verdict }) => verdict)
