import { ListKind } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { searchRows } from '../../platform/read-rows.js'
import { anyOf, sql, type Sql } from '../../platform/sql.js'
import { coveringValues, patternCovers } from './covering-values.js'
import { overlaps } from './entry/address-range.js'
import { parseRange } from './entry/canonical-address.js'
import { canonicalEntry } from './entry/canonical-entry.js'
import { readProtections } from './entry-plan.js'
import {
  COOL_DOWN_COLUMNS,
  ENTRY_COLUMNS,
  ENTRY_RANGE,
  PROTECTION_COLUMNS,
  type CoolDownRow,
  type EntryRow,
  type ProtectionRow,
} from './list-row.js'
import { hostOfUrl, type CanonicalValue } from './protection.js'
import { rangeSql } from './range-sql.js'

export interface BlockExplanation {
  readonly kind: ListKind
  readonly value: string
  /** In force first, then the newest. */
  readonly entries: readonly EntryRow[]
  readonly protection: ProtectionRow | undefined
  readonly coolDowns: readonly CoolDownRow[]
}

/** Of each kind; what is older is found on the list's own page. */
const ENTRIES_MAX = 100
/** Patterns with inner wildcards that are compared one by one. */
const PATTERNS_MAX = 5_000

/** In the order in which a bare value is most likely meant. */
const KINDS = [ListKind.ADDRESS, ListKind.FILE_HASH, ListKind.URL, ListKind.DOMAIN, ListKind.USER]

/** Answers why a value is blocked. */
export class BlockExplainer {
  constructor(private readonly deps: { readonly pool: Pool; readonly clock: Clock }) {}

  /** In every way in which the text can be read: those that say something, or the likeliest one. */
  async explain(typed: string): Promise<BlockExplanation[]> {
    const readings = KINDS.flatMap(kind => {
      const canonical = canonicalEntry(kind, typed)
      return canonical.ok ? [{ kind, ...canonical }] : []
    })
    // A URL is blocked by its host too.
    const url = readings.find(({ kind }) => kind === 'URL')
    if (url)
      for (const kind of [ListKind.ADDRESS, ListKind.DOMAIN]) {
        const host = readings.some(reading => reading.kind === kind) ? undefined : canonicalEntry(kind, hostOfUrl(url.value))
        if (host?.ok) readings.push({ kind, ...host })
      }
    const explanations = await Promise.all(readings.map(({ kind, ...value }) => this.explainAs(kind, value)))
    const telling = explanations.filter(({ entries, coolDowns }) => entries.length > 0 || coolDowns.length > 0)
    return telling.length > 0
      ? telling
      : explanations
          .filter(({ protection }) => protection)
          .concat(explanations)
          .slice(0, 1)
  }

  async explainAs(kind: ListKind, value: CanonicalValue): Promise<BlockExplanation> {
    const [entries, protection, coolDowns] = await Promise.all([
      this.entries(kind, value),
      this.protection(kind, value),
      this.coolDowns(kind, value),
    ])
    return { kind, value: value.value, entries, protection, coolDowns }
  }

  private async entries(kind: ListKind, { value, range }: CanonicalValue): Promise<EntryRow[]> {
    const covers = range
      ? anyOf([
          sql`entry.value = ${value}`,
          sql`(entry.removed_at IS NULL AND entry.range_first IS NOT NULL AND ${ENTRY_RANGE} @> ${rangeSql(range)})`,
        ])
      : sql`entry.value = ANY(${[...coveringValues(kind, value), ...(kind === 'URL' ? await this.patternsCovering(value) : [])]}::text[])`
    return searchRows<EntryRow>(
      this.deps.pool,
      sql`SELECT ${ENTRY_COLUMNS} FROM list_entry AS entry JOIN list ON list.id = entry.list_id
        WHERE list.kind = ${kind} AND ${covers}
        ORDER BY entry.removed_at IS NOT NULL, ${this.isIdle()}, entry.added_at DESC, entry.id DESC LIMIT ${ENTRIES_MAX}`,
    )
  }

  private async patternsCovering(url: string): Promise<string[]> {
    const rows = await searchRows<{ value: string }>(
      this.deps.pool,
      sql`SELECT DISTINCT entry.value FROM list_entry AS entry JOIN list ON list.id = entry.list_id
        WHERE list.kind = 'URL' AND entry.removed_at IS NULL AND entry.value ~ '[*^]' LIMIT ${PATTERNS_MAX}`,
    )
    return rows.map(row => row.value).filter(pattern => patternCovers(pattern, url))
  }

  private async protection(kind: ListKind, value: CanonicalValue): Promise<ProtectionRow | undefined> {
    const touched = (await readProtections(this.deps.pool)).touchedBy(kind, value)
    if (!touched) return undefined
    const [row] = await searchRows<ProtectionRow>(
      this.deps.pool,
      sql`SELECT ${PROTECTION_COLUMNS} FROM protection WHERE enabled AND kind = ${touched.kind} AND value = ${touched.value} ORDER BY id LIMIT 1`,
    )
    return row
  }

  private async coolDowns(kind: ListKind, { value, range }: CanonicalValue): Promise<CoolDownRow[]> {
    const rows = await searchRows<CoolDownRow>(
      this.deps.pool,
      sql`SELECT ${COOL_DOWN_COLUMNS} FROM unblock_cool_down AS cool
        WHERE cool.kind = ${kind} AND cool.until > ${this.now()} AND ${range ? sql`TRUE` : sql`cool.value = ${value}`} ORDER BY cool.until DESC`,
    )
    if (!range) return rows
    return rows.filter(coolDown => {
      const cool = parseRange(coolDown.value)
      return cool !== undefined && overlaps(cool, range)
    })
  }

  /** On the list, but not in force. */
  private isIdle(): Sql {
    return sql`(entry.disabled OR coalesce(entry.expires_at <= ${this.now()}, FALSE))`
  }

  private now(): Date {
    return new Date(this.deps.clock.now())
  }
}
