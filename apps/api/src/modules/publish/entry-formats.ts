import type { ListKind } from '@sallyport/shared'
import type { ListValue } from '../lists/index.js'
import { mapInTurns } from './in-turns.js'

/** What the JSON and CSV forms tell of a value. */
export type PublishedEntry = Pick<ListValue, 'value' | 'reason' | 'addedAt' | 'expiresAt'>

/** One entry a line, so that a difference between two versions can be read. */
export async function jsonOf(kind: ListKind, entries: readonly PublishedEntry[]): Promise<string> {
  const lines = await mapInTurns(entries, ({ value, reason, addedAt, expiresAt }) => JSON.stringify({ value, reason, addedAt, expiresAt }))
  return `{"kind":"${kind}","entries":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`
}

/** Entries of a body that jsonOf made, line by line. */
export function entriesOfJson(json: string): Promise<PublishedEntry[]> {
  const lines = json.split('\n').slice(1, -2)
  return mapInTurns(lines, line => {
    const { value, reason, addedAt, expiresAt } = JSON.parse(line.replace(/,$/, '')) as StoredEntry
    return { value, reason, addedAt: new Date(addedAt), expiresAt: expiresAt === null ? null : new Date(expiresAt) }
  })
}

interface StoredEntry {
  readonly value: string
  readonly reason: string
  readonly addedAt: string
  readonly expiresAt: string | null
}

/** RFC 4180, in the columns that an import takes. */
export async function csvOf(entries: readonly PublishedEntry[]): Promise<string> {
  const lines = await mapInTurns(entries, ({ value, reason, addedAt, expiresAt }) =>
    [value, reason, expiresAt?.toISOString() ?? '', addedAt.toISOString()].map(csvField).join(','),
  )
  return ['value,reason,expires,added', ...lines, ''].join('\r\n')
}

/** A spreadsheet takes what begins like this for a formula and runs it (CWE-1236); an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

export function csvField(text: string): string {
  const safe = FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
