import { describe, expect, it } from 'vitest'
import { isNetwork } from './network'

describe('an address or network', () => {
  it.each([
    '10.0.0.1',
    '0.0.0.0',
    '192.0.2.0/24',
    '203.0.113.7/32',
    '2001:db8::',
    '::1',
    '::ffff:192.0.2.1',
    '2001:db8::/32',
    'fe80::1/128',
  ])('takes %s', text => expect(isNetwork(text)).toBe(true))
  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.01',
    '10.0.0.1/33',
    '10.0.0.1/',
    '10.0.0.1/a',
    '::1/129',
    '2001:db8:::1',
    'fe80::1%eth0',
    '1/2/3',
    'host',
    ':',
    '[::1]',
  ])('refuses "%s"', text => expect(isNetwork(text)).toBe(false))
})
