import { describe, expect, it } from 'vitest'
import { createScenario } from './scenario.js'
import { readLine } from '../../apps/api/src/modules/panos-log/index.js'

const NOW = Date.UTC(2026, 10, 5, 9, 30)
const story = (seed: number, lines: number, header: 'BSD' | 'IETF' = 'BSD') => {
  const next = createScenario({ firewalls: 12, seed, header })
  return Array.from({ length: lines }, (_, index) => next(NOW + index * 100))
}

describe('the demo scenario', () => {
  it('tells the same story for the same seed, and another for another', () => {
    expect(story(1, 50)).toEqual(story(1, 50))
    expect(story(1, 50)).not.toEqual(story(2, 50))
  })

  it.each(['BSD', 'IETF'] as const)('writes lines that are read as what they are meant to be (%s)', header => {
    const lines = story(3, 3000, header)
    const wrong = lines.filter(line => readLine(line.text).kind !== line.kind)
    expect(wrong).toEqual([])
    expect(new Set(lines.map(line => line.kind))).toEqual(new Set(['alert', 'set-aside', 'unreadable']))
  })

  it('shows every subtype, every verdict, all firewalls and releases, and repeats of one sequence never', () => {
    const told = story(4, 3000).flatMap(line => {
      const reading = readLine(line.text)
      return reading.kind === 'alert' ? [reading.told] : []
    })
    const subtypes = new Set(told.map(alert => alert.subtype))
    expect(subtypes).toEqual(new Set(['url', 'vulnerability', 'spyware', 'virus', 'wildfire', 'file', 'scan', 'flood']))
    expect(new Set(told.map(alert => alert.verdict))).toEqual(new Set([undefined, 'MALICIOUS', 'PHISHING', 'GRAYWARE', 'BENIGN']))
    expect(new Set(told.map(alert => alert.firewall.name)).size).toBe(12)
    expect(new Set(told.map(alert => alert.firewall.panosVersion)).size).toBeGreaterThanOrEqual(9)
    expect(new Set(told.map(alert => `${alert.firewall.serial} ${alert.sequence}`)).size).toBe(told.length)
  })

  it('uses only names and addresses that are set aside for documentation and private networks', () => {
    for (const { text } of story(5, 1000)) {
      for (const address of text.match(/\b\d+\.\d+\.\d+\.\d+\b/g) ?? []) {
        expect(address).toMatch(/^(10\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|0\.0\.0\.0$|131\.0\.0\.0$)/)
      }
    }
  })
})
