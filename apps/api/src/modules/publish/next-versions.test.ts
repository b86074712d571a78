import { describe, expect, it } from 'vitest'
import { nextVersions } from './next-versions.js'

const LIMITS = { guardPercent: 30, guardEntries: 2 }
const FREE = { guardPercent: 100, guardEntries: 1_000 }
const v = (letters: string): string[] => [...letters]

describe('the next versions of a list', () => {
  it.each([
    // in force, gone, wanted, must wait, purged, added, removed, held
    { what: 'a first version asks nobody', inForce: undefined, gone: '', wanted: 'abcdef', purged: undefined, next: [6, 0], held: false },
    { what: 'a small change goes in force', inForce: 'abcdef', gone: '', wanted: 'abcdg', purged: undefined, next: [1, 2], held: false },
    { what: 'a large removal is held', inForce: 'abcdef', gone: '', wanted: 'abc', purged: undefined, next: [0, 3], held: true },
    { what: 'what is gone is no removal', inForce: 'abcdef', gone: 'abc', wanted: 'def', purged: undefined, next: [0, 3], held: false },
    { what: 'all may be gone', inForce: 'abcdef', gone: 'abcdef', wanted: '', purged: undefined, next: [0, 6], held: false },
    { what: 'only the rest is held', inForce: 'abcdefg', gone: 'abc', wanted: 'd', purged: [0, 3], next: [0, 3], held: true },
    { what: 'additions are held without it', inForce: 'abcdef', gone: 'a', wanted: 'bcdefxyz', purged: [0, 1], next: [3, 0], held: true },
    {
      what: 'its share is that of the rest',
      inForce: 'abcdefghijkl',
      gone: 'abcdef',
      wanted: 'ghi',
      purged: [0, 6],
      next: [0, 3],
      held: true,
    },
    { what: 'what is gone comes first', inForce: 'ab', gone: 'a', wanted: 'b', mustWait: true, purged: [0, 1], next: [0, 0], held: true },
    { what: 'a pin holds all else', inForce: 'ab', gone: '', wanted: 'abc', mustWait: true, purged: undefined, next: [1, 0], held: true },
    { what: 'nothing is asked of no version', inForce: undefined, gone: '', wanted: 'a', mustWait: true, next: [1, 0], held: false },
    { what: 'gone values of old count not', inForce: 'ab', gone: 'z', wanted: 'abcde', purged: undefined, next: [3, 0], held: true },
  ])('$what', ({ inForce, gone, wanted, mustWait = false, purged, next, held }) => {
    const situation = { inForce: inForce === undefined ? undefined : v(inForce), gone: new Set(gone), wanted: v(wanted), mustWait }
    const result = nextVersions(situation, LIMITS)
    const counts = (diff: typeof result.next | undefined) => diff && [diff.added, diff.removed]
    expect([counts(result.purge), counts(result.next), result.held]).toEqual([purged, next, held])
    // Without a guard only a person's decision is waited for.
    expect(nextVersions(situation, FREE).held).toBe(mustWait && inForce !== undefined)
  })
})
