import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aggregate,
  compareRanges,
  contains,
  exactPrefix,
  formatRange,
  joinRanges,
  overlaps,
  toCidrs,
  type AddressRange,
} from './address-range.js'
import { parseRange } from './canonical-address.js'
import { RangeIndex } from './range-index.js'

/** In a corner of the address space small enough to be counted out. */
const BASE = { 4: 0xc633_6400n, 6: 0x2001_0db8n << 96n } as const
const smallRange = fc
  .record({ family: fc.constantFrom<4 | 6>(4, 6), a: fc.integer({ min: 0, max: 255 }), b: fc.integer({ min: 0, max: 255 }) })
  .map(({ family, a, b }): AddressRange => ({
    family,
    first: BASE[family] + BigInt(Math.min(a, b)),
    last: BASE[family] + BigInt(Math.max(a, b)),
  }))

const anyRange = fc.constantFrom<4 | 6>(4, 6).chain(family => {
  const address = fc.bigInt({ min: 0n, max: (1n << (family === 4 ? 32n : 128n)) - 1n })
  return fc.tuple(address, address).map(([a, b]): AddressRange => ({ family, first: a < b ? a : b, last: a < b ? b : a }))
})

/** The oracle: every address by itself. */
function* addressesOf({ family, first, last }: AddressRange): Generator<string> {
  for (let address = first; address <= last; address += 1n) yield `${family} ${address}`
}
const setOf = (ranges: readonly AddressRange[]) => new Set(ranges.flatMap(range => [...addressesOf(range)]))
const has = (range: AddressRange) => {
  const addresses = setOf([range])
  return (address: string) => addresses.has(address)
}

describe('range arithmetic against single addresses', () => {
  it('overlaps', () => {
    fc.assert(
      fc.property(smallRange, smallRange, (left, right) => {
        expect(overlaps(left, right)).toBe([...addressesOf(left)].some(has(right)))
      }),
    )
  })
  it('contains', () => {
    fc.assert(
      fc.property(smallRange, smallRange, (outer, inner) => {
        expect(contains(outer, inner)).toBe([...addressesOf(inner)].every(has(outer)))
      }),
    )
  })
  it('aggregate covers exactly the same addresses, with networks alone and none to spare', () => {
    fc.assert(
      fc.property(fc.array(smallRange, { maxLength: 12 }), ranges => {
        const networks = aggregate(ranges)
        expect(setOf(networks)).toEqual(setOf(ranges))
        expect(networks.every(network => exactPrefix(network) !== undefined)).toBe(true)
        expect(networks).toEqual([...networks].sort(compareRanges))
        expect(aggregate(networks)).toEqual(networks)
        // Two neighbours that were one network would have been joined.
        for (const [at, network] of networks.slice(1).entries()) {
          const previous = networks[at]
          if (previous && previous.family === network.family && network.first === previous.last + 1n)
            expect(exactPrefix({ family: network.family, first: previous.first, last: network.last })).toBeUndefined()
        }
      }),
    )
  })
  it('an index finds what overlaps, as looking at all does', () => {
    fc.assert(
      fc.property(fc.array(smallRange, { maxLength: 20 }), smallRange, (ranges, asked) => {
        const found = new RangeIndex(ranges.map(range => ({ range }))).find(asked)
        expect(found !== undefined).toBe(ranges.some(range => overlaps(range, asked)))
        if (found) expect(overlaps(found.range, asked)).toBe(true)
        const around = new RangeIndex(ranges.map(range => ({ range }))).findAround(asked, item => item.range.last % 2n === 0n)
        expect(around !== undefined).toBe(ranges.some(range => contains(range, asked) && range.last % 2n === 0n))
      }),
    )
  })
})

it('any range is read back from its text, unless it takes in mapped addresses', () => {
  fc.assert(
    fc.property(anyRange, range => {
      const read = parseRange(formatRange(range))
      if (range.family === 4 || range.first > 0xffff_ffff_ffffn) expect(read).toEqual(range)
    }),
  )
})

it.each([
  ['0.0.0.0/0', ['0.0.0.0/0']],
  ['198.51.100.1-198.51.100.6', ['198.51.100.1', '198.51.100.2/31', '198.51.100.4/31', '198.51.100.6']],
  ['255.255.255.254-255.255.255.255', ['255.255.255.254/31']],
])('%s is made up of %j', (text, networks) => {
  const range = parseRange(text)
  expect(range && toCidrs(range).map(formatRange)).toEqual(networks)
})

it('joins neighbours and what overlaps, family by family', () => {
  const ranges = ['198.51.100.0/25', '198.51.100.128/25', '2001:db8::/64', '198.51.100.7'].flatMap(text => parseRange(text) ?? [])
  expect(joinRanges(ranges).map(formatRange)).toEqual(['198.51.100.0/24', '2001:db8::/64'])
})
