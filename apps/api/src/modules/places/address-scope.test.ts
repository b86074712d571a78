import { describe, expect, it } from 'vitest'
import { isLocalRange, scopeOf } from './address-scope.js'
import { readRange } from './address-words.js'

describe('scopeOf', () => {
  it.each([
    ['8.8.8.8', 'PUBLIC', undefined],
    ['2606:4700::1111', 'PUBLIC', undefined],
    ['100.63.255.255', 'PUBLIC', undefined],
    ['100.64.0.1', 'PRIVATE', 'Shared by customers of a carrier (RFC 6598)'],
    ['10.20.30.40', 'PRIVATE', 'Private network (RFC 1918)'],
    ['172.31.255.255', 'PRIVATE', 'Private network (RFC 1918)'],
    ['172.32.0.0', 'PUBLIC', undefined],
    ['192.168.1.1', 'PRIVATE', 'Private network (RFC 1918)'],
    ['::ffff:192.168.1.1', 'PRIVATE', 'Private network (RFC 1918)'],
    ['127.0.0.1', 'RESERVED', 'Loopback (RFC 1122)'],
    ['0.0.0.0', 'RESERVED', 'This network (RFC 791)'],
    ['169.254.169.254', 'RESERVED', 'Link-local (RFC 3927)'],
    ['198.19.255.255', 'RESERVED', 'Benchmarking (RFC 2544)'],
    ['203.0.113.9', 'RESERVED', 'Documentation (RFC 5737)'],
    ['239.1.2.3', 'RESERVED', 'Multicast (RFC 5771)'],
    ['255.255.255.254', 'RESERVED', 'Reserved (RFC 1112)'],
    ['255.255.255.255', 'RESERVED', 'Broadcast (RFC 919)'],
    ['::', 'RESERVED', 'Unspecified (RFC 4291)'],
    ['::1', 'RESERVED', 'Loopback (RFC 4291)'],
    ['::2', 'RESERVED', 'Not assigned (RFC 4291)'],
    ['fd12:3456::1', 'PRIVATE', 'Unique local (RFC 4193)'],
    ['fe80::1', 'RESERVED', 'Link-local (RFC 4291)'],
    ['ff02::1', 'RESERVED', 'Multicast (RFC 4291)'],
    ['2001:db8::1', 'RESERVED', 'Documentation (RFC 3849)'],
    ['3fff::1', 'RESERVED', 'Documentation (RFC 9637)'],
    ['4000::', 'RESERVED', 'Not assigned (RFC 4291)'],
    ['3ffe::1', 'PUBLIC', undefined],
    ['2002:808:808::1', 'PUBLIC', '6to4 of 8.8.8.8 (RFC 3056)'],
    ['2002:a00:1::1', 'PRIVATE', '6to4 of 10.0.0.1 (RFC 3056)'],
    ['64:ff9b::8.8.4.4', 'PUBLIC', 'NAT64 of 8.8.4.4 (RFC 6052)'],
    ['64:ff9b::127.0.0.1', 'RESERVED', 'NAT64 of 127.0.0.1 (RFC 6052)'],
    ['2001:0:808:808:0:0:f7f7:f7f7', 'PUBLIC', 'Teredo of 8.8.8.8 (RFC 4380)'],
    ['router', 'RESERVED', 'Not an IP address'],
  ])('%s is %s: %s', (address, scope, name) => {
    const found = scopeOf(address)
    expect([found.scope, found.name]).toEqual([scope, name])
  })
})

describe('isLocalRange', () => {
  it.each([
    ['10.0.0.0/8', true],
    ['10.1.2.3', true],
    ['192.168.0.0/15', false],
    ['127.0.0.1', true],
    ['0.0.0.0/8', true],
    ['fe80::/64', true],
    ['198.51.100.0/24', false],
    ['0.0.0.0/0', false],
    ['8.8.8.8', false],
    ['2002:a00:1::1', false],
  ])('%s: %s', (network, isLocal) => expect(isLocalRange(readRange(network) ?? { first: 0, last: 0 })).toBe(isLocal))
})
