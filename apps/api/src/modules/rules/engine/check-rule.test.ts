import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRule, type RuleSurroundings } from './check-rule.js'

const AROUND: RuleSurroundings = {
  lists: new Map([
    ['list-a', 'ADDRESS'],
    ['list-u', 'USER'],
  ]),
  channels: new Set(['mail']),
  people: new Set(['ann']),
  teams: new Set(['soc']),
}
const tag = { do: 'tag', tags: ['seen'] }
const faultsOf = (definition: unknown) => {
  const checked = checkRule(definition, AROUND)
  return checked.ok ? [] : checked.faults.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('checkRule', () => {
  it('takes a good rule and fills in what is left out', () => {
    const checked = checkRule(
      {
        condition: {
          all: [
            { field: 'attacker', op: 'inNetwork', value: ['203.0.113.0/24'] },
            { field: 'attackerListed', op: 'is', value: 'list-a' },
          ],
        },
        actions: [
          { do: 'addToList', listId: 'list-a', value: 'ATTACKER', ttlSeconds: 3_600 },
          { do: 'assign', teamId: 'soc' },
        ],
      },
      AROUND,
    )
    expect(checked).toMatchObject({ ok: true, definition: { sources: [], schedule: null, waitSeconds: 60 } })
  })

  it.each([
    [{ condition: { all: [] }, actions: [tag] }, 'condition.all: Add a condition'],
    [{ condition: { all: [{ field: 'app', op: 'is', value: 'dns' }] }, actions: [] }, 'actions: Add an action'],
    [
      { condition: { any: [{ field: 'attacker', op: 'inNetwork', value: 'not a net' }] }, actions: [tag] },
      'condition.any.0.value: not a net is not an address, a network or a range',
    ],
    [
      { condition: { all: [{ none: [{ field: 'severity', op: 'contains', value: 'HIGH' }] }] }, actions: [tag] },
      "condition.all.0.none.0.op: Severity cannot be compared by 'contains'",
    ],
    [
      { condition: { field: 'attackerListed', op: 'is', value: 'list-u' }, actions: [tag] },
      'condition.value: That list holds users, not addresses',
    ],
    [
      { condition: { field: 'blocked', op: 'is', value: true }, actions: [{ do: 'addToList', listId: 'gone', value: 'USER' }] },
      'actions.0.listId: There is no such list',
    ],
    [{ condition: { field: 'blocked', op: 'is', value: true }, actions: [{ do: 'assign' }] }, 'actions.0: Choose a person or a team'],
    [
      { condition: { field: 'blocked', op: 'is', value: true }, actions: [{ do: 'notify', channelId: 'gone' }] },
      'actions.0.channelId: There is no such channel',
    ],
  ])('names the part at fault: %j', (definition, fault) => {
    expect(faultsOf(definition)).toContain(fault)
  })

  it('names a regular expression that blows up or does not compile', () => {
    const [fault] = faultsOf({ condition: { field: 'url', op: 'regex', value: '(?<=a)b' }, actions: [tag] })
    expect(fault).toMatch(/^condition\.value: Not a regular expression of RE2/)
  })

  it('bounds depth and number', () => {
    let deep: unknown = { field: 'app', op: 'is', value: 'dns' }
    for (let level = 0; level < 10_000; level += 1) deep = { all: [deep] }
    expect(faultsOf({ condition: deep, actions: [tag] })).toEqual(['condition: Groups are nested more than 6 deep'])
    const wide = { all: Array.from({ length: 5_000 }, () => ({ field: 'app', op: 'is', value: 'dns' })) }
    expect(faultsOf({ condition: wide, actions: [tag] })[0]).toMatch(/At most/)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), typed => {
        expect(checkRule(typed, AROUND).ok).toBe(false)
      }),
    )
  })
})
