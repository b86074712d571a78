import { isIP } from 'node:net'

/** What a person typed into the search box, recognised by its shape. */
export type SearchText =
  | { readonly kind: 'network'; readonly network: string }
  | { readonly kind: 'digest'; readonly digest: string }
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'words'; readonly words: string }

/** MD5, SHA-1 or SHA-256 in hex. */
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i
/** A threat id; 18 digits always fit in a bigint. */
const DIGITS = /^\d{1,18}$/

export function readSearchText(text: string): SearchText {
  const words = text.trim()
  if (isNetwork(words)) return { kind: 'network', network: words }
  if (DIGITS.test(words)) return { kind: 'number', digits: words }
  if (DIGEST.test(words)) return { kind: 'digest', digest: words.toLowerCase() }
  return { kind: 'words', words }
}

function isNetwork(text: string): boolean {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const family = isIP(address)
  // A zone (fe80::1%eth0) is an address to Node but not to PostgreSQL.
  if (family === 0 || address.includes('%')) return false
  const prefix = slash < 0 ? '0' : text.slice(slash + 1)
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
}
