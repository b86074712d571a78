import { describe, expect, it } from 'vitest'
import { healthState, type ProviderHealth, quotaUsed } from './provider-health'

const NOW = Date.parse('2026-11-24T12:00:00.000Z')
const at = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString()

const provider = (given: Partial<ProviderHealth> = {}): ProviderHealth => ({
  enabled: true,
  lastSuccessAt: at(-5),
  lastErrorAt: null,
  openUntil: null,
  askedToday: 10,
  quota: 100,
  ...given,
})

describe('the state of a provider', () => {
  it.each<[string, Partial<ProviderHealth>, string]>([
    ['answers', {}, 'WORKING'],
    ['was never asked', { lastSuccessAt: null }, 'READY'],
    ['is off, whatever it did before', { enabled: false, lastErrorAt: at(-1), openUntil: at(5) }, 'OFF'],
    ['failed after it had answered', { lastErrorAt: at(-1) }, 'FAILED'],
    ['failed and never answered', { lastSuccessAt: null, lastErrorAt: at(-1) }, 'FAILED'],
    ['answered after it had failed', { lastErrorAt: at(-9) }, 'WORKING'],
    ['is not asked for a while', { lastErrorAt: at(-1), openUntil: at(5) }, 'PAUSED'],
    ['may be asked again', { lastErrorAt: at(-1), openUntil: at(-1) }, 'FAILED'],
    ['has no question left today', { askedToday: 100 }, 'QUOTA'],
    ['has no quota', { askedToday: 100_000, quota: null }, 'WORKING'],
  ])('%s', (_name, given, state) => {
    expect(healthState(provider(given), NOW)).toBe(state)
  })
})

it.each([
  [0, 100, 0],
  [33, 100, 33],
  [250, 100, 100],
  [0, 0, 100],
  [5, null, null],
])('of %j asked with a quota of %j, %j per cent are used', (askedToday, quota, used) => {
  expect(quotaUsed({ askedToday, quota })).toBe(used)
})
