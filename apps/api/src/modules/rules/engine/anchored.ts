import { RULE_FIELDS, type Condition, type RuleFieldName } from '@sallyport/shared'
import { RangeIndex, type AddressRange } from '../../lists/index.js'
import { knownRange, rangeOfNetwork } from './known-range.js'
import { wantedValues } from './wanted-values.js'
import { UNKNOWN, type FactValue, type RuleFacts } from './rule-facts.js'

/** What has to be among an alert's values, or the condition is false. */
export type Anchor =
  | { readonly field: RuleFieldName; readonly values: readonly FactValue[] }
  /** One of the values lies in one of the networks. */
  | { readonly field: RuleFieldName; readonly networks: readonly AddressRange[] }

/** Of what the line itself says, which is never unknown; values of few kinds tell too little. @throws as compileCondition */
export function anchorOf(condition: Condition): Anchor | undefined {
  if ('all' in condition) {
    for (const part of condition.all) {
      const anchor = anchorOf(part)
      if (anchor) return anchor
    }
    return undefined
  }
  if (!('field' in condition)) return undefined
  const { field, op, value } = condition
  const wanted = Array.isArray(value) ? value : [value]
  const { type, source } = RULE_FIELDS[field]
  if (source !== 'alert') return undefined
  if (op === 'inNetwork') return { field, networks: wanted.map(String).map(rangeOfNetwork) }
  return op === 'is' && (type === 'text' || type === 'number') ? { field, values: wantedValues(field, wanted) } : undefined
}

interface Anchored {
  readonly anchor: Anchor | undefined
  /** Place in the order of rules. */
  readonly order: number
}

/** Rules by the value that an alert must have, so that those about other values are not even asked. */
export class AnchoredRules<T extends Anchored> {
  private readonly always: readonly T[]
  private readonly byValue = new Map<RuleFieldName, Map<FactValue, T[]>>()
  private readonly byNetwork: ReadonlyMap<RuleFieldName, RangeIndex<{ readonly range: AddressRange; readonly rule: T }>>

  constructor(rules: readonly T[]) {
    this.always = rules.filter(({ anchor }) => !anchor)
    const networks = new Map<RuleFieldName, { range: AddressRange; rule: T }[]>()
    for (const rule of rules) {
      if (!rule.anchor) continue
      if ('networks' in rule.anchor)
        for (const range of rule.anchor.networks) entryOf(networks, rule.anchor.field, () => []).push({ range, rule })
      else
        for (const value of rule.anchor.values)
          entryOf(
            entryOf(this.byValue, rule.anchor.field, () => new Map<FactValue, T[]>()),
            value,
            () => [],
          ).push(rule)
    }
    this.byNetwork = new Map([...networks].map(([field, ranges]) => [field, new RangeIndex(ranges)]))
  }

  /** In their order. */
  of(facts: RuleFacts): readonly T[] {
    const more = new Set<T>()
    for (const [field, byValue] of this.byValue)
      for (const value of valuesOf(facts, field)) byValue.get(value)?.forEach(rule => more.add(rule))
    for (const [field, index] of this.byNetwork)
      for (const value of valuesOf(facts, field)) {
        const range = knownRange(String(value))
        if (range) for (const { rule } of index.findAll(range)) more.add(rule)
      }
    return more.size > 0 ? [...this.always, ...more].sort((left, right) => left.order - right.order) : this.always
  }
}

const NONE: readonly FactValue[] = []

/** Anchors are never about what is unknown. */
function valuesOf(facts: RuleFacts, field: RuleFieldName): readonly FactValue[] {
  const values = facts.values(field)
  return values === UNKNOWN ? NONE : values
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
