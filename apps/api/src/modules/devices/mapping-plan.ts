import type { DriftPolicy } from '@sallyport/shared'
import type { DesiredValue } from './device-driver.js'

export interface PlanInput {
  /** In order of importance. */
  readonly desired: readonly DesiredValue[]
  readonly actual: ReadonlySet<string>
  /** Values that only one of a pair holds: neither there nor gone. */
  readonly partly?: ReadonlySet<string> | undefined
  /** Of the actual values that are not desired: those that have been on the list. The others were added by hand. */
  readonly listedBefore: ReadonlySet<string>
  /** Of the desired values that are missing: those that were pushed before. They were taken away by hand. */
  readonly pushedBefore: ReadonlySet<string>
  readonly policy: DriftPolicy
}

export interface MappingPlan {
  readonly add: readonly DesiredValue[]
  readonly remove: readonly string[]
  /** Changed on the device by hand since the last run. */
  readonly drift: { readonly added: readonly string[]; readonly removed: readonly string[] }
  /** Number of values that the device holds afterwards. */
  readonly size: number
}

/** The smallest change that brings the device in line. With REPORT, what was done by hand is left as it is. */
export function planMapping({ desired, actual, partly = NOTHING, listedBefore, pushedBefore, policy }: PlanInput): MappingPlan {
  const wanted = new Set(desired.map(({ value }) => value))
  const missing = desired.filter(({ value }) => !actual.has(value))
  const extra = [...actual, ...partly].filter(value => !wanted.has(value))
  const drift = {
    added: extra.filter(value => !listedBefore.has(value)),
    removed: missing.filter(({ value }) => pushedBefore.has(value) && !partly.has(value)).map(({ value }) => value),
  }
  const add = policy === 'CORRECT' ? missing : missing.filter(({ value }) => !pushedBefore.has(value))
  const remove = policy === 'CORRECT' ? extra : extra.filter(value => listedBefore.has(value))
  const after = new Set([...actual, ...partly, ...add.map(({ value }) => value)])
  for (const value of remove) after.delete(value)
  return { add, remove, drift, size: after.size }
}

const NOTHING: ReadonlySet<string> = new Set()

export const hasDrift = ({ drift }: Pick<MappingPlan, 'drift'>): boolean => drift.added.length + drift.removed.length > 0
