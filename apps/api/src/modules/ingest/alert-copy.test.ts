import { describe, expect, it } from 'vitest'
import { syslogLine, threatLine } from '../../../../../test/support/syslog-lines.js'
import { readLine, understand } from '../panos-log/index.js'
import { ALERT_COPY_SQL, encodeAlerts, type AlertRow } from './alert-copy.js'

const columns = /\((.*)\)/.exec(ALERT_COPY_SQL)?.[1]?.split(', ') ?? []

function row(text: string, given: Partial<AlertRow> = {}): AlertRow {
  const reading = readLine(text)
  if (reading.kind !== 'alert') throw new Error('not an alert')
  const line = syslogLine(text)
  const alert = understand(reading.told, { timeZone: 'UTC', addressOrder: 'AUTO' }, line.receivedAt)
  return { id: 7n, firewallId: 3, incidentId: undefined, link: undefined, line, alert, dedupKey: undefined, ...given }
}

function decode(buffer: Buffer): Record<string, string | undefined>[] {
  const lines = buffer.toString('utf8').split('\n')
  expect(lines.pop()).toBe('')
  return lines.map(line => Object.fromEntries(line.split('\t').map((value, index) => [columns[index] ?? 'too many', value])))
}

describe('encodeAlerts', () => {
  it('writes a value for each column, and \\N for what is not told', () => {
    const [encoded] = decode(
      encodeAlerts([row(threatLine({ seqno: '12' }), { incidentId: 9n, link: { key: 'VICTIM_USER', value: 'corp\\ann' } })]),
    )
    expect(Object.keys(encoded ?? {})).toEqual(columns)
    expect(encoded).toMatchObject({
      id: '7',
      firewall_id: '3',
      incident_id: '9',
      link_value: 'corp\\\\ann',
      severity: '4',
      blocked: 'false',
      verdict: '\\N',
      sequence: '12',
    })
  })

  it.each([
    ['a backslash', 'a\\b', 'a\\\\b'],
    ['what looks like null', '\\N', '\\\\N'],
    ['TAB, LF and CR', 'a\tb\nc\rd', 'a\\tb\\nc\\rd'],
    ['NUL, which PostgreSQL cannot store', 'a\0b', 'a\uFFFDb'],
    ['half of a surrogate pair', 'a\uD800b', 'a\uFFFDb'],
  ])('escapes %s', (_, value, escaped) => {
    const one = row(threatLine())
    expect(decode(encodeAlerts([{ ...one, alert: { ...one.alert, rule: value } }]))[0]?.['rule']).toBe(escaped)
  })

  it('writes host names in lower case, and none for spaces', () => {
    const one = row(threatLine())
    const [encoded] = decode(encodeAlerts([{ ...one, alert: { ...one.alert, srcHostname: 'LAPTOP-7', dstHostname: ' ' } }]))
    expect([encoded?.['src_host'], encoded?.['dst_host']]).toEqual(['laptop-7', '\\N'])
  })

  it('cuts what would not fit an index, and keeps the raw line whole', () => {
    const one = row(threatLine())
    const [encoded] = decode(
      encodeAlerts([{ ...one, line: { ...one.line, text: 'x'.repeat(60_000) }, alert: { ...one.alert, srcUser: 'u'.repeat(5000) } }]),
    )
    expect([encoded?.['src_user']?.length, encoded?.['raw']?.length]).toEqual([512, 60_000])
  })

  it('takes long and short rows in any mixture', () => {
    const one = row(threatLine())
    const lengths = [10, 60_000, 5, 30_000, 60_000, 1]
    const encoded = decode(encodeAlerts(lengths.map(length => ({ ...one, line: { ...one.line, text: '☕'.repeat(length) } }))))
    expect(encoded.map(({ raw }) => raw?.length)).toEqual(lengths)
  })
})
