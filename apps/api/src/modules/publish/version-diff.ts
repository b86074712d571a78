/** Values of each side that are kept for showing. */
export const SHOWN_MAX = 500

export interface VersionDiff {
  readonly added: number
  readonly removed: number
  /** The first of each, in their order. */
  readonly addedEntries: readonly string[]
  readonly removedEntries: readonly string[]
}

export function diffOf(before: readonly string[], after: readonly string[]): VersionDiff {
  const added = missingIn(new Set(before), after)
  const removed = missingIn(new Set(after), before)
  return {
    added: added.length,
    removed: removed.length,
    addedEntries: added.slice(0, SHOWN_MAX),
    removedEntries: removed.slice(0, SHOWN_MAX),
  }
}

const missingIn = (known: ReadonlySet<string>, values: readonly string[]): string[] => values.filter(value => !known.has(value))
