import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, type CsvCell } from './csv.js'

describe('csvLine', () => {
  it.each<[cell: CsvCell, text: string]>([
    [null, ''],
    [undefined, ''],
    ['', ''],
    ['plain text', 'plain text'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' padded ', '" padded "'],
    [-5, '-5'],
    [12n, '12'],
    [true, 'yes'],
    [false, 'no'],
    [new Date('2026-03-04T12:00:00Z'), '2026-03-04T12:00:00.000Z'],
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['+1', "'+1"],
    ['=cmd|"/c calc"!A0', `"'=cmd|""/c calc""!A0"`],
    ['  =1', `'  =1`],
    ['\t=1', `"'\t=1"`],
    ['\u200b=1', "'\u200b=1"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
  ])('writes %s as %s', (cell, text) => expect(csvLine([cell])).toBe(`${text}\r\n`))

  it('begins no cell with a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('=', '+', '-', '@', '\t=', ' ='), (text, sign) => {
        const line = csvLine([sign + text, 'x'])
        expect(line.replace(/^"/, '')).toMatch(/^'/)
      }),
    )
  })
})
