import { domainToASCII } from 'node:url'
import { refuse, type Refusal } from './verdict.js'

const NAME_MAX = 253
const LABEL_MAX = 63

/** What is left of an internationalised name after conversion that cannot be looked up. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/

/**
 * Labels of a host name: lower case, IDNA (UTS 46) to ASCII, without the dot of the root. Labels that `isWildcard`
 * takes are left as they are.
 */
export function readHostName(text: string, isWildcard: (label: string) => boolean = () => false): string[] | Refusal {
  // UTS 46 makes the other three full stops into this one: a name must not look different after it was checked.
  const name = text.replaceAll(/[\u3002\uff0e\uff61]/g, '.').replace(/\.$/, '')
  if (name === '') return refuse('The name is empty')
  const labels: string[] = []
  for (const label of name.split('.')) {
    const read = isWildcard(label) ? label : readLabel(label)
    if (typeof read !== 'string') return read
    labels.push(read)
  }
  if (labels.join('.').length > NAME_MAX) return refuse(`A name has at most ${NAME_MAX} characters`)
  return labels
}

function readLabel(label: string): string | Refusal {
  if (label === '') return refuse('Two dots follow each other, or the name begins with one')
  if (/[*^]/.test(label)) return refuse('A wildcard stands alone between its dots')
  const isAscii = /^[\x21-\x7e]+$/.test(label)
  const ascii = isAscii && !/^xn--/i.test(label) ? label.toLowerCase() : domainToASCII(label)
  if (ascii === '' || ascii.includes('.')) return refuse('Not a valid internationalised name')
  if (ascii.length > LABEL_MAX) return refuse(`A part of a name has at most ${LABEL_MAX} characters`)
  if (!LABEL.test(ascii)) return refuse(`'${label}' is not a part of a host name: letters, digits, hyphens inside and underscores`)
  return ascii
}

/** Names whose last label is a number are read as IPv4 addresses by URL parsers, in octal and hexadecimal too. */
export const looksLikeAddress = (labels: readonly string[]): boolean => /^(\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')
