import { DirectoryPreset } from '@sallyport/shared'
import type { AttributeMap } from './directory-settings.js'

export interface PresetSettings {
  readonly preset: DirectoryPreset
  readonly userFilter: string
  readonly attributes: AttributeMap
  readonly nestedGroups: boolean
}

/** Names that all of them share, from X.520 and inetOrgPerson. */
const COMMON: AttributeMap = {
  displayName: 'displayName',
  mail: 'mail',
  title: 'title',
  city: 'l',
  phone: 'telephoneNumber',
  mobile: 'mobile',
  manager: 'manager',
  groups: 'memberOf',
}
const INET_ORG_PERSON: AttributeMap = {
  ...COMMON,
  department: 'departmentNumber',
  company: 'o',
  office: 'physicalDeliveryOfficeName',
  photo: 'jpegPhoto',
}

/** Where a new directory starts from. */
export const PRESETS: Readonly<Record<DirectoryPreset, PresetSettings>> = {
  ACTIVE_DIRECTORY: {
    preset: 'ACTIVE_DIRECTORY',
    userFilter:
      '(&(objectCategory=person)(objectClass=user)(|(sAMAccountName={user})(userPrincipalName={mail})(mail={mail})(proxyAddresses=smtp:{mail})))',
    attributes: {
      ...COMMON,
      department: 'department',
      company: 'company',
      office: 'physicalDeliveryOfficeName',
      photo: 'thumbnailPhoto',
    },
    nestedGroups: true,
  },
  OPENLDAP: {
    preset: 'OPENLDAP',
    userFilter: '(&(objectClass=inetOrgPerson)(|(uid={user})(mail={mail})))',
    attributes: INET_ORG_PERSON,
    nestedGroups: false,
  },
  CUSTOM: { preset: 'CUSTOM', userFilter: '(|(uid={user})(mail={mail}))', attributes: INET_ORG_PERSON, nestedGroups: false },
}

export const ALL_PRESETS: readonly PresetSettings[] = Object.values(DirectoryPreset).map(preset => PRESETS[preset])
