import { z } from 'zod'
import { assertMay } from '../../platform/errors.js'
import type { Actor } from '../../platform/actor.js'
import type { HintSink } from '../../platform/hints.js'
import type { PrismaClient } from '../../platform/prisma/client.js'

const KEY = 'push.paused'

/** The stop switch of the whole installation: while it is on, nothing is pushed to any device. */
export class PushSwitch {
  constructor(private readonly deps: { readonly prisma: PrismaClient; readonly hints: Pick<HintSink, 'publish'> }) {}

  async isPaused(): Promise<boolean> {
    const setting = await this.deps.prisma.setting.findUnique({ where: { key: KEY } })
    return z.literal(true).safeParse(setting?.value).success
  }

  async set(actor: Actor, paused: boolean): Promise<void> {
    assertMay(actor, 'device:push')
    await this.deps.prisma.setting.upsert({ where: { key: KEY }, create: { key: KEY, value: paused }, update: { value: paused } })
    const devices = await this.deps.prisma.device.findMany({ select: { id: true } })
    await this.deps.hints.publish('devices', { ids: devices.map(({ id }) => id) })
  }
}
