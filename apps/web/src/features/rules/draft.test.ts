import { ruleDefinition, RULE_FIELD_NAMES } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { definitionOf, draftOf, movedBy, newLeaf, plainOrList, sameJson } from './draft'
import { everyHour } from './every-hour'
import { localFaults } from './faults'
import { effectText } from './preview-words'
import { spentText } from './rule-words'

const whole = {
  sources: ['Edge'],
  schedule: { days: [1], from: '08:00', to: '18:00', timeZone: 'UTC' },
  condition: {
    any: [
      { field: 'app', op: 'is', value: ['ssh', 'telnet'] },
      { all: [{ field: 'attacker', op: 'isOwn', value: false }, { none: [{ firstSeen: { of: 'user', withinDays: 3 } }] }] },
      { time: { days: [], from: '22:00', to: '06:00', timeZone: 'UTC' } },
    ],
  },
  actions: [
    { do: 'addToList', listId: 'l', value: 'URL', ttlSeconds: null },
    { do: 'close', summary: 'Noise' },
  ],
  waitSeconds: 0,
}

describe('a draft', () => {
  it('is the definition it was made of', () => expect(definitionOf(draftOf(whole))).toEqual(whole))

  it('puts a lone condition into a group', () => {
    const lone = { ...whole, condition: { field: 'app', op: 'is', value: 'ssh' } }
    expect(definitionOf(draftOf(lone))).toMatchObject({ condition: { all: [lone.condition] } })
  })

  it.each([null, 7, [], { condition: 'x', actions: [3], sources: null }, { condition: { all: [1, null] } }])('is made of %j, too', json => {
    const parsed = ruleDefinition.safeParse(definitionOf(draftOf(json)))
    expect(parsed.success).toBe(false)
  })

  it.each(RULE_FIELD_NAMES)('begins a predicate of %s that lacks at most its value', field => {
    const faults = localFaults({ ...whole, condition: newLeaf(field).leaf })
    expect(faults.filter(({ missing }) => !missing)).toEqual([])
  })
})

describe('faults', () => {
  it('stand at their part, and say when nothing is there yet', () => {
    const condition = {
      all: [
        { field: 'app', op: 'is', value: 'ssh' },
        { any: [{ field: 'attackerScore', op: 'atLeast', value: 101 }, newLeaf('url').leaf] },
      ],
    }
    expect(localFaults({ ...whole, condition })).toEqual([
      { path: 'condition.all.1.any.0.value', message: 'A score is between 0 and 100', missing: false },
      { path: 'condition.all.1.any.1.value', message: 'Give a value', missing: true },
    ])
  })
})

it('moves within bounds', () => {
  expect(movedBy(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(movedBy(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})

it('writes one value as itself', () => {
  expect([plainOrList([]), plainOrList([1]), plainOrList([1, 2])]).toEqual([undefined, 1, [1, 2]])
})

it('compares JSON without the order of keys', () => {
  expect(sameJson({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true)
  expect(sameJson([1, 2], [2, 1])).toBe(false)
})

it('counts by hour, with the empty ones', () => {
  const now = Date.parse('2026-11-24T10:30:00Z')
  expect(everyHour([{ hour: '2026-11-24T09:00:00.000Z', matches: 4 }], 3, now)).toEqual([0, 4, 0])
})

it.each([
  [0.012, '12 µs'],
  [12.4, '12 ms'],
  [1_540, '1.5 s'],
])('%s ms: %s', (spent, words) => expect(spentText(spent)).toBe(words))

it('says what would be done', () => {
  const effect = { action: 'Tag', times: 3, wouldAdd: 0, alreadyListed: 0, protected: 0, internal: 0, invalid: 0 }
  expect(effectText(effect, false)).toBe('3 times')
  expect(effectText({ ...effect, wouldAdd: 14, alreadyListed: 3, internal: 2 }, true)).toBe('would add 14 (3 already listed, 2 internal)')
})
