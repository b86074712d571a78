import type { NamedField } from '../panos-log/index.js'

const FIELDS_SHOWN = 500

/** Every value of a raw event by its path, in its order, for people. Empty for what is no JSON. */
export function eventFields(raw: string): NamedField[] {
  const fields: NamedField[] = []
  collect(parse(raw), '', fields)
  return fields
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

function collect(value: unknown, path: string, fields: NamedField[]): void {
  if (fields.length >= FIELDS_SHOWN || value === undefined) return
  if (typeof value !== 'object' || value === null) {
    if (path !== '') fields.push({ key: path, label: inWords(path), value: wordsOf(value) })
    return
  }
  for (const [name, inner] of Object.entries(value)) collect(inner, path === '' ? name : `${path}.${name}`, fields)
}

const INITIALISMS: ReadonlyMap<string, string> = new Map([
  ['ip', 'IP'],
  ['mac', 'MAC'],
  ['url', 'URL'],
  ['cnc', 'C2'],
  ['id', 'ID'],
])

/** attacker.ip_address is 'Attacker IP Address', cnc_hosts.0.host 'C2 Hosts 1 Host'. */
const inWords = (path: string): string =>
  path
    .split(/[._]/)
    .filter(word => word !== '')
    .map(word => (/^\d+$/.test(word) ? String(Number(word) + 1) : (INITIALISMS.get(word) ?? word.charAt(0).toUpperCase() + word.slice(1))))
    .join(' ')

/** A text as it stands; numbers, true and false as JSON writes them. */
const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value))
