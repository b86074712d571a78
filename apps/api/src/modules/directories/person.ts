import type { AccountState, PersonAttribute } from '@sallyport/shared'
import { z } from 'zod'
import { ACCOUNT_STATE_ATTRIBUTES, accountStateOf } from './account-state.js'
import type { AttributeMap } from './directory-settings.js'
import { valuesOf, type LdapEntry } from './ldap-entry.js'
import { dnParts } from './pan-user.js'

export const GROUPS_MAX = 200
const TEXT_MAX_LENGTH = 256
/** A data: URL of it has 100 KB. */
export const PHOTO_MAX_BYTES = 75_000
/** What one stored answer may have as JSON (LookupAnswer), less what the rest of an answer takes. */
const FACTS_MAX_BYTES = 64_000

/** Facts of one value each, beside the manager. */
const PLAIN = ['displayName', 'mail', 'title', 'department', 'company', 'office', 'city', 'phone', 'mobile'] as const

const text = z.string().optional().catch(undefined)

/** What is stored of a person. Names of keys are part of stored data: peopleWhere searches them. */
const personFacts = z.object({
  displayName: text,
  mail: text,
  title: text,
  department: text,
  company: text,
  office: text,
  city: text,
  phone: text,
  mobile: text,
  manager: text,
  groups: z.array(z.string()).catch([]),
  accountState: z.enum(['ACTIVE', 'DISABLED', 'LOCKED', 'EXPIRED', 'UNKNOWN']).catch('UNKNOWN'),
  photo: text,
  distinguishedName: text,
  directory: text,
  directoryId: z.number().optional().catch(undefined),
})
export type PersonFacts = z.infer<typeof personFacts>

/** Stored facts; undefined where they are none. Never throws. */
export function readPersonFacts(stored: unknown): PersonFacts | undefined {
  const parsed = personFacts.safeParse(stored)
  return parsed.success ? parsed.data : undefined
}

/** What a search must ask for. */
export function requestedAttributes(map: AttributeMap): string[] {
  const names = [...Object.values(map), ...IDENTITY, ...NAME_FALLBACKS, ...ACCOUNT_STATE_ATTRIBUTES]
  return [...new Map(names.map(name => [name.toLowerCase(), name])).values()]
}

/** By which a person is told from others whom the filter finds, too. */
const IDENTITY = ['sAMAccountName', 'uid', 'userPrincipalName', 'mail', 'objectClass'] as const
const NAME_FALLBACKS = ['cn', 'givenName', 'sn'] as const

export interface Relations {
  /** Name of the manager, where the entry names one by its DN and the directory tells who that is. */
  readonly manager?: string | undefined
  /** Groups that were searched for; undefined: those of the entry. */
  readonly groups?: readonly string[] | undefined
}

/** From an entry to what is shown; lengths and counts are bounded, whatever the directory sends. */
export function toPersonFacts(
  entry: LdapEntry,
  map: AttributeMap,
  directory: { readonly name: string; readonly id?: number | undefined },
  relations: Relations,
  now: number,
): PersonFacts {
  const plain = Object.fromEntries(PLAIN.map(attribute => [attribute, firstText(entry, map[attribute])]))
  const groups = relations.groups ?? groupNames(mapped(entry, map, 'groups'))
  const facts: PersonFacts = {
    ...plain,
    displayName: firstText(entry, map.displayName) ?? nameOfEntry(entry),
    manager: relations.manager ?? managerAsWritten(mapped(entry, map, 'manager')[0]),
    groups: [...new Set(groups.map(cleanText))].filter(name => name !== '').slice(0, GROUPS_MAX),
    accountState: accountStateOf(entry, now) satisfies AccountState,
    photo: photoOf(valuesOf(entry, map.photo)),
    distinguishedName: cutText(entry.dn, 1_000),
    directory: directory.name,
    directoryId: directory.id,
  }
  return fitting(facts)
}

/** DNs or names of the attribute as texts. */
export const mapped = (entry: LdapEntry, map: AttributeMap, attribute: PersonAttribute): string[] =>
  valuesOf(entry, map[attribute]).filter(value => typeof value === 'string')

/** Name of an entry that stands for a person or a group. */
export function nameOfEntry(entry: LdapEntry): string | undefined {
  const [given, family] = [firstText(entry, 'givenName'), firstText(entry, 'sn')]
  const whole = given !== undefined && family !== undefined ? `${given} ${family}` : undefined
  return firstText(entry, 'displayName') ?? firstText(entry, 'cn') ?? whole ?? nameInDn(entry.dn)
}

/** The value of the first part: `Sales, EMEA` of `CN=Sales\, EMEA,OU=Groups,DC=corp,DC=example`. */
export const nameInDn = (dn: string): string | undefined => emptyToUndefined(cleanText(dnParts(dn)[0]?.value ?? ''))

export const looksLikeDn = (value: string): boolean => dnParts(value).length > 0 && value.includes('=')

const groupNames = (values: readonly string[]): string[] =>
  values.slice(0, 10 * GROUPS_MAX).map(value => (looksLikeDn(value) ? (nameInDn(value) ?? '') : value))

function managerAsWritten(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  return looksLikeDn(value) ? nameInDn(value) : emptyToUndefined(cleanText(value))
}

function firstText(entry: LdapEntry, name: string | undefined): string | undefined {
  const texts = valuesOf(entry, name).filter(value => typeof value === 'string')
  return texts.map(cleanText).find(value => value !== '')
}

/** One line without control characters. PostgreSQL stores no NUL, and half a surrogate pair is no JSON. */
export const cleanText = (value: string): string =>
  cutText(value.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim(), TEXT_MAX_LENGTH)

const cutText = (value: string, length: number): string => (value.length <= length ? value : [...value].slice(0, length).join(''))

const emptyToUndefined = (value: string): string | undefined => (value === '' ? undefined : value)

const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** As a data: URL, where it is a JPEG or PNG of a bearable size: what it says it is does not count. */
function photoOf(values: readonly (string | Buffer)[]): string | undefined {
  for (const value of values) {
    if (typeof value === 'string' || value.length > PHOTO_MAX_BYTES) continue
    const type = value.subarray(0, JPEG.length).equals(JPEG) ? 'jpeg' : value.subarray(0, PNG.length).equals(PNG) ? 'png' : undefined
    if (type !== undefined) return `data:image/${type};base64,${value.toString('base64')}`
  }
  return undefined
}

/** The photo goes first, then the last groups: names and numbers are what an analyst needs. */
function fitting(facts: PersonFacts): PersonFacts {
  const size = (given: PersonFacts): number => Buffer.byteLength(JSON.stringify(given))
  if (size(facts) <= FACTS_MAX_BYTES) return facts
  let fits: PersonFacts = { ...facts, photo: undefined }
  while (size(fits) > FACTS_MAX_BYTES && fits.groups.length > 0) fits = { ...fits, groups: fits.groups.slice(0, -10) }
  return fits
}
