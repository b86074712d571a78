import { createHash } from 'node:crypto'
import { finished } from 'node:stream/promises'
import type { DropReason } from '@sallyport/shared'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { UnavailableError } from '../../platform/errors.js'
import { HINT_CHANNEL } from '../../platform/hints.js'
import type { Logger } from '../../platform/logger.js'
import type { UnderstoodAlert } from '../panos-log/index.js'
import { IncidentLinker, linkId, linkOf, planLinks, type Link, type LinkPlan } from '../incidents/index.js'
import { storeMatches, type AlertJudge, type AlertMatch } from './alert-judge.js'
import { ALERT_COPY_SQL, encodeAlerts, type AlertRow } from './alert-copy.js'
import { AlertIds } from './alert-ids.js'
import { batchHints } from './batch-hints.js'
import type { CounterSheet } from './counters.js'
import { classifyWriteFailure, isDuplicateAlert, isPostgresError } from './database-errors.js'
import { DuplicateWindow } from './duplicate-window.js'
import { FirewallRegistry, storeFirewallNews } from './firewall-registry.js'
import { countBatch, firewallNews, prepareBatch, readLines, releaseBatch, type IngestMemory, type PreparedBatch } from './prepare-batch.js'
import { PANOS_LINES, type LineReader } from './line-reader.js'
import { SequenceTracker } from './sequence-tracker.js'
import { readSourceSettings, type SourceSettings } from './source-settings.js'
import type { LineBatch } from './syslog-line.js'
import { isKept, keepUnreadable, takeKept } from './unreadable-ring.js'

interface BatchWriterDeps {
  readonly pool: Pool
  readonly logger: Logger
  /** Told of lines that no source takes. */
  readonly onDropped: (reason: DropReason, at: number, count: number) => void
  /** Told of every batch after its commit. */
  readonly onStored: (counts: CounterSheet) => void
  /** Match conditions; undefined: there are none. */
  readonly judge?: AlertJudge | undefined
  /** How lines are read, and for which source; of firewalls unless told. */
  readonly reader?: LineReader | undefined
  /** Starts measuring a batch; the result ends it. */
  readonly startTimer: () => () => void
}

/** Key of the advisory lock that is held from the first shared row that a batch touches to its commit. */
const COMMIT_LOCK = 0x5a11_0002
const ATTEMPTS_MAX = 20
const DUPLICATE_WINDOW_ALERTS = 100_000

/** By the alert itself, as duplicates may leave the batch between two attempts. */
type Matches = ReadonlyMap<UnderstoodAlert, readonly AlertMatch[]>

/** Ends a transaction that is to be tried again. */
abstract class Retry extends Error {}

/** Another writer changed what this attempt was planned on. */
class Collision extends Retry {}

/** The source or a firewall that the batch was prepared with is gone. */
class SettingsOutdated extends Retry {}

/**
 * Stores batches: alerts, incidents, firewalls, counters and hints in one transaction each. Two may be under way at
 * once: all that takes long (look-ups, opening incidents, COPY) overlaps; rows that every batch touches, and the
 * batch number, are written last and under a lock, so that batches become visible in the order of their numbers.
 */
export class BatchWriter {
  readonly #ids = new AlertIds()
  readonly #memory: IngestMemory = {
    firewalls: new FirewallRegistry(),
    window: new DuplicateWindow(DUPLICATE_WINDOW_ALERTS),
    sequences: new SequenceTracker(),
  }
  #loaded: Promise<SourceSettings | undefined> = Promise.resolve(undefined)
  #settingsStale = true
  /** Ends with the batch that commits last: in this process batches take turns here instead of at the lock. */
  #turn: Promise<void> = Promise.resolve()

  readonly #reader: LineReader

  constructor(private readonly deps: BatchWriterDeps) {
    this.#reader = deps.reader ?? PANOS_LINES
  }

  /** The source's or a firewall's settings are read again before the next batch. */
  settingsChanged(): void {
    this.#settingsStale = true
  }

  /** undefined while there is no source, or it is disabled. */
  async activeSource(): Promise<SourceSettings | undefined> {
    const source = await this.#settings()
    return source?.enabled ? source : undefined
  }

  /**
   * Stores a batch once, however often it is handed over. Lines that PostgreSQL refuses go to the unreadable ring.
   * Throws when the database cannot be written to now: nothing of the batch is stored then.
   */
  async write(batch: LineBatch): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const source = await this.#settings()
      if (!source?.enabled) return this.#drop(batch, source)
      let prepared: PreparedBatch | undefined
      try {
        const read = readLines(batch.lines, this.#reader)
        await this.#memory.firewalls.ensure(this.deps.pool, source, read.firewalls)
        prepared = prepareBatch(read, this.#memory, this.#reader)
        return await this.#store(batch.key, prepared, source)
      } catch (error) {
        if (prepared) releaseBatch(prepared, this.#memory)
        const failure = error instanceof SettingsOutdated ? 'again' : classifyWriteFailure(error)
        if (failure === 'refused') return this.#isolate(batch, source, error)
        if (failure === 'away' || attempt === ATTEMPTS_MAX) throw error
        this.#settingsStale = true
      }
    }
  }

  #drop(batch: LineBatch, source: SourceSettings | undefined): void {
    const reason = source ? 'SOURCE_DISABLED' : 'NO_SOURCE'
    for (const line of batch.lines) this.deps.onDropped(reason, line.receivedAt, 1)
  }

  /** One reading for all who ask meanwhile; a failed one is tried again by the next. */
  #settings(): Promise<SourceSettings | undefined> {
    if (this.#settingsStale) {
      this.#settingsStale = false
      this.#loaded = this.#loadSettings().catch((error: unknown) => {
        this.#settingsStale = true
        throw error
      })
    }
    return this.#loaded
  }

  async #loadSettings(): Promise<SourceSettings | undefined> {
    const source = await readSourceSettings(this.deps.pool, this.#reader.sourceType)
    if (source) await this.#memory.firewalls.load(this.deps.pool, source)
    return source
  }

  /** Halves a batch that PostgreSQL refuses until the line at fault stands alone; the halves' keys follow from its own. */
  async #isolate(batch: LineBatch, source: SourceSettings, error: unknown): Promise<void> {
    const [only] = batch.lines
    if (batch.lines.length === 1 && only) {
      this.deps.logger.warn({ reason: asError(error).message }, 'PostgreSQL refused a line')
      const refused: PreparedBatch = {
        alerts: [],
        duplicates: [],
        setAside: [],
        unreadable: [{ line: only, reason: 'REFUSED_BY_DATABASE' }],
        sequence: new Map(),
      }
      return this.#store(batch.key, refused, source)
    }
    const middle = Math.ceil(batch.lines.length / 2)
    for (const [part, lines] of [batch.lines.slice(0, middle), batch.lines.slice(middle)].entries())
      await this.write({ key: partKey(batch.key, part), lines })
  }

  async #store(key: string, prepared: PreparedBatch, source: SourceSettings): Promise<void> {
    const stored = this.deps.startTimer()
    // Once, whatever becomes of the attempts: what it counts is counted once.
    const matches = this.#judge(prepared, source)
    for (let attempt = 1; ; attempt += 1) {
      const firstId = prepared.alerts.length > 0 ? await this.#ids.reserve(this.deps.pool, prepared.alerts.length) : 0n
      try {
        await this.#transact(client => this.#attempt(client, { key, prepared, source, firstId, matches }))
        return stored()
      } catch (error) {
        if (attempt === ATTEMPTS_MAX) throw error
        if (isDuplicateAlert(error)) await this.#setDuplicatesApart(prepared)
        else if (!(error instanceof Collision)) throw error
      }
    }
  }

  async #transact(use: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.deps.pool.connect()
    // A connection that breaks while it is in use tells it here too; its query fails all the same.
    const ignore = () => undefined
    client.on('error', ignore)
    let broken: Error | undefined
    try {
      await client.query('BEGIN')
      await use(client)
    } catch (error) {
      // Without an answer of PostgreSQL the connection is of no more use.
      if (error instanceof Retry || isPostgresError(error))
        await client.query('ROLLBACK').catch((failure: unknown) => (broken = asError(failure)))
      else broken = asError(error)
      throw error
    } finally {
      client.off('error', ignore)
      client.release(broken)
    }
  }

  async #attempt(
    client: PoolClient,
    batch: { key: string; prepared: PreparedBatch; source: SourceSettings; firstId: bigint; matches: Matches },
  ): Promise<void> {
    const { key, prepared, source, firstId, matches } = batch
    const linker = new IncidentLinker(client, source.id)
    const alerts = prepared.alerts.map(({ alert }) => alert)
    const plan = planLinks(alerts, source, await linker.find(distinctLinks(prepared, source)))
    await linker.retire(plan.retired)
    const openedIds = await linker.open(plan.opened)
    if (!openedIds) throw new Collision()
    const rows = alertRows(prepared, plan, openedIds, firstId)
    await copyAlerts(client, rows)
    const stored = rows.flatMap(({ id: alertId, incidentId, alert }) =>
      (matches.get(alert) ?? []).map(match => ({ ...match, alertId, incidentId })),
    )
    await storeMatches(client, stored)
    await this.#inTurn(async () => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [COMMIT_LOCK])
      if (!(await linker.join(plan.joined, plan.retired))) throw new Collision()
      const counts = countBatch(prepared)
      if (!(await storeFirewallNews(client, firewallNews(prepared)))) throw new SettingsOutdated()
      await counts.store(client)
      await keepUnreadable(
        client,
        prepared.unreadable.filter(({ line }) => !isKept(line)),
      )
      const { alerts: kept, duplicates, setAside } = prepared
      if (!(await takeKept(client, [...kept, ...duplicates, ...setAside].map(({ line }) => line).filter(isKept))))
        throw new UnavailableError('Some of the lines are no longer there: read them again')
      const number = await insertBatch(client, key, rows)
      // Stored before: the connection was lost at its commit, or it is replayed once more.
      if (number === undefined) return void (await client.query('ROLLBACK'))
      const hints = batchHints(rows.length > 0 ? number : undefined, [...openedIds, ...plan.joined.keys()], stored.length > 0)
      if (hints.length > 0) await client.query('SELECT pg_notify($1, hint) FROM unnest($2::text[]) AS hint', [HINT_CHANNEL, hints])
      await client.query('COMMIT')
      this.deps.onStored(counts)
    })
  }

  /** A fault of the rules never keeps alerts from being stored. */
  #judge({ alerts }: PreparedBatch, source: SourceSettings): Matches {
    const matches = new Map<UnderstoodAlert, readonly AlertMatch[]>()
    if (!this.deps.judge || alerts.length === 0) return matches
    try {
      const judged = this.deps.judge.judge(
        alerts.map(({ alert }) => ({ alert, firewall: { name: alert.firewall.name, serial: alert.firewall.serial }, source: source.name })),
      )
      for (const [at, found] of judged.entries()) {
        const alert = alerts[at]?.alert
        if (alert && found.length > 0) matches.set(alert, found)
      }
    } catch (error) {
      this.deps.logger.error({ err: error, alerts: alerts.length }, 'Match conditions failed; the alerts are stored without')
      matches.clear()
    }
    return matches
  }

  #inTurn(use: () => Promise<void>): Promise<void> {
    const turn = this.#turn.then(use)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** After the unique index found a duplicate: looks which alerts of the batch are stored already. */
  async #setDuplicatesApart(prepared: PreparedBatch): Promise<void> {
    const keys = prepared.alerts.map(({ dedupKey }) => dedupKey).filter(key => key !== undefined)
    const { rows } = await this.deps.pool.query<{ dedup_key: string; firewall_id: number; sequence: string | null }>(
      'SELECT dedup_key::text, firewall_id, sequence::text FROM alert WHERE dedup_key = ANY($1::bigint[])',
      [keys.map(String)],
    )
    const stored = new Map(rows.map(row => [BigInt(row.dedup_key), row]))
    prepared.alerts = prepared.alerts.filter(one => {
      const twin = one.dedupKey === undefined ? undefined : stored.get(one.dedupKey)
      if (!twin) return true
      // The high half of the key holds the second of generation: firewall and number decide what is left.
      if (twin.firewall_id === one.firewall.id && sameNumber(twin.sequence, one.alert.sequence)) {
        prepared.duplicates.push({ line: one.line, firewall: one.firewall })
        return false
      }
      one.dedupKey = undefined
      return true
    })
  }
}

const sameNumber = (stored: string | null, told: string | undefined): boolean =>
  stored !== null && told !== undefined && BigInt(stored) === BigInt(told)

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

function distinctLinks(prepared: PreparedBatch, source: SourceSettings): Iterable<Link> {
  const links = new Map<string, Link>()
  if (source.linkEvents)
    for (const { alert } of prepared.alerts) {
      const link = linkOf(alert, source.linkKeys)
      if (link) links.set(linkId(link), link)
    }
  return links.values()
}

function alertRows(prepared: PreparedBatch, plan: LinkPlan, openedIds: readonly bigint[], firstId: bigint): AlertRow[] {
  const idOf = new Map(plan.opened.map((incident, index) => [incident, openedIds[index]]))
  return prepared.alerts.map((one, index) => {
    const planned = plan.alerts[index]
    const incident = planned?.incident
    return {
      id: firstId + BigInt(index),
      firewallId: one.firewall.id,
      incidentId: typeof incident === 'object' ? idOf.get(incident) : incident,
      link: incident === undefined ? undefined : planned?.link,
      line: one.line,
      alert: one.alert,
      dedupKey: one.dedupKey,
    }
  })
}

async function copyAlerts(client: PoolClient, rows: readonly AlertRow[]): Promise<void> {
  if (rows.length === 0) return
  const stream = client.query(copyFrom(ALERT_COPY_SQL))
  stream.end(encodeAlerts(rows))
  await finished(stream)
}

/** undefined when a batch with this key is stored already. */
async function insertBatch(client: PoolClient, key: string, rows: readonly AlertRow[]): Promise<bigint | undefined> {
  const { rows: inserted } = await client.query<{ id: string }>({
    name: 'batch-insert',
    text: `INSERT INTO ingest_batch (key, first_alert_id, last_alert_id) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING RETURNING id::text`,
    values: [key, rows.at(0)?.id ?? null, rows.at(-1)?.id ?? null],
  })
  return inserted[0] && BigInt(inserted[0].id)
}

/** A UUID that follows from a batch's key: a replayed batch is taken apart into the same parts. */
export function partKey(key: string, part: number | string): string {
  const hex = createHash('sha256').update(`${key}/${part}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
