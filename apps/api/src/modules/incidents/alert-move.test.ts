import { describe, expect, it } from 'vitest'
import { planLinking, refusesMerge, refusesUndo, type MovableIncident, type UndoableMove } from './alert-move.js'

const incident = (id: string, given: Partial<MovableIncident> = {}): MovableIncident => ({
  id,
  sourceId: 1,
  state: 'OPEN',
  linkKey: 'VICTIM_ADDRESS',
  linkValue: `192.0.2.${id}`,
  linking: true,
  mergedIntoId: null,
  version: 1,
  ...given,
})
const NOW = new Date('2026-03-04T12:00:00Z')

describe('refusesMerge', () => {
  it.each([
    ['two open ones', incident('1'), [incident('2')], undefined],
    ['a closed one goes', incident('1'), [incident('2', { state: 'CLOSED' })], undefined],
    ['into a closed one', incident('1', { state: 'CLOSED' }), [incident('2')], 'INC-1 is closed: reopen it first'],
    ['into a muted one', incident('1', { state: 'IGNORED' }), [incident('2')], 'INC-1 is ignored: reopen it first'],
    ['into one that is gone', incident('1', { state: 'CLOSED', mergedIntoId: '7' }), [incident('2')], 'INC-1 was merged into INC-7'],
    ['one that is gone', incident('1'), [incident('2', { mergedIntoId: '1' })], 'INC-2 was merged into INC-1 already'],
  ] as const)('%s', (_, into, from, reason) => expect(refusesMerge(into, from)).toBe(reason))
})

describe('planLinking', () => {
  const key = (id: string) => ({ linkKey: 'VICTIM_ADDRESS', linkValue: `192.0.2.${id}` })
  const idle = { linking: false } as const

  it.each([
    ['keys of the others are passed on', incident('1'), [incident('2'), incident('3', idle)], true, { passing: ['2'], taken: undefined }],
    ['nobody takes alerts', incident('1', idle), [incident('2', idle)], true, { passing: [], taken: undefined }],
    ['it gets its own key back', incident('1', idle), [incident('2')], true, { passing: ['2'], taken: key('1') }],
    [
      'the successor of its own key lets go of it',
      incident('1', idle),
      [incident('2', key('1')), incident('3')],
      true,
      { passing: ['3'], taken: key('1') },
    ],
    ['its own key is held by a stranger', incident('1', idle), [incident('2'), incident('3')], false, { passing: ['3'], taken: key('2') }],
    [
      'it has no key',
      incident('1', { linking: false, linkKey: null, linkValue: null }),
      [incident('2')],
      false,
      { passing: [], taken: key('2') },
    ],
    [
      'keys of another source are not taken over',
      incident('1', { linking: false, linkKey: null, linkValue: null }),
      [incident('2', { sourceId: 9 })],
      false,
      { passing: [], taken: undefined },
    ],
  ] as const)('%s', (_, into, from, free, plan) => expect(planLinking(into, from, free)).toEqual(plan))
})

describe('refusesUndo', () => {
  const merge: UndoableMove = {
    kind: 'MERGE',
    createdAt: new Date(NOW.getTime() - 3_600_000),
    undoneAt: null,
    from: incident('2', { state: 'CLOSED', mergedIntoId: '1' }),
    to: incident('1'),
    madeVersion: undefined,
  }
  const split: UndoableMove = { ...merge, kind: 'SPLIT', from: incident('1'), to: incident('2', { version: 2 }), madeVersion: 2 }

  it.each([
    ['a merge', merge, undefined],
    ['alerts that were taken out', split, undefined],
    ['into an incident that was there', { ...split, to: incident('2', { version: 9 }), madeVersion: undefined }, undefined],
    ['twice', { ...merge, undoneAt: NOW }, 'It was undone already'],
    ['at the end of the day', { ...merge, createdAt: new Date(NOW.getTime() - 24 * 3_600_000) }, undefined],
    ['after the day', { ...merge, createdAt: new Date(NOW.getTime() - 24 * 3_600_000 - 1) }, 'It can be undone for 24 hours only'],
    ['after the other was assigned', { ...merge, to: incident('1', { state: 'ASSIGNED', version: 7 }) }, undefined],
    ['after the other was closed', { ...merge, to: incident('1', { state: 'CLOSED' }) }, 'INC-1 is closed: reopen it first'],
    [
      'after the other was merged',
      { ...merge, to: incident('1', { state: 'CLOSED', mergedIntoId: '5' }) },
      'INC-1 was merged into INC-5 since: undo that first',
    ],
    ['after it was brought back', { ...merge, from: incident('2') }, 'INC-2 is not merged into INC-1 any more'],
    [
      'after the new one was worked on',
      { ...split, to: incident('2', { version: 3 }) },
      'INC-2 was changed since: merge it into INC-1 instead',
    ],
    ['after the old one was closed', { ...split, from: incident('1', { state: 'CLOSED' }) }, 'INC-1 is closed: reopen it first'],
  ] as const)('%s', (_, move, reason) => expect(refusesUndo(move, NOW)).toBe(reason))
})
