import { isHeld, type GuardLimits } from './guard.js'
import { diffOf, type VersionDiff } from './version-diff.js'

export interface Situation {
  /** Values in force; undefined: none ever was. */
  readonly inForce: readonly string[] | undefined
  /** Those of them that must not be enforced any longer, whoever approves what. */
  readonly gone: ReadonlySet<string>
  /** Values that the list has now. */
  readonly wanted: readonly string[]
  /** A person decides, however small the change is. */
  readonly mustWait: boolean
}

export interface NextVersions {
  /** Goes in force at once and first: what is in force without what is gone. undefined: the next version sees to that itself. */
  readonly purge: VersionDiff | undefined
  readonly next: VersionDiff
  /** Of the next version: waits for approval. */
  readonly held: boolean
}

/**
 * What becomes of the versions of a list that has changed. Values that are gone leave without being asked about: the guard
 * weighs the rest alone, and when it holds that, they leave by a version of their own.
 */
export function nextVersions({ inForce, gone, wanted, mustWait }: Situation, limits: GuardLimits): NextVersions {
  const before = inForce ?? []
  const kept = before.filter(value => !gone.has(value))
  const rest = diffOf(kept, wanted)
  // The first version of all takes nothing from anybody.
  const held = inForce !== undefined && (mustWait || isHeld({ before: kept.length, ...rest }, limits))
  if (!held) return { purge: undefined, next: diffOf(before, wanted), held }
  return { purge: kept.length < before.length ? diffOf(before, kept) : undefined, next: rest, held }
}
