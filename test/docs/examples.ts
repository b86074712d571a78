/** An example of a page: what is sent, and what comes back. */
export interface Example {
  readonly kind: 'sh' | 'graphql' | 'js'
  readonly text: string
  readonly variables: unknown
  /** undefined: the page tells none. */
  readonly answer: unknown
}

const BLOCK = /^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm

/** The fenced blocks of a page in its order: each of `sh`, `graphql` and `js` with the `json variables` and `json answer` behind it. */
export function examplesOf(page: string): Example[] {
  const examples: { kind: Example['kind']; text: string; variables: unknown; answer: unknown }[] = []
  for (const [, language = '', role, text = ''] of page.matchAll(BLOCK)) {
    if (language === 'sh' || language === 'graphql' || language === 'js')
      examples.push({ kind: language, text, variables: undefined, answer: undefined })
    const last = examples.at(-1)
    if (language === 'json' && last && (role === 'variables' || role === 'answer')) last[role] = JSON.parse(text)
  }
  return examples
}

const ANYTHING = '…'
const NAMED = /^<[\w ]+>$/

/** Values that answers gave and later examples use. */
export type Names = Map<string, unknown>

/** Puts known values where `<name>` stands. */
export function filledIn(value: unknown, names: Names): unknown {
  if (typeof value === 'string' && NAMED.test(value)) {
    if (!names.has(value)) throw new Error(`${value} is not known yet`)
    return names.get(value)
  }
  if (Array.isArray(value)) return value.map(item => filledIn(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledIn(inner, names)]))
}

/** The told answer with what is left open there taken from the real one: equal when the page is right. */
export function openedUp(told: unknown, real: unknown, names: Names): unknown {
  if (told === ANYTHING) return real
  if (typeof told === 'string' && NAMED.test(told)) {
    if (!names.has(told)) names.set(told, real)
    return names.get(told)
  }
  if (Array.isArray(told)) return told.map((item, index) => openedUp(item, Array.isArray(real) ? real[index] : undefined, names))
  if (typeof told !== 'object' || told === null) return told
  const others = (typeof real === 'object' && real !== null ? real : {}) as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(told).map(([name, inner]) => [name, openedUp(inner, others[name], names)]))
}
