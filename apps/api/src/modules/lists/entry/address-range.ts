/** A run of addresses of one family, both ends included. The pure arithmetic of lists, publishing and devices stands on it. */
export interface AddressRange {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

export const BITS = { 4: 32, 6: 128 } as const

/** Canonical text: one address bare, an exact network as CIDR, anything else as first-last. */
export function formatRange(range: AddressRange): string {
  const { family, first, last } = range
  if (first === last) return formatAddress(family, first)
  const prefix = exactPrefix(range)
  if (prefix !== undefined) return `${formatAddress(family, first)}/${prefix}`
  return `${formatAddress(family, first)}-${formatAddress(family, last)}`
}

/** Prefix length when the range is exactly one network. */
export function exactPrefix({ family, first, last }: AddressRange): number | undefined {
  const size = last - first + 1n
  const bits = bitLength(size) - 1
  return size === 1n << BigInt(bits) && first % size === 0n ? BITS[family] - bits : undefined
}

/** IPv4 before IPv6, then by first address, wider ones first. */
export function compareRanges(left: AddressRange, right: AddressRange): number {
  if (left.family !== right.family) return left.family - right.family
  if (left.first !== right.first) return left.first < right.first ? -1 : 1
  if (left.last !== right.last) return left.last > right.last ? -1 : 1
  return 0
}

export const overlaps = (left: AddressRange, right: AddressRange): boolean =>
  left.family === right.family && left.first <= right.last && right.first <= left.last

export const contains = (outer: AddressRange, inner: AddressRange): boolean =>
  outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last

/** The fewest networks that make up the range, in order. */
export function toCidrs({ family, first, last }: AddressRange): AddressRange[] {
  const networks: AddressRange[] = []
  for (let at = first; at <= last;) {
    // As large as the alignment of its first address and what is left allow.
    const aligned = at === 0n ? 1n << BigInt(BITS[family]) : at & -at
    const left = last - at + 1n
    const size = aligned <= left ? aligned : 1n << BigInt(bitLength(left) - 1)
    networks.push({ family, first: at, last: at + size - 1n })
    at += size
  }
  return networks
}

/** The same addresses in the fewest ranges: overlapping and neighbouring ones joined, in order. */
export function joinRanges(ranges: readonly AddressRange[]): AddressRange[] {
  const joined: AddressRange[] = []
  for (const range of [...ranges].sort(compareRanges)) {
    const previous = joined.at(-1)
    if (previous?.family === range.family && range.first <= previous.last + 1n) {
      if (range.last > previous.last) joined[joined.length - 1] = { ...previous, last: range.last }
    } else joined.push(range)
  }
  return joined
}

/** The same addresses in the fewest networks, in order. */
export const aggregate = (ranges: readonly AddressRange[]): AddressRange[] => joinRanges(ranges).flatMap(toCidrs)

/** Dotted decimal, or RFC 5952. */
export function formatAddress(family: 4 | 6, address: bigint): string {
  return family === 4 ? formatIpv4(Number(address)) : formatIpv6(address)
}

const formatIpv4 = (address: number): string => `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`

function formatIpv6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => Number((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16))
  // The longest run of zeros, the first of equal ones, if longer than one (RFC 5952, 4.2).
  let start = -1
  let length = 1
  for (let at = 0; at < 8; at += 1) {
    let end = at
    while (groups[end] === '0') end += 1
    if (end - at > length) {
      start = at
      length = end - at
    }
    at = Math.max(at, end)
  }
  if (start < 0) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
}

/** Position of the highest set bit, counted from 1; 0 for 0. */
const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length)
