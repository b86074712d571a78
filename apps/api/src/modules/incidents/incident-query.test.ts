import { QUERY_FIELDS, type QueryField } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseIncidentQuery, type QueryTerm } from './incident-query.js'
import { readQueryValue, type TypedValue } from './incident-query-value.js'

const termsOf = (text: string): readonly QueryTerm[] => {
  const query = parseIncidentQuery(text)
  if (!query.ok) throw new Error(query.message)
  return query.terms
}
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
const valueText = ({ text, quoted }: TypedValue): string => (quoted ? quote(text) : text)
/** The text of terms; reading it gives them again. */
const textOf = (terms: readonly QueryTerm[]): string =>
  terms
    .map(
      term =>
        (term.negated ? '-' : '') + (term.kind === 'words' ? quote(term.text) : `${term.field}:${term.values.map(valueText).join(',')}`),
    )
    .join(' ')
/** Short form: `-field:a,"b"` as [field, [a, b], negated]. */
const shortly = (text: string) =>
  termsOf(text).map(term => {
    const what = term.kind === 'words' ? [term.text] : [term.field, term.values.map(value => value.text)]
    return term.negated ? ['not', ...what] : what
  })

describe('parseIncidentQuery', () => {
  it.each<[text: string, terms: unknown[]]>([
    ['', []],
    ['  \t\n', []],
    ['worm', [['worm']]],
    ['worm  laptop', [['worm'], ['laptop']]],
    ['"two words"', [['two words']]],
    ['-"two words"', [['not', 'two words']]],
    ['-', [['-']]],
    ['- worm', [['-'], ['worm']]],
    ['--worm', [['not', '-worm']]],
    ['state:new', [['state', ['new']]]],
    ['STATE:New,open', [['state', ['New', 'open']]]],
    ['-state:closed', [['not', 'state', ['closed']]]],
    ['severity:>=medium', [['severity', ['>=medium']]]],
    [String.raw`user:corp\jdoe`, [['user', [String.raw`corp\jdoe`]]]],
    [String.raw`user:"corp\j doe",ben`, [['user', [String.raw`corp\j doe`, 'ben']]]],
    ['user:,ann,,ben', [['user', ['ann', 'ben']]]],
    ['tag:"say ""hi"""', [['tag', ['say "hi"']]]],
    ['disposition:"false pos', [['disposition', ['false pos']]]],
    ['"open end', [['open end']]],
    ['victim:192.0.2.1', [['target', ['192.0.2.1']]]],
    ['hash:abc', [['file', ['abc']]]],
    ['https://bad.example/a', [['https://bad.example/a']]],
    [String.raw`C:\Temp`, [[String.raw`C:\Temp`]]],
    ['2001:db8::1', [['2001:db8::1']]],
    ['dead:beef::1', [['dead:beef::1']]],
    ['Alert: overflow', [['Alert:'], ['overflow']]],
    ['12:30', [['12:30']]],
    ['"state:new"', [['state:new']]],
    ['fo"o b"ar', [['fo"o'], ['b"ar']]],
    ['"a"b', [['a'], ['b']]],
    ['created:2026-11-01T10:00Z..', [['created', ['2026-11-01T10:00Z..']]]],
  ])('reads %j', (text, terms) => expect(shortly(text)).toEqual(terms))

  it.each<[text: string, message: RegExp]>([
    ['sevrity:high', /^Unknown field “sevrity”\. Known: state, severity/],
    ['constructor:x', /^Unknown field “constructor”/],
    ['state:', /^state: needs a value\. Example: state:new,open/],
    ['state:""', /^state: needs a value/],
    ['state:opened', /^state: cannot read “opened”\. Known: new, open, assigned, closed, ignored, active/],
    ['severity:>huge', /^severity: cannot read “>huge”\. Known: critical, high/],
    ['is:late', /^is: cannot read “late”\. Known: active, allowed/],
    ['address:192.0.2.0/33', /^address: cannot read/],
    ['attacker:corp', /^attacker: cannot read “corp”\. Example: attacker:203/],
    ['created:2026-02-30', /^created: cannot read/],
    ['created:soon', /^created: cannot read/],
    ['created:..', /^created: cannot read/],
    ['created:>2026-01-01..2026-01-02', /^created: cannot read/],
    ['created:0001-01-01', /^created: cannot read/],
    ['alerts:many', /^alerts: cannot read/],
    ['tag:"a"b', /^tag: write a space or comma/],
    [`state:${'new,'.repeat(51)}`, /^state: at most 50 values/],
    ['a '.repeat(31), /^At most 30 terms/],
  ])('refuses %j', (text, message) => {
    const query = parseIncidentQuery(text)
    expect(query).toMatchObject({ ok: false })
    expect(query.ok ? '' : query.message).toMatch(message)
  })

  const PIECES = fc.constantFrom(
    ...Object.keys(QUERY_FIELDS),
    ...'":,-> <=.\\#%_',
    '..',
    'none',
    'new',
    'high',
    'worm',
    'me',
    '24h',
    '2026-11-01',
    '192.0.2.0/24',
    '2001:db8::1',
    '\t',
    '\u{1F600}',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(PIECES, { maxLength: 24 }).map(pieces => pieces.join('')),
  )

  it('never throws, and what is printed reads the same', () => {
    fc.assert(
      fc.property(texts, text => {
        const query = parseIncidentQuery(text)
        if (query.ok) expect(parseIncidentQuery(textOf(query.terms))).toEqual(query)
        else expect(query.message).not.toBe('')
      }),
      { numRuns: 3_000 },
    )
  })

  it('prints any terms so that they read the same', () => {
    const value = fc.record({
      text: fc.string({ minLength: 1, maxLength: 20 }).filter(text => text.trim() !== ''),
      quoted: fc.constant(true),
    })
    const term: fc.Arbitrary<QueryTerm> = fc.oneof(
      fc.record({
        kind: fc.constant('words' as const),
        negated: fc.boolean(),
        text: fc.string({ maxLength: 20 }),
      }),
      fc.record({
        kind: fc.constant('field' as const),
        negated: fc.boolean(),
        field: fc.constantFrom('user' as const, 'tag' as const),
        values: fc.array(value, { minLength: 1, maxLength: 4 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), terms => {
        expect(parseIncidentQuery(textOf(terms))).toEqual({ ok: true, terms })
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('readQueryValue', () => {
  const read = (field: QueryField, text: string, quoted = false) => {
    const answer = readQueryValue(field, { text, quoted })
    return answer.ok ? answer.value : answer.message
  }

  it.each(Object.entries(QUERY_FIELDS))('takes the example of %s', (name, { example }) => {
    expect(example.startsWith(`${name}:`)).toBe(true)
    expect(parseIncidentQuery(example)).toMatchObject({ ok: true, terms: [{ kind: 'field', field: name }] })
  })

  const day = (text: string) => new Date(`${text}T00:00:00Z`)
  it.each<[text: string, value: object]>([
    ['2026-11-01', { from: day('2026-11-01'), to: day('2026-11-02') }],
    ['>2026-11-01', { from: day('2026-11-02'), to: undefined }],
    ['>=2026-11-01', { from: day('2026-11-01'), to: undefined }],
    ['<2026-11-01', { from: undefined, to: day('2026-11-01') }],
    ['<=2026-11-01', { from: undefined, to: day('2026-11-02') }],
    ['2026-11-01..2026-11-03', { from: day('2026-11-01'), to: day('2026-11-04') }],
    ['..2026-11-03', { from: undefined, to: day('2026-11-04') }],
    ['2026-11-01T10:30', { from: new Date('2026-11-01T10:30Z'), to: new Date('2026-11-01T10:31Z') }],
    ['>2026-11-01T10:30:15+02:00', { from: new Date('2026-11-01T08:30:16Z'), to: undefined }],
  ])('reads the time %j', (text, value) => expect(read('created', text)).toEqual({ kind: 'time', ...value }))

  it.each<[text: string, older: boolean, hours: number]>([
    ['24h', false, 24],
    ['<90m', false, 1.5],
    ['>7D', true, 168],
    ['2w', false, 336],
  ])('reads the age %j', (text, older, hours) => expect(read('last', text)).toEqual({ kind: 'age', older, ms: hours * 3_600_000 }))

  it('takes none for none only where there can be none, and not in quotes', () => {
    expect(read('team', 'None')).toEqual({ kind: 'none' })
    expect(read('team', 'none', true)).toEqual({ kind: 'text', text: 'none' })
    expect(read('user', 'none')).toEqual({ kind: 'text', text: 'none' })
  })
})
