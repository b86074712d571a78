import { QUERY_FIELD_ALIASES, QUERY_FIELDS, type QueryField } from '@sallyport/shared'
import { readQueryValue, type TypedValue } from './incident-query-value.js'

/** One thing that must hold (or, negated, must not). Several values of a field: one of them must hold. */
export type QueryTerm =
  | { readonly kind: 'words'; readonly negated: boolean; readonly text: string }
  | { readonly kind: 'field'; readonly negated: boolean; readonly field: QueryField; readonly values: readonly TypedValue[] }

export type ParsedQuery = { readonly ok: true; readonly terms: readonly QueryTerm[] } | { readonly ok: false; readonly message: string }

/** Each may look into all alerts. */
const TERMS_MAX = 30
const VALUES_MAX = 50

/**
 * Reads the search text of incidents: `word "two words" field:value,other -field:"a value"`. Terms are separated by spaces and must all
 * hold; `-` before one negates it; within quotes a quote is written twice; a quote that is not closed goes on to the end. Pure, never
 * throws: what cannot be read is a message for the person.
 */
export function parseIncidentQuery(text: string): ParsedQuery {
  const terms: QueryTerm[] = []
  const reader = new Reader(text)
  for (reader.skipSpace(); !reader.atEnd(); reader.skipSpace()) {
    const term = readTerm(reader)
    if ('message' in term) return { ok: false, message: term.message }
    terms.push(term)
    if (terms.length > TERMS_MAX) return { ok: false, message: `At most ${TERMS_MAX} terms` }
  }
  return { ok: true, terms }
}

interface Refusal {
  readonly message: string
}

/** At least two letters, so that `C:\\Temp` is a word. */
const FIELD = /^([a-z][a-z_-]*[a-z]):(?!\/\/)/i

function readTerm(reader: Reader): QueryTerm | Refusal {
  const negated = reader.takeSign()
  if (reader.peek() === '"') return { kind: 'words', negated, text: reader.takeQuoted() }
  const [prefix = '', typedName = ''] = FIELD.exec(reader.rest()) ?? []
  const word = reader.word()
  // A pasted IPv6 address may begin like a field.
  if (prefix === '' || isAddressLike(word)) return { kind: 'words', negated, text: reader.take(word.length) }
  const field = fieldOf(typedName)
  if (!field) {
    // “Alert:” of a title is no field.
    if (word === prefix) return { kind: 'words', negated, text: reader.take(word.length) }
    return {
      message: `Unknown field “${typedName}”. Known: ${Object.keys(QUERY_FIELDS).join(', ')}. Put quotes around words that are no field`,
    }
  }
  reader.take(prefix.length)
  return readField(reader, field, negated)
}

function readField(reader: Reader, field: QueryField, negated: boolean): QueryTerm | Refusal {
  const values: TypedValue[] = []
  do {
    const quoted = reader.peek() === '"'
    const text = quoted ? reader.takeQuoted() : reader.takeBare()
    if (quoted && !reader.atEnd() && !/[\s,]/.test(reader.peek()))
      return { message: `${field}: write a space or comma behind the closing quote` }
    if (text.trim() === '') continue
    const read = readQueryValue(field, { text, quoted })
    if (!read.ok) return { message: read.message }
    values.push({ text, quoted })
  } while (reader.takeComma())
  if (values.length === 0) return { message: `${field}: needs a value. Example: ${QUERY_FIELDS[field].example}` }
  if (values.length > VALUES_MAX) return { message: `${field}: at most ${VALUES_MAX} values` }
  return { kind: 'field', negated, field, values }
}

function fieldOf(typed: string): QueryField | undefined {
  const name = typed.toLowerCase()
  if (Object.hasOwn(QUERY_FIELDS, name)) return name as QueryField
  return Object.hasOwn(QUERY_FIELD_ALIASES, name) ? QUERY_FIELD_ALIASES[name] : undefined
}

const isAddressLike = (word: string): boolean => /^[\da-f]{1,4}:[\da-f:./]*$/i.test(word) && word.includes('::')

/** A position in the text. */
class Reader {
  private at = 0

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    return this.at >= this.text.length
  }

  rest(): string {
    return this.text.slice(this.at)
  }

  peek(): string {
    return this.text.charAt(this.at)
  }

  skipSpace(): void {
    while (!this.atEnd() && /\s/.test(this.peek())) this.at += 1
  }

  /** Up to the next space. */
  word(): string {
    return /^\S*/.exec(this.rest())?.[0] ?? ''
  }

  take(length: number): string {
    const taken = this.text.slice(this.at, this.at + length)
    this.at += taken.length
    return taken
  }

  /** A minus before something; alone it is a word. */
  takeSign(): boolean {
    if (!/^-\S/.test(this.rest())) return false
    this.at += 1
    return true
  }

  takeComma(): boolean {
    if (this.peek() !== ',') return false
    this.at += 1
    return true
  }

  takeBare(): string {
    return this.take((/^[^\s,]*/.exec(this.rest())?.[0] ?? '').length)
  }

  takeQuoted(): string {
    const whole = /^"(?:[^"]|"")*"?/.exec(this.rest())?.[0] ?? ''
    this.at += whole.length
    // An even number of quotes at the end of an unclosed text are quotes within it.
    const closed = whole.length > 1 && (/"*$/.exec(whole.slice(1))?.[0].length ?? 0) % 2 === 1
    return whole.slice(1, closed ? -1 : undefined).replaceAll('""', '"')
  }
}
