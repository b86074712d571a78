// Runs in a worker thread, so that a busy main thread does not lose datagrams. Node loads this file as it is, in
// TypeScript too: it may import Node's own modules only, and types.
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { isIP, type BlockList } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

export interface UdpWorkerData {
  readonly host: string
  readonly port: number
  /** Undefined: everybody may send. */
  readonly allowed: BlockList | undefined
  readonly receiveBufferBytes: number
  /** Bytes of lines that the main thread may hold and not yet have released. */
  readonly creditBytes: number
}

export type ToUdpWorker = { readonly kind: 'release'; readonly bytes: number } | { readonly kind: 'close' }

export type FromUdpWorker =
  | {
      readonly kind: 'listening'
      readonly address: string
      readonly port: number
      readonly family: string
      readonly receiveBufferBytes: number
    }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  | UdpPack
  | { readonly kind: 'closed' }

/** Datagrams in order: `lengths[i]` bytes each in `bytes`, from `senders[senderOf[i]]`, arrived at `times[i]`. */
export interface UdpPack {
  readonly kind: 'pack'
  readonly bytes: ArrayBuffer
  readonly lengths: Uint32Array
  readonly senderOf: Uint16Array
  readonly times: Float64Array
  readonly senders: readonly string[]
  readonly notAllowed: number
  readonly queueFull: number
}

const PACK_BYTES = 256 * 1024
const PACK_DATAGRAMS = 512
const PACK_AGE_MS = 5

/** Collects datagrams into packs; beyond the credit the newest is dropped and counted. */
class Packer {
  readonly #staging = Buffer.allocUnsafe(PACK_BYTES)
  readonly #lengths = new Uint32Array(PACK_DATAGRAMS)
  readonly #senderOf = new Uint16Array(PACK_DATAGRAMS)
  readonly #times = new Float64Array(PACK_DATAGRAMS)
  readonly #senders = new Map<string, number>()
  #count = 0
  #used = 0
  #outstanding = 0
  #notAllowed = 0
  #queueFull = 0
  #timer: NodeJS.Timeout | undefined
  readonly #data: UdpWorkerData
  readonly #post: (pack: UdpPack) => void

  constructor(data: UdpWorkerData, post: (pack: UdpPack) => void) {
    this.#data = data
    this.#post = post
  }

  take(datagram: Buffer, remote: RemoteInfo): void {
    this.#timer ??= setTimeout(() => this.flush(), PACK_AGE_MS)
    const sender = remote.address.startsWith('::ffff:') ? remote.address.slice(7) : remote.address.split('%', 1).join('')
    if (this.#data.allowed && !this.#data.allowed.check(sender, isIP(sender) === 6 ? 'ipv6' : 'ipv4')) {
      this.#notAllowed += 1
      return
    }
    if (this.#outstanding + datagram.length > this.#data.creditBytes) {
      this.#queueFull += 1
      return
    }
    if (this.#count === PACK_DATAGRAMS || this.#used + datagram.length > PACK_BYTES) this.flush()
    let index = this.#senders.get(sender)
    if (index === undefined) this.#senders.set(sender, (index = this.#senders.size))
    datagram.copy(this.#staging, this.#used)
    this.#lengths[this.#count] = datagram.length
    this.#senderOf[this.#count] = index
    this.#times[this.#count] = Date.now()
    this.#count += 1
    this.#used += datagram.length
    this.#outstanding += datagram.length
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#count + this.#notAllowed + this.#queueFull === 0) return
    this.#post({
      kind: 'pack',
      bytes: new Uint8Array(this.#staging.subarray(0, this.#used)).buffer,
      lengths: this.#lengths.slice(0, this.#count),
      senderOf: this.#senderOf.slice(0, this.#count),
      times: this.#times.slice(0, this.#count),
      senders: [...this.#senders.keys()],
      notAllowed: this.#notAllowed,
      queueFull: this.#queueFull,
    })
    this.#senders.clear()
    this.#count = this.#used = this.#notAllowed = this.#queueFull = 0
  }

  release(bytes: number): void {
    this.#outstanding -= bytes
  }
}

function bindTo(data: UdpWorkerData): Socket {
  const v6 = isIP(data.host) === 6
  const socket = createSocket({ type: v6 ? 'udp6' : 'udp4', ipv6Only: false })
  socket.bind(data.port, data.host)
  return socket
}

function run(data: UdpWorkerData, port: NonNullable<typeof parentPort>): void {
  const post = (message: FromUdpWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)
  const packer = new Packer(data, pack =>
    post(pack, [pack.bytes, ...[pack.lengths, pack.senderOf, pack.times].map(array => array.buffer as ArrayBuffer)]),
  )
  const socket = bindTo(data)
  socket.on('error', error => {
    post({ kind: 'failed', code: 'code' in error ? String(error.code) : '', message: error.message })
    // The thread ends when neither socket nor port keeps it.
    socket.close()
    port.close()
  })
  socket.on('listening', () => {
    socket.setRecvBufferSize(data.receiveBufferBytes)
    const { address, port: bound, family } = socket.address()
    post({ kind: 'listening', address, port: bound, family, receiveBufferBytes: socket.getRecvBufferSize() })
  })
  socket.on('message', (datagram, remote) => packer.take(datagram, remote))
  port.on('message', (message: ToUdpWorker) => {
    if (message.kind === 'release') return packer.release(message.bytes)
    socket.close(() => {
      packer.flush()
      post({ kind: 'closed' })
      port.close()
    })
  })
}

if (parentPort) run(workerData as UdpWorkerData, parentPort)
