import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { keyedLoader, mapLoader } from '../../platform/keyed-loader.js'
import { readRows, searchRows } from '../../platform/read-rows.js'
import { allOf, sql, type Sql } from '../../platform/sql.js'
import { entryConditions, type EntryConditions } from './entry-filter.js'
import { leftForGood, type FormerValue } from './left-for-good.js'
import {
  ENTRY_COLUMNS,
  LIST_COLUMNS,
  PROTECTION_COLUMNS,
  type EntryRow,
  type ListRow,
  type ListValue,
  type ProtectionRow,
} from './list-row.js'

/** Where counting stops: a larger number tells a person nothing more. */
export const ENTRY_COUNT_MAX = 10_000

export interface EntryPosition {
  readonly addedAt: Date
  readonly id: string
}

export interface EntryPageQuery {
  readonly listId: number
  readonly filter: EntryConditions
  readonly after: EntryPosition | undefined
  readonly limit: number
}

/** Lists, what is on them, and what may never be on them. */
export class ListReadModel {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** Loader factories, one loader per request. */
  readonly listById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.listsOf(ids),
      list => list.id,
    )
  readonly entryById = () =>
    keyedLoader(
      (ids: readonly string[]) =>
        readRows<EntryRow>(this.deps.pool, sql`SELECT ${ENTRY_COLUMNS} FROM list_entry AS entry WHERE id = ANY(${ids}::bigint[])`),
      entry => entry.id,
    )
  readonly entryCountOfList = () =>
    mapLoader(
      (ids: readonly number[]) => this.entryCounts(ids),
      () => 0,
    )

  /** By name. */
  async lists(): Promise<ListRow[]> {
    return readRows<ListRow>(this.deps.pool, sql`SELECT ${LIST_COLUMNS} FROM list ORDER BY lower(name), id`)
  }

  async listsOf(ids: readonly number[]): Promise<ListRow[]> {
    return readRows<ListRow>(this.deps.pool, sql`SELECT ${LIST_COLUMNS} FROM list WHERE id = ANY(${ids}::int[]) ORDER BY lower(name), id`)
  }

  async list(id: number): Promise<ListRow | undefined> {
    const [row] = await this.listsOf([id])
    return row
  }

  /**
   * What firewalls shall enforce: neither removed, disabled nor expired (protected values are removed). The most
   * important, which is the newest, first; the order is the same for the same entries. Read the list's revision
   * before this: what is read then is at least that new.
   */
  async entriesInForce(listId: number): Promise<ListValue[]> {
    const { rows } = await this.deps.pool.query<Omit<ListValue, 'entryId' | 'rangeFirst' | 'rangeLast'> & Ends & { id: string }>(
      `SELECT id, value, host(range_first) AS "rangeFirst", host(range_last) AS "rangeLast", added_at AS "addedAt", expires_at AS "expiresAt", reason
      FROM list_entry WHERE list_id = $1 AND removed_at IS NULL AND NOT disabled AND (expires_at IS NULL OR expires_at > $2)
      ORDER BY added_at DESC, id DESC`,
      [listId, new Date(this.deps.clock.now())],
    )
    return rows.map(({ id, rangeFirst, rangeLast, ...value }) => ({
      ...value,
      entryId: BigInt(id),
      ...(rangeFirst !== null && rangeLast !== null && { rangeFirst, rangeLast }),
    }))
  }

  /** Those of the values, which were in force once, that nothing may enforce any longer: see there. */
  leftForGood(list: Pick<ListRow, 'id' | 'kind'>, values: readonly FormerValue[]): Promise<Set<string>> {
    return leftForGood(this.deps.pool, { list, values, now: new Date(this.deps.clock.now()) })
  }

  /** At most `limit` entries of a list, newest first. */
  async entryPage({ listId, filter, after, limit }: EntryPageQuery): Promise<EntryRow[]> {
    const later = after ? [sql`(entry.added_at, entry.id) < (${after.addedAt}, ${after.id})`] : []
    return searchRows<EntryRow>(
      this.deps.pool,
      sql`SELECT ${ENTRY_COLUMNS} FROM list_entry AS entry WHERE ${allOf([this.ofList(listId, filter), ...later])}
        ORDER BY entry.added_at DESC, entry.id DESC LIMIT ${limit}`,
    )
  }

  /** Counts to ENTRY_COUNT_MAX and no further. */
  async countEntries(listId: number, filter: EntryConditions): Promise<{ count: number; exact: boolean }> {
    const some = sql`SELECT 1 FROM list_entry AS entry WHERE ${this.ofList(listId, filter)} LIMIT ${ENTRY_COUNT_MAX + 1}`
    const [row] = await searchRows<{ count: number }>(this.deps.pool, sql`SELECT count(*)::int AS count FROM (${some}) AS counted`)
    const count = row?.count ?? 0
    return { count: Math.min(count, ENTRY_COUNT_MAX), exact: count <= ENTRY_COUNT_MAX }
  }

  /** Those that ship with the server first. */
  async protections(): Promise<ProtectionRow[]> {
    return readRows<ProtectionRow>(this.deps.pool, sql`SELECT ${PROTECTION_COLUMNS} FROM protection ORDER BY built_in DESC, kind DESC, id`)
  }

  async protection(id: number): Promise<ProtectionRow | undefined> {
    const [row] = await readRows<ProtectionRow>(this.deps.pool, sql`SELECT ${PROTECTION_COLUMNS} FROM protection WHERE id = ${id}`)
    return row
  }

  private ofList(listId: number, filter: EntryConditions): Sql {
    return allOf([sql`entry.list_id = ${listId}`, ...entryConditions(filter)])
  }

  private async entryCounts(listIds: readonly number[]): Promise<Map<number, number>> {
    const rows = await readRows<{ listId: number; count: number }>(
      this.deps.pool,
      sql`SELECT list_id AS "listId", count(*)::int AS count FROM list_entry
        WHERE list_id = ANY(${listIds}::int[]) AND removed_at IS NULL AND NOT disabled AND (expires_at IS NULL OR expires_at > ${new Date(this.deps.clock.now())})
        GROUP BY list_id`,
    )
    return new Map(rows.map(({ listId, count }) => [listId, count]))
  }
}

interface Ends {
  readonly rangeFirst: string | null
  readonly rangeLast: string | null
}
