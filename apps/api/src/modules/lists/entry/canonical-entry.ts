import type { ListKind } from '@sallyport/shared'
import { canonicalAddress } from './canonical-address.js'
import { canonicalDomain } from './canonical-domain.js'
import { canonicalUrl } from './canonical-url.js'
import { hiddenCharacterIn } from './hidden-character.js'
import { refuse, type Canonical } from './verdict.js'

/** What is typed longer than this is not looked at. */
export const TYPED_MAX = 2_048

const HASH_NAMES: Readonly<Record<number, string>> = { 32: 'MD5', 40: 'SHA-1', 64: 'SHA-256' }

/** Letters of any script, digits and what directories allow inside a name. The first one keeps spreadsheet formulas out. */
const USER_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._$~!#&'-]*(?: [\p{L}\p{M}\p{N}._$~!#&'-]+)*$/u
const USER_MAX = 255

const READERS: Readonly<Record<ListKind, (text: string) => Canonical>> = {
  ADDRESS: canonicalAddress,
  URL: canonicalUrl,
  DOMAIN: canonicalDomain,
  FILE_HASH: canonicalHash,
  USER: canonicalUser,
}

/** The form in which a value of this kind is stored, compared and enforced, or the one reason why it is refused. Idempotent. */
export function canonicalEntry(kind: ListKind, typed: string): Canonical {
  const text = typed.replaceAll(/^[ \t]+|[ \t]+$/g, '')
  if (text === '') return refuse('The value is empty')
  if (text.length > TYPED_MAX) return refuse(`At most ${TYPED_MAX} characters`)
  const hidden = hiddenCharacterIn(text)
  if (hidden !== undefined) return refuse(`It holds an invisible or control character (${hidden})`)
  return READERS[kind](kind === 'USER' || kind === 'FILE_HASH' ? text : refanged(text))
}

/** Reports are written so that nobody follows their links by accident: 192.0.2[.]1, hxxp://. */
const refanged = (text: string): string => text.replaceAll(/\[\.\]|\(\.\)|\{\.\}/g, '.').replace(/^hxxp(?=s?:\/\/)/i, 'http')

function canonicalHash(text: string): Canonical {
  if (!/^[0-9a-f]+$/i.test(text)) return refuse('A file hash consists of hexadecimal digits')
  if (HASH_NAMES[text.length] === undefined) return refuse('Not the length of an MD5 (32), SHA-1 (40) or SHA-256 (64) hash')
  return { ok: true, value: text.toLowerCase() }
}

/** domain\user, user@domain or user, as User-ID writes them; compared without case. */
function canonicalUser(text: string): Canonical {
  const user = text.normalize('NFKC').toLowerCase().normalize('NFKC')
  if (user.length > USER_MAX) return refuse(`A user has at most ${USER_MAX} characters`)
  const parts = user.split(/[\\@]/)
  if (parts.length > 2) return refuse('Write a user as domain\\user, user@domain or user')
  if (parts.some(part => !USER_NAME.test(part)))
    return refuse('Write a user as domain\\user, user@domain or user: letters, digits and . _ $ - inside')
  return { ok: true, value: user }
}
