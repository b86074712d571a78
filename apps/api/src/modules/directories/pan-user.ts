/** Whom a user name of a log line means. */
export type PanUser =
  /** Somebody who can be looked up. */
  | {
      readonly kind: 'person'
      /** Account name without its domain. */
      readonly account: string
      /** NetBIOS or DNS name, lower case; undefined: none was sent. */
      readonly domain: string | undefined
      /** user@domain: as sent, or made of a DNS domain; else the account name, which then is nobody's address. */
      readonly mail: string
      /** Where the line names the person by a DN. */
      readonly dn: string | undefined
      readonly asSent: string
    }
  /** The account of a computer. */
  | { readonly kind: 'machine'; readonly host: string; readonly asSent: string }
  | { readonly kind: 'none'; readonly why: string }

export type PanPerson = Extract<PanUser, { kind: 'person' }>

const NAME_MAX_LENGTH = 255
const NOT_PRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
/** What firewalls and gateways write where they know no name. */
const NO_NAMES = new Set([
  ...['-', 'any', 'known-user', 'n/a', 'nil', 'none', 'not available', 'null', 'pre-logon', 'unavailable', 'unknown', 'unknown-user'],
])
/** Before the backslash of accounts that come with every Windows; spaces may have become hyphens. */
const BUILT_IN_DOMAINS = new Set([
  ...['nt authority', 'autorite nt', 'autorité nt', 'nt autorität', 'nt service', 'builtin', 'window manager', 'font driver host'],
  ...['iis apppool', 'nt virtual machine', 'application package authority', 'workgroup'],
])
const BUILT_IN_ACCOUNTS = new Set([
  ...['system', 'localsystem', 'local system', 'local service', 'localservice', 'network service', 'networkservice'],
  ...['anonymous logon', 'anonymous', 'everyone', 'authenticated users', 'iusr'],
])
const FORWARDED = /^x-?f(?:wd|orwarded)-?for\s*:/i
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[\da-f]*:[\da-f:.]*\]?)(?:%\w+)?$/i
const SID = /^s-1-\d+(?:-\d+)+$/i
/** `cn=`, `uid=`, `ou=`, or an OID. */
const DN = /^(?:cn|uid|ou|samaccountname|userid|\d+(?:\.\d+)+)\s*=.*,/i
const HOST_PRINCIPAL = /^host\/([^@\s]+)/i

const none = (why: string): PanUser => ({ kind: 'none', why })

/**
 * Reads the user forms that PAN-OS sends: `domain\user`, `user@domain`, a DN, a bare name, `nt-authority\system`,
 * `x-fwd-for: 192.0.2.1`, `HOST$`. Pure; never throws.
 */
export function parsePanUser(text: string): PanUser {
  const asSent = text.trim()
  if (asSent === '') return none('No user name')
  if (asSent.length > NAME_MAX_LENGTH) return none(`Longer than ${NAME_MAX_LENGTH} characters`)
  if (NOT_PRINTABLE.test(asSent)) return none('Holds characters that no user name has')
  if (NO_NAMES.has(asSent.toLowerCase())) return none('The firewall did not know the user')
  if (FORWARDED.test(asSent)) return none('An address that a proxy forwarded, not a user')
  if (ADDRESS.test(asSent)) return none('An address, not a user')
  const host = HOST_PRINCIPAL.exec(asSent)?.[1]
  if (host !== undefined) return { kind: 'machine', host, asSent }
  return DN.test(asSent) ? readDn(asSent) : readName(asSent)
}

function readName(asSent: string): PanUser {
  const backslash = asSent.indexOf('\\')
  if (backslash < 0) return readAccount(asSent, undefined, asSent)
  const domain = asSent.slice(0, backslash).trim().toLowerCase()
  const account = asSent.slice(backslash).replace(/^\\+/, '').trim()
  if (domain === '.') return none('An account of one host alone')
  if (BUILT_IN_DOMAINS.has(domain.replaceAll(/[-_]/g, ' '))) return none('An account that comes with Windows')
  return readAccount(account, domain === '' ? undefined : domain, asSent)
}

function readAccount(text: string, domain: string | undefined, asSent: string): PanUser {
  const at = text.lastIndexOf('@')
  const account = (at < 0 ? text : text.slice(0, at)).trim()
  const suffix =
    at < 0
      ? ''
      : text
          .slice(at + 1)
          .trim()
          .toLowerCase()
  if (account === '') return none('No account name')
  if (SID.test(account)) return none('A security identifier, not a name')
  if (BUILT_IN_ACCOUNTS.has(account.toLowerCase())) return none('An account that comes with Windows')
  if (account.length > 1 && account.endsWith('$')) return { kind: 'machine', host: account.slice(0, -1), asSent }
  // What stands before the backslash is the domain, whatever stands behind an @.
  const home = domain ?? (suffix === '' ? undefined : suffix)
  return { kind: 'person', account, domain: home, mail: mailOf(account, suffix, domain), dn: undefined, asSent }
}

function mailOf(account: string, suffix: string, domain: string | undefined): string {
  if (suffix !== '') return `${account}@${suffix}`
  return domain?.includes('.') === true ? `${account}@${domain}` : account
}

function readDn(asSent: string): PanUser {
  const account = dnParts(asSent)[0]?.value ?? ''
  const domain = dnParts(asSent)
    .filter(({ attribute }) => attribute === 'dc')
    .map(({ value }) => value.toLowerCase())
    .join('.')
  if (account === '') return none('No account name')
  return { kind: 'person', account, domain: domain === '' ? undefined : domain, mail: account, dn: asSent, asSent }
}

export interface DnPart {
  /** Lower case. */
  readonly attribute: string
  /** Unescaped. */
  readonly value: string
}

/** The parts of a DN (RFC 4514), the entry's own first; of a part with several values the first. Empty where it is none. */
export function dnParts(dn: string): readonly DnPart[] {
  const parts = dn.match(/(?:\\.|[^\\,])+/gs) ?? []
  return parts.flatMap(part => {
    const [, attribute, raw] = /^\s*([a-z\d.-]+)\s*=\s*((?:\\.|[^\\+])*)/is.exec(part) ?? []
    return attribute === undefined || raw === undefined ? [] : [{ attribute: attribute.toLowerCase(), value: unescapeDn(raw) }]
  })
}

/** `\,` → `,` and `\C3\BC` → `ü`; a space at the end counts only where it is escaped. */
function unescapeDn(raw: string): string {
  const trimmed = raw.replace(/(?<!\\) +$/, '')
  return trimmed.replaceAll(/((?:\\[\da-f]{2})+)|\\(.)/gis, (_, bytes?: string, sign?: string) =>
    bytes === undefined ? (sign ?? '') : Buffer.from(bytes.replaceAll('\\', ''), 'hex').toString('utf8'),
  )
}

/** Whether an entry stands at or below another one; case and the spaces between parts mean nothing. */
export function isWithin(dn: string, base: string): boolean {
  const [inner, outer] = [dn, base].map(text => dnParts(text).map(({ attribute, value }) => `${attribute}=${value.trim().toLowerCase()}`))
  if (!inner || !outer || outer.length === 0 || inner.length < outer.length) return false
  return outer.every((part, index) => part === inner[inner.length - outer.length + index])
}
