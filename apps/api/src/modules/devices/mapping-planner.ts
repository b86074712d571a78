import { nearsCapacity, roomFor } from './capacity.js'
import { desiredValues } from './desired-values.js'
import { DeviceFailureError } from './device-failure.js'
import { leftOutText, reasonToLeaveOut, sortOut, type LeftOut } from './left-out.js'
import { hasDrift, planMapping, type MappingPlan } from './mapping-plan.js'
import type { DesiredValue, DeviceGroup, DeviceSession, FoundFacts, GroupChange, LogLevel } from './device-driver.js'
import type { ListHistory } from './list-history.js'
import type { RegisteredTimers } from './registered-timers.js'
import type { ListReadModel, ListRow, ListValue } from '../lists/index.js'
import type { Clock } from '../../platform/clock.js'
import type { Mapping } from '../../platform/prisma/client.js'
import type { DriftPolicy, MappingKind } from '@sallyport/shared'

/** Of a mapping, stored or about to be. */
export type PlannedMapping = { readonly id?: number } & Pick<
  Mapping,
  'listId' | 'groupName' | 'kind' | 'state' | 'syncedAt' | 'comparedAt' | 'entryCount'
>

export interface PreparedChange {
  readonly group: DeviceGroup
  readonly change: GroupChange
  readonly plan: MappingPlan
  readonly list: ListRow
  /** Taken before the entries were read: changes from then on are for the next run. */
  readonly readAt: Date
  /** Everything on the device was compared, not only what changed. */
  readonly compared: boolean
  readonly entryIds: readonly bigint[]
  /** Values that the model has no room for. */
  readonly left: number
  /** Values that the device cannot take at all. */
  readonly leftOut: readonly LeftOut[]
}

export interface PlanOptions {
  readonly session: DeviceSession
  readonly policy: DriftPolicy
  readonly facts: Pick<FoundFacts, 'model' | 'panosVersion'>
  /** Whether what was registered before is still there, so that looking after the changes is enough. */
  readonly trusted: boolean
  readonly log: (level: LogLevel, text: string) => void
}

/** Full comparisons find what nobody told of. In between, changes alone are looked after. */
const COMPARE_EVERY_MS = 60 * 60_000
/** Looking after a value of its own costs a call; a page of 500 too. */
const LOOKED_AFTER_MAX = 40
/** Changes that were made before the last run read the list, and committed after it. */
const OVERLAP_MS = 30_000

interface Wish {
  readonly list: ListRow
  readonly desired: readonly DesiredValue[]
  readonly entries: readonly ListValue[]
  readonly readAt: Date
  readonly left: number
  readonly leftOut: readonly LeftOut[]
  /** Values whose timers on the device are not right any more. */
  readonly outdated: readonly string[]
}

/** Compares what a list wants with what the device holds. */
export class MappingPlanner {
  constructor(
    private readonly deps: {
      readonly lists: ListReadModel
      readonly history: ListHistory
      readonly timers: RegisteredTimers
      readonly clock: Clock
    },
  ) {}

  async prepare(mapping: PlannedMapping, options: PlanOptions): Promise<PreparedChange> {
    const wish = await this.wishOf(mapping, options)
    const some = await this.valuesToLookAfter(mapping, options, wish)
    if (some) {
      const prepared = await this.compare(mapping, wish, options, some)
      const expected = mapping.entryCount + prepared.plan.add.length - prepared.plan.remove.length
      // The sums agree: what was not looked after cannot have changed.
      if (expected === wish.desired.length) return { ...prepared, plan: { ...prepared.plan, size: expected } }
    }
    return this.compare(mapping, wish, options)
  }

  private async wishOf({ id, listId, kind, groupName }: PlannedMapping, { facts, log }: PlanOptions): Promise<Wish> {
    const readAt = new Date(this.deps.clock.now())
    const list = await this.deps.lists.list(listId)
    if (!list) throw new DeviceFailureError('REFUSED', `The list of ${groupName} is gone`)
    const entries = await this.deps.lists.entriesInForce(listId)
    const { desired: all, leftOut } = sortOut(kind as MappingKind, facts.panosVersion, desiredValues(kind as MappingKind, list, entries))
    if (leftOut.length > 0) log('warn', `${groupName}: ${leftOutText(leftOut)}`)
    const room = roomFor(kind as MappingKind, facts.model)
    if (nearsCapacity(all.length, room))
      log('warn', `${groupName}: ${all.length} entries, and the ${facts.model ?? 'device'} holds at most ${room ?? 0}`)
    const desired = room === null ? all : all.slice(0, room)
    const outdated = kind === 'DYNAMIC_ADDRESS_GROUP' && id !== undefined ? await this.deps.timers.outdated(id, listId) : []
    return { list, entries, desired, readAt, left: all.length - desired.length, leftOut, outdated }
  }

  private async valuesToLookAfter(
    { listId, kind, state, syncedAt, comparedAt }: PlannedMapping,
    { trusted, facts }: PlanOptions,
    { outdated }: Wish,
  ): Promise<string[] | undefined> {
    const now = this.deps.clock.now()
    if (kind !== 'DYNAMIC_ADDRESS_GROUP' || !trusted || state === 'FAILED' || syncedAt === null || comparedAt === null) return undefined
    if (now - comparedAt.getTime() > COMPARE_EVERY_MS) return undefined
    const changed = await this.deps.history.changedSince(listId, new Date(syncedAt.getTime() - OVERLAP_MS), new Date(now), LOOKED_AFTER_MAX)
    if (!changed || outdated.length > LOOKED_AFTER_MAX) return undefined
    // Not even asked for: the device does not know such values.
    return [...new Set([...changed, ...outdated])].filter(value => reasonToLeaveOut(kind, facts.panosVersion, value) === undefined)
  }

  private async compare(mapping: PlannedMapping, wish: Wish, options: PlanOptions, only?: readonly string[]): Promise<PreparedChange> {
    const { session, log } = options
    const kind = mapping.kind as MappingKind
    // Saving a mapping overwrites what was there; what is done by hand is respected from then on.
    const policy = mapping.syncedAt === null ? 'CORRECT' : options.policy
    const { list, readAt, left, leftOut } = wish
    const looked = only && new Set(only)
    const desired = looked ? wish.desired.filter(({ value }) => looked.has(value)) : wish.desired
    const group = await session.group({ kind, name: mapping.groupName }, only)
    const wanted = new Set(desired.map(({ value }) => value))
    const extra = [...group.values, ...(group.partly ?? [])].filter(value => !wanted.has(value))
    const plan = planMapping({
      desired,
      actual: group.values,
      partly: group.partly,
      listedBefore: await this.deps.history.listedBefore(mapping.listId, extra, listedForms),
      pushedBefore: pushedBefore(kind, wish.entries, mapping.syncedAt),
      policy,
    })
    if (hasDrift(plan)) log('warn', driftText(mapping.groupName, plan, policy))
    const added = new Set(plan.add.map(({ value }) => value))
    const outdated = new Set(wish.outdated)
    const renew = desired.filter(({ value }) => outdated.has(value) && !added.has(value))
    if (renew.length > 0) log('info', `${mapping.groupName}: ${renew.length} timers to renew`)
    return {
      group,
      change: { add: plan.add, remove: plan.remove, renew, leavesNothing: !only && plan.size === 0 },
      plan,
      list,
      readAt,
      compared: !only,
      entryIds: wish.entries.filter(({ value }) => added.has(value) || added.has(`${value}/`)).map(({ entryId }) => entryId),
      left,
      leftOut,
    }
  }
}

/** A value on the device as it may stand on the list: URLs get a slash, and `x` may come from `*.x`. */
const listedForms = (value: string): readonly string[] => {
  const bare = value.replace(/\/$/, '')
  return bare === value ? [value, `*.${value}`] : [value, bare, `*.${bare}`]
}

/** Registrations end by themselves, so that one that is missing tells of no hand. */
function pushedBefore(kind: MappingKind, entries: readonly ListValue[], syncedAt: Date | null): Set<string> {
  if (kind === 'DYNAMIC_ADDRESS_GROUP' || syncedAt === null) return new Set()
  const before = entries.filter(({ addedAt }) => addedAt.getTime() < syncedAt.getTime() - OVERLAP_MS)
  return new Set(before.flatMap(({ value }) => (kind === 'URL_CATEGORY' ? [value, `${value}/`] : [value])))
}

export function driftText(groupName: string, { drift: { added, removed } }: Pick<MappingPlan, 'drift'>, policy: DriftPolicy): string {
  const some = (values: readonly string[]) => `${values.slice(0, 3).join(', ')}${values.length > 3 ? ` and ${values.length - 3} more` : ''}`
  const what = [...(added.length > 0 ? [`${some(added)} added`] : []), ...(removed.length > 0 ? [`${some(removed)} removed`] : [])]
  return `${groupName} was changed by hand: ${what.join('; ')}${policy === 'CORRECT' ? ', which is put right' : ''}`
}
