import type { ObservableKind } from '@sallyport/shared'
import type { Pool, PoolClient } from 'pg'
import { systemClock, type Clock } from '../../platform/clock.js'
import type { HintSource } from '../../platform/hints.js'
import { inTransaction } from '../../platform/in-transaction.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import { joinSql, sql, toQuery, type Sql } from '../../platform/sql.js'
import type { LookupProvider, Observable } from './lookup-provider.js'
import type { Lookups } from './lookups.js'
import { canonicalObservable } from './observable-forms.js'
import { pause, Waker } from '../../platform/waker.js'

const FOLLOWER = 'enrichment'
/** Key of the advisory lock of whoever follows: one replica at a time. */
const LOCK = 5_410_004
/** Batches of that long are gathered: alerts close to each other name the same values. */
const GATHER_MS = 400
const SLOW_MS = 15_000
const ALERTS_PER_STEP = 20_000
const BATCHES_PER_STEP = 500
/** Ids between two batches that are read along with them: one range is cheaper than two, and seeing an alert twice does no harm. */
const GAP_MAX = 1_000
/** Most alerts name what others named just before: of those values nothing is done for so long. */
const RECENT_MS = 60_000
const RECENT_MAX = 50_000

/** Where alerts name values of each kind. */
const COLUMNS: Readonly<Record<ObservableKind, readonly Sql[]>> = {
  ADDRESS: [sql`host(alert.src_ip)`, sql`host(alert.dst_ip)`],
  USER: [sql`alert.src_user`, sql`alert.dst_user`],
  URL: [sql`alert.url`],
  DOMAIN: [sql`alert.domain`],
  FILE_HASH: [sql`alert.file_digest`],
  HOST: [sql`alert.src_host`, sql`alert.dst_host`],
}

export interface AlertFollowerDeps {
  readonly pool: Pool
  readonly lookups: Pick<Lookups, 'want'>
  readonly providers: readonly LookupProvider[]
  readonly hints: HintSource
  readonly clock?: Clock
  readonly logger: Logger
}

/** idle: nothing new, or another replica is at it. more: there was more than fits into one step. */
type Step = 'idle' | 'dealt' | 'more'

interface Batch {
  readonly id: string
  readonly first: string | null
  readonly last: string | null
}

/**
 * Reads the alerts that were stored, behind ingest and never in its way, and has the providers asked about what they name. A
 * step reads a bounded number of alerts and keeps each value once. The position is kept in the database; without one it
 * begins with what comes next, so that switching it on does not ask about all history.
 */
export class AlertFollower implements Service {
  readonly name = 'alert-follower'
  private readonly waker = new Waker()
  private stopped = new AbortController()
  private running: Promise<void> = Promise.resolve()
  private unlisten: (() => void)[] = []
  /** Values as alerts name them that were dealt with, and until when that holds. */
  private readonly recent = new Map<string, number>()

  constructor(private readonly deps: AlertFollowerDeps) {}

  async start(): Promise<void> {
    this.stopped = new AbortController()
    this.unlisten = [
      this.deps.hints.on('alerts', () => this.waker.wake()),
      this.deps.hints.on('resync', () => this.waker.wake()),
      // Somebody may take now what nobody took before.
      this.deps.hints.on('enrichmentSettings', () => this.recent.clear()),
    ]
    this.running = this.run(this.stopped.signal)
  }

  async stop(): Promise<void> {
    this.stopped.abort()
    for (const undo of this.unlisten.splice(0)) undo()
    await this.running
  }

  /** Deals with the next alerts. */
  async step(): Promise<Step> {
    // With the transaction the lock goes, whatever becomes of this server.
    return inTransaction(this.deps.pool, client => this.underLock(client))
  }

  private async run(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted;) {
      try {
        while (!signal.aborted && (await this.step()) === 'more');
        failures = 0
        await this.waker.sleep(SLOW_MS, signal)
        await pause(GATHER_MS, signal)
      } catch (error) {
        failures += 1
        this.deps.logger.warn({ err: error }, 'Alerts could not be read for enrichment; trying again')
        await pause(Math.min(500 * 2 ** failures, 30_000), signal)
      }
    }
  }

  private async underLock(client: PoolClient): Promise<Step> {
    const { rows } = await client.query<{ locked: boolean }>(toQuery(sql`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS locked`))
    if (rows[0]?.locked !== true) return 'idle'
    const position = await this.position(client)
    if (position === undefined) return 'idle'
    const { batches, more } = await this.batchesAfter(client, position)
    const last = batches.at(-1)
    if (!last) return 'idle'
    await this.deal(client, batches)
    await client.query(toQuery(sql`UPDATE batch_follower SET batch = ${last.id}::bigint WHERE name = ${FOLLOWER}`))
    return more ? 'more' : 'dealt'
  }

  /** undefined: it has only just been set. */
  private async position(client: PoolClient): Promise<string | undefined> {
    const { rows } = await client.query<{ batch: string; oldest: string | null }>(
      toQuery(sql`SELECT batch, (SELECT min(id) FROM ingest_batch) AS oldest FROM batch_follower WHERE name = ${FOLLOWER}`),
    )
    const [row] = rows
    if (!row) {
      await client.query(
        toQuery(
          sql`INSERT INTO batch_follower (name, batch) SELECT ${FOLLOWER}, COALESCE(max(id), 0) FROM ingest_batch ON CONFLICT (name) DO NOTHING`,
        ),
      )
      return undefined
    }
    // Ingest forgets batches after two days; numbers that were never used look the same, and matter as little.
    if (row.oldest !== null && row.batch !== '0' && BigInt(row.oldest) > BigInt(row.batch) + 1n)
      this.deps.logger.info(
        { from: row.batch, to: row.oldest },
        'Batches were forgotten before enrichment has read them: they are passed over',
      )
    return row.batch
  }

  /** As many as make up one step: at least one. */
  private async batchesAfter(client: PoolClient, position: string): Promise<{ batches: Batch[]; more: boolean }> {
    const { rows } = await client.query<Batch>(
      toQuery(sql`SELECT id, first_alert_id AS first, last_alert_id AS last FROM ingest_batch WHERE id > ${position}::bigint
        ORDER BY id LIMIT ${BATCHES_PER_STEP}`),
    )
    let alerts = 0
    const end = rows.findIndex(batch => {
      alerts += sizeOf(batch)
      return alerts > ALERTS_PER_STEP
    })
    const batches = end < 0 ? rows : rows.slice(0, Math.max(end, 1))
    return { batches, more: batches.length < rows.length || rows.length === BATCHES_PER_STEP }
  }

  private async deal(client: PoolClient, batches: readonly Batch[]): Promise<void> {
    const providers = await this.switchedOn()
    const kinds = [...new Set(providers.flatMap(provider => provider.kinds))]
    const ranges = rangesOf(batches)
    if (kinds.length === 0 || ranges.length === 0) return
    const { rows } = await client.query<Observable>(toQuery(namedIn(ranges, kinds)))
    const now = (this.deps.clock ?? systemClock).now()
    const fresh = rows.filter(({ kind, value }) => (this.recent.get(`${kind} ${value}`) ?? 0) <= now)
    const observables = new Map<string, Observable>()
    for (const { kind, value: told } of fresh) {
      const value = canonicalObservable(kind, told)
      if (value !== undefined) observables.set(`${kind} ${value}`, { kind, value })
    }
    if (observables.size > 0) await this.deps.lookups.want(providers, [...observables.values()], 'alert')
    if (this.recent.size + fresh.length > RECENT_MAX) this.recent.clear()
    for (const { kind, value } of fresh) this.recent.set(`${kind} ${value}`, now + RECENT_MS)
  }

  private async switchedOn(): Promise<LookupProvider[]> {
    const on: LookupProvider[] = []
    for (const provider of this.deps.providers) if ((await provider.pace().catch(() => undefined)) !== undefined) on.push(provider)
    return on
  }
}

const sizeOf = ({ first, last }: Batch): number => (first === null || last === null ? 0 : Number(BigInt(last) - BigInt(first)) + 1)

interface Range {
  readonly first: bigint
  readonly last: bigint
}

/** A batch is one range of ids; those close to each other are one. */
function rangesOf(batches: readonly Batch[]): Range[] {
  const ranges = batches
    .flatMap(({ first, last }) => (first === null || last === null ? [] : [{ first: BigInt(first), last: BigInt(last) }]))
    .sort((left, right) => (left.first < right.first ? -1 : 1))
  const joined: Range[] = []
  for (const range of ranges) {
    const before = joined.at(-1)
    if (before && range.first <= before.last + BigInt(GAP_MAX)) {
      joined[joined.length - 1] = { first: before.first, last: range.last > before.last ? range.last : before.last }
    } else joined.push(range)
  }
  return joined
}

/** Each value once. Every range is a scan of the primary key, whatever the planner knows of the table. */
function namedIn(ranges: readonly Range[], kinds: readonly ObservableKind[]): Sql {
  const values = kinds.flatMap(kind => COLUMNS[kind].map(column => sql`(${kind}, ${column})`))
  const alerts = ranges.map(
    ({
      first,
      last,
    }) => sql`SELECT named.kind, named.value FROM alert CROSS JOIN LATERAL (VALUES ${joinSql(values, ', ')}) AS named(kind, value)
      WHERE alert.id BETWEEN ${String(first)}::bigint AND ${String(last)}::bigint AND named.value IS NOT NULL AND named.value <> ''`,
  )
  return sql`SELECT DISTINCT kind, value FROM (${joinSql(alerts, ' UNION ALL ')}) AS named`
}
