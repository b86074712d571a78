import fc from 'fast-check'
import { AndFilter, EqualityFilter, FilterParser, NotFilter, OrFilter, PresenceFilter, SubstringFilter, type Filter } from 'ldapts'
import { describe, expect, it } from 'vitest'
import { anyText, HOSTILE_NAMES } from '../../../../../test/support/hostile-names.js'
import { fillFilter, filterText } from './ldap-filter.js'
import { PRESETS } from './presets.js'

const TEMPLATES = [
  ...Object.values(PRESETS).map(({ userFilter }) => userFilter),
  '(&(uid={user})(!(cn=*{mail}*))(sn~={user})(x:1.2:={mail}))',
]

const SIGNS = fc.array(fc.constantFrom('(', ')', '*', '\\', '\0', '=', '&', '|', '!', 'a', '{', '}')).map(signs => signs.join(''))

/** Everything but what was filled in. */
function shapeOf(filter: Filter): unknown {
  if (filter instanceof AndFilter || filter instanceof OrFilter) return [filter.constructor.name, ...filter.filters.map(shapeOf)]
  if (filter instanceof NotFilter) return ['not', shapeOf(filter.filter)]
  if (filter instanceof PresenceFilter) return ['present', filter.attribute]
  if (filter instanceof SubstringFilter) return ['substring', filter.attribute, filter.any.length]
  return [filter.constructor.name, 'attribute' in filter ? filter.attribute : undefined]
}

/** Sent as text, a server reads the same: RFC 4515 escaping is right. NUL stands for what only bytes can show. */
const reread = (filter: Filter) => FilterParser.parseString(filterText(filter))

describe('hostile names', () => {
  it('are many', () => expect(new Set(HOSTILE_NAMES).size).toBeGreaterThan(200))

  it.each(TEMPLATES)('never change the shape of %s', template => {
    const shape = shapeOf(fillFilter(template, { account: 'jdoe', mail: 'jdoe@corp.example' }))
    for (const name of HOSTILE_NAMES) {
      const filled = fillFilter(template, { account: name, mail: name })
      expect(shapeOf(filled)).toEqual(shape)
      expect(shapeOf(reread(filled))).toEqual(shape)
    }
  })

  it('nor do any others', () => {
    const [template = ''] = TEMPLATES
    const shape = shapeOf(fillFilter(template, { account: 'jdoe', mail: 'jdoe' }))
    const name = fc.oneof(anyText(), SIGNS)
    fc.assert(
      fc.property(name, account => {
        const filled = fillFilter(template, { account, mail: account })
        expect(shapeOf(filled)).toEqual(shape)
        expect(shapeOf(reread(filled))).toEqual(shape)
      }),
    )
  })

  it('arrive as they are', () => {
    const filter = fillFilter('(uid={user})', { account: 'a*(b)\\c\0{mail}', mail: 'm' })
    expect(filter).toBeInstanceOf(EqualityFilter)
    expect(filter).toMatchObject({ attribute: 'uid', value: 'a*(b)\\c\0{mail}' })
  })
})

it('is shown with escapes', () => {
  expect(filterText(fillFilter('(|(uid={user})(mail={mail}))', { account: 'a*(b)\\\0\n', mail: 'ü@corp.example' }))).toBe(
    String.raw`(|(uid=a\2a\28b\29\5c\00\0a)(mail=ü@corp.example))`,
  )
})

it('keeps what the administrator wrote', () => {
  const written = String.raw`(&(objectClass=person)(cn=*x*)(ou=\28\c3\bc\29)(memberOf:1.2.840.113556.1.4.1941:=cn=vip)(age>=3)(age<=9)(uid={user}))`
  expect(filterText(fillFilter(written, { account: 'jdoe', mail: '' }))).toBe(
    String.raw`(&(objectClass=person)(cn=*x*)(ou=\28ü\29)(memberOf:1.2.840.113556.1.4.1941:=cn=vip)(age>=3)(age<=9)(uid=jdoe))`,
  )
})

it('leaves no empty piece between asterisks', () => {
  expect(filterText(fillFilter('(cn=*{user}*x)', { account: '', mail: '' }))).toBe('(cn=*x)')
})

it('throws for what is no filter', () => expect(() => fillFilter('(uid={user}', { account: 'a', mail: 'a' })).toThrow('A ) is missing'))
