import type { ListKind } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { canonicalEntry } from './entry/canonical-entry.js'
import { canonicalProtection, ProtectionIndex, SHIPPED_PROTECTIONS, type ProtectedValue } from './protection.js'

const protect = (kind: ProtectedValue['kind'], value: string): ProtectedValue => ({ kind, value, description: '' })
const index = new ProtectionIndex([
  ...SHIPPED_PROTECTIONS,
  protect('NETWORK', '203.0.113.0/28'),
  protect('NETWORK', '2001:db8:1::1-2001:db8:1::9'),
  protect('DOMAIN', 'app.example.com'),
  protect('DOMAIN', 'corp.test'),
  protect('USER', 'corp\\administrator'),
  protect('USER', 'root'),
])

const touched = (kind: ListKind, typed: string): string | undefined => {
  const canonical = canonicalEntry(kind, typed)
  if (!canonical.ok) throw new Error(`${typed}: ${canonical.reason}`)
  return index.touchedBy(kind, canonical)?.value
}

describe('overlap is refused both ways', () => {
  it.each<[ListKind, string, string | undefined]>([
    ['ADDRESS', '10.1.2.3', '10.0.0.0/8'],
    ['ADDRESS', '::ffff:10.1.2.3', '10.0.0.0/8'],
    ['ADDRESS', '9.255.255.0-10.0.0.5', '10.0.0.0/8'],
    ['ADDRESS', '203.0.113.5', '203.0.113.0/28'],
    ['ADDRESS', '203.0.113.0/24', '203.0.113.0/28'],
    ['ADDRESS', '203.0.113.16', undefined],
    ['ADDRESS', '203.0.0.0/8', '203.0.113.0/28'],
    ['ADDRESS', '198.51.100.0/24', undefined],
    ['ADDRESS', '255.255.255.255', '255.255.255.255'],
    ['ADDRESS', '::1', '::1'],
    ['ADDRESS', 'fd00::/32', 'fc00::/7'],
    ['ADDRESS', '2001:db8:1::/64', '2001:db8:1::1-2001:db8:1::9'],
    ['ADDRESS', '2001:db8:1::10', undefined],
    ['DOMAIN', 'app.example.com', 'app.example.com'],
    ['DOMAIN', 'a.b.app.example.com', 'app.example.com'],
    ['DOMAIN', '*.app.example.com', 'app.example.com'],
    ['DOMAIN', '*.example.com', 'app.example.com'],
    ['DOMAIN', 'example.com', 'app.example.com'],
    ['DOMAIN', 'notapp.example.com', undefined],
    ['DOMAIN', 'xapp.example.com', undefined],
    ['DOMAIN', 'evilcorp.test', undefined],
    ['URL', 'https://app.example.com/login', 'app.example.com'],
    ['URL', 'x.app.example.com', 'app.example.com'],
    ['URL', 'example.com/login', undefined],
    ['URL', '*.example.com/login', 'app.example.com'],
    ['URL', '^.example.com', 'app.example.com'],
    ['URL', 'app.*.com', 'paloaltonetworks.com'],
    ['URL', 'app.^.com', 'paloaltonetworks.com'],
    ['URL', 'www.*.example.com', 'app.example.com'],
    ['URL', 'www.^.other.com', undefined],
    ['URL', 'x.^.test', 'corp.test'],
    ['URL', '*.corp.test', 'corp.test'],
    ['URL', '192.168.1.1/admin', '192.168.0.0/16'],
    ['URL', '198.51.100.1/admin', undefined],
    ['USER', 'CORP\\Administrator', 'corp\\administrator'],
    ['USER', 'administrator', 'corp\\administrator'],
    ['USER', 'administrator@corp.test', 'corp\\administrator'],
    ['USER', 'other\\administrator', undefined],
    ['USER', 'corp\\root', 'root'],
    ['USER', 'root@corp.test', 'root'],
    ['USER', 'alice', undefined],
  ])('%s %s is kept off by %s', (kind, typed, by) => expect(touched(kind, typed)).toBe(by))
})

describe('in every spelling', () => {
  it.each([
    '127.0.0.1',
    '127.1.2.3/32',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:0:0:1',
    '::1/128',
    '169.254.169.254',
    '224.0.0.1',
    '0.0.0.0',
    '::',
    'FE80::1',
    'ff02::1',
    '100.64.0.1',
    '172.31.255.255',
    '192.168.0.0/16',
    '10.0.0.0-10.0.0.1',
  ])('%s is protected as shipped', typed => expect(touched('ADDRESS', typed)).toBeDefined())
})

it('values that ship are canonical', () => {
  for (const { kind, value } of SHIPPED_PROTECTIONS)
    if (value !== 'localhost') expect(canonicalProtection(kind, value)).toMatchObject({ ok: true, value })
})

it.each([
  ['NETWORK', '0.0.0.0/0', '0.0.0.0/0'],
  ['NETWORK', '203.0.113.7/24', '203.0.113.0/24'],
  ['DOMAIN', 'Example.com', 'example.com'],
  ['USER', 'Corp\\Bob', 'corp\\bob'],
] as const)('the protection %s %s is stored as %s', (kind, typed, value) =>
  expect(canonicalProtection(kind, typed)).toMatchObject({ ok: true, value }),
)

it.each([
  ['NETWORK', 'example.com'],
  ['DOMAIN', '*.example.com'],
  ['DOMAIN', '192.0.2.1'],
  ['USER', '=x'],
] as const)('the protection %s %s is refused', (kind, typed) => expect(canonicalProtection(kind, typed).ok).toBe(false))
