import type { Entry } from 'ldapts'
import { describe, expect, it } from 'vitest'
import { avatarJpeg } from '../../../../../test/support/avatar.js'
import { toLdapEntry } from './ldap-entry.js'
import { readPersonFacts, requestedAttributes, toPersonFacts, type Relations } from './person.js'
import { PRESETS } from './presets.js'

const NOW = Date.UTC(2026, 10, 24)
const DN = 'uid=jdoe,ou=People,dc=corp,dc=example'
const factsOf = (attributes: Omit<Entry, 'dn'>, relations: Relations = {}, preset = PRESETS.OPENLDAP) =>
  toPersonFacts(toLdapEntry({ dn: DN, ...attributes }), preset.attributes, { name: 'Corp', id: 3 }, relations, NOW)

it('takes each fact from its attribute', () => {
  const facts = factsOf(
    {
      displayName: 'Jane Doe',
      mail: ['jane.doe@corp.example', 'jd@corp.example'],
      title: 'Accountant',
      DEPARTMENT: 'Finance',
      company: 'Corp',
      physicalDeliveryOfficeName: '2.11',
      l: 'Berlin',
      telephoneNumber: '+49 30 1',
      mobile: '+49 170 1',
      manager: 'CN=Lang\\, Martina,DC=corp',
      memberOf: ['CN=Sales\\, EMEA,DC=corp', 'CN=Staff,DC=corp'],
      thumbnailPhoto: avatarJpeg(1),
      userAccountControl: '514',
    },
    {},
    PRESETS.ACTIVE_DIRECTORY,
  )
  expect(facts).toEqual({
    displayName: 'Jane Doe',
    mail: 'jane.doe@corp.example',
    title: 'Accountant',
    department: 'Finance',
    company: 'Corp',
    office: '2.11',
    city: 'Berlin',
    phone: '+49 30 1',
    mobile: '+49 170 1',
    manager: 'Lang, Martina',
    groups: ['Sales, EMEA', 'Staff'],
    accountState: 'DISABLED',
    photo: `data:image/jpeg;base64,${avatarJpeg(1).toString('base64')}`,
    distinguishedName: DN,
    directory: 'Corp',
    directoryId: 3,
  })
  expect(readPersonFacts(JSON.parse(JSON.stringify(facts)))).toEqual(facts)
})

describe('names', () => {
  it.each([
    [{ displayName: 'Jane Doe', cn: 'jdoe' }, 'Jane Doe'],
    [{ cn: 'Jane D.' }, 'Jane D.'],
    [{ givenName: 'Jane', sn: 'Doe' }, 'Jane Doe'],
    [{}, 'jdoe'],
    [{ displayName: ['', '  '], cn: 'x' }, 'x'],
    [{ displayName: 'Zoë\u0000\n Müller\u202e' }, 'Zoë Müller'],
    [{ displayName: Buffer.from([0xff, 0xfe]) }, 'jdoe'],
    [{ displayName: '𝒿'.repeat(500) }, '𝒿'.repeat(256)],
  ])('%#', (attributes, name) => expect(factsOf(attributes).displayName).toBe(name))
})

it('prefers what was searched for', () => {
  const facts = factsOf(
    { manager: 'uid=mlang,dc=corp', memberOf: 'cn=One,dc=corp' },
    { manager: 'Martina Lang', groups: ['One', 'Two', 'One', ' '] },
  )
  expect(facts).toMatchObject({ manager: 'Martina Lang', groups: ['One', 'Two'] })
})

it('takes a manager who is written as a name', () => expect(factsOf({ manager: 'Martina Lang' }).manager).toBe('Martina Lang'))

it('keeps no more than 200 groups', () => {
  const memberOf = Array.from({ length: 5_000 }, (_, nth) => `cn=Group ${nth},dc=corp`)
  expect(factsOf({ 'memberOf;range=0-1499': memberOf }).groups).toHaveLength(200)
})

describe('photos', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(10)])
  it.each([
    [avatarJpeg(2), /^data:image\/jpeg;base64,/],
    [png, /^data:image\/png;base64,/],
    [[Buffer.from('GIF89a'), png], /^data:image\/png;base64,/],
  ])('%#', (jpegPhoto, url) => expect(factsOf({ jpegPhoto }).photo).toMatch(url))

  it.each([
    ['text', '<svg onload="alert(1)">'],
    ['other bytes', Buffer.from('GIF89a')],
    ['too large', Buffer.concat([avatarJpeg(1), Buffer.alloc(75_000)])],
    ['nothing', Buffer.alloc(0)],
  ])('%s is none', (_, jpegPhoto) => expect(factsOf({ jpegPhoto }).photo).toBeUndefined())
})

it('fits into what is stored, whatever comes', () => {
  const long = 'ü'.repeat(2_000)
  const memberOf = Array.from({ length: 400 }, (_, nth) => `cn=${nth}${'\u{1f600}'.repeat(400)},dc=corp`)
  const facts = factsOf({
    displayName: long,
    title: long,
    o: long,
    memberOf,
    jpegPhoto: Buffer.concat([avatarJpeg(1), Buffer.alloc(70_000)]),
  })
  expect(Buffer.byteLength(JSON.stringify(facts))).toBeLessThanOrEqual(64_000)
  expect(facts.photo).toBeUndefined()
  expect(facts.groups.length).toBeGreaterThan(10)
})

it('asks for what it needs, each once', () => {
  const names = requestedAttributes(PRESETS.ACTIVE_DIRECTORY.attributes)
  expect(names).toEqual(
    expect.arrayContaining(['memberOf', 'thumbnailPhoto', 'userAccountControl', 'msDS-User-Account-Control-Computed', 'cn']),
  )
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
})

it.each([null, 'text', 7, []])('reads no facts from %j', stored => expect(readPersonFacts(stored)).toBeUndefined())

it('reads what older versions stored', () => {
  expect(readPersonFacts({ displayName: 7, groups: 'x', accountState: 'ASLEEP', mail: 'a@b' })).toMatchObject({
    mail: 'a@b',
    groups: [],
    accountState: 'UNKNOWN',
  })
})
