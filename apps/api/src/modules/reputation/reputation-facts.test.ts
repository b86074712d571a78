import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, dayOf, readFacts, readNames, toDetails } from './reputation-facts.js'

describe('texts of others', () => {
  it.each([
    ['Example Hosting', 'Example Hosting'],
    [' two\nlines\t and\u00a0more ', 'two lines and more'],
    ['NUL\0 and \ud800 alone', 'NUL and \ufffd alone'],
    ['right\u202eto left', 'right to left'],
    ['\u200b', ''],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it('are cut by letters, not in the middle of one', () => {
    expect(cleanText('😀'.repeat(400))).toBe(`${'😀'.repeat(299)}…`)
    expect(cleanText('a'.repeat(10_000_000), 10)).toBe('aaaaaaaaa…')
  })

  it('can always be stored', () => {
    fc.assert(
      // Halves of surrogate pairs included.
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), units => {
        const clean = cleanText(String.fromCharCode(...units), 20)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
        expect([...clean].length).toBeLessThanOrEqual(20)
      }),
    )
  })
})

it('leaves out what is not there', () => {
  const details = toDetails({ None: null, Nothing: undefined, Empty: ' ', List: [], No: false, Yes: true, Zero: 0, Tags: ['a', '', 'b'] })
  expect(details).toEqual([
    { name: 'No', value: 'no' },
    { name: 'Yes', value: 'yes' },
    { name: 'Zero', value: '0' },
    { name: 'Tags', value: 'a, b' },
  ])
  expect(toDetails({ Tags: Array.from({ length: 9_000 }, (_, index) => `tag ${index}`) })[0]?.value).toMatch(/^tag 0, .*tag 11$/)
})

it('tells days of this calendar', () => {
  expect([0, -1, Number.NaN, 1e300, null, 1_770_000_000].map(dayOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    '2026-02-02',
  ])
})

it('reads what was stored, and survives what was not', () => {
  const facts = { summary: '1 of 90 engines', details: [{ name: 'Type', value: 'EXE' }], link: null, certainty: 20 }
  expect(readFacts(facts)).toEqual(facts)
  expect(readFacts({ summary: 'older', extra: 1 })).toEqual({ summary: 'older', details: [], link: null, certainty: 100 })
  for (const other of [null, undefined, 'text', [], { names: ['a.example'] }]) expect(readFacts(other)).toBeUndefined()
  expect(readNames({ names: ['a.example'] })).toEqual(['a.example'])
  expect(readNames(null)).toEqual([])
})
