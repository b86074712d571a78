import type { PushSwitch } from './push-switch.js'
import type { SyncService } from './sync-service.js'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { PrismaClient, SyncRun } from '../../platform/prisma/client.js'

/** The queue gives out a job within milliseconds, unless a run is at work. */
const WAIT_MS = 3_000

/** Runs that somebody asks for. */
export class PushService {
  constructor(
    private readonly deps: {
      readonly prisma: PrismaClient
      readonly sync: Pick<SyncService, 'request' | 'runAfter'>
      readonly pushSwitch: PushSwitch
    },
  ) {}

  /** The run that was started, or undefined where it waits for one that is at work. */
  async pushNow(actor: Actor, deviceId: number): Promise<SyncRun | undefined> {
    assertMay(actor, 'device:push')
    const device = await this.deps.prisma.device.findUnique({ where: { id: deviceId }, select: { pausedAt: true } })
    if (!device) throw new UserFaultsError([{ code: 'NOT_FOUND', field: ['id'], message: 'The device was not found' }])
    if (device.pausedAt) throw paused('The device is paused')
    if (await this.deps.pushSwitch.isPaused()) throw paused('All pushing is paused')
    const last = await this.deps.prisma.syncRun.findFirst({ where: { deviceId }, orderBy: { id: 'desc' }, select: { id: true } })
    await this.deps.sync.request(deviceId, { cause: 'MANUAL', userId: actor.userId })
    return this.deps.sync.runAfter(deviceId, last?.id ?? 0n, WAIT_MS)
  }
}

const paused = (message: string) => new UserFaultsError([{ code: 'NOT_ALLOWED_NOW', field: null, message }])
