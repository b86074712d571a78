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

/** Spreadsheets run what begins like a formula: an apostrophe makes it text. */
export function csvField(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
