import { UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { boundedNotice, type Notice } from './notice.js'

export interface ChannelNotifierDeps {
  readonly prisma: Pick<PrismaClient, 'channel' | 'delivery'>
  readonly hints: Pick<HintSink, 'publish'>
}

/** Takes notices for channels; sending is the runner's. */
export class ChannelNotifier {
  constructor(private readonly deps: ChannelNotifierDeps) {}

  /**
   * Stores a delivery, which the database holds unique per channel and key: also after a restart it is delivered once.
   * Returns the name of the channel.
   * @throws UserFaultsError when the channel is gone or switched off
   */
  async notify(channelId: number, notice: Notice, dedupKey: string): Promise<string> {
    const channel = await this.deps.prisma.channel.findUnique({ where: { id: channelId } })
    if (!channel) throw refused('The channel is gone')
    if (!channel.enabled) throw refused(`The channel ${channel.name} is switched off`)
    const { title, text, link, fields } = boundedNotice(notice)
    const data = { channelId, dedupKey, notice: { title, text, link, fields: fields.map(field => ({ ...field })) } }
    const { count } = await this.deps.prisma.delivery.createMany({ data, skipDuplicates: true })
    if (count > 0) await this.deps.hints.publish('deliveries', {})
    return channel.name
  }
}

const refused = (message: string) => new UserFaultsError([{ code: 'NOT_ALLOWED_NOW', field: ['channelId'], message }])
