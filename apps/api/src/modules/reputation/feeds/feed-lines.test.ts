import type { FeedKind } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../places/index.js'
import { readFeed, type FeedShape } from './feed-lines.js'

const read = (text: string | Buffer, shape: Partial<FeedShape> = {}) =>
  atOnce(readFeed(Buffer.from(text as string), { kind: 'ADDRESS', format: 'PLAIN', csvColumn: 1, ...shape }))

/** Values and how many lines were skipped. */
function valuesOf(text: string | Buffer, shape: Partial<FeedShape> = {}): readonly [readonly string[], number] {
  const reading = read(text, shape)
  if (!reading.ok) throw new Error(reading.reason)
  return [reading.values, reading.skipped]
}

describe('readFeed', () => {
  it('reads addresses as feeds write them', () => {
    const text = [
      '; Spamhaus-like DROP list',
      '192.0.2.0/24 ; SBL123456',
      '198.51.100.7 # seen last week',
      '198.51.100.7',
      '203.0.113.5,malware,2026-11-02',
      '203.0.113.10-203.0.113.19',
      '203.0.113.64 - 203.0.113.71 # by hand',
      '2001:DB8::5',
      '::ffff:198.51.100.9',
      '203[.]0[.]113[.]99\tdefanged',
      '// another comment',
      '',
      '   198.51.100.20   ',
    ].join('\r\n')
    expect(valuesOf(`\ufeff${text}`)).toEqual([
      [
        '192.0.2.0/24',
        '198.51.100.7',
        '203.0.113.5',
        '203.0.113.10-203.0.113.19',
        '203.0.113.64/29',
        '2001:db8::5',
        '198.51.100.9',
        '203.0.113.99',
        '198.51.100.20',
      ],
      0,
    ])
  })

  it('leaves out private networks and those that are too wide, and counts them', () => {
    const bogons = ['0.0.0.0/8', '10.0.0.0/8', '127.0.0.1', '192.168.7.0/24', 'fe80::/10', '::/0', '0.0.0.0/0', '2000::/3', '224.0.0.0/4']
    expect(valuesOf([...bogons, '198.51.100.0/24'].join('\n'))).toEqual([['198.51.100.0/24'], bogons.length])
  })

  it.each<[FeedKind, string, readonly string[]]>([
    ['DOMAIN', 'Evil.Example', ['evil.example']],
    ['DOMAIN', '*.evil.example', ['evil.example']],
    ['DOMAIN', '.evil.example.', ['evil.example']],
    ['DOMAIN', '0.0.0.0 evil.example www.evil.example # two', ['evil.example', 'www.evil.example']],
    ['DOMAIN', '127.0.0.1\tevil.example', ['evil.example']],
    ['DOMAIN', ':: evil.example', ['evil.example']],
    ['DOMAIN', '||evil.example^$third-party', ['evil.example']],
    ['DOMAIN', 'hxxps://evil[.]example/path', ['evil.example']],
    ['DOMAIN', 'http://evil.example:8080/x', ['evil.example']],
    ['DOMAIN', 'bücher.example', ['xn--bcher-kva.example']],
    ['URL', 'http://Evil.Example/Path?x=1#top', ['evil.example/Path?x=1']],
    ['URL', 'https://evil.example/', ['evil.example']],
    ['URL', 'http://198.51.100.7:8080/bin.sh', ['198.51.100.7/bin.sh']],
    ['URL', 'hxxp://evil.example/a,b;c # note', ['evil.example/a,b;c']],
    ['FILE_HASH', 'D41D8CD98F00B204E9800998ECF8427E  empty.exe', ['d41d8cd98f00b204e9800998ecf8427e']],
  ])('%s: %s', (kind, line, values) => expect(valuesOf(line, { kind })).toEqual([values, 0]))

  it.each<[FeedKind, string]>([
    ['ADDRESS', 'evil.example'],
    ['ADDRESS', '1.2.3'],
    ['ADDRESS', '0.0.0.0 evil.example'],
    ['DOMAIN', 'localhost'],
    ['DOMAIN', '198.51.100.7'],
    ['URL', 'ftp://evil.example/x'],
    ['URL', 'evil.example/*'],
    ['URL', `evil.example/${'x'.repeat(300)}`],
    ['FILE_HASH', 'd41d8cd98f00b204'],
  ])('skips for %s: %s', (kind, line) => expect(read(line, { kind })).toMatchObject({ ok: false, isEmpty: false }))

  it('reads a column of CSV, quoted or not, and takes the first row for a heading when it is none', () => {
    const text = [
      '# made up',
      '"first_seen","ip","port"',
      '"2026-11-02 10:00","198.51.100.7","443"',
      '2026-11-02, 198.51.100.8 ,80',
      'x,none,1',
    ].join('\n')
    expect(valuesOf(text, { format: 'CSV', csvColumn: 2 })).toEqual([['198.51.100.7', '198.51.100.8'], 1])
    expect(valuesOf('"a ""b"", c",198.51.100.9', { format: 'CSV', csvColumn: 2 })).toEqual([['198.51.100.9'], 0])
    expect(valuesOf('id;ip\n1;198.51.100.9', { format: 'CSV', csvColumn: 2 })).toEqual([['198.51.100.9'], 0])
    expect(valuesOf('1\t198.51.100.9', { format: 'CSV', csvColumn: 2 })).toEqual([['198.51.100.9'], 0])
    expect(valuesOf('id,url\n1,"http://evil.example/a,b"', { kind: 'URL', format: 'CSV', csvColumn: 2 })).toEqual([['evil.example/a,b'], 0])
    expect(read('a,b\nc,d', { format: 'CSV', csvColumn: 3 })).toMatchObject({ ok: false })
    expect(read('"never closed,198.51.100.9', { format: 'CSV', csvColumn: 2 })).toMatchObject({ ok: false })
  })

  it('skips lines that are too long, whatever they hold', () => {
    expect(valuesOf(`198.51.100.7${' '.repeat(5_000)}\n198.51.100.8`)).toEqual([['198.51.100.8'], 1])
  })

  it.each([
    ['', /empty/],
    ['<!DOCTYPE html><html><body>198.51.100.7</body></html>', /web page/],
    ['\n  <html>\n198.51.100.7\n', /web page/],
    ['<?xml version="1.0"?>', /web page/],
    ['{"error": "rate limit"}', /JSON/],
    ['[{"ip": "198.51.100.7"}]', /JSON/],
    ['PK\u0003\u0004', /ZIP/],
    [Buffer.from('\ufeff198.51.100.7', 'utf16le'), /UTF-16/],
    ['Too many requests\nTry again later', /None of its 2 lines holds an address/],
  ])('refuses what is no list: %j', (body, reason) => {
    expect(read(body)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) as string, isEmpty: false })
  })

  it('knows a list that is empty from a page that is none', () => {
    expect(read('# updated 2026-11-02\n# END (0 entries)\n')).toEqual({ ok: false, reason: 'It has no entry', isEmpty: true })
  })

  it('never throws, and what it gives is read again as it is', { timeout: 60_000 }, () => {
    const kinds = fc.constantFrom<FeedKind>('ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH')
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.ipV4(),
      fc.ipV6(),
      fc.domain(),
      fc.webUrl(),
      fc.stringMatching(/^[0-9a-f.:/,;"| -]*$/),
    )
    fc.assert(
      fc.property(kinds, fc.array(line), fc.constantFrom('PLAIN' as const, 'CSV' as const), (kind, lines, format) => {
        const reading = read(lines.join('\n'), { kind, format })
        if (!reading.ok) return
        expect(valuesOf(reading.values.join('\n'), { kind })).toEqual([reading.values, 0])
      }),
      { numRuns: 100 },
    )
  })
})
