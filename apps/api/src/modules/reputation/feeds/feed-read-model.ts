import { keyedLoader } from '../../../platform/keyed-loader.js'
import type { Feed, PrismaClient } from '../../../platform/prisma/client.js'

export class FeedReadModel {
  constructor(private readonly deps: { readonly prisma: Pick<PrismaClient, 'feed'> }) {}

  /** Loader factory, one loader per request. */
  readonly feedById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.deps.prisma.feed.findMany({ where: { id: { in: [...ids] } } }),
      feed => feed.id,
    )

  /** By name. */
  async feeds(): Promise<Feed[]> {
    return this.deps.prisma.feed.findMany({ orderBy: { name: 'asc' } })
  }
}
