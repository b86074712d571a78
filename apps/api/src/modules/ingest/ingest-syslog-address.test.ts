import type { NetworkInterfaceInfo } from 'node:os'
import { expect, it } from 'vitest'
import { syslogAddress } from './ingest-syslog-address.js'

const info = (address: string, family: 'IPv4' | 'IPv6', internal = false) => ({ address, family, internal }) as NetworkInterfaceInfo
const lo = [info('127.0.0.1', 'IPv4', true)]
const eth0 = [info('fe80::1', 'IPv6'), info('2001:db8::5', 'IPv6'), info('192.0.2.5', 'IPv4')]

it.each([
  ['the name people use', { publicUrl: 'https://sp.example.com:8443/x', interfaces: { lo, eth0 }, bound: ['10.0.0.1'] }, 'sp.example.com'],
  ['a literal IPv6 address without its brackets', { publicUrl: 'http://[2001:db8::9]:4000', interfaces: {}, bound: [] }, '2001:db8::9'],
  ['the one address that is listened on', { publicUrl: undefined, interfaces: { lo, eth0 }, bound: ['10.0.0.1'] }, '10.0.0.1'],
  ['an address others can reach', { publicUrl: undefined, interfaces: { lo, eth0 }, bound: ['0.0.0.0'] }, '192.0.2.5'],
  ['IPv6 where there is nothing else', { publicUrl: undefined, interfaces: { lo, eth0: eth0.slice(0, 2) }, bound: ['::'] }, '2001:db8::5'],
  ['what is bound where there is no network', { publicUrl: undefined, interfaces: { lo }, bound: ['0.0.0.0'] }, '0.0.0.0'],
  ['itself when nothing listens', { publicUrl: undefined, interfaces: { lo }, bound: [] }, '127.0.0.1'],
])('tells %s', (_name, facts, address) => {
  expect(syslogAddress(facts)).toBe(address)
})
