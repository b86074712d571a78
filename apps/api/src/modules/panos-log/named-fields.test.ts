import { describe, expect, it } from 'vitest'
import { namedFields } from './named-fields.js'
import { THREAT_FIELDS, type ThreatFieldKey, type ThreatLayout } from './threat-fields.js'
import { buildThreatLine } from './threat-line-builder.js'

const line = (fields: Partial<Record<ThreatFieldKey, string>>, layout: ThreatLayout): string =>
  buildThreatLine({ serial: '0123', subtype: 'url', misc: 'a.example/', ...fields }, { layout, header: 'BSD', host: 'fw1', at: 0 })

const field = (raw: string, key: string): { label: string; value: string } | undefined => namedFields(raw).find(named => named.key === key)

describe('the fields of a line by name', () => {
  it('are all fields of the PAN-OS table, in its order', () => {
    const named = namedFields(line({}, '11.0'))
    expect(named.map(({ key, label }) => [key, label])).toEqual(THREAT_FIELDS)
    expect(named.find(({ key }) => key === 'misc')).toEqual({ key: 'misc', label: 'URL/Filename', value: 'a.example/' })
  })

  it('end where the line ends, and are numbered beyond the table', () => {
    expect(namedFields(line({}, '5.0'))).toHaveLength(42)
    const [extra] = namedFields(`${line({}, '11.0')},"new, field"`).slice(-1)
    expect(extra).toEqual({ key: 'field_124', label: 'Field 124', value: 'new, field' })
  })

  it('of 6.1 have no URL Index', () => {
    const named = namedFields(line({ filetype: 'pe', reportid: '77' }, '6.1'))
    expect(named).toHaveLength(53)
    expect(named.map(({ key }) => key)).not.toContain('url_idx')
    expect(named.at(-1)).toMatchObject({ key: 'reportid', value: '77' })
  })

  it('stand in place behind http_headers with bare commas', () => {
    const raw = line({ http_headers: '@', rule_uuid: '11111111-2222-4333-8444-555555555555', reason: 'because' }, '10.1').replace(
      ',@',
      ',Some-Header:"a, b";',
    )
    expect(field(raw, 'http_headers')?.value).toBe('Some-Header:"a, b";')
    expect(field(raw, 'reason')?.value).toBe('because')
    expect(namedFields(raw)).toHaveLength(120)
  })

  it('of other log types are named as far as all types agree', () => {
    const named = namedFields('1,2026/11/24 10:00:00,0123,SYSTEM,general,0,2026/11/24 10:00:00,,"a, b"')
    expect(named.slice(2, 5)).toEqual([
      { key: 'serial', label: 'Serial Number', value: '0123' },
      { key: 'type', label: 'Type', value: 'SYSTEM' },
      { key: 'subtype', label: 'Threat/Content Type', value: 'general' },
    ])
    expect(named.at(-1)).toEqual({ key: 'field_9', label: 'Field 9', value: 'a, b' })
  })

  it('of CEF have the labels that the line gives, else those of PAN-OS, else words', () => {
    const raw = 'CEF:0|Palo Alto Networks|PAN-OS|10.1|url|THREAT|1|cs1Label=Rule cs1=Out act=alert PanOSSomethingNew=1'
    expect(field(raw, 'deviceVersion')?.value).toBe('10.1')
    expect(field(raw, 'cs1')).toMatchObject({ label: 'Rule', value: 'Out' })
    expect(field(raw, 'cs1Label')).toBeUndefined()
    expect(field(raw, 'act')).toMatchObject({ label: 'Action', value: 'alert' })
    expect(field(raw, 'PanOSSomethingNew')).toMatchObject({ label: 'Something New', value: '1' })
  })

  it('of LEEF, JSON and Strata CSV are named too', () => {
    const leef = 'LEEF:1.0|Palo Alto Networks|PAN-OS Syslog Integration|10.2|x|cat=THREAT|Subtype=virus|identHostName=a'
    expect(field(leef, 'Subtype')?.label).toBe('Threat/Content Type')
    expect(field(leef, 'identHostName')?.label).toBe('Ident Host Name')
    const json = '{"LogType":"THREAT","SequenceNo":7117268851537282868,"IsPhishing":false,"Nested":{"a":[1]}}'
    expect(namedFields(json)).toEqual([
      { key: 'LogType', label: 'Type', value: 'THREAT' },
      { key: 'SequenceNo', label: 'Sequence Number', value: '7117268851537282868' },
      { key: 'IsPhishing', label: 'Is Phishing', value: 'false' },
      { key: 'Nested', label: 'Nested', value: '{"a":["1"]}' },
    ])
    const strata = '2026-06-01T10:00:00.000000Z,no-serial,THREAT,url,10.0,2026-06-01T09:59:37.000000Z,10.0.0.1'
    expect(field(strata, 'src')).toMatchObject({ label: 'Source Address', value: '10.0.0.1' })
  })

  it('are none where the line cannot be read', () => {
    expect(['', 'hello', 'CEF:0|x', '{"a":1}', '{"LogType'].map(raw => namedFields(raw))).toEqual([[], [], [], [], []])
  })
})
