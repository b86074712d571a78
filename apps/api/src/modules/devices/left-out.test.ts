import { describe, expect, it } from 'vitest'
import { leftOutText, reasonToLeaveOut, sortOut } from './left-out.js'

describe('a value', () => {
  it.each([
    ['DYNAMIC_ADDRESS_GROUP', '9.1.16', '198.51.100.7'],
    ['DYNAMIC_ADDRESS_GROUP', '9.1.16', '2001:db8::1'],
    ['DYNAMIC_ADDRESS_GROUP', '10.0.0', '198.51.100.0/24'],
    ['DYNAMIC_ADDRESS_GROUP', '10.2.9-h1', '203.0.113.5-203.0.113.9'],
    ['DYNAMIC_ADDRESS_GROUP', '11.1.2', '198.51.100.0/24'],
    ['DYNAMIC_ADDRESS_GROUP', null, '198.51.100.0/24'],
    ['DYNAMIC_ADDRESS_GROUP', 'unknown', '198.51.100.0/24'],
    ['ADDRESS_GROUP', '9.1.16', '198.51.100.0/24'],
    ['ADDRESS_GROUP', '9.1.16', '2001:db8::/64'],
    ['ADDRESS_GROUP', '9.1.16', '2001:db8::1-2001:db8::9'],
    ['URL_CATEGORY', '9.1.16', 'a-b.example/x/'],
    ['URL_CATEGORY', '11.1.2', 'a'.repeat(255)],
  ] as const)('that %s of %s takes: %s', (kind, version, value) => expect(reasonToLeaveOut(kind, version, value)).toBeUndefined())

  it.each([
    ['DYNAMIC_ADDRESS_GROUP', '9.1.16', '198.51.100.0/24', /from 10\.0 on/],
    ['DYNAMIC_ADDRESS_GROUP', '8.1.0', '203.0.113.5-203.0.113.9', /from 10\.0 on/],
    ['DYNAMIC_ADDRESS_GROUP', '9.1.16', '2001:db8::/64', /single IPv6/],
    ['DYNAMIC_ADDRESS_GROUP', '11.1.2', '2001:db8::/64', /single IPv6/],
    ['DYNAMIC_ADDRESS_GROUP', '11.1.2', '2001:db8::1-2001:db8::9', /single IPv6/],
    ['DYNAMIC_ADDRESS_GROUP', null, '2001:db8::/64', /single IPv6/],
    ['URL_CATEGORY', '11.1.2', 'a'.repeat(256), /255/],
  ] as const)('that %s of %s does not take: %s', (kind, version, value, reason) =>
    expect(reasonToLeaveOut(kind, version, value)).toMatch(reason),
  )
})

describe('what is left out', () => {
  const entries = (...values: string[]) => values.map(value => ({ value, expiresAt: null }))

  it('does not change the order of the rest', () => {
    const { desired, leftOut } = sortOut(
      'DYNAMIC_ADDRESS_GROUP',
      '9.1.0',
      entries('192.0.2.9', '2001:db8::/64', '192.0.2.0/24', '192.0.2.1'),
    )
    expect(desired.map(({ value }) => value)).toEqual(['192.0.2.9', '192.0.2.1'])
    expect(leftOut.map(({ value }) => value)).toEqual(['2001:db8::/64', '192.0.2.0/24'])
  })

  it('is told by number, and the first few by name', () => {
    const leftOut = ['a', 'b', 'c', 'd', 'e'].map(value => ({ value, reason: 'too odd' }))
    expect(leftOutText([])).toBeUndefined()
    expect(leftOutText(leftOut.slice(0, 1))).toBe('1 entry left out: a (too odd)')
    expect(leftOutText(leftOut.slice(0, 2))).toBe('2 entries left out: a (too odd), b (too odd)')
    expect(leftOutText(leftOut)).toBe('5 entries left out: a (too odd), b (too odd), c (too odd) and 2 more')
    expect(leftOutText([{ value: 'u'.repeat(5_000), reason: 'too long' }])?.length).toBeLessThan(150)
  })
})
