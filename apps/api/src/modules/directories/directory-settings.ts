import type { DirectoryPreset, PersonAttribute, TlsTrust } from '@sallyport/shared'

/** LDAP attribute of each thing that is told of a person; what is missing is not asked for. */
export type AttributeMap = Readonly<Partial<Record<PersonAttribute, string>>>

export interface DirectoryTls {
  readonly trust: TlsTrust
  readonly caPem: string | undefined
  /** SHA-256 of the certificates that are trusted, whoever signed them. */
  readonly fingerprints: readonly string[]
}

/** All that asking a directory takes. */
export interface DirectorySettings {
  readonly name: string
  readonly preset: DirectoryPreset
  /** Tried in order. */
  readonly urls: readonly string[]
  readonly startTls: boolean
  readonly tls: DirectoryTls
  /** Empty: anonymous. */
  readonly bindDn: string
  /** Opens the sealed password. @throws where it does not open */
  readonly bindPassword: () => string
  readonly baseDn: string
  readonly userFilter: string
  readonly attributes: AttributeMap
  readonly nestedGroups: boolean
  /** For connecting, and for every question. */
  readonly timeoutMs: number
}

/** A stored directory that is switched on. */
export interface EnabledDirectory extends DirectorySettings {
  readonly id: number
  readonly version: number
  /** Lower case; empty: users of all domains that no other directory names. */
  readonly domains: readonly string[]
  readonly cacheSeconds: number
  readonly unknownCacheSeconds: number
}
