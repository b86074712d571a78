/** One value as somebody typed, pasted or uploaded it. */
export interface TypedLine {
  /** Counted from 1. */
  readonly line: number
  readonly typed: string
  readonly reason?: string
  /** RFC 3339 date or time, unchecked. */
  readonly expires?: string
}

interface Columns {
  readonly value: number
  readonly reason: number
  readonly expires: number
}

const COLUMNS: Columns = { value: 0, reason: 1, expires: 2 }
const EXPIRES_NAMES = ['expires', 'expiresat', 'expires_at']

/**
 * Lines of a pasted text or of CSV `value[,reason[,expires]]`, without empty ones and comments (#). A first line that names
 * the column `value` tells the columns. Quoted fields (RFC 4180) end with their line.
 */
export function readTypedLines(text: string): TypedLine[] {
  const lines: TypedLine[] = []
  let columns: Columns | undefined
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (/^[ \t]*(#|$)/.test(line)) continue
    const fields = readFields(line)
    if (!columns) {
      const named = namedColumns(fields)
      columns = named ?? COLUMNS
      if (named) continue
    }
    const reason = fields[columns.reason]?.trim()
    const expires = fields[columns.expires]?.trim()
    lines.push({ line: index + 1, typed: fields[columns.value] ?? '', ...(reason && { reason }), ...(expires && { expires }) })
  }
  return lines
}

export const typedValues = (values: readonly string[]): TypedLine[] => values.map((typed, index) => ({ line: index + 1, typed }))

function namedColumns(fields: readonly string[]): Columns | undefined {
  const names = fields.map(field => field.trim().toLowerCase())
  const value = names.indexOf('value')
  return value < 0 ? undefined : { value, reason: names.indexOf('reason'), expires: names.findIndex(name => EXPIRES_NAMES.includes(name)) }
}

function readFields(line: string): string[] {
  if (!line.includes(',') && !line.includes('"')) return [line]
  const fields: string[] = []
  for (let at = 0; at <= line.length;) {
    const quoted = /^[ \t]*"((?:[^"]|"")*)"[ \t]*(?=,|$)/.exec(line.slice(at))
    const end = quoted ? at + quoted[0].length : line.indexOf(',', at)
    fields.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : line.slice(at, end < 0 ? undefined : end))
    if (end < 0) break
    at = end + 1
  }
  return fields
}
