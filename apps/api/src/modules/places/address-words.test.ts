import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRange, parseRange } from '../lists/index.js'
import { formatWords, readAddress, readRange, toRange } from './address-words.js'

const groupTexts = fc.array(fc.constantFrom('0', '1', 'ab', 'FFFF', '12345', '', '1.2.3.4', 'g'), { minLength: 1, maxLength: 9 })
const addressText = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.stringMatching(/^[0-9a-f:.]{1,45}$/),
  groupTexts.map(parts => parts.join(':')),
  fc.tuple(groupTexts, groupTexts).map(halves => halves.map(half => half.join(':')).join('::')),
)

describe('readAddress', () => {
  it.each([
    ['192.0.2.1', 0xc000_0201],
    ['255.255.255.255', 0xffff_ffff],
    ['0.0.0.0', 0],
    ['2001:db8::1', [0x2001_0db8, 0, 0, 1]],
    ['::', [0, 0, 0, 0]],
    ['::ffff:192.0.2.1', 0xc000_0201],
    ['::ffff:c000:201', 0xc000_0201],
    ['64:ff9b::192.0.2.1', [0x0064_ff9b, 0, 0, 0xc000_0201]],
  ])('reads %s', (text, words) => expect(readAddress(text)).toEqual(words))

  it.each([
    '',
    '1',
    '1.2.3',
    '1.2.3.4.5',
    '1..2.3',
    '.1.2.3',
    '01.2.3.4',
    '1.2.3.256',
    '1.2.3.4/32',
    '1.2.3.4 ',
    '::1%eth0',
    ':::',
    '1::2::3',
  ])('refuses %j', text => expect(readAddress(text)).toBeUndefined())

  it('agrees with the reader of lists, garbage included', () => {
    fc.assert(
      fc.property(addressText, text => {
        const expected = text.includes('-') || text.includes('/') ? undefined : parseRange(text)
        const words = readAddress(text)
        expect(words === undefined ? undefined : toRange({ first: words, last: words })).toEqual(expected)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('readRange', () => {
  it('agrees with the reader of lists on networks and ranges', () => {
    const text = fc.oneof(
      fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 33 })).map(([host, prefix]) => `${host}/${prefix}`),
      fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 129 })).map(([host, prefix]) => `${host}/${prefix}`),
      fc
        .tuple(fc.constantFrom('::', '::ffff:1.2.3.4', '::1', '0:0:1::', '::fffe:0:0'), fc.integer({ min: 0, max: 128 }))
        .map(parts => parts.join('/')),
      fc.tuple(fc.ipV4(), fc.ipV4()).map(ends => ends.join('-')),
      fc.tuple(fc.ipV6(), fc.ipV6()).map(ends => ends.join(' - ')),
    )
    fc.assert(
      fc.property(text, given => {
        const expected = parseRange(given)
        const range = readRange(given)
        expect(range && formatRange(toRange(range))).toEqual(expected && formatRange(expected))
        expect(range && formatWords(range)).toEqual(expected && formatRange(expected))
      }),
      { numRuns: 2_000 },
    )
  })
})
