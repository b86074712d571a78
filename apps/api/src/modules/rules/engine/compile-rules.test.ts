import { ruleDefinition, type RuleMode } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { compileRules, type RuleInForce } from './compile-rules.js'
import { diffRule } from './diff-rule.js'
import { UNKNOWN, type RuleFacts } from './rule-facts.js'

const AT = Date.UTC(2026, 10, 24, 12, 0)

let id = 0
const rule = (
  condition: unknown,
  given: { mode?: RuleMode; stop?: boolean; sources?: string[]; schedule?: unknown } = {},
): RuleInForce => ({
  id: (id += 1),
  name: `rule ${id}`,
  version: 1,
  mode: given.mode ?? 'ON',
  stopAfterMatch: given.stop ?? false,
  definition: ruleDefinition.parse({
    sources: given.sources ?? [],
    schedule: given.schedule ?? null,
    condition,
    actions: [{ do: 'tag', tags: ['x'] }],
  }),
})
const blocked = { field: 'blocked', op: 'is', value: true }
const department = { field: 'userDepartment', op: 'is', value: 'finance' }
const facts: RuleFacts = {
  occurredAt: AT,
  source: 'Edge',
  values: field => (field === 'blocked' ? [true] : field === 'userDepartment' ? UNKNOWN : []),
  isListed: () => false,
  isOwn: () => false,
  count: () => 1,
  isFirstSeen: () => false,
}
const judged = (rules: readonly RuleInForce[]) =>
  compileRules(rules)
    .judge(facts)
    .map(({ rule: { id: ruleId }, verdict }) => [rules.findIndex(one => one.id === ruleId), verdict])

describe('compileRules', () => {
  it('judges in order and leaves out those that are off', () => {
    expect(judged([rule(blocked), rule(blocked, { mode: 'OFF' }), rule(department), rule({ none: [blocked] })])).toEqual([
      [0, 'match'],
      [2, 'unknown'],
    ])
  })

  it('stops after a match of a rule that stops, not after one that is unknown or only logs', () => {
    expect(judged([rule(blocked, { stop: true }), rule(blocked)])).toEqual([[0, 'match']])
    expect(judged([rule(department, { stop: true }), rule(blocked)])).toEqual([
      [0, 'unknown'],
      [1, 'match'],
    ])
    expect(judged([rule(blocked, { stop: true, mode: 'LOG_ONLY' }), rule(blocked)])).toHaveLength(2)
  })

  it('keeps to sources and schedule', () => {
    expect(judged([rule(blocked, { sources: ['Other'] }), rule(blocked, { sources: ['Edge'] })])).toEqual([[1, 'match']])
    const night = { days: [], from: '22:00', to: '06:00', timeZone: 'UTC' }
    expect(judged([rule(blocked, { schedule: night })])).toEqual([])
  })

  it('tells what has to be counted and which lists are asked about', () => {
    const count = { count: { per: 'attacker', atLeast: 3, windowSeconds: 60 } }
    const compiled = compileRules([
      rule({ all: [count, { field: 'attackerListed', op: 'is', value: ['a', 'b'] }] }),
      rule({ any: [count, blocked] }),
    ])
    expect(compiled.counts).toHaveLength(1)
    expect([...compiled.listIds]).toEqual(['a', 'b'])
  })
})

describe('diffRule', () => {
  it('names each part that differs', () => {
    const before = { name: 'a', definition: { actions: [{ do: 'tag', tags: ['x'] }], waitSeconds: 60 } }
    const after = { name: 'b', definition: { actions: [{ do: 'tag', tags: ['x', 'y'] }], waitSeconds: 60 } }
    expect(diffRule(before, after)).toEqual([
      { path: 'name', before: 'a', after: 'b' },
      { path: 'definition.actions.0.tags.1', before: null, after: 'y' },
    ])
    expect(diffRule(before, structuredClone(before))).toEqual([])
  })
})
