import type { ListKind } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalEntry } from './canonical-entry.js'

const valueOf = (kind: ListKind, typed: string): string => {
  const canonical = canonicalEntry(kind, typed)
  return canonical.ok ? canonical.value : `refused: ${canonical.reason}`
}
const reasonOf = (kind: ListKind, typed: string): string => {
  const canonical = canonicalEntry(kind, typed)
  return canonical.ok ? `accepted as ${canonical.value}` : canonical.reason
}

describe('the canonical form', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['  198.51.100.7\t', '198.51.100.7'],
    ['198.51.100.7/32', '198.51.100.7'],
    ['198.51.100.77/24', '198.51.100.0/24'],
    ['198.51.100.0-198.51.100.255', '198.51.100.0/24'],
    ['198.51.100.1 - 198.51.100.9', '198.51.100.1-198.51.100.9'],
    ['198.51.100.1-198.51.100.1', '198.51.100.1'],
    ['198[.]51[.]100[.]7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::FFFF:C633:6407', '198.51.100.7'],
    ['::ffff:198.51.100.7/120', '198.51.100.0/24'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8:0:1:0:0:0:1', '2001:db8:0:1::1'],
    ['2001:0db8::0001/128', '2001:db8::1'],
    ['2001:db8::dead/64', '2001:db8::/64'],
    ['2001:db8::192.0.2.1', '2001:db8::c000:201'],
    ['2001:db8::1-2001:db8::5', '2001:db8::1-2001:db8::5'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['11.0.0.0/8', '11.0.0.0/8'],
  ])('of the address %s is %s', (typed, value) => expect(valueOf('ADDRESS', typed)).toBe(value))

  it.each([
    ['Example.COM', 'example.com'],
    ['example.com.', 'example.com'],
    ['*.Example.com', '*.example.com'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['XN--MNCHEN-3YA.example', 'xn--mnchen-3ya.example'],
    ['ｅｘａｍｐｌｅ.com', 'example.com'],
    ['example。com', 'example.com'],
    ['faß.example', 'xn--fa-hia.example'],
    ['_dmarc.example.com', '_dmarc.example.com'],
    ['evil[.]example[.]com', 'evil.example.com'],
  ])('of the domain %s is %s', (typed, value) => expect(valueOf('DOMAIN', typed)).toBe(value))

  it.each([
    ['http://Example.com/', 'example.com'],
    ['HTTPS://example.com/A/b?x=Y', 'example.com/A/b?x=Y'],
    ['hxxps://evil[.]example/x', 'evil.example/x'],
    ['example.com:443/x', 'example.com/x'],
    ['example.com?x=1', 'example.com/?x=1'],
    ['*.example.com', '*.example.com'],
    ['*.example.com/*', '*.example.com/*'],
    ['www.^.example.com/a', 'www.^.example.com/a'],
    ['198.51.100.7/x.exe', '198.51.100.7/x.exe'],
    ['münchen.example/straße', 'xn--mnchen-3ya.example/stra%C3%9Fe'],
    ['example.com/%7Euser', 'example.com/%7Euser'],
  ])('of the URL %s is %s', (typed, value) => expect(valueOf('URL', typed)).toBe(value))

  it.each<[ListKind, string, string]>([
    ['FILE_HASH', 'D41D8CD98F00B204E9800998ECF8427E', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['FILE_HASH', 'a'.repeat(40), 'a'.repeat(40)],
    ['FILE_HASH', 'A'.repeat(64), 'a'.repeat(64)],
    ['USER', 'CONTOSO\\Alice', 'contoso\\alice'],
    ['USER', 'Alice.Smith@Example.com', 'alice.smith@example.com'],
    ['USER', 'alice', 'alice'],
    ['USER', 'contoso\\svc$', 'contoso\\svc$'],
    ['USER', 'JÖRG', 'jörg'],
  ])('of the %s %s is %s', (kind, typed, value) => expect(valueOf(kind, typed)).toBe(value))
})

describe('refused with its reason', () => {
  it.each<[ListKind, string, RegExp]>([
    ['ADDRESS', '', /empty/],
    ['ADDRESS', '0.0.0.0/0', /Wider than \/8/],
    ['ADDRESS', '::/0', /IPv4 addresses|Wider/],
    ['ADDRESS', '10.0.0.0/7', /Wider than \/8/],
    ['ADDRESS', '1.0.0.0-200.0.0.0', /Wider/],
    ['ADDRESS', '2001::/16', /Wider than \/32/],
    ['ADDRESS', '198.051.100.7', /leading zero/],
    ['ADDRESS', '0xC6336407', /decimal/],
    ['ADDRESS', '0xc6.0x33.0x64.0x07', /decimal/],
    ['ADDRESS', '3325256711', /four decimal numbers/],
    ['ADDRESS', '198.51.100', /four decimal numbers/],
    ['ADDRESS', '198.51.100.256', /larger than 255/],
    ['ADDRESS', '198.51.100.7/33', /0 to 32/],
    ['ADDRESS', '198.51.100.7/08', /0 to 32/],
    ['ADDRESS', '198.51.100.0/255.255.255.0', /mask/],
    ['ADDRESS', '198.51.100.7:80', /no port/],
    ['ADDRESS', '[2001:db8::1]', /brackets/],
    ['ADDRESS', 'fe80::1%eth0', /zone/],
    ['ADDRESS', '198.51.100.9-198.51.100.1', /before it begins/],
    ['ADDRESS', '198.51.100.1-2001:db8::1', /different IP versions/],
    ['ADDRESS', '198.51.100.1-2-3', /one hyphen/],
    ['ADDRESS', '2001:db8:::1', /IPv6/],
    ['ADDRESS', '1:2:3:4:5:6:7:8:9', /IPv6/],
    ['ADDRESS', '::ffff:0300.51.100.7', /IPv6/],
    ['ADDRESS', '::fffe:0:0-::ffff:1:0', /IPv4 addresses/],
    ['ADDRESS', '１９８.51.100.7', /Not an IP address/],
    ['ADDRESS', '198。51。100。7', /Not an IP address/],
    ['ADDRESS', '198.51.100.7\u200b', /U\+200B/],
    ['ADDRESS', '\u202e7.001.15.891', /U\+202E/],
    ['ADDRESS', '198.51.100.7\u0000', /U\+0000/],
    ['ADDRESS', '198.51.100.7\n198.51.100.8', /U\+000A/],
    ['ADDRESS', "=cmd|'/C calc'!A0", /Not an IP address/],
    ['ADDRESS', '-198.51.100.7', /four decimal numbers|IP address/],
    ['DOMAIN', 'http://example.com', /no scheme/],
    ['DOMAIN', 'example.com/', /no path/],
    ['DOMAIN', 'example.com:443', /no port/],
    ['DOMAIN', '198.51.100.7', /An address/],
    ['DOMAIN', '0x7f.1', /An address/],
    ['DOMAIN', '2001:db8::1', /address/],
    ['DOMAIN', 'com', /two parts/],
    ['DOMAIN', '*.com', /top-level/],
    ['DOMAIN', '*', /empty|wildcard/],
    ['DOMAIN', 'www.*.com', /only in front/],
    ['DOMAIN', '*evil.com', /only in front/],
    ['DOMAIN', '^.example.com', /only in front/],
    ['DOMAIN', 'a..b', /dots follow/],
    ['DOMAIN', '.example.com', /dots follow/],
    ['DOMAIN', '-a.example', /not a part/],
    ['DOMAIN', 'a-.example', /not a part/],
    ['DOMAIN', `${'a'.repeat(64)}.example`, /63/],
    ['DOMAIN', `${'a.'.repeat(130)}example`, /253/],
    ['DOMAIN', 'exa mple.com', /not a part|internationalised/],
    ['DOMAIN', 'example.com\u00ad', /U\+00AD/],
    ['DOMAIN', 'exam\u2060ple.com', /U\+2060/],
    ['DOMAIN', 'user@example.com', /e-mail/],
    ['DOMAIN', '１２７.１', /internationalised|address/],
    ['URL', 'ftp://example.com/', /http and https/],
    ['URL', 'javascript://example.com/', /http and https/],
    ['URL', 'http://user:pw@example.com/', /user name/],
    ['URL', 'http://[2001:db8::1]/', /IPv6/],
    ['URL', 'example.com:8443/', /port/],
    ['URL', 'http://', /host is missing/],
    ['URL', '/path', /host is missing/],
    ['URL', '=cmd|calc', /host is missing/],
    ['URL', 'example.com/a b', /no spaces/],
    ['URL', 'example.com/"', /no "/],
    ['URL', "example.com/'", /no '/],
    ['URL', 'example.com/<script>', /no </],
    ['URL', 'example.com\\evil', /not a part/],
    ['URL', 'example.com/a#b', /#/],
    ['URL', 'example.com/%zz', /hexadecimal/],
    ['URL', 'example.com/%0d%0aSet-Cookie', /control/],
    ['URL', '*', /every host|top-level/],
    ['URL', '*.com', /top-level/],
    ['URL', '^.^', /top-level/],
    ['URL', '*/evil', /every host|top-level/],
    ['URL', 'www.*', /top-level/],
    ['URL', 'a.*.*.example.com', /two in a row/],
    ['URL', 'example.com/*/*', /two in a row/],
    ['URL', '*bad.example.com', /alone/],
    ['URL', 'example.com/bad*', /alone/],
    ['URL', `a.${'^.'.repeat(10)}example.com`, /9 \^/],
    ['URL', `example.com/${'a'.repeat(250)}`, /255/],
    ['URL', 'example.com&x', /Behind the host/],
    ['URL', '198.51.100.*', /wildcard|top-level/],
    ['URL', '0x7f.1/x', /Not an IP|decimal/],
    ['URL', '198.51.100.256/x', /255/],
    ['FILE_HASH', 'd41d8cd98f00b204e9800998ecf8427', /length/],
    ['FILE_HASH', 'g'.repeat(32), /hexadecimal/],
    ['FILE_HASH', 'a'.repeat(128), /length/],
    ['USER', '=cmd|calc', /Write a user/],
    ['USER', '@example.com', /Write a user/],
    ['USER', 'a\\b\\c', /Write a user/],
    ['USER', 'a;b', /Write a user/],
    ['USER', '+1', /Write a user/],
    ['USER', 'ali\u202ece', /U\+202E/],
    ['USER', `a${'b'.repeat(300)}`, /255/],
    ['URL', 'x'.repeat(3_000), /2048/],
  ])('%s %j', (kind, typed, reason) => expect(reasonOf(kind, typed)).toMatch(reason))
})

describe('500 hostile lines', () => {
  const HIDDEN = [
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u00ad',
    '\u034f',
    '\u061c',
    '\u115f',
    '\u180e',
    '\u200b',
    '\u200d',
    '\u200e',
    '\u2028',
    '\u202e',
    '\u2060',
    '\u2066',
    '\u2800',
    '\u3000',
    '\u3164',
    '\ufe0f',
    '\ufeff',
    '\uffa0',
    '\ufff9',
    '\ud800',
    '\ue000',
    '\u{e0041}',
    '\r',
    '\n',
    '\v',
  ]
  const GOOD: [ListKind, string][] = [
    ['ADDRESS', '198.51.100.7'],
    ['ADDRESS', '2001:db8::1/64'],
    ['URL', 'evil.example.com/path'],
    ['DOMAIN', 'evil.example.com'],
    ['FILE_HASH', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['USER', 'contoso\\mallory'],
  ]
  const SPELLINGS = [
    '0.0.0.0/0',
    '::/0',
    '0/0',
    '0.0.0.0/00',
    '000.000.000.000/0',
    '::0/0',
    '0:0:0:0:0:0:0:0/0',
    '::ffff:0:0/96',
    '0.0.0.0-255.255.255.255',
    '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
    '*',
    '*.*',
    'any',
    'Any',
    'all',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '::/1',
    '8000::/1',
    '%',
    "' OR 1=1 --",
    '<entry>',
    ']]>',
    '&lt;',
    '../../etc/passwd',
    '${jndi:ldap://x}',
    '{{7*7}}',
    '\\x00',
    '%00',
    '#',
    '# comment',
    ';',
    ',',
    '""',
    'null',
    'undefined',
    'NaN',
    '٣.٣.٣.٣',
    '𝟏.𝟏.𝟏.𝟏',
    '1․1․1․1',
  ]
  const FORMULAS = ['=', '+', '-', '@', '\t=', '|', '%'].map(start => `${start}cmd|' /C calc'!A0`)
  const lines: [ListKind, string][] = [
    ...GOOD.flatMap(([kind, value]) =>
      HIDDEN.flatMap((hidden): [ListKind, string][] => [
        [kind, `${value.slice(0, 3)}${hidden}${value.slice(3)}`],
        [kind, `${hidden}${value}`],
        [kind, `${value}${hidden}`],
      ]),
    ),
    ...(['ADDRESS', 'URL', 'DOMAIN', 'FILE_HASH', 'USER'] as const).flatMap(kind =>
      [...SPELLINGS, ...FORMULAS].map((typed): [ListKind, string] => [kind, typed]),
    ),
  ]

  it('are at least 500', () => expect(lines.length).toBeGreaterThanOrEqual(500))

  it('are each refused with a reason, or canonical and harmless', () => {
    for (const [kind, typed] of lines) {
      const canonical = canonicalEntry(kind, typed)
      if (canonical.ok) {
        expect(canonical.value, JSON.stringify([kind, typed])).toMatch(
          kind === 'USER' ? /^[\p{L}\p{N}_][^\p{Cc}\p{Cf}",;=+|<>]*$/u : /^[a-z0-9_*^][\x21-\x7e]*$/i,
        )
        expect(canonicalEntry(kind, canonical.value)).toEqual(canonical)
      } else expect(canonical.reason, JSON.stringify([kind, typed])).toMatch(/^[A-Z\d'].{8,}[^.]$/)
    }
  })

  it('never let anything in that holds a hidden character', () => {
    for (const hidden of HIDDEN)
      for (const [kind, value] of GOOD) expect(canonicalEntry(kind, `${value}${hidden}`).ok, JSON.stringify(hidden)).toBe(false)
  })

  it.each(['0.0.0.0/0', '::/0', '*', '*.*', '0.0.0.0/1', '::ffff:0:0/96'])('never let everything in: %s', typed => {
    for (const kind of ['ADDRESS', 'DOMAIN'] as const) expect(canonicalEntry(kind, typed).ok).toBe(false)
  })
})

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef.:/-*^?&=+;%xX[]@\\ '), maxLength: 60 }),
    fc.ipV4Extended(),
    fc.ipV6(),
    fc.domain(),
    fc.webUrl({ withQueryParameters: true }),
  )
  it('is refused or has a canonical form that stays as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom<ListKind>('ADDRESS', 'URL', 'DOMAIN', 'FILE_HASH', 'USER'), typed, (kind, text) => {
        const canonical = canonicalEntry(kind, text)
        if (canonical.ok) expect(canonicalEntry(kind, canonical.value)).toEqual(canonical)
        else expect(canonical.reason).not.toBe('')
      }),
      { numRuns: 3_000 },
    )
  })
})
