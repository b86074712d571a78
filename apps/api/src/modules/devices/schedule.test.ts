import { describe, expect, it } from 'vitest'
import { mayCommit, nextDue, type DeviceSchedule } from './schedule.js'

const schedule = (more: Partial<DeviceSchedule>): DeviceSchedule => ({
  schedule: 'MANUAL',
  intervalMinutes: null,
  dailyAt: null,
  timeZone: 'UTC',
  ...more,
})
const due = (more: Partial<DeviceSchedule>, since: string) => {
  const at = nextDue(schedule(more), Date.parse(since))
  return at === undefined ? undefined : new Date(at).toISOString()
}

describe('the next run', () => {
  it.each([
    [{ schedule: 'MANUAL' }, undefined],
    [{ schedule: 'ON_CHANGE' }, undefined],
    [{ schedule: 'INTERVAL', intervalMinutes: 5 }, '2026-11-24T12:39:56.000Z'],
    [{ schedule: 'INTERVAL' }, '2026-11-24T13:34:56.000Z'],
    [{ schedule: 'HOURLY' }, '2026-11-24T13:00:00.000Z'],
    [{ schedule: 'DAILY', dailyAt: '12:35' }, '2026-11-24T12:35:00.000Z'],
    [{ schedule: 'DAILY', dailyAt: '12:34' }, '2026-11-25T12:34:00.000Z'],
    [{ schedule: 'DAILY', dailyAt: '00:00' }, '2026-11-25T00:00:00.000Z'],
    [{ schedule: 'DAILY', dailyAt: '03:00', timeZone: 'Asia/Kolkata' }, '2026-11-24T21:30:00.000Z'],
  ] as const)('with %j', (more, expected) => expect(due(more, '2026-11-24T12:34:56Z')).toBe(expected))

  it('comes on days when the clock skips its time', () => {
    // Berlin, 29 March 2026: 02:00 is followed by 03:00.
    expect(due({ schedule: 'DAILY', dailyAt: '02:30', timeZone: 'Europe/Berlin' }, '2026-03-29T00:00:00Z')).toBe('2026-03-29T01:00:00.000Z')
  })

  it('comes on days when the clock skips midnight', () => {
    // Beirut, 29 March 2026: 00:00 is followed by 01:00.
    expect(due({ schedule: 'DAILY', dailyAt: '00:15', timeZone: 'Asia/Beirut' }, '2026-03-28T12:00:00Z')).toBe('2026-03-28T22:00:00.000Z')
  })
})

describe('a commit', () => {
  // 24 November 2026 is a Tuesday.
  const night = [{ days: [1], from: '22:00', to: '04:00' }]
  const noon = [{ days: [2, 7], from: '12:00', to: '13:00' }]

  it.each([
    ['AUTOMATIC', [], 'UTC', '2026-11-24T12:00:00Z', true],
    ['NEVER', noon, 'UTC', '2026-11-24T12:00:00Z', false],
    ['WINDOW', [], 'UTC', '2026-11-24T12:00:00Z', false],
    ['WINDOW', noon, 'UTC', '2026-11-24T11:59:59Z', false],
    ['WINDOW', noon, 'UTC', '2026-11-24T12:00:00Z', true],
    ['WINDOW', noon, 'UTC', '2026-11-24T12:59:59Z', true],
    ['WINDOW', noon, 'UTC', '2026-11-24T13:00:00Z', false],
    ['WINDOW', noon, 'UTC', '2026-11-25T12:00:00Z', false],
    ['WINDOW', noon, 'UTC', '2026-11-29T12:00:00Z', true],
    ['WINDOW', noon, 'Europe/Berlin', '2026-11-24T11:30:00Z', true],
    ['WINDOW', night, 'UTC', '2026-11-23T23:00:00Z', true],
    ['WINDOW', night, 'UTC', '2026-11-24T03:59:00Z', true],
    ['WINDOW', night, 'UTC', '2026-11-24T04:00:00Z', false],
    ['WINDOW', night, 'UTC', '2026-11-24T23:00:00Z', false],
    ['WINDOW', night, 'UTC', '2026-11-23T03:00:00Z', false],
  ] as const)('by %s %j in %s at %s: %s', (policy, windows, timeZone, at, expected) =>
    expect(
      mayCommit(
        policy,
        windows.map(({ days, ...times }) => ({ days: [...days], ...times })),
        timeZone,
        Date.parse(at),
      ),
    ).toBe(expected),
  )
})
