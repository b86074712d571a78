import { keyedLoader } from '../../platform/keyed-loader.js'
import type { Firewall, PrismaClient, Source, UnreadableLine } from '../../platform/prisma/client.js'

/** Sources, their firewalls, and the lines that could not be read. */
export class SourceReadModel {
  constructor(private readonly deps: { readonly prisma: PrismaClient }) {}

  /** Loader factories, one loader per request. */
  readonly sourceById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.deps.prisma.source.findMany({ where: { id: { in: [...ids] } } }),
      source => source.id,
    )
  readonly firewallById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.deps.prisma.firewall.findMany({ where: { id: { in: [...ids] } } }),
      firewall => firewall.id,
    )

  async sources(): Promise<Source[]> {
    return this.deps.prisma.source.findMany({ orderBy: { id: 'asc' } })
  }

  /** In the order in which they were first heard of. */
  async firewallPage(sourceId: number, afterId: number | undefined, limit: number): Promise<Firewall[]> {
    return this.deps.prisma.firewall.findMany({ where: { sourceId, id: { gt: afterId ?? 0 } }, orderBy: { id: 'asc' }, take: limit })
  }

  /** Newest first. */
  async unreadableLinePage(beforeId: bigint | undefined, limit: number): Promise<UnreadableLine[]> {
    const where = beforeId === undefined ? {} : { id: { lt: beforeId } }
    return this.deps.prisma.unreadableLine.findMany({ where, orderBy: { id: 'desc' }, take: limit })
  }

  async unreadableLine(id: bigint): Promise<UnreadableLine | null> {
    return this.deps.prisma.unreadableLine.findUnique({ where: { id } })
  }
}
