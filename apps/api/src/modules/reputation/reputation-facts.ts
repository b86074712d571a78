import { z } from 'zod'

/** A line for people: 'Usage': 'Data Center'. */
export interface Detail {
  readonly name: string
  readonly value: string
}

/** What is stored of a provider's answer, the same shape for all that give a score. */
export interface ReputationFacts {
  /** In words: '37 reports, confidence 100 %'. */
  readonly summary: string
  readonly details: readonly Detail[]
  /** The provider's page on the value; made by us, never taken from an answer. */
  readonly link: string | null
  /** How much of the provider's weight this answer has, 0 … 100: that no engine says anything about an address says little. */
  readonly certainty: number
}

const DETAILS_MAX = 20
const VALUE_MAX = 300
const ITEMS_MAX = 12

/** Texts of others: one line, no control or invisible characters (PostgreSQL takes no NUL), cut. */
export function cleanText(text: string, max: number = VALUE_MAX): string {
  // A first cut, so that a text of megabytes costs nothing.
  const line = text
    .slice(0, max * 4)
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
  const letters = [...line]
  return letters.length <= max ? line : `${letters.slice(0, max - 1).join('')}…`
}

type DetailValue = string | number | boolean | null | undefined | readonly string[]

/** The details that there are: null, undefined, empty texts and empty lists are left out. */
export function toDetails(values: Readonly<Record<string, DetailValue>>): readonly Detail[] {
  return Object.entries(values)
    .map(([name, value]) => ({ name, value: cleanText(textOf(value)) }))
    .filter(({ value }) => value !== '')
    .slice(0, DETAILS_MAX)
}

function textOf(value: DetailValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object')
    return value
      .slice(0, ITEMS_MAX)
      .map(item => cleanText(item, 80))
      .filter(Boolean)
      .join(', ')
  return String(value)
}

/** Of the year 9999. */
const LAST_SECOND = 253_402_300_799

/** Epoch seconds as a day; undefined when it is none. */
export function dayOf(epochSeconds: number | null | undefined): string | undefined {
  if (typeof epochSeconds !== 'number' || !(epochSeconds > 0 && epochSeconds <= LAST_SECOND)) return undefined
  return new Date(epochSeconds * 1_000).toISOString().slice(0, 10)
}

const storedFacts = z.object({
  summary: z.string(),
  details: z.array(z.object({ name: z.string(), value: z.string() })).catch([]),
  link: z.string().nullable().catch(null),
  certainty: z.number().min(0).max(100).catch(100),
})

/** Facts as they were stored; undefined: none, or of an older release. */
export const readFacts = (facts: unknown): ReputationFacts | undefined => storedFacts.safeParse(facts).data

const storedNames = z.object({ names: z.array(z.string()) })

/** The names that reverse DNS gave an address (facts of a REVERSE_DNS look-up). */
export const readNames = (facts: unknown): readonly string[] => storedNames.safeParse(facts).data?.names ?? []
