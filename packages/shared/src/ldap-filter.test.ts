import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ldapFilterFault, parseLdapFilter, type LdapFilter } from './ldap-filter.js'

const USER = [{ placeholder: 'user' }]

it.each<[string, LdapFilter]>([
  ['(uid={user})', { kind: 'equal', attribute: 'uid', value: [{ placeholder: 'user' }] }],
  [
    ' (& (objectClass=person)\n  (!(ou=Ex*)) ) ',
    {
      kind: 'and',
      filters: [
        { kind: 'equal', attribute: 'objectClass', value: ['person'] },
        { kind: 'not', filter: { kind: 'substring', attribute: 'ou', parts: [['Ex'], []] } },
      ],
    },
  ],
  ['(cn=*)', { kind: 'present', attribute: 'cn' }],
  ['(cn=*{mail}*x)', { kind: 'substring', attribute: 'cn', parts: [[], [{ placeholder: 'mail' }], ['x']] }],
  ['(proxyAddresses=smtp:{mail})', { kind: 'equal', attribute: 'proxyAddresses', value: ['smtp:', { placeholder: 'mail' }] }],
  [String.raw`(cn=\28\c3\bc\29)`, { kind: 'equal', attribute: 'cn', value: ['(ü)'] }],
  ['(age>=3)', { kind: 'atLeast', attribute: 'age', value: ['3'] }],
  ['(age<=3)', { kind: 'atMost', attribute: 'age', value: ['3'] }],
  ['(cn~=joe)', { kind: 'approximate', attribute: 'cn', value: ['joe'] }],
  [
    '(memberOf:1.2.840.113556.1.4.1941:=cn=x)',
    { kind: 'extensible', attribute: 'memberOf', rule: '1.2.840.113556.1.4.1941', dnAttributes: false, value: ['cn=x'] },
  ],
  ['(:dn:caseIgnoreMatch:=x)', { kind: 'extensible', attribute: '', rule: 'caseIgnoreMatch', dnAttributes: true, value: ['x'] }],
  ['(cn;lang-de={user})', { kind: 'equal', attribute: 'cn;lang-de', value: [{ placeholder: 'user' }] }],
  ['(cn=)', { kind: 'equal', attribute: 'cn', value: [] }],
])('%s is read', (text, filter) => expect(parseLdapFilter(text)).toEqual({ filter }))

it.each([
  ['uid={user}', 'A filter begins with ('],
  ['(uid={user}', 'A ) is missing'],
  ['(uid={user}))', 'There is something behind the last )'],
  ['(&)', 'Behind & and | stand filters in ( )'],
  ['(={user})', 'The name of an attribute is missing'],
  ['(uid {user})', 'Behind uid stands one of = >= <= ~= :='],
  ['(uid=a(b)', 'A ( inside of a value is written \\28'],
  ['(age>=*)', 'A * inside of a value is written \\2a'],
  ['(uid={username})', '{username} is unknown: there are {user} and {mail}'],
  [String.raw`(uid=\2)`, 'Behind a \\ stand two hexadecimal digits'],
  [String.raw`(uid=\ff)`, String.raw`\ff is not UTF-8`],
  [`${'(!'.repeat(100)}(a=b)${')'.repeat(100)}`, 'The filter is nested too deep'],
  ['(uid=jdoe)', 'The filter needs {user} or {mail}, else it finds everybody'],
  ['(!(uid={user}))', 'The filter needs {user} or {mail}, else it finds everybody'],
  [`(uid=${'x'.repeat(2_000)})`, 'At most 2000 characters'],
])('filter %# is refused', (text, fault) => expect(ldapFilterFault(text)).toBe(fault))

it('takes what presets have', () => {
  expect(ldapFilterFault('(&(objectClass=user)(|(sAMAccountName={user})(mail={mail})))')).toBeUndefined()
})

it('reads any text without throwing', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '&',
    '|',
    '!',
    '*',
    '\\',
    '\\2a',
    '=',
    '>=',
    ':=',
    ':dn',
    '{user}',
    '{',
    '}',
    'cn',
    ' ',
    'ü',
    '\0',
  )
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), pieces => void parseLdapFilter(pieces.join(''))))
})

it('leaves nothing of the text unread', () => {
  const parsed = parseLdapFilter('(|(uid={user})(uid={user}))')
  expect(parsed).toEqual({ filter: { kind: 'or', filters: [1, 2].map(() => ({ kind: 'equal', attribute: 'uid', value: USER })) } })
})
