import type { ObservableKind } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalObservable, observableKindsOf } from './observable-forms.js'

/** Of any code points, half surrogate pairs included, with what makes up addresses and names now and then. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0x10ffff }).map(code => String.fromCodePoint(code)),
      fc.constantFrom(...'.:/\\@-a1 '),
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''))
const KINDS: readonly ObservableKind[] = ['ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH', 'USER', 'HOST']

describe('the canonical form of an observable', () => {
  it.each<[ObservableKind, string, string | undefined]>([
    ['ADDRESS', ' 192.0.2.1 ', '192.0.2.1'],
    ['ADDRESS', '2001:DB8:0::1', '2001:db8::1'],
    ['ADDRESS', '::ffff:192.0.2.1', '192.0.2.1'],
    ['ADDRESS', '192.0.2.0/24', undefined],
    ['ADDRESS', '192.0.2.1-192.0.2.9', undefined],
    ['ADDRESS', '192.0.2.1:80', undefined],
    ['DOMAIN', 'Evil.Example.', 'evil.example'],
    ['DOMAIN', '*.evil.example', undefined],
    ['DOMAIN', 'example', undefined],
    ['URL', 'http://Evil.example/A?b=C', 'evil.example/A?b=C'],
    ['URL', 'evil.example/*', undefined],
    ['FILE_HASH', 'A'.repeat(64), 'a'.repeat(64)],
    ['FILE_HASH', 'a'.repeat(63), undefined],
    ['USER', 'CORP\\JDoe', 'corp\\jdoe'],
    ['USER', 'jdoe@corp.example', 'jdoe@corp.example'],
    ['USER', 'nt-authority\\system', 'nt-authority\\system'],
    ['USER', 'NT AUTHORITY\\SYSTEM', 'nt authority\\system'],
    ['USER', 'x-fwd-for: 192.0.2.1', 'x-fwd-for: 192.0.2.1'],
    ['USER', 'HOST$', 'host$'],
    ['USER', ' ＪÖRG ', 'jörg'],
    ['USER', 'cn=jdoe,ou=people', 'cn=jdoe,ou=people'],
    ['USER', '', undefined],
    ['USER', '   ', undefined],
    ['USER', 'j\u0000doe', undefined],
    ['USER', 'j\u202edoe', undefined],
    ['USER', 'j\ndoe', undefined],
    ['USER', 'j\ud800doe', undefined],
    ['USER', 'x'.repeat(255), 'x'.repeat(255)],
    ['USER', 'x'.repeat(256), undefined],
    ['HOST', 'WS-0142.Corp.Example.', 'ws-0142.corp.example'],
    ['HOST', 'ws_1', 'ws_1'],
    ['HOST', '192.0.2.1', undefined],
    ['HOST', 'a..b', undefined],
    ['HOST', '-a', undefined],
    ['HOST', 'a b', undefined],
    ['HOST', '42', undefined],
    ['HOST', 'x'.repeat(254), undefined],
  ])('%s %j is %j', (kind, typed, value) => expect(canonicalObservable(kind, typed)).toBe(value))

  it('stays as it is, and holds nothing that cannot be stored', () =>
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), anyText, (kind, typed) => {
        const value = canonicalObservable(kind, typed)
        if (value === undefined) return
        expect(canonicalObservable(kind, value)).toBe(value)
        expect(value.isWellFormed() && !value.includes('\0')).toBe(true)
        expect(Buffer.byteLength(value)).toBeLessThan(1_100)
      }),
      { numRuns: 2_000 },
    ))
})

describe('what a text can be', () => {
  it.each([
    ['192.0.2.1', ['ADDRESS']],
    ['2001:db8::1', ['ADDRESS']],
    ['a'.repeat(32), ['FILE_HASH', 'USER', 'HOST']],
    ['evil.example', ['DOMAIN', 'URL', 'HOST', 'USER']],
    ['https://evil.example/a', ['URL']],
    ['evil.example/a', ['URL', 'USER']],
    ['corp\\jdoe', ['USER']],
    ['jdoe@corp.example', ['USER']],
    ['jdoe', ['USER', 'HOST']],
    ['WS-0142', ['HOST', 'USER']],
    ['srv1', ['HOST', 'USER']],
    ['', []],
    ['x'.repeat(3_000), []],
  ])('%j: %j', (text, kinds) => expect(observableKindsOf(text).map(({ kind }) => kind)).toEqual(kinds))

  it('never throws', () => fc.assert(fc.property(anyText, text => void observableKindsOf(text))))
})
