import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvFields } from './csv-fields.js'

function read(text: string, from = 0): { values: string[]; open: boolean } {
  const fields = new CsvFields()
  fields.scan(text, from)
  return { values: Array.from({ length: fields.count }, (_, index) => fields.value(index)), open: fields.openQuote }
}

describe('fields of a PAN-OS CSV line', () => {
  it.each<[why: string, line: string, values: string[]]>([
    ['plain fields', 'a,b,c', ['a', 'b', 'c']],
    ['an empty line is one empty field', '', ['']],
    ['empty fields, also at the end', ',,', ['', '', '']],
    ['"" and nothing are both empty', '"",,x', ['', '', 'x']],
    ['commas inside quotes are data', '"a,b",c', ['a,b', 'c']],
    ['doubled quotes are one', '"From: ""John Doe"" <j@example.com>",x', ['From: "John Doe" <j@example.com>', 'x']],
    ['only quotes', '"""",""""""', ['"', '""']],
    ['a backslash before the closing quote is data', '"C:\\Users\\",next', ['C:\\Users\\', 'next']],
    ['a backslash in a plain field is data', 'corp\\ann,x', ['corp\\ann', 'x']],
    ['a quote inside a plain field is a letter', 'say "hi",x', ['say "hi"', 'x']],
    ['text after the closing quote is appended', '"a"b,x', ['ab', 'x']],
    ['text after the closing quote may hold quotes', '"a ""b"" c"d"e,x', ['a "b" cd"e', 'x']],
    ['leading blanks stay', ' "a,b"', [' "a', 'b"']],
    ['line feeds inside quotes are data', '"a\nb",c', ['a\nb', 'c']],
    ['a field may open and close with escaped quotes', '\\"a,b\\",c', ['a,b', 'c']],
    ['also at the end of the line', 'x,\\"a,b\\"', ['x', 'a,b']],
    ['an escaped quote that never closes is a letter', '\\"a,b,c', ['\\"a', 'b', 'c']],
    ['two empty escaped quotes', '\\"\\",c', ['', 'c']],
  ])('%s', (_why, line, values) => {
    expect(read(line)).toEqual({ values, open: false })
  })

  it('reads what an unclosed quote holds and says so', () => {
    expect(read('a,"b,c')).toEqual({ values: ['a', 'b,c'], open: true })
    expect(read('a,"b ""c')).toEqual({ values: ['a', 'b "c'], open: true })
    expect(read('a,"')).toEqual({ values: ['a', ''], open: true })
  })

  it('begins where it is told and stops at the limit', () => {
    const fields = new CsvFields()
    fields.scan('header: 1,2,3,4', 8, 2)
    expect([fields.count, fields.value(0), fields.value(1), fields.value(2)]).toEqual([2, '1', '2', ''])
  })

  it('counts fields beyond those it keeps', () => {
    const fields = new CsvFields()
    fields.scan(','.repeat(60_000), 0)
    expect(fields.count).toBe(60_001)
    expect(fields.value(59_000)).toBe('')
  })

  it('forgets the line before', () => {
    const fields = new CsvFields()
    fields.scan('a,"b', 0)
    fields.scan('c', 0)
    expect([fields.count, fields.openQuote, fields.value(0), fields.value(1)]).toEqual([1, false, 'c', ''])
  })

  it('reads back what was written with RFC 4180 quoting', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[",\\ a\n]*$/))
    const write = (value: string, quote: boolean): string =>
      quote || /[",\n]/.test(value) || value.startsWith('\\"') ? `"${value.replaceAll('"', '""')}"` : value
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 140 }), cells => {
        const line = cells.map(([value, quote]) => write(value, quote)).join(',')
        expect(read(line)).toEqual({ values: cells.map(([value]) => value), open: false })
      }),
      { numRuns: 300 },
    )
  })

  it('takes time linear in the length, whatever the text', () => {
    const hostile = ['\\"a,', '"a" ,', '"",', '","', '""', ',"x"y', '\\","']
    for (const piece of hostile) {
      const text = piece.repeat(Math.floor(65_000 / piece.length))
      const began = performance.now()
      read(text)
      expect(performance.now() - began, piece).toBeLessThan(1_000)
    }
  })
})
