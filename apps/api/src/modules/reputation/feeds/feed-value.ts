import type { FeedKind } from '@sallyport/shared'
import { canonicalEntry } from '../../lists/index.js'
import { formatWords, isLocalRange, readRange, toRange, type WordRange } from '../../places/index.js'

/** Wider networks say nothing of one address: /8 and /32, as on lists. */
const WIDEST_PREFIX = { 4: 8, 6: 32 } as const
const BITS = { 4: 32, 6: 128 } as const

/** The form in which a feed's value is kept and compared. undefined: it is none of the kind, or of no use. */
export function feedValue(kind: FeedKind, text: string): string | undefined {
  if (text === '') return undefined
  return READERS[kind](text)
}

const READERS: Readonly<Record<FeedKind, (text: string) => string | undefined>> = {
  ADDRESS: addressValue,
  DOMAIN: domainValue,
  URL: urlValue,
  FILE_HASH: text => canonical('FILE_HASH', text),
}

/**
 * Address, network or range. Private, loopback and other local networks are left out: some public feeds list them as
 * "bogons", and everybody's own hosts would be on a block list.
 */
function addressValue(text: string): string | undefined {
  const range = readRange(text.includes('[') ? text.replaceAll(/\[\.\]/g, '.') : text)
  if (!range || isLocalRange(range)) return undefined
  return isTooWide(range) ? undefined : formatWords(range)
}

function isTooWide(words: WordRange): boolean {
  if (words.first === words.last) return false
  const { family, first, last } = toRange(words)
  return last - first + 1n > 1n << BigInt(BITS[family] - WIDEST_PREFIX[family])
}

/** A domain with all its subdomains; `*.` or a dot in front says no more than that. Of a URL its host. */
function domainValue(text: string): string | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]*)/i.exec(text)?.[1] ?? text
  return canonical('DOMAIN', host.replace(/^(?:\*?\.)+/, ''))
}

/** Without scheme, fragment and port: the firewall's logs compare without. Wildcards are characters like others, and refused. */
function urlValue(text: string): string | undefined {
  const bare = text.replace(/#.*$/, '').replace(/^((?:[a-z]+:\/\/)?[^/?:@[\]]+):\d{1,5}(?=[/?]|$)/i, '$1')
  const value = canonical('URL', bare)
  return value === undefined || /(^|[./?&=;+])[*^]([./?&=;+]|$)/.test(value) ? undefined : value
}

function canonical(kind: FeedKind, text: string): string | undefined {
  const read = canonicalEntry(kind, text)
  return read.ok ? read.value : undefined
}
