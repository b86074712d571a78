import { groupNameFault, isDeviceHost, deviceCreateInput } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { objectName } from './drivers/panos/object-names.js'

describe('the name of a group', () => {
  it.each([
    ['ADDRESS_GROUP', 'blocked'],
    ['ADDRESS_GROUP', 'Blocked by SOC_1.2-3'],
    ['ADDRESS_GROUP', 'a'.repeat(63)],
    ['URL_CATEGORY', 'a'.repeat(31)],
    ['DYNAMIC_ADDRESS_GROUP', 'blocked now'],
    ['ADDRESS_GROUP', 'and'],
    ['ADDRESS_GROUP', 'two  spaces'],
  ] as const)('%s takes %s', (kind, name) => expect(groupNameFault(kind, name)).toBeUndefined())

  it.each([
    ['ADDRESS_GROUP', '', 'Enter a name'],
    ['ADDRESS_GROUP', 'a'.repeat(64), 'At most 63 characters'],
    ['URL_CATEGORY', 'a'.repeat(32), 'At most 31 characters'],
    ['ADDRESS_GROUP', ' blocked', 'No space at the beginning or the end'],
    ['ADDRESS_GROUP', "o'clock", 'Only letters, digits, space, _, - and .'],
    ['ADDRESS_GROUP', 'a"b', 'Only letters, digits, space, _, - and .'],
    ['ADDRESS_GROUP', 'blöcked', 'Only letters, digits, space, _, - and .'],
    ['ADDRESS_GROUP', 'a\nb', 'Only letters, digits, space, _, - and .'],
    ['ADDRESS_GROUP', '-blocked', 'The first character is a letter or a digit'],
    ['ADDRESS_GROUP', 'Any', 'Any is reserved by PAN-OS'],
    ['DYNAMIC_ADDRESS_GROUP', 'two  spaces', 'No two spaces in a row'],
    ['DYNAMIC_ADDRESS_GROUP', 'NOT', 'NOT is a word of tag filters'],
  ] as const)('%s refuses %j', (kind, name, fault) => expect(groupNameFault(kind, name)).toBe(fault))
})

describe('the name of an address object', () => {
  it.each([
    ['198.51.100.7', 'sp-198.51.100.7'],
    ['198.51.100.0/24', 'sp-198.51.100.0_24'],
    ['203.0.113.5-203.0.113.9', 'sp-203.0.113.5__203.0.113.9'],
    ['2001:db8::1', 'sp-2001-db8--1'],
    ['2001:db8::/32', 'sp-2001-db8--_32'],
  ])('of %s is %s', (value, name) => expect(objectName(value)).toBe(name))

  it('never has more than 63 characters, and is the same for the same value', () => {
    const value = '2001:db8:1111:2222:3333:4444:5555:6666-2001:db8:1111:2222:3333:4444:5555:7777'
    expect(objectName(value)).toMatch(/^sp-[0-9a-f]{40}$/)
    expect(objectName(value)).toBe(objectName(value))
    expect(objectName(value)).not.toBe(objectName(value.replace('7777', '7778')))
  })
})

describe('the host of a device', () => {
  it.each(['fw-1', 'fw-1.example.com:8443', '192.0.2.1', '192.0.2.1:443', '[2001:db8::1]', '[2001:db8::1]:8443'])('may be %s', host =>
    expect(isDeviceHost(host)).toBe(true),
  )
  it.each(['', 'https://fw-1', 'fw 1', 'fw-1/api', 'fw-1:0', 'fw-1:65536', 'user@fw-1', '2001:db8::1', 'fw-1:https', '-fw'])(
    'may not be %j',
    host => expect(isDeviceHost(host)).toBe(false),
  )
})

describe('a fingerprint', () => {
  const device = { type: 'PALO_ALTO_NETWORKS', name: 'fw', host: 'fw', username: 'u', password: 'p' }
  const [first, second] = ['ab'.repeat(32), 'cd'.repeat(32)]

  it('is kept with colons, also several', () => {
    const parsed = deviceCreateInput.parse({ ...device, tlsFingerprint: `${first}, ${second.toUpperCase()}` })
    expect(parsed.tlsFingerprint).toBe(`${Array(32).fill('AB').join(':')}, ${Array(32).fill('CD').join(':')}`)
  })

  it.each(['', 'AB:CD', 'zz'.repeat(32), `${'ab'.repeat(32)},`])('is not %j', tlsFingerprint =>
    expect(deviceCreateInput.safeParse({ ...device, tlsFingerprint }).success).toBe(false),
  )
})
