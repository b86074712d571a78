import type { AddressScope } from '@sallyport/shared'
import { formatAddress } from '../lists/index.js'
import { AddressTableBuilder } from './address-table.js'
import { readAddress, readRange, type AddressWords, type WordRange } from './address-words.js'
import { atOnce } from './in-turns.js'

/** Whether an address means something on the whole internet, and what its range is for. */
export interface ScopeOfAddress {
  readonly scope: AddressScope
  /** In words, with its RFC; undefined: an ordinary public address. */
  readonly name?: string
  /** The IPv4 address that a 6to4, Teredo or NAT64 address carries: it is there that the other end is. */
  readonly embedded?: number
}

interface SpecialRange {
  readonly name: string
  readonly scope: AddressScope
  /** Means something else in every network: what block lists say of it is about somebody else. */
  readonly isLocal: boolean
}

type Row = readonly [network: string, name: string]

/** Of IPv6 only 2000::/3 is handed out. */
const isGlobalUnicast = (words: readonly number[]): boolean => (words[0] ?? 0) >>> 29 === 1
const NOT_ASSIGNED: ScopeOfAddress = { scope: 'RESERVED', name: 'Not assigned (RFC 4291)' }

const PRIVATE: readonly Row[] = [
  ['10.0.0.0/8', 'Private network (RFC 1918)'],
  ['172.16.0.0/12', 'Private network (RFC 1918)'],
  ['192.168.0.0/16', 'Private network (RFC 1918)'],
  ['100.64.0.0/10', 'Shared by customers of a carrier (RFC 6598)'],
  ['64:ff9b:1::/48', 'NAT64 of a local network (RFC 8215)'],
  ['fc00::/7', 'Unique local (RFC 4193)'],
  ['fec0::/10', 'Site-local (RFC 3879)'],
]

const LOCAL: readonly Row[] = [
  ['0.0.0.0/8', 'This network (RFC 791)'],
  ['127.0.0.0/8', 'Loopback (RFC 1122)'],
  ['169.254.0.0/16', 'Link-local (RFC 3927)'],
  ['224.0.0.0/4', 'Multicast (RFC 5771)'],
  ['240.0.0.0/4', 'Reserved (RFC 1112)'],
  ['255.255.255.255', 'Broadcast (RFC 919)'],
  ['::', 'Unspecified (RFC 4291)'],
  ['::1', 'Loopback (RFC 4291)'],
  ['fe80::/10', 'Link-local (RFC 4291)'],
  ['ff00::/8', 'Multicast (RFC 4291)'],
]

const RESERVED: readonly Row[] = [
  ['192.0.0.0/24', 'Protocol assignments (RFC 6890)'],
  ['192.0.2.0/24', 'Documentation (RFC 5737)'],
  ['198.51.100.0/24', 'Documentation (RFC 5737)'],
  ['203.0.113.0/24', 'Documentation (RFC 5737)'],
  ['192.88.99.0/24', '6to4 relays (RFC 7526)'],
  ['198.18.0.0/15', 'Benchmarking (RFC 2544)'],
  ['100::/64', 'Discarded (RFC 6666)'],
  ['2001::/23', 'Protocol assignments (RFC 2928)'],
  ['2001:2::/48', 'Benchmarking (RFC 5180)'],
  ['2001:10::/28', 'Identifiers of hosts (RFC 4843)'],
  ['2001:20::/28', 'Identifiers of hosts (RFC 7343)'],
  ['2001:db8::/32', 'Documentation (RFC 3849)'],
  ['3fff::/20', 'Documentation (RFC 9637)'],
  ['5f00::/16', 'Segment routing (RFC 9602)'],
]

/** Public, with the IPv4 address of the other end inside. */
const CARRIERS: readonly { readonly network: string; readonly name: string; readonly embedded: (words: readonly number[]) => number }[] = [
  { network: '2002::/16', name: '6to4 of %s (RFC 3056)', embedded: ([high = 0, low = 0]) => ((high << 16) | (low >>> 16)) >>> 0 },
  { network: '2001::/32', name: 'Teredo of %s (RFC 4380)', embedded: ([, , , client = 0]) => ~client >>> 0 },
  { network: '64:ff9b::/96', name: 'NAT64 of %s (RFC 6052)', embedded: ([, , , last = 0]) => last },
]

const builder = new AddressTableBuilder()
const special = { 4: [] as SpecialRange[], 6: [] as (SpecialRange | (typeof CARRIERS)[number])[] }

function register(network: string, what: SpecialRange | (typeof CARRIERS)[number]): void {
  const range = readRange(network)
  if (!range) throw new Error(`${network} is not a network`)
  const at = builder.add(range)
  if (typeof range.first !== 'number') special[6][at] = what
  else if ('scope' in what) special[4][at] = what
}
for (const [network, name] of PRIVATE) register(network, { name, scope: 'PRIVATE', isLocal: true })
for (const [network, name] of LOCAL) register(network, { name, scope: 'RESERVED', isLocal: true })
for (const [network, name] of RESERVED) register(network, { name, scope: 'RESERVED', isLocal: false })
for (const carrier of CARRIERS) register(carrier.network, carrier)
const table = atOnce(builder.build())

/** By the registries of special-purpose addresses (IANA). */
export function scopeOfWords(address: AddressWords): ScopeOfAddress {
  const found = table.find(address)
  if (typeof address === 'number') {
    const range = special[4][found]
    return range ? { scope: range.scope, name: range.name } : { scope: 'PUBLIC' }
  }
  const range = special[6][found]
  if (!range) return isGlobalUnicast(address) ? { scope: 'PUBLIC' } : NOT_ASSIGNED
  if ('scope' in range) return { scope: range.scope, name: range.name }
  const embedded = range.embedded(address)
  return {
    scope: scopeOfWords(embedded).scope,
    name: range.name.replace('%s', formatAddress(4, BigInt(embedded))),
    embedded,
  }
}

/** The same of text. Text that is no address is of no use to anybody outside: RESERVED. */
export function scopeOf(address: string): ScopeOfAddress {
  const words = readAddress(address)
  return words === undefined ? { scope: 'RESERVED', name: 'Not an IP address' } : scopeOfWords(words)
}

/** Whether all of it means something else in every network: private, loopback, link-local, multicast and the like. */
export function isLocalRange({ first, last }: WordRange): boolean {
  const [from, to] = [table.find(first), table.find(last)]
  const range = special[typeof first === 'number' ? 4 : 6][from]
  return from === to && range !== undefined && 'scope' in range && range.isLocal
}
