import { SyncCause } from '@sallyport/shared'
import { run as runWorker, Logger as WorkerLogger, type Runner } from 'graphile-worker'
import { z } from 'zod'
import { DeviceFailureError, isPassing, isPostponing, retryDelayMs } from './device-failure.js'
import { tryLockDevice } from './device-lock.js'
import { RunRecorder } from './run-recorder.js'
import { stateAfter, SyncRun } from './sync-run.js'
import type { DeviceSession } from './device-driver.js'
import type { DeviceSessions } from './device-sessions.js'
import type { ListHistory } from './list-history.js'
import type { MappingPlanner } from './mapping-planner.js'
import type { PushSwitch } from './push-switch.js'
import type { RegisteredTimers } from './registered-timers.js'
import type { Clock } from '../../platform/clock.js'
import type { HintSink, HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { Device, Mapping, PrismaClient, SyncRun as SyncRunRow } from '../../platform/prisma/client.js'
import type { Pool, PoolClient } from 'pg'

const TASK = 'device-sync'
const CONCURRENT_DEVICES = 4
/** A replica that works on the device gets this long before it is asked for again. */
const BUSY_DELAY_MS = 2_000
const ABORT_TIMEOUT_MS = 5_000

const jobPayload = z.object({ deviceId: z.int(), cause: z.enum(SyncCause), userId: z.string().nullable() })
type JobPayload = z.infer<typeof jobPayload>

export interface SyncRequest {
  readonly cause: SyncCause
  readonly userId?: string | null
  readonly delayMs?: number
  /** Leave the time of a run that waits already, such as a retry. */
  readonly keepTime?: boolean
}

export interface SyncServiceDeps {
  readonly pool: Pool
  readonly prisma: PrismaClient
  readonly sessions: DeviceSessions
  readonly planner: MappingPlanner
  readonly history: ListHistory
  readonly timers: RegisteredTimers
  readonly pushSwitch: PushSwitch
  readonly hints: HintSource & HintSink
  readonly clock: Clock
  readonly logger: Logger
}

/** Why a run was given up, other than by a failure of the device. */
class GivenUpError extends Error {
  constructor(
    readonly why: 'stopped' | 'paused',
    message: string,
  ) {
    super(message)
  }
}

/**
 * Runs of devices, as jobs on PostgreSQL: one waits per device at most, one works per device at most, over all
 * replicas. A job says only that a device is to be brought in line; what is to be done is found out by the run.
 */
export class SyncService implements Service {
  readonly name = 'sync'
  private runner: Runner | undefined
  private unlisten: (() => void)[] = []
  private readonly active = new Map<number, AbortController>()
  /** Asked for while a run of ours was at work. */
  private readonly askedAgain = new Map<number, JobPayload>()

  constructor(private readonly deps: SyncServiceDeps) {}

  async start(): Promise<void> {
    // A connection that breaks while a job holds it must not end the process; the job fails by its next query.
    this.deps.pool.on('connect', watchClient)
    this.runner = await runWorker({
      pgPool: this.deps.pool,
      concurrency: CONCURRENT_DEVICES,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: ABORT_TIMEOUT_MS,
      logger: workerLogger(this.deps.logger),
      taskList: { [TASK]: payload => this.work(jobPayload.parse(payload)) },
    })
    this.unlisten = [this.deps.hints.on('devices', ({ ids }) => void this.stopPaused(ids))]
  }

  async stop(): Promise<void> {
    for (const undo of this.unlisten.splice(0)) undo()
    for (const controller of this.active.values()) controller.abort(new GivenUpError('stopped', 'The server was stopped'))
    const runner = this.runner
    this.runner = undefined
    await runner?.stop()
    this.deps.pool.off('connect', watchClient)
  }

  /** Asks for a run. One that waits already takes the request in. */
  async request(deviceId: number, { cause, userId = null, delayMs = 0, keepTime = false }: SyncRequest): Promise<void> {
    const payload: JobPayload = { deviceId, cause, userId }
    await this.runner?.addJob(TASK, payload, {
      jobKey: `${TASK}:${deviceId}`,
      jobKeyMode: keepTime ? 'preserve_run_at' : 'replace',
      // Retries are asked for here: a job whose server died must not come back hours later by itself.
      maxAttempts: 1,
      ...(delayMs > 0 && { runAt: new Date(Date.now() + delayMs) }),
    })
  }

  private async work(payload: JobPayload): Promise<void> {
    const { deviceId } = payload
    if (this.active.has(deviceId)) {
      this.askedAgain.set(deviceId, payload)
      return
    }
    const controller = new AbortController()
    this.active.set(deviceId, controller)
    try {
      await this.workAlone(payload, controller)
    } finally {
      this.active.delete(deviceId)
      const again = this.askedAgain.get(deviceId)
      this.askedAgain.delete(deviceId)
      if (again) await this.request(deviceId, { ...again, keepTime: true })
    }
  }

  private async workAlone(payload: JobPayload, controller: AbortController): Promise<void> {
    const { deviceId } = payload
    const lock = await tryLockDevice(this.deps.pool, deviceId)
    if (!lock) {
      await this.request(deviceId, { ...payload, delayMs: BUSY_DELAY_MS, keepTime: true })
      return
    }
    lock.lost.addEventListener('abort', () => controller.abort(new GivenUpError('stopped', 'The database connection was lost')), {
      once: true,
    })
    try {
      const device = await this.deps.prisma.device.findUnique({
        where: { id: deviceId },
        include: { mappings: { include: { list: { select: { revision: true } } }, orderBy: { id: 'asc' } } },
      })
      if (!device || device.pausedAt || (await this.deps.pushSwitch.isPaused())) return
      // The run that was at work when the list changed may have seen it.
      if (
        payload.cause === 'LIST_CHANGED' &&
        device.mappings.every(({ state, syncedRevision, list }) => state === 'IN_SYNC' && syncedRevision === list.revision)
      )
        return
      await this.runDevice(device, payload, controller.signal)
    } finally {
      await lock.release()
    }
  }

  private async runDevice(device: Device & { mappings: Mapping[] }, { cause, userId }: JobPayload, signal: AbortSignal): Promise<void> {
    const { prisma, planner, history, timers, clock } = this.deps
    const recorder = await RunRecorder.begin(this.deps, { deviceId: device.id, cause, userId })
    let session: DeviceSession | undefined
    try {
      const opened = this.deps.sessions.open(device, { signal, log: recorder.log })
      session = opened
      recorder.countCalls(() => opened.apiCalls)
      await new SyncRun({ prisma, planner, history, timers, clock }, { device, session, recorder }).run()
      await recorder.end({ state: 'SUCCEEDED' })
    } catch (error) {
      await this.endFailed(device, recorder, signal.aborted ? (signal.reason as unknown) : error)
    } finally {
      session?.close()
    }
  }

  private async endFailed(device: Device, recorder: RunRecorder, error: unknown): Promise<void> {
    if (error instanceof GivenUpError) {
      await recorder.end({ state: error.why === 'paused' ? 'POSTPONED' : 'SUPERSEDED', message: error.message })
      return
    }
    if (!(error instanceof DeviceFailureError)) {
      this.deps.logger.error({ err: error, deviceId: device.id }, 'A run failed by a fault of our own')
      await recorder.end({ state: 'FAILED', failure: 'DEVICE_FAULT', message: 'A fault of the server: see its log' })
      await this.retryLater(device.id)
      return
    }
    const { failure, message } = error
    recorder.log('error', message)
    await this.deps.prisma.mapping.updateMany({
      where: { deviceId: device.id, state: { in: ['PENDING', 'AWAITING_COMMIT'] } },
      data: { state: stateAfter(failure), stateReason: message.slice(0, 1_000) },
    })
    await recorder.end({ state: isPostponing(failure) ? 'POSTPONED' : 'FAILED', failure, message })
    if (isPassing(failure)) await this.retryLater(device.id)
  }

  private async retryLater(deviceId: number): Promise<void> {
    const runs = await this.deps.prisma.syncRun.findMany({
      where: { deviceId },
      orderBy: { id: 'desc' },
      take: 12,
      select: { state: true },
    })
    const succeeded = runs.findIndex(({ state }) => state === 'SUCCEEDED')
    await this.request(deviceId, { cause: 'RETRY', delayMs: retryDelayMs(succeeded < 0 ? runs.length : succeeded), keepTime: true })
  }

  /** The stop switch works in the middle of a run too. */
  private async stopPaused(ids: readonly number[]): Promise<void> {
    const running = ids.filter(id => this.active.has(id))
    if (running.length === 0) return
    try {
      const all = await this.deps.pushSwitch.isPaused()
      const devices = await this.deps.prisma.device.findMany({
        where: { id: { in: running }, pausedAt: { not: null } },
        select: { id: true },
      })
      const paused = all ? running : devices.map(({ id }) => id)
      for (const id of paused)
        this.active.get(id)?.abort(new GivenUpError('paused', 'Paused in the middle; the next run finishes its work'))
    } catch (error) {
      this.deps.logger.warn({ err: error }, 'Whether devices are paused could not be read')
    }
  }

  /** The run that began after this one; undefined when none has within the time. */
  async runAfter(deviceId: number, afterId: bigint, waitMs: number): Promise<SyncRunRow | undefined> {
    for (const deadline = Date.now() + waitMs; ;) {
      const run = await this.deps.prisma.syncRun.findFirst({ where: { deviceId, id: { gt: afterId } }, orderBy: { id: 'desc' } })
      if (run || Date.now() > deadline) return run ?? undefined
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}

const watchClient = (client: PoolClient): void => void client.on('error', () => undefined)

const workerLogger = (logger: Logger) =>
  new WorkerLogger(() => (level: string, message) => {
    if (level === 'error') logger.error(message)
    else if (level === 'warning') logger.warn(message)
    else logger.debug(message)
  })
