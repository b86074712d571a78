import { describe, expect, it } from 'vitest'
import { eventFields } from './event-fields.js'
import { checkEvents } from './event-schema.js'
import { readEvent, understandEvent } from './read-event.js'

const AT = Date.parse('2026-03-04T12:00:00Z')
const EVENT = {
  json_version: '2.0',
  attacker: { ip_address: '198.51.100.7', port: 443 },
  target: { ip_address: '192.0.2.10', user: 'corp\\ann', host_name: 'PC-17' },
  classification: 'malware',
  severity: 'major',
  summary: 'Made-up trojan',
}

function understood(changes: object) {
  const reading = readEvent(JSON.stringify({ ...EVENT, ...changes }))
  if (reading.kind !== 'alert') throw new Error(`Not an alert: ${JSON.stringify(reading)}`)
  return understandEvent(reading.told, AT)
}

const C2 = { srcIp: '203.0.113.9', srcPort: 8443, attackerSide: 'SOURCE', commandControl: true }

describe('an event', () => {
  it('becomes an alert whose source attacks its destination', () => {
    expect(understood({})).toMatchObject({
      format: 'JSON_EVENT',
      subtype: 'malware',
      severity: 'HIGH',
      threatName: 'Made-up trojan',
      action: 'alert',
      blocked: false,
      srcIp: '198.51.100.7',
      srcPort: 443,
      dstIp: '192.0.2.10',
      dstUser: 'corp\\ann',
      dstHostname: 'PC-17',
      attackerSide: 'SOURCE',
      victimSide: 'DESTINATION',
      commandControl: false,
      timeSource: 'ARRIVAL',
      occurredAt: AT,
    })
  })

  it('writes an address as lines of firewalls have it, so that both are found as one', () => {
    const parties = { attacker: { ip_address: '2001:DB8:0::1' }, target: { ip_address: '::ffff:192.0.2.10' } }
    expect(understood(parties)).toMatchObject({ srcIp: '2001:db8::1', dstIp: '192.0.2.10' })
    expect(understood({ attacker: { host_name: 'c2.bad.example', port: 443 } })).toMatchObject({ srcPort: 443 })
  })

  it('holds nothing that PostgreSQL cannot store', () => {
    expect(understood({ attacker: undefined, cnc_hosts: [{ host: 'fe80::1%eth0' }] })).toMatchObject({ srcIp: 'fe80::1' })
    const fields = understood({ threat_info: { name: 'a\0b\ud800', occurred_at: AT / 1_000 + 0.123_456_7 }, detector: 'ips\0' })
    expect(fields).toMatchObject({
      threatName: 'a\uFFFDb\uFFFD',
      zonedTime: AT + 123,
      occurredAt: AT + 123,
      firewall: { name: 'ips\uFFFD' },
    })
  })

  it.each([
    ['info', 'INFORMATIONAL'],
    ['Informational', 'INFORMATIONAL'],
    ['minor', 'LOW'],
    ['Low', 'LOW'],
    ['moderate', 'MEDIUM'],
    ['Medium', 'MEDIUM'],
    ['major', 'HIGH'],
    ['High', 'HIGH'],
    ['critical', 'CRITICAL'],
    ['CRITICAL', 'CRITICAL'],
    [undefined, 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('of severity %s is %s', (severity, ours) => {
    expect(understood({ severity }).severity).toBe(ours)
  })

  it.each<[string, object, object]>([
    ['version 1.0 as a number', { json_version: 1.0 }, { subtype: 'malware' }],
    ['one host as cnc_host', { attacker: undefined, cnc_host: { host: '203.0.113.9', port: '8443' } }, C2],
    ['a list as cnc_host', { attacker: undefined, cnc_host: [{ host: '203.0.113.9', port: 8443 }] }, C2],
    ['cnc_hosts', { attacker: undefined, cnc_hosts: ['203.0.113.9:8443', { host: '203.0.113.9', port: 8443 }] }, C2],
    [
      'a C2 domain',
      { cnc_hosts: [{ host: 'c2.bad.example' }] },
      { domain: 'c2.bad.example', srcIp: '198.51.100.7', commandControl: false },
    ],
    ['a C2 URL', { cnc_hosts: [{ host: 'https://C2.bad.example/x' }] }, { domain: 'c2.bad.example' }],
    [
      'an attacker that is a name',
      { attacker: { host_name: 'bad.example' } },
      { domain: 'bad.example', srcIp: undefined, attackerSide: 'SOURCE' },
    ],
    ['a named threat', { threat_info: { name: 'Trojan.X', type: 'trojan' } }, { threatName: 'Trojan.X', threatCategory: 'trojan' }],
    ['a file', { threat_info: { filename: 'a.exe', filehash: 'A'.repeat(64) } }, { fileName: 'a.exe', fileDigest: 'a'.repeat(64) }],
    ['no hash', { threat_info: { filehash: 'nonsense' } }, { fileDigest: undefined }],
    ['what was blocked', { action: 'Blocked' }, { action: 'block', blocked: true }],
    ['what was allowed', { action: 'allowed' }, { action: 'allow', blocked: false }],
    [
      'a time',
      { threat_info: { occurred_at: '2026-03-04T11:00:00+01:00' } },
      { occurredAt: AT - 2 * 3_600_000, timeSource: 'HIGH_RESOLUTION' },
    ],
    ['Unix seconds', { threat_info: { occurred_at: AT / 1000 - 60 } }, { occurredAt: AT - 60_000 }],
    ['a time ahead of all clocks', { threat_info: { occurred_at: '2027-01-01T00:00:00Z' } }, { occurredAt: AT, timeSource: 'ARRIVAL' }],
    ['a MAC address', { target: { mac_address: '00-1B-44-11-3A-B7' } }, { dstMac: '00:1b:44:11:3a:b7' }],
    [
      'a detector',
      { detector: { product: 'IPS', ip_address: '192.0.2.1' } },
      { firewall: { serial: '', name: 'IPS', panosVersion: undefined } },
    ],
    ['a detector by name', { detector: 'ips-1' }, { firewall: { serial: '', name: 'ips-1', panosVersion: undefined } }],
    [
      'empty texts',
      { attacker: { ip_address: '', host_name: null, url: 'http://bad.example/' } },
      { url: 'http://bad.example/', attackerSide: undefined },
    ],
    ['spelling', { classification: 'Command_and control' }, { subtype: 'command-and-control', commandControl: true }],
    [
      'mail',
      {
        email: {
          sender: { email: 'eve@bad.example' },
          recipient: ['ann@corp.example'],
          subject: 'Invoice',
          attachments: [{ name: 'i.doc', content_type: 'application/msword', md5: 'b'.repeat(32) }],
        },
      },
      {
        mailSender: 'eve@bad.example',
        mailRecipient: 'ann@corp.example',
        mailSubject: 'Invoice',
        fileName: 'i.doc',
        fileType: 'application/msword',
        fileDigest: 'b'.repeat(32),
      },
    ],
  ])('tells %s', (_what, changes, expected) => {
    expect(understood(changes)).toMatchObject(expected)
  })

  it.each([
    ['target_user', 'VICTIM_USER'],
    ['target_hostname', 'VICTIM_HOSTNAME'],
    ['target_machine_name', 'VICTIM_HOSTNAME'],
    ['attacker_ip_address', 'ATTACKER_ADDRESS'],
    ['threat_filehash', 'THREAT_FILE_HASH'],
    ['message_id', undefined],
  ])('with link_attribute %s is linked by %s', (attribute, linkKey) => {
    expect(understood({ link_attribute: attribute })).toMatchObject({ linkKey })
  })

  it('has the same number when it is sent again, and another from another detector', () => {
    const number = (changes: object) => understood({ event_id: 'a-1', ...changes }).sequence
    expect(number({})).toMatch(/^\d{10,19}$/)
    expect(number({ summary: 'changed' })).toBe(number({}))
    expect(number({ detector: 'other' })).not.toBe(number({}))
    expect(understood({}).sequence).toBeUndefined()
  })

  it.each([
    ['{', 'MALFORMED_JSON'],
    ['12', 'MALFORMED_JSON'],
    ['{"json_version":"2.0"}', 'UNKNOWN_FORMAT'],
    ['x'.repeat(70_000), 'TOO_LONG'],
  ])('that is none is unreadable', (text, reason) => {
    expect(readEvent(text)).toEqual({ kind: 'unreadable', reason })
  })

  it('is shown value by value', () => {
    const fields = eventFields(JSON.stringify({ ...EVENT, cnc_hosts: [{ host: 'c2.bad.example' }], custom_fields: { ticket: 7 } }))
    expect(fields).toContainEqual({ key: 'attacker.ip_address', label: 'Attacker IP Address', value: '198.51.100.7' })
    expect(fields).toContainEqual({ key: 'cnc_hosts.0.host', label: 'C2 Hosts 1 Host', value: 'c2.bad.example' })
    expect(fields).toContainEqual({ key: 'custom_fields.ticket', label: 'Custom Fields Ticket', value: '7' })
    expect(eventFields('{')).toEqual([])
  })
})

describe('a request', () => {
  const errors = (body: unknown) => {
    const checked = checkEvents(body)
    return checked.ok ? [] : checked.errors
  }

  it('holds one event or several', () => {
    expect(checkEvents(EVENT)).toEqual({ ok: true, events: [JSON.stringify(EVENT)] })
    expect(checkEvents([EVENT, EVENT])).toMatchObject({ ok: true, events: [JSON.stringify(EVENT), JSON.stringify(EVENT)] })
  })

  it.each<[unknown, object]>([
    [[], { index: null, message: 'Send at least one event' }],
    [Array.from({ length: 501 }, () => EVENT), { index: null, message: 'Send at most 500 events at a time' }],
    ['text', { index: 0, field: null, message: 'An event is a JSON object' }],
    [null, { index: 0, message: 'An event is a JSON object' }],
    [
      { ...EVENT, json_version: '3' },
      { index: 0, field: 'json_version', message: 'Give "1.0" or "2.0"' },
    ],
    [
      [EVENT, { ...EVENT, attacker: { ip_address: '300.1.1.1' } }],
      { index: 1, field: 'attacker.ip_address', message: 'Give an IPv4 or IPv6 address' },
    ],
    [
      { ...EVENT, attacker: { port: 80 } },
      { field: 'attacker', message: 'Give one of: ip_address, mac_address, host_name, machine_name, url, user' },
    ],
    [{ ...EVENT, severity: 'bad' }, { field: 'severity' }],
    [{ ...EVENT, classification: 'worm' }, { field: 'classification' }],
    [{ ...EVENT, link_attribute: 'target' }, { field: 'link_attribute' }],
    [
      { ...EVENT, threat_info: { occurred_at: '2026-03-04 12:00:00' } },
      { field: 'threat_info.occurred_at', message: 'Give a time with its zone, such as 2026-03-04T12:00:00Z' },
    ],
    [{ ...EVENT, cnc_hosts: [{ host: 'a', port: 70_000 }] }, { field: 'cnc_hosts.0.port' }],
    [
      { json_version: '2.0', summary: 'nothing' },
      { field: null, message: 'Tell an attacker, a target, an email, threat_info or cnc_hosts' },
    ],
    [{ json_version: '1.0', incident_id: 7, username: 'ann' }, { field: 'incident_id' }],
    [
      { ...EVENT, summary: 'x'.repeat(5_000) },
      { field: 'summary', message: 'At most 4096 characters' },
    ],
    [
      { ...EVENT, junk: 'x'.repeat(70_000) },
      { field: null, message: 'An event has at most 64 KiB' },
    ],
    [
      { ...EVENT, junk: JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown },
      { field: null, message: 'Nested deeper than 12' },
    ],
  ])('says what is wrong', (body, expected) => {
    expect(errors(body)[0]).toMatchObject(expected)
  })

  it('tells the first 20 faults', () => {
    expect(errors(Array.from({ length: 30 }, () => ({ json_version: '9' })))).toHaveLength(20)
  })
})
