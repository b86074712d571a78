import { describe, expect, it } from 'vitest'
import { toEntryFilter } from './entry-filters'
import { typedValues } from './typed-values'

describe('searching entries', () => {
  it.each([
    ['203.0.113.0/24', 'ADDRESS', { removed: false, address: '203.0.113.0/24' }],
    ['2001:db8::1', 'ADDRESS', { removed: false, address: '2001:db8::1' }],
    ['203.0', 'ADDRESS', { removed: false, text: '203.0' }],
    ['203.0.113.7', 'URL', { removed: false, text: '203.0.113.7' }],
    ['', 'ADDRESS', { removed: false }],
  ])('%s in a list of kind %s', (q, kind, filter) => expect(toEntryFilter({ q, state: 'any' }, kind, false)).toEqual(filter))

  it('asks for disabled ones', () => {
    expect(toEntryFilter({ q: '', state: 'disabled' }, 'USER', true)).toEqual({ removed: true, disabled: true })
  })
})

describe('values typed one a line', () => {
  it('are known by their lines', () => {
    expect(typedValues('a\r\n\n# comment\n b ')).toEqual([
      { line: 1, value: 'a' },
      { line: 4, value: 'b' },
    ])
  })

  it.each(['a,reason', '"a"', '', Array.from({ length: 1_001 }, String).join('\n')])('are not a table, nothing, or very many', text =>
    expect(typedValues(text)).toBeNull(),
  )
})
