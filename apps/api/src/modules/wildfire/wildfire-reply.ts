import type { HttpFault, HttpResponse } from '../../platform/http-client.js'
import { childAt, parseXml, textAt, XmlFault } from '../../platform/xml.js'
import { ProviderFault } from '../enrichment/index.js'

/** What the API made of a question that it understood. */
export type WildfireReply =
  | { readonly kind: 'ok'; readonly body: Buffer }
  /** 404: it has no such report (yet), or no such sample. */
  | { readonly kind: 'not-found' }
  /** It will not answer this question, however often it is asked. */
  | { readonly kind: 'refused'; readonly reason: string }

/** Codes that are about the question, not about the server or the key. Words for people, without a full stop. */
const REFUSED: Readonly<Record<number, string>> = {
  400: 'WildFire did not understand the question',
  409: 'WildFire reports a conflict about this file',
  410: 'WildFire does not have this file any more',
  413: 'The question is too large for WildFire',
  417: 'WildFire could not meet the request',
  418: 'WildFire does not support this type of file',
  420: 'WildFire misses an argument',
  421: 'WildFire does not accept the argument',
  422: 'WildFire could not process the request',
  456: 'WildFire says that the request is not valid',
}

const UNAVAILABLE: Readonly<Record<number, string>> = {
  405: 'The server does not take POST requests: check the API URL',
  500: 'WildFire has an internal error',
  503: 'WildFire is not available',
  513: 'WildFire could not take the upload',
}

const RATE_PAUSE_MS = 60_000
const RATE_PAUSE_MAX_MS = 3_600_000
const ERROR_BODY_MAX = 16_384

/**
 * Judges an answer by section 3 of the WildFire API's codes.
 * @param secret the key: cut out of what the server says, should it be echoed
 * @throws ProviderFault where nobody could be asked: the key, the quota, the pace or the server
 */
export function readReply({ status, headers, body }: HttpResponse, { now, secret }: { now: number; secret: string }): WildfireReply {
  if (status >= 200 && status < 300) {
    // Some front ends refuse with 200.
    if (body.length < ERROR_BODY_MAX && /^\s*(<[^>]*>\s*)*Forbidden\. \(403\)/.test(body.toString('utf8'))) throw forbidden()
    return { kind: 'ok', body }
  }
  const said = saidBy(body, secret)
  switch (status) {
    case 401:
      throw new ProviderFault('CREDENTIALS', worded('WildFire does not accept the API key', status, said))
    case 403:
      throw forbidden(said)
    case 404:
      return { kind: 'not-found' }
    case 419:
      throw new ProviderFault('QUOTA', worded("The key's quota of the day is used up", status, said))
    case 429: {
      const retryAt = now + pauseOf(headers['retry-after'], now)
      throw new ProviderFault('RATE', worded('WildFire is asked too fast', status, said), { retryAt })
    }
    default: {
      const refused = REFUSED[status]
      if (refused !== undefined) return { kind: 'refused', reason: worded(refused, status, said) }
      throw new ProviderFault('UNAVAILABLE', worded(UNAVAILABLE[status] ?? 'WildFire answered with an unexpected code', status, said))
    }
  }
}

const forbidden = (said?: string) => new ProviderFault('CREDENTIALS', worded('The API key may not do this', 403, said))

const worded = (what: string, status: number, said?: string) => `${what} (${status}${said === undefined ? '' : `: ${said}`})`

/** Retry-After in seconds or as a date, within reason. */
function pauseOf(retryAfter: string | undefined, now: number): number {
  if (retryAfter === undefined) return RATE_PAUSE_MS
  const ms = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now
  return Number.isFinite(ms) ? Math.min(RATE_PAUSE_MAX_MS, Math.max(1000, ms)) : RATE_PAUSE_MS
}

/** The server's own words, e.g. 'invalid hash value'; undefined: it said nothing that can be read. */
function saidBy(body: Buffer, secret: string): string | undefined {
  if (body.length === 0 || body.length > ERROR_BODY_MAX) return undefined
  try {
    const root = parseXml(body.toString('utf8'))
    const text = textAt(root, 'error-message') ?? childAt(root, 'error')?.children.find(({ name }) => name === 'error-message')?.text
    if (text === undefined) return undefined
    const clean = (secret === '' ? text : text.replaceAll(secret, '…'))
      .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
      .replaceAll(/^['"\s]+|['"\s]+$/g, '')
    return clean === '' ? undefined : clean.slice(0, 200)
  } catch (error) {
    if (error instanceof XmlFault) return undefined
    throw error
  }
}

/** Why nothing came back. A body that is too large is the fault of the question; an end at our own wish is thrown on. */
export function readFault(fault: HttpFault): WildfireReply {
  if (fault.kind === 'ABORTED') throw fault
  if (fault.kind === 'TOO_LARGE') return { kind: 'refused', reason: `The answer of WildFire is too large: ${fault.message}` }
  throw new ProviderFault('UNAVAILABLE', fault.message, { cause: fault })
}
