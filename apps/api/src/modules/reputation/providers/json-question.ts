import { ProviderFault } from '../../enrichment/index.js'
import { HttpFault, type HttpClient, type HttpResponse } from '../../../platform/http-client.js'

export interface JsonQuestion {
  /** Of the provider, for messages. */
  readonly name: string
  readonly url: string
  /** The key among them: never part of a message. */
  readonly headers: Readonly<Record<string, string>>
  readonly maxBytes: number
  readonly signal: AbortSignal
}

export interface JsonAnswer extends HttpResponse {
  /** undefined: the body is no JSON. */
  readonly json: unknown
}

/**
 * Asks and reads the body as JSON.
 * @throws ProviderFault UNAVAILABLE without an answer; CREDENTIALS for 401 and 403; UNAVAILABLE for 5xx, 408 and what a proxy says
 */
export async function askJson(http: HttpClient, { name, url, headers, maxBytes, signal }: JsonQuestion): Promise<JsonAnswer> {
  const response = await request(http, { name, url, headers, maxBytes, signal })
  const { status } = response
  if (status === 401 || status === 403) throw new ProviderFault('CREDENTIALS', `${name} refuses the API key (HTTP ${status})`)
  if (status >= 500 || status === 408 || status === 407) throw new ProviderFault('UNAVAILABLE', `${name} answers with HTTP ${status}`)
  return { ...response, json: readJson(response.body) }
}

async function request(http: HttpClient, { name, url, headers, maxBytes, signal }: JsonQuestion): Promise<HttpResponse> {
  try {
    return await http.request({ method: 'GET', url, headers: { accept: 'application/json', ...headers }, maxBytes, signal })
  } catch (error) {
    // Whoever stopped us is told so: it says nothing of the provider.
    signal.throwIfAborted()
    if (error instanceof HttpFault) throw new ProviderFault('UNAVAILABLE', `${name} cannot be asked: ${error.message}`, { cause: error })
    throw error
  }
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** An answer that is not the provider's: an error page, a proxy, or a changed interface. */
export const strange = (name: string, { status }: { readonly status: number }): ProviderFault =>
  new ProviderFault('UNAVAILABLE', `The answer (HTTP ${status}) is not one of ${name}`)

const RATE_MAX_MS = 120_000
const WAIT_MAX_MS = 7 * 86_400_000

/** 429: a short pause is a matter of rate, a long or untold one of the quota. */
export function tooMany(name: string, { headers }: HttpResponse, now: number): ProviderFault {
  const wait = retryAfterMs(headers['retry-after'], now)
  if (wait === undefined) return new ProviderFault('QUOTA', `The quota of ${name} is used up`)
  if (wait <= RATE_MAX_MS) return new ProviderFault('RATE', `${name} is asked too fast`, { retryAt: now + wait })
  return new ProviderFault('QUOTA', `The quota of ${name} is used up`, { retryAt: now + wait })
}

/** Retry-After as milliseconds, in seconds or as a date, at most a week; undefined: there is none that makes sense. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const wait = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now
  return Number.isFinite(wait) && wait >= 0 ? Math.min(wait, WAIT_MAX_MS) : undefined
}
