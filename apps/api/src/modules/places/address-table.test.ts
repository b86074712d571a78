import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRange, type AddressRange } from '../lists/index.js'
import { AddressTableBuilder, type AddressTable } from './address-table.js'
import { readAddress, readRange, toRange, toWords, type AddressWords, type WordRange } from './address-words.js'
import { atOnce } from './in-turns.js'

function tableOf(ranges: readonly WordRange[]): AddressTable {
  const builder = new AddressTableBuilder()
  for (const range of ranges) builder.add(range)
  return atOnce(builder.build())
}

const words = (text: string): AddressWords => readAddress(text) ?? 0

function match(table: AddressTable, text: string): string | undefined {
  const address = words(text)
  const found = table.find(address)
  return found < 0 ? undefined : formatRange(toRange(table.range(typeof address === 'number' ? 4 : 6, found)))
}

const textTable = (...texts: string[]) => tableOf(texts.map(text => readRange(text) ?? { first: 0, last: 0 }))

describe('AddressTable', () => {
  it('finds nothing in an empty table', () => {
    expect(match(textTable(), '192.0.2.1')).toBeUndefined()
    expect(match(textTable(), '2001:db8::1')).toBeUndefined()
  })

  it.each([
    ['192.0.2.5', '192.0.2.4/30'],
    ['192.0.2.8', '192.0.2.0/24'],
    ['192.0.2.4', '192.0.2.4'],
    ['192.0.3.1', '192.0.0.0/16'],
    ['192.1.0.0', undefined],
    ['191.255.255.255', undefined],
    ['2001:db8:1::1', '2001:db8:1::/48'],
    ['2001:db8:1:ffff:ffff:ffff:ffff:ffff', '2001:db8:1::/48'],
    ['2001:db8:2::', '2001:db8::/32'],
    ['2001:db9::', undefined],
  ])('matches %s by the longest prefix', (address, network) => {
    const table = textTable('192.0.2.0/24', '192.0.2.4', '192.0.0.0/16', '192.0.2.4/30', '2001:db8:1::/48', '2001:db8::/32')
    expect(match(table, address)).toBe(network)
  })

  it('reaches to both ends of the address spaces', () => {
    const table = textTable('0.0.0.0/0', '255.255.255.255', '0.0.0.0', '::/1', 'ffff::/16', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff')
    expect(match(table, '255.255.255.255')).toBe('255.255.255.255')
    expect(match(table, '255.255.255.254')).toBe('0.0.0.0/0')
    expect(match(table, '0.0.0.0')).toBe('0.0.0.0')
    expect(match(table, 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff')).toBe('ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff')
    expect(match(table, 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe')).toBe('ffff::/16')
    expect(match(table, '8000::')).toBeUndefined()
  })

  // A small space, so that ranges overlap, touch and nest; shifted so that all words are used.
  const ranges = fc.array(
    fc
      .tuple(fc.constantFrom(4 as const, 6 as const), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), fc.boolean())
      .map(([family, start, size, crosses]): AddressRange => {
        const base = family === 4 ? 0xffff_ff00n : crosses ? (1n << 64n) - 30n : (1n << 128n) - 92n
        const top = family === 4 ? 0xffff_ffffn : (1n << 128n) - 1n
        const first = base + BigInt(start)
        return { family, first, last: first + BigInt(size) > top ? top : first + BigInt(size) }
      }),
    { maxLength: 40 },
  )

  /** As the documentation says, one by one. */
  function naive(all: readonly AddressRange[], family: 4 | 6, address: bigint): AddressRange | undefined {
    const [best] = all
      .filter(range => range.family === family && range.first <= address && address <= range.last)
      .sort((left, right) => (left.first === right.first ? Number(left.last - right.last) : Number(right.first - left.first)))
    return best
  }

  it('agrees with a naive matcher, whatever overlaps', () => {
    fc.assert(
      fc.property(ranges, all => {
        const table = tableOf(all.map(toWords))
        for (const { family, first, last } of all)
          for (const address of [first - 1n, first, first + 1n, (first + last) / 2n, last, last + 1n]) {
            if (address > (family === 4 ? 0xffff_ffffn : (1n << 128n) - 1n)) continue
            const found = table.find(toWords({ family, first: address, last: address }).first)
            expect(found < 0 ? undefined : toRange(table.range(family, found))).toEqual(naive(all, family, address))
          }
      }),
      { numRuns: 500 },
    )
  })

  it('sorts more than one run', () => {
    const all = Array.from({ length: 70_000 }, (_, index): WordRange => {
      const first = (index * 7_919) % 70_001
      return { first: first * 8, last: first * 8 + 3 }
    })
    // All with the same first word, and most with the same second one.
    const six = all.map(({ first, last }): WordRange => ({ first: [1, 0, Number(first), 0], last: [1, 0, Number(last), 7] }))
    const table = tableOf([...all, ...six])
    expect(all.filter(({ first }, index) => table.find(first) !== index)).toEqual([])
    expect(six.filter(({ first }, index) => table.find(first) !== index)).toEqual([])
    for (const { last } of all.slice(0, 1_000)) expect(table.find(Number(last) + 1)).toBe(-1)
  })
})
