import { describe, expect, it } from 'vitest'
import { commitText, scheduleText, scopeText, windowText } from './device-words'

it.each([
  [[1, 2, 3, 4, 5], 'Mon–Fri 22:00–04:00'],
  [[7, 6], 'Sat, Sun 22:00–04:00'],
  [[1, 3, 5], 'Mon, Wed, Fri 22:00–04:00'],
  [[1, 2, 3, 6], 'Mon–Wed, Sat 22:00–04:00'],
  [[1, 2, 3, 4, 5, 6, 7], 'Mon–Sun 22:00–04:00'],
])('days %j are said as %s', (days, expected) => {
  expect(windowText({ days, from: '22:00', to: '04:00' })).toBe(expected)
})

describe('when a device is updated', () => {
  const plain = { intervalMinutes: null, dailyAt: null, timeZone: 'Europe/Berlin' }
  it.each([
    [{ ...plain, schedule: 'ON_CHANGE' as const }, 'When the list changes'],
    [{ ...plain, schedule: 'INTERVAL' as const, intervalMinutes: 15 }, 'Every 15 minutes'],
    [{ ...plain, schedule: 'INTERVAL' as const, intervalMinutes: 1 }, 'Every minute'],
    [{ ...plain, schedule: 'DAILY' as const, dailyAt: '03:00' }, 'Daily at 03:00 Europe/Berlin'],
  ])('%j is said', (schedule, expected) => {
    expect(scheduleText(schedule)).toBe(expected)
  })
})

it('says commit windows with their zone', () => {
  const window = { days: [1], from: '22:00', to: '23:00' }
  expect(commitText({ commitPolicy: 'WINDOW', commitWindows: [window], timeZone: 'UTC' })).toBe('Mon 22:00–23:00 (UTC)')
  expect(commitText({ commitPolicy: 'NEVER', commitWindows: [window], timeZone: 'UTC' })).toBe('Never: an administrator commits')
})

it('names the scope', () => {
  expect(scopeText({ scope: 'VSYS', scopeName: 'vsys2' })).toBe('Virtual system vsys2')
  expect(scopeText({ scope: 'SHARED', scopeName: '' })).toBe('Shared')
})
