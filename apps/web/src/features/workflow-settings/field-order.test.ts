import { describe, expect, it } from 'vitest'
import { changedValues, type FieldChange } from './field-order'

const CASES: readonly (readonly [FieldChange, readonly string[]])[] = [
  [{ kind: 'add', value: 'd' }, ['a', 'b', 'c', 'd']],
  [{ kind: 'add', value: 'a' }, ['a', 'b', 'c']],
  [{ kind: 'retire', value: 'b' }, ['a', 'c']],
  [{ kind: 'retire', value: 'gone' }, ['a', 'b', 'c']],
  [{ kind: 'move', value: 'c', step: -1 }, ['a', 'c', 'b']],
  [{ kind: 'move', value: 'a', step: 1 }, ['b', 'a', 'c']],
  [{ kind: 'move', value: 'a', step: -1 }, ['a', 'b', 'c']],
  [{ kind: 'move', value: 'c', step: 1 }, ['a', 'b', 'c']],
  [{ kind: 'move', value: 'gone', step: 1 }, ['a', 'b', 'c']],
]

describe('a set of values', () => {
  it.each(CASES)('%j', (change, after) => expect(changedValues(['a', 'b', 'c'], change)).toEqual(after))
})
