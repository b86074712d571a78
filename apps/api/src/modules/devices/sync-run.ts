import { commitDescription } from './commit-description.js'
import { mayCommit } from './schedule.js'
import { DeviceFailureError, EntriesRefusedError, isPostponing } from './device-failure.js'
import { readFacts, toStoredFacts } from './device-facts.js'
import { leftOutText } from './left-out.js'
import { driftText, type MappingPlanner, type PreparedChange } from './mapping-planner.js'
import { hasDrift } from './mapping-plan.js'
import { toRecordedChange, type RunRecorder } from './run-recorder.js'
import type { CommitOutcome, DeviceGroup, DeviceSession, FoundFacts } from './device-driver.js'
import type { ListHistory } from './list-history.js'
import type { RegisteredTimers } from './registered-timers.js'
import type { Clock } from '../../platform/clock.js'
import type { Device, Mapping, Prisma, PrismaClient } from '../../platform/prisma/client.js'
import type { CommitPolicy, CommitWindow, DeviceFailure, DriftPolicy, MappingKind, MappingState } from '@sallyport/shared'

export interface SyncRunDeps {
  readonly prisma: PrismaClient
  readonly planner: MappingPlanner
  readonly history: ListHistory
  readonly timers: RegisteredTimers
  readonly clock: Clock
}

export interface SyncRunInput {
  readonly device: Device & { readonly mappings: readonly Mapping[] }
  readonly session: DeviceSession
  readonly recorder: RunRecorder
}

interface Work extends PreparedChange {
  readonly mapping: Mapping
}

/** Something that keeps mappings from being in sync, and is not a failure. */
interface Waiting {
  readonly state: Extract<MappingState, 'AWAITING_COMMIT'>
  readonly reason: string
}

/**
 * Brings one device in line with its mappings: reads, plans, enforces at once what needs no commit, then writes and
 * commits the rest. Every step can be cut off: the next run starts from what the device tells.
 */
export class SyncRun {
  private readonly faults = new Map<number, DeviceFailureError>()
  /** Whether this run may have changed the candidate configuration. */
  private hasWritten = false

  constructor(
    private readonly deps: SyncRunDeps,
    private readonly input: SyncRunInput,
  ) {}

  /** @throws DeviceFailureError after the mappings' states were written down */
  async run(): Promise<void> {
    const { session, device, recorder } = this.input
    const found = await session.connect()
    const known = readFacts(device.facts)
    await this.deps.prisma.device.updateMany({
      where: { id: device.id },
      data: { facts: toStoredFacts(found, known?.missingRights ?? []), factsAt: new Date(this.deps.clock.now()) },
    })
    recorder.log('info', `Connected to ${[found.hostname, found.model, found.panosVersion].filter(Boolean).join(', ') || device.host}`)
    const marked = await this.isMarked()
    const work = await this.prepareAll(found, marked)
    const removals = await this.removals()
    recorder.planned(
      work.map(item => toRecordedChange({ groupName: item.mapping.groupName, kind: item.mapping.kind as MappingKind }, item.plan)),
    )
    await this.applyLive(work, marked)
    const fault = await this.configure(work, removals).then(
      waiting => this.finish(work, waiting),
      (error: unknown) => this.fail(work, error),
    )
    const failed = fault ?? [...this.faults.values()][0] ?? tooMany(work)
    if (failed) throw failed
  }

  private get active(): Mapping[] {
    return this.input.device.mappings.filter(({ removing }) => !removing)
  }

  private hasRegistrations(): boolean {
    return this.input.device.mappings.some(({ kind }) => kind === 'DYNAMIC_ADDRESS_GROUP')
  }

  private async isMarked(): Promise<boolean> {
    if (!this.hasRegistrations()) return true
    const marked = await this.input.session.isMarked()
    if (!marked && this.active.some(({ syncedAt }) => syncedAt !== null)) {
      this.input.recorder.log('warn', 'The device has restarted or lost its registrations since the last run: everything is compared')
    }
    return marked
  }

  private async prepareAll(facts: FoundFacts, trusted: boolean): Promise<Work[]> {
    const { session, recorder, device } = this.input
    const work: Work[] = []
    for (const mapping of this.active) {
      const options = { session, policy: device.driftPolicy as DriftPolicy, facts, trusted, log: recorder.log }
      const prepared = await this.deps.planner.prepare(mapping, options)
      const { add, remove } = prepared.plan
      recorder.log('info', `${mapping.groupName}: ${add.length} to add, ${remove.length} to remove`)
      work.push({ ...prepared, mapping })
    }
    return work
  }

  private async removals(): Promise<{ mapping: Mapping; group: DeviceGroup }[]> {
    const removals: { mapping: Mapping; group: DeviceGroup }[] = []
    for (const mapping of this.input.device.mappings.filter(({ removing }) => removing)) {
      removals.push({ mapping, group: await this.input.session.group({ kind: mapping.kind as MappingKind, name: mapping.groupName }) })
    }
    return removals
  }

  private async applyLive(work: readonly Work[], marked: boolean): Promise<void> {
    for (const item of work) await this.guard(item, () => this.applyLiveTo(item))
    if (!marked) await this.mark()
  }

  private async applyLiveTo({ mapping, group, change }: Work): Promise<void> {
    const { add, remove, renew = [] } = change
    if (mapping.kind !== 'DYNAMIC_ADDRESS_GROUP') return group.applyLive(change)
    // What is missing after a kill is added again; what was not renewed must be known to be so.
    await this.deps.timers.tell(mapping.id, add, remove)
    const refusal = await group.applyLive(change).catch((error: unknown) => {
      if (error instanceof EntriesRefusedError) return error
      throw error
    })
    const renewed = renew.filter(({ value }) => !refusal?.values.has(value))
    await this.deps.timers.tell(mapping.id, renewed, [])
    if (refusal) throw refusal
  }

  /** Without it every run compares everything, which is no reason to fail. */
  private async mark(): Promise<void> {
    try {
      await this.input.session.mark()
    } catch (error) {
      if (!(error instanceof DeviceFailureError) || !['REFUSED', 'CAPACITY'].includes(error.failure)) throw error
      this.input.recorder.log('warn', `The mark that tells a restart could not be set: ${error.message}`)
    }
  }

  /** A group that the device refuses does not hold up the others. */
  private async guard({ mapping }: Work, step: () => Promise<void>): Promise<void> {
    try {
      await step()
    } catch (error) {
      if (!(error instanceof DeviceFailureError) || !['REFUSED', 'CAPACITY'].includes(error.failure)) throw error
      this.faults.set(mapping.id, error)
      this.input.recorder.log('error', error.message)
    }
  }

  /** @returns what the groups that need the configuration wait for */
  private async configure(
    work: readonly Work[],
    removals: readonly { mapping: Mapping; group: DeviceGroup }[],
  ): Promise<Waiting | undefined> {
    const { session, recorder, device } = this.input
    const changed = work.filter(item => item.group.needsConfig(item.change))
    // A group that was in sync and needs no change leaves nothing uncommitted behind.
    const settled = changed.length + removals.length === 0 && work.every(({ mapping }) => mapping.state === 'IN_SYNC')
    if (settled) return undefined
    const pending = await session.pending()
    if (changed.length + removals.length === 0 && pending.own === 0) return undefined
    const policy = device.commitPolicy as CommitPolicy
    const allowed = mayCommit(policy, device.commitWindows as CommitWindow[], device.timeZone, this.deps.clock.now())
    if (policy === 'WINDOW' && !allowed) return { state: 'AWAITING_COMMIT', reason: 'Waits for the next commit window' }
    if (pending.locks.length > 0) throw new DeviceFailureError('LOCKED', pending.locks.join('; '))
    if (allowed && pending.others.length > 0) {
      throw new DeviceFailureError(
        'OTHERS_PENDING',
        `Uncommitted changes of ${pending.others.join(', ')} come first: commit or revert them`,
      )
    }
    this.hasWritten = true
    // Whoever finds them pending, should this be cut off, knows that something may be uncommitted.
    await this.deps.prisma.mapping.updateMany({
      where: { id: { in: changed.map(({ mapping }) => mapping.id) } },
      data: { state: 'PENDING' },
    })
    for (const item of changed) await this.guard(item, () => item.group.applyConfig(item.change))
    for (const { group, mapping } of work)
      if (mapping.state === 'PENDING' && !changed.some(item => item.mapping === mapping)) await group.tidy?.()
    for (const { group } of removals) await group.remove()
    if (!allowed) {
      recorder.log('info', 'Written to the candidate configuration; an administrator commits')
      await this.removed(removals)
      return { state: 'AWAITING_COMMIT', reason: 'Written to the candidate configuration; an administrator commits' }
    }
    const { job, warnings } = await this.commit(work)
    recorder.committed(job)
    for (const warning of warnings) recorder.log('warn', warning)
    recorder.log('info', job === undefined ? 'There was nothing to commit' : `Commit job ${job} succeeded`)
    await this.removed(removals)
    return undefined
  }

  private async commit(work: readonly Work[]): Promise<CommitOutcome> {
    const count = (of: (item: Work) => number) => work.reduce((sum, item) => sum + of(item), 0)
    const incidents = await this.deps.history.incidentCount(work.flatMap(({ entryIds }) => entryIds))
    const { session, recorder, device } = this.input
    const description = commitDescription({
      runId: recorder.runId,
      changeTicket: device.changeTicket,
      added: count(({ plan }) => plan.add.length),
      removed: count(({ plan }) => plan.remove.length),
      incidents,
    })
    return session.commit(description)
  }

  private async removed(removals: readonly { mapping: Mapping }[]): Promise<void> {
    await this.deps.prisma.mapping.deleteMany({ where: { id: { in: removals.map(({ mapping }) => mapping.id) } } })
  }

  private async finish(work: readonly Work[], waiting: Waiting | undefined): Promise<undefined> {
    for (const item of work) await this.settle(item, this.faults.get(item.mapping.id) ?? (mayBeUncommitted(item) ? waiting : undefined))
  }

  /** Takes back what is not committed; what was enforced without a commit stays and is told so. */
  private async fail(work: readonly Work[], error: unknown): Promise<DeviceFailureError> {
    if (!(error instanceof DeviceFailureError)) throw error
    // A job that has not ended may still succeed, and who cannot be reached cannot be asked.
    if (this.hasWritten && !['TIMED_OUT', 'UNREACHABLE'].includes(error.failure)) await this.takeBack()
    for (const item of work) await this.settle(item, this.faults.get(item.mapping.id) ?? (mayBeUncommitted(item) ? error : undefined))
    return error
  }

  private async takeBack(): Promise<void> {
    const { session, recorder } = this.input
    try {
      await session.takeBack()
      recorder.log('info', 'Our uncommitted changes were taken back')
    } catch (error) {
      if (!(error instanceof DeviceFailureError)) throw error
      recorder.log('warn', `Our uncommitted changes could not be taken back: ${error.message}`)
    }
  }

  private async settle(
    { mapping, plan, list, readAt, compared, left, leftOut }: Work,
    obstacle: DeviceFailureError | Waiting | undefined,
  ): Promise<void> {
    const drifted = this.input.device.driftPolicy === 'REPORT' && mapping.syncedAt !== null && hasDrift(plan)
    const data: Prisma.MappingUpdateManyMutationInput = obstacle
      ? obstacleState(obstacle)
      : {
          state: left > 0 ? 'FAILED' : drifted ? 'DRIFTED' : 'IN_SYNC',
          stateReason: joined([
            left > 0 ? `The device has no room for ${left} of the entries` : undefined,
            left === 0 && drifted ? driftText(mapping.groupName, plan, 'REPORT') : undefined,
            leftOutText(leftOut),
          ]),
          syncedRevision: BigInt(list.revision),
          syncedAt: readAt,
          entryCount: plan.size,
          ...(compared && { comparedAt: readAt }),
        }
    await this.deps.prisma.mapping.updateMany({ where: { id: mapping.id }, data })
  }
}

/** Written now, or by an earlier run and not yet found committed. Registrations are in force as soon as their group was once committed. */
const mayBeUncommitted = ({ group, change, mapping }: Work): boolean =>
  group.needsConfig(change) || (mapping.kind === 'DYNAMIC_ADDRESS_GROUP' ? mapping.syncedAt === null : mapping.state !== 'IN_SYNC')

function obstacleState(obstacle: DeviceFailureError | Waiting): Prisma.MappingUpdateManyMutationInput {
  if (!(obstacle instanceof DeviceFailureError)) return { state: obstacle.state, stateReason: obstacle.reason }
  return { state: stateAfter(obstacle.failure), stateReason: obstacle.message.slice(0, REASON_MAX) }
}

const REASON_MAX = 1_000

const joined = (reasons: readonly (string | undefined)[]): string | null =>
  reasons
    .filter(reason => reason !== undefined)
    .join('. ')
    .slice(0, REASON_MAX) || null

/** Of a mapping that the failure kept from being in sync. */
export const stateAfter = (failure: DeviceFailure): MappingState => (isPostponing(failure) ? 'PENDING' : 'FAILED')

function tooMany(work: readonly Work[]): DeviceFailureError | undefined {
  const full = work.find(({ left }) => left > 0)
  return full && new DeviceFailureError('CAPACITY', `${full.mapping.groupName}: the device has no room for ${full.left} of the entries`)
}
