import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SyslogFramer, type FramedMessage } from './framing.js'

const A = '<14>Nov 24 10:00:01 fw-1 1,2026/11/24 10:00:01,001,THREAT,url'
const B = '<12>1 2026-11-24T10:00:02+01:00 fw-2 - - - - 1,2026/11/24 10:00:02,002,THREAT,virus'
const counted = (message: string, count = Buffer.byteLength(message)) => `${count} ${message}`

function frame(stream: string | Buffer, options: { maxBytes?: number; cuts?: readonly number[] } = {}): FramedMessage[] {
  const bytes = Buffer.from(stream)
  const framer = new SyslogFramer(options.maxBytes)
  const cuts = [...new Set([0, ...(options.cuts ?? []).filter(cut => cut > 0 && cut < bytes.length), bytes.length])].sort((a, b) => a - b)
  const messages = cuts.slice(1).flatMap((to, index) => framer.push(Buffer.from(bytes.subarray(cuts[index], to))))
  return [...messages, ...framer.end()]
}

const texts = (stream: string | Buffer, options?: Parameters<typeof frame>[1]) => frame(stream, options).map(message => message.text)

describe('SyslogFramer', () => {
  it.each<[name: string, stream: string, messages: string[]]>([
    ['LF after each message', `${A}\n${B}\n`, [A, B]],
    ['no LF after the last', `${A}\n${B}`, [A, B]],
    ['CR LF, NUL and blanks as trailers', `${A}\r\n${B}\0\n${A}  \n`, [A, B, A]],
    ['empty lines between messages', `\n\n${A}\n\n\n${B}\n\n`, [A, B]],
    ['octet counting', counted(A) + counted(B), [A, B]],
    ['octet counting with LF inside the count', counted(`${A}\n`) + counted(`${B}\n`), [A, B]],
    ['octet counting with LF outside the count', `${counted(A)}\n${counted(B)}\n`, [A, B]],
    ['both framings on one connection', `${counted(A)}${B}\n${counted(B)}${A}\n`, [A, B, B, A]],
    ['a counted message with LF in a quoted field', counted(`${A},"two\nlines",x`) + counted(B), [`${A},"two\nlines",x`, B]],
    ['a counted message that quotes another', counted(`${A},"see\n<14>1 2026 x"`) + counted(B), [`${A},"see\n<14>1 2026 x"`, B]],
    ['LF in a quoted field', `${A},"two\nlines",x\n${B}\n`, [`${A},"two\nlines",x`, B]],
    ['several LF in a quoted field', `${A},"a\n\nb\nc",x\n${B}\n`, [`${A},"a\n\nb\nc",x`, B]],
    ['doubled quotes', `${A},"say ""hi""",x\n${B}\n`, [`${A},"say ""hi""",x`, B]],
    ['a line cut inside quotes', `${A},"cut her\n${B}\n`, [`${A},"cut her`, B]],
    ['a line cut inside quotes, last of all', `${A},"cut her\n`, [`${A},"cut her`]],
    ['a count that is too small', counted(A, Buffer.byteLength(A) - 7) + counted(B), [A, B]],
    ['a count that is too small, with LF', `${counted(A, Buffer.byteLength(A) - 7)}\n${counted(B)}`, [A, B]],
    ['a count that is too large', counted(A, Buffer.byteLength(A) + 9) + counted(B), [A, B]],
    ['a count that is too large, with LF', `${counted(A, Buffer.byteLength(A) + 9)}\n${B}\n`, [A, B]],
    ['a count that takes in the whole next message', `${counted(A, Buffer.byteLength(A + B) + 1)}\n${B}\n${A}\n`, [A, B, A]],
    ['a count that is too large, last of all', counted(A, Buffer.byteLength(A) + 50), [A]],
    ['a count beyond every limit', `${counted(A, 99_999_999)}\n${counted(B)}`, [A, B]],
    ['a count of zero', `0 ${A}\n${B}\n`, [A, B]],
    ['a run of digits that is no count', `1234567890123 ${A}\n${B}\n`, [`1234567890123 ${A}`, B]],
    [
      'messages without <PRI>',
      `${A.slice(4)}\n1,2026/11/24 10:00:01,001,THREAT,url\n`,
      [A.slice(4), '1,2026/11/24 10:00:01,001,THREAT,url'],
    ],
    ['lines that are no syslog', 'hello\nworld\n', ['hello', 'world']],
    ['bytes that are not UTF-8', `${A}\n`, [A]],
    ['UTF-8 beyond ASCII in a counted message', counted(`${A},Grüße ☕`) + counted(B), [`${A},Grüße ☕`, B]],
    ['nothing', '', []],
  ])('takes %s, however it is segmented', (_, stream, messages) => {
    const bytes = Buffer.byteLength(stream)
    expect(texts(stream)).toEqual(messages)
    for (let cut = 1; cut < bytes; cut += 1) expect(texts(stream, { cuts: [cut] })).toEqual(messages)
    expect(texts(stream, { cuts: Array.from({ length: bytes }, (_unused, index) => index) })).toEqual(messages)
  })

  it('replaces what is not UTF-8', () => {
    expect(texts(Buffer.from([0x3c, 0x31, 0x3e, 0xff, 0xfe, 0x41, 0x0a]))).toEqual(['<1>\uFFFD\uFFFDA'])
  })

  it.each([
    ['by LF', `${'x'.repeat(150)}\n${A}\n`],
    ['by count', `${150} <14>${'x'.repeat(146)}${counted(A)}`],
    ['by a false count', `999 <14>${'x'.repeat(146)}\n${counted(A)}`],
  ])('cuts a message above the cap that is framed %s, and keeps the next', (_, stream) => {
    const messages = frame(stream, { maxBytes: 100 })
    expect(messages.map(({ text, cut }) => [text.length, cut])).toEqual([
      [100, true],
      [A.length, false],
    ])
    for (let cut = 1; cut < stream.length; cut += 1) expect(frame(stream, { maxBytes: 100, cuts: [cut] })).toEqual(messages)
  })

  it('gives a complete counted message when the line is quiet', () => {
    const framer = new SyslogFramer()
    expect(framer.push(Buffer.from(counted(A)))).toEqual([])
    expect(framer.settle()).toEqual([{ text: A, cut: false }])
    expect(framer.holds).toBe(false)
  })

  it('gives an LF-delimited message at once', () => {
    expect(new SyslogFramer().push(Buffer.from(`${A}\n`))).toEqual([{ text: A, cut: false }])
  })

  it('holds an unfinished message while the line is quiet, and gives it at the end', () => {
    const framer = new SyslogFramer()
    expect(framer.push(Buffer.from(A.slice(0, 22)))).toEqual([])
    expect(framer.settle()).toEqual([])
    expect(framer.end()).toEqual([{ text: A.slice(0, 22), cut: false }])
  })

  const segmented = fc.tuple(fc.array(fc.nat(2000)), fc.boolean())

  it('never throws and never depends on the segmentation, whatever the bytes', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom('\n', '"', '<14>', '12 <14>1 2026-', '9 <1>', A, B, counted(A), '\n<14>').map(text => Buffer.from(text)),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), segmented, (pieces, [cuts]) => {
        const stream = Buffer.concat(pieces)
        expect(frame(stream, { maxBytes: 120, cuts })).toEqual(frame(stream, { maxBytes: 120 }))
      }),
      { numRuns: 2000 },
    )
  })

  it('never loses a good message that follows something broken', () => {
    const broken = fc.oneof(
      fc.string({ maxLength: 60 }).map(text => `${text.replaceAll(/[\d<]+$/g, '')}\n`),
      fc.tuple(fc.nat(3000)).map(([count]) => `${count} <14>broken\n`),
      fc.string({ maxLength: 30 }).map(text => `${A},"open ${text}\n`),
    )
    const good = fc.constantFrom(`${A}\n`, counted(A), `${counted(A)}\n`, `${B}\n`, counted(B))
    fc.assert(
      fc.property(broken, fc.array(good, { minLength: 2, maxLength: 5 }), segmented, (bad, messages, [cuts]) => {
        const found = texts(bad + messages.join(''), { cuts })
        const wanted = messages.map(message => (message.includes('fw-1') ? A : B))
        expect(found.slice(-wanted.length)).toEqual(wanted)
      }),
      { numRuns: 2000 },
    )
  })
})
