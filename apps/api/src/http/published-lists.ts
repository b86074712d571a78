import { isIP, type Socket } from 'node:net'
import type { Encoding, Extension, FetchRecorder, PublishedCatalog, Representation } from '../modules/publish/index.js'
import type { Logger } from '../platform/logger.js'
import type { IncomingMessage, ServerResponse } from 'node:http'

const PREFIX = '/edl/'
/** The name behind the token is for people; a renamed list keeps its old URLs. */
const PATH = /^\/edl\/([A-Za-z0-9_-]{16,64})\/[a-z0-9-]{1,64}\.(txt|json|csv)(?:\?|$)/

/** A cache may serve on for a day when this server cannot answer: no firewall shall see a gap. */
const CACHE_CONTROL = 'max-age=30, stale-if-error=86400'

const CONTENT_TYPE: Readonly<Record<Extension, string>> = {
  txt: 'text/plain; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

/** Of an answer with this representation, made once: name, value, name, value, …, as writeHead takes them. */
interface Heads {
  readonly full: string[]
  readonly notModified: string[]
}

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => boolean

export interface PublishedListsDeps {
  readonly catalog: Pick<PublishedCatalog, 'find'>
  readonly fetches: Pick<FetchRecorder, 'record'>
  readonly logger: Pick<Logger, 'error'>
}

/**
 * Answers what lies below /edl/ straight from memory: no framework, no database, no compression on the way.
 * @returns a listener that returns false for every other path, untouched
 */
export function publishedLists({ catalog, fetches, logger }: PublishedListsDeps): RequestListener {
  const headsOf = remembered(makeHeads)
  const addressOf = remembered((socket: Socket) => clientAddress(socket.remoteAddress))

  const answer = (request: IncomingMessage, response: ServerResponse, url: string): void => {
    const { method, headers } = request
    if (method !== 'GET' && method !== 'HEAD') return refuse(request, response, 405)
    const [, token, extension] = PATH.exec(url) ?? []
    if (token === undefined) return refuse(request, response, 404)
    const address = addressOf(request.socket)
    const userAgent = headers['user-agent']
    const found = catalog.find({ token, authorization: headers.authorization, address })
    if (!('listId' in found)) return refuse(request, response, found.status)
    if (found.status !== 200) {
      fetches.record({ listId: found.listId, credentialId: 0, address, version: found.version, status: found.status, userAgent })
      return refuse(request, response, found.status)
    }
    const { listId, credentialId, version } = found
    const form = version.forms[extension as Extension][chosenEncoding(headers['accept-encoding'])]
    const status = isNotModified(request, form) ? 304 : 200
    const { full, notModified } = headsOf(form)
    if (status === 304) response.writeHead(304, notModified).end()
    else response.writeHead(200, full).end(method === 'HEAD' ? undefined : form.body)
    fetches.record({ listId, credentialId, address, version: version.ref.number, status, userAgent })
  }

  return (request, response) => {
    const url = request.url ?? ''
    if (!url.startsWith(PREFIX)) return false
    try {
      answer(request, response, url)
    } catch (error) {
      logger.error({ err: error }, 'A published list could not be served')
      if (response.headersSent) response.destroy()
      else refuse(request, response, 503)
    }
    return true
  }
}

/** Made once for each, and gone with it. */
function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = make(key)
    known.set(key, value)
    return value
  }
}

function makeHeads({ body, etag, encoding, extension, version }: Representation): Heads {
  const notModified = [
    ...['ETag', etag],
    ...['Last-Modified', new Date(version.inForceAt).toUTCString()],
    ...['Cache-Control', CACHE_CONTROL],
    ...['Vary', 'Accept-Encoding'],
    ...['X-List-Version', String(version.number)],
  ]
  const full = [
    ...['Content-Type', CONTENT_TYPE[extension]],
    ...['Content-Length', String(body.length)],
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ...['X-Content-Type-Options', 'nosniff'],
    ...['X-List-Entries', String(version.entryCount)],
    ...notModified,
  ]
  return { full, notModified }
}

/** Only what is asked for by name: `*` is no wish, and a firewall that asks for nothing gets plain bytes (RFC 9110, 12.5.3). */
export function chosenEncoding(accept: string | string[] | undefined): Encoding {
  if (accept === undefined || accept === 'identity') return 'identity'
  if (accept === 'gzip') return 'gzip'
  const wanted = new Map<string, number>()
  for (const part of String(accept).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim())
    const quality = parameters.find(text => text.startsWith('q='))
    wanted.set(name, quality === undefined ? 1 : Number(quality.slice(2)) || 0)
  }
  const br = wanted.get('br') ?? 0
  const gzip = wanted.get('gzip') ?? wanted.get('x-gzip') ?? 0
  if (br === 0 && gzip === 0) return 'identity'
  return br >= gzip ? 'br' : 'gzip'
}

/** RFC 9110, 13.2.2: a date counts only without a tag. */
function isNotModified({ headers }: IncomingMessage, { etag, version }: Representation): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags === etag || tags.split(',').some(tag => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
  const since = headers['if-modified-since']
  return since !== undefined && Math.floor(version.inForceAt / 1000) * 1000 <= Date.parse(since)
}

const TITLES = {
  401: 'Name or password is wrong',
  403: 'This address may not fetch the list',
  404: 'There is no such list',
  405: 'Lists are fetched with GET or HEAD',
  503: 'The list cannot be read just now',
} as const

/** HTML, since an old firewall could read a text as the list's content. */
function refuse({ method }: IncomingMessage, response: ServerResponse, status: keyof typeof TITLES): void {
  const body = `<!DOCTYPE html><title>${status}</title><p>${TITLES[status]}</p>\n`
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    ...(status === 401 && { 'WWW-Authenticate': 'Basic realm="Published lists", charset="UTF-8"' }),
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    ...(status === 503 && { 'Retry-After': '30' }),
  })
  response.end(method === 'HEAD' ? undefined : body)
}

function clientAddress(address = ''): string {
  const unmapped = address.replace(/^::ffff:/i, '').replace(/%.*$/, '')
  return isIP(unmapped) === 0 ? '0.0.0.0' : unmapped
}
