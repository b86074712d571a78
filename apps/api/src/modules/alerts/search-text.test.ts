import { expect, it } from 'vitest'
import { readSearchText } from './search-text.js'

it.each([
  ['10.1.2.3', { kind: 'network', network: '10.1.2.3' }],
  [' 10.0.0.0/8 ', { kind: 'network', network: '10.0.0.0/8' }],
  ['2001:db8::1', { kind: 'network', network: '2001:db8::1' }],
  ['2001:db8::/32', { kind: 'network', network: '2001:db8::/32' }],
  ['fe80::1%eth0', { kind: 'words', words: 'fe80::1%eth0' }],
  ['10.1.2', { kind: 'words', words: '10.1.2' }],
  ['10.0.0.0/33', { kind: 'words', words: '10.0.0.0/33' }],
  ['10.0.0.0/', { kind: 'words', words: '10.0.0.0/' }],
  ['30001', { kind: 'number', digits: '30001' }],
  ['1234567890123456789', { kind: 'words', words: '1234567890123456789' }],
  ['A'.repeat(64), { kind: 'digest', digest: 'a'.repeat(64) }],
  ['d41d8cd98f00b204e9800998ecf8427e', { kind: 'digest', digest: 'd41d8cd98f00b204e9800998ecf8427e' }],
  ['corp\\ann', { kind: 'words', words: 'corp\\ann' }],
  ['', { kind: 'words', words: '' }],
])('reads %j', (text, expected) => {
  expect(readSearchText(text)).toEqual(expected)
})
