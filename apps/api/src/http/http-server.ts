import { createServer } from 'node:http'
import { isIP } from 'node:net'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import cookies from '@fastify/cookie'
import { IMPORT_MAX_BYTES } from '@sallyport/shared'
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Gauge } from 'prom-client'
import { createContext, type Context, type LiveSession } from '../graphql/context.js'
import { isDatabaseAway } from '../platform/database-away.js'
import { bearerKey, Callers, refuseKey } from './callers.js'
import { serveConsole } from './console-files.js'
import { serveExports, type CsvExports } from './exports.js'
import { createApollo } from './graphql-http.js'
import { GraphqlSockets } from './graphql-ws.js'
import { serveJsonEvents, type EventIntake } from './json-events.js'
import { isOwnOrigin } from './origin.js'
import { readinessOf, type ReadinessCheck } from './readiness.js'
import { SECURITY_HEADERS } from './security-headers.js'
import { sessionCookieSpec, type SessionCookieSpec } from './session-cookie.js'
import { serveWildfireReports, type WildfireDownloads } from './wildfire-downloads.js'
import type { RequestListener } from './published-lists.js'
import type { Config } from '../config.js'
import type { ErrorFormatter } from '../graphql/format-error.js'
import type { SharedSubscriptions } from '../graphql/shared-subscriptions.js'
import type { ApiKeySessions, SessionService } from '../modules/auth/index.js'
import type { Service } from '../platform/lifecycle.js'
import type { Logger } from '../platform/logger.js'
import type { Registry } from '../platform/metrics.js'
import type { GraphQLSchema } from 'graphql'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

const BODY_MAX_BYTES = 128 * 1_024
/** Of people who are signed in: an import of entries, whose quotes and line ends take two bytes in JSON. */
const IMPORT_BODY_MAX_BYTES = 2 * IMPORT_MAX_BYTES + BODY_MAX_BYTES
const REQUEST_WITHIN_MS = 30_000
/** Longer than proxies keep theirs, which are at 60 s. */
const KEEP_ALIVE_MS = 72_000
const GRAPHQL_PATH = '/graphql'

export interface HttpServerDeps {
  readonly config: Config['http']
  /** Has the first look at every request: lists that firewalls poll need nothing of what the others do. */
  readonly published: RequestListener
  /** WildFire reports as files. */
  readonly wildfireReports: WildfireDownloads
  /** Events that are posted to the JSON source. */
  readonly events: EventIntake
  readonly schema: GraphQLSchema
  /** Lists as CSV. */
  readonly exports: CsvExports
  readonly subscriptions: SharedSubscriptions
  readonly sessions: Pick<SessionService, 'find' | 'onEnded'>
  readonly apiKeys: Pick<ApiKeySessions, 'find' | 'onEnded'>
  readonly readiness: readonly ReadinessCheck[]
  readonly metrics: Registry
  readonly formatError: ErrorFormatter
  /** Built web app. */
  readonly consoleFolder: string
  readonly logger: Logger
}

/** GraphQL over HTTP and WebSocket, the console, health and metrics: everything behind one port. */
export class HttpServer implements Service {
  readonly name = 'http'
  private readonly cookie: SessionCookieSpec
  private readonly callers: Callers
  private app: FastifyInstance | undefined
  private sockets: GraphqlSockets | undefined
  private undo: (() => void)[] = []

  constructor(private readonly deps: HttpServerDeps) {
    this.cookie = sessionCookieSpec(deps.config)
    const { sessions, apiKeys: keys } = deps
    this.callers = new Callers({ sessions, keys, cookieName: this.cookie.name, addressOf: request => clientAddress(request.ip) })
  }

  /** Really bound; known after start. */
  get address(): AddressInfo | undefined {
    const address = this.app?.server.address()
    return typeof address === 'object' && address !== null ? address : undefined
  }

  async start(): Promise<void> {
    const app = fastify({
      bodyLimit: BODY_MAX_BYTES,
      serverFactory: handler =>
        createServer({ requestTimeout: REQUEST_WITHIN_MS, keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
          if (!this.deps.published(request, response)) handler(request, response)
        }),
      forceCloseConnections: true,
      loggerInstance: this.deps.logger,
      logController: new LogController({ disableRequestLogging: true }),
    })
    this.app = app as unknown as FastifyInstance
    app.addHook('onRequest', async (_request, reply) => {
      reply.headers(SECURITY_HEADERS)
    })
    app.setErrorHandler((error, _request, reply) => this.answerError(error, reply))
    await app.register(cookies)
    this.routeHealth(this.app)
    await this.routeGraphql(this.app)
    const { wildfireReports: downloads } = this.deps
    serveWildfireReports(this.app, { downloads, sessionOf: request => this.callers.sessionOf(request) })
    this.routeExports(this.app)
    serveJsonEvents(this.app, { intake: this.deps.events, addressOf: request => clientAddress(request.ip) })
    await serveConsole(this.app, this.deps.consoleFolder)
    await app.listen({ host: this.deps.config.host, port: this.deps.config.port }).catch((error: unknown) => {
      throw new Error(listenFault(error, this.deps.config), { cause: error })
    })
  }

  async stop(): Promise<void> {
    for (const undo of this.undo.splice(0)) undo()
    await this.sockets?.close()
    await this.app?.close()
  }

  private routeHealth(app: FastifyInstance): void {
    app.get('/healthz', async () => ({ status: 'alive' }))
    app.get('/readyz', async (_request, reply) => {
      const readiness = await readinessOf(this.deps.readiness)
      return reply.code(readiness.ready ? 200 : 503).send(readiness)
    })
    app.get('/metrics', async (request, reply) => {
      if (!isLocal(request) && !(await this.callers.sessionOf(request))?.current()) return reply.code(401).send({ error: 'Sign in first' })
      return reply.type(this.deps.metrics.contentType).send(await this.deps.metrics.metrics())
    })
  }

  private routeExports(app: FastifyInstance): void {
    const { exports, schema, logger } = this.deps
    serveExports(app, { exports, schema, logger, sessionOf: request => this.callers.sessionOf(request) })
  }

  private async routeGraphql(app: FastifyInstance): Promise<void> {
    const { schema, formatError, subscriptions, logger, sessions, apiKeys } = this.deps
    const apollo = createApollo({ schema, formatError })
    await apollo.start()
    app.addHook('onClose', () => apollo.stop())
    const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
      const key = await this.callers.keyOf(request)
      if (key && key.kind !== 'session') return refuseKey(reply, key)
      // No page of another site can send a key: it needs no more proof of where it comes from.
      if (!key && !this.isOwn(request.raw, true)) return reply.code(403).send({ error: 'Requests from other sites are refused' })
      if (Number(request.headers['content-length'] ?? Infinity) > BODY_MAX_BYTES && !(await this.callers.sessionOf(request))?.current())
        return reply.code(413).send({ error: 'The request is too large' })
    }
    app.post(
      GRAPHQL_PATH,
      { onRequest, bodyLimit: IMPORT_BODY_MAX_BYTES },
      fastifyApolloHandler(apollo, { context: (request, reply) => this.contextOf(request, reply) }),
    )
    const sockets = new GraphqlSockets({ schema, subscriptions, formatError, logger })
    this.sockets = sockets
    this.countSubscribers(sockets)
    this.undo = [sessions, apiKeys].map(ending => ending.onEnded(sessionId => sockets.endSession(sessionId)))
    app.server.on('upgrade', (request, socket, head) => {
      this.upgrade(app, sockets, { request, socket, head }).catch((error: unknown) => {
        logger.error({ err: error }, 'A WebSocket could not be opened')
        refuse(socket, '503 Service Unavailable')
      })
    })
  }

  private countSubscribers(sockets: GraphqlSockets): void {
    const { metrics, subscriptions } = this.deps
    const gauges: [name: string, help: string, value: () => number][] = [
      ['sallyport_websocket_connections', 'Open WebSocket connections', () => sockets.size],
      ['sallyport_subscription_streams', 'Executions that all subscribers share', () => subscriptions.size],
    ]
    for (const [name, help, value] of gauges)
      new Gauge({
        name,
        help,
        registers: [metrics],
        collect() {
          this.set(value())
        },
      })
  }

  private async contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context> {
    const { name, options } = this.cookie
    return createContext({
      session: await this.callers.sessionOf(request),
      address: clientAddress(request.ip),
      userAgent: request.headers['user-agent'],
      cookie: {
        set: (token, expiresAt) => void reply.setCookie(name, token, { ...options, expires: new Date(expiresAt) }),
        clear: () => void reply.clearCookie(name, options),
      },
    })
  }

  private async upgrade(
    app: FastifyInstance,
    sockets: GraphqlSockets,
    { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
  ): Promise<void> {
    socket.on('error', () => socket.destroy())
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname !== GRAPHQL_PATH) return refuse(socket, '404 Not Found')
    const token = app.parseCookie(request.headers.cookie ?? '')[this.cookie.name]
    if (bearerKey(request.headers.authorization) !== undefined || token === undefined)
      return this.upgradeProgram(sockets, { request, socket, head })
    // A handshake is no POST: no CSRF rule but this one stands between another site's page and the user's session.
    if (!this.isOwn(request, false)) return refuse(socket, '403 Forbidden')
    sockets.upgrade(request, socket, head, await this.deps.sessions.find(token))
  }

  /** A key comes with the handshake, or with the first message, as programs cannot set headers everywhere. */
  private async upgradeProgram(
    sockets: GraphqlSockets,
    { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
  ): Promise<void> {
    const address = clientAddress(request.socket.remoteAddress ?? '')
    const sessionOf = async (authorization: unknown): Promise<LiveSession | undefined> => {
      const key = bearerKey(authorization)
      const answer = key === undefined ? undefined : await this.deps.apiKeys.find(key, address)
      return answer?.kind === 'session' ? answer.session : undefined
    }
    if (bearerKey(request.headers.authorization) === undefined) return sockets.upgradeUnknown(request, socket, head, sessionOf)
    sockets.upgrade(request, socket, head, await sessionOf(request.headers.authorization))
  }

  private isOwn({ headers }: IncomingMessage, whenAbsent: boolean): boolean {
    const { origin, host } = headers
    const fetchSite = headers['sec-fetch-site']
    const asked = { origin, host, fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined }
    return isOwnOrigin(asked, { publicUrl: this.deps.config.publicUrl, whenAbsent })
  }

  private answerError(error: unknown, reply: FastifyReply): FastifyReply {
    const status = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
    if (status < 500) return reply.code(status).send({ error: error instanceof Error ? error.message : 'Bad request' })
    if (isDatabaseAway(error)) return reply.code(503).send({ error: 'The database does not answer just now' })
    this.deps.logger.error({ err: error }, 'A request failed')
    return reply.code(500).send({ error: 'Internal error' })
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** The machine itself, and not through a proxy on it. */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  const isLoopback = ['127.0.0.1', '::1'].includes(clientAddress(ip))
  return isLoopback && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined
}

const clientAddress = (ip: string): string => {
  const unmapped = ip.replace(/^::ffff:/i, '').replace(/%.*$/, '')
  return isIP(unmapped) === 0 ? ip : unmapped
}

function listenFault(error: unknown, { host, port }: Config['http']): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program: give HTTP_PORT another one`
  if (code === 'EACCES') return `Without more rights port ${port} cannot be used: give HTTP_PORT one from 1024 on`
  return `Cannot listen on ${host}:${port}`
}
