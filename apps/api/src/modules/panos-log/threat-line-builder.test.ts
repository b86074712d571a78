import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedFields } from './named-fields.js'
import { readLine } from './read-line.js'
import { THREAT_FIELDS, THREAT_LAYOUTS, type ThreatFieldKey, type ThreatLayout } from './threat-fields.js'
import { buildThreatLine } from './threat-line-builder.js'

const AT = Date.parse('2026-04-08T10:00:00.250Z')
const layouts = Object.keys(THREAT_LAYOUTS) as ThreatLayout[]

describe('a written line', () => {
  it('has the headers of a firewall', () => {
    const header = (options: Partial<Parameters<typeof buildThreatLine>[1]>): string =>
      buildThreatLine({ severity: 'high' }, { layout: '10.2', header: 'BSD', at: AT, ...options }).split('1,2026/')[0] ?? ''
    expect(header({ host: 'fw1' })).toBe('<11>Apr  8 10:00:00 fw1 ')
    expect(header({})).toBe('<11>Apr  8 10:00:00 ')
    expect(header({ header: 'IETF', host: 'fw1', offsetMinutes: -210 })).toBe('<11>1 2026-04-08T06:30:00-03:30 fw1 - - - - ')
    expect(header({ header: 'IETF' })).toBe('<11>1 2026-04-08T10:00:00+00:00 - - - - - ')
    expect(header({ header: 'NONE' })).toBe('')
  })

  it('quotes the misc field always and others when they need it', () => {
    const line = buildThreatLine({ misc: 'x.exe', rule: 'a,b', srcuser: 'say "hi"' }, { layout: '5.0', header: 'NONE', at: AT })
    expect(line).toContain(',"x.exe",')
    expect(line).toContain(',"a,b",')
    expect(line).toContain(',"say ""hi""",')
  })

  it.each(layouts)('of %s has its number of fields and reads back', layout => {
    const sent = {
      serial: '012345678901',
      subtype: 'wildfire',
      src: '10.0.0.1',
      dst: '2001:db8::1',
      rule: 'Rule, with comma',
      misc: 'C:\\Users\\',
      threatid: 'Windows Executable (EXE)(52020)',
      category: 'malicious',
      severity: 'high',
      direction: 'server-to-client',
      filedigest: 'ab'.repeat(32),
      filetype: 'pe',
      reportid: '12617526913',
      sender: 'From: "A" <a@example.com>',
      high_res_timestamp: '2026-04-08T10:00:00.250+00:00',
    }
    const reading = readLine(buildThreatLine(sent, { layout, header: 'BSD', host: 'fw1', at: AT }))
    if (reading.kind !== 'alert') throw new Error(reading.kind)
    const count = THREAT_LAYOUTS[layout]
    expect(reading.told).toMatchObject({
      fieldCount: count,
      truncated: false,
      firewall: { serial: '012345678901', name: 'fw1' },
      subtype: 'wildfire',
      srcIp: '10.0.0.1',
      dstIp: '2001:db8::1',
      rule: 'Rule, with comma',
      fileName: 'C:\\Users\\',
      threatId: 52_020n,
      verdict: 'MALICIOUS',
      severity: 'HIGH',
      fileDigest: count >= 45 ? 'ab'.repeat(32) : undefined,
      fileType: count >= 53 ? 'pe' : undefined,
      // The last field of 6.1.
      reportId: count >= 53 ? '12617526913' : undefined,
      mailSender: count >= 53 ? '"A" <a@example.com>' : undefined,
      zonedTime: count >= 111 ? AT : undefined,
      localTime: '2026/04/08 10:00:00',
    })
  })

  it('reads back equal whatever its values', () => {
    const free: ThreatFieldKey[] = [
      'rule',
      'srcuser',
      'user_agent',
      'referer',
      'subject',
      'device_name',
      'http_headers',
      'reason',
      'flow_type',
    ]
    const value = fc.oneof(fc.string(), fc.stringMatching(/^[",\\\n a]*$/)).filter(text => !text.includes('\0'))
    fc.assert(
      fc.property(fc.constantFrom(...layouts), fc.record(Object.fromEntries(free.map(key => [key, value]))), (layout, values) => {
        // 6.1 has no URL index, which is known by what stands in its place: digits alone would pass for one.
        fc.pre(layout !== '6.1' || !/^\d+$/.test(values['user_agent'] ?? ''))
        const fields = { ...values, serial: '1', subtype: 'url', flow_type: 'x', rule_uuid: '11111111-2222-4333-8444-555555555555' }
        const line = buildThreatLine(fields, { layout, header: 'NONE', at: AT })
        const named = new Map(namedFields(line).map(field => [field.key, field.value]))
        const written = THREAT_FIELDS.map(([key]) => key)
          .filter(key => layout !== '6.1' || key !== 'url_idx')
          .slice(0, THREAT_LAYOUTS[layout])
        // Blanks at the end of the line go with the framing; http_headers is the last field of 8.1.
        for (const key of free) {
          if (written.includes(key)) expect(named.get(key)?.trimEnd(), key).toBe((fields as Record<string, string>)[key]?.trimEnd())
        }
      }),
      { numRuns: 300 },
    )
  })
})
