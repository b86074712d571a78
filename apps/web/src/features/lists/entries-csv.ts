import type { EntryRow } from './use-entry-feed'

const COLUMNS = ['value', 'reason', 'expires', 'added', 'disabled', 'removed'] as const

/** The first three columns are those that an import reads. RFC 4180. */
export function entriesCsv(
  rows: readonly Pick<EntryRow, 'value' | 'reason' | 'expiresAt' | 'addedAt' | 'disabled' | 'removedAt'>[],
): string {
  const lines = rows.map(({ value, reason, expiresAt, addedAt, disabled, removedAt }) =>
    [value, reason, expiresAt ?? '', addedAt, disabled ? 'yes' : '', removedAt ?? ''].map(csvField).join(','),
  )
  return [COLUMNS.join(','), ...lines, ''].join('\r\n')
}

/** What a spreadsheet takes for a formula and runs (CWE-1236), full-width signs too. As the server's files have it. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** An apostrophe makes text of what begins like a formula, be it after blanks. */
export function csvField(text: string): string {
  const harmless = FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
