import { describe, expect, it } from 'vitest'
import { plainText } from './hidden-character.js'
import { readTypedLines } from './typed-lines.js'

describe('pasted lines and CSV', () => {
  it.each<[string, object[]]>([
    ['', []],
    [
      '\ufeff192.0.2.1\r\n\n# comment\n192.0.2.2\r192.0.2.3',
      [
        { line: 1, typed: '192.0.2.1' },
        { line: 4, typed: '192.0.2.2' },
        { line: 5, typed: '192.0.2.3' },
      ],
    ],
    ['192.0.2.1,seen by X,2026-05-01T00:00:00Z', [{ line: 1, typed: '192.0.2.1', reason: 'seen by X', expires: '2026-05-01T00:00:00Z' }]],
    ['value,reason\n192.0.2.1,why', [{ line: 2, typed: '192.0.2.1', reason: 'why' }]],
    ['Expires,Value\n2026-05-01,192.0.2.1', [{ line: 2, typed: '192.0.2.1', expires: '2026-05-01' }]],
    ['"example.com/a,b","say ""hi"""', [{ line: 1, typed: 'example.com/a,b', reason: 'say "hi"' }]],
    ['"open,x', [{ line: 1, typed: '"open', reason: 'x' }]],
    ['192.0.2.1,', [{ line: 1, typed: '192.0.2.1' }]],
  ])('%j', (text, lines) => expect(readTypedLines(text)).toEqual(lines))
})

describe('free text', () => {
  it.each([
    ["=cmd|' /C calc'!A0", "cmd|' /C calc'!A0"],
    ['+1 -1', '1 -1'],
    ['\t@SUM(A1)', 'SUM(A1)'],
    ['a\u202eb\nc', 'a b c'],
    ['x'.repeat(20), 'x'.repeat(10)],
    ['\ud800a', 'a'],
  ])('%j becomes %j', (text, plain) => expect(plainText(text, plain === 'x'.repeat(10) ? 10 : 500)).toBe(plain))
})
