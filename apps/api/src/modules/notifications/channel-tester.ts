import { randomUUID } from 'node:crypto'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { ChannelReadModel } from './channel-read-model.js'
import type { ChannelSender } from './channel-sender.js'

export interface ChannelTesterDeps {
  readonly channels: Pick<ChannelReadModel, 'channel'>
  readonly sender: Pick<ChannelSender, 'send'>
  readonly baseUrl: () => string
  readonly clock: Clock
}

/** Sends a message now, past the queue; also to a channel that is switched off. */
export class ChannelTester {
  constructor(private readonly deps: ChannelTesterDeps) {}

  async test(actor: Actor, id: number): Promise<{ readonly ok: boolean; readonly message: string }> {
    assertMay(actor, 'channel:write')
    const channel = await this.deps.channels.channel(id)
    if (!channel) throw new UserFaultsError([{ code: 'NOT_FOUND', field: ['id'], message: 'The channel was not found' }])
    const notice = { title: 'Test of Sallyport', text: 'This channel works.', link: this.deps.baseUrl(), fields: [] }
    const createdAt = new Date(this.deps.clock.now())
    const result = await this.deps.sender.send(channel, { deliveryId: `test-${randomUUID()}`, createdAt, notice })
    return result.sent ? { ok: true, message: 'The message was taken' } : { ok: false, message: result.error }
  }
}
