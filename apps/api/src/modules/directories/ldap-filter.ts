import { parseLdapFilter, type LdapFilter, type LdapText } from '@sallyport/shared'
import {
  AndFilter,
  ApproximateFilter,
  EqualityFilter,
  ExtensibleFilter,
  GreaterThanEqualsFilter,
  LessThanEqualsFilter,
  NotFilter,
  OrFilter,
  PresenceFilter,
  SubstringFilter,
  type Filter,
} from 'ldapts'
import type { PanPerson } from './pan-user.js'

/**
 * Fills a person into the administrator's filter. The filter is parsed before anything is filled in, and what is filled in
 * stays a value: it never becomes filter text on the way to the server, so that no name can change what is asked.
 * @throws Error where the filter is none; it was checked when it was saved
 */
export function fillFilter(template: string, person: Pick<PanPerson, 'account' | 'mail'>): Filter {
  const parsed = parseLdapFilter(template)
  if ('fault' in parsed) throw new Error(parsed.fault)
  return toWire(parsed.filter, text =>
    text.map(part => (typeof part === 'string' ? part : part.placeholder === 'user' ? person.account : person.mail)).join(''),
  )
}

function toWire(filter: LdapFilter, fill: (text: LdapText) => string): Filter {
  switch (filter.kind) {
    case 'and':
      return new AndFilter({ filters: filter.filters.map(one => toWire(one, fill)) })
    case 'or':
      return new OrFilter({ filters: filter.filters.map(one => toWire(one, fill)) })
    case 'not':
      return new NotFilter({ filter: toWire(filter.filter, fill) })
    case 'present':
      return new PresenceFilter({ attribute: filter.attribute })
    case 'equal':
      return new EqualityFilter({ attribute: filter.attribute, value: fill(filter.value) })
    case 'atLeast':
      return new GreaterThanEqualsFilter({ attribute: filter.attribute, value: fill(filter.value) })
    case 'atMost':
      return new LessThanEqualsFilter({ attribute: filter.attribute, value: fill(filter.value) })
    case 'approximate':
      return new ApproximateFilter({ attribute: filter.attribute, value: fill(filter.value) })
    case 'substring': {
      const parts = filter.parts.map(fill)
      return new SubstringFilter({
        attribute: filter.attribute,
        initial: parts[0] ?? '',
        // An empty one between two asterisks says nothing, and servers refuse it.
        any: parts.slice(1, -1).filter(part => part !== ''),
        final: parts.at(-1) ?? '',
      })
    }
    case 'extensible':
      return new ExtensibleFilter({
        matchType: filter.attribute,
        rule: filter.rule,
        dnAttributes: filter.dnAttributes,
        value: fill(filter.value),
      })
  }
}

/** As text of RFC 4515, to be shown: with what was filled in escaped. */
export const filterText = (filter: Filter): string => filter.toString().replaceAll(/[\p{Cc}\p{Cf}]/gu, escapeBytes)

const escapeBytes = (character: string): string =>
  [...Buffer.from(character)].map(byte => `\\${byte.toString(16).padStart(2, '0')}`).join('')
