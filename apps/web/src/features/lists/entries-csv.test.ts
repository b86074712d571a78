import { describe, expect, it } from 'vitest'
import { csvField, entriesCsv } from './entries-csv'

describe('a field of an exported file', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\u00a0@x', "'\u00a0@x"],
    ['\n=1', `"'\n=1"`],
    ['\ttab', "'\ttab"],
    ['\uff1d1', "'\uff1d1"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff20x', "'\uff20x"],
    [' blank', ' blank'],
    ['a=b', 'a=b'],
    ['a, b', '"a, b"'],
    ['two\nlines', '"two\nlines"'],
    ['203.0.113.7', '203.0.113.7'],
  ])('%j is written as %j', (text, field) => expect(csvField(text)).toBe(field))
})

it('begins with the columns that an import reads', () => {
  const entry = { value: '203.0.113.7', reason: 'x', expiresAt: null, addedAt: '2026-11-24T02:00:00Z', disabled: true, removedAt: null }
  expect(entriesCsv([entry])).toBe('value,reason,expires,added,disabled,removed\r\n203.0.113.7,x,,2026-11-24T02:00:00Z,yes,\r\n')
})
