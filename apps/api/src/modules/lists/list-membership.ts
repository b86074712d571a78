import type { ListKind } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { readRows, searchRows } from '../../platform/read-rows.js'
import { anyOf, joinSql, sql, type Sql } from '../../platform/sql.js'
import { coveringValues, patternCovers } from './covering-values.js'
import { canonicalEntry } from './entry/canonical-entry.js'
import { readProtections } from './entry-plan.js'
import { ENTRY_RANGE } from './list-row.js'
import type { ProtectedValue } from './protection.js'
import { rangeSql } from './range-sql.js'

/** A value in canonical form. */
export interface KindAndValue {
  readonly kind: ListKind
  readonly value: string
}

/** Patterns with inner wildcards that are compared one by one. */
const PATTERNS_MAX = 5_000

/** Which lists hold values, for many values at once. BlockExplainer tells of one value, and why. */
export class ListMembership {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** Per value, in their order: keys of the lists that hold it, or a wider entry, in force. */
  async listsHolding(values: readonly KindAndValue[]): Promise<number[][]> {
    if (values.length === 0) return []
    const patterns = values.some(({ kind }) => kind === 'URL') ? await this.urlPatterns() : []
    const conditions = values.map(value => covers(value, patterns))
    const rows = await searchRows<{ place: number; listId: number }>(
      this.deps.pool,
      sql`SELECT DISTINCT place, "listId" FROM (${joinSql(
        conditions.map((condition, place) => this.holders(place, condition)),
        ' UNION ALL ',
      )}) AS held ORDER BY place, "listId"`,
    )
    const byPlace = Map.groupBy(rows, ({ place }) => place)
    return values.map((_, place) => (byPlace.get(place) ?? []).map(({ listId }) => listId))
  }

  /** Per value, in their order: what keeps it from being blocked. */
  async protectionsOf(values: readonly KindAndValue[]): Promise<(ProtectedValue | undefined)[]> {
    const index = await readProtections(this.deps.pool)
    return values.map(({ kind, value }) => {
      const canonical = canonicalEntry(kind, value)
      return canonical.ok ? index.touchedBy(kind, canonical) : undefined
    })
  }

  private holders(place: number, condition: Sql): Sql {
    return sql`SELECT ${place}::int AS place, entry.list_id AS "listId" FROM list_entry AS entry JOIN list ON list.id = entry.list_id
      WHERE entry.removed_at IS NULL AND NOT entry.disabled
        AND (entry.expires_at IS NULL OR entry.expires_at > ${new Date(this.deps.clock.now())}) AND ${condition}`
  }

  private async urlPatterns(): Promise<string[]> {
    const rows = await readRows<{ value: string }>(
      this.deps.pool,
      sql`SELECT DISTINCT entry.value FROM list_entry AS entry JOIN list ON list.id = entry.list_id
        WHERE list.kind = 'URL' AND entry.removed_at IS NULL AND entry.value ~ '[*^]' LIMIT ${PATTERNS_MAX}`,
    )
    return rows.map(row => row.value)
  }
}

function covers({ kind, value }: KindAndValue, patterns: readonly string[]): Sql {
  const canonical = canonicalEntry(kind, value)
  if (!canonical.ok) return sql`FALSE`
  const ofKind = sql`list.kind = ${kind}`
  if (canonical.range) return sql`${ofKind} AND entry.range_first IS NOT NULL AND ${ENTRY_RANGE} @> ${rangeSql(canonical.range)}`
  const matching = kind === 'URL' ? patterns.filter(pattern => patternCovers(pattern, canonical.value)) : []
  return sql`${ofKind} AND ${anyOf([sql`entry.value = ANY(${[...coveringValues(kind, canonical.value), ...matching]}::text[])`])}`
}
