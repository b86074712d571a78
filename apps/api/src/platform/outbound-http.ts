import { X509Certificate } from 'node:crypto'
import { lookup } from 'node:dns'
import { readFileSync } from 'node:fs'
import { isIP, type LookupFunction } from 'node:net'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { Agent, ProxyAgent, type Dispatcher } from 'undici'
import { HttpFault, type HttpClient, type HttpRequest, type HttpResponse } from './http-client.js'
import { readBody } from './http-body.js'
import { toHttpFault } from './http-faults.js'
import type { Service } from './lifecycle.js'
import { bareHost, portOf, readProxyRules, type ProxyEnvironment, type ProxyRules } from './proxy-rules.js'
import { isPublicAddress } from './public-address.js'

const TIMEOUT_MS = 10_000
const MAX_BYTES = 1_048_576
const REDIRECTS_MAX = 3
/** Longest time to wait for a connection; shorter where the request is to take less. */
const CONNECT_TIMEOUT_MS = 15_000
const URL_MAX = 8_192
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
/** What another host may see of a request: nothing that is a secret, whatever its name. */
const HARMLESS_HEADERS: readonly string[] = ['accept', 'accept-language', 'user-agent', 'if-none-match', 'if-modified-since']

export interface OutboundHttpOptions {
  readonly userAgent: string
  /** PEM file with authorities that are trusted beside those of the system. */
  readonly extraCaFile?: string | undefined
  /** HTTPS_PROXY, HTTP_PROXY, NO_PROXY. */
  readonly environment?: ProxyEnvironment | undefined
}

/** Where a request goes now. */
interface Hop {
  readonly url: URL
  readonly method: HttpRequest['method']
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | string | undefined
  /** Somebody else chose the URL: it must not lead into the network that this server stands in. */
  readonly guarded: boolean
}

/**
 * The one way out to HTTP servers. Certificates are always verified. Redirects are followed by hand: never to another
 * scheme than http(s), never from https to http, and never into a network that is not public, unless the first URL named
 * that very host. The check holds for the address that is connected to, so that a name cannot resolve to something else
 * afterwards. Behind a proxy the proxy resolves names: addresses and names that resolve here are checked all the same.
 *
 * @throws Error from the constructor when the file of authorities or the URL of a proxy cannot be used
 */
export class OutboundHttp implements HttpClient, Service {
  readonly name = 'outbound-http'
  private readonly proxies: ProxyRules
  private readonly secureContext: SecureContext | undefined
  private readonly dispatchers = new Map<string, Dispatcher>()

  constructor(private readonly options: OutboundHttpOptions) {
    this.proxies = readProxyRules(options.environment ?? {})
    this.secureContext = options.extraCaFile === undefined ? undefined : trustingAlso(options.extraCaFile)
  }

  async start(): Promise<void> {}

  /** Ends what is under way. */
  async stop(): Promise<void> {
    const dispatchers = [...this.dispatchers.values()]
    this.dispatchers.clear()
    await Promise.all(dispatchers.map(dispatcher => dispatcher.destroy()))
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    const first = readUrl(request.url)
    const timeout = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS)
    const signal = request.signal ? AbortSignal.any([timeout, request.signal]) : timeout
    const { body, headers } = await prepared(request, this.options.userAgent)
    let hop: Hop = { url: first, method: request.method, headers, body, guarded: false }
    for (let redirects = 0; ; redirects += 1) {
      try {
        const answer = await this.ask(hop, signal, request.maxBytes ?? MAX_BYTES)
        if (!('location' in answer)) return answer
        if (redirects === REDIRECTS_MAX) throw new HttpFault('REDIRECT', `${bareHost(first)} redirects more than ${REDIRECTS_MAX} times`)
        hop = nextHop(first, hop, answer)
      } catch (error) {
        throw toHttpFault(error, { host: bareHost(hop.url), timeout, timeoutMs: request.timeoutMs ?? TIMEOUT_MS, aborted: request.signal })
      }
    }
  }

  private async ask(hop: Hop, signal: AbortSignal, maxBytes: number): Promise<HttpResponse | Redirect> {
    signal.throwIfAborted()
    const proxy = this.proxies.proxyOf(hop.url)
    if (hop.guarded) await refuseOwnNetwork(hop.url, proxy !== undefined)
    const { statusCode, headers, body } = await this.dispatcher(proxy, hop.guarded).request({
      origin: hop.url.origin,
      path: `${hop.url.pathname}${hop.url.search}`,
      method: hop.method,
      headers: hop.headers,
      body: hop.body ?? null,
      signal,
    })
    const location = headers['location']
    if (REDIRECTS.includes(statusCode) && typeof location === 'string') {
      // Nobody reads this body; the connection is only kept when little of it is left.
      body.on('error', () => undefined).destroy()
      return { status: statusCode, location }
    }
    const flat = Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value] as const],
    )
    const readable = { encoding: headers['content-encoding'], host: bareHost(hop.url), maxBytes }
    return { status: statusCode, headers: Object.fromEntries(flat), body: await readBody(body, readable) }
  }

  /** Guarded connections are kept apart: one that was made without the check is not used for a redirect. */
  private dispatcher(proxy: string | undefined, guarded: boolean): Dispatcher {
    const key = `${guarded ? 'guarded' : 'open'} ${proxy ?? ''}`
    const known = this.dispatchers.get(key)
    if (known) return known
    const tls = { timeout: CONNECT_TIMEOUT_MS, ...(this.secureContext && { secureContext: this.secureContext }) }
    const limits = { headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 10_000, connections: 32, allowH2: false }
    const made =
      proxy === undefined
        ? new Agent({ ...limits, connect: { ...tls, ...(guarded && { lookup: publicLookup }) } })
        : new ProxyAgent({ ...limits, uri: proxy, requestTls: tls, proxyTls: tls })
    this.dispatchers.set(key, made)
    return made
  }
}

interface Redirect {
  readonly status: number
  readonly location: string
}

function readUrl(text: string): URL {
  const url = text.length <= URL_MAX ? URL.parse(text) : null
  if (!url) throw new HttpFault('BAD_URL', 'Not a URL')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new HttpFault('BAD_URL', 'Only http and https URLs can be asked')
  if (url.username !== '' || url.password !== '') throw new HttpFault('BAD_URL', 'A URL must hold no user name and password')
  return url
}

async function prepared({ body, headers = {}, method }: HttpRequest, userAgent: string): Promise<Pick<Hop, 'body' | 'headers'>> {
  const own = { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br' }
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  if (body === undefined || method !== 'POST') return { headers: { ...own, ...given }, body: undefined }
  if (!(body instanceof FormData)) return { headers: { ...own, ...given }, body }
  const form = new Response(body)
  const type = form.headers.get('content-type')
  return {
    headers: { ...own, ...given, ...(type !== null && { 'content-type': type }) },
    body: Buffer.from(await form.arrayBuffer()),
  }
}

/** Decides whether a redirect is followed, and with what of the request. */
function nextHop(first: URL, hop: Hop, { status, location }: Redirect): Hop {
  const from = bareHost(hop.url)
  const url = location.length <= URL_MAX ? URL.parse(location, hop.url.href) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new HttpFault('REDIRECT', `${from} redirects to something that is no http or https URL`)
  if (hop.url.protocol === 'https:' && url.protocol === 'http:')
    throw new HttpFault('REDIRECT', `${from} redirects from https to http, which is not followed`)
  const isSameHost = bareHost(url) === from && (portOf(url) === portOf(hop.url) || isUpgrade(hop.url, url))
  const keepsBody = (status === 307 || status === 308) && hop.body !== undefined
  // Keys travel in bodies too.
  if (keepsBody && !isSameHost)
    throw new HttpFault('REDIRECT', `${from} redirects a question with a body to another host, which is not followed`)
  const headers = Object.entries(hop.headers).filter(([name]) =>
    isSameHost ? keepsBody || name !== 'content-type' : HARMLESS_HEADERS.includes(name) || name === 'accept-encoding',
  )
  return {
    url,
    method: hop.method === 'POST' && !keepsBody && status !== 307 && status !== 308 ? 'GET' : hop.method,
    headers: Object.fromEntries(headers),
    body: keepsBody ? hop.body : undefined,
    guarded: bareHost(url) !== bareHost(first),
  }
}

const isUpgrade = (from: URL, to: URL): boolean =>
  from.protocol === 'http:' && to.protocol === 'https:' && from.port === '' && to.port === ''

const ownNetwork = (host: string) => new HttpFault('REDIRECT', `A redirect leads to ${host}, an address that is not public`)

/** Before connecting: addresses, and behind a proxy also names as they resolve here. Straight connections are checked by publicLookup. */
async function refuseOwnNetwork(url: URL, behindProxy: boolean): Promise<void> {
  const host = bareHost(url)
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw ownNetwork(host)
    return
  }
  if (!behindProxy) return
  if (!host.includes('.') || host === 'localhost' || host.endsWith('.localhost')) throw ownNetwork(host)
  const addresses = await new Promise<readonly string[]>(resolve =>
    // A name that only the proxy can resolve is the proxy's to judge.
    lookup(host, { all: true }, (error, found) => resolve(error ? [] : found.map(({ address }) => address))),
  )
  if (!addresses.every(isPublicAddress)) throw ownNetwork(host)
}

/** Resolves for a connection, and refuses it when any of the addresses is not public. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) callback(error, [])
    else if (!addresses.every(({ address }) => isPublicAddress(address))) callback(ownNetwork(hostname), [])
    else if (options.all === true) callback(null, addresses)
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  })
}

/** Giving `ca` replaces what is trusted: so all that is trusted is given. Made once, as reading hundreds of certificates takes a while. */
function trustingAlso(file: string): SecureContext {
  const about = 'The file of further certificate authorities'
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`${about} cannot be read: ${file}`, { cause: error })
  }
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (certificates.length === 0) throw new Error(`${about} holds no PEM certificate: ${file}`)
  try {
    // createSecureContext passes over what it cannot read.
    for (const pem of certificates) new X509Certificate(pem)
    return createSecureContext({ ca: [...new Set([...getCACertificates('default'), ...getCACertificates('system')]), ...certificates] })
  } catch (error) {
    throw new Error(`${about} holds a certificate that cannot be read: ${file}`, { cause: error })
  }
}
