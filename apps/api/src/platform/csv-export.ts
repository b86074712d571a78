import type { Permission } from '@sallyport/shared'
import { CSV_BOM, csvLine, type CsvCell } from './csv.js'
import { zonedTime } from './zoned-time.js'

/** What somebody wants to take away as CSV. */
export interface ExportRequest {
  /** Key of the person. */
  readonly viewerId: string
  /** The filter of the list, read as its GraphQL input type; null: all. */
  readonly filter: object | null
  readonly orderBy: string | undefined
  /** IANA name. */
  readonly timeZone: string
  /** Global id of what the list is part of. */
  readonly of: string | undefined
}

/** A list that can be taken away whole. */
export interface CsvExport {
  readonly permission: Permission
  /** GraphQL input type of its filter. */
  readonly filterType: string
  /** The text, a page of rows at a time. Throws BadInputError, also with the first page. */
  open(request: ExportRequest): AsyncGenerator<string>
}

/** A column; of times there is one in UTC, and one in the zone of whoever reads it. */
export type ExportColumn<Row> =
  { readonly name: string; readonly value: (row: Row) => CsvCell } | { readonly name: string; readonly time: (row: Row) => Date | null }

/** Rows that are read at once. */
const PAGE_ROWS = 1_000

/**
 * The whole table as text: header first, then page by page, with no limit to its rows.
 * @param page rows behind `after`; fewer than `limit` are the last
 */
export async function* csvPages<Row>(
  columns: readonly ExportColumn<Row>[],
  timeZone: string,
  page: (after: Row | undefined, limit: number) => Promise<readonly Row[]>,
): AsyncGenerator<string> {
  yield CSV_BOM + csvLine(columns.flatMap(column => namesOf(column, timeZone)))
  let last: Row | undefined
  do {
    const rows: readonly Row[] = await page(last, PAGE_ROWS)
    if (rows.length > 0) yield rows.map(row => csvLine(columns.flatMap(column => cellsOf(column, row, timeZone)))).join('')
    last = rows.length < PAGE_ROWS ? undefined : rows.at(-1)
  } while (last !== undefined)
}

function namesOf<Row>(column: ExportColumn<Row>, timeZone: string): string[] {
  if ('value' in column) return [column.name]
  return [`${column.name} (UTC)`, ...(timeZone === 'UTC' ? [] : [`${column.name} (${timeZone})`])]
}

function cellsOf<Row>(column: ExportColumn<Row>, row: Row, timeZone: string): CsvCell[] {
  if ('value' in column) return [column.value(row)]
  const time = column.time(row)
  return [time, ...(timeZone === 'UTC' ? [] : [time && zonedTime(time, timeZone)])]
}
