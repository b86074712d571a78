import { describe, expect, it } from 'vitest'
import { findPayload, hasNamedFields, headerHost } from './payload.js'

const CSV = '1,2026/11/24 10:00:00,012345678901,THREAT,url,2561,2026/11/24 09:59:59,10.0.0.1,192.0.2.1'

describe('the log behind a header', () => {
  it.each<[why: string, header: string, host: string]>([
    ['no header', '', ''],
    ['BSD', '<14>Nov 24 10:00:00 fw1 ', 'fw1'],
    ['BSD, day padded with a blank', '<14>Apr  8 10:00:00 fw1.example.com ', 'fw1.example.com'],
    ['BSD, day with a single blank', '<14>Apr 9 10:00:00 fw1 ', 'fw1'],
    ['BSD, blank after the priority', '<13> Jul 23 10:00:00 fw1 ', 'fw1'],
    ['BSD without a host, as old releases send it', '<190>Oct 30 09:46:17 ', ''],
    ['BSD without a priority', 'Nov 24 10:00:00 fw1 ', 'fw1'],
    ['BSD with an address for host', '<14>Nov 24 10:00:00 192.0.2.7 ', '192.0.2.7'],
    ['BSD with an IPv6 address for host', '<14>Nov 24 10:00:00 2001:db8::7 ', '2001:db8::7'],
    ['IETF', '<14>1 2026-11-24T10:00:00+01:00 fw1.example.com - - - - ', 'fw1.example.com'],
    ['IETF with two blanks before the log', '<14>1 2026-11-24T10:00:00-04:00 fw1 - - - -  ', 'fw1'],
    ['IETF without a zone', '<14>1 2026-11-24T10:00:00 fw1 - - - - ', 'fw1'],
    ['IETF without a host', '<14>1 2026-11-24T10:00:00.000Z - - - - - ', ''],
    ['an octet count left in front', '795 <14>1 2026-11-24T10:00:00Z fw1 - - - - ', 'fw1'],
    ['two headers', '<14>Nov 24 10:00:02 192.0.2.9 Nov 24 10:00:00 fw1 ', 'fw1'],
    ['two headers with two priorities', '<14>Nov 24 10:00:02 relay <14>Nov 24 10:00:00 fw1 ', 'fw1'],
    ['a relay that adds a dash', 'fw1 - ', 'fw1'],
    ['a relay that adds a colon', 'fw1  : ', 'fw1'],
    ['a relay that ends the host in a colon', '<14>Nov 24 10:00:00 fw1:', 'fw1'],
    ['a priority right before the log', '<14>', ''],
  ])('is found: %s', (_why, header, host) => {
    const text = header + CSV
    expect(findPayload(text)).toEqual({ shape: 'PANOS_CSV', start: header.length })
    expect(headerHost(text, header.length)).toBe(host)
  })

  it.each<[why: string, text: string, shape: string, start: number]>([
    ['first field 0', 'fw1 0,2026/11/24 10:00:00,1,THREAT', 'PANOS_CSV', 4],
    ['a date that a relay took apart', 'fw1 1,2026/11/24 - - - 10:00:00,1,THREAT', 'PANOS_CSV', 4],
    ['a date that a relay cut at its slash', 'fw1 1,2026 - - -  10:00:00,1,THREAT', 'PANOS_CSV', 4],
    ['a US date', 'fw1 1,9/16/19 10:00,1,TRAFFIC', 'PANOS_CSV', 4],
    ['an audit log without first field and time', 'Jun  1 10:00:00 fw1 012345678901,2026/06/01 10:00:00,audit,gui-op', 'AUDIT', 20],
    ['Strata', 'x - panwlogs - 2026-06-01T10:00:00.000000Z,no-serial,THREAT', 'STRATA_CSV', 15],
    ['Strata behind a first field', '1,2026-06-01T10:00:00.000000Z,012,USERID', 'STRATA_CSV', 2],
    ['CEF', '<14>Nov 24 10:00:00 fw1 CEF:0|Palo Alto Networks|PAN-OS|', 'CEF', 24],
    ['CEF with a blank', 'fw1 CEF: 0|Palo Alto Networks|', 'CEF', 4],
    ['LEEF', 'fw1 LEEF:1.0|Palo Alto Networks|', 'LEEF', 4],
    ['LEEF 2.0', 'LEEF:2.0|Palo Alto Networks|', 'LEEF', 0],
    ['JSON', '<14>1 - - - - - - {"LogType":"THREAT"}', 'JSON', 18],
    ['JSON with blanks', '{ "LogType":"THREAT"}', 'JSON', 0],
  ])('is told by its shape: %s', (_why, text, shape, start) => {
    expect(findPayload(text)).toEqual({ shape, start })
  })

  it.each<[why: string, text: string, shape: string]>([
    ['CEF whose URL looks like CSV', 'CEF:0|Palo Alto Networks|PAN-OS|10.1|x| 1,2026/11/24 10:00:00,1,THREAT', 'CEF'],
    ['CSV whose URL looks like CEF', `${CSV},"a CEF:0|b"`, 'PANOS_CSV'],
    ['JSON that quotes a CSV line', `{"message":"x ${CSV}"}`, 'JSON'],
    ['CSV whose URL holds JSON', `${CSV}, {"a":1}`, 'PANOS_CSV'],
  ])('is the earliest: %s', (_why, text, shape) => {
    expect(findPayload(text)?.shape).toBe(shape)
  })

  it.each([
    '',
    'hello',
    'a,b,c',
    '<14>Nov 24 10:00:00 host sshd[1]: Accepted, 1,2',
    '11,2026/11/24 10:00:00,x',
    '1,2026-11-24,x',
    '{}',
    '{ x',
  ])('is not found in %j', text => {
    expect(findPayload(text)).toBeUndefined()
  })

  it('tells custom formats with named fields from other text', () => {
    expect(hasNamedFields('<190>Jan 16 14:15:34 fw serial=42|type=THREAT|subtype=url')).toBe(true)
    expect(hasNamedFields('logtype="THREAT" src=10.0.0.1')).toBe(true)
    expect(hasNamedFields('Accepted publickey for ann from 10.0.0.1')).toBe(false)
  })
})
