import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText, HOSTILE_NAMES } from '../../../../../test/support/hostile-names.js'
import { dnParts, isWithin, parsePanUser } from './pan-user.js'

describe('people', () => {
  it.each([
    ['corp\\jdoe', 'jdoe', 'corp', 'jdoe'],
    ['CORP\\JDoe', 'JDoe', 'corp', 'JDoe'],
    ['corp.example\\jdoe', 'jdoe', 'corp.example', 'jdoe@corp.example'],
    ['corp\\\\jdoe', 'jdoe', 'corp', 'jdoe'],
    ['jdoe@corp.example', 'jdoe', 'corp.example', 'jdoe@corp.example'],
    ['Jane.Doe@Corp.Example', 'Jane.Doe', 'corp.example', 'Jane.Doe@corp.example'],
    ['corp\\jdoe@corp.example', 'jdoe', 'corp', 'jdoe@corp.example'],
    ['jdoe', 'jdoe', undefined, 'jdoe'],
    ['jdoe@', 'jdoe', undefined, 'jdoe'],
    ['\\jdoe', 'jdoe', undefined, 'jdoe'],
    [' zoë.müller ', 'zoë.müller', undefined, 'zoë.müller'],
    ['corp\\李雷', '李雷', 'corp', '李雷'],
    ['jane doe', 'jane doe', undefined, 'jane doe'],
    ["corp\\k.o'brien", "k.o'brien", 'corp', "k.o'brien"],
    ['corp\\administrator', 'administrator', 'corp', 'administrator'],
    ['a@b@corp.example', 'a@b', 'corp.example', 'a@b@corp.example'],
    ['$', '$', undefined, '$'],
  ])('%s', (asSent, account, domain, mail) =>
    expect(parsePanUser(asSent)).toEqual({ kind: 'person', account, domain, mail, dn: undefined, asSent: asSent.trim() }),
  )

  it('reads a DN', () => {
    const asSent = String.raw`cn=doe\, jane,ou=people,dc=corp,dc=example`
    expect(parsePanUser(asSent)).toEqual({
      kind: 'person',
      account: 'doe, jane',
      domain: 'corp.example',
      mail: 'doe, jane',
      dn: asSent,
      asSent,
    })
  })
})

it.each([
  ['corp\\pc-0815$', 'pc-0815'],
  ['PC-0815$@corp.example', 'PC-0815'],
  ['host/pc-0815.corp.example', 'pc-0815.corp.example'],
])('%s is a machine', (asSent, host) => expect(parsePanUser(asSent)).toEqual({ kind: 'machine', host, asSent }))

it.each([
  ['', 'No user name'],
  ['   ', 'No user name'],
  ['nt-authority\\system', 'An account that comes with Windows'],
  ['NT AUTHORITY\\NETWORK SERVICE', 'An account that comes with Windows'],
  ['nt-autorität\\system', 'An account that comes with Windows'],
  ['nt service\\mssqlserver', 'An account that comes with Windows'],
  ['window manager\\dwm-1', 'An account that comes with Windows'],
  ['font driver host\\umfd-0', 'An account that comes with Windows'],
  ['corp\\local service', 'An account that comes with Windows'],
  ['system', 'An account that comes with Windows'],
  ['anonymous logon', 'An account that comes with Windows'],
  ['x-fwd-for: 192.0.2.1', 'An address that a proxy forwarded, not a user'],
  ['X-Fwd-For:2001:db8::1', 'An address that a proxy forwarded, not a user'],
  ['x-forwarded-for: 192.0.2.1', 'An address that a proxy forwarded, not a user'],
  ['192.0.2.1', 'An address, not a user'],
  ['2001:db8::1', 'An address, not a user'],
  ['unknown', 'The firewall did not know the user'],
  ['pre-logon', 'The firewall did not know the user'],
  ['.\\jdoe', 'An account of one host alone'],
  ['corp\\', 'No account name'],
  ['@corp.example', 'No account name'],
  ['s-1-5-21-1004336348-1177238915-682003330-512', 'A security identifier, not a name'],
  ['jdoe\u0000', 'Holds characters that no user name has'],
  ['jd\u202eoe', 'Holds characters that no user name has'],
  ['x'.repeat(256), 'Longer than 255 characters'],
])('%j is nobody', (asSent, why) => expect(parsePanUser(asSent)).toEqual({ kind: 'none', why }))

it('reads any text without throwing', () => {
  for (const name of HOSTILE_NAMES) expect(parsePanUser(name).kind).toMatch(/person|machine|none/)
  fc.assert(fc.property(anyText(300), text => void parsePanUser(text)))
})

describe('DNs', () => {
  it.each([
    [
      'CN=Sales\\, EMEA,OU=Groups,DC=corp',
      [
        ['cn', 'Sales, EMEA'],
        ['ou', 'Groups'],
        ['dc', 'corp'],
      ],
    ],
    [
      'cn=M\\C3\\BCller + uid=7, dc=corp',
      [
        ['cn', 'Müller'],
        ['dc', 'corp'],
      ],
    ],
    [
      'cn=a\\+b\\ ,dc=x',
      [
        ['cn', 'a+b '],
        ['dc', 'x'],
      ],
    ],
    ['Jane Doe', []],
    ['', []],
  ])('%s', (dn, parts) => expect(dnParts(dn).map(({ attribute, value }) => [attribute, value])).toEqual(parts))

  it.each([
    ['uid=a,ou=People,dc=corp,dc=example', 'dc=corp,dc=example', true],
    ['UID=a, OU=People, DC=Corp, DC=Example', 'dc=corp,dc=example', true],
    ['dc=corp,dc=example', 'dc=corp,dc=example', true],
    ['uid=a,dc=other,dc=example', 'dc=corp,dc=example', false],
    ['uid=a\\,dc=corp,dc=example', 'dc=corp,dc=example', false],
    ['dc=example', 'dc=corp,dc=example', false],
    ['uid=a', '', false],
  ])('%s within %s: %s', (dn, base, expected) => expect(isWithin(dn, base)).toBe(expected))

  it('takes any text', () => fc.assert(fc.property(anyText(), text => void isWithin(text, text))))
})
