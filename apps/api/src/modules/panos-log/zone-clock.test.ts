import { describe, expect, it } from 'vitest'
import { instantOfLocal } from './zone-clock.js'

const instant = (local: string, zone: string, arrival = '2026-11-24T10:00:00Z'): string | undefined => {
  const at = instantOfLocal(local, zone, Date.parse(arrival))
  return at === undefined ? undefined : new Date(at).toISOString()
}

describe('local time in a zone', () => {
  it.each<[local: string, zone: string, utc: string]>([
    ['2026/11/24 10:00:00', 'UTC', '2026-11-24T10:00:00.000Z'],
    ['2026/01/15 12:00:00', 'Europe/Berlin', '2026-01-15T11:00:00.000Z'],
    ['2026/07/15 12:00:00', 'Europe/Berlin', '2026-07-15T10:00:00.000Z'],
    ['2026/07/15 12:00:00', 'Asia/Kathmandu', '2026-07-15T06:15:00.000Z'],
    ['2026/01/15 12:00:00', 'Australia/Lord_Howe', '2026-01-15T01:00:00.000Z'],
    ['2026/07/15 12:00:00', 'Australia/Lord_Howe', '2026-07-15T01:30:00.000Z'],
    ['2026/12/31 23:59:59', 'America/New_York', '2027-01-01T04:59:59.000Z'],
    ['2027/01/01 00:00:01', 'Asia/Tokyo', '2026-12-31T15:00:01.000Z'],
    ['2024/02/29 12:00:00', 'UTC', '2024-02-29T12:00:00.000Z'],
    ['2012/04/10 04:39:55', 'America/Los_Angeles', '2012-04-10T11:39:55.000Z'],
  ])('%s in %s', (local, zone, utc) => {
    expect(instant(local, zone)).toBe(utc)
  })

  it('is exact on both sides of a change', () => {
    // Berlin goes to summer time on 2026-03-29 at 01:00 UTC, back on 2026-10-25 at 01:00 UTC.
    expect(instant('2026/03/29 01:59:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:59.000Z')
    expect(instant('2026/03/29 03:00:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z')
    expect(instant('2026/10/25 01:59:59', 'Europe/Berlin')).toBe('2026-10-24T23:59:59.000Z')
    expect(instant('2026/10/25 03:00:00', 'Europe/Berlin')).toBe('2026-10-25T02:00:00.000Z')
  })

  it('takes the instant nearer to arrival when an hour shows twice', () => {
    const local = '2026/10/25 02:30:00'
    expect(instant(local, 'Europe/Berlin', '2026-10-25T00:30:05Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(instant(local, 'Europe/Berlin', '2026-10-25T01:30:05Z')).toBe('2026-10-25T01:30:00.000Z')
  })

  it('assumes a clock that was not put forward when an hour never shows', () => {
    expect(instant('2026/03/29 02:30:00', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  })

  it.each([
    '2026/02/30 10:00:00',
    '2023/02/29 10:00:00',
    '2026/13/01 10:00:00',
    '2026/00/10 10:00:00',
    '2026/11/24 24:00:00',
    '2026/11/24 10:61:00',
    '2026-11-24 10:00:00',
    '',
    'x',
  ])('is none: %j', local => {
    expect(instant(local, 'UTC')).toBeUndefined()
  })

  it('is none in a zone that does not exist', () => {
    expect(instant('2026/11/24 10:00:00', 'Europe/Atlantis')).toBeUndefined()
  })

  it('agrees with the zone database at every hour of a year', () => {
    const zone = 'America/St_Johns'
    const show = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
      const local = show.format(at).replaceAll('-', '/')
      expect(instantOfLocal(local, zone, at), local).toBe(at)
    }
  })
})
