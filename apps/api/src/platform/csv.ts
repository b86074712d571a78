/** A value of a table: null and undefined are an empty cell, a Date is RFC 3339 in UTC. */
export type CsvCell = string | number | bigint | boolean | Date | null | undefined

/** Says that the text is UTF-8: spreadsheets guess otherwise. */
export const CSV_BOM = '\u{FEFF}'

/** One line of RFC 4180 with its line end. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(',')}\r\n`

/**
 * What a spreadsheet would take for a formula, also in wide letters or behind spaces. What is in a table is up to whoever attacks: such a
 * text gets an apostrophe before it, which spreadsheets do not show.
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString()
  if (typeof cell !== 'string') return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
