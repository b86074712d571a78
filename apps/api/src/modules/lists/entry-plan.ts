import type { EntryCause } from '@sallyport/shared'
import type { PoolClient } from 'pg'
import { sql, toQuery } from '../../platform/sql.js'
import { formatAddress } from './entry/address-range.js'
import type { TypedLine } from './entry/typed-lines.js'
import { CoolDownIndex } from './cool-down.js'
import { checkLines, coveredByOthers, lineCheck, outlasts, type Candidate, type CheckedLines } from './entry-check.js'
import { wildcardsCovering } from './covering-values.js'
import { COOL_DOWN_COLUMNS, ENTRY_RANGE, PROTECTION_COLUMNS, type CoolDownRow, type ListRow, type ProtectionRow } from './list-row.js'
import { ProtectionIndex } from './protection.js'

export interface PlanOptions {
  readonly list: Pick<ListRow, 'id' | 'kind'>
  readonly cause: EntryCause
  readonly reason: string
  readonly expiresAt: Date | null
  readonly now: Date
}

/** What would be added to the list (candidates), and why the rest would not. Reads only. */
export async function planEntries(client: PoolClient, lines: readonly TypedLine[], { list, cause, reason, expiresAt, now }: PlanOptions): Promise<CheckedLines> {
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

async function readCoolDowns(client: PoolClient, { id, kind }: PlanOptions['list'], now: Date): Promise<CoolDownIndex> {
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
async function coveredByList(client: PoolClient, { id, kind }: PlanOptions['list'], candidates: readonly Candidate[], now: Date): Promise<Map<string, string>> {
  const inForce = sql`entry.list_id = ${id} AND entry.removed_at IS NULL AND NOT entry.disabled AND (entry.expires_at IS NULL OR entry.expires_at > ${now})`
  const covered = new Map<string, string>()
  const byValue = new Map(candidates.map(candidate => [candidate.value, candidate]))
  const note = (value: string, outer: string, expiresAt: Date | null) => {
    const candidate = byValue.get(value)
    if (candidate && outer !== value && outlasts(expiresAt, candidate.expiresAt)) covered.set(value, outer)
  }
  if (kind === 'ADDRESS') {
    const ranged = candidates.flatMap(({ value, range }) => (range ? [{ value, first: formatAddress(range.family, range.first), last: formatAddress(range.family, range.last) }] : []))
    const { rows } = await client.query<{ value: string; outer: string; expiresAt: Date | null }>(
      toQuery(sql`SELECT given.value, entry.value AS outer, entry.expires_at AS "expiresAt"
        FROM (SELECT entry.* FROM list_entry AS entry WHERE ${inForce} AND entry.range_first < entry.range_last) AS entry
        JOIN unnest(${ranged.map(({ value }) => value)}::text[], ${ranged.map(({ first }) => first)}::inet[], ${ranged.map(({ last }) => last)}::inet[])
          AS given(value, first, last) ON ${ENTRY_RANGE} @> address_range(given.first, given.last, '[]')`),
    )
    for (const { value, outer, expiresAt } of rows) note(value, outer, expiresAt)
  } else if (kind === 'DOMAIN' || kind === 'URL') {
    const { rows } = await client.query<{ value: string; expiresAt: Date | null }>(
      toQuery(sql`SELECT entry.value, entry.expires_at AS "expiresAt" FROM list_entry AS entry WHERE ${inForce} AND entry.value LIKE '*.%'`),
    )
    const wildcards = new Map(rows.map(row => [row.value, row.expiresAt]))
    if (wildcards.size > 0)
      for (const { value } of candidates)
        for (const outer of wildcardsCovering(value)) {
          const expiresAt = wildcards.get(outer)
          if (expiresAt !== undefined) note(value, outer, expiresAt)
        }
  }
  return covered
}
