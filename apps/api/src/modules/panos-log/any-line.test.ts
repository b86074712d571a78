import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namedFields } from './named-fields.js'
import { readLine } from './read-line.js'
import { THREAT_LAYOUTS, type ThreatLayout } from './threat-fields.js'
import { buildThreatLine } from './threat-line-builder.js'
import { understand } from './understand.js'

const ARRIVAL = Date.parse('2026-11-24T10:00:00Z')

/** Reads a line to its end in every way; throws where it does not end in one of the three kinds. */
function readToTheEnd(text: string, cut = false): void {
  const reading = readLine(text, { cut })
  expect(['alert', 'set-aside', 'unreadable']).toContain(reading.kind)
  namedFields(text)
  if (reading.kind !== 'alert') return
  for (const timeZone of ['UTC', 'Europe/Berlin']) {
    const alert = understand(reading.told, { timeZone, addressOrder: 'AUTO' }, ARRIVAL)
    expect(Number.isSafeInteger(alert.occurredAt)).toBe(true)
    expect(alert.fieldCount).toBeLessThanOrEqual(32_767)
    expect(JSON.stringify(alert, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).not.toContain('\\u0000')
  }
}

const header = fc.constantFrom('', '<14>Nov 24 10:00:00 fw1 ', '<14>1 2026-11-24T10:00:00Z fw1 - - - - ', '123 <14>1 ')
const start = fc.constantFrom(
  '1,2026/11/24 10:00:00,0123,THREAT,',
  '1,2026/11/24 10:00:00,0123,TRAFFIC,',
  '2026-06-01T10:00:00.000000Z,no-serial,THREAT,',
  'CEF:0|Palo Alto Networks|PAN-OS|10.1|x(1)|THREAT|4|',
  'CEF:0|Palo Alto Networks|LF|2.0|THREAT|x|4|',
  'LEEF:1.0|Palo Alto Networks|PAN-OS Syslog Integration|10.2|x|cat=THREAT|',
  'LEEF:2.0|Palo Alto Networks|PAN-OS Syslog Integration|10.2|x|^|cat=THREAT^',
  '{"LogType":"THREAT",',
  '0123456789,2026/06/01 10:00:00,audit,',
)
const letters = fc.stringMatching(/^[",\\|=(){}[\] a-z0-9:./\n-]*$/)
const text = fc.oneof(fc.string({ unit: 'binary' }), letters)
const fields = fc.array(
  fc.oneof(
    text,
    fc.constantFrom(
      '"',
      '""',
      '(9999)',
      '0.0.0.0',
      '::',
      '::ffff:1.2.3.4',
      '99999999999999999999999',
      '2024/02/30 10:00:00',
      '0001-01-01T00:00:00Z',
    ),
  ),
  {
    maxLength: 140,
  },
)

describe('any line', () => {
  it('of any text ends in one kind and never throws', () => {
    fc.assert(fc.property(text, fc.boolean(), readToTheEnd), { numRuns: 500 })
  })

  it('of any fields behind any start ends in one kind and never throws', () => {
    fc.assert(
      fc.property(
        header,
        start,
        fields,
        fc.constantFrom(',', '|', ' ', '^', '='),
        fc.boolean(),
        (before, opening, values, separator, cut) => {
          readToTheEnd(before + opening + values.join(separator), cut)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('of a JSON object of any values ends in one kind and never throws', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('LogType', 'Subtype', 'ThreatID', 'SequenceNo', 'SourceAddress', 'TimeGenerated', '__proto__', 'x'),
          fc.jsonValue(),
        ),
        log => {
          readToTheEnd(JSON.stringify({ LogType: 'THREAT', ...log }))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('cut anywhere ends in one kind and never throws', () => {
    const layouts = Object.keys(THREAT_LAYOUTS) as ThreatLayout[]
    const whole = {
      subtype: 'wildfire',
      misc: 'a "b", c.exe',
      threatid: 'Windows Executable (EXE)(52020)',
      sender: 'From: "A" <a@b.c>',
      http_headers: 'A:"b, c";',
    }
    for (const layout of layouts) {
      const line = buildThreatLine(whole, { layout, header: 'IETF', host: 'fw1', at: ARRIVAL })
      for (let length = 0; length <= line.length; length += 1) readToTheEnd(line.slice(0, length), length % 2 === 0)
    }
  })

  it('takes time linear in its length, whatever its text', () => {
    const pieces = [
      ',',
      '"',
      '""',
      '","',
      '(',
      ')',
      '(1',
      '{"',
      '[',
      '{"a":',
      ' 1,2026',
      '1,2026/11/24 10:00:00,',
      ' a=',
      ' a="',
      '|',
      '\\"',
      '\\",',
      'Z,',
      '<14>',
      ' ',
      'a.',
      ': ',
    ]
    const openings = [
      '',
      '1,2026/11/24 10:00:00,0123,THREAT,',
      `${buildThreatLine({}, { layout: '5.0', header: 'NONE', at: 0 })},`,
      'CEF:0|Palo Alto Networks|PAN-OS|1|x|THREAT|1|',
      '{"LogType":"THREAT","a":',
      '2026-06-01T10:00:00Z,x,THREAT,',
    ]
    for (const opening of openings) {
      for (const piece of pieces) {
        const line = (opening + piece.repeat(65_536)).slice(0, 65_536)
        const began = performance.now()
        readToTheEnd(line)
        // A quadratic reader takes seconds; a linear one some milliseconds.
        expect(performance.now() - began, `${opening} ${piece}`).toBeLessThan(1_500)
      }
    }
  }, 60_000)
})
