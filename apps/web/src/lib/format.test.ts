import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatCounted,
  formatDateTime,
  formatDuration,
  formatExactDateTime,
  formatRelative,
  formatTime,
  formatZone,
} from './format'

const AT = '2026-03-28T23:30:05.042Z'

describe('times', () => {
  it.each([
    ['UTC', '2026-03-28 23:30:05', '2026-03-28 23:30:05.042 UTC'],
    ['Europe/Amsterdam', '2026-03-29 00:30:05', '2026-03-29 00:30:05.042 UTC+1'],
    ['America/St_Johns', '2026-03-28 21:00:05', '2026-03-28 21:00:05.042 UTC-2:30'],
  ])('are written in %s', (zone, dateTime, exact) => {
    expect(formatDateTime(AT, zone)).toBe(dateTime)
    expect(formatExactDateTime(AT, zone)).toBe(exact)
    expect(formatTime(AT, zone)).toBe(dateTime.slice(11))
  })

  it('have midnight at 00', () => {
    expect(formatTime('2026-01-01T00:00:00.000Z', 'UTC')).toBe('00:00:00')
  })

  it('name the offset that held then, not the one of today', () => {
    expect(formatZone('Europe/Amsterdam', new Date('2026-01-01'))).toBe('UTC+1')
    expect(formatZone('Europe/Amsterdam', new Date('2026-07-01'))).toBe('UTC+2')
  })

  it.each([
    [0, 'now'],
    [5_000, '5 s ago'],
    [59_999, '59 s ago'],
    [60_000, '1 min ago'],
    [3_600_000 * 5, '5 h ago'],
    [86_400_000 * 40, '40 d ago'],
    [-14_000, 'now'],
    [-120_000, 'in 2 min'],
  ])('%d ms ago is %j', (age, expected) => {
    expect(formatRelative(AT, Date.parse(AT) + age)).toBe(expected)
  })
})

it.each([
  ['1234567', '1,234,567'],
  ['18446744073709551615', '18,446,744,073,709,551,615'],
  [0, '0'],
])('%j counts as %j', (count, expected) => {
  expect(formatCount(count)).toBe(expected)
})

it.each([
  ['999', '999 B'],
  ['1500', '1.5 kB'],
  [2_500_000_000, '2.5 GB'],
])('%j bytes are %j', (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected)
})

it('counts one thing and many', () => {
  expect([0, '1', 2_000].map(count => formatCounted(count, 'line'))).toEqual(['0 lines', '1 line', '2,000 lines'])
})

it('writes a duration in its largest whole unit', () => {
  expect([500, 1_000, 90_000, 86_400_000].map(formatDuration)).toEqual(['0 s', '1 s', '1 min', '1 d'])
})
