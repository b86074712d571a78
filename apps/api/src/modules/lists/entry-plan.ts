import type { EntryCause } from '@sallyport/shared'
import type { PoolClient } from 'pg'
import { sql, toQuery, type Sql } from '../../platform/sql.js'
import type { AddressRange } from './entry/address-range.js'
import { parseRange } from './entry/canonical-address.js'
import { RangeIndex } from './entry/range-index.js'
import type { TypedLine } from './entry/typed-lines.js'
import { CoolDownIndex } from './cool-down.js'
import { checkLines, coveredByOthers, lineCheck, outlasts, type Candidate, type CheckedLines } from './entry-check.js'
import { wildcardsCovering } from './covering-values.js'
import { COOL_DOWN_COLUMNS, ENTRY_RANGE, PROTECTION_COLUMNS, type CoolDownRow, type ListRow, type ProtectionRow } from './list-row.js'
import { ProtectionIndex } from './protection.js'
import { rangeSql } from './range-sql.js'

export interface PlanOptions {
  readonly list: Pick<ListRow, 'id' | 'kind'>
  readonly cause: EntryCause
  readonly reason: string
  readonly expiresAt: Date | null
  readonly now: Date
}

/** What would be added to the list (candidates), and why the rest would not. Reads only. */
export async function planEntries(
  client: PoolClient,
  lines: readonly TypedLine[],
  { list, cause, reason, expiresAt, now }: PlanOptions,
): Promise<CheckedLines> {
  const checked = await checkLines(lines, {
    kind: list.kind,
    protections: await readProtections(client),
    coolDowns: cause === 'USER' ? undefined : await readCoolDowns(client, list, now),
    now: now.getTime(),
    reason,
    expiresAt,
  })
  const there = await alreadyThere(client, list.id, checked.candidates)
  const covering = await coveredByList(client, list, checked.candidates, now)
  const byOthers = coveredByOthers(checked.candidates.filter(({ value }) => !there.has(value) && !covering.has(value)))
  const refused = [...checked.refused]
  const candidates = checked.candidates.filter(candidate => {
    const { value } = candidate
    const present = there.get(value)
    if (present !== undefined) {
      refused.push(lineCheck(candidate, value, 'ALREADY_THERE', present))
      return false
    }
    const outer = covering.get(value) ?? byOthers.get(value)
    if (outer !== undefined) refused.push(lineCheck(candidate, value, 'COVERED', `Covered by ${outer}`))
    return outer === undefined
  })
  return { candidates, refused }
}

export async function readProtections(client: Pick<PoolClient, 'query'>): Promise<ProtectionIndex> {
  const { rows } = await client.query<ProtectionRow>(toQuery(sql`SELECT ${PROTECTION_COLUMNS} FROM protection WHERE enabled ORDER BY id`))
  return new ProtectionIndex(rows)
}

export async function readCoolDowns(
  client: Pick<PoolClient, 'query'>,
  { id, kind }: PlanOptions['list'],
  now: Date,
): Promise<CoolDownIndex> {
  const { rows } = await client.query<CoolDownRow>(
    toQuery(sql`SELECT ${COOL_DOWN_COLUMNS} FROM unblock_cool_down AS cool
      WHERE cool.kind = ${kind} AND cool.until > ${now} AND (cool.list_id IS NULL OR cool.list_id = ${id})`),
  )
  return new CoolDownIndex(rows)
}

/** By value: how it stands there. */
async function alreadyThere(client: PoolClient, listId: number, candidates: readonly Candidate[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ value: string; disabled: boolean; expiresAt: Date | null }>(
    toQuery(sql`SELECT entry.value, entry.disabled, entry.expires_at AS "expiresAt" FROM unnest(${candidates.map(({ value }) => value)}::text[]) AS given(value)
      JOIN list_entry AS entry ON entry.list_id = ${listId} AND entry.value = given.value AND entry.removed_at IS NULL`),
  )
  return new Map(
    rows.map(({ value, disabled, expiresAt }) => [
      value,
      `On the list already, ${disabled ? 'disabled' : expiresAt ? `until ${expiresAt.toISOString()}` : 'without an end'}`,
    ]),
  )
}

/** By value: the wider entry in force that blocks it at least as long. */
async function coveredByList(
  client: PoolClient,
  { id, kind }: PlanOptions['list'],
  candidates: readonly Candidate[],
  now: Date,
): Promise<Map<string, string>> {
  const inForce = sql`entry.list_id = ${id} AND entry.removed_at IS NULL AND NOT entry.disabled AND (entry.expires_at IS NULL OR entry.expires_at > ${now})`
  const entries = async (condition: Sql) => {
    const { rows } = await client.query<{ value: string; expiresAt: Date | null }>(
      toQuery(sql`SELECT entry.value, entry.expires_at AS "expiresAt" FROM list_entry AS entry WHERE ${inForce} AND ${condition}`),
    )
    return rows
  }
  if (kind === 'ADDRESS') return coveredByRanges(candidates, entries)
  return kind === 'DOMAIN' || kind === 'URL' ? coveredByWildcards(candidates, await entries(sql`entry.value LIKE '*.%'`)) : new Map()
}

type EntriesThat = (condition: Sql) => Promise<{ readonly value: string; readonly expiresAt: Date | null }[]>

/** A few values are looked up in the index; many together ask for most of the list anyway, and are compared here. */
async function coveredByRanges(candidates: readonly Candidate[], entries: EntriesThat): Promise<Map<string, string>> {
  const covered = new Map<string, string>()
  const ranges = candidates.flatMap(({ range }) => range ?? [])
  for (const family of [4, 6] as const) {
    const hull = hullOf(ranges.filter(range => range.family === family))
    if (!hull) continue
    const wider = await entries(
      sql`entry.range_first < entry.range_last AND entry.range_first IS NOT NULL AND ${ENTRY_RANGE} && ${rangeSql(hull)}`,
    )
    const index = new RangeIndex(
      wider.flatMap(entry => {
        const range = parseRange(entry.value)
        return range ? [{ ...entry, range }] : []
      }),
    )
    for (const { value, range, expiresAt } of candidates) {
      const outer = range && index.findAround(range, entry => entry.value !== value && outlasts(entry.expiresAt, expiresAt))
      if (outer) covered.set(value, outer.value)
    }
  }
  return covered
}

function hullOf([one, ...others]: readonly AddressRange[]): AddressRange | undefined {
  if (!one) return undefined
  let { first, last } = one
  for (const range of others) {
    if (range.first < first) first = range.first
    if (range.last > last) last = range.last
  }
  return { family: one.family, first, last }
}

function coveredByWildcards(candidates: readonly Candidate[], entries: Awaited<ReturnType<EntriesThat>>): Map<string, string> {
  const wildcards = new Map(entries.map(({ value, expiresAt }) => [value, expiresAt]))
  const covered = new Map<string, string>()
  for (const { value, expiresAt } of wildcards.size > 0 ? candidates : []) {
    const outer = wildcardsCovering(value).find(wildcard => {
      const until = wildcards.get(wildcard)
      return until !== undefined && wildcard !== value && outlasts(until, expiresAt)
    })
    if (outer !== undefined) covered.set(value, outer)
  }
  return covered
}
