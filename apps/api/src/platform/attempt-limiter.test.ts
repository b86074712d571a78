import { expect, it } from 'vitest'
import { AttemptLimiter } from './attempt-limiter.js'

it('lets so many through in a window, and each key on its own', () => {
  let now = 0
  const limiter = new AttemptLimiter({ max: 2, windowMs: 60_000 }, { now: () => now })
  limiter.count('192.0.2.1')
  expect(limiter.waitSeconds('192.0.2.1')).toBeUndefined()
  limiter.count('192.0.2.1')
  now = 20_000
  expect(limiter.waitSeconds('192.0.2.1')).toBe(40)
  expect(limiter.waitSeconds('192.0.2.2')).toBeUndefined()
  now = 60_000
  expect(limiter.waitSeconds('192.0.2.1')).toBeUndefined()
})

it('forgets the oldest before it grows without end', () => {
  const limiter = new AttemptLimiter({ max: 1, windowMs: 60_000, rememberedMax: 2 }, { now: () => 0 })
  for (const key of ['a', 'b', 'c']) limiter.count(key)
  expect(['a', 'b', 'c'].map(key => limiter.waitSeconds(key))).toEqual([undefined, 60, 60])
})
