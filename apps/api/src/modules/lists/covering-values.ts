import type { ListKind } from '@sallyport/shared'
import { hostOfUrl } from './protection.js'

/** A URL of hostile length has many tokens: this many of its beginnings are looked at. */
const PREFIXES_MAX = 40

/** `*.parent` of every parent of the host: entries that cover a domain, or all of a URL's host. */
export function wildcardsCovering(value: string): string[] {
  const labels = hostOfUrl(value).replace(/^\*\./, '').split('.')
  return labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join('.')}`)
}

/** Canonical values that cover the given one when they are on a list of its kind, itself first; patterns with inner wildcards aside. */
export function coveringValues(kind: ListKind, value: string): string[] {
  if (kind === 'DOMAIN') return [...new Set([value, ...wildcardsCovering(value)])]
  if (kind !== 'URL') return [value]
  const host = hostOfUrl(value)
  const path = value.slice(host.length)
  const beginnings = [...path.matchAll(/[/?&=;+.]/g)].slice(0, PREFIXES_MAX).map(({ index }) => path.slice(0, index))
  const hosts = [host, ...wildcardsCovering(value)]
  return [...new Set([value, ...hosts.flatMap(one => [path, ...beginnings].map(end => `${one}${end}`))])]
}

/**
 * Whether a URL pattern of a list matches a URL: token by token between `. / ? & = ; +`, `*` for one or more, `^` for one;
 * what goes on behind the pattern is matched too.
 */
export function patternCovers(pattern: string, url: string): boolean {
  const tokens = pattern.split(/[./?&=;+]/)
  const parts = url.split(/[./?&=;+]/)
  const hostLength = (hostOfUrl(url).match(/\./g)?.length ?? 0) + 1
  // Several * can be tried in very many ways: none of them twice.
  const failed = new Set<number>()
  const reach = (at: number, part: number): boolean => {
    const token = tokens[at]
    // A host is matched whole, a path from its beginning.
    if (token === undefined) return part >= hostLength
    const state = at * (parts.length + 1) + part
    if (part >= parts.length || failed.has(state)) return false
    const found =
      token === '*' ? reach(at + 1, part + 1) || reach(at, part + 1) : (token === '^' || token === parts[part]) && reach(at + 1, part + 1)
    if (!found) failed.add(state)
    return found
  }
  return reach(0, 0)
}
