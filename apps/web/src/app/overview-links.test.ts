import { describe, expect, it } from 'vitest'
import { ALERT_FILTERS } from '../features/alerts/alert-filters'
import { INCIDENT_FILTERS } from '../features/incidents/incident-filters'
import { alertsLink, alertsSearchLink, incidentsLink, incidentsSearchLink, openLink } from '../features/overview/overview-links'
import { namesSet, type ParamShape, readParams } from '../lib/search-params'

const FROM = '2026-03-03T12:00:00.000Z'
const TO = '2026-03-04T12:00:00.000Z'
const span = { from: FROM, to: TO }

/** What the page reads of an address: only parameters that it knows, and what they say. */
function read(shape: ParamShape, link: string) {
  const { pathname, searchParams } = new URL(link, 'https://sallyport.example.com')
  expect([...searchParams.keys()].filter(name => !(name in shape))).toEqual([])
  const values = readParams(shape, searchParams)
  return { pathname, ...Object.fromEntries(namesSet(shape, values).map(name => [name, values[name] as unknown])) }
}

const range = { kind: 'between', from: FROM, to: TO }

describe('addresses of the overview', () => {
  it('are read by the Alerts page', () => {
    expect(read(ALERT_FILTERS, alertsLink(span))).toEqual({ pathname: '/alerts', range })
    expect(read(ALERT_FILTERS, alertsLink(span, { severity: 'CRITICAL' }))).toEqual({ pathname: '/alerts', range, severity: ['CRITICAL'] })
    expect(read(ALERT_FILTERS, alertsLink(span, { outcome: 'blocked' }))).toEqual({ pathname: '/alerts', range, outcome: 'blocked' })
  })

  it('are read by the Incidents page', () => {
    expect(read(INCIDENT_FILTERS, incidentsLink(span, 'HIGH'))).toEqual({
      pathname: '/incidents',
      q: `created:${FROM}..2026-03-04T11:59:59.000Z`,
      state: [],
      severity: ['HIGH'],
    })
    expect(read(INCIDENT_FILTERS, openLink('LOW'))).toEqual({ pathname: '/incidents', severity: ['LOW'] })
  })

  // As overview.int.test.ts of the API has them.
  it.each([
    ['attacker=203.0.113.8', { attacker: '203.0.113.8' }],
    ['victim=192.0.2.7', { victim: '192.0.2.7' }],
    ['victim=2001%3Adb8%3A%3A7', { victim: '2001:db8::7' }],
    ['user=CORP%5Cann', { user: 'CORP\\ann' }],
    ['threat=Made-up+overflow', { threat: 'Made-up overflow' }],
    ['rule=outbound', { rule: 'outbound' }],
    ['firewall=RmlyZXdhbGw6MQ', { firewall: ['RmlyZXdhbGw6MQ'] }],
  ])('that the API gives are read: %s', (search, filter) => {
    const given = `range=${encodeURIComponent(`${FROM}..${TO}`)}&${search}`
    expect(read(ALERT_FILTERS, alertsSearchLink(given))).toEqual({ pathname: '/alerts', range, ...filter })
  })

  it('that the API gives for ages are read', () => {
    expect(read(INCIDENT_FILTERS, incidentsSearchLink('q=created%3A%3E1h+created%3A%3C24h'))).toEqual({
      pathname: '/incidents',
      q: 'created:>1h created:<24h',
    })
  })
})
