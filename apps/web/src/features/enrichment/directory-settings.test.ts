import { describe, expect, it } from 'vitest'
import {
  directoryCreateInputOf,
  directoryFaults,
  directoryTestInputOf,
  directoryUpdateInputOf,
  type DirectoryValues,
  isInClear,
  newDirectoryValues,
  pinned,
  presetValues,
  testFaults,
} from './directory-settings'

const PRESETS = [
  {
    preset: 'ACTIVE_DIRECTORY',
    userFilter: '(sAMAccountName={user})',
    attributes: [
      { attribute: 'mail', name: 'mail' },
      { attribute: 'displayName', name: 'displayName' },
    ],
    nestedGroups: true,
  },
  { preset: 'OPENLDAP', userFilter: '(uid={user})', attributes: [], nestedGroups: false },
] as const

const whole = (given: Partial<DirectoryValues> = {}): DirectoryValues => ({
  ...newDirectoryValues(PRESETS),
  name: 'Corp AD',
  urls: 'ldaps://dc1.corp.example\n ldaps://dc2.corp.example ',
  baseDn: 'dc=corp,dc=example',
  ...given,
})

describe('settings of a directory', () => {
  it('begin with the preset of Active Directory, and take another', () => {
    expect(newDirectoryValues(PRESETS)).toMatchObject({ userFilter: '(sAMAccountName={user})', nestedGroups: true })
    expect(presetValues(PRESETS, 'OPENLDAP')).toMatchObject({ userFilter: '(uid={user})', nestedGroups: false, attributes: { mail: '' } })
    expect(presetValues(PRESETS, 'CUSTOM')).toEqual({})
  })

  it('go to the API as lists, without attributes that are not looked up', () => {
    expect(directoryCreateInputOf(whole({ domains: ['CORP'], bindDn: 'cn=reader,dc=corp', bindPassword: 'secret' }))).toMatchObject({
      urls: ['ldaps://dc1.corp.example', 'ldaps://dc2.corp.example'],
      domains: ['corp'],
      attributes: [
        { attribute: 'displayName', name: 'displayName' },
        { attribute: 'mail', name: 'mail' },
      ],
      bindPassword: 'secret',
      tlsCaPem: null,
      tlsFingerprint: null,
    })
  })

  it('write only what was changed, and drop the password together with the name', () => {
    const before = whole({ bindDn: 'cn=reader,dc=corp' })
    expect(directoryUpdateInputOf(before, before)).toEqual({})
    expect(directoryUpdateInputOf(before, { ...before, bindPassword: 'other' })).toEqual({ bindPassword: 'other' })
    expect(directoryUpdateInputOf(before, { ...before, bindDn: ' ' })).toEqual({ bindDn: '', bindPassword: '' })
    const { attributes } = before
    expect(directoryUpdateInputOf(before, { ...before, attributes: { ...attributes, mail: '' } })).toEqual({
      attributes: [{ attribute: 'displayName', name: 'displayName' }],
    })
  })

  it.each<[string, Partial<DirectoryValues>, string]>([
    ['no URL', { urls: ' ' }, 'urls'],
    ['a URL of another kind', { urls: 'https://dc1.corp.example' }, 'urls'],
    ['no base DN', { baseDn: '' }, 'baseDn'],
    ['a filter that is none', { userFilter: '(uid={user}' }, 'userFilter'],
    ['a bind DN without a password', { bindDn: 'cn=reader,dc=corp' }, 'bindPassword'],
    ['an authority that is not given', { tlsTrust: 'CA' }, 'tlsCaPem'],
    ['a fingerprint that is not given', { tlsTrust: 'PINNED' }, 'tlsFingerprint'],
    ['StartTLS over what is encrypted', { startTls: true }, 'startTls'],
    ['no timeout', { timeoutSeconds: '' }, 'timeoutSeconds'],
  ])('refuse %s', (_name, given, field) => {
    expect(Object.keys(directoryFaults(whole(given), null))).toEqual([field])
  })

  it('take a bind DN whose password is stored, and anonymous ones', () => {
    expect(directoryFaults(whole({ bindDn: 'cn=reader,dc=corp' }), { hasBindPassword: true })).toEqual({})
    expect(directoryFaults(whole(), null)).toEqual({})
  })

  it.each([
    ['ldap://dc1.corp.example', false, true],
    ['ldap://dc1.corp.example', true, false],
    ['ldaps://dc1.corp.example', false, false],
    ['', false, false],
  ])('%j with StartTLS %j travels in the clear: %j', (urls, startTls, inClear) => {
    expect(isInClear({ urls, startTls })).toBe(inClear)
  })
})

describe('a test', () => {
  it('is told all settings as they are typed, and whose password to take', () => {
    const input = directoryTestInputOf(whole({ bindDn: 'cn=reader,dc=corp' }), ' corp\\jdoe ', 'directory-1')
    expect(input).toMatchObject({ id: 'directory-1', user: 'corp\\jdoe', userFilter: '(sAMAccountName={user})' })
    for (const name of ['bindPassword', 'name', 'domains', 'cacheSeconds']) expect(input).not.toHaveProperty(name)
    expect(testFaults(input)).toEqual({})
    expect(testFaults({ ...input, user: '' })).toEqual({ user: 'Enter a user name' })
  })

  it('shows a certificate that is yet to be pinned: one for each server', () => {
    expect(directoryTestInputOf(whole({ tlsTrust: 'PINNED' }), 'jdoe', undefined)).toMatchObject({ tlsTrust: 'SYSTEM' })
    expect(pinned(whole(), 'AA:BB')).toEqual({ tlsTrust: 'PINNED', tlsFingerprint: 'AA:BB' })
    expect(pinned(whole({ tlsTrust: 'PINNED', tlsFingerprint: 'AA:BB' }), 'CC:DD').tlsFingerprint).toBe('AA:BB, CC:DD')
    expect(pinned(whole({ tlsTrust: 'PINNED', tlsFingerprint: 'AA:BB', urls: 'ldaps://dc1.corp.example' }), 'CC:DD').tlsFingerprint).toBe(
      'CC:DD',
    )
  })
})
