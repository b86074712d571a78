import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

/** A key that is taken, and what it may ask. */
export interface ProviderKey {
  readonly key: string
  /** Questions a UTC day; undefined: any number. */
  readonly perDay?: number | undefined
  /** Questions a minute. */
  readonly perMinute?: number | undefined
}

export interface ProviderOptions {
  /** Taken without limits when written as text. */
  readonly keys: readonly (string | ProviderKey)[]
  /** 0 or undefined: any free one. */
  readonly port?: number | undefined
  /** Epoch milliseconds. */
  readonly now?: (() => number) | undefined
}

/** What goes wrong with every answer, until it is NONE again. */
export type ProviderFaultKind =
  | 'NONE'
  /** The connection is cut before a byte is answered. */
  | 'UNREACHABLE'
  /** Never answered; the connection stays. */
  | 'SILENT'
  | 'SERVER_ERROR'
  /** Cut in the middle of the JSON. */
  | 'TRUNCATED'
  /** 200 with an HTML page, as captive portals and proxies do. */
  | 'HTML'
  /** JSON of another shape. */
  | 'OTHER_SHAPE'
  /** The right shape with the wrong types: texts as numbers, NUL characters, lone surrogates, numbers beyond all bounds. */
  | 'HOSTILE'
  /** 64 MB of JSON. */
  | 'HUGE'
  /** 64 MB of JSON in 64 KB. */
  | 'GZIP_BOMB'
  /** A hundred thousand lists in each other. */
  | 'DEEP'

export interface SeenQuestion {
  readonly at: number
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly key: string | undefined
  /** undefined: the connection was cut instead, or nothing was answered yet. */
  status: number | undefined
}

export interface ProviderReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What differs by provider. */
export interface ProviderManners {
  /** Lower case. */
  readonly keyHeader: string
  reply(url: URL): ProviderReply
  wrongKey(): ProviderReply
  usedUp(limit: 'DAY' | 'MINUTE', quota: number, now: number): ProviderReply
  /** A body of the right shape with the wrong contents. */
  readonly hostile: unknown
}

/** A provider that listens on 127.0.0.1. */
export class ProviderServer {
  /** Requests in the order in which they came. */
  readonly journal: SeenQuestion[] = []
  fault: ProviderFaultKind = 'NONE'
  /** Every answer comes that much later. */
  slowMs = 0
  url = ''
  private readonly stopped = new AbortController()
  private readonly asked = new Map<string, number>()
  private readonly server = createServer((request, response) => {
    this.handle(request, response).catch(() => response.destroy())
  })

  constructor(
    private readonly manners: ProviderManners,
    private readonly options: ProviderOptions,
  ) {}

  async start(): Promise<void> {
    this.server.listen(this.options.port ?? 0, '127.0.0.1')
    await once(this.server, 'listening')
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    this.stopped.abort()
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private now(): number {
    return this.options.now?.() ?? Date.now()
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const header = request.headers[this.manners.keyHeader]
    const key = typeof header === 'string' && header !== '' ? header : undefined
    const seen: SeenQuestion = { at: this.now(), method: request.method ?? '', path: request.url ?? '', key, status: undefined }
    this.journal.push(seen)
    if (this.slowMs > 0) await delay(this.slowMs, undefined, { signal: this.stopped.signal })
    if (this.fault === 'UNREACHABLE') return void request.socket.destroy()
    if (this.fault === 'SILENT') return
    const faulty = this.faultyReply()
    if (faulty) return send(response, seen, faulty)
    const { status, headers = {}, body } = this.replyTo(new URL(request.url ?? '/', 'http://provider'), key)
    const text = Buffer.from(JSON.stringify(body))
    const cut = this.fault === 'TRUNCATED' ? text.subarray(0, Math.floor(text.length / 2)) : text
    send(response, seen, { status, headers: { 'content-type': 'application/json', ...headers }, body: cut })
  }

  private replyTo(url: URL, key: string | undefined): ProviderReply {
    const known = this.options.keys.map(one => (typeof one === 'string' ? { key: one } : one)).find(one => one.key === key)
    if (!known) return this.manners.wrongKey()
    const now = this.now()
    const { perMinute, perDay }: ProviderKey = known
    if (this.countsBeyond(`${known.key} minute ${Math.floor(now / 60_000)}`, perMinute)) {
      return this.manners.usedUp('MINUTE', perMinute ?? 0, now)
    }
    if (this.countsBeyond(`${known.key} day ${Math.floor(now / 86_400_000)}`, perDay)) return this.manners.usedUp('DAY', perDay ?? 0, now)
    return this.manners.reply(url)
  }

  private countsBeyond(counter: string, quota: number | undefined): boolean {
    const count = (this.asked.get(counter) ?? 0) + 1
    this.asked.set(counter, count)
    return quota !== undefined && count > quota
  }

  private faultyReply(): RawReply | undefined {
    const json = { 'content-type': 'application/json' }
    switch (this.fault) {
      case 'SERVER_ERROR':
        return { status: 503, headers: { 'content-type': 'text/html' }, body: Buffer.from('<h1>Service Unavailable</h1>') }
      case 'HTML':
        return {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: Buffer.from('<html><title>Sign in to the network</title></html>'),
        }
      case 'OTHER_SHAPE':
        return { status: 200, headers: json, body: Buffer.from('{"data":{"attributes":[]},"noise":"no","ok":true}') }
      case 'HOSTILE':
        return { status: 200, headers: json, body: Buffer.from(JSON.stringify(this.manners.hostile)) }
      case 'HUGE':
        return { status: 200, headers: json, body: hugeJson() }
      case 'GZIP_BOMB':
        return { status: 200, headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(hugeJson()) }
      case 'DEEP':
        return { status: 200, headers: json, body: Buffer.from('['.repeat(100_000)) }
      case 'NONE':
      case 'UNREACHABLE':
      case 'SILENT':
      case 'TRUNCATED':
        return undefined
    }
  }
}

interface RawReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const HUGE_BYTES = 67_108_864
const hugeJson = (): Buffer => Buffer.concat([Buffer.from('{"data":"'), Buffer.alloc(HUGE_BYTES, 'a'), Buffer.from('"}')])

function send(response: ServerResponse, seen: SeenQuestion, { status, headers, body }: RawReply): void {
  seen.status = status
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(body)
}
