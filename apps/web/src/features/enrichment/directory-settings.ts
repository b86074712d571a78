import {
  type DirectoryPreset,
  directoryTestInput,
  directoryUpdateInput,
  parseLdapUrl,
  PersonAttribute,
  type TlsTrust,
} from '@sallyport/shared'
import type { DirectoryPanel_DirectoryFragment, DirectoryTestInput } from '../../gql/graphql'
import { changesOf, faultsIn, type SettingsModel } from './settings-model'

/** What the panel of a directory holds. The password is only ever written. */
export interface DirectoryValues {
  readonly name: string
  readonly enabled: boolean
  readonly preset: DirectoryPreset
  /** One a line. */
  readonly urls: string
  readonly startTls: boolean
  readonly tlsTrust: TlsTrust
  readonly tlsCaPem: string
  readonly tlsFingerprint: string
  readonly bindDn: string
  readonly bindPassword: string
  readonly baseDn: string
  readonly domains: readonly string[]
  readonly userFilter: string
  /** LDAP attribute of each; empty: not looked up. */
  readonly attributes: Readonly<Record<string, string>>
  readonly nestedGroups: boolean
  readonly timeoutSeconds: number | string
  readonly cacheSeconds: number
  readonly unknownCacheSeconds: number
}

interface Mapping {
  readonly attribute: string
  readonly name: string
}

type Plain = 'name' | 'enabled' | 'preset' | 'startTls' | 'tlsTrust' | 'bindDn' | 'baseDn' | 'userFilter' | 'nestedGroups'
type Times = 'timeoutSeconds' | 'cacheSeconds' | 'unknownCacheSeconds'

interface DirectorySettings extends Pick<DirectoryValues, Plain>, Readonly<Record<Times, number>> {
  readonly urls: string[]
  readonly tlsCaPem: string | null
  readonly tlsFingerprint: string | null
  readonly domains: string[]
  readonly attributes: Mapping[]
}

/** What a preset fills in. */
export interface Preset extends Pick<DirectoryValues, 'preset' | 'userFilter' | 'nestedGroups'> {
  readonly attributes: readonly Mapping[]
}

export const PRESET_WORDS: Readonly<Record<DirectoryPreset, string>> = {
  ACTIVE_DIRECTORY: 'Active Directory',
  OPENLDAP: 'OpenLDAP',
  CUSTOM: 'Another LDAP server',
}

export const ATTRIBUTE_WORDS: Readonly<Record<PersonAttribute, string>> = {
  displayName: 'Display name',
  mail: 'Mail',
  title: 'Title',
  department: 'Department',
  company: 'Company',
  office: 'Office',
  city: 'City',
  phone: 'Phone',
  mobile: 'Mobile',
  manager: 'Manager',
  groups: 'Groups',
  photo: 'Photo',
}
const ATTRIBUTES = Object.values(PersonAttribute)

/** The order in which mappings are stored is not a setting. */
const mappingsOf = (attributes: DirectoryValues['attributes']): Mapping[] =>
  ATTRIBUTES.map(attribute => ({ attribute, name: (attributes[attribute] ?? '').trim() })).filter(({ name }) => name !== '')

export const attributeValues = (mappings: readonly Mapping[]): Record<string, string> => ({
  ...Object.fromEntries(ATTRIBUTES.map(attribute => [attribute, ''])),
  ...Object.fromEntries(mappings.map(({ attribute, name }) => [attribute, name])),
})

const linesOf = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map(line => line.trim())
    .filter(line => line !== '')

export const DIRECTORY_MODEL: SettingsModel<DirectoryValues, DirectorySettings> = {
  labels: {
    name: 'Name',
    enabled: 'Enabled',
    preset: 'Type',
    urls: 'Servers',
    startTls: 'StartTLS',
    tlsTrust: 'Certificate',
    tlsCaPem: 'Certificate of the authority',
    tlsFingerprint: 'Fingerprint',
    bindDn: 'Bind DN',
    baseDn: 'Base DN',
    domains: 'Domains',
    userFilter: 'User filter',
    attributes: 'Attributes',
    nestedGroups: 'Groups of groups',
    timeoutSeconds: 'Timeout',
    cacheSeconds: 'Answers are kept',
    unknownCacheSeconds: '‘Not found’ is kept',
  },
  settingsOf: values => ({
    name: values.name.trim(),
    enabled: values.enabled,
    preset: values.preset,
    urls: linesOf(values.urls),
    startTls: values.startTls,
    tlsTrust: values.tlsTrust,
    tlsCaPem: values.tlsTrust === 'CA' ? values.tlsCaPem.trim() || null : null,
    tlsFingerprint: values.tlsTrust === 'PINNED' ? values.tlsFingerprint.trim() || null : null,
    bindDn: values.bindDn.trim(),
    baseDn: values.baseDn.trim(),
    domains: values.domains.map(domain => domain.trim().toLowerCase()),
    userFilter: values.userFilter.trim(),
    attributes: mappingsOf(values.attributes),
    nestedGroups: values.nestedGroups,
    timeoutSeconds: values.timeoutSeconds === '' ? Number.NaN : Number(values.timeoutSeconds),
    cacheSeconds: values.cacheSeconds,
    unknownCacheSeconds: values.unknownCacheSeconds,
  }),
}

/** Fields that lie in the section More. */
export const MORE_DIRECTORY_FIELDS = ['userFilter', 'attributes', 'nestedGroups', 'timeoutSeconds', 'cacheSeconds', 'unknownCacheSeconds']

const EMPTY: DirectoryValues = {
  name: '',
  enabled: true,
  preset: 'ACTIVE_DIRECTORY',
  urls: '',
  startTls: false,
  tlsTrust: 'SYSTEM',
  tlsCaPem: '',
  tlsFingerprint: '',
  bindDn: '',
  bindPassword: '',
  baseDn: '',
  domains: [],
  userFilter: '',
  attributes: attributeValues([]),
  nestedGroups: false,
  timeoutSeconds: 5,
  cacheSeconds: 86_400,
  unknownCacheSeconds: 3_600,
}

/** What the preset fills in; nothing where there is none of that name. */
export function presetValues(
  presets: readonly Preset[],
  name: DirectoryPreset,
): Partial<Pick<DirectoryValues, 'userFilter' | 'attributes' | 'nestedGroups'>> {
  const preset = presets.find(each => each.preset === name)
  if (!preset) return {}
  return { userFilter: preset.userFilter, attributes: attributeValues(preset.attributes), nestedGroups: preset.nestedGroups }
}

export const newDirectoryValues = (presets: readonly Preset[]): DirectoryValues => ({ ...EMPTY, ...presetValues(presets, EMPTY.preset) })

export const directoryValuesOf = (directory: DirectoryPanel_DirectoryFragment): DirectoryValues => ({
  name: directory.name,
  enabled: directory.enabled,
  preset: directory.preset,
  urls: directory.urls.join('\n'),
  startTls: directory.startTls,
  tlsTrust: directory.tlsTrust,
  tlsCaPem: directory.tlsCaPem ?? '',
  tlsFingerprint: directory.tlsFingerprint ?? '',
  bindDn: directory.bindDn,
  bindPassword: '',
  baseDn: directory.baseDn,
  domains: [...directory.domains],
  userFilter: directory.userFilter,
  attributes: attributeValues(directory.attributes),
  nestedGroups: directory.nestedGroups,
  timeoutSeconds: directory.timeoutSeconds,
  cacheSeconds: directory.cacheSeconds,
  unknownCacheSeconds: directory.unknownCacheSeconds,
})

/** Nothing typed leaves what is stored as it is. */
const passwordInput = ({ bindDn, bindPassword }: DirectoryValues): { bindPassword?: string } =>
  bindDn.trim() !== '' && bindPassword !== '' ? { bindPassword } : {}

export const directoryCreateInputOf = (values: DirectoryValues) => ({ ...DIRECTORY_MODEL.settingsOf(values), ...passwordInput(values) })

/** Only what the person changed. Without a name to bind with there is no password to keep. */
export function directoryUpdateInputOf(before: DirectoryValues, values: DirectoryValues) {
  const changes = changesOf(DIRECTORY_MODEL, before, values)
  return { ...changes, ...(changes.bindDn === '' ? { bindPassword: '' } : passwordInput(values)) }
}

/**
 * What is wrong with each field, as the server would say.
 * @param stored the directory that is edited; null: a new one
 */
export function directoryFaults(values: DirectoryValues, stored: { readonly hasBindPassword: boolean } | null): Record<string, string> {
  const faults = faultsIn(directoryUpdateInput, directoryCreateInputOf(values))
  return { ...neededWith(values, stored), ...faults }
}

/** What other choices make necessary. */
function neededWith(values: DirectoryValues, stored: { readonly hasBindPassword: boolean } | null): Record<string, string> {
  const needed: Record<string, string> = {}
  if (values.bindDn.trim() !== '' && values.bindPassword === '' && stored?.hasBindPassword !== true)
    needed['bindPassword'] = 'Enter the password of the bind DN'
  if (values.tlsTrust === 'CA' && values.tlsCaPem.trim() === '') needed['tlsCaPem'] = 'Paste the certificate of the authority'
  if (values.tlsTrust === 'PINNED' && values.tlsFingerprint.trim() === '')
    needed['tlsFingerprint'] = 'Test the directory: its server shows its certificate'
  if (values.startTls && linesOf(values.urls).some(url => parseLdapUrl(url)?.secure))
    needed['startTls'] = 'StartTLS is for ldap:// URLs: ldaps:// is encrypted already'
  return needed
}

/** Whether a server is asked without encryption: names and the password would travel in the clear. */
export const isInClear = ({ urls, startTls }: Pick<DirectoryValues, 'urls' | 'startTls'>): boolean =>
  !startTls && linesOf(urls).some(url => parseLdapUrl(url)?.secure === false)

/**
 * What a test is to be told: the settings as they are typed.
 * @param id of the directory that is edited: what is not typed, as the password, is taken from there
 */
export function directoryTestInputOf(values: DirectoryValues, user: string, id: string | undefined): DirectoryTestInput {
  const {
    name: _,
    enabled: __,
    domains: ___,
    cacheSeconds: ____,
    unknownCacheSeconds: _____,
    ...tested
  } = DIRECTORY_MODEL.settingsOf(values)
  // A certificate that is yet to be pinned is shown by a test that does not trust it.
  const tlsTrust = tested.tlsTrust === 'PINNED' && tested.tlsFingerprint === null ? 'SYSTEM' : tested.tlsTrust
  return { ...(id !== undefined && { id }), user: user.trim(), ...tested, tlsTrust, ...passwordInput(values) }
}

/** What the form holds when a person has said that the certificate is the right one. Each of several servers has its own. */
export function pinned(values: DirectoryValues, fingerprint: string): Pick<DirectoryValues, 'tlsTrust' | 'tlsFingerprint'> {
  const others = values.tlsTrust === 'PINNED' && linesOf(values.urls).length > 1 ? values.tlsFingerprint.trim() : ''
  return { tlsTrust: 'PINNED', tlsFingerprint: others === '' ? fingerprint : `${others}, ${fingerprint}` }
}

/** Of the fields that a test needs, and of `user`. A certificate need not be known: the test shows it. */
export function testFaults(input: DirectoryTestInput): Record<string, string> {
  return faultsIn(directoryTestInput, input)
}
