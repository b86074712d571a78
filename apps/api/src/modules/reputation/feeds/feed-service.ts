import { feedCreateInput, feedUpdateInput } from '@sallyport/shared'
import type { Actor } from '../../../platform/actor.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../../platform/errors.js'
import type { HintSink } from '../../../platform/hints.js'
import type { Feed, PrismaClient } from '../../../platform/prisma/client.js'
import { assertStorable } from '../../../platform/storable.js'
import { isUniqueViolation } from '../../../platform/unique-violation.js'
import type { FeedFetcher } from './feed-fetcher.js'

/** A feed as somebody saw it: a change of anything newer is refused. */
export interface SeenFeed {
  readonly id: number
  readonly expectedVersion: number
}

/** As it came from outside: the zod schema decides. */
type Unparsed = Readonly<Record<string, unknown>>

/** All of them are asked about every value. */
export const FEEDS_MAX = 100

/** What the entries depend on: with another one, those that are there belong to something else. */
const SHAPE = ['location', 'format', 'csvColumn'] as const

const NOTHING_FETCHED = {
  etag: null,
  lastModified: null,
  fetchedAt: null,
  succeededAt: null,
  error: null,
  entryCount: 0,
  skippedCount: 0,
} as const

export interface FeedServiceDeps {
  readonly prisma: Pick<PrismaClient, 'feed' | 'feedBody' | '$transaction'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly fetcher: Pick<FeedFetcher, 'fetchNow'>
}

export class FeedService {
  constructor(private readonly deps: FeedServiceDeps) {}

  /** It is fetched at once, in the background. */
  async create(actor: Actor, input: Unparsed): Promise<Feed> {
    assertMay(actor, 'enrichment:write')
    const { name, kind, location, ...given } = feedCreateInput.parse(withoutNull(input))
    assertStorable({ name, location })
    if ((await this.deps.prisma.feed.count()) >= FEEDS_MAX) throw fault('NOT_ALLOWED_NOW', `There are ${FEEDS_MAX} feeds already`, null)
    const feed = await this.deps.prisma.feed.create({ data: { name, kind, location, ...defined(given) } }).catch(nameTaken)
    return this.changed(feed)
  }

  /** undefined and null leave a field as it is. Another location, format or column: its entries go until it is fetched anew. */
  async update(actor: Actor, { id, expectedVersion, ...input }: SeenFeed & Unparsed): Promise<Feed> {
    assertMay(actor, 'enrichment:write')
    const given = defined(feedUpdateInput.parse(withoutNull(input)))
    assertStorable(given)
    const feed = await this.deps.prisma
      .$transaction(async tx => {
        const before = await tx.feed.findUnique({ where: { id } })
        if (!before) throw missing()
        const isOther = SHAPE.some(key => given[key] !== undefined && given[key] !== before[key])
        const data = { ...given, ...(isOther && { ...NOTHING_FETCHED, revision: { increment: 1 } }), version: { increment: 1 } }
        const { count } = await tx.feed.updateMany({ where: { id, version: expectedVersion }, data })
        if (count === 0) throw stale((await tx.feed.findUnique({ where: { id } })) ?? before)
        if (isOther) await tx.feedBody.deleteMany({ where: { feedId: id } })
        return tx.feed.findUniqueOrThrow({ where: { id } })
      })
      .catch(nameTaken)
    return this.changed(feed)
  }

  /** With its entries. */
  async delete(actor: Actor, { id, expectedVersion }: SeenFeed): Promise<void> {
    assertMay(actor, 'enrichment:write')
    const { count } = await this.deps.prisma.feed.deleteMany({ where: { id, version: expectedVersion } })
    if (count === 0) {
      const feed = await this.deps.prisma.feed.findUnique({ where: { id } })
      throw feed ? stale(feed) : missing()
    }
    await this.deps.hints.publish('enrichmentSettings', {})
  }

  /** In the background; what comes is taken also when the list has shrunk or has become empty. */
  async fetch(actor: Actor, id: number): Promise<Feed> {
    assertMay(actor, 'enrichment:write')
    const feed = await this.deps.prisma.feed.findUnique({ where: { id } })
    if (!feed) throw missing()
    this.deps.fetcher.fetchNow(id)
    return feed
  }

  /** The hint wakes the fetcher too. */
  private async changed(feed: Feed): Promise<Feed> {
    await this.deps.hints.publish('enrichmentSettings', {})
    return feed
  }
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>

const withoutNull = (input: Unparsed): Unparsed => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))

const fault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown) =>
  new UserFaultsError([{ code, message, field }], current)

const missing = () => fault('NOT_FOUND', 'The feed was not found', ['id'])
const stale = (current: Feed) => fault('CONFLICT', 'Somebody else changed the feed meanwhile', ['expectedVersion'], current)

function nameTaken(error: unknown): never {
  if (isUniqueViolation(error)) throw fault('TAKEN', 'There is a feed of this name already', ['name'])
  throw error
}
