/** What can be known about: the kinds of lists, and hosts by name. */
export const ObservableKind = {
  ADDRESS: 'ADDRESS',
  DOMAIN: 'DOMAIN',
  URL: 'URL',
  FILE_HASH: 'FILE_HASH',
  USER: 'USER',
  HOST: 'HOST',
} as const
export type ObservableKind = (typeof ObservableKind)[keyof typeof ObservableKind]

/** Who is asked, over the network. Part of the key of stored answers. */
export const LookupProviderId = {
  DIRECTORY: 'DIRECTORY',
  WILDFIRE_VERDICT: 'WILDFIRE_VERDICT',
  WILDFIRE_REPORT: 'WILDFIRE_REPORT',
  ABUSEIPDB: 'ABUSEIPDB',
  VIRUSTOTAL: 'VIRUSTOTAL',
  GREYNOISE: 'GREYNOISE',
  REVERSE_DNS: 'REVERSE_DNS',
} as const
export type LookupProviderId = (typeof LookupProviderId)[keyof typeof LookupProviderId]

/** NOT_ASKED: nobody wanted it yet, or it may not be asked. UNKNOWN: the provider knows nothing of it. */
export const LookupState = {
  NOT_ASKED: 'NOT_ASKED',
  PENDING: 'PENDING',
  KNOWN: 'KNOWN',
  UNKNOWN: 'UNKNOWN',
  FAILED: 'FAILED',
} as const
export type LookupState = (typeof LookupState)[keyof typeof LookupState]

export const ReputationProviderType = {
  ABUSEIPDB: 'ABUSEIPDB',
  VIRUSTOTAL: 'VIRUSTOTAL',
  GREYNOISE: 'GREYNOISE',
  REVERSE_DNS: 'REVERSE_DNS',
} as const
export type ReputationProviderType = (typeof ReputationProviderType)[keyof typeof ReputationProviderType]

export const FeedKind = { ADDRESS: 'ADDRESS', DOMAIN: 'DOMAIN', URL: 'URL', FILE_HASH: 'FILE_HASH' } as const
export type FeedKind = (typeof FeedKind)[keyof typeof FeedKind]

export const FeedFormat = { PLAIN: 'PLAIN', CSV: 'CSV' } as const
export type FeedFormat = (typeof FeedFormat)[keyof typeof FeedFormat]

export const DirectoryPreset = { ACTIVE_DIRECTORY: 'ACTIVE_DIRECTORY', OPENLDAP: 'OPENLDAP', CUSTOM: 'CUSTOM' } as const
export type DirectoryPreset = (typeof DirectoryPreset)[keyof typeof DirectoryPreset]

/** What a directory tells of a person; the keys of a directory's attribute map. */
export const PersonAttribute = {
  displayName: 'displayName',
  mail: 'mail',
  title: 'title',
  department: 'department',
  company: 'company',
  office: 'office',
  city: 'city',
  phone: 'phone',
  mobile: 'mobile',
  manager: 'manager',
  groups: 'groups',
  photo: 'photo',
} as const
export type PersonAttribute = (typeof PersonAttribute)[keyof typeof PersonAttribute]

export const AccountState = {
  ACTIVE: 'ACTIVE',
  DISABLED: 'DISABLED',
  LOCKED: 'LOCKED',
  EXPIRED: 'EXPIRED',
  UNKNOWN: 'UNKNOWN',
} as const
export type AccountState = (typeof AccountState)[keyof typeof AccountState]

export const AddressScope = { PUBLIC: 'PUBLIC', PRIVATE: 'PRIVATE', RESERVED: 'RESERVED' } as const
export type AddressScope = (typeof AddressScope)[keyof typeof AddressScope]

/** Verdicts of the WildFire API (panos-api: 0, 1, 2, 4, 5, −100 … −103). */
export const WildfireVerdict = {
  BENIGN: 'BENIGN',
  MALICIOUS: 'MALICIOUS',
  GRAYWARE: 'GRAYWARE',
  PHISHING: 'PHISHING',
  COMMAND_AND_CONTROL: 'COMMAND_AND_CONTROL',
  PENDING: 'PENDING',
  ERROR: 'ERROR',
  UNKNOWN: 'UNKNOWN',
  INVALID: 'INVALID',
} as const
export type WildfireVerdict = (typeof WildfireVerdict)[keyof typeof WildfireVerdict]
