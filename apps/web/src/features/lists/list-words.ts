import type {
  EntryCause,
  EntryRemoval,
  LineVerdict,
  ListKind,
  ProtectionKind,
  PublishedFormat,
  PublishedVersionState,
} from '@sallyport/shared'
import { formatCount } from '../../lib/format'

/** How the API's names are said on the pages. */
export const KIND_WORDS: Readonly<Record<ListKind, string>> = {
  ADDRESS: 'Addresses',
  URL: 'URLs',
  DOMAIN: 'Domains',
  FILE_HASH: 'File hashes',
  USER: 'Users',
}

/** One entry of a list of that kind, in the middle of a sentence. */
export const KIND_NOUNS: Readonly<Record<ListKind, string>> = {
  ADDRESS: 'address',
  URL: 'URL',
  DOMAIN: 'domain',
  FILE_HASH: 'file hash',
  USER: 'user',
}

export const KIND_EXAMPLES: Readonly<Record<ListKind, string>> = {
  ADDRESS: '203.0.113.7\n198.51.100.0/24\n2001:db8::1-2001:db8::ff',
  URL: 'evil.example/login\n*.bad.example/',
  DOMAIN: 'evil.example\n*.bad.example',
  FILE_HASH: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  USER: 'acme\\bob',
}

export const CAUSE_WORDS: Readonly<Record<EntryCause, string>> = {
  USER: 'By hand',
  RULE: 'By a rule',
  API_KEY: 'By an API key',
  IMPORT: 'By import',
}

export const REMOVAL_WORDS: Readonly<Record<EntryRemoval, string>> = {
  EXPIRED: 'Expired',
  REMOVED: 'Removed',
  UNBLOCKED: 'Unblocked',
  PROTECTED: 'Taken off: protected',
}

export const VERDICT_WORDS: Readonly<Record<LineVerdict, string>> = {
  NEW: 'New',
  ALREADY_THERE: 'Already there',
  COVERED: 'Covered by a wider entry',
  INVALID: 'Invalid',
  PROTECTED: 'Protected',
  COOLING_DOWN: 'Unblocked lately',
  DUPLICATE_IN_INPUT: 'Twice in the input',
}

export const PROTECTION_WORDS: Readonly<Record<ProtectionKind, string>> = { NETWORK: 'Network', DOMAIN: 'Domain', USER: 'User' }

export const FORMAT_WORDS: Readonly<Record<PublishedFormat, string>> = { TEXT: 'PAN text', JSON: 'JSON', CSV: 'CSV' }

export const VERSION_WORDS: Readonly<Record<PublishedVersionState, string>> = {
  IN_FORCE: 'In force',
  SUPERSEDED: 'Superseded',
  HELD: 'Held for approval',
  REJECTED: 'Rejected',
}

/** 1 entry, 2,000 entries */
export const countedEntries = (count: number): string => `${formatCount(count)} ${count === 1 ? 'entry' : 'entries'}`
