import type { FeedKind } from '@sallyport/shared'
import { canonicalEntry } from '../../lists/index.js'
import type { Work } from '../../places/index.js'
import type { Observable } from '../../enrichment/index.js'
import { PrefixTable } from './prefix-table.js'
import { ValueTable } from './value-table.js'

/** The entries of a feed, ready to be asked. */
export interface FeedTable {
  readonly count: number
  /** The entry that covers the value: itself, a wider network, a domain above it. undefined: none, or of another kind. */
  match(observable: Observable): string | undefined
}

/**
 * What covers what: an address by the longest prefix; a domain by itself and by the domains above it, since block lists
 * of domains mean all that is below; a URL by itself; a hash by itself. A URL is covered by its host on a feed of domains
 * or addresses too.
 * @param bytes canonical values, each followed by a newline
 */
export function* buildFeedTable(kind: FeedKind, bytes: Buffer): Work<FeedTable> {
  if (kind === 'ADDRESS') {
    const table = yield* PrefixTable.build(bytes)
    return { count: table.count, match: observable => matchAddress(table, observable) }
  }
  const table = yield* ValueTable.build(bytes)
  if (kind === 'DOMAIN') return { count: table.count, match: observable => matchDomain(table, observable) }
  return { count: table.count, match: ({ kind: asked, value }) => (asked === kind && table.has(value) ? value : undefined) }
}

function matchAddress(table: PrefixTable, { kind, value }: Observable): string | undefined {
  if (kind === 'ADDRESS') return table.match(value)
  return kind === 'URL' ? table.match(hostOf(value)) : undefined
}

function matchDomain(table: ValueTable, { kind, value }: Observable): string | undefined {
  if (kind !== 'DOMAIN' && kind !== 'URL') return undefined
  let name = kind === 'URL' ? hostOf(value) : value
  if (kind === 'URL' && canonicalEntry('ADDRESS', name).ok) return undefined
  // A top-level domain is on no feed.
  for (; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) if (table.has(name)) return name
  return undefined
}

/** Of a canonical URL, which has neither scheme nor port. */
const hostOf = (url: string): string => /^[^/?]*/.exec(url)?.[0] ?? ''
