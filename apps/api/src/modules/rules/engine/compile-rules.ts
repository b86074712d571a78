import type { RuleDefinition, RuleMode } from '@sallyport/shared'
import { anchorOf } from './anchored.js'
import { Candidates } from './candidates.js'
import { compileCondition, timeTest, type CompiledCondition } from './compile-condition.js'
import { FALSE, TRUE } from './verdict.js'
import type { CountKey, RuleFacts } from './rule-facts.js'

/** A rule as the engine needs it. */
export interface RuleInForce {
  readonly id: number
  readonly name: string
  readonly version: number
  readonly mode: RuleMode
  readonly stopAfterMatch: boolean
  readonly definition: RuleDefinition
}

export interface Judgement {
  readonly rule: RuleInForce
  /** unknown: it may match once more is known. */
  readonly verdict: 'match' | 'unknown'
  readonly condition: CompiledCondition
}

/** A window over which alerts have to be counted. */
export interface WantedCount {
  readonly per: CountKey
  readonly windowSeconds: number
}

export interface CompiledRules {
  readonly size: number
  /**
   * In the order of the rules. After a rule that matches and stops, later ones are not asked. One that is unknown does not stop
   * them: nothing waits for it.
   */
  judge(facts: RuleFacts): Judgement[]
  conditionOf(ruleId: number): CompiledCondition | undefined
  readonly counts: readonly WantedCount[]
  /** Global ids of the lists that conditions ask about. */
  readonly listIds: ReadonlySet<string>
}

/** Rules that are switched off are left out. @throws where one does not compile */
export function compileRules(rules: readonly RuleInForce[]): CompiledRules {
  const compiled = rules
    .filter(({ mode }) => mode !== 'OFF')
    .map((rule, order) => {
      const { sources, schedule, condition } = rule.definition
      const compiledCondition = compileCondition(condition)
      return {
        rule,
        order,
        anchor: anchorOf(condition),
        sources: new Set(sources),
        inTime: schedule ? timeTest(schedule, schedule.timeZone) : undefined,
        condition: compiledCondition,
        judge: compiledCondition.judge,
        asksForTime: [...predicatesOf(condition)].some(predicate => 'time' in predicate),
      }
    })
  const candidates = new Candidates(compiled)
  const byId = new Map(compiled.map(({ rule, condition }) => [rule.id, condition]))
  return {
    size: compiled.length,
    judge(facts) {
      const judgements: Judgement[] = []
      for (const { rule, sources, inTime, condition } of candidates.of(facts)) {
        if (sources.size > 0 && !sources.has(facts.source)) continue
        const verdict = condition.judge(facts)
        if (verdict === FALSE) continue
        if (inTime && !inTime(facts.occurredAt)) continue
        judgements.push({ rule, verdict: verdict === TRUE ? 'match' : 'unknown', condition })
        if (verdict === TRUE && rule.stopAfterMatch && rule.mode === 'ON') break
      }
      return judgements
    },
    conditionOf: ruleId => byId.get(ruleId),
    counts: distinctCounts(compiled.map(({ rule }) => rule.definition)),
    listIds: new Set(compiled.flatMap(({ rule }) => listsOf(rule.definition.condition))),
  }
}

type AnyCondition = RuleDefinition['condition']

function* predicatesOf(condition: AnyCondition): Generator<AnyCondition> {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : 'none' in condition ? condition.none : undefined
  if (parts) for (const part of parts) yield* predicatesOf(part)
  else yield condition
}

function distinctCounts(definitions: readonly RuleDefinition[]): WantedCount[] {
  const wanted = new Map<string, WantedCount>()
  for (const { condition } of definitions)
    for (const predicate of predicatesOf(condition))
      if ('count' in predicate) wanted.set(`${predicate.count.per} ${predicate.count.windowSeconds}`, predicate.count)
  return [...wanted.values()]
}

const listsOf = (condition: AnyCondition): string[] =>
  [...predicatesOf(condition)].flatMap(predicate =>
    'field' in predicate && predicate.field.endsWith('Listed')
      ? (Array.isArray(predicate.value) ? predicate.value : [predicate.value]).map(String)
      : [],
  )
