import type { AlertJudge } from './alert-judge.js'
import { randomInt, randomUUID } from 'node:crypto'
import path from 'node:path'
import type { DropReason, Severity } from '@sallyport/shared'
import { Pool } from 'pg'
import { networkList, type Config } from '../../config.js'
import { UnavailableError } from '../../platform/errors.js'
import { HINT_CHANNEL, type HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { Registry } from '../../platform/metrics.js'
import { Arrivals } from './arrivals.js'
import { SOURCES_HINT } from './batch-hints.js'
import { BatchPipeline } from './batch-pipeline.js'
import { BatchWriter } from './batch-writer.js'
import { CounterSheet, NO_FIREWALL } from './counters.js'
import { IngestMetrics } from './ingest-metrics.js'
import type { IngestControl, IngestGauges, ListenerStatus, RetryOutcome } from './ingest-status.js'
import { LineQueue } from './line-queue.js'
import { JSON_EVENTS, PANOS_LINES, readerOf } from './line-reader.js'
import { SourceWriters } from './source-writers.js'
import { Spool } from './spool.js'
import { isAllowed } from './syslog/sender.js'
import { SyslogListeners } from './syslog/syslog-listeners.js'
import type { SyslogLine } from './syslog-line.js'
import { buildTestAlert, reachableAddress, sendByTcp, sendDatagram } from './test-alert.js'
import { readKept, trimUnreadable } from './unreadable-ring.js'

interface IngestServiceDeps {
  readonly syslog: Config['syslog']
  readonly dataDir: string
  readonly databaseUrl: string
  readonly hints: HintSource
  readonly metrics: Registry
  /** Match conditions; undefined: there are none. */
  readonly judge?: AlertJudge | undefined
  readonly logger: Logger
}

const QUEUE_MAX_LINES = 40_000
const QUEUE_MAX_BYTES = 48 * 1024 * 1024
const SPOOL_MAX_BYTES = 2 * 1024 ** 3
const SPOOL_SEGMENT_BYTES = 16 * 1024 ** 2
const TICK_MS = 1000
const PURGE_INTERVAL_MS = 600_000
const RETRY_LINES = 500

/** Receives syslog and stores what it says: sockets → queue → batches → database, over the spool when that is away. */
export class IngestService implements Service, IngestControl {
  readonly name = 'ingest'
  readonly #pool: Pool
  readonly #queue = new LineQueue({ maxLines: QUEUE_MAX_LINES, maxBytes: QUEUE_MAX_BYTES })
  readonly #spool: Spool
  readonly #writer: SourceWriters
  readonly #arrivals = new Arrivals()
  readonly #pipeline: BatchPipeline
  readonly #listeners: SyslogListeners
  readonly #metrics: IngestMetrics
  #dropped = new CounterSheet()
  /** Something that the Sources page shows changed since the last tick. */
  #changed = false
  #ticking: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #purgeAt = 0
  #retrying: Promise<RetryOutcome> | undefined
  readonly #undo: (() => void)[] = []

  constructor(private readonly deps: IngestServiceDeps) {
    const { logger, dataDir } = deps
    // Its own connections: searches must not keep alerts from being stored.
    this.#pool = new Pool({
      connectionString: deps.databaseUrl,
      max: 5,
      connectionTimeoutMillis: 5000,
      query_timeout: 30_000,
      // An analyst's unfinished change must not hold up what arrives for ever.
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
      application_name: 'sallyport-ingest',
    })
    this.#metrics = new IngestMetrics(deps.metrics, () => this.gauges())
    this.#spool = new Spool({
      directory: path.join(dataDir, 'spool'),
      maxBytes: SPOOL_MAX_BYTES,
      segmentBytes: SPOOL_SEGMENT_BYTES,
      logger,
    })
    const onDropped = (reason: DropReason, at: number, count: number) => this.#drop(reason, at, count)
    const onStored = (counts: CounterSheet) => {
      this.#metrics.count(counts)
      this.#changed = true
    }
    const startTimer = () => this.#metrics.startBatch()
    const common = { pool: this.#pool, logger, onDropped, onStored, judge: deps.judge, startTimer }
    this.#writer = new SourceWriters({
      lines: new BatchWriter({ ...common, reader: PANOS_LINES }),
      events: new BatchWriter({ ...common, reader: JSON_EVENTS }),
    })
    this.#listeners = new SyslogListeners({
      config: deps.syslog,
      dataDir,
      logger,
      onLine: line => this.#queue.push(line),
      onDropped: (reason, count) => this.#drop(reason, Date.now(), count),
      congested: () => this.#queue.congested,
      onChanged: () => (this.#changed = true),
    })
    const onTaken = (lines: readonly SyslogLine[]) => this.#listeners.release(datagramBytes(lines))
    const onPlaced = (lines: readonly SyslogLine[], isKept: boolean) => this.#arrivals.settle(lines, isKept)
    const parts = { queue: this.#queue, writer: this.#writer, spool: this.#spool }
    this.#pipeline = new BatchPipeline({ ...parts, onTaken, onPlaced, onDropped, logger })
  }

  async start(): Promise<void> {
    this.#pool.on('error', error => this.deps.logger.warn({ reason: error.message }, 'A database connection of ingest was lost'))
    await this.#spool.open()
    this.#undo.push(this.deps.hints.on('sources', () => this.#writer.settingsChanged()))
    this.#undo.push(this.deps.hints.on('resync', () => this.#writer.settingsChanged()))
    this.#queue.onRelief(() => this.#listeners.resume())
    this.#pipeline.start()
    await this.#listeners.start()
    this.#timer = setInterval(() => {
      this.#ticking = this.#ticking.then(() => this.#tick())
    }, TICK_MS)
  }

  async stop(): Promise<void> {
    for (const undo of this.#undo.splice(0)) undo()
    await this.#listeners.stop()
    await this.#pipeline.stop()
    clearInterval(this.#timer)
    await this.#ticking
    await this.#tick()
    await this.#spool.close()
    if (!this.#pool.ended) await this.#pool.end()
  }

  listeners(): readonly ListenerStatus[] {
    return this.#listeners.statuses()
  }

  gauges(): IngestGauges {
    return {
      queuedLines: this.#queue.length,
      spooledBatches: this.#spool.batches,
      spooledBytes: this.#spool.bytes,
      databaseAvailable: this.#pipeline.databaseAvailable,
    }
  }

  /** Takes events that were posted. Resolves when they are in the database or on disk; false: they are neither, send them again. */
  async take(events: readonly string[], sender: string): Promise<boolean> {
    if (this.#queue.congested) return false
    const receivedAt = Date.now()
    const lines = events.map(text => ({ text, receivedAt, sender, transport: 'HTTP', cut: false, bytes: Buffer.byteLength(text) }) as const)
    const kept = this.#arrivals.wait(lines)
    for (const line of lines) this.#queue.push(line)
    return kept
  }

  settingsChanged(): void {
    this.#writer.settingsChanged()
  }

  /** Who asks while it is under way gets the same answer. */
  retryUnreadable(): Promise<RetryOutcome> {
    this.#retrying ??= this.#readUnreadableAgain().finally(() => (this.#retrying = undefined))
    return this.#retrying
  }

  async sendTestAlert(severity: Severity): Promise<string> {
    const at = Date.now()
    const sequence = `${at}${randomInt(100, 1000)}`
    const line = buildTestAlert({ severity, sequence, at })
    const target = (transport: 'UDP' | 'TCP') => {
      const found = this.listeners().find(listener => listener.transport === transport)
      return found?.address !== undefined && found.port !== undefined ? { address: found.address, port: found.port } : undefined
    }
    const udp = target('UDP')
    const tcp = target('TCP')
    const from = reachableAddress((udp ?? tcp)?.address ?? '')
    if (this.deps.syslog.allowedSenders.length > 0 && !isAllowed(networkList(this.deps.syslog.allowedSenders), from))
      throw new UnavailableError(`SYSLOG_ALLOWED_SENDERS does not allow ${from}, which the test alert would come from`)
    if (udp) await sendDatagram(line, udp)
    else if (tcp) await sendByTcp(line, tcp)
    else throw new UnavailableError('Neither the UDP nor the TCP listener is running')
    return sequence
  }

  #drop(reason: DropReason, at: number, count: number): void {
    const sheet = new CounterSheet()
    sheet.add({ at, firewallId: NO_FIREWALL, outcome: 'DROPPED', detail: reason }, count)
    this.#metrics.count(sheet)
    this.#dropped.addAll(sheet)
  }

  /** What does not belong to a batch: drops, the hint that counters changed, and what has become old. */
  async #tick(): Promise<void> {
    const dropped = this.#dropped
    if (!this.#changed && dropped.size === 0) return
    this.#dropped = new CounterSheet()
    this.#changed = false
    try {
      await dropped.store(this.#pool)
    } catch {
      // The database is away, which the pipeline tells: the counts wait for the next tick.
      this.#dropped.addAll(dropped)
      this.#changed = true
      return
    }
    await this.#tidy().catch((error: unknown) => this.deps.logger.warn({ reason: String(error) }, 'Old ingest data could not be removed'))
  }

  async #tidy(): Promise<void> {
    await this.#pool.query('SELECT pg_notify($1, $2)', [HINT_CHANNEL, SOURCES_HINT])
    await trimUnreadable(this.#pool)
    if (Date.now() < this.#purgeAt || !this.#spool.isEmpty) return
    this.#purgeAt = Date.now() + PURGE_INTERVAL_MS
    // Keys of batches are of use while a copy may wait in the spool; the newest is the position of live feeds.
    await this.#pool.query(
      `DELETE FROM ingest_batch WHERE committed_at < now() - interval '2 days' AND id < (SELECT max(id) FROM ingest_batch)`,
    )
    await this.#pool.query(`DELETE FROM ingest_counter WHERE minute < now() - interval '32 days'`)
  }

  async #readUnreadableAgain(): Promise<RetryOutcome> {
    const takes = await this.#writer.takes()
    if (!takes) throw new UnavailableError('There is no enabled source that takes the lines')
    const outcome = { readAgain: 0, nowAlerts: 0, nowSetAside: 0, stillUnreadable: 0 }
    for (let after = '0'; ;) {
      const kept = await readKept(this.#pool, after, RETRY_LINES)
      const last = kept.at(-1)
      if (!last) return outcome
      after = last.kept.id
      const lines = kept.filter(takes)
      const kinds = lines.map(line => readerOf(line).read(line).kind)
      const readable = lines.filter((_, index) => kinds[index] !== 'unreadable')
      if (readable.length > 0) await this.#writer.write({ key: randomUUID(), lines: readable })
      outcome.readAgain += lines.length
      outcome.nowAlerts += kinds.filter(kind => kind === 'alert').length
      outcome.nowSetAside += kinds.filter(kind => kind === 'set-aside').length
      outcome.stillUnreadable += lines.length - readable.length
    }
  }
}

const datagramBytes = (lines: readonly SyslogLine[]): number =>
  lines.reduce((sum, line) => (line.transport === 'UDP' ? sum + line.bytes : sum), 0)
