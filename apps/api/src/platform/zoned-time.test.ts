import { expect, it } from 'vitest'
import { zonedTime } from './zoned-time.js'

it.each([
  ['2026-03-04T12:00:00.123Z', 'Europe/Oslo', '2026-03-04T13:00:00.123+01:00'],
  ['2026-07-04T23:30:00Z', 'Europe/Oslo', '2026-07-05T01:30:00.000+02:00'],
  ['2026-03-04T00:00:00Z', 'Asia/Kolkata', '2026-03-04T05:30:00.000+05:30'],
  ['2026-03-04T00:00:00Z', 'America/New_York', '2026-03-03T19:00:00.000-05:00'],
  ['2026-03-04T00:00:00Z', 'UTC', '2026-03-04T00:00:00.000+00:00'],
])('%s in %s is %s', (time, zone, text) => {
  expect(zonedTime(new Date(time), zone)).toBe(text)
  expect(new Date(text).getTime()).toBe(Date.parse(time))
})
