import type { Pool } from 'pg'

/** What the history of a list tells about values that a device holds or lacks. */
export class ListHistory {
  constructor(private readonly deps: { readonly pool: Pool }) {}

  /** Those of the values that are or were on the list, by whatever form of theirs `formsOf` gives. */
  async listedBefore(listId: number, values: readonly string[], formsOf: (value: string) => readonly string[]): Promise<Set<string>> {
    if (values.length === 0) return new Set()
    const forms = values.flatMap(value => formsOf(value))
    const { rows } = await this.deps.pool.query<{ value: string }>(
      'SELECT DISTINCT value FROM list_entry WHERE list_id = $1 AND value = ANY($2::text[])',
      [listId, forms],
    )
    const listed = new Set(rows.map(({ value }) => value))
    return new Set(values.filter(value => formsOf(value).some(form => listed.has(form))))
  }

  /** Values that were added, removed or expired since, and those that are switched off. undefined: more than `most`. */
  async changedSince(listId: number, since: Date, now: Date, most: number): Promise<string[] | undefined> {
    const { rows } = await this.deps.pool.query<{ value: string }>(
      `SELECT DISTINCT value FROM list_entry
      WHERE list_id = $1 AND (added_at >= $2 OR removed_at >= $2 OR (removed_at IS NULL AND (disabled OR (expires_at >= $2 AND expires_at <= $3))))
      LIMIT $4`,
      [listId, since, now, most + 1],
    )
    return rows.length > most ? undefined : rows.map(({ value }) => value)
  }

  /** Number of incidents behind the entries. */
  async incidentCount(entryIds: readonly bigint[]): Promise<number> {
    if (entryIds.length === 0) return 0
    const { rows } = await this.deps.pool.query<{ count: number }>(
      'SELECT count(DISTINCT incident_id)::int AS count FROM list_entry WHERE id = ANY($1::bigint[])',
      [entryIds.slice(0, 10_000).map(String)],
    )
    return rows[0]?.count ?? 0
  }
}
