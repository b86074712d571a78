import { canonicalAddress } from './canonical-address.js'
import { looksLikeAddress, readHostName } from './host-name.js'
import { refuse, type Canonical, type Refusal } from './verdict.js'

/** With the slash that closes it when it is published: longer ones are ignored by PAN-OS. */
const URL_MAX = 255
const CARETS_MAX = 9

const isWildcard = (token: string): boolean => token === '*' || token === '^'

/**
 * A URL as PAN-OS lists it (panos-api 2.2): no scheme, lower-case host, tokens between `. / ? & = ; +` that may be
 * `*` or `^` as a whole. A port is left away when it is 80 or 443 and refused otherwise, as PAN-OS matches URLs without;
 * a lone slash behind the host is left away, since the closing slash is a matter of publishing.
 */
export function canonicalUrl(text: string): Canonical {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)
  if (scheme && !/^https?$/i.test(scheme[1] ?? '')) return refuse('Only http and https URLs can be blocked')
  const rest = text.slice(scheme?.[0].length ?? 0)
  const end = rest.search(/[/?#&=;+]/)
  const authority = end < 0 ? rest : rest.slice(0, end)
  const tail = end < 0 ? '' : rest.slice(end)
  const host = readAuthority(authority)
  if (typeof host !== 'string') return host
  if (!/^([/?#]|$)/.test(tail)) return refuse('Behind the host comes a / or a ?')
  const path = readPath(tail.startsWith('?') ? `/${tail}` : tail)
  if (typeof path !== 'string') return path
  const value = `${host}${path === '/' ? '' : path}`
  const closed = /[/*]$/.test(value) ? value : `${value}/`
  if (closed.length > URL_MAX) return refuse(`A URL has at most ${URL_MAX} characters`)
  return wildcardFault(value) ?? { ok: true, value }
}

function readAuthority(authority: string): string | Refusal {
  if (authority.includes('@')) return refuse('Leave the user name in front of the host away')
  if (authority.startsWith('[')) return refuse('PAN-OS takes no IPv6 host in a URL: put the address on a list of addresses')
  const [host = '', port, ...more] = authority.split(':')
  if (more.length > 0) return refuse('Not a host: it has several colons')
  if (port !== undefined && !/^(80|443|)$/.test(port)) return refuse('PAN-OS matches URLs without their port: leave it away')
  if (host === '') return refuse('The host is missing')
  const labels = readHostName(host, isWildcard)
  if ('ok' in labels) return labels
  const named = labels.filter(label => !isWildcard(label))
  if (looksLikeAddress(labels) || (named.length > 0 && named.every(label => looksLikeAddress([label]))))
    return readAddressHost(labels.join('.'))
  if (labels.length < 2)
    return refuse(named.length > 0 ? 'A host has at least two parts, such as example.com' : 'It would cover every host')
  if (named.length < 2) return refuse('It would cover a whole top-level domain, or a name in all of them')
  return labels.join('.')
}

function readAddressHost(host: string): string | Refusal {
  if (/[*^]/.test(host)) return refuse('An address in a URL has no wildcard: block the network on a list of addresses')
  const address = canonicalAddress(host)
  return address.ok ? address.value : address
}

function readPath(tail: string): string | Refusal {
  if (tail.includes('#')) return refuse('Leave the part behind # away: it never reaches a firewall')
  const strange = /[\s"'`\\<>|]/.exec(tail)?.[0]
  if (strange !== undefined)
    return refuse(strange === ' ' ? 'A URL has no spaces: write %20' : `A URL has no ${strange}: write it percent-encoded`)
  if (/%(?![0-9a-f]{2})/i.test(tail)) return refuse('A % in a URL is followed by two hexadecimal digits')
  if (/%(0[0-9a-f]|1[0-9a-f]|7f)/i.test(tail)) return refuse('It holds a percent-encoded control character')
  return tail.replaceAll(/[^\x21-\x7e]/gu, character => encodeURIComponent(character))
}

function wildcardFault(value: string): Refusal | undefined {
  const tokens = value.split(/[./?&=;+]/)
  let carets = 0
  for (const [index, token] of tokens.entries()) {
    if (/[*^]/.test(token) && !isWildcard(token)) return refuse('A wildcard stands alone between its separators (. / ? & = ; +)')
    if (token === '*' && tokens[index - 1] === '*') return refuse('One * already stands for any number of parts: not two in a row')
    carets = token === '^' ? carets + 1 : 0
    if (carets > CARETS_MAX) return refuse(`At most ${CARETS_MAX} ^ in a row`)
  }
  return undefined
}
