export interface RuleChange {
  /** e.g. 'definition.actions.0.ttlSeconds'. */
  readonly path: string
  /** JSON; null: it was not there. */
  readonly before: string | null
  readonly after: string | null
}

const CHANGES_MAX = 200

/** What differs between two contents of a rule, part by part. */
export function diffRule(before: unknown, after: unknown): RuleChange[] {
  const changes: RuleChange[] = []
  compare(before, after, [], changes)
  return changes
}

function compare(before: unknown, after: unknown, path: readonly string[], changes: RuleChange[]): void {
  if (changes.length >= CHANGES_MAX || JSON.stringify(before) === JSON.stringify(after)) return
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    // Another kind of condition or action is another one, not the same with other parts.
    const isSame = [...keys].some(key => key in before && key in after)
    if (isSame) {
      for (const key of keys) compare(before[key], after[key], [...path, key], changes)
      return
    }
  }
  changes.push({ path: path.join('.'), before: textOf(before), after: textOf(after) })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const textOf = (value: unknown): string | null => (value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value))
