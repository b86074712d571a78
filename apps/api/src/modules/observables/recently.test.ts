import { expect, it } from 'vitest'
import { Recently } from './recently.js'

it('says once that something is new, until it is forgotten', () => {
  let now = 0
  const recently = new Recently({ clock: { now: () => now }, milliseconds: 10, max: 5 })
  expect([recently.begin('a'), recently.begin('a'), recently.begin('b')]).toEqual([true, false, true])
  now = 9
  expect([recently.has('a'), recently.begin('a')]).toEqual([true, false])
  now = 10
  expect([recently.has('a'), recently.begin('a'), recently.begin('a')]).toEqual([false, true, false])
  recently.end('a')
  expect(recently.begin('a')).toBe(true)
})

it('forgets the oldest when there are too many', () => {
  const recently = new Recently({ clock: { now: () => 0 }, milliseconds: 10, max: 3 })
  for (const key of ['a', 'b', 'c', 'd']) recently.begin(key)
  expect(['a', 'b', 'c', 'd'].map(key => recently.has(key))).toEqual([false, true, true, true])
})
