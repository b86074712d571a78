import { looksLikeAddress, readHostName } from './host-name.js'
import { refuse, type Canonical } from './verdict.js'

/** A domain as it stands on a PAN domain list: no scheme, path, port or address; a wildcard only in front (panos-api 2.2). */
export function canonicalDomain(text: string): Canonical {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return refuse('A domain has no scheme: leave http:// away')
  if (text.includes('@')) return refuse('A domain, not an e-mail address')
  if (/[/?#]/.test(text)) return refuse('A domain has no path: put it on a list of URLs')
  if (/:\d*$/.test(text)) return refuse(text.includes('::') ? 'An address, not a domain' : 'A domain has no port')
  const [first, ...others] = text.split('.')
  const isWildcard = first === '*'
  const labels = readHostName(isWildcard ? others.join('.') : text)
  if ('ok' in labels) return /[*^]/.test(text) ? refuse('A domain has a wildcard only in front: *.example.com') : labels
  if (looksLikeAddress(labels)) return refuse('An address, not a domain')
  if (labels.length < 2)
    return refuse(isWildcard ? 'It would cover a whole top-level domain' : 'A domain has at least two parts, such as example.com')
  return { ok: true, value: `${isWildcard ? '*.' : ''}${labels.join('.')}` }
}
