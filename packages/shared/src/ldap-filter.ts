/** What is filled into a directory's filter: the account name, and `user@domain` as the firewall sent it. */
export const LDAP_PLACEHOLDERS = ['user', 'mail'] as const
export type LdapPlaceholder = (typeof LDAP_PLACEHOLDERS)[number]

/** A value, unescaped, with the places where something is filled in. */
export type LdapText = readonly (string | { readonly placeholder: LdapPlaceholder })[]

/** A search filter of RFC 4515. Placeholders stand in values alone, so that nothing filled in can change its shape. */
export type LdapFilter =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly LdapFilter[] }
  | { readonly kind: 'not'; readonly filter: LdapFilter }
  | { readonly kind: 'present'; readonly attribute: string }
  | { readonly kind: 'equal' | 'atLeast' | 'atMost' | 'approximate'; readonly attribute: string; readonly value: LdapText }
  /** What stands between the asterisks; the first and the last may be empty. */
  | { readonly kind: 'substring'; readonly attribute: string; readonly parts: readonly LdapText[] }
  | {
      readonly kind: 'extensible'
      readonly attribute: string
      readonly rule: string
      readonly dnAttributes: boolean
      readonly value: LdapText
    }

export const LDAP_FILTER_MAX_LENGTH = 2_000
const DEPTH_MAX = 16

class FilterFault extends Error {}

/** Reads a filter; says in words what is wrong with it. Never throws. */
export function parseLdapFilter(text: string): { readonly filter: LdapFilter } | { readonly fault: string } {
  if (text.length > LDAP_FILTER_MAX_LENGTH) return { fault: `At most ${LDAP_FILTER_MAX_LENGTH} characters` }
  try {
    const reader = new FilterReader(text)
    const filter = reader.filter(0)
    reader.end()
    return { filter }
  } catch (error) {
    if (error instanceof FilterFault) return { fault: error.message }
    throw error
  }
}

/** Why it is no filter to find a person with; undefined: it is one. */
export function ldapFilterFault(text: string): string | undefined {
  const parsed = parseLdapFilter(text)
  if ('fault' in parsed) return parsed.fault
  return hasPlaceholder(parsed.filter) ? undefined : 'The filter needs {user} or {mail}, else it finds everybody'
}

function hasPlaceholder(filter: LdapFilter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.filters.some(hasPlaceholder)
    // A filter that says only who it is not finds everybody else.
    case 'not':
    case 'present':
      return false
    case 'substring':
      return filter.parts.some(fills)
    default:
      return fills(filter.value)
  }
}

const fills = (text: LdapText): boolean => text.some(part => typeof part !== 'string')

const ATTRIBUTE = /[a-z\d][a-z\d.;-]*/iy
const OPERATOR = />=|<=|~=|=/y
/** `:dn` and `:rule` of an extensible filter, which ends with `:=`. */
const EXTENSION = /(:dn)?(?::([a-z\d][a-z\d.-]*))?:=/iy
const KINDS = { '=': 'equal', '>=': 'atLeast', '<=': 'atMost', '~=': 'approximate' } as const

class FilterReader {
  private at = 0

  constructor(private readonly text: string) {}

  filter(depth: number): LdapFilter {
    if (depth > DEPTH_MAX) throw new FilterFault('The filter is nested too deep')
    this.skipSpace()
    this.expect('(', 'A filter begins with (')
    this.skipSpace()
    const filter = this.component(depth)
    this.expect(')', 'A ) is missing')
    return filter
  }

  end(): void {
    this.skipSpace()
    if (this.at < this.text.length) throw new FilterFault('There is something behind the last )')
  }

  private component(depth: number): LdapFilter {
    const sign = this.text[this.at]
    if (sign === '&' || sign === '|') {
      this.at += 1
      return { kind: sign === '&' ? 'and' : 'or', filters: this.filters(depth + 1) }
    }
    if (sign !== '!') return this.item()
    this.at += 1
    const filter = this.filter(depth + 1)
    this.skipSpace()
    return { kind: 'not', filter }
  }

  private filters(depth: number): LdapFilter[] {
    const filters: LdapFilter[] = []
    for (;;) {
      this.skipSpace()
      if (this.text[this.at] !== '(') break
      filters.push(this.filter(depth))
    }
    if (filters.length === 0) throw new FilterFault('Behind & and | stand filters in ( )')
    return filters
  }

  private item(): LdapFilter {
    const attribute = this.match(ATTRIBUTE)?.[0] ?? ''
    const extension = this.match(EXTENSION)
    if (extension) return this.extensible(attribute, extension)
    if (attribute === '') throw new FilterFault('The name of an attribute is missing')
    const operator = this.match(OPERATOR)?.[0]
    if (operator === undefined) throw new FilterFault(`Behind ${attribute} stands one of = >= <= ~= :=`)
    const kind = KINDS[operator as keyof typeof KINDS]
    const [value = [], ...others] = this.values(kind === 'equal')
    if (others.length === 0) return { kind, attribute, value }
    const parts = [value, ...others]
    return parts.length === 2 && parts.every(part => part.length === 0)
      ? { kind: 'present', attribute }
      : { kind: 'substring', attribute, parts }
  }

  private extensible(attribute: string, [, dn, rule = '']: RegExpExecArray): LdapFilter {
    if (attribute === '' && rule === '') throw new FilterFault('Before := stands an attribute or a matching rule')
    const [value = []] = this.values(false)
    return { kind: 'extensible', attribute, rule, dnAttributes: dn !== undefined, value }
  }

  /** Up to the next ); asterisks part it where they mean anything. */
  private values(withAsterisks: boolean): LdapText[] {
    const end = this.text.indexOf(')', this.at)
    if (end < 0) throw new FilterFault('A ) is missing')
    const raw = this.text.slice(this.at, end)
    this.at = end
    if (/[(\0]/.test(raw)) throw new FilterFault('A ( inside of a value is written \\28')
    if (!withAsterisks && raw.includes('*')) throw new FilterFault('A * inside of a value is written \\2a')
    return raw.split('*').map(readText)
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return undefined
    this.at = pattern.lastIndex
    return found
  }

  private skipSpace(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1
  }

  private expect(sign: string, fault: string): void {
    if (this.text[this.at] !== sign) throw new FilterFault(fault)
    this.at += 1
  }
}

function readText(raw: string): LdapText {
  return raw.split(/(\{[^{}]*\})/).flatMap((part, index): LdapText => {
    if (index % 2 === 0) return part === '' ? [] : [unescape(part)]
    const placeholder = LDAP_PLACEHOLDERS.find(name => part === `{${name}}`)
    if (placeholder === undefined) throw new FilterFault(`${part} is unknown: there are {user} and {mail}`)
    return [{ placeholder }]
  })
}

/** `\28` → `(`; several in a row are the bytes of UTF-8. */
function unescape(text: string): string {
  if (/\\(?![\da-f]{2})/i.test(text)) throw new FilterFault('Behind a \\ stand two hexadecimal digits')
  return text.replaceAll(/(?:\\[\da-f]{2})+/gi, bytes => {
    try {
      return decodeURIComponent(bytes.replaceAll('\\', '%'))
    } catch {
      throw new FilterFault(`${bytes} is not UTF-8`)
    }
  })
}
