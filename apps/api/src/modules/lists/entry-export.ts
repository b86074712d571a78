import type { Pool } from 'pg'
import { csvPages, type CsvExport, type ExportColumn, type ExportRequest } from '../../platform/csv-export.js'
import { BadInputError } from '../../platform/errors.js'
import { assertBoundedFilter } from '../../graphql/filters.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { ListEntryFilter } from './list-inputs.js'
import { listKey } from './list-keys.js'
import type { ListReadModel } from './list-read-model.js'
import type { EntryRow } from './list-row.js'

interface NamedEntry extends EntryRow {
  readonly addedBy: string | undefined
  readonly removedBy: string | undefined
}

const COLUMNS: readonly ExportColumn<NamedEntry>[] = [
  { name: 'Value', value: ({ value }) => value },
  { name: 'As typed', value: ({ typed }) => typed },
  { name: 'Reason', value: ({ reason }) => reason },
  { name: 'Cause', value: ({ cause }) => cause },
  { name: 'Added', time: ({ addedAt }) => addedAt },
  { name: 'Added by', value: ({ addedBy }) => addedBy },
  { name: 'Incident', value: ({ incidentId }) => (incidentId === null ? null : `INC-${incidentId}`) },
  { name: 'Expires', time: ({ expiresAt }) => expiresAt },
  { name: 'Disabled', value: ({ disabled }) => disabled },
  { name: 'Removed', time: ({ removedAt }) => removedAt },
  { name: 'Removed by', value: ({ removedBy }) => removedBy },
  { name: 'Removed as', value: ({ removal }) => removal },
  { name: 'Note', value: ({ removalNote }) => removalNote },
]

/** The entries of a list as CSV, newest first. */
export class EntryExport implements CsvExport {
  readonly permission = 'list:read'
  readonly filterType = 'ListEntryFilter'

  constructor(private readonly deps: { readonly pool: Pool; readonly lists: Pick<ListReadModel, 'list' | 'entryPage'> }) {}

  open({ filter: given, of, timeZone }: ExportRequest): AsyncGenerator<string> {
    const filter = (given ?? {}) as ListEntryFilter
    assertBoundedFilter(filter)
    const listId = listKey(of ?? '')
    return csvPages(COLUMNS, timeZone, async (after, limit) => {
      if (!after && !(await this.deps.lists.list(listId))) throw new BadInputError('The list was not found')
      return this.withNames(await this.deps.lists.entryPage({ listId, filter, after, limit }))
    })
  }

  private async withNames(rows: readonly EntryRow[]): Promise<NamedEntry[]> {
    const ids = new Set(rows.flatMap(({ userId, removedById }) => [userId, removedById].flatMap(id => id ?? [])))
    const users = await readRows<{ id: string; name: string }>(
      this.deps.pool,
      sql`SELECT id, name FROM "user" WHERE id = ANY(${[...ids]}::uuid[])`,
    )
    const names = new Map(users.map(({ id, name }) => [id, name]))
    return rows.map(row => ({ ...row, addedBy: names.get(row.userId ?? ''), removedBy: names.get(row.removedById ?? '') }))
  }
}
