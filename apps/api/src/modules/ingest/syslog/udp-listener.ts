import type { BlockList } from 'node:net'
import { Worker } from 'node:worker_threads'
import type { DropReason } from '@sallyport/shared'
import type { SyslogLine } from '../syslog-line.js'
import { bindPort, type Binding, type BoundAddress } from './bind-port.js'
import { readKernelDrops } from './kernel-drops.js'
import type { FromUdpWorker, ToUdpWorker, UdpPack, UdpWorkerData } from './udp-worker.js'

interface UdpListenerDeps {
  readonly host: string
  readonly port: number
  readonly allowed: BlockList | undefined
  /** Bytes of lines that may be handed over and not yet released. */
  readonly creditBytes?: number
  readonly onLine: (line: SyslogLine) => void
  readonly onDropped: (reason: DropReason, count: number) => void
  /** The worker ended by itself. */
  readonly onFailure: (message: string) => void
}

/** Asked for; the kernel grants what net.core.rmem_max allows. */
const RECEIVE_BUFFER_BYTES = 32 * 1024 * 1024
const CREDIT_BYTES_DEFAULT = 64 * 1024 * 1024
const KERNEL_DROPS_INTERVAL_MS = 2000

/** Receives datagrams in a worker thread. What it hands over must be released again, or it drops the newest. */
export class UdpListener {
  #worker: Worker | undefined
  #closed: Promise<void> = Promise.resolve()
  #kernelDrops = 0
  #kernelTimer: NodeJS.Timeout | undefined

  constructor(private readonly deps: UdpListenerDeps) {}

  async start(): Promise<Binding> {
    let family = ''
    const binding = await bindPort(this.deps.port, async port => {
      const listening = await this.#spawn(port)
      family = listening.family
      return listening
    })
    this.#kernelDrops = 0
    if (binding.bound) this.#watchKernel(binding.bound, family)
    return binding
  }

  /** Tells that lines of so many bytes, as they arrived, are no longer held. */
  release(bytes: number): void {
    this.#send({ kind: 'release', bytes })
  }

  /** All that was received has been handed over when it resolves. */
  async stop(): Promise<void> {
    clearInterval(this.#kernelTimer)
    if (!this.#worker) return
    this.#send({ kind: 'close' })
    await this.#closed
    this.#worker = undefined
  }

  #send(message: ToUdpWorker): void {
    this.#worker?.postMessage(message)
  }

  #spawn(port: number): Promise<BoundAddress & { family: string }> {
    const { host, allowed, creditBytes = CREDIT_BYTES_DEFAULT } = this.deps
    const workerData: UdpWorkerData = { host, port, allowed, receiveBufferBytes: RECEIVE_BUFFER_BYTES, creditBytes }
    // The same file beside this one: compiled, or as it is where this one runs from source.
    const file = new URL(import.meta.url.endsWith('.ts') ? './udp-worker.ts' : './udp-worker.js', import.meta.url)
    const worker = new Worker(file, { workerData, execArgv: [], name: 'syslog-udp' })
    return new Promise((resolve, reject) => {
      let listening = false
      const fail = (error: Error) => {
        reject(error)
        if (!listening) return
        listening = false
        clearInterval(this.#kernelTimer)
        this.#worker = undefined
        this.deps.onFailure(error.message)
      }
      worker.on('error', error => fail(error instanceof Error ? error : new Error(String(error))))
      worker.on('message', (message: FromUdpWorker) => {
        if (message.kind === 'pack') this.#unpack(message)
        else if (message.kind === 'failed') fail(Object.assign(new Error(message.message), { code: message.code }))
        else if (message.kind === 'listening') {
          listening = true
          this.#worker = worker
          this.#closed = new Promise(closed => worker.on('exit', () => closed()))
          resolve(message)
        }
      })
    })
  }

  #unpack(pack: UdpPack): void {
    const bytes = Buffer.from(pack.bytes)
    let offset = 0
    for (const [index, length] of pack.lengths.entries()) {
      const text = trimTrailer(bytes.toString('utf8', offset, offset + length))
      offset += length
      const sender = pack.senders[pack.senderOf[index] ?? 0] ?? ''
      this.deps.onLine({ text, receivedAt: pack.times[index] ?? 0, sender, transport: 'UDP', cut: false, bytes: length })
    }
    if (pack.notAllowed > 0) this.deps.onDropped('SENDER_NOT_ALLOWED', pack.notAllowed)
    if (pack.queueFull > 0) this.deps.onDropped('UDP_QUEUE_FULL', pack.queueFull)
  }

  #watchKernel(bound: BoundAddress, family: string): void {
    const look = async () => {
      const drops = await readKernelDrops(bound.port, family === 'IPv6' ? 'IPv6' : 'IPv4')
      if (drops > this.#kernelDrops) this.deps.onDropped('KERNEL_BUFFER', drops - this.#kernelDrops)
      this.#kernelDrops = drops
    }
    this.#kernelTimer = setInterval(() => void look(), KERNEL_DROPS_INTERVAL_MS)
    this.#kernelTimer.unref()
  }
}

/** Senders end a datagram with LF, CR LF, NUL, blanks, or nothing. */
function trimTrailer(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end -= 1
  return end === text.length ? text : text.slice(0, end)
}
