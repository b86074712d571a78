import type { ListKind } from '@sallyport/shared'
import { slugOf } from './published-url.js'

/** Longest name of an External Dynamic List on every release. */
const EDL_NAME_MAX = 31

const EDL_TYPES: Readonly<Partial<Record<ListKind, { readonly tag: string; readonly label: string }>>> = {
  ADDRESS: { tag: 'ip', label: 'IP List' },
  DOMAIN: { tag: 'domain', label: 'Domain List' },
  URL: { tag: 'url', label: 'URL List' },
}

export interface EdlFacts {
  readonly kind: ListKind
  readonly name: string
  /** Of the text format. */
  readonly url: string
  /** User name of a credential that opens it; undefined: none is needed. */
  readonly username: string | undefined
}

/**
 * Menu path and configuration-mode commands that create the External Dynamic List. Lines that begin with # are for the
 * reader. Empty for kinds that PAN-OS does not fetch.
 */
export function panosSetCommands({ kind, name, url, username }: EdlFacts): string[] {
  const type = EDL_TYPES[kind]
  if (!type) return []
  const edl = `set external-list "${slugOf(name, EDL_NAME_MAX)}" type ${type.tag}`
  const isTls = url.startsWith('https:')
  return [
    `# Objects > External Dynamic Lists > Add: Type ${type.label}, Source ${url}, Check for updates Every five minutes`,
    'configure',
    `${edl} url "${url}"`,
    `${edl} recurring five-minute`,
    ...(isTls
      ? ['# A certificate profile (Device > Certificate Management) with the CA of this server:', `${edl} certificate-profile <profile>`]
      : []),
    ...(username === undefined ? [] : [`${edl} auth username "${username}"`, `${edl} auth password <password>`]),
    '# It is fetched once a rule that uses it has been committed.',
    'commit',
  ]
}
