import { ListKind } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalEntry, contains, parseRange } from '../lists/index.js'
import { readEdlLine } from '../../../../../test/support/panos-simulator/edl-lines.js'
import { isPanLine } from './pan-line.js'
import { panText, type TextSettings } from './pan-text.js'

const settingsOf = (kind: ListKind, given: Partial<TextSettings> = {}): TextSettings => ({
  kind,
  aggregate: false,
  trailingSlash: true,
  ...given,
})
const linesOf = async (kind: ListKind, values: readonly string[], given: Partial<TextSettings> = {}) =>
  (await panText(values, settingsOf(kind, given))).text.split('\n').slice(0, -1)

const octet = fc.integer({ min: 0, max: 255 })
const ipv4 = fc.tuple(octet, octet, octet, octet).map(parts => parts.join('.'))
const network = fc.tuple(ipv4, fc.integer({ min: 8, max: 32 })).map(([address, length]) => `${address}/${length}`)
const hex = fc.integer({ min: 0, max: 0xffff }).map(group => group.toString(16))
const ipv6 = fc.array(hex, { minLength: 8, maxLength: 8 }).map(groups => groups.join(':'))
const token = fc.oneof(fc.stringMatching(/^[a-z0-9_-]{1,12}$/), fc.constantFrom('*', '^', '**', 'x*', ''))
const host = fc.array(token, { minLength: 1, maxLength: 5 }).map(tokens => tokens.join('.'))
const url = fc.tuple(host, fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 })).map(([name, parts]) => [name, ...parts].join('/'))
const TYPED: Readonly<Record<ListKind, fc.Arbitrary<string>>> = {
  ADDRESS: fc.oneof(
    ipv4,
    network,
    ipv6,
    fc.tuple(ipv4, ipv4).map(ends => ends.join('-')),
    fc.string(),
  ),
  URL: fc.oneof(url, host, fc.string()),
  DOMAIN: fc.oneof(host, fc.domain(), fc.string()),
  FILE_HASH: fc.oneof(fc.stringMatching(/^[0-9a-f]{64}$/), fc.string()),
  USER: fc.oneof(fc.stringMatching(/^[a-z]{1,8}\\[a-z]{1,8}$/), fc.emailAddress(), fc.string()),
}
const EDL_TYPES = { ADDRESS: 'ip', URL: 'url', DOMAIN: 'domain' } as const

describe('the text that firewalls fetch', () => {
  it.each([
    [
      'addresses, networks and ranges as they are',
      'ADDRESS',
      ['198.51.100.7', '2001:db8::/64', '10.0.0.1-10.0.0.9'],
      ['198.51.100.7', '2001:db8::/64', '10.0.0.1-10.0.0.9'],
    ],
    [
      'URLs with a closing slash, except behind a wildcard',
      'URL',
      ['example.com', 'example.com/a/', 'example.com/a?b=c', 'example.com/*'],
      ['example.com/', 'example.com/a/', 'example.com/a?b=c/', 'example.com/*'],
    ],
    [
      'a wildcard with the name itself',
      'URL',
      ['*.example.com/x', '*.example.org'],
      ['*.example.com/x/', 'example.com/x/', '*.example.org/', 'example.org/'],
    ],
    [
      'a wildcard domain with the name itself, without any slash',
      'DOMAIN',
      ['*.example.com', 'example.org'],
      ['*.example.com', 'example.com', 'example.org'],
    ],
    ['each line once, where it came first', 'DOMAIN', ['example.com', '*.example.com'], ['example.com', '*.example.com']],
    ['hashes and users one a line', 'USER', ['corp\\ann', 'bob@example.com'], ['corp\\ann', 'bob@example.com']],
  ] as const)('has %s', async (_name, kind, values, lines) => {
    expect(await linesOf(kind, values)).toEqual(lines)
  })

  it('has no slash of its own where that is switched off', async () => {
    expect(await linesOf('URL', ['example.com', '*.example.org/a'], { trailingSlash: false })).toEqual([
      'example.com',
      '*.example.org/a',
      'example.org/a',
    ])
  })

  it.each(Object.values(ListKind))('is a comment line for an empty list of %s', async kind => {
    expect(await panText([], settingsOf(kind))).toEqual({ text: '# Empty list\n', lines: 0, dropped: [] })
  })

  it('leaves out and tells what a firewall could choke on, also when nothing is left then', async () => {
    const url = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.com/long`
    const bad = ['http://example.com', 'exa mple.com', 'a.*b.com', '*.*.com', '*.com', 'example', 'exa\u0000mple.com', url]
    const { text, dropped } = await panText([...bad, 'example.com'], settingsOf('URL'))
    expect(text).toBe('example.com/\n')
    expect(dropped.length).toBeGreaterThanOrEqual(bad.length)
    expect(await panText(['not an address'], settingsOf('ADDRESS'))).toMatchObject({ text: '# Empty list\n', dropped: ['not an address'] })
  })

  it.each([
    [
      'ADDRESS',
      ['0.0.0.0/0', '::/0', '1.2.3', '1.2.3.4 # comment', '1.2.3.4/33', 'fe80::1%eth0', '1.2.3.4-', '1.2.3.4-::1', '01.2.3.4', '1.2.3.4\r'],
    ],
    [
      'DOMAIN',
      [
        'example.com/',
        '*',
        '*.',
        'a..b',
        '.a.b',
        'a.b.',
        '1.2.3.4',
        'a.*.b',
        '-a.example',
        `${'a'.repeat(64)}.example`,
        'ex\u00e4mple.com',
        '#a.b',
      ],
    ],
    [
      'URL',
      [
        '*.^',
        'example.com/a b',
        'example.com/"',
        'ftp://example.com',
        '//example.com',
        '#example.com/',
        `${Array(10).fill('^').join('.')}.example.com`,
      ],
    ],
    ['FILE_HASH', ['abc', 'g'.repeat(32), 'A'.repeat(32), `${'a'.repeat(64)}\n`]],
    ['USER', ['#ann', ' ann', 'ann ', 'an\nn', 'an\u202en', '']],
  ] as const)('takes no such line of %s', (kind, lines) => {
    expect(lines.filter(line => isPanLine(kind, line))).toEqual([])
  })

  it.each(Object.values(ListKind))('never has a line of %s that is not valid, is never empty, and loses no canonical value', async kind => {
    await fc.assert(
      fc.asyncProperty(fc.array(TYPED[kind], { maxLength: 12 }), fc.boolean(), fc.boolean(), async (typed, aggregate, trailingSlash) => {
        const values = typed.map(text => canonicalEntry(kind, text)).flatMap(canonical => (canonical.ok ? [canonical.value] : []))
        const { text, lines, dropped } = await panText(values, { kind, aggregate, trailingSlash })
        expect(text.length).toBeGreaterThan(0)
        expect(text.endsWith('\n')).toBe(true)
        expect(dropped).toEqual([])
        const body = text.split('\n').slice(0, -1)
        if (lines === 0) {
          expect(body).toEqual(['# Empty list'])
          return
        }
        expect(body.length).toBe(lines)
        expect(body.filter(line => !isPanLine(kind, line))).toEqual([])
        if (kind in EDL_TYPES) {
          const type = EDL_TYPES[kind as keyof typeof EDL_TYPES]
          // As an independent reader sees it.
          expect(body.filter(line => readEdlLine(type, line, { appendsSlash: false }).kind !== 'valid')).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('merges networks into the same addresses, the most important first', async () => {
    expect(
      await linesOf('ADDRESS', ['10.0.0.2', '192.0.2.128/25', '10.0.0.3', '192.0.2.0/25', '198.51.100.1'], { aggregate: true }),
    ).toEqual(['10.0.0.2/31', '192.0.2.0/24', '198.51.100.1'])
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(network, ipv4, ipv6), { minLength: 1, maxLength: 20 }), async typed => {
        const values = typed.map(text => canonicalEntry('ADDRESS', text)).flatMap(canonical => (canonical.ok ? [canonical.value] : []))
        const merged = (await linesOf('ADDRESS', values, { aggregate: true })).flatMap(line => parseRange(line) ?? [])
        for (const value of values) {
          const range = parseRange(value)
          expect(range && merged.filter(outer => contains(outer, range)).length).toBe(1)
        }
        expect(merged.length).toBeLessThanOrEqual(new Set(values).size)
        const size = (ranges: readonly { first: bigint; last: bigint }[]) =>
          ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n)
        const ranges = values.flatMap(value => parseRange(value) ?? [])
        const outermost = ranges.filter(
          (range, at) => !ranges.some((other, place) => place !== at && contains(other, range) && (place < at || !contains(range, other))),
        )
        expect(size(merged)).toBe(size(outermost))
      }),
    )
  })

  it('keeps the order of importance of 50,000 addresses, and takes little time', async () => {
    const values = Array.from({ length: 50_000 }, (_, at) =>
      `20.${at >> 8}.${at & 255}.1`.replace(/^20\.(\d+)/, (_all, high: string) => `${20 + (Number(high) >> 8)}.${Number(high) & 255}`),
    )
    expect(await linesOf('ADDRESS', values)).toEqual(values)
    expect(await linesOf('ADDRESS', values, { aggregate: true })).toEqual(values)
  })
})
