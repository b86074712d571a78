/** What is done to an ordered set of values. Pure: it is done to the set as it is on the server by then. */
export type FieldChange =
  | { readonly kind: 'add'; readonly value: string }
  | { readonly kind: 'retire'; readonly value: string }
  /** -1: before the one that stands before it; 1: after the next. */
  | { readonly kind: 'move'; readonly value: string; readonly step: -1 | 1 }

/** The values after the change, in order. One that is there already, or is gone, stays as it is. */
export function changedValues(values: readonly string[], change: FieldChange): readonly string[] {
  const { kind, value } = change
  if (kind === 'add') return values.includes(value) ? values : [...values, value]
  if (kind === 'retire') return values.filter(other => other !== value)
  const from = values.indexOf(value)
  const to = from + change.step
  if (from < 0 || to < 0 || to >= values.length) return values
  return values.toSpliced(from, 1).toSpliced(to, 0, value)
}
