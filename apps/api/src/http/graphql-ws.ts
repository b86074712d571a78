import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql'
import { handleProtocols, makeServer, type OperationResult, type SubscribePayload } from 'graphql-ws'
import { WebSocketServer, type WebSocket } from 'ws'
import { checkDocumentSize, checkLimits, DOCUMENT_MAX_TOKENS } from '../graphql/limits.js'
import { SharedResult } from '../graphql/shared-result.js'
import type { LiveSession } from '../graphql/context.js'
import type { ErrorFormatter } from '../graphql/format-error.js'
import type { SharedSubscriptions, Subscriber } from '../graphql/shared-subscriptions.js'
import type { Logger } from '../platform/logger.js'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

const MESSAGE_MAX_BYTES = 64 * 1_024
const KEEP_ALIVE_MS = 15_000
/** A client that lets this much pile up does not read any more. */
const BUFFERED_MAX_BYTES = 16 * 1_024 * 1_024
const SUBSCRIPTIONS_PER_SOCKET = 50
const SOCKETS_MAX = 2_000
const SOCKETS_PER_SESSION = 1_000
const CHECKED_DOCUMENTS_MAX = 200
/** Connections that have not told their key yet; they have three seconds. */
const UNKNOWN_MAX = 100

export interface GraphqlSocketsDeps {
  readonly schema: GraphQLSchema
  readonly subscriptions: SharedSubscriptions
  readonly formatError: ErrorFormatter
  readonly logger: Logger
}

/** Who a connection belongs to by what its first message says of `authorization`. */
export type KeySession = (authorization: unknown) => Promise<LiveSession | undefined>

/** A connection; without a session it may do nothing yet. */
interface Connection {
  session: LiveSession | undefined
  readonly sessionOf: KeySession | undefined
  close(code: number, reason: string): void
}

/** Subscriptions over graphql-transport-ws. Queries and mutations have HTTP. */
export class GraphqlSockets {
  private readonly webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_MAX_BYTES,
    perMessageDeflate: false,
    handleProtocols,
  })
  private readonly connections = new Map<WebSocket, Connection>()
  private readonly checkedDocuments = new Map<string, DocumentNode>()
  private readonly protocol

  constructor(private readonly deps: GraphqlSocketsDeps) {
    this.protocol = makeServer<Record<string, unknown>, Connection>({
      onConnect: ({ extra, connectionParams }) => this.greet(extra, connectionParams),
      onSubscribe: (context, _id, payload) => {
        if (Object.keys(context.subscriptions).length > SUBSCRIPTIONS_PER_SOCKET)
          return [
            new GraphQLError(`At most ${SUBSCRIPTIONS_PER_SOCKET} subscriptions per connection`, { extensions: { code: 'COST_LIMIT' } }),
          ]
        return this.prepare(payload, context.extra)
      },
      subscribe: args =>
        this.deps.subscriptions.subscribe(
          { document: args.document, operationName: args.operationName, variables: args.variableValues },
          args.contextValue as Subscriber,
          // A SharedResult becomes an execution result in the message's JSON.
        ) as unknown as OperationResult,
      onNext: (_context, _id, _payload, _args, result) =>
        // Given back, since graphql-ws would otherwise send a copy of its fields.
        result instanceof SharedResult ? (result as object) : { errors: (result.errors ?? []).map(this.deps.formatError) },
      onError: (_context, _id, _payload, errors) => errors.map(this.deps.formatError),
    })
  }

  /** Connections that are open now. */
  get size(): number {
    return this.connections.size
  }

  /** Takes over an upgrade whose Origin has been checked. Without a session it is closed at once, by a code that the client reads. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, session: LiveSession | undefined): void {
    this.webSockets.handleUpgrade(request, socket, head, webSocket => {
      if (!session?.current()) webSocket.close(4401, 'Sign in first')
      else if (this.isFull(session.id)) webSocket.close(1013, 'Too many connections')
      else this.open(webSocket, session)
    })
  }

  /** Takes over an upgrade without a session: its first message has `authorization` with an API key. */
  upgradeUnknown(request: IncomingMessage, socket: Duplex, head: Buffer, sessionOf: KeySession): void {
    this.webSockets.handleUpgrade(request, socket, head, webSocket => {
      const unknown = [...this.connections.values()].filter(({ session }) => !session)
      if (unknown.length >= UNKNOWN_MAX || this.connections.size >= SOCKETS_MAX) webSocket.close(1013, 'Too many connections')
      else this.open(webSocket, undefined, sessionOf)
    })
  }

  /** Closes the connections of a session that has ended. */
  endSession(sessionId: string): void {
    for (const connection of this.connections.values())
      if (connection.session?.id === sessionId) connection.close(4401, 'The session has ended')
  }

  async close(): Promise<void> {
    for (const webSocket of this.webSockets.clients) webSocket.close(1001, 'The server stops')
    await new Promise<void>(resolve => {
      const impatient = setTimeout(() => {
        for (const webSocket of this.webSockets.clients) webSocket.terminate()
      }, 1_000)
      this.webSockets.close(() => {
        clearTimeout(impatient)
        resolve()
      })
    })
  }

  private isFull(sessionId: string): boolean {
    const ofSession = [...this.connections.values()].filter(({ session }) => session?.id === sessionId)
    return this.connections.size >= SOCKETS_MAX || ofSession.length >= SOCKETS_PER_SESSION
  }

  /** false: it does not get in. */
  private async greet(connection: Connection, params: Readonly<Record<string, unknown>> | undefined): Promise<boolean> {
    if (connection.session) return true
    const session = await connection.sessionOf?.(params?.['authorization'])
    if (!session?.current()) connection.close(4401, 'The API key is missing, wrong, expired or revoked')
    else if (this.isFull(session.id)) connection.close(1013, 'Too many connections')
    else connection.session = session
    return connection.session !== undefined
  }

  private open(webSocket: WebSocket, session: LiveSession | undefined, sessionOf?: KeySession): void {
    const connection: Connection = { session, sessionOf, close: (code, reason) => webSocket.close(code, reason) }
    this.connections.set(webSocket, connection)
    const stopKeepAlive = keepAlive(webSocket)
    const closed = this.protocol.opened(
      {
        protocol: webSocket.protocol,
        send: message => send(webSocket, message),
        close: (code, reason) => webSocket.close(code, reason),
        onMessage: handle => {
          webSocket.on('message', (data: Buffer) => {
            handle(data.toString('utf8')).catch((error: unknown) => {
              this.deps.logger.error({ err: error }, 'A WebSocket message failed')
              webSocket.close(4500, 'Internal error')
            })
          })
        },
      },
      connection,
    )
    webSocket.on('error', error => this.deps.logger.debug({ err: error }, 'A WebSocket failed'))
    webSocket.once('close', (code, reason) => {
      stopKeepAlive()
      this.connections.delete(webSocket)
      closed(code, String(reason)).catch((error: unknown) => this.deps.logger.error({ err: error }, 'A WebSocket did not close cleanly'))
    })
  }

  private prepare({ query, operationName, variables }: SubscribePayload, connection: Connection): ExecutionArgs | GraphQLError[] {
    const { schema } = this.deps
    const { session } = connection
    if (!session) return [new GraphQLError('Sign in first', { extensions: { code: 'UNAUTHENTICATED' } })]
    const subscriber: Subscriber = { session, close: (code, reason) => connection.close(code, reason) }
    try {
      const document = this.checkedDocument(query)
      if (Array.isArray(document)) return document
      const operation = getOperationAST(document, operationName)
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
        return [new GraphQLError('Only subscriptions are served over WebSocket', { extensions: { code: 'BAD_USER_INPUT' } })]
      checkLimits({ schema, document, operationName, variables }, { mayIntrospect: true })
      return { schema, document, operationName, variableValues: variables, contextValue: subscriber }
    } catch (error) {
      if (error instanceof GraphQLError) return [error]
      throw error
    }
  }

  /** Hundreds of subscribers send the same few documents: those that were valid once are not checked again. */
  private checkedDocument(query: string): DocumentNode | GraphQLError[] {
    const known = this.checkedDocuments.get(query)
    if (known) return known
    checkDocumentSize(query)
    const document = parse(query, { maxTokens: DOCUMENT_MAX_TOKENS })
    const errors = validate(this.deps.schema, document)
    if (errors.length > 0) return [...errors]
    if (this.checkedDocuments.size >= CHECKED_DOCUMENTS_MAX) this.checkedDocuments.clear()
    this.checkedDocuments.set(query, document)
    return document
  }
}

/** Resolves when the message has left for the network: whoever waits for it sends no faster than the client reads. */
function send(webSocket: WebSocket, message: string): Promise<void> {
  const data = SharedResult.encodeMessage(message)
  if (webSocket.readyState !== webSocket.OPEN) return Promise.resolve()
  if (webSocket.bufferedAmount > BUFFERED_MAX_BYTES) {
    webSocket.terminate()
    return Promise.resolve()
  }
  return new Promise(resolve => {
    // A failed write ends the connection, which ends its subscriptions.
    webSocket.send(data, { binary: false }, () => resolve())
  })
}

function keepAlive(webSocket: WebSocket): () => void {
  let answered = true
  webSocket.on('pong', () => {
    answered = true
  })
  const timer = setInterval(() => {
    if (!answered) webSocket.terminate()
    answered = false
    webSocket.ping()
  }, KEEP_ALIVE_MS)
  return () => clearInterval(timer)
}
