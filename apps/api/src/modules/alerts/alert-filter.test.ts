import { expect, it } from 'vitest'
import { allOf, toQuery } from '../../platform/sql.js'
import { alertConditions, type AlertConditions } from './alert-filter.js'

const where = (filter: AlertConditions) => toQuery(allOf(alertConditions(filter)))
const AT = new Date('2026-03-04T12:00:00Z')

it.each<[AlertConditions, string, unknown[]]>([
  [{}, 'TRUE', []],
  [{ from: AT, to: AT }, 'alert.occurred_at >= $1 AND alert.occurred_at < $2', [AT, AT]],
  [{ severity: ['UNKNOWN', 'CRITICAL'] }, 'alert.severity = ANY($1::smallint[])', [[0, 5]]],
  [{ minSeverity: 'MEDIUM' }, 'alert.severity >= $1', [3]],
  [{ address: '10.0.0.1' }, '(alert.src_ip = $1::inet OR alert.dst_ip = $2::inet)', ['10.0.0.1', '10.0.0.1']],
  [{ source: '10.0.0.0/8' }, 'alert.src_ip <<= $1::inet', ['10.0.0.0/8']],
  [
    { victim: '10.0.0.1' },
    "(alert.victim_side = 'SOURCE' AND alert.src_ip = $1::inet OR alert.victim_side = 'DESTINATION' AND alert.dst_ip = $2::inet)",
    ['10.0.0.1', '10.0.0.1'],
  ],
  [{ host: { in: ['PC1'] } }, '(lower(alert.src_host) = ANY($1::text[]) OR lower(alert.dst_host) = ANY($2::text[]))', [['pc1'], ['pc1']]],
  [{ rule: { in: ['Out'] } }, 'lower(alert.rule) = ANY($1::text[])', [['out']]],
  [{ inIncident: false, blocked: false }, 'alert.blocked = $1 AND alert.incident_id IS NULL', [false]],
  [{ text: '198.51.100.0/24' }, '(alert.src_ip <<= $1::inet OR alert.dst_ip <<= $2::inet)', ['198.51.100.0/24', '198.51.100.0/24']],
  [{ text: 'A'.repeat(32) }, 'alert.file_digest = $1', ['a'.repeat(32)]],
  [{ minSeverity: null, text: null, user: null }, 'TRUE', []],
])('%j', (filter, text, values) => {
  expect(where(filter)).toEqual({ text, values })
})

it('writes nothing from outside into the statement', () => {
  const hostile = `x'; DROP TABLE alert; --`
  const condition = { in: [hostile], contains: hostile }
  const { text } = where({
    subtype: [hostile],
    action: [hostile],
    user: condition,
    threat: condition,
    url: condition,
    rule: condition,
    fileDigest: hostile,
    text: hostile,
  })
  expect(text).not.toContain('DROP')
})
