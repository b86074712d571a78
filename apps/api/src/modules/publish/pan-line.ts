import { isIP } from 'node:net'
import type { ListKind } from '@sallyport/shared'

/** Longest line of a URL or domain list that PAN-OS takes. */
export const LINE_MAX = 255

const PRINTABLE = /^[\x21-\x7e]+$/
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/
const HASH = /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/
/** No control, format or separator characters, and nothing that starts a comment. */
const USER = /^[^#\s\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]*[^\s\p{C}\p{Z}])?$/u

const isWildcard = (token: string): boolean => token === '*' || token === '^'

/**
 * The last gate before a firewall, with rules of its own: a fault of whatever made the line must not pass twice.
 * Invalid URL entries have hung the device server of PAN-OS (CVE-2021-3048).
 */
export function isPanLine(kind: ListKind, line: string): boolean {
  switch (kind) {
    case 'ADDRESS':
      return isAddressLine(line)
    case 'DOMAIN':
      return isDomainLine(line)
    case 'URL':
      return isUrlLine(line)
    case 'FILE_HASH':
      return HASH.test(line)
    case 'USER':
      return line.length <= LINE_MAX && USER.test(line)
  }
}

/** `IP`, `IP/length` or `first-last`. */
function isAddressLine(line: string): boolean {
  if (!/^[0-9a-f.:/-]+$/.test(line)) return false
  const [first = '', last, ...rest] = line.split('-')
  if (rest.length > 0) return false
  if (last !== undefined) return isIP(first) !== 0 && isIP(first) === isIP(last)
  const [address = '', prefix, ...more] = line.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

function isDomainLine(line: string): boolean {
  if (line.length > LINE_MAX) return false
  const labels = (line.startsWith('*.') ? line.slice(2) : line).split('.')
  return labels.length >= 2 && labels.every(label => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

function isUrlLine(line: string): boolean {
  if (line.length > LINE_MAX || !PRINTABLE.test(line) || /["'`\\<>|#]|:\/\//.test(line)) return false
  const host = line.split(/[/?]/, 1)[0] ?? ''
  const labels = host.split('.')
  const named = labels.filter(label => !isWildcard(label))
  // With fewer than two names it would match whole top-level domains.
  if (isIP(host) !== 4 && (named.length < 2 || !named.every(label => LABEL.test(label)))) return false
  return haveWholeWildcards(line.split(/[./?&=;+]/))
}

/** A wildcard stands alone in its token; no `*` beside another, at most nine `^` in a row. */
function haveWholeWildcards(tokens: readonly string[]): boolean {
  let carets = 0
  return tokens.every((token, at) => {
    carets = token === '^' ? carets + 1 : 0
    if (carets > 9 || (token === '*' && tokens[at - 1] === '*')) return false
    return isWildcard(token) || !/[*^]/.test(token)
  })
}
