import { describe, expect, it } from 'vitest'
import { DirectoryFault } from './directory-fault.js'
import { findPerson, searchFor, type Asked } from './find-person.js'
import { filterText } from './ldap-filter.js'
import { toLdapEntry, type LdapEntry } from './ldap-entry.js'
import type { LdapSearch } from './ldap-connection.js'
import { parsePanUser, type PanPerson } from './pan-user.js'
import { PRESETS } from './presets.js'

const NOW = Date.UTC(2026, 10, 24)
const BASE = 'dc=corp,dc=example'
const AD = { name: 'Corp', baseDn: BASE, ...PRESETS.ACTIVE_DIRECTORY }

const person = (name: string): PanPerson => parsePanUser(name) as PanPerson
const entry = (dn: string, attributes: Record<string, string | string[]> = {}): LdapEntry => toLdapEntry({ dn, ...attributes })

/** Answers searches by what is in their filter; keeps what was asked. */
function directory(answers: Readonly<Record<string, readonly LdapEntry[] | Error>>): Asked & { readonly asked: LdapSearch[] } {
  const asked: LdapSearch[] = []
  return {
    asked,
    search: async search => {
      asked.push(search)
      const text = `${search.scope} ${search.base} ${filterText(search.filter)}`
      const [, answer = []] = Object.entries(answers).find(([part]) => text.includes(part)) ?? []
      if (answer instanceof Error) throw answer
      return { entries: answer.slice(0, search.atMost), references: [], cut: answer.length > search.atMost }
    },
  }
}

const find = (connection: Asked, name: string, settings = AD) =>
  findPerson(connection, settings, person(name), new AbortController().signal, { now: NOW, directoryId: 1 })

const JANE = entry('cn=Jane,dc=corp,dc=example', {
  displayName: 'Jane Doe',
  sAMAccountName: 'jdoe',
  manager: 'cn=Boss,dc=corp,dc=example',
  memberOf: ['cn=Direct,dc=corp'],
})

describe('in Active Directory', () => {
  it('finds groups of groups with one question', async () => {
    const connection = directory({
      'sAMAccountName=jdoe': [JANE],
      'base cn=Boss': [entry('cn=Boss,dc=corp,dc=example', { displayName: 'The Boss' })],
      'member:1.2.840.113556.1.4.1941:=cn=Jane,dc=corp,dc=example': ['Direct', 'Around'].map(cn => entry(`cn=${cn},dc=corp`, { cn })),
    })
    const found = await find(connection, 'corp\\jdoe')
    expect(found).toMatchObject({
      kind: 'found',
      facts: { displayName: 'Jane Doe', manager: 'The Boss', groups: ['Direct', 'Around'], directoryId: 1 },
    })
    expect(connection.asked.map(({ scope, base, atMost }) => [scope, base, atMost])).toEqual([
      ['sub', BASE, 5],
      ['base', 'cn=Boss,dc=corp,dc=example', 1],
      ['sub', BASE, 200],
    ])
  })

  it('takes the groups of the entry where none are to be searched for', async () => {
    const connection = directory({ 'sAMAccountName=jdoe': [JANE] })
    expect(await find(connection, 'jdoe', { ...AD, nestedGroups: false })).toMatchObject({ facts: { groups: ['Direct'], manager: 'Boss' } })
    expect(connection.asked).toHaveLength(2)
  })

  it.each([
    ['refused', new DirectoryFault('CREDENTIALS', 'no')],
    ['too slow', new DirectoryFault('UNREACHABLE', 'no answer in time')],
  ])('makes do with the groups of the entry when the search is %s', async (_, fault) => {
    const connection = directory({ 'sAMAccountName=jdoe': [JANE], '1.2.840.113556.1.4.1941': fault })
    expect(await find(connection, 'jdoe')).toMatchObject({ kind: 'found', facts: { groups: ['Direct'] } })
  })

  it('fails when the connection is lost, to be asked again', async () => {
    const lost = new DirectoryFault('UNREACHABLE', 'lost', { lostConnection: true })
    await expect(find(directory({ 'sAMAccountName=jdoe': [JANE], '1.2.840.113556.1.4.1941': lost }), 'jdoe')).rejects.toBe(lost)
    await expect(find(directory({ 'sAMAccountName=jdoe': [JANE], 'base cn=Boss': lost }), 'jdoe')).rejects.toBe(lost)
  })
})

describe('several entries', () => {
  const other = entry('cn=Other,dc=corp,dc=example', { sAMAccountName: 'other', mail: 'jdoe@corp.example' })
  it('are told apart by the address', async () => {
    expect(await find(directory({ 'jdoe@corp.example': [JANE, other] }), 'jdoe@corp.example')).toMatchObject({
      facts: { distinguishedName: other.dn },
    })
  })
  it('are told apart by the account', async () => {
    expect(await find(directory({ '=JDOE': [JANE, other] }), 'corp\\JDOE')).toMatchObject({ facts: { distinguishedName: JANE.dn } })
  })
  it('are nobody when they are alike', async () => {
    expect(await find(directory({ '=jdoe': [JANE, JANE] }), 'jdoe')).toEqual({ kind: 'several', count: '2' })
  })
  it('are nobody when there are many', async () => {
    expect(await find(directory({ '=jdoe': Array.from({ length: 9 }, () => other) }), 'jdoe')).toEqual({
      kind: 'several',
      count: 'more than 5',
    })
  })
})

it('asks for a DN as such, where it lies in the directory', () => {
  const [inside, outside] = [`uid=jdoe,ou=People,${BASE}`, 'uid=jdoe,dc=other']
  expect(searchFor(AD, person(inside))).toMatchObject({ scope: 'base', base: inside })
  expect(searchFor(AD, person(outside))).toMatchObject({ scope: 'sub', base: BASE })
})

it('finds nobody', async () => expect(await find(directory({}), 'jdoe')).toEqual({ kind: 'nobody', references: [] }))
