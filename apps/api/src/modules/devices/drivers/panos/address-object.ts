import { formatRange, parseRange } from '../../../lists/index.js'
import { OUR_TAG } from './object-names.js'
import { child, membersOf, textOf, type XmlElement } from './xml-element.js'
import { element, entry, members, textElement } from './xml-text.js'

export interface AddressObject {
  readonly name: string
  /** Canonical address, network or range; undefined: something else, such as an FQDN. */
  readonly value: string | undefined
  readonly ours: boolean
}

export function readAddressObject(node: XmlElement): AddressObject {
  const text = textOf(node, 'ip-netmask') ?? textOf(node, 'ip-range')
  return {
    name: node.attributes.get('name') ?? '',
    value: text === undefined ? undefined : canonical(text),
    ours: membersOf(child(node, 'tag')).includes(OUR_TAG),
  }
}

/** Devices tell one address with or without its prefix. */
export function canonical(text: string): string | undefined {
  const range = parseRange(text)
  return range && formatRange(range)
}

export const addressObject = (name: string, value: string): string =>
  entry(name, textElement(value.includes('-') ? 'ip-range' : 'ip-netmask', value) + element('tag', members([OUR_TAG])))
