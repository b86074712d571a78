import { BITS, contains, formatRange, overlaps, type AddressRange } from './address-range.js'
import { refuse, type Canonical, type Refusal } from './verdict.js'

/** Networks wider than these are never blocked: /8 and /32. */
const WIDEST_PREFIX = { 4: 8, 6: 32 } as const

/** ::ffff:0:0/96, IPv4 addresses written as IPv6 (RFC 4291, 2.5.5.2). */
const MAPPED: AddressRange = { family: 6, first: 0xffff_0000_0000n, last: 0xffff_ffff_ffffn }

/** An address, a network (host bits are cleared) or first-last. One address has no prefix; IPv4 in IPv6 is unwrapped. */
export function canonicalAddress(text: string): Canonical {
  const range = readRange(text)
  if ('ok' in range) return range
  const { family, first, last } = range
  const widest = WIDEST_PREFIX[family]
  if (last - first + 1n > 1n << BigInt(BITS[family] - widest)) return refuse(`Wider than /${widest}, the widest that may be blocked`)
  return { ok: true, value: formatRange(range), range }
}

/** The same without a limit of width: for protections and filters. undefined: neither address, network nor range. */
export function parseRange(text: string): AddressRange | undefined {
  const range = readRange(text)
  return 'ok' in range ? undefined : range
}

function readRange(text: string): AddressRange | Refusal {
  const strange = /[^0-9a-f.:/\- ]/i.exec(text)?.[0]
  if (strange === '%') return refuse('An address with a zone means something on one host only')
  if (strange === '[' || strange === ']') return refuse('Write an IPv6 address without brackets and without a port')
  if (/^0x/i.test(text)) return refuse('Write the address in decimal: hexadecimal is read differently by different systems')
  if (strange !== undefined) return refuse('Not an IP address, a network or a range')
  const [from = '', to, ...more] = text.split(/ *- */)
  if (more.length > 0) return refuse('A range has one hyphen: first-last')
  return to === undefined ? readNetwork(text) : readEnds(from, to)
}

function readEnds(from: string, to: string): AddressRange | Refusal {
  if (from.includes('/') || to.includes('/')) return refuse('The ends of a range are addresses, not networks')
  const first = readAddress(from)
  if ('ok' in first) return first
  const last = readAddress(to)
  if ('ok' in last) return last
  if (first.family !== last.family) return refuse('The ends of the range are of different IP versions')
  if (first.address > last.address) return refuse('The range ends before it begins')
  return unwrapped({ family: first.family, first: first.address, last: last.address })
}

function readNetwork(text: string): AddressRange | Refusal {
  const [host = '', prefix, ...rest] = text.split('/')
  const read = readAddress(host)
  if ('ok' in read) return read
  const { family, address } = read
  if (prefix === undefined) return unwrapped({ family, first: address, last: address })
  if (rest.length > 0) return refuse('A network has one slash: address/prefix length')
  if (prefix.includes('.')) return refuse('Write the prefix length as a number instead of a mask')
  if (!/^(0|[1-9]\d{0,2})$/.test(prefix) || Number(prefix) > BITS[family]) return refuse(`The prefix length must be 0 to ${BITS[family]}`)
  const size = 1n << BigInt(BITS[family] - Number(prefix))
  const first = address - (address % size)
  return unwrapped({ family, first, last: first + size - 1n })
}

function unwrapped(range: AddressRange): AddressRange | Refusal {
  if (contains(MAPPED, range)) return { family: 4, first: range.first - MAPPED.first, last: range.last - MAPPED.first }
  if (overlaps(MAPPED, range)) return refuse('It takes in IPv4 addresses written as IPv6: write the IPv4 part on its own')
  return range
}

interface Address {
  readonly family: 4 | 6
  readonly address: bigint
}

function readAddress(text: string): Address | Refusal {
  if (/^\d+(\.\d+){3}:\d+$/.test(text)) return refuse('An address on a list has no port')
  if (text.includes(':')) {
    const address = readIpv6(text)
    return address === undefined ? refuse('Not a valid IPv6 address') : { family: 6, address }
  }
  const address = readIpv4(text)
  return typeof address === 'number' ? { family: 4, address: BigInt(address) } : address
}

function readIpv4(text: string): number | Refusal {
  const parts = text.split('.')
  if (parts.some(part => /^0\d/.test(part))) return refuse('A leading zero is octal to some systems and decimal to others: leave it away')
  if (parts.length !== 4 || parts.some(part => !/^\d{1,3}$/.test(part)))
    return refuse('Not an IP address: an IPv4 address is four decimal numbers')
  if (parts.some(part => Number(part) > 255)) return refuse('Not an IP address: a number is larger than 255')
  return parts.reduce((address, part) => address * 256 + Number(part), 0)
}

/** RFC 4291, 2.2, all three forms. */
function readIpv6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map(half => (half === '' ? [] : half.split(':')))
  if (!head) return undefined
  const last = (tail ?? head).at(-1)
  if (last?.includes('.')) {
    const embedded = readIpv4(last)
    if (typeof embedded !== 'number') return undefined
    ;(tail ?? head).splice(-1, 1, (embedded >>> 16).toString(16), (embedded & 0xffff).toString(16))
  }
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (tail ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])]
  if (groups.some(group => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return groups.reduce((address, group) => (address << 16n) | BigInt(parseInt(group, 16)), 0n)
}
