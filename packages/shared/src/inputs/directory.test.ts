import { describe, expect, it } from 'vitest'
import { directoryCreateInput, directoryUpdateInput, parseLdapUrl } from './directory.js'

const MINIMUM = { name: 'Corp', preset: 'OPENLDAP', urls: ['ldaps://dc1.corp.example'], baseDn: 'dc=corp,dc=example' }

describe('parseLdapUrl', () => {
  it.each([
    ['ldap://dc1.corp.example', { secure: false, host: 'dc1.corp.example', port: 389 }],
    ['LDAPS://dc1:3269/', { secure: true, host: 'dc1', port: 3269 }],
    ['ldap://[2001:db8::1]:10389', { secure: false, host: '2001:db8::1', port: 10389 }],
    ['ldaps://192.0.2.7', { secure: true, host: '192.0.2.7', port: 636 }],
  ])('%s', (text, url) => expect(parseLdapUrl(text)).toEqual(url))

  it.each([
    'dc1.corp.example',
    'https://dc1',
    'ldap://',
    'ldap://user:pw@dc1',
    'ldap://dc1/dc=corp',
    'ldap://dc1?x',
    'ldap://dc1:0',
    'ldap://dc1:70000',
    'ldapi:///',
  ])('%s is none', text => expect(parseLdapUrl(text)).toBeUndefined())
})

describe('directory inputs', () => {
  it('takes the least there is', () => expect(directoryCreateInput.parse(MINIMUM)).toEqual(MINIMUM))

  it('brings domains, URLs and fingerprints into one form', () => {
    const given = { urls: ['LDAP://DC1.Corp.Example/'], domains: ['CORP', 'corp', 'Corp.Example'], tlsFingerprint: 'ab'.repeat(32) }
    expect(directoryUpdateInput.parse(given)).toEqual({
      urls: ['ldap://dc1.corp.example'],
      domains: ['corp', 'corp.example'],
      tlsFingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
    })
  })

  it.each([
    ['urls', []],
    ['urls', ['ldap://a', 'ldap://a/']],
    ['urls', ['http://a']],
    ['baseDn', 'corp.example'],
    ['baseDn', ''],
    ['bindDn', 'EXTERNAL'],
    ['userFilter', '(uid=jdoe)'],
    ['userFilter', '(uid={user}'],
    ['attributes', [{ attribute: 'shoeSize', name: 'shoe' }]],
    ['attributes', [{ attribute: 'mail', name: 'mail)(' }]],
    ['attributes', [1, 2].map(() => ({ attribute: 'mail', name: 'mail' }))],
    ['domains', ['corp\\x']],
    ['tlsFingerprint', 'abcd'],
    ['timeoutSeconds', 0],
    ['cacheSeconds', 1],
  ])('%s is refused as %j', (field, value) => expect(directoryUpdateInput.safeParse({ [field]: value }).success).toBe(false))
})
