import { createServer as createTcpServer, type AddressInfo, type BlockList, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import type { DropReason } from '@sallyport/shared'
import type { Logger } from '../../../platform/logger.js'
import type { SyslogLine } from '../syslog-line.js'
import { bindPort, type Binding, type BoundAddress } from './bind-port.js'
import { SyslogFramer, type FramedMessage } from './framing.js'
import { isAllowed, plainAddress } from './sender.js'

interface StreamListenerDeps {
  readonly host: string
  readonly port: number
  readonly transport: 'TCP' | 'TLS'
  /** For TLS: certificate, key, client CA. */
  readonly tls?: TlsOptions
  readonly allowed: BlockList | undefined
  readonly maxConnections: number
  /** SILENT_MS by default. */
  readonly silentMs?: number
  readonly onLine: (line: SyslogLine) => void
  readonly onDropped: (reason: DropReason, count: number) => void
  /** Whether to stop reading until resume() is called. */
  readonly congested: () => boolean
  readonly logger: Logger
}

/** A message that might go on ends when its line has been quiet so long. */
const QUIET_MS = 50
/** What has begun and not ended by then is taken as it is. */
const UNFINISHED_MS = 5000
/** A connection that has sent nothing for so long may lose its place to another when all are taken. */
const SILENT_MS = 60_000
const TLS_HANDSHAKE_MS = 15_000
const KEEP_ALIVE_MS = 60_000

/** Syslog over TCP (RFC 6587) or TLS (RFC 5425). Stops reading while the queue is congested: senders feel it. */
export class StreamListener {
  /** All that are connected, those that shake hands included. */
  readonly #sockets = new Set<Socket>()
  /** Oldest first. */
  readonly #connections = new Set<Connection>()
  #server: Server | undefined

  constructor(private readonly deps: StreamListenerDeps) {}

  async start(): Promise<Binding> {
    return bindPort(this.deps.port, port => this.#listen(port))
  }

  /** Reads on after congestion. */
  resume(): void {
    for (const connection of this.#connections) connection.resume()
  }

  /** What was read has been handed over when it resolves. */
  async stop(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    const closed = server && new Promise<void>(resolve => server.close(() => resolve()))
    for (const connection of this.#connections) connection.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  #listen(port: number): Promise<BoundAddress> {
    const server = this.#createServer()
    return new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen({ port, host: this.deps.host }, () => {
        server.off('error', reject)
        server.on('error', error => this.deps.logger.error({ err: error, transport: this.deps.transport }, 'The listener failed'))
        this.#server = server
        const { address, port: bound } = server.address() as AddressInfo
        resolve({ address, port: bound })
      })
    })
  }

  #createServer(): Server {
    const { deps } = this
    const isTls = deps.transport === 'TLS'
    const server = isTls ? createTlsServer({ ...deps.tls, handshakeTimeout: TLS_HANDSHAKE_MS }) : createTcpServer()
    // Comes before the handshake, which costs most.
    server.on('connection', (socket: Socket) => {
      if (this.#refuses(socket)) return void socket.destroy()
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
      if (!isTls) this.#serve(socket)
    })
    server.on('secureConnection', (socket: Socket) => this.#serve(socket))
    // Handshakes fail all the time: port scanners, senders that do not trust the certificate.
    server.on('tlsClientError', (error: Error, socket: Socket) =>
      deps.logger.info({ sender: socket.remoteAddress, reason: error.message }, 'TLS handshake failed'),
    )
    return server
  }

  #refuses(socket: Socket): boolean {
    const { allowed, onDropped, maxConnections } = this.deps
    if (allowed && !isAllowed(allowed, plainAddress(socket.remoteAddress ?? '0.0.0.0'))) {
      onDropped('SENDER_NOT_ALLOWED', 1)
      return true
    }
    if (this.#sockets.size < maxConnections || this.#endSilent()) return false
    onDropped('TOO_MANY_CONNECTIONS', 1)
    return true
  }

  /** Firewalls may have nothing to say for days: only when places run out does a silent connection end. */
  #endSilent(): boolean {
    const before = performance.now() - (this.deps.silentMs ?? SILENT_MS)
    for (const connection of this.#connections) {
      if (connection.hasSpoken || connection.since > before) continue
      this.#connections.delete(connection)
      connection.close()
      return true
    }
    return false
  }

  #serve(socket: Socket): void {
    const connection = new Connection(socket, this.deps)
    this.#connections.add(connection)
    socket.on('close', () => this.#connections.delete(connection))
  }
}

class Connection {
  readonly #framer = new SyslogFramer()
  readonly #sender: string
  readonly since = performance.now()
  hasSpoken = false
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(
    private readonly socket: Socket,
    private readonly deps: StreamListenerDeps,
  ) {
    this.#sender = plainAddress(socket.remoteAddress ?? '0.0.0.0')
    socket.setKeepAlive(true, KEEP_ALIVE_MS)
    socket.on('data', segment => this.#read(segment))
    socket.on('end', () => this.close())
    // Peers reset connections; what they sent before is taken all the same.
    socket.on('error', () => this.close())
    socket.on('close', () => this.close())
    if (deps.congested()) socket.pause()
  }

  resume(): void {
    if (!this.#closed) this.socket.resume()
  }

  close(): void {
    if (this.#closed) return
    // What a paused socket has read already; each read comes by the data event.
    for (let segment: unknown = this.socket.read(); segment !== null;) segment = this.socket.read()
    this.#closed = true
    clearTimeout(this.#timer)
    this.#hand(this.#framer.end())
    this.socket.destroy()
  }

  #read(segment: Buffer): void {
    if (this.#closed) return
    this.hasSpoken = true
    this.#hand(this.#framer.push(segment))
    clearTimeout(this.#timer)
    if (this.#framer.holds) this.#timer = setTimeout(() => this.#quiet(), QUIET_MS)
    if (this.deps.congested()) this.socket.pause()
  }

  #quiet(): void {
    // While reading is paused the line is not quiet: bytes wait in the kernel.
    if (this.socket.isPaused()) return void (this.#timer = setTimeout(() => this.#quiet(), QUIET_MS))
    this.#hand(this.#framer.settle())
    if (this.#framer.holds) this.#timer = setTimeout(() => this.#hand(this.#framer.end()), UNFINISHED_MS)
  }

  #hand(messages: readonly FramedMessage[]): void {
    const receivedAt = Date.now()
    for (const { text, cut } of messages)
      this.deps.onLine({ text, receivedAt, sender: this.#sender, transport: this.deps.transport, cut, bytes: text.length })
  }
}
