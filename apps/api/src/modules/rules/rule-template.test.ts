import { expect, it } from 'vitest'
import { fillTemplate } from './rule-template.js'

const alert = {
  occurredAt: 0,
  source: 'Edge',
  firewallName: 'fw-1',
  firewallSerial: '001',
  subtype: 'virus',
  severity: 4,
  action: 'alert',
  blocked: false,
  commandControl: false,
  threatName: 'Made-up worm',
  srcIp: '203.0.113.7',
  dstIp: '192.0.2.10',
  attackerSide: 'SOURCE',
  victimSide: 'DESTINATION',
} as const

it('fills in what the alert has', () => {
  expect(
    fillTemplate('{threat} ({severity}) of {attacker} on {target} at {firewall}, {incident}', { alert, alertId: '9', incidentId: '7' }),
  ).toBe('Made-up worm (high) of 203.0.113.7 on 192.0.2.10 at fw-1, INC-7')
})

it('marks what it does not have, and leaves other braces alone', () => {
  expect(fillTemplate('{user} {incident} {constructor} {nothing} {alert}', { alert, alertId: '9', incidentId: null })).toBe(
    '– – {constructor} {nothing} 9',
  )
})

it('is bounded, whatever the alert says', () => {
  const long = { ...alert, threatName: 'x\0'.repeat(5_000) }
  expect(fillTemplate('{threat}'.repeat(20), { alert: long, alertId: '9', incidentId: null }).length).toBeLessThanOrEqual(1_000)
})
