import path from 'node:path'
import type { Pool } from 'pg'
import type { FeedFormat, FeedKind } from '@sallyport/shared'
import type { Clock } from '../../../platform/clock.js'
import type { HintSink, HintSource } from '../../../platform/hints.js'
import type { HttpClient } from '../../../platform/http-client.js'
import type { Service } from '../../../platform/lifecycle.js'
import type { Logger } from '../../../platform/logger.js'
import type { Feed, PrismaClient } from '../../../platform/prisma/client.js'
import { coalesced, inTurns } from '../../places/index.js'
import { packValues } from './feed-body.js'
import { download, FeedFault } from './feed-download.js'
import { readFeed } from './feed-lines.js'
import { underFeedLock } from './feed-lock.js'
import { dueAt, shrinkFault } from './feed-schedule.js'

export interface FeedFetcherDeps {
  readonly pool: Pool
  readonly prisma: Pick<PrismaClient, 'feed' | '$transaction'>
  readonly http: HttpClient
  readonly hints: HintSource & Pick<HintSink, 'publish'>
  readonly clock: Clock
  readonly logger: Logger
  readonly dataDir: string
}

const LOOK_MS = 15_000
/** Feeds at a time: each holds a connection of the pool, and up to 50 MB. */
const AT_A_TIME = 2
/** One that somebody else fetches, or that could not be stored, is left alone for so long. */
const LEAVE_MS = 5_000
const STORE_TIMEOUT_MS = 60_000

type Outcome =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'read'
      readonly values: readonly string[]
      readonly skipped: number
      readonly etag: string | null
      readonly lastModified: string | null
    }

/**
 * Fetches feeds when they are due, each by one replica at a time. A body is stored in canonical form when it is read well;
 * whatever goes wrong is told in the feed's error, and the last good body stays in use.
 */
export class FeedFetcher implements Service {
  readonly name = 'feed-fetcher'
  private readonly running = new Map<number, Promise<void>>()
  /** Feeds that somebody wants now. */
  private readonly wanted = new Set<number>()
  private readonly leaveUntil = new Map<number, number>()
  private undo: (() => void)[] = []
  private timer: NodeJS.Timeout | undefined
  private readonly stopping = new AbortController()

  constructor(private readonly deps: FeedFetcherDeps) {}

  async start(): Promise<void> {
    const { hints } = this.deps
    this.undo = [hints.on('enrichmentSettings', () => this.wake()), hints.on('resync', () => this.wake())]
    this.timer = setInterval(() => this.wake(), LOOK_MS)
    this.wake()
  }

  /** Ends what is under way; it is begun anew at the next start. */
  async stop(): Promise<void> {
    this.stopping.abort(new Error('The server stops'))
    for (const undo of this.undo.splice(0)) undo()
    clearInterval(this.timer)
    await this.look().catch(() => undefined)
    await Promise.all(this.running.values())
  }

  /**
   * In the background, whether it is due or switched off. What somebody asks for is taken as it comes: also a list that has
   * shrunk or has no entries any more.
   */
  fetchNow(feedId: number): void {
    this.wanted.add(feedId)
    this.leaveUntil.delete(feedId)
    this.wake()
  }

  private wake(): void {
    if (this.stopping.signal.aborted) return
    this.look().catch((error: unknown) => this.deps.logger.warn({ err: error }, 'Feeds could not be looked at'))
  }

  private readonly look = coalesced(async () => {
    if (this.stopping.signal.aborted) return
    const feeds = await this.deps.prisma.feed.findMany({
      select: { id: true, enabled: true, intervalSeconds: true, fetchedAt: true, error: true },
    })
    const now = this.deps.clock.now()
    const due = feeds
      .filter(feed => this.wanted.has(feed.id) || (feed.enabled && dueAt(feed) <= now && (this.leaveUntil.get(feed.id) ?? 0) <= now))
      .sort((left, right) => Number(this.wanted.has(right.id)) - Number(this.wanted.has(left.id)) || dueAt(left) - dueAt(right))
    for (const id of this.wanted) if (!feeds.some(feed => feed.id === id)) this.wanted.delete(id)
    for (const { id } of due) if (this.running.size < AT_A_TIME && !this.running.has(id)) this.run(id)
  })

  private run(feedId: number): void {
    const byHand = this.wanted.delete(feedId)
    const run = this.fetch(feedId, byHand)
      .catch((error: unknown) => {
        if (!this.stopping.signal.aborted) this.deps.logger.warn({ err: error, feedId }, 'A feed could not be fetched')
        return false
      })
      .then(settled => {
        if (settled) this.leaveUntil.delete(feedId)
        else this.leaveUntil.set(feedId, this.deps.clock.now() + LEAVE_MS)
        this.running.delete(feedId)
        this.wake()
      })
    this.running.set(feedId, run)
  }

  /** false: to be tried again soon. */
  private async fetch(feedId: number, byHand: boolean): Promise<boolean> {
    let settled = true
    const locked = await underFeedLock(this.deps.pool, feedId, async () => {
      const feed = await this.deps.prisma.feed.findUnique({ where: { id: feedId } })
      if (!feed || (!byHand && (!feed.enabled || dueAt(feed) > this.deps.clock.now()))) return
      const outcome = await this.attempt(feed, byHand)
      settled = await this.store(feed, outcome)
      if (outcome.kind === 'failed') this.deps.logger.warn({ feed: feed.name, reason: outcome.reason }, 'A feed could not be used')
      await this.deps.hints.publish('enrichmentSettings', {})
    })
    return locked && settled
  }

  private async attempt(feed: Feed, byHand: boolean): Promise<Outcome> {
    const { signal } = this.stopping
    try {
      const validators = byHand ? { etag: null, lastModified: null } : { etag: feed.etag, lastModified: feed.lastModified }
      const folder = path.join(this.deps.dataDir, 'feeds')
      const fetched = await download({ location: feed.location, ...validators, http: this.deps.http, folder, signal })
      if (fetched.kind === 'unchanged') return fetched
      const { etag, lastModified } = fetched
      const shape = { kind: feed.kind as FeedKind, format: feed.format as FeedFormat, csvColumn: feed.csvColumn }
      const reading = await inTurns(readFeed(fetched.body, shape), signal)
      if (!reading.ok)
        return byHand && reading.isEmpty
          ? { kind: 'read', values: [], skipped: 0, etag, lastModified }
          : { kind: 'failed', reason: reading.isEmpty ? `${reading.reason}. If that is right, fetch it by hand` : reading.reason }
      const fault = byHand ? undefined : shrinkFault(feed.entryCount, reading.values.length)
      return fault === undefined ? { ...reading, kind: 'read', etag, lastModified } : { kind: 'failed', reason: fault }
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof FeedFault) return { kind: 'failed', reason: error.message }
      this.deps.logger.error({ err: error, feedId: feed.id }, 'A feed could not be read')
      return { kind: 'failed', reason: 'It could not be read: see the log of the server' }
    }
  }

  /** false: its settings changed meanwhile, and what was fetched is of the old ones. */
  private async store({ id, version, entryCount }: Feed, outcome: Outcome): Promise<boolean> {
    const { prisma, clock } = this.deps
    const where = { id, version }
    const fetchedAt = new Date(clock.now())
    if (outcome.kind === 'failed') {
      return (await prisma.feed.updateMany({ where, data: { fetchedAt, error: outcome.reason } })).count > 0
    }
    const good = { fetchedAt, succeededAt: fetchedAt, error: null }
    if (outcome.kind === 'unchanged') return (await prisma.feed.updateMany({ where, data: good })).count > 0
    const { values, skipped, etag, lastModified } = outcome
    const body = await packValues(values)
    const data = { ...good, entryCount: values.length, skippedCount: skipped, etag, lastModified }
    return prisma.$transaction(
      async tx => {
        const { count } = await tx.feed.updateMany({ where, data })
        if (count === 0) return false
        const changed = await tx.$executeRaw`INSERT INTO feed_body (feed_id, body) VALUES (${id}, ${body})
          ON CONFLICT (feed_id) DO UPDATE SET body = excluded.body WHERE feed_body.body IS DISTINCT FROM excluded.body`
        if (changed > 0 || entryCount !== values.length) await tx.feed.update({ where: { id }, data: { revision: { increment: 1 } } })
        return true
      },
      { timeout: STORE_TIMEOUT_MS },
    )
  }
}
