import type { EntryCause } from '@sallyport/shared'
import type { Pool } from 'pg'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { timeText, type TimelineQuery, type TimelineRow, type TimelineSource } from '../incidents/index.js'

interface EntriesRow {
  readonly id: string
  readonly at: Date
  readonly incidentId: string
  readonly listId: number
  readonly list: string
  readonly userId: string | null
  /** The first few. */
  readonly values: readonly string[]
  readonly count: string
  readonly said: string | null
}

const VALUES_SHOWN = 3
/** Newest entries of an incident that are told. */
const ENTRIES_MAX = 10_000

const common = ({ id, at, incidentId, listId, userId, said }: EntriesRow) => ({
  id,
  at,
  kind: 'LIST' as const,
  userId,
  by: null,
  detail: said === '' ? null : said,
  incidentId,
  listId,
})

/** Values that were put on lists because of incidents; those put there at once are told as one. */
export class EntriesAddedTimeline implements TimelineSource {
  readonly name = 'entries-added'
  readonly kinds = ['LIST'] as const

  constructor(private readonly deps: { readonly pool: Pool }) {}

  async page({ incidentIds, before, limit }: TimelineQuery): Promise<TimelineRow[]> {
    const rows = await readRows<EntriesRow & { readonly cause: EntryCause; readonly expiresAt: Date | null }>(
      this.deps.pool,
      sql`SELECT page.*, list.name AS list FROM (
          SELECT min(id)::text AS id, added_at AS at, incident_id::text AS "incidentId", list_id AS "listId", cause, user_id AS "userId",
            expires_at AS "expiresAt", (array_agg(value ORDER BY id))[1:${VALUES_SHOWN}::int] AS values, count(*) AS count, max(reason) AS said
          FROM (SELECT * FROM list_entry WHERE incident_id = ANY(${incidentIds}::bigint[]) ORDER BY id DESC LIMIT ${ENTRIES_MAX}) AS entry
          GROUP BY added_at, incident_id, list_id, cause, user_id, expires_at
          HAVING (added_at, min(id)) < (${before.at}::timestamptz, ${before.id}::bigint)
          ORDER BY added_at DESC, min(id) DESC LIMIT ${limit}
        ) AS page JOIN list ON list.id = page."listId" ORDER BY page.at DESC, page.id::bigint DESC`,
    )
    return rows.map(row => ({
      ...common(row),
      cause: row.cause === 'IMPORT' || row.cause === 'USER' ? (row.userId === null ? 'SYSTEM' : 'USER') : row.cause,
      text: `Added ${valuesText(row.values, row.count)} to ${row.list}${row.expiresAt ? ` until ${timeText(row.expiresAt)}` : ''}`,
    }))
  }
}

/** The same values leaving their lists. */
export class EntriesRemovedTimeline implements TimelineSource {
  readonly name = 'entries-removed'
  readonly kinds = ['LIST'] as const

  constructor(private readonly deps: { readonly pool: Pool }) {}

  async page({ incidentIds, before, limit }: TimelineQuery): Promise<TimelineRow[]> {
    const rows = await readRows<EntriesRow & { readonly removal: string | null }>(
      this.deps.pool,
      sql`SELECT page.*, list.name AS list FROM (
          SELECT min(id)::text AS id, removed_at AS at, incident_id::text AS "incidentId", list_id AS "listId", removal, removed_by_id AS "userId",
            (array_agg(value ORDER BY id))[1:${VALUES_SHOWN}::int] AS values, count(*) AS count, max(removal_note) AS said
          FROM (SELECT * FROM list_entry WHERE incident_id = ANY(${incidentIds}::bigint[]) ORDER BY id DESC LIMIT ${ENTRIES_MAX}) AS entry
          WHERE removed_at IS NOT NULL
          GROUP BY removed_at, incident_id, list_id, removal, removed_by_id
          HAVING (removed_at, min(id)) < (${before.at}::timestamptz, ${before.id}::bigint)
          ORDER BY removed_at DESC, min(id) DESC LIMIT ${limit}
        ) AS page JOIN list ON list.id = page."listId" ORDER BY page.at DESC, page.id::bigint DESC`,
    )
    return rows.map(row => ({ ...common(row), cause: row.userId === null ? 'SYSTEM' : 'USER', text: removedText(row) }))
  }
}

/** '203.0.113.7, 203.0.113.8, 203.0.113.9 and 4 more'. */
export function valuesText(values: readonly string[], count: string): string {
  const more = Number(count) - values.length
  return more > 0 ? `${values.join(', ')} and ${more.toLocaleString('en-US')} more` : values.join(', ')
}

function removedText({
  values,
  count,
  list,
  removal,
}: Pick<EntriesRow, 'values' | 'count' | 'list'> & { readonly removal: string | null }): string {
  const what = valuesText(values, count)
  switch (removal) {
    case 'EXPIRED':
      return `${what} expired on ${list}`
    case 'UNBLOCKED':
      return `Unblocked ${what}: off ${list}`
    case 'PROTECTED':
      return `Took ${what} off ${list}: protected`
    default:
      return `Removed ${what} from ${list}`
  }
}
