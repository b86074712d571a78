import path from 'node:path'
import type { DropReason, Transport } from '@sallyport/shared'
import { networkList, type Config } from '../../../config.js'
import type { Logger } from '../../../platform/logger.js'
import type { ListenerStatus } from '../ingest-status.js'
import type { SyslogLine } from '../syslog-line.js'
import type { Binding } from './bind-port.js'
import { StreamListener } from './stream-listener.js'
import { loadSyslogTls, type SyslogTls } from './tls-certificate.js'
import { UdpListener } from './udp-listener.js'

interface SyslogListenersDeps {
  readonly config: Config['syslog']
  readonly dataDir: string
  readonly logger: Logger
  readonly onLine: (line: SyslogLine) => void
  readonly onDropped: (reason: DropReason, count: number) => void
  readonly congested: () => boolean
  /** A listener came, went, or changed its port. */
  readonly onChanged: () => void
}

interface Listener {
  readonly transport: Transport
  readonly wantedPort: number
  readonly start: () => Promise<Binding>
  readonly stop: () => Promise<void>
  binding: Binding
}

const CONNECTIONS_MAX = 1024
/** A port that was taken may become free. */
const RETRY_INTERVAL_MS = 15_000

/** The syslog sockets of this process. None of them keeps the others, or the server, from starting. */
export class SyslogListeners {
  #listeners: Listener[] = []
  #udp: UdpListener | undefined
  readonly #streams: StreamListener[] = []
  #tls: SyslogTls | undefined
  #retryTimer: NodeJS.Timeout | undefined
  #retrying: Promise<void> = Promise.resolve()

  constructor(private readonly deps: SyslogListenersDeps) {}

  async start(): Promise<void> {
    const { udpPort, tcpPort, tlsPort } = this.deps.config
    if (udpPort !== undefined) this.#addUdp(udpPort)
    if (tcpPort !== undefined) this.#addStream('TCP', tcpPort)
    if (tlsPort !== undefined) await this.#addTls(tlsPort)
    for (const listener of this.#listeners) await this.#startOne(listener)
    this.#retryTimer = setInterval(() => {
      this.#retrying = this.#retrying.then(() => this.#retry())
    }, RETRY_INTERVAL_MS)
  }

  /** All that was read has been handed over when it resolves. */
  async stop(): Promise<void> {
    clearInterval(this.#retryTimer)
    await this.#retrying
    await Promise.all(this.#listeners.map(listener => listener.stop()))
    for (const listener of this.#listeners) listener.binding = { bound: undefined, notice: undefined }
  }

  /** Datagrams of so many bytes are no longer held. */
  release(bytes: number): void {
    if (bytes > 0) this.#udp?.release(bytes)
  }

  /** The queue has room again. */
  resume(): void {
    for (const stream of this.#streams) stream.resume()
  }

  statuses(): ListenerStatus[] {
    return this.#listeners.map(({ transport, wantedPort, binding }) => ({
      transport,
      wantedPort,
      address: binding.bound?.address,
      port: binding.bound?.port,
      notice: binding.notice,
      certificatePem: transport === 'TLS' ? this.#tls?.certificatePem : undefined,
      certificateFingerprint: transport === 'TLS' ? this.#tls?.fingerprint : undefined,
    }))
  }

  #addUdp(port: number): void {
    const { config, onLine, onDropped } = this.deps
    const udp = new UdpListener({
      host: config.host,
      port,
      allowed: this.#allowed(),
      onLine,
      onDropped,
      onFailure: message => this.#udpFailed(message),
    })
    this.#udp = udp
    this.#add({ transport: 'UDP', wantedPort: port, start: () => udp.start(), stop: () => udp.stop() })
  }

  #addStream(transport: 'TCP' | 'TLS', port: number, tls?: SyslogTls): void {
    const { config, onLine, onDropped, congested, logger } = this.deps
    const shared = { host: config.host, port, transport, allowed: this.#allowed(), maxConnections: CONNECTIONS_MAX }
    const stream = new StreamListener({ ...shared, onLine, onDropped, congested, logger, ...(tls ? { tls: tls.options } : {}) })
    this.#streams.push(stream)
    this.#add({ transport, wantedPort: port, start: () => stream.start(), stop: () => stream.stop() })
  }

  /** Without a certificate there is no TLS, but the other listeners work. */
  async #addTls(port: number): Promise<void> {
    const { config, dataDir, logger } = this.deps
    try {
      this.#tls = await loadSyslogTls({ given: config.tls, clientCaFile: config.tlsClientCaFile, directory: path.join(dataDir, 'tls') })
      this.#addStream('TLS', port, this.#tls)
    } catch (error) {
      logger.error({ err: error }, 'The TLS certificate cannot be used')
      const notice = `The certificate cannot be used: ${error instanceof Error ? error.message : String(error)}`
      this.#add({ transport: 'TLS', wantedPort: port, start: async () => ({ bound: undefined, notice }), stop: async () => undefined })
    }
  }

  #add(listener: Omit<Listener, 'binding'>): void {
    this.#listeners.push({ ...listener, binding: { bound: undefined, notice: undefined } })
  }

  #allowed() {
    const { allowedSenders } = this.deps.config
    return allowedSenders.length > 0 ? networkList(allowedSenders) : undefined
  }

  async #startOne(listener: Listener): Promise<void> {
    const before = listener.binding.notice
    listener.binding = await listener.start()
    const { bound, notice } = listener.binding
    const { transport, wantedPort } = listener
    if (bound) this.deps.logger.info({ transport, address: bound.address, port: bound.port, wantedPort, notice }, 'Listening for syslog')
    else if (notice !== before) this.deps.logger.warn({ transport, wantedPort, notice }, 'Not listening for syslog')
    this.deps.onChanged()
  }

  async #retry(): Promise<void> {
    for (const listener of this.#listeners) if (!listener.binding.bound) await this.#startOne(listener)
  }

  #udpFailed(message: string): void {
    this.deps.logger.error({ reason: message }, 'The UDP receiver failed')
    for (const listener of this.#listeners)
      if (listener.transport === 'UDP') listener.binding = { bound: undefined, notice: `The receiver failed: ${message}` }
    this.deps.onChanged()
  }
}
