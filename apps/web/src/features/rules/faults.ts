import { ruleDefinition } from '@sallyport/shared'
import { createContext, useContext } from 'react'

export interface Fault {
  /** condition.all.0.value */
  readonly path: string
  readonly message: string
  /** Nothing is there yet: not told to somebody who is still writing. */
  readonly missing: boolean
}

/** What is wrong with a definition as far as this page can tell; the server knows more (lists, expressions). */
export function localFaults(definition: object): readonly Fault[] {
  const parsed = ruleDefinition.safeParse(definition)
  if (parsed.success) return []
  return parsed.error.issues.map(({ path, message }) => {
    const missing = isMissing(valueAt(definition, path.map(String)))
    return { path: path.join('.'), message: wordsOf(String(path.at(-1) ?? ''), message, missing), missing }
  })
}

export function serverFaults(faults: readonly { readonly path: readonly string[]; readonly message: string }[]): readonly Fault[] {
  return faults.map(({ path, message }) => ({ path: path.join('.'), message, missing: false }))
}

const MISSING_WORDS: Readonly<Record<string, string>> = {
  value: 'Give a value',
  listId: 'Choose a list',
  channelId: 'Choose a channel',
  tags: 'Give a tag',
  text: 'Write a comment',
  summary: 'Write a summary',
}

/** The library's words for what is missing or of another type mean little to people. */
function wordsOf(name: string, message: string, missing: boolean): string {
  const better = missing ? MISSING_WORDS[name] : undefined
  return better ?? (/^(Invalid|Too (small|big))/.test(message) ? `Not a valid ${name === '' ? 'rule' : name}: ${message}` : message)
}

const isMissing = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function valueAt(json: unknown, path: readonly string[]): unknown {
  let value = json
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<string, unknown>>)[name]
  }
  return value
}

const FaultsContext = createContext<readonly Fault[]>([])
export const FaultsProvider = FaultsContext.Provider

/** Faults of the part at that path and of all within it. */
export function useFaultsWithin(path: string): readonly Fault[] {
  return useContext(FaultsContext).filter(fault => fault.path === path || fault.path.startsWith(`${path}.`))
}

/** Faults of exactly that part. */
export function useFaultsAt(path: string): readonly Fault[] {
  return useContext(FaultsContext).filter(fault => fault.path === path)
}
