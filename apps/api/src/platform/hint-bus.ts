import { Client, type Pool } from 'pg'
import { z } from 'zod'
import { HINT_CHANNEL, type HintListener, type HintMap, type HintSink, type HintSource, type HintTopic } from './hints.js'
import type { Service } from './lifecycle.js'
import type { Logger } from './logger.js'

const RECONNECT_DELAY_MAX_MS = 10_000
const HEARTBEAT_MS = 15_000
/** NOTIFY takes less than 8,000 bytes, the topic included. */
const IDS_MAX_BYTES = 7_500

const Notice = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('alerts'), hint: z.object({ batch: z.string().regex(/^\d+$/) }) }),
  z.object({ topic: z.literal('incidents'), hint: z.object({ ids: z.array(z.string().regex(/^\d+$/)) }) }),
  z.object({ topic: z.literal('sources'), hint: z.object({}) }),
  z.object({ topic: z.literal('lists'), hint: z.object({ ids: z.array(z.int()) }) }),
  z.object({ topic: z.literal('devices'), hint: z.object({ ids: z.array(z.int()) }) }),
  z.object({ topic: z.literal('lookups'), hint: z.object({ ids: z.array(z.string()) }) }),
  z.object({ topic: z.literal('enrichmentSettings'), hint: z.object({}) }),
  z.object({ topic: z.literal('rules'), hint: z.object({ ids: z.array(z.int()) }) }),
  z.object({ topic: z.literal('ruleMatches'), hint: z.object({}) }),
  z.object({ topic: z.literal('jobs'), hint: z.object({ ids: z.array(z.string()) }) }),
  z.object({ topic: z.literal('deliveries'), hint: z.object({}) }),
  z.object({ topic: z.literal('sessionEnded'), hint: z.object({ sessionId: z.string() }) }),
])

/**
 * Hints of all replicas, over LISTEN on a connection of its own. When that breaks it is made again with growing
 * delays, and `resync` tells the listeners that hints may have been missed.
 */
export class HintBus implements Service, HintSource, HintSink {
  readonly name = 'hint-bus'
  private readonly listeners = new Map<HintTopic, Set<(hint: never) => void>>()
  private client: Client | undefined
  private reconnecting: Promise<void> | undefined
  private heartbeat: NodeJS.Timeout | undefined
  private readonly stopping = new AbortController()

  constructor(private readonly deps: { databaseUrl: string; pool: Pick<Pool, 'query'>; logger: Logger }) {}

  get listening(): boolean {
    return this.client !== undefined
  }

  async start(): Promise<void> {
    await this.connect()
    // A connection that died without a word is found by asking.
    this.heartbeat = setInterval(() => {
      const client = this.client
      client?.query('SELECT 1').catch(() => client.end().catch(() => undefined))
    }, HEARTBEAT_MS)
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    clearInterval(this.heartbeat)
    await this.reconnecting
    const client = this.client
    this.client = undefined
    await client?.end()
  }

  on<T extends HintTopic>(topic: T, listener: HintListener<T>): () => void {
    const listeners = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /** Call it after the commit. Never fails: what it speaks of has been done, whether others hear of it or not. */
  async publish<T extends Exclude<HintTopic, 'resync'>>(topic: T, hint: HintMap[T]): Promise<void> {
    try {
      for (const part of partsOf(hint))
        await this.deps.pool.query('SELECT pg_notify($1, $2)', [HINT_CHANNEL, JSON.stringify({ topic, hint: part })])
    } catch (error) {
      this.deps.logger.warn({ err: error, topic }, 'A hint could not be sent')
    }
  }

  private emit<T extends HintTopic>(topic: T, hint: HintMap[T]): void {
    for (const listener of this.listeners.get(topic) ?? []) (listener as HintListener<T>)(hint)
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.deps.databaseUrl,
      application_name: 'sallyport hints',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: HEARTBEAT_MS,
    })
    client.on('error', error => this.deps.logger.warn({ err: error }, 'The connection that listens for hints failed'))
    client.on('notification', ({ payload }) => this.receive(payload ?? ''))
    try {
      await client.connect()
      await client.query(`LISTEN ${HINT_CHANNEL}`)
    } catch (error) {
      await client.end().catch(() => undefined)
      throw error
    }
    client.once('end', () => {
      if (this.client !== client) return
      this.client = undefined
      if (!this.stopping.signal.aborted) this.reconnecting = this.reconnect()
    })
    this.client = client
  }

  private async reconnect(): Promise<void> {
    for (let wait = 100; !this.stopping.signal.aborted; wait = Math.min(wait * 2, RECONNECT_DELAY_MAX_MS)) {
      await pause(wait, this.stopping.signal)
      if (this.stopping.signal.aborted) return
      try {
        await this.connect()
        this.deps.logger.info('Listening for hints again')
        this.emit('resync', {})
        return
      } catch (error) {
        this.deps.logger.warn({ err: error }, 'Cannot listen for hints yet')
      }
    }
  }

  private receive(payload: string): void {
    const notice = parseNotice(payload)
    if (!notice) {
      this.deps.logger.warn('A hint could not be read')
      return
    }
    this.emit(notice.topic, notice.hint)
  }
}

function parseNotice(payload: string) {
  try {
    return Notice.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}

function partsOf<T extends HintTopic>(hint: HintMap[T]): readonly object[] {
  if (!('ids' in hint)) return [hint]
  // No ids say something too: see `lookups`.
  const parts: (string | number)[][] = [[]]
  let bytes = 0
  for (const id of hint.ids) {
    const size = Buffer.byteLength(JSON.stringify(id)) + 1
    if (bytes + size > IDS_MAX_BYTES && bytes > 0) {
      parts.push([])
      bytes = 0
    }
    parts.at(-1)?.push(id)
    bytes += size
  }
  return parts.map(ids => ({ ids }))
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
  })
}
