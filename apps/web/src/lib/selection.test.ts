import { describe, expect, it } from 'vitest'
import { NOTHING_SELECTED, type SelectionAction, selectionReducer } from './selection'

const rows = ['a', 'b', 'c', 'd'].map(id => ({ id }))
const toggled = (id: string): SelectionAction => ({ type: 'toggled', id })
const range = (id: string, given = rows): SelectionAction => ({ type: 'range', id, rows: given })
const after = (...actions: readonly SelectionAction[]) => [...actions.reduce(selectionReducer, NOTHING_SELECTED).ids]

describe('a selection', () => {
  it.each<[string, readonly SelectionAction[], readonly string[]]>([
    ['ticks and unticks', [toggled('a'), toggled('b'), toggled('a')], ['b']],
    ['takes a range downwards', [toggled('b'), range('d')], ['b', 'c', 'd']],
    ['takes a range upwards, from the row ticked last', [toggled('d'), toggled('c'), range('a')], ['d', 'c', 'a', 'b']],
    ['ticks one row when a range has no beginning', [range('c')], ['c']],
    ['ticks one row when the beginning is gone', [toggled('x'), range('b')], ['x', 'b']],
    ['goes on from the end of a range', [toggled('a'), range('b'), range('c')], ['a', 'b', 'c']],
    ['takes all', [toggled('x'), { type: 'all', rows }], ['a', 'b', 'c', 'd']],
    ['forgets', [toggled('a'), { type: 'cleared' }], []],
  ])('%s', (_what, actions, ids) => expect(after(...actions)).toEqual(ids))

  it('is the same object when there is nothing to forget', () =>
    expect(selectionReducer(NOTHING_SELECTED, { type: 'cleared' })).toBe(NOTHING_SELECTED))
})
