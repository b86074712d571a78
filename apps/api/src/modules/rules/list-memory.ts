import type { ListKind } from '@sallyport/shared'
import type { Pool } from 'pg'
import { toGlobalId } from '../../graphql/global-id.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { canonicalEntry, coveringValues, parseRange, patternCovers, RangeIndex, type AddressRange } from '../lists/index.js'

interface HeldList {
  readonly name: string
  readonly kind: ListKind
  /** Value and epoch ms until which it counts. */
  readonly values: ReadonlyMap<string, number>
  readonly ranges: RangeIndex<{ readonly range: AddressRange; readonly until: number }>
  /** URLs with wildcards inside. */
  readonly patterns: readonly string[]
}

/** Canonical forms that are remembered: the same few values come again and again. */
const FORMS_MAX = 20_000
/** As in ListMembership: patterns are compared one by one. */
const PATTERNS_MAX = 5_000

/** The lists that rules ask about, in memory. */
export class ListMemory {
  private lists: ReadonlyMap<string, HeldList> = new Map()
  private readonly forms = new Map<string, ReturnType<typeof canonicalEntry>>()

  constructor(private readonly deps: { readonly pool: Pool }) {}

  has(listId: number): boolean {
    return this.lists.has(toGlobalId('List', listId))
  }

  nameOf(listId: string): string | undefined {
    return this.lists.get(listId)?.name
  }

  /** Reads these lists anew, and lets go of all that are not in `wanted`. */
  async load(wanted: readonly number[], changed: readonly number[] = wanted): Promise<void> {
    const read = wanted.filter(id => changed.includes(id) || !this.has(id))
    const fresh = new Map<string, HeldList>()
    for (const id of read) {
      const held = await this.read(id)
      if (held) fresh.set(toGlobalId('List', id), held)
    }
    const kept = wanted.map(id => toGlobalId('List', id)).filter(id => !read.some(one => toGlobalId('List', one) === id))
    this.lists = new Map([...kept.flatMap(id => entryOf(this.lists, id)), ...fresh])
  }

  /** undefined: that list is not held, or is gone. */
  isListed(listId: string, value: string, now: number): boolean | undefined {
    const list = this.lists.get(listId)
    if (!list) return undefined
    const canonical = this.canonical(list.kind, value)
    if (!canonical.ok) return false
    if (canonical.range) return list.ranges.findAround(canonical.range, entry => entry.until > now) !== undefined
    const covering = list.values.size === 0 ? [] : coveringValues(list.kind, canonical.value)
    if (covering.some(one => (list.values.get(one) ?? 0) > now)) return true
    return list.patterns.some(pattern => (list.values.get(pattern) ?? 0) > now && patternCovers(pattern, canonical.value))
  }

  private canonical(kind: ListKind, value: string): ReturnType<typeof canonicalEntry> {
    const key = `${kind} ${value}`
    const known = this.forms.get(key)
    if (known) return known
    if (this.forms.size >= FORMS_MAX) this.forms.clear()
    const canonical = canonicalEntry(kind, value)
    this.forms.set(key, canonical)
    return canonical
  }

  private async read(id: number): Promise<HeldList | undefined> {
    const [list] = await readRows<{ name: string; kind: ListKind }>(this.deps.pool, sql`SELECT name, kind FROM list WHERE id = ${id}`)
    if (!list) return undefined
    const entries = await readRows<{ value: string; expiresAt: Date | null }>(
      this.deps.pool,
      sql`SELECT value, expires_at AS "expiresAt" FROM list_entry WHERE list_id = ${id} AND removed_at IS NULL AND NOT disabled`,
    )
    const until = (expiresAt: Date | null): number => expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
    const ranges = list.kind === 'ADDRESS' ? entries : []
    return {
      name: list.name,
      kind: list.kind,
      values: new Map(list.kind === 'ADDRESS' ? [] : entries.map(entry => [entry.value, until(entry.expiresAt)])),
      ranges: new RangeIndex(
        ranges.flatMap(entry => {
          const range = parseRange(entry.value)
          return range ? [{ range, until: until(entry.expiresAt) }] : []
        }),
      ),
      patterns:
        list.kind === 'URL'
          ? entries
              .map(({ value }) => value)
              .filter(value => /[*^]/.test(value))
              .slice(0, PATTERNS_MAX)
          : [],
    }
  }
}

function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): [K, V][] {
  const value = map.get(key)
  return value === undefined ? [] : [[key, value]]
}
