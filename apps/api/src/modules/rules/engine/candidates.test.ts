import { ruleDefinition } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCondition } from './compile-condition.js'
import { compileRules } from './compile-rules.js'
import { UNKNOWN, type FactValue, type RuleFacts } from './rule-facts.js'
import { FALSE } from './verdict.js'

const predicate = fc.constantFrom<unknown[]>(
  { field: 'severity', op: 'atLeast', value: 'HIGH' },
  { field: 'severity', op: 'is', value: ['LOW', 'CRITICAL'] },
  { field: 'subtype', op: 'is', value: 'virus' },
  { field: 'blocked', op: 'is', value: true },
  { field: 'app', op: 'known', value: false },
  { field: 'app', op: 'contains', value: 'web' },
  { field: 'rule', op: 'is', value: ['DMZ in', 'Users out'] },
  { field: 'user', op: 'is', value: ['corp\\ann', 'corp\\bob'] },
  { field: 'threatId', op: 'is', value: [30_001, 30_002] },
  { field: 'userDepartment', op: 'is', value: 'finance' },
  { field: 'attacker', op: 'isOwn', value: false },
  { field: 'attacker', op: 'inNetwork', value: ['198.51.100.0/24', '2001:db8::/32'] },
  { field: 'attacker', op: 'inNetwork', value: '198.51.100.4-198.51.100.9' },
  { field: 'anyAddress', op: 'inNetwork', value: ['10.0.0.0/8', '203.0.113.7'] },
  { field: 'attackerListed', op: 'is', value: 'list' },
  { count: { per: 'attacker', atLeast: 3, windowSeconds: 60 } },
  { firstSeen: { of: 'attacker', withinDays: 1 } },
  { time: { days: [], from: '08:00', to: '18:00', timeZone: 'UTC' } },
)
const { condition } = fc.letrec<{ condition: unknown }>(tie => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    predicate,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(all => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(any => ({ any })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map(none => ({ none })),
  ),
}))

const facts = fc
  .record({
    severity: fc.nat({ max: 5 }),
    subtype: fc.constantFrom('virus', 'url'),
    blocked: fc.boolean(),
    rule: fc.constantFrom<(readonly FactValue[])[]>([], ['dmz in'], ['users out'], ['other']),
    user: fc.constantFrom<(readonly FactValue[])[]>([], ['corp\\ann'], ['corp\\ann', 'corp\\bob']),
    threatId: fc.constantFrom<(readonly FactValue[])[]>([], [30_001], [40_000]),
    attacker: fc.constantFrom<(readonly FactValue[])[]>([], ['198.51.100.7'], ['198.51.100.200'], ['2001:db8::7'], ['not an address']),
    target: fc.constantFrom('10.1.2.3', '203.0.113.7', '192.0.2.1'),
    app: fc.constantFrom<(readonly FactValue[])[]>([], ['web-browsing'], ['ssl']),
    department: fc.constantFrom<(readonly FactValue[] | typeof UNKNOWN)[]>(UNKNOWN, ['finance'], []),
    listed: fc.constantFrom<(boolean | typeof UNKNOWN)[]>(true, false, UNKNOWN),
    count: fc.nat({ max: 5 }),
    hour: fc.nat({ max: 23 }),
  })
  .map(({ severity, subtype, blocked, rule, user, threatId, attacker, target, app, department, listed, count, hour }): RuleFacts => ({
    occurredAt: Date.UTC(2026, 10, 24, hour),
    source: 'Edge',
    values: field => {
      const known: Partial<Record<string, readonly FactValue[] | typeof UNKNOWN>> = {
        severity: [severity],
        subtype: [subtype],
        blocked: [blocked],
        rule,
        user,
        threatId,
        app,
        attacker,
        anyAddress: [...attacker, target],
        userDepartment: department,
      }
      return known[field] ?? []
    },
    isListed: () => listed,
    isOwn: () => false,
    count: () => count,
    isFirstSeen: () => listed,
  }))

describe('compileRules', () => {
  it('leaves out no rule that can match, whatever it has judged before', () => {
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 6 }),
        fc.array(facts, { minLength: 1, maxLength: 6 }),
        (conditions, alerts) => {
          const rules = conditions.map((one, id) => ({
            id,
            name: String(id),
            version: 1,
            mode: 'ON' as const,
            stopAfterMatch: false,
            definition: ruleDefinition.parse({ condition: one, actions: [{ do: 'tag', tags: ['x'] }] }),
          }))
          const compiled = compileRules(rules)
          const single = rules.map(({ definition }) => compileCondition(definition.condition))
          for (const alert of alerts)
            expect(compiled.judge(alert).map(({ rule }) => rule.id)).toEqual(
              rules.filter(({ id }) => single[id]?.judge(alert) !== FALSE).map(({ id }) => id),
            )
        },
      ),
    )
  })
})
