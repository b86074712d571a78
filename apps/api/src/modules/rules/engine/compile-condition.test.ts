import { OPERATORS, RULE_FIELDS, RULE_FIELD_NAMES, severityRank, type Condition, type Predicate, type Severity } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCondition } from './compile-condition.js'
import { UNKNOWN, type FactValue, type RuleFacts, type Unknown } from './rule-facts.js'
import { FALSE, MAYBE, TRUE, type Verdict } from './verdict.js'

const AT = Date.UTC(2026, 10, 24, 12, 0)

type Given = Readonly<Record<string, readonly FactValue[] | Unknown | undefined>>

interface MoreFacts {
  readonly listed?: readonly string[] | Unknown
  readonly counts?: number | undefined | Unknown
  readonly firstSeen?: boolean | undefined | Unknown
}

const factsOf = (given: Given, { listed = [], counts, firstSeen }: MoreFacts = {}): RuleFacts => ({
  occurredAt: AT,
  source: 'Edge',
  values: field => given[field] ?? [],
  isListed: (_field, listId) => (listed === UNKNOWN ? UNKNOWN : listed.includes(listId)),
  isOwn: address => address.startsWith('192.0.2.'),
  count: () => counts,
  isFirstSeen: () => firstSeen,
})

const judge = (condition: Condition, given: Given, more?: MoreFacts): Verdict => compileCondition(condition).judge(factsOf(given, more))

const field = (name: string, op: string, value: unknown): Predicate => ({ field: name, op, value }) as unknown as Predicate

describe('a predicate on a field', () => {
  /** One example per type and operator: the value wanted, one that holds, one that does not. */
  const EXAMPLES: Readonly<Record<string, readonly [wanted: unknown, holds: FactValue, fails: FactValue]>> = {
    'text is': ['Trust', 'trust', 'untrust'],
    'text contains': ['Rust', 'trust', 'dmz'],
    'text startsWith': ['Tr', 'trust', 'untrust'],
    'text endsWith': ['ST', 'trust', 'dmz'],
    'text wildcard': ['t*s?', 'trust', 'trusted'],
    'text regex': ['^t.*t$', 'trust', 'trusted'],
    'number is': [42, 42, 41],
    'number atLeast': [42, 43, 41],
    'number atMost': [42, 41, 43],
    'boolean is': [true, true, false],
    'severity is': ['HIGH', severityRank('HIGH'), severityRank('CRITICAL')],
    'severity atLeast': ['HIGH', severityRank('CRITICAL'), severityRank('LOW')],
    'choice is': ['MALICIOUS', 'MALICIOUS', 'BENIGN'],
    'address inNetwork': ['198.51.100.0/24', '198.51.100.7', '203.0.113.1'],
    'address isOwn': [true, '192.0.2.7', '203.0.113.1'],
    'address isPrivate': [true, '10.1.2.3', '203.0.113.1'],
    'country is': ['DE', 'DE', 'FR'],
    'score atLeast': [80, 81, 79],
  }
  const cases = RULE_FIELD_NAMES.flatMap(name => OPERATORS[RULE_FIELDS[name].type].map(op => [name, op] as const))

  it.each(cases.filter(([, op]) => op !== 'known'))('%s %s', (name, op) => {
    const { type } = RULE_FIELDS[name]
    if (type === 'listed') {
      const predicate = field(name, op, ['blocked', 'other'])
      expect(judge(predicate, {}, { listed: ['blocked'] })).toBe(TRUE)
      expect(judge(predicate, {}, { listed: ['third'] })).toBe(FALSE)
      expect(judge(predicate, {}, { listed: UNKNOWN })).toBe(MAYBE)
      return
    }
    const [wanted, holds, fails] = EXAMPLES[`${type} ${op}`] ?? []
    expect(holds, `an example for ${type} ${op}`).toBeDefined()
    const predicate = field(name, op, wanted)
    expect(judge(predicate, { [name]: [holds as FactValue] })).toBe(TRUE)
    expect(judge(predicate, { [name]: [fails as FactValue] })).toBe(FALSE)
    expect(judge(predicate, { [name]: [fails as FactValue, holds as FactValue] }), 'any of several values').toBe(TRUE)
    expect(judge(predicate, {}), 'a value that the alert does not have').toBe(FALSE)
    expect(judge(predicate, { [name]: UNKNOWN })).toBe(MAYBE)
    expect(judge({ none: [predicate] }, {}), 'none of a missing value').toBe(TRUE)
    expect(judge({ none: [predicate] }, { [name]: UNKNOWN })).toBe(MAYBE)
  })

  it.each(cases.filter(([, op]) => op === 'known'))('%s %s', (name, op) => {
    expect(judge(field(name, op, true), { [name]: ['x'] })).toBe(TRUE)
    expect(judge(field(name, op, true), {})).toBe(FALSE)
    expect(judge(field(name, op, false), {})).toBe(TRUE)
    expect(judge(field(name, op, true), { [name]: UNKNOWN })).toBe(MAYBE)
  })

  it('takes several wanted values as any of them', () => {
    expect(judge(field('subtype', 'is', ['virus', 'SPYWARE']), { subtype: ['spyware'] })).toBe(TRUE)
    expect(judge(field('attacker', 'inNetwork', ['2001:db8::/32', '203.0.113.1-203.0.113.9']), { attacker: ['203.0.113.5'] })).toBe(TRUE)
    expect(judge(field('attacker', 'inNetwork', ['2001:db8::/32', '203.0.113.1-203.0.113.9']), { attacker: ['2001:db8::1'] })).toBe(TRUE)
  })

  it('tells the value that held', () => {
    const condition: Condition = {
      all: [field('severity', 'atLeast', 'HIGH'), { any: [field('app', 'is', 'dns'), field('app', 'is', 'web')] }],
    }
    const facts = factsOf({ severity: [5], app: ['web'] })
    expect(compileCondition(condition).held(facts)).toEqual([
      { path: ['all', 0], predicate: field('severity', 'atLeast', 'HIGH'), value: 5 },
      { path: ['all', 1, 'any', 1], predicate: field('app', 'is', 'web'), value: 'web' },
    ])
  })
})

describe('other predicates', () => {
  const count: Condition = { count: { per: 'attacker', atLeast: 5, windowSeconds: 60 } }
  const first: Condition = { firstSeen: { of: 'user', withinDays: 7 } }

  it.each([
    [5, TRUE],
    [4, FALSE],
    [undefined, FALSE],
    [UNKNOWN, MAYBE],
  ] as const)('count %s', (counts, verdict) => {
    expect(judge(count, {}, { counts })).toBe(verdict)
  })

  it.each([
    [true, TRUE],
    [false, FALSE],
    [undefined, FALSE],
    [UNKNOWN, MAYBE],
  ] as const)('first seen %s', (firstSeen, verdict) => {
    expect(judge(first, {}, { firstSeen })).toBe(verdict)
  })

  it.each([
    [{ days: [], from: '08:00', to: '18:00', timeZone: 'UTC' }, TRUE],
    [{ days: [2], from: '08:00', to: '12:00', timeZone: 'UTC' }, FALSE],
    [{ days: [2], from: '12:00', to: '12:01', timeZone: 'UTC' }, TRUE],
    [{ days: [1], from: '08:00', to: '18:00', timeZone: 'UTC' }, FALSE],
    [{ days: [2], from: '21:00', to: '22:00', timeZone: 'Asia/Tokyo' }, TRUE],
    [{ days: [1], from: '22:00', to: '13:00', timeZone: 'UTC' }, TRUE],
  ])('time %j', (time, verdict) => {
    expect(judge({ time }, {})).toBe(verdict)
  })
})

describe('the compiled condition', () => {
  it('says what a naive reading of the tree says', () => {
    fc.assert(
      fc.property(conditions, factValues, (condition, given) => {
        expect(judge(condition, given)).toBe(naive(condition, given))
      }),
      { numRuns: 2_000 },
    )
  })

  it('asks for nothing more once it is decided', () => {
    const asked: string[] = []
    const facts: RuleFacts = {
      ...factsOf({ severity: [1] }),
      values: name => {
        asked.push(name)
        return name === 'severity' ? [1] : UNKNOWN
      },
    }
    const condition: Condition = { all: [field('userDepartment', 'is', 'finance'), field('severity', 'atLeast', 'HIGH')] }
    expect(compileCondition(condition).judge(facts)).toBe(FALSE)
    expect(asked).toEqual(['severity'])
  })
})

const LEAVES: readonly Predicate[] = [
  field('severity', 'atLeast', 'HIGH'),
  field('app', 'is', ['dns', 'web']),
  field('app', 'known', false),
  field('userDepartment', 'contains', 'fin'),
  field('attackerScore', 'atLeast', 50),
  field('attacker', 'inNetwork', '203.0.113.0/24'),
]
const conditions: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition; leaf: Condition }>(tie => ({
  leaf: fc.constantFrom(...LEAVES),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map(all => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map(any => ({ any })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map(none => ({ none })),
  ),
})).tree

const valuesOr = (...values: readonly FactValue[]): fc.Arbitrary<readonly FactValue[] | Unknown> =>
  fc.oneof(fc.subarray([...values]), fc.constant<Unknown>(UNKNOWN))
const factValues: fc.Arbitrary<Given> = fc.record({
  severity: valuesOr(0, 3, 5),
  app: valuesOr('dns', 'ssl'),
  userDepartment: valuesOr('finance', 'sales'),
  attackerScore: valuesOr(10, 90),
  attacker: valuesOr('203.0.113.9', '198.51.100.1'),
})

/** By the definition, without short cuts, for the leaves above. */
function naive(condition: Condition, given: Given): Verdict {
  if ('all' in condition) return Math.min(...condition.all.map(part => naive(part, given))) as Verdict
  if ('any' in condition) return Math.max(...condition.any.map(part => naive(part, given))) as Verdict
  if ('none' in condition) return (2 - Math.max(...condition.none.map(part => naive(part, given)))) as Verdict
  if (!('field' in condition)) throw new Error('No such leaf')
  const values = given[condition.field] ?? []
  if (values === UNKNOWN) return MAYBE
  const holds = (value: FactValue): boolean => {
    switch (condition.field) {
      case 'severity':
        return Number(value) >= severityRank(condition.value as Severity)
      case 'app':
        return ['dns', 'web'].includes(String(value))
      case 'userDepartment':
        return String(value).includes('fin')
      case 'attackerScore':
        return Number(value) >= 50
      default:
        return String(value).startsWith('203.0.113.')
    }
  }
  if (condition.op === 'known') return values.length === 0 ? TRUE : FALSE
  return values.some(holds) ? TRUE : FALSE
}
