import { describe, expect, it } from 'vitest'
import { activityText, everyDay } from './activity-days'

const NOW = Date.parse('2026-11-24T03:00:00.000Z')

describe('alerts by day', () => {
  it('has every day, today last', () =>
    expect(everyDay([{ day: '2026-11-22T00:00:00.000Z', alerts: 5, blocked: 3 }], 3, NOW)).toEqual([
      { day: '2026-11-22', blocked: 3, allowed: 2 },
      { day: '2026-11-23', blocked: 0, allowed: 0 },
      { day: '2026-11-24', blocked: 0, allowed: 0 },
    ]))

  it('drops days outside, and knows no negative counts', () =>
    expect(
      everyDay(
        [
          { day: '2026-11-01T00:00:00.000Z', alerts: 9, blocked: 0 },
          { day: '2026-11-24T00:00:00.000Z', alerts: 1, blocked: 2 },
        ],
        1,
        NOW,
      ),
    ).toEqual([{ day: '2026-11-24', blocked: 2, allowed: 0 }]))

  it('says in words what the bars show', () => {
    expect(activityText(everyDay([], 7, NOW))).toBe('No alerts in 7 days')
    expect(
      activityText(
        everyDay(
          [
            { day: '2026-11-22T00:00:00.000Z', alerts: 5, blocked: 3 },
            { day: '2026-11-23T00:00:00.000Z', alerts: 1, blocked: 1 },
          ],
          7,
          NOW,
        ),
      ),
    ).toBe('6 alerts in 7 days, 2 allowed; most on 2026-11-22: 5')
  })
})
