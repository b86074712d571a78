import { isStopping } from './device-failure.js'
import { mayCommit, nextDue } from './schedule.js'
import { tryLockDevice } from './device-lock.js'
import type { DeviceSessions } from './device-sessions.js'
import type { PushSwitch } from './push-switch.js'
import type { SyncService } from './sync-service.js'
import type { Clock } from '../../platform/clock.js'
import type { HintSink, HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { Device, Mapping, PrismaClient } from '../../platform/prisma/client.js'
import type { CommitWindow, DeviceFailure, UpdateSchedule } from '@sallyport/shared'
import type { Pool } from 'pg'

const TICK_MS = 15_000
/** How often devices with registrations are asked whether they have restarted. */
const MARK_CHECK_MS = 5 * 60_000
/** Hand-made changes and registrations that ran out are found by a run of this age at the latest. */
const COMPARE_MS = 60 * 60_000

export interface SyncSchedulerDeps {
  readonly pool: Pool
  readonly prisma: PrismaClient
  readonly sync: Pick<SyncService, 'request'>
  readonly sessions: DeviceSessions
  readonly pushSwitch: PushSwitch
  readonly hints: HintSource & Pick<HintSink, 'publish'>
  readonly clock: Clock
  readonly logger: Logger
}

type DeviceState = Device & { readonly mappings: readonly (Mapping & { readonly list: { readonly revision: bigint } })[] }

/** Decides when devices are to be brought in line: when a list changed, by the clock, and when something was missed. */
export class SyncScheduler implements Service {
  readonly name = 'sync-scheduler'
  private unlisten: (() => void)[] = []
  private timer: NodeJS.Timeout | undefined
  private ticking: Promise<void> = Promise.resolve()
  private stopped = new AbortController()
  private readonly markChecked = new Map<number, number>()

  constructor(private readonly deps: SyncSchedulerDeps) {}

  async start(): Promise<void> {
    this.stopped = new AbortController()
    this.unlisten = [
      this.deps.hints.on('lists', ({ ids }) => void this.listsChanged(ids).catch(this.warn)),
      this.deps.hints.on('resync', () => this.tickNow()),
    ]
    this.timer = setInterval(() => this.tickNow(), TICK_MS)
    this.tickNow()
  }

  async stop(): Promise<void> {
    this.stopped.abort(new Error('The server was stopped'))
    for (const undo of this.unlisten.splice(0)) undo()
    clearInterval(this.timer)
    await this.ticking
  }

  private tickNow(): void {
    this.ticking = this.ticking.then(() => this.look()).catch(this.warn)
  }

  private readonly warn = (error: unknown): void => {
    if (!this.stopped.signal.aborted) this.deps.logger.warn({ err: error }, 'Runs could not be planned')
  }

  private async listsChanged(listIds: readonly number[]): Promise<void> {
    const devices = await this.devices({ mappings: { some: { listId: { in: [...listIds] } } } })
    const behind = devices.flatMap(({ mappings }) => mappings.filter(isBehind))
    await this.deps.prisma.mapping.updateMany({
      where: { id: { in: behind.map(({ id }) => id) }, state: 'IN_SYNC' },
      data: { state: 'PENDING', stateReason: null },
    })
    const changed = devices.filter(({ mappings }) => mappings.some(isBehind))
    if (changed.length > 0) await this.deps.hints.publish('devices', { ids: changed.map(({ id }) => id) })
    for (const device of changed) {
      if (device.schedule === 'ON_CHANGE' && !(await this.isStopped(device.id)))
        await this.deps.sync.request(device.id, { cause: 'LIST_CHANGED', keepTime: true })
    }
  }

  /** Wrong credentials are not tried again with every change of a list: that locks accounts. */
  private async isStopped(deviceId: number): Promise<boolean> {
    const last = await this.deps.prisma.syncRun.findFirst({
      where: { deviceId, state: { not: 'RUNNING' } },
      orderBy: { id: 'desc' },
      select: { state: true, failure: true },
    })
    return last?.state === 'FAILED' && last.failure !== null && isStopping(last.failure as DeviceFailure)
  }

  /** Looks around once, and asks for the runs that are due. */
  async look(): Promise<void> {
    if (await this.deps.pushSwitch.isPaused()) return
    for (const device of await this.devices({})) {
      if (this.stopped.signal.aborted) return
      if (device.mappings.length === 0 || (await this.isStopped(device.id))) continue
      const cause = await this.causeOf(device)
      if (cause) await this.deps.sync.request(device.id, { cause, keepTime: true })
      else await this.checkMark(device)
    }
  }

  private async causeOf(device: DeviceState): Promise<'SCHEDULE' | 'LIST_CHANGED' | 'MAPPING_CHANGED' | undefined> {
    const now = this.deps.clock.now()
    const { mappings, schedule, timeZone } = device
    // Never synced, or cut off in the middle.
    if (mappings.some(mapping => mapping.state === 'PENDING' && (mapping.syncedAt === null || mapping.removing || !isBehind(mapping))))
      return 'MAPPING_CHANGED'
    if (
      schedule === 'ON_CHANGE' &&
      mappings.some(mapping => isBehind(mapping) && ['IN_SYNC', 'PENDING', 'DRIFTED'].includes(mapping.state))
    )
      return 'LIST_CHANGED'
    const opened = device.commitPolicy === 'WINDOW' && mayCommit(device.commitPolicy, device.commitWindows as CommitWindow[], timeZone, now)
    if (opened && mappings.some(({ state }) => state === 'AWAITING_COMMIT')) return 'SCHEDULE'
    const last = await this.deps.prisma.syncRun.findFirst({
      where: { deviceId: device.id },
      orderBy: { id: 'desc' },
      select: { startedAt: true },
    })
    const since = last?.startedAt.getTime() ?? device.createdAt.getTime()
    const due = schedule === 'ON_CHANGE' ? since + COMPARE_MS : nextDue({ ...device, schedule: schedule as UpdateSchedule }, since)
    return due !== undefined && due <= now ? 'SCHEDULE' : undefined
  }

  /** A restart takes the mark away, and registrations that were not persistent with it. */
  private async checkMark(device: DeviceState): Promise<void> {
    const now = this.deps.clock.now()
    const isWatched =
      device.schedule !== 'MANUAL' && device.mappings.some(({ kind, syncedAt }) => kind === 'DYNAMIC_ADDRESS_GROUP' && syncedAt !== null)
    if (!isWatched || now - (this.markChecked.get(device.id) ?? 0) < MARK_CHECK_MS) return
    this.markChecked.set(device.id, now)
    const lock = await tryLockDevice(this.deps.pool, device.id)
    if (!lock) return
    const session = this.deps.sessions.open(device, { signal: this.stopped.signal })
    try {
      await session.connect()
      if (!(await session.isMarked())) await this.deps.sync.request(device.id, { cause: 'SCHEDULE' })
    } catch (error) {
      // A device that cannot be reached is told by its runs.
      this.deps.logger.debug({ err: error, deviceId: device.id }, 'A device could not be asked whether it has restarted')
    } finally {
      session.close()
      await lock.release()
    }
  }

  private async devices(where: object): Promise<DeviceState[]> {
    return this.deps.prisma.device.findMany({
      where: { pausedAt: null, ...where },
      include: { mappings: { include: { list: { select: { revision: true } } } } },
      orderBy: { id: 'asc' },
    })
  }
}

const isBehind = ({ syncedRevision, list }: DeviceState['mappings'][number]): boolean => syncedRevision !== list.revision
