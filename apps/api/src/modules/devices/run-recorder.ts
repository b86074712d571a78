import type { DeviceFailure, MappingKind, SyncCause, SyncState } from '@sallyport/shared'
import type { Clock } from '../../platform/clock.js'
import type { HintSink } from '../../platform/hints.js'
import type { Prisma, PrismaClient } from '../../platform/prisma/client.js'
import type { LogLevel } from './device-driver.js'
import type { MappingPlan } from './mapping-plan.js'

const FLUSH_MS = 500
const LOG_MAX = 1_000
/** Newest runs of a device that are kept. */
const RUNS_KEPT = 500
const LINE_MAX = 2_000
/** Values that are kept per mapping and direction. */
const DIFF_MAX = 1_000

export interface RecordedChange {
  readonly groupName: string
  readonly kind: MappingKind
  readonly add: string[]
  readonly remove: string[]
  readonly addCount: number
  readonly removeCount: number
}

export const toRecordedChange = (
  ref: { readonly groupName: string; readonly kind: MappingKind },
  { add, remove }: Pick<MappingPlan, 'add' | 'remove'>,
): RecordedChange => ({
  groupName: ref.groupName,
  kind: ref.kind,
  add: add.slice(0, DIFF_MAX).map(({ value }) => value),
  remove: remove.slice(0, DIFF_MAX),
  addCount: add.length,
  removeCount: remove.length,
})

export interface RunStart {
  readonly deviceId: number
  readonly cause: SyncCause
  readonly userId: string | null
}

export interface RunEnd {
  readonly state: Exclude<SyncState, 'RUNNING'>
  readonly failure?: DeviceFailure | undefined
  readonly message?: string | undefined
}

export interface RunRecorderDeps {
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** Writes down a run while it happens, at most twice a second, so that the console can follow it. */
export class RunRecorder {
  private readonly lines: { at: string; level: LogLevel; text: string }[] = []
  private changes: readonly RecordedChange[] = []
  private commitJob: string | undefined
  private calls: () => number = () => 0
  private timer: NodeJS.Timeout | undefined
  private writing: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly deps: RunRecorderDeps,
    readonly runId: bigint,
    private readonly deviceId: number,
  ) {}

  /** Runs that a stopped server left open are closed first: the caller holds the lock of the device. */
  static async begin(deps: RunRecorderDeps, { deviceId, cause, userId }: RunStart): Promise<RunRecorder> {
    await deps.prisma.syncRun.updateMany({
      where: { deviceId, state: 'RUNNING' },
      data: {
        state: 'SUPERSEDED',
        message: 'The server stopped in the middle of this run; the next one finished its work',
        finishedAt: new Date(deps.clock.now()),
      },
    })
    const startedAt = new Date(deps.clock.now())
    const { id } = await deps.prisma.syncRun.create({
      data: { deviceId, cause, userId, state: 'RUNNING', startedAt },
      select: { id: true },
    })
    const [oldest] = await deps.prisma.syncRun.findMany({
      where: { deviceId },
      orderBy: { id: 'desc' },
      skip: RUNS_KEPT,
      take: 1,
      select: { id: true },
    })
    if (oldest) await deps.prisma.syncRun.deleteMany({ where: { deviceId, id: { lte: oldest.id } } })
    await deps.hints.publish('devices', { ids: [deviceId] })
    return new RunRecorder(deps, id, deviceId)
  }

  readonly log = (level: LogLevel, text: string): void => {
    this.lines.push({ at: new Date(this.deps.clock.now()).toISOString(), level, text: text.slice(0, LINE_MAX) })
    if (this.lines.length > LOG_MAX) this.lines.shift()
    this.flushSoon()
  }

  /** @param calls tells the API calls made so far */
  countCalls(calls: () => number): void {
    this.calls = calls
  }

  planned(changes: readonly RecordedChange[]): void {
    this.changes = changes
    this.flushSoon()
  }

  committed(job: string | undefined): void {
    this.commitJob = job
    this.flushSoon()
  }

  async end({ state, failure, message }: RunEnd): Promise<void> {
    clearTimeout(this.timer)
    await this.writing
    await this.write({
      state,
      failure: failure ?? null,
      message: message?.slice(0, LINE_MAX) ?? null,
      finishedAt: new Date(this.deps.clock.now()),
    })
  }

  private flushSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      // The end is written all the same; what is lost here is shown later.
      this.writing = this.write({}).catch(() => undefined)
    }, FLUSH_MS)
  }

  private async write(end: Prisma.SyncRunUpdateManyMutationInput): Promise<void> {
    const { changes, commitJob } = this
    const total = (count: (change: RecordedChange) => number) => changes.reduce((sum, change) => sum + count(change), 0)
    await this.deps.prisma.syncRun.updateMany({
      where: { id: this.runId },
      data: {
        added: total(change => change.addCount),
        removed: total(change => change.removeCount),
        apiCalls: this.calls(),
        commitJob: commitJob ?? null,
        diff: changes as unknown as Prisma.InputJsonValue,
        log: this.lines,
        ...end,
      },
    })
    await this.deps.hints.publish('devices', { ids: [this.deviceId] })
  }
}
