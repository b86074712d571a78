import { formatRange, parseRange, type AddressRange } from '../lists/index.js'

/** An address as 32-bit words: a number is IPv4, four are IPv6. Ten times as fast to read and compare as bigint. */
export type AddressWords = number | readonly [number, number, number, number]

/** Both ends included, of one family. */
export interface WordRange {
  readonly first: AddressWords
  readonly last: AddressWords
}

const ALL_ONES = 0xffff_ffff
const MAPPED_WORD = 0xffff

/** One address, without prefix, zone or port; IPv4 in IPv6 (::ffff:0:0/96) is unwrapped. undefined: it is none. */
export function readAddress(text: string): AddressWords | undefined {
  const last = text.length - 1
  if (last < 1 || last > 44) return undefined
  if (!text.includes(':')) return readIpv4(text)
  const words = readIpv6(text)
  return words === undefined ? undefined : unwrapped(words)
}

/** An address, a network (host bits are cleared) or first-last. undefined: it is none, or takes in mapped IPv4 beside others. */
export function readRange(text: string): WordRange | undefined {
  const slash = text.indexOf('/')
  if (slash < 0 && !text.includes('-')) {
    const address = readAddress(text)
    return address === undefined ? undefined : { first: address, last: address }
  }
  if (slash > 0) {
    const network = readNetwork(text.slice(0, slash), text.slice(slash + 1))
    if (network) return network
  }
  const range = parseRange(text)
  return range && toWords(range)
}

export function toWords({ family, first, last }: AddressRange): WordRange {
  return { first: wordsOf(family, first), last: wordsOf(family, last) }
}

export function toRange({ first, last }: WordRange): AddressRange {
  if (typeof first === 'number' || typeof last === 'number') return { family: 4, first: BigInt(Number(first)), last: BigInt(Number(last)) }
  return { family: 6, first: bigintOf(first), last: bigintOf(last) }
}

/** As formatRange does, several times as fast for IPv4. */
export function formatWords(range: WordRange): string {
  const { first, last } = range
  if (typeof first !== 'number' || typeof last !== 'number') return formatRange(toRange(range))
  if (first === last) return formatIpv4(first)
  const bits = Math.log2(last - first + 1)
  if (Number.isInteger(bits) && first % 2 ** bits === 0) return `${formatIpv4(first)}/${32 - bits}`
  return `${formatIpv4(first)}-${formatIpv4(last)}`
}

const formatIpv4 = (address: number): string => `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`

const bigintOf = (words: readonly number[]): bigint => words.reduce((value, word) => (value << 32n) | BigInt(word), 0n)

function wordsOf(family: 4 | 6, address: bigint): AddressWords {
  if (family === 4) return Number(address)
  const word = (shift: bigint) => Number((address >> shift) & 0xffff_ffffn)
  return [word(96n), word(64n), word(32n), word(0n)]
}

/** undefined: leave it to the reader that knows all cases. */
function readNetwork(host: string, prefix: string): WordRange | undefined {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(prefix)) return undefined
  const bits = Number(prefix)
  if (host.includes(':')) {
    const words = readIpv6(host)
    if (words === undefined || bits > 128) return undefined
    const ends = words.map((word, at) => maskedEnds(word, Math.min(32, Math.max(0, bits - 32 * at))))
    const end = (which: 0 | 1) => [ends[0]?.[which] ?? 0, ends[1]?.[which] ?? 0, ends[2]?.[which] ?? 0, ends[3]?.[which] ?? 0] as const
    // There are the mapped IPv4 addresses, which are not to be read as they stand.
    return ends[0]?.[0] === 0 ? undefined : { first: end(0), last: end(1) }
  }
  const address = readIpv4(host)
  if (address === undefined || bits > 32) return undefined
  const [first, last] = maskedEnds(address, bits)
  return { first, last }
}

/** Of the network of so many bits around a word. */
function maskedEnds(word: number, bits: number): readonly [first: number, last: number] {
  const mask = bits === 0 ? 0 : (ALL_ONES << (32 - bits)) >>> 0
  return [(word & mask) >>> 0, (word | ~mask) >>> 0]
}

const DOT = 46
const ZERO = 48

/** Four decimal numbers, without leading zeros, which are octal to some. */
function readIpv4(text: string): number | undefined {
  let address = 0
  let part = -1
  let dots = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === DOT) {
      if (part < 0 || dots === 3) return undefined
      address = address * 256 + part
      part = -1
      dots += 1
    } else {
      const digit = code - ZERO
      if (digit < 0 || digit > 9 || part === 0) return undefined
      part = part < 0 ? digit : part * 10 + digit
      if (part > 255) return undefined
    }
  }
  return dots === 3 && part >= 0 ? address * 256 + part : undefined
}

const COLON = 58
const GROUPS = 8

/** Of the address that is being read. */
const groups = new Uint16Array(GROUPS)

/** RFC 4291, 2.2, all three forms. */
function readIpv6(text: string): [number, number, number, number] | undefined {
  let count = 0
  let gap = -1
  let group = -1
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === COLON) {
      if (group >= 0) {
        // A single colon does not end the text; a second one is looked at next.
        if (count === GROUPS || at === text.length - 1) return undefined
        groups[count++] = group
        group = -1
      } else if (at > 0 || text.charCodeAt(1) !== COLON) {
        if (gap >= 0 || text.charCodeAt(at - 1) !== COLON) return undefined
        gap = count
      }
      start = at + 1
    } else if (code === DOT) {
      const embedded = readIpv4(text.slice(start))
      if (embedded === undefined || count === GROUPS) return undefined
      groups[count++] = embedded >>> 16
      group = embedded & 0xffff
      break
    } else {
      const digit = hexDigit(code)
      if (digit < 0 || at - start > 3) return undefined
      group = group < 0 ? digit : group * 16 + digit
    }
  }
  if (group >= 0) {
    if (count === GROUPS) return undefined
    groups[count++] = group
  }
  return wordsOfGroups(count, gap)
}

/** @param gap number of groups in front of `::`; −1: there is none */
function wordsOfGroups(count: number, gap: number): [number, number, number, number] | undefined {
  if (gap < 0 ? count !== GROUPS : count === GROUPS) return undefined
  if (gap >= 0) {
    groups.copyWithin(GROUPS - count + gap, gap, count)
    groups.fill(0, gap, GROUPS - count + gap)
  }
  return [wordAt(0), wordAt(2), wordAt(4), wordAt(6)]
}

const wordAt = (at: number): number => (groups[at] ?? 0) * 0x1_0000 + (groups[at + 1] ?? 0)

function hexDigit(code: number): number {
  if (code >= ZERO && code <= 57) return code - ZERO
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}

const unwrapped = (words: readonly [number, number, number, number]): AddressWords =>
  words[0] === 0 && words[1] === 0 && words[2] === MAPPED_WORD ? words[3] : words
