export const ListKind = {
  ADDRESS: 'ADDRESS',
  URL: 'URL',
  DOMAIN: 'DOMAIN',
  FILE_HASH: 'FILE_HASH',
  USER: 'USER',
} as const
export type ListKind = (typeof ListKind)[keyof typeof ListKind]

export const EntryCause = {
  USER: 'USER',
  RULE: 'RULE',
  API_KEY: 'API_KEY',
  IMPORT: 'IMPORT',
} as const
export type EntryCause = (typeof EntryCause)[keyof typeof EntryCause]

export const EntryRemoval = {
  EXPIRED: 'EXPIRED',
  REMOVED: 'REMOVED',
  UNBLOCKED: 'UNBLOCKED',
  PROTECTED: 'PROTECTED',
} as const
export type EntryRemoval = (typeof EntryRemoval)[keyof typeof EntryRemoval]

export const LineVerdict = {
  NEW: 'NEW',
  ALREADY_THERE: 'ALREADY_THERE',
  COVERED: 'COVERED',
  INVALID: 'INVALID',
  PROTECTED: 'PROTECTED',
  COOLING_DOWN: 'COOLING_DOWN',
  DUPLICATE_IN_INPUT: 'DUPLICATE_IN_INPUT',
} as const
export type LineVerdict = (typeof LineVerdict)[keyof typeof LineVerdict]

export const ProtectionKind = {
  NETWORK: 'NETWORK',
  DOMAIN: 'DOMAIN',
  USER: 'USER',
} as const
export type ProtectionKind = (typeof ProtectionKind)[keyof typeof ProtectionKind]

export const PublishedFormat = {
  TEXT: 'TEXT',
  JSON: 'JSON',
  CSV: 'CSV',
} as const
export type PublishedFormat = (typeof PublishedFormat)[keyof typeof PublishedFormat]

export const PublishedVersionState = {
  IN_FORCE: 'IN_FORCE',
  SUPERSEDED: 'SUPERSEDED',
  HELD: 'HELD',
  REJECTED: 'REJECTED',
} as const
export type PublishedVersionState = (typeof PublishedVersionState)[keyof typeof PublishedVersionState]
