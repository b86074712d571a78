import { expect, it } from 'vitest'
import { dueAt, shrinkFault } from './feed-schedule.js'

const at = new Date('2026-03-04T12:00:00Z')
const minutesUntil = (feed: Partial<Parameters<typeof dueAt>[0]>) =>
  (dueAt({ id: 1, intervalSeconds: 3_600, fetchedAt: at, error: null, ...feed }) - at.getTime()) / 60_000

it('is due after the interval and up to a tenth more, the same for all who ask', () => {
  const spread = Array.from({ length: 100 }, (_, id) => minutesUntil({ id }))
  for (const minutes of spread) expect(minutes).toSatisfy((value: number) => value >= 60 && value <= 66)
  expect(new Set(spread).size).toBeGreaterThan(90)
  expect(minutesUntil({})).toBe(minutesUntil({}))
})

it('is tried again sooner after a failure, but not all the time', () => {
  expect(minutesUntil({ error: 'x' })).toSatisfy((value: number) => value >= 15 && value <= 16.5)
  expect(minutesUntil({ error: 'x', intervalSeconds: 300 })).toSatisfy((value: number) => value >= 5 && value <= 5.5)
})

it('is due at once when it has never been fetched', () => {
  expect(dueAt({ id: 1, intervalSeconds: 3_600, fetchedAt: null, error: null })).toBe(0)
})

it.each([
  [5_000, 499, true],
  [5_000, 500, false],
  [50, 4, true],
  [49, 1, false],
  [0, 1, false],
  [100, 100_000, false],
])('from %i to %i entries: suspicious %s', (before, now, isFault) => expect(shrinkFault(before, now) !== undefined).toBe(isFault))
