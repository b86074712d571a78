import type { RuleFieldName } from '@sallyport/shared'
import { AnchoredRules, type Anchor } from './anchored.js'
import { FALSE, type Verdict } from './verdict.js'
import { UNKNOWN, type FactValue, type RuleFacts, type Unknown } from './rule-facts.js'

/** Of few different values, and what most rules look at first. */
const TELLING = ['severity', 'blocked', 'subtype', 'action', 'app'] as const satisfies readonly RuleFieldName[]
const KINDS_MAX = 5_000

interface Candidate {
  readonly anchor: Anchor | undefined
  /** Place in the order of rules. */
  readonly order: number
  readonly judge: (facts: RuleFacts) => Verdict
  /** It asks for the time, which is never unknown: it cannot be judged by a part of what is known. */
  readonly asksForTime: boolean
}

/**
 * Which of many rules can match alerts of a kind at all. Found by judging them once with nothing known but the kind: what is
 * false then stays false, whatever else comes to be known (Kleene). Most alerts are then judged by a few rules only.
 */
export class Candidates<T extends Candidate> {
  private readonly byKind = new Map<string, AnchoredRules<T>>()

  constructor(private readonly rules: readonly T[]) {}

  of(facts: RuleFacts): readonly T[] {
    let kind = ''
    for (const field of TELLING) {
      const values = facts.values(field)
      if (values === UNKNOWN) return this.rules
      kind += `${values.length === 1 ? values[0] : values.join('\u0001')}\u0000`
    }
    const known = this.byKind.get(kind)
    if (known) return known.of(facts)
    if (this.byKind.size >= KINDS_MAX) this.byKind.clear()
    const partly = new KindFacts(facts)
    const candidates = new AnchoredRules(this.rules.filter(rule => rule.asksForTime || rule.judge(partly) !== FALSE))
    this.byKind.set(kind, candidates)
    return candidates.of(facts)
  }
}

/** Nothing is known of the alert but its kind. */
class KindFacts implements RuleFacts {
  readonly occurredAt = 0
  readonly source = ''
  private readonly known: ReadonlyMap<RuleFieldName, readonly FactValue[] | Unknown>

  constructor(facts: RuleFacts) {
    this.known = new Map(TELLING.map(field => [field, facts.values(field)]))
  }

  values(field: RuleFieldName): readonly FactValue[] | Unknown {
    return this.known.get(field) ?? UNKNOWN
  }

  isListed(): Unknown {
    return UNKNOWN
  }

  isOwn(): boolean {
    return false
  }

  count(): Unknown {
    return UNKNOWN
  }

  isFirstSeen(): Unknown {
    return UNKNOWN
  }
}
