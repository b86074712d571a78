import { bulkAction } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { isEmptyAction, isFarOff, jobTitle } from './bulk-action.js'

const names = { assignee: 'Ann', team: 'Night shift' }

describe('jobTitle', () => {
  it.each<[action: object, title: string]>([
    [{ kind: 'CLOSE', summary: 'Scanner of ours', disposition: 'False positive' }, 'Close as False positive'],
    [{ kind: 'CLOSE', summary: 'Scanner of ours', disposition: null }, 'Close: Scanner of ours'],
    [{ kind: 'IGNORE' }, 'Ignore'],
    [{ kind: 'IGNORE', until: '2026-12-01T10:30:00Z' }, 'Mute until 2026-12-01 10:30 UTC'],
    [{ kind: 'REOPEN', comment: null }, 'Reopen'],
    [{ kind: 'COMMENT', comment: 'Hi' }, 'Comment'],
    [{ kind: 'ASSIGN', assigneeId: '0198c0de-0000-7000-8000-000000000001' }, 'Assign to Ann'],
    [{ kind: 'ASSIGN', assigneeId: null, teamId: 3 }, 'Take the assignee away, give to team Night shift'],
    [
      { kind: 'EDIT', severity: 'HIGH', disposition: null, addTags: ['vip'], removeTags: ['a', 'b'] },
      'Set severity to high, clear disposition, add tag vip, remove tags a, b',
    ],
  ])('%j', (action, title) => expect(jobTitle(bulkAction.parse(action), names)).toBe(title))

  it('is not too long', () => {
    const action = bulkAction.parse({ kind: 'CLOSE', summary: 'x'.repeat(500) })
    expect(jobTitle(action, names)).toHaveLength(200)
  })
})

it.each<[action: object, empty: boolean]>([
  [{ kind: 'EDIT' }, true],
  [{ kind: 'EDIT', addTags: [] }, true],
  [{ kind: 'EDIT', classification: null }, false],
  [{ kind: 'ASSIGN' }, true],
  [{ kind: 'ASSIGN', teamId: null }, false],
  [{ kind: 'REOPEN' }, false],
])('%j is empty: %s', (action, empty) => expect(isEmptyAction(bulkAction.parse(action))).toBe(empty))

it.each<[seen: number, real: number, far: boolean]>([
  [100, 100, false],
  [100, 110, false],
  [100, 111, true],
  [100, 90, false],
  [100, 89, true],
  [5, 6, true],
  [0, 0, false],
  [0, 1, true],
])('who saw %i and finds %i is surprised: %s', (seen, real, far) => expect(isFarOff(seen, real)).toBe(far))
