import { describe, expect, it } from 'vitest'
import { readLine } from './read-line.js'
import { buildThreatLine } from './threat-line-builder.js'
import type { ThreatFieldKey, ThreatLayout } from './threat-fields.js'
import type { FirewallSettings, UnderstoodAlert } from './told-alert.js'
import { isBlocked, understand } from './understand.js'

const AT = Date.parse('2026-11-24T10:00:00.250Z')
const ARRIVAL = AT + 750

function understood(
  fields: Partial<Record<ThreatFieldKey, string>>,
  options: { layout?: ThreatLayout; settings?: Partial<FirewallSettings>; receivedAt?: number; offsetMinutes?: number } = {},
): UnderstoodAlert {
  const { layout = '10.1', settings = {}, receivedAt = ARRIVAL, offsetMinutes = 0 } = options
  const line = buildThreatLine(
    { serial: '1', subtype: 'virus', src: '10.0.0.1', dst: '192.0.2.1', ...fields },
    { layout, header: 'NONE', at: AT, offsetMinutes },
  )
  const reading = readLine(line)
  if (reading.kind !== 'alert') throw new Error(`not an alert: ${line}`)
  return understand(reading.told, { timeZone: 'UTC', addressOrder: 'AUTO', ...settings }, receivedAt)
}

describe('when it happened', () => {
  it('is the high resolution timestamp, whatever zone is configured', () => {
    const alert = understood({}, { offsetMinutes: 120, settings: { timeZone: 'Asia/Tokyo' } })
    expect([alert.occurredAt, alert.timeSource]).toEqual([AT, 'HIGH_RESOLUTION'])
  })

  it('is the generated time in the configured zone where there is none', () => {
    const alert = understood({}, { layout: '9.1', offsetMinutes: 60, settings: { timeZone: 'Europe/Berlin' } })
    expect([alert.occurredAt, alert.timeSource]).toEqual([Date.parse('2026-11-24T10:00:00Z'), 'CONFIGURED_ZONE'])
  })

  it('is the generated time also where an older firewall behind a newer Panorama shows 1969', () => {
    const alert = understood({ high_res_timestamp: '1969-12-31T16:00:00.000-08:00', time_generated: '2026/11/24 09:59:30' })
    expect([alert.occurredAt, alert.timeSource]).toEqual([Date.parse('2026-11-24T09:59:30Z'), 'CONFIGURED_ZONE'])
  })

  it('is the receive time where the generated time is missing', () => {
    const alert = understood({ time_generated: '' }, { layout: '9.0' })
    expect([alert.occurredAt, alert.timeSource]).toEqual([Date.parse('2026-11-24T10:00:00Z'), 'CONFIGURED_ZONE'])
  })

  it.each<[why: string, fields: Partial<Record<ThreatFieldKey, string>>, settings: Partial<FirewallSettings>]>([
    ['no time can be read', { time_generated: 'now', receive_time: '2026/99/99 10:00:00' }, {}],
    ['the zone is none', {}, { timeZone: 'Mars/Olympus' }],
    ['the clock is days ahead', { time_generated: '2026/11/27 10:00:00' }, {}],
    ['the clock was never set', { time_generated: '1970/01/01 00:00:12' }, {}],
  ])('is the arrival where %s', (_why, fields, settings) => {
    const alert = understood(fields, { layout: '9.1', settings })
    expect([alert.occurredAt, alert.timeSource]).toEqual([ARRIVAL, 'ARRIVAL'])
  })

  it('is past New Year where arrival is, and before it where generation is', () => {
    const alert = understood({ time_generated: '2026/12/31 23:59:58' }, { layout: '8.1', receivedAt: Date.parse('2027-01-01T00:00:01Z') })
    expect(new Date(alert.occurredAt).toISOString()).toBe('2026-12-31T23:59:58.000Z')
  })
})

describe('what it means', () => {
  it('takes the order of addresses from the release, or from the administrator', () => {
    const sides = (config_ver: string, addressOrder: FirewallSettings['addressOrder']): unknown[] => {
      const alert = understood({ config_ver, direction: 'server-to-client' }, { settings: { addressOrder } })
      return [alert.attackerSide, alert.victimSide]
    }
    expect(sides('2561', 'AUTO')).toEqual(['DESTINATION', 'SOURCE'])
    expect(sides('2049', 'AUTO')).toEqual(['DESTINATION', 'SOURCE'])
    expect(sides('2048', 'AUTO')).toEqual(['SOURCE', 'DESTINATION'])
    expect(sides('1', 'AUTO')).toEqual(['SOURCE', 'DESTINATION'])
    expect(sides('1', 'SESSION')).toEqual(['DESTINATION', 'SOURCE'])
    expect(sides('2561', 'CONTENT')).toEqual(['SOURCE', 'DESTINATION'])
  })

  it('tells what was stopped from what was not', () => {
    const stopped =
      'deny drop drop-all-packets drop-packet reset-client reset-server reset-both block-url block-ip block random-drop sinkhole syncookie-sent block-continue block-override override-lockout'
    expect(stopped.split(' ').filter(action => !isBlocked(action))).toEqual([])
    expect(['alert', 'allow', 'continue', 'override', ''].filter(isBlocked)).toEqual([])
    expect(understood({ action: 'Reset-Both' }).blocked).toBe(true)
  })

  it('keeps all that the line told', () => {
    const alert = understood({ threatid: 'Eicar File Detected(39040)', repeatcnt: '6', severity: 'medium' })
    expect(alert).toMatchObject({
      threatId: 39_040n,
      threatName: 'Eicar File Detected',
      repeatCount: 6,
      severity: 'MEDIUM',
      subtype: 'virus',
    })
  })
})
