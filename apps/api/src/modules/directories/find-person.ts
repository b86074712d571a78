import { EqualityFilter, ExtensibleFilter, OrFilter, PresenceFilter, type Filter } from 'ldapts'
import { DirectoryFault } from './directory-fault.js'
import type { DirectorySettings } from './directory-settings.js'
import { fillFilter, filterText } from './ldap-filter.js'
import { valuesOf, type LdapEntry } from './ldap-entry.js'
import type { Found, LdapSearch } from './ldap-connection.js'
import { untraced, type Trace } from './ldap-transport.js'
import { isWithin, type PanPerson } from './pan-user.js'
import { GROUPS_MAX, looksLikeDn, mapped, nameOfEntry, requestedAttributes, toPersonFacts, type PersonFacts } from './person.js'

/** What is asked of an open connection. */
export interface Asked {
  search(search: LdapSearch, signal: AbortSignal): Promise<Found>
}

export type PersonFound =
  | { readonly kind: 'found'; readonly facts: PersonFacts; readonly entry: LdapEntry }
  | { readonly kind: 'nobody'; readonly references: readonly string[] }
  /** The filter finds several, and none of them is more this user than the others. */
  | { readonly kind: 'several'; readonly count: string }

export interface FindOptions {
  readonly now: number
  readonly directoryId?: number | undefined
  /** All attributes, to be shown; else those that are needed. */
  readonly everything?: boolean
  readonly trace?: Trace
}

/** More people than could be told apart. */
const CANDIDATES_MAX = 5
/** AD: members of members, too. */
const IN_CHAIN = '1.2.840.113556.1.4.1941'
/** Groups of groups of groups … elsewhere than in AD. */
const NESTING_MAX = 5
const MEMBERS = ['member', 'uniqueMember'] as const
const GROUP_ATTRIBUTES = ['cn', 'name']

type Settings = Pick<DirectorySettings, 'name' | 'preset' | 'baseDn' | 'userFilter' | 'attributes' | 'nestedGroups'>

/** The search for a person: by DN where the line has one that lies within the base DN, else by the filter. */
export function searchFor(
  settings: Pick<Settings, 'baseDn' | 'userFilter'>,
  person: PanPerson,
): Pick<LdapSearch, 'base' | 'scope' | 'filter'> {
  if (person.dn !== undefined && isWithin(person.dn, settings.baseDn)) {
    return { base: person.dn, scope: 'base', filter: new PresenceFilter({ attribute: 'objectClass' }) }
  }
  return { base: settings.baseDn, scope: 'sub', filter: fillFilter(settings.userFilter, person) }
}

/** Looks a person up, with manager and groups. What is known of the person does not fail for want of these two. @throws DirectoryFault */
export async function findPerson(
  connection: Asked,
  settings: Settings,
  person: PanPerson,
  signal: AbortSignal,
  { now, directoryId, everything = false, trace = untraced }: FindOptions,
): Promise<PersonFound> {
  const { attributes: map } = settings
  const attributes = [...(everything ? ['*'] : []), ...requestedAttributes(map)]
  const asked = { ...searchFor(settings, person), attributes, atMost: CANDIDATES_MAX }
  const found = await trace('Search', () => connection.search(asked, signal), describe)
  if (found.entries.length === 0) return { kind: 'nobody', references: found.references }
  const entry = found.cut ? undefined : theOne(found.entries, person)
  if (!entry) return { kind: 'several', count: found.cut ? `more than ${CANDIDATES_MAX}` : String(found.entries.length) }
  const manager = await trace(
    'Manager',
    () => managerOf(connection, mapped(entry, map, 'manager')[0], signal),
    text => text ?? 'none',
  )
  const groups = await trace(
    'Groups',
    () => groupsOf(connection, settings, entry, signal),
    names => countOf(names, entry, settings),
  )
  const directory = { name: settings.name, id: directoryId }
  return { kind: 'found', facts: toPersonFacts(entry, map, directory, { manager, groups }, now), entry }
}

function describe({ entries, references, cut }: Found): string {
  const count = `${cut ? 'more than ' : ''}${entries.length} found`
  return references.length === 0 ? count : `${count}; not followed: ${references.join(', ').slice(0, 200)}`
}

const countOf = (names: readonly string[] | undefined, entry: LdapEntry, { attributes }: Settings): string =>
  String(names?.length ?? mapped(entry, attributes, 'groups').length)

/** One entry, or the only one whose address, else whose account name, is the very one that was sent. */
function theOne(entries: readonly LdapEntry[], { mail, account }: PanPerson): LdapEntry | undefined {
  if (entries.length === 1) return entries[0]
  const having = (names: readonly string[], wanted: string): readonly LdapEntry[] =>
    entries.filter(entry => names.some(name => valuesOf(entry, name).some(value => String(value).toLowerCase() === wanted.toLowerCase())))
  for (const matching of [having(['userPrincipalName', 'mail'], mail), having(['sAMAccountName', 'uid'], account)]) {
    if (matching.length === 1) return matching[0]
  }
  return undefined
}

/** undefined: none, or nobody tells who it is. */
async function managerOf(connection: Asked, dn: string | undefined, signal: AbortSignal): Promise<string | undefined> {
  if (dn === undefined || !looksLikeDn(dn)) return undefined
  const filter = new PresenceFilter({ attribute: 'objectClass' })
  const attributes = ['displayName', 'cn', 'givenName', 'sn']
  const found = await unlessRefused(connection.search({ base: dn, scope: 'base', filter, attributes, atMost: 1 }, signal))
  const [entry] = found?.entries ?? []
  return entry && nameOfEntry(entry)
}

/** Names of the groups; undefined: those that the entry itself names. */
async function groupsOf(connection: Asked, settings: Settings, entry: LdapEntry, signal: AbortSignal): Promise<string[] | undefined> {
  if (settings.attributes.groups === undefined) return []
  if (settings.preset === 'ACTIVE_DIRECTORY') {
    if (!settings.nestedGroups) return undefined
    const inChain = new ExtensibleFilter({ matchType: 'member', rule: IN_CHAIN, value: entry.dn })
    return (await searchGroups(connection, settings, inChain, GROUPS_MAX, signal))?.map(groupName)
  }
  const named = mapped(entry, settings.attributes, 'groups')
  if (named.length > 0 && !settings.nestedGroups) return undefined
  return nestedGroups(connection, settings, entry, signal)
}

/** Level by level: the groups of the person, the groups of these … A group that holds itself is met once. */
async function nestedGroups(connection: Asked, settings: Settings, entry: LdapEntry, signal: AbortSignal): Promise<string[] | undefined> {
  const known = new Map<string, LdapEntry>()
  let members = [entry.dn]
  const uid = valuesOf(entry, 'uid').find(value => typeof value === 'string')
  for (let level = 0; members.length > 0 && known.size < GROUPS_MAX && level < (settings.nestedGroups ? NESTING_MAX : 1); level++) {
    const conditions = members.flatMap(dn => MEMBERS.map(attribute => new EqualityFilter({ attribute, value: dn })))
    if (level === 0 && uid !== undefined) conditions.push(new EqualityFilter({ attribute: 'memberUid', value: uid }))
    const found = await searchGroups(connection, settings, new OrFilter({ filters: conditions }), GROUPS_MAX - known.size, signal)
    if (!found) return level === 0 ? undefined : [...known.values()].map(groupName)
    const fresh = found.filter(group => !known.has(group.dn.toLowerCase()))
    for (const group of fresh) known.set(group.dn.toLowerCase(), group)
    members = fresh.map(group => group.dn)
  }
  return [...known.values()].map(groupName)
}

async function searchGroups(
  connection: Asked,
  { baseDn }: Settings,
  members: Filter,
  atMost: number,
  signal: AbortSignal,
): Promise<readonly LdapEntry[] | undefined> {
  const search = { base: baseDn, scope: 'sub', filter: members, attributes: GROUP_ATTRIBUTES, atMost, inPages: true } as const
  try {
    return (await unlessRefused(connection.search(search, signal)))?.entries
  } catch (error) {
    // Groups of groups of groups can take a directory longer than anybody waits: then those that the entry names must do.
    const tookTooLong = error instanceof DirectoryFault && error.kind === 'UNREACHABLE' && !error.lostConnection
    if (tookTooLong && !signal.aborted) return undefined
    throw error
  }
}

const groupName = (group: LdapEntry): string => nameOfEntry(group) ?? group.dn

/** undefined: the directory does not tell. A directory that has gone away is a fault all the same. */
async function unlessRefused(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found
  } catch (error) {
    if (error instanceof DirectoryFault && (error.kind === 'CREDENTIALS' || error.kind === 'SETTINGS')) return undefined
    throw error
  }
}

export const shownFilter = (settings: Pick<Settings, 'baseDn' | 'userFilter'>, person: PanPerson): string =>
  filterText(searchFor(settings, person).filter)
