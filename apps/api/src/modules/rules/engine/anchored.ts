import { RULE_FIELDS, type Condition, type RuleFieldName } from '@sallyport/shared'
import { wantedValues } from './wanted-values.js'
import { UNKNOWN, type FactValue, type RuleFacts } from './rule-facts.js'

/** What has to be among an alert's values, or the condition is false. */
export interface Anchor {
  readonly field: RuleFieldName
  readonly values: readonly FactValue[]
}

/** Of what the line itself says, which is never unknown; values of few kinds tell too little. */
export function anchorOf(condition: Condition): Anchor | undefined {
  if ('all' in condition) {
    for (const part of condition.all) {
      const anchor = anchorOf(part)
      if (anchor) return anchor
    }
    return undefined
  }
  if (!('field' in condition) || condition.op !== 'is') return undefined
  const { field, value } = condition
  const { type, source } = RULE_FIELDS[field]
  if (source !== 'alert' || (type !== 'text' && type !== 'number')) return undefined
  return { field, values: wantedValues(field, Array.isArray(value) ? value : [value]) }
}

interface Anchored {
  readonly anchor: Anchor | undefined
  /** Place in the order of rules. */
  readonly order: number
}

/** Rules by the value that an alert must have, so that those about other values are not even asked. */
export class AnchoredRules<T extends Anchored> {
  private readonly always: readonly T[]
  private readonly byField = new Map<RuleFieldName, Map<FactValue, T[]>>()

  constructor(rules: readonly T[]) {
    this.always = rules.filter(({ anchor }) => !anchor)
    for (const rule of rules) {
      if (!rule.anchor) continue
      const { field, values } = rule.anchor
      const byValue = this.byField.get(field) ?? new Map<FactValue, T[]>()
      this.byField.set(field, byValue)
      for (const value of values) byValue.set(value, [...(byValue.get(value) ?? []), rule])
    }
  }

  /** In their order. */
  of(facts: RuleFacts): readonly T[] {
    let more: Set<T> | undefined
    for (const [field, byValue] of this.byField) {
      const values = facts.values(field)
      if (values === UNKNOWN) continue
      for (const value of values)
        for (const rule of byValue.get(value) ?? []) {
          more ??= new Set()
          more.add(rule)
        }
    }
    return more ? [...this.always, ...more].sort((left, right) => left.order - right.order) : this.always
  }
}
