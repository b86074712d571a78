import { CHANNELS_MAX } from '@sallyport/shared'
import type { Channel, Delivery, PrismaClient } from '../../platform/prisma/client.js'

export class ChannelReadModel {
  constructor(private readonly deps: { readonly prisma: Pick<PrismaClient, 'channel' | 'delivery'> }) {}

  /** By name. */
  async channels(): Promise<Channel[]> {
    return this.deps.prisma.channel.findMany({ orderBy: { name: 'asc' }, take: CHANNELS_MAX })
  }

  async channel(id: number): Promise<Channel | null> {
    return this.deps.prisma.channel.findUnique({ where: { id } })
  }

  /** Newest first. */
  async deliveries(channelId: number, before: bigint | undefined, limit: number): Promise<Delivery[]> {
    const where = { channelId, ...(before !== undefined && { id: { lt: before } }) }
    return this.deps.prisma.delivery.findMany({ where, orderBy: { id: 'desc' }, take: limit })
  }
}
