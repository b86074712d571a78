import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { DropReason } from '@sallyport/shared'
import type { Logger } from '../../platform/logger.js'
import type { BatchWriter } from './batch-writer.js'
import type { LineQueue } from './line-queue.js'
import type { Spool } from './spool.js'
import type { LineBatch, SyslogLine } from './syslog-line.js'

interface BatchPipelineDeps {
  readonly queue: LineQueue
  readonly writer: Pick<BatchWriter, 'write'>
  /** Where the lines of a batch ended: in the database or in the spool, or lost. */
  readonly onPlaced?: (lines: readonly SyslogLine[], isKept: boolean) => void
  readonly spool: Spool
  /** Lines left the queue: their listener may hand over more. */
  readonly onTaken: (lines: readonly SyslogLine[]) => void
  readonly onDropped: (reason: DropReason, at: number, count: number) => void
  readonly logger: Logger
}

const BATCH_LINES = 500
const BATCH_AGE_MS = 100
/** Batches that are written at once, directly or from the spool. */
const WRITERS = 3
const RETRY_FIRST_MS = 250
const RETRY_MAX_MS = 5000
const FULL_RECHECK_MS = 250

/**
 * From queue to database: closes batches by size or age and writes them; what cannot be written waits in the spool
 * and is replayed in order. While anything waits there, newer batches queue up behind it. When the spool is full too,
 * lines of TCP and TLS wait in memory, which makes their senders wait, and datagrams are dropped, newest first.
 */
export class BatchPipeline {
  readonly #stopping = new AbortController()
  #running: Promise<unknown> = Promise.resolve()
  #spooled = Promise.withResolvers<void>()
  #available = true

  constructor(private readonly deps: BatchPipelineDeps) {}

  /** Whether the last write succeeded. */
  get databaseAvailable(): boolean {
    return this.#available
  }

  start(): void {
    this.#running = Promise.all([this.#dispatch(), this.#replay()])
  }

  /** Resolves when every line of the queue is in the database or in the spool. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.deps.queue.interrupt()
    this.#spooled.resolve()
    await this.#running
  }

  async #dispatch(): Promise<void> {
    const { queue } = this.deps
    const underWay = new Set<Promise<void>>()
    for (;;) {
      await queue.waitForBatch(BATCH_LINES, BATCH_AGE_MS)
      if (underWay.size >= WRITERS) await Promise.race(underWay)
      const lines = queue.take(BATCH_LINES)
      if (lines.length > 0) {
        this.deps.onTaken(lines)
        const done = this.#place({ key: randomUUID(), lines }).finally(() => underWay.delete(done))
        underWay.add(done)
      } else if (this.#stopping.signal.aborted) break
    }
    await Promise.all(underWay)
  }

  async #place(batch: LineBatch): Promise<void> {
    const { queue, spool } = this.deps
    for (let waiting = batch; waiting.lines.length > 0;) {
      if (spool.isEmpty && (await this.#write(waiting))) return this.deps.onPlaced?.(waiting.lines, true)
      const stopping = this.#stopping.signal.aborted
      if (await spool.append(waiting, { beyondLimit: stopping })) {
        this.deps.onPlaced?.(waiting.lines, true)
        return this.#spooled.resolve()
      }
      if (stopping) {
        this.deps.onPlaced?.(waiting.lines, false)
        return this.deps.logger.error({ lines: waiting.lines.length }, 'Lines are lost: neither database nor spool takes them')
      }
      const queued = queue.takeDatagrams()
      this.deps.onTaken(queued)
      this.#drop([...waiting.lines.filter(isDatagram), ...queued])
      waiting = { key: waiting.key, lines: waiting.lines.filter(line => !isDatagram(line)) }
      if (waiting.lines.length > 0) await this.#pause(FULL_RECHECK_MS)
    }
  }

  async #replay(): Promise<void> {
    const { spool } = this.deps
    let retryMs = RETRY_FIRST_MS
    while (!this.#stopping.signal.aborted) {
      if (spool.isEmpty) {
        await this.#spooled.promise
        this.#spooled = Promise.withResolvers()
        continue
      }
      if (await this.#replayOldest()) retryMs = RETRY_FIRST_MS
      else {
        await this.#pause(retryMs)
        retryMs = Math.min(retryMs * 2, RETRY_MAX_MS)
      }
    }
  }

  async #replayOldest(): Promise<boolean> {
    try {
      const { batches, advance } = await this.deps.spool.oldest(WRITERS)
      const stored = await Promise.all(batches.map(batch => this.#write(batch)))
      if (!stored.every(Boolean)) return false
      await advance()
      return true
    } catch (error) {
      this.deps.logger.error({ err: error }, 'The spool cannot be read')
      return false
    }
  }

  /** False when the database does not take it now. */
  async #write(batch: LineBatch): Promise<boolean> {
    try {
      await this.deps.writer.write(batch)
      if (!this.#available) this.deps.logger.info('The database stores alerts again')
      this.#available = true
      return true
    } catch (error) {
      if (this.#available) this.deps.logger.error({ reason: String(error) }, 'The database does not store alerts: they wait in the spool')
      this.#available = false
      return false
    }
  }

  #drop(datagrams: readonly SyslogLine[]): void {
    for (const { receivedAt } of datagrams) this.deps.onDropped('SPOOL_FULL', receivedAt, 1)
  }

  #pause(ms: number): Promise<unknown> {
    return delay(ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
  }
}

const isDatagram = (line: SyslogLine): boolean => line.transport === 'UDP'
