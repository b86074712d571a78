import { RULE_FIELDS, severityRank, type Condition, type Predicate, type RuleFieldName, type Severity } from '@sallyport/shared'
import { isWithin } from '../../../platform/wall-clock.js'
import { RangeIndex } from '../../lists/index.js'
import { knownRange, rangeOfNetwork } from './known-range.js'
import { isPrivateAddress } from './private-address.js'
import { regexTest, wildcardTest } from './text-pattern.js'
import { wantedValues } from './wanted-values.js'
import { FALSE, MAYBE, not, TRUE, verdictOf, type Verdict } from './verdict.js'
import { UNKNOWN, type FactValue, type RuleFacts } from './rule-facts.js'

/** A predicate that held, for the record. */
export interface Held {
  /** Place in the condition: ['all', 0, 'any', 1]. */
  readonly path: readonly (string | number)[]
  readonly predicate: Predicate
  /** Of the alert, where there is one. */
  readonly value: FactValue | undefined
}

export interface CompiledCondition {
  readonly judge: (facts: RuleFacts) => Verdict
  /** Where it is true: the predicates that held. Not for the hot path. */
  readonly held: (facts: RuleFacts) => Held[]
  /** Whether it asks for something that may be UNKNOWN to the ingest path. */
  readonly mayWait: boolean
}

interface Node extends CompiledCondition {
  /** Cheaper ones are asked first. */
  readonly cost: number
}

type Path = readonly (string | number)[]

/** @throws when a network or expression cannot be read: checkRule says so before a rule is saved */
export const compileCondition = (condition: Condition): CompiledCondition => compile(condition, [])

function compile(condition: Condition, path: Path): Node {
  if ('all' in condition) return branch(condition.all, [...path, 'all'], TRUE, FALSE)
  if ('any' in condition) return branch(condition.any, [...path, 'any'], FALSE, TRUE)
  if ('none' in condition) {
    const some = branch(condition.none, [...path, 'none'], FALSE, TRUE)
    // What did not hold is no evidence.
    return { ...some, judge: facts => not(some.judge(facts)), held: () => [] }
  }
  return predicateNode(condition, path)
}

/** Kleene's conjunction or disjunction: `decided` ends it at once, `empty` is its value when nothing speaks against it. */
function branch(conditions: readonly Condition[], path: Path, empty: Verdict, decided: Verdict): Node {
  const inOrder = conditions.map((condition, at) => compile(condition, [...path, at]))
  const cheapFirst = [...inOrder].sort((left, right) => left.cost - right.cost)
  const judge = (facts: RuleFacts): Verdict => {
    let verdict = empty
    for (const { judge: judgePart } of cheapFirst) {
      const part = judgePart(facts)
      if (part === decided) return decided
      if (part === MAYBE) verdict = MAYBE
    }
    return verdict
  }
  return {
    judge,
    held: facts => inOrder.filter(part => part.judge(facts) === TRUE).flatMap(part => part.held(facts)),
    mayWait: inOrder.some(part => part.mayWait),
    cost: cheapFirst.reduce((sum, part) => sum + part.cost, 0),
  }
}

function predicateNode(predicate: Predicate, path: Path): Node {
  const node = ofPredicate(predicate)
  return { ...node, held: facts => [{ path, predicate, value: node.found?.(facts) }] }
}

type PredicateNode = Omit<Node, 'held'> & { readonly found?: (facts: RuleFacts) => FactValue | undefined }

function ofPredicate(predicate: Predicate): PredicateNode {
  if ('count' in predicate) {
    const { per, atLeast, windowSeconds } = predicate.count
    return {
      cost: 20,
      mayWait: true,
      judge: facts => whereKnown(facts.count(per, windowSeconds), count => (count ?? 0) >= atLeast),
      found: facts => numberOrNone(facts.count(per, windowSeconds)),
    }
  }
  if ('firstSeen' in predicate) {
    const { of, withinDays } = predicate.firstSeen
    return { cost: 100, mayWait: true, judge: facts => whereKnown(facts.isFirstSeen(of, withinDays), first => first === true) }
  }
  if ('time' in predicate) {
    const { timeZone, ...window } = predicate.time
    const inWindow = timeTest(window, timeZone)
    return { cost: 3, mayWait: false, judge: facts => verdictOf(inWindow(facts.occurredAt)) }
  }
  return ofField(predicate)
}

const whereKnown = <T>(fact: T | typeof UNKNOWN, test: (fact: T) => boolean): Verdict => (fact === UNKNOWN ? MAYBE : verdictOf(test(fact)))

const numberOrNone = (fact: number | undefined | typeof UNKNOWN): number | undefined => (fact === UNKNOWN ? undefined : fact)

/** Clocks are read once a minute: formatting a time costs more than all the rest of a rule. */
export function timeTest(window: { days: readonly number[]; from: string; to: string }, timeZone: string): (at: number) => boolean {
  const days = window.days.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : window.days
  let minute = NaN
  let answer = false
  return at => {
    const now = Math.floor(at / 60_000)
    if (now !== minute) {
      minute = now
      answer = isWithin({ ...window, days }, timeZone, at)
    }
    return answer
  }
}

type FieldPredicate = Extract<Predicate, { field: unknown }>

const SOURCE_COST = { alert: 1, memory: 5, lookup: 50 } as const

function ofField({ field, op, value }: FieldPredicate): PredicateNode {
  const { type, source } = RULE_FIELDS[field]
  const wanted = Array.isArray(value) ? value : [value]
  const cost = SOURCE_COST[source] + (op === 'regex' ? 10 : 0)
  const mayWait = source !== 'alert'
  if (type === 'listed') {
    const lists = wanted.map(String)
    return { cost, mayWait, judge: facts => anyOf(lists, listId => whereKnown(facts.isListed(field, listId), on => on)) }
  }
  if (op === 'known') {
    const isKnown = wanted.map(one => one === true)
    return { cost, mayWait, judge: facts => whereKnown(facts.values(field), values => isKnown.includes(values.length > 0)) }
  }
  const test = valueTest(field, op, wanted)
  return {
    cost,
    mayWait,
    judge: facts => {
      const values = facts.values(field)
      if (values === UNKNOWN) return MAYBE
      for (const one of values) if (test(one, facts)) return TRUE
      return FALSE
    },
    found: facts => {
      const values = facts.values(field)
      return values === UNKNOWN ? undefined : values.find(one => test(one, facts))
    },
  }
}

function anyOf<T>(items: readonly T[], judge: (item: T) => Verdict): Verdict {
  let verdict: Verdict = FALSE
  for (const item of items) {
    const one = judge(item)
    if (one === TRUE) return TRUE
    if (one > verdict) verdict = one
  }
  return verdict
}

type ValueTest = (value: FactValue, facts: RuleFacts) => boolean

function valueTest(field: RuleFieldName, op: FieldPredicate['op'], wanted: readonly FactValue[]): ValueTest {
  const { type } = RULE_FIELDS[field]
  const numbers = wanted.map(one => (type === 'severity' ? severityRank(one as Severity) : Number(one)))
  switch (op) {
    case 'atLeast': {
      const least = Math.min(...numbers)
      return value => typeof value === 'number' && value >= least
    }
    case 'atMost': {
      const most = Math.max(...numbers)
      return value => typeof value === 'number' && value <= most
    }
    case 'is': {
      const set = new Set<FactValue>(wantedValues(field, wanted))
      return value => set.has(value)
    }
    case 'inNetwork':
      return networkTest(wanted.map(String))
    case 'isOwn':
      return (value, facts) => wanted.includes(facts.isOwn(String(value)))
    case 'isPrivate':
      return value => wanted.includes(isPrivateAddress(String(value)))
    default:
      return someText(wanted.map(one => textTest(op, String(one))))
  }
}

const someText =
  (tests: readonly ((text: string) => boolean)[]): ValueTest =>
  value => {
    const text = String(value)
    return tests.some(test => test(text))
  }

function textTest(op: 'contains' | 'startsWith' | 'endsWith' | 'wildcard' | 'regex' | 'known', wanted: string): (text: string) => boolean {
  const text = wanted.toLowerCase()
  switch (op) {
    case 'contains':
      return value => value.includes(text)
    case 'startsWith':
      return value => value.startsWith(text)
    case 'endsWith':
      return value => value.endsWith(text)
    case 'wildcard':
      return wildcardTest(text)
    case 'regex':
      return regexTest(wanted)
    case 'known':
      return () => true
  }
}

function networkTest(networks: readonly string[]): ValueTest {
  const index = new RangeIndex(networks.map(network => ({ range: rangeOfNetwork(network) })))
  return value => {
    const range = knownRange(String(value))
    return range !== undefined && index.find(range) !== undefined
  }
}
