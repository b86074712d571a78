import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesSet, readParams, writeParams } from '../../lib/search-params'
import { TIME_SPANS, type TimeRange, type TimeSpan } from '../../lib/time-range'
import { ALERT_FILTERS, type AlertFilters, SEVERITIES_HIGHEST_FIRST, toAlertFilter, VERDICTS } from './alert-filters'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const NONE = readParams(ALERT_FILTERS, new URLSearchParams())

const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map(value => value.trim())
const words = fc.uniqueArray(
  text.filter(value => value !== ''),
  { maxLength: 5 },
)
const moment = fc.option(
  fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map(date => date.toISOString()),
)
const range: fc.Arbitrary<TimeRange> = fc.oneof(
  fc.constantFrom(...(Object.keys(TIME_SPANS) as TimeSpan[])).map(span => ({ kind: 'last' as const, span })),
  fc.record({ kind: fc.constant('between' as const), from: moment, to: moment }),
)
const network = fc.oneof(
  fc.constant(''),
  fc.ipV4(),
  fc.ipV6(),
  fc.tuple(fc.ipV4(), fc.nat(32)).map(([address, bits]) => `${address}/${bits}`),
)
const filters: fc.Arbitrary<AlertFilters> = fc.record({
  q: text,
  range,
  severity: fc.subarray([...SEVERITIES_HIGHEST_FIRST]),
  subtype: words,
  action: words,
  outcome: fc.constantFrom('any', 'allowed', 'blocked'),
  verdict: fc.subarray([...VERDICTS]),
  incident: fc.constantFrom('any', 'in', 'out'),
  address: network,
  attacker: network,
  victim: network,
  user: text,
  threat: text,
  threatId: fc.oneof(fc.constant(''), fc.nat().map(String)),
  hash: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), maxLength: 64 }),
  url: text,
  rule: text,
  firewall: words,
})

describe('the alert filter in the address', () => {
  it('comes back as it was written, whatever it is', () => {
    fc.assert(
      fc.property(filters, given => {
        const address = writeParams(ALERT_FILTERS, given).toString()
        expect(readParams(ALERT_FILTERS, new URLSearchParams(address))).toEqual(given)
      }),
    )
  })

  it('reads any address without failing, and to the same filter when written again', () => {
    const anyValue = fc.oneof(fc.string(), fc.constantFrom('all', '24h', 'HIGH', 'yes', '..', '2026-01-01T00:00Z..', '10.0.0.0/8'))
    const anyParams = fc.array(fc.tuple(fc.constantFrom(...Object.keys(ALERT_FILTERS)), anyValue), { maxLength: 20 })
    fc.assert(
      fc.property(anyParams, given => {
        const read = readParams(ALERT_FILTERS, new URLSearchParams(given))
        expect(readParams(ALERT_FILTERS, writeParams(ALERT_FILTERS, read))).toEqual(read)
      }),
    )
  })

  it('is empty when nothing is chosen, and leaves what is not its own', () => {
    expect(writeParams(ALERT_FILTERS, NONE, new URLSearchParams('alert=A1&q=old')).toString()).toBe('alert=A1')
    expect(namesSet(ALERT_FILTERS, NONE)).toEqual([])
  })

  it('reads what does not fit as absent', () => {
    const read = readParams(ALERT_FILTERS, new URLSearchParams('severity=BAD&address=10.0.0.999&hash=xyz&range=forever&outcome=maybe'))
    expect(read).toEqual(NONE)
  })
})

describe('the alert filter for the API', () => {
  it('asks for the last 24 hours when nothing is chosen', () => {
    expect(toAlertFilter(NONE, NOW)).toEqual({ from: '2026-11-23T12:00:00.000Z' })
  })

  it('holds every condition that is chosen, and no other', () => {
    const given: AlertFilters = {
      ...NONE,
      q: 'beacon',
      range: { kind: 'between', from: null, to: '2026-11-24T00:00:00.000Z' },
      severity: ['CRITICAL', 'HIGH'],
      subtype: ['spyware'],
      outcome: 'allowed',
      incident: 'out',
      victim: '10.1.0.0/16',
      user: 'acme\\bob',
      threatId: '86672',
      firewall: ['F1'],
    }
    expect(toAlertFilter(given, NOW)).toEqual({
      to: '2026-11-24T00:00:00.000Z',
      text: 'beacon',
      severity: ['CRITICAL', 'HIGH'],
      subtype: ['spyware'],
      blocked: false,
      inIncident: false,
      victim: '10.1.0.0/16',
      user: { contains: 'acme\\bob' },
      threatId: '86672',
      firewallId: ['F1'],
    })
  })
})
