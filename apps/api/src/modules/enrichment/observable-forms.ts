import type { ObservableKind } from '@sallyport/shared'
import { canonicalEntry, hiddenCharacterIn } from '../lists/index.js'
import type { Observable } from './lookup-provider.js'

const USER_MAX = 255
const HOST_MAX = 253
/** What is typed longer than this is not looked at. */
const TYPED_MAX = 2_048

/**
 * The form in which a value is stored, compared and asked about; undefined: not a value of that kind. Idempotent.
 * Addresses are single ones, domains and URLs have no wildcards. Users are taken as firewalls write them: `corp\jdoe`,
 * `jdoe@corp.example`, `nt-authority\system`, `x-fwd-for: 192.0.2.1`, `host$`.
 */
export function canonicalObservable(kind: ObservableKind, typed: string): string | undefined {
  if (typed.length > TYPED_MAX) return undefined
  switch (kind) {
    case 'USER':
      return canonicalUser(typed)
    case 'HOST':
      return canonicalHost(typed)
    case 'ADDRESS':
    case 'DOMAIN':
    case 'URL':
    case 'FILE_HASH': {
      const canonical = canonicalEntry(kind, typed)
      if (!canonical.ok) return undefined
      if (kind === 'ADDRESS' && canonical.range?.first !== canonical.range?.last) return undefined
      return kind !== 'FILE_HASH' && /[*^]/.test(canonical.value) ? undefined : canonical.value
    }
  }
}

function canonicalUser(typed: string): string | undefined {
  const text = typed.trim()
  if (hiddenCharacterIn(text) !== undefined) return undefined
  const user = text.normalize('NFKC').toLowerCase().normalize('NFKC').trim()
  return user.length < 1 || user.length > USER_MAX || hiddenCharacterIn(user) !== undefined ? undefined : user
}

/** A name of one part or more. Addresses, which firewalls put there for want of a name, are none. */
function canonicalHost(typed: string): string | undefined {
  const host = typed.trim().normalize('NFKC').toLowerCase().replace(/\.$/, '')
  if (host.length > HOST_MAX || !/^[\p{L}\p{N}_]([\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?$/u.test(host)) return undefined
  return host.includes('..') || canonicalEntry('ADDRESS', host).ok || /^\d+$/.test(host) ? undefined : host
}

/** What a typed text can be, most likely first, each in its canonical form. */
export function observableKindsOf(text: string): Observable[] {
  const typed = text.trim()
  return likelyKinds(typed).flatMap(kind => {
    const value = canonicalObservable(kind, typed)
    return value === undefined ? [] : [{ kind, value }]
  })
}

function likelyKinds(text: string): readonly ObservableKind[] {
  if (canonicalObservable('ADDRESS', text) !== undefined) return ['ADDRESS']
  if (canonicalObservable('FILE_HASH', text) !== undefined) return ['FILE_HASH', 'USER', 'HOST']
  if (/^h(tt|xx)ps?:\/\//i.test(text)) return ['URL']
  if (/[\\@]/.test(text)) return ['USER', 'URL']
  if (text.includes('/')) return ['URL', 'USER']
  if (/[^.]\.[^.]/.test(text)) return ['DOMAIN', 'URL', 'HOST', 'USER']
  // WS-0142, SRV1: names that organisations give to machines.
  return /^[\p{L}][\p{L}\p{N}]*(-[\p{L}\p{N}-]+|\d+)$/u.test(text) ? ['HOST', 'USER'] : ['USER', 'HOST']
}
