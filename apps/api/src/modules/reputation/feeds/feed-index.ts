import type { FeedKind } from '@sallyport/shared'
import type { HintSource } from '../../../platform/hints.js'
import type { Service } from '../../../platform/lifecycle.js'
import type { Logger } from '../../../platform/logger.js'
import type { Feed, PrismaClient } from '../../../platform/prisma/client.js'
import type { Observable } from '../../enrichment/index.js'
import { coalesced, inTurns } from '../../places/index.js'
import { unpackValues } from './feed-body.js'
import { buildFeedTable, type FeedTable } from './feed-table.js'

/** An entry of a feed that covers a value. */
export interface FeedHit {
  readonly feedId: number
  readonly name: string
  readonly kind: FeedKind
  /** What being on it says, 0 … 100. */
  readonly score: number
  readonly weight: number
  /** As the feed has it: the value itself, or the network or domain that covers it. */
  readonly entry: string
  /** When the feed was last fetched well: the age of what it says. */
  readonly succeededAt: Date | null
}

export interface FeedIndexDeps {
  readonly prisma: Pick<PrismaClient, 'feed' | 'feedBody'>
  readonly hints: HintSource
  readonly logger: Logger
}

interface LoadedFeed {
  readonly feed: Pick<Feed, 'id' | 'name' | 'kind' | 'score' | 'weight' | 'succeededAt'>
  readonly revision: number
  readonly table: FeedTable
}

const RETRY_MS = 5_000

const SETTINGS = { id: true, name: true, kind: true, score: true, weight: true, succeededAt: true, revision: true } as const

/** The enabled feeds in memory. A new body is loaded in the background, in small turns; until it is ready the old one answers. */
export class FeedIndex implements Service {
  readonly name = 'feed-index'
  /** Resolves when what the database had at the start is in memory. */
  ready: Promise<void> = Promise.resolve()
  private feeds: ReadonlyMap<number, LoadedFeed> = new Map()
  private undo: (() => void)[] = []
  private timer: NodeJS.Timeout | undefined
  private readonly stopping = new AbortController()

  constructor(private readonly deps: FeedIndexDeps) {}

  async start(): Promise<void> {
    const { hints } = this.deps
    this.undo = [hints.on('enrichmentSettings', () => void this.update()), hints.on('resync', () => void this.update())]
    this.ready = this.update()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    for (const undo of this.undo.splice(0)) undo()
    clearTimeout(this.timer)
    await this.refresh().catch(() => undefined)
  }

  /** Feeds that cover the value, the heaviest first. From memory, in microseconds. */
  hits(observable: Observable): FeedHit[] {
    const hits: FeedHit[] = []
    for (const { feed, table } of this.feeds.values()) {
      const entry = table.match(observable)
      if (entry === undefined) continue
      const { id, name, kind, score, weight, succeededAt } = feed
      hits.push({ feedId: id, name, kind: kind as FeedKind, score, weight, entry, succeededAt })
    }
    return hits.sort((left, right) => right.score * right.weight - left.score * left.weight || left.feedId - right.feedId)
  }

  /** Resolves when what was committed before the call is in memory. @throws when a part of it could not be loaded */
  readonly refresh = coalesced(async () => {
    if (this.stopping.signal.aborted) return
    const feeds = await this.deps.prisma.feed.findMany({ where: { enabled: true }, select: SETTINGS, orderBy: { id: 'asc' } })
    const faults: unknown[] = []
    // Feeds that have gone or are switched off answer no more; new bodies are put in one by one.
    const kept = feeds.flatMap(feed => {
      const known = this.feeds.get(feed.id)
      return known ? [[feed.id, { ...known, feed }] as const] : []
    })
    this.feeds = new Map(kept)
    for (const { revision, ...feed } of feeds) {
      if (this.feeds.get(feed.id)?.revision === revision) continue
      try {
        const table = await this.load(feed.id, feed.kind as FeedKind)
        this.feeds = new Map([...this.feeds, [feed.id, { feed, revision, table }]])
      } catch (error) {
        this.stopping.signal.throwIfAborted()
        faults.push(error)
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} feeds could not be loaded`)
  })

  private async load(feedId: number, kind: FeedKind): Promise<FeedTable> {
    const stored = await this.deps.prisma.feedBody.findUnique({ where: { feedId } })
    const values = stored ? await unpackValues(stored.body) : Buffer.alloc(0)
    return inTurns(buildFeedTable(kind, values), this.stopping.signal)
  }

  private async update(): Promise<void> {
    clearTimeout(this.timer)
    try {
      await this.refresh()
    } catch (error) {
      if (this.stopping.signal.aborted) return
      this.deps.logger.warn({ err: error }, 'Feeds could not be loaded; those in memory are used on')
      clearTimeout(this.timer)
      this.timer = setTimeout(() => void this.update(), RETRY_MS)
    }
  }
}
