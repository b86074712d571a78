import type { Pool } from 'pg'
import { sql, toQuery } from '../../platform/sql.js'
import { parseRange } from './entry/canonical-address.js'
import { readCoolDowns, readProtections } from './entry-plan.js'
import type { ListRow, ListValue } from './list-row.js'

/** A value that was in force once, as it was then. */
export type FormerValue = Pick<ListValue, 'value' | 'expiresAt'>

interface Fate {
  readonly value: string
  readonly onList: boolean
  /** The list's own word where the value is on it. */
  readonly expired: boolean
  readonly removed: boolean
}

/** Values that are compared with protections before others get their turn. */
const VALUES_PER_TURN = 2_000

/**
 * Those of the values that nothing may enforce any longer: protected; expired; or taken off the list for expiry, protection
 * or an unblock and not put back. What a person merely removed or disabled is none of them.
 */
export async function leftForGood(
  pool: Pick<Pool, 'query'>,
  { list, values, now }: { readonly list: Pick<ListRow, 'id' | 'kind'>; readonly values: readonly FormerValue[]; readonly now: Date },
): Promise<Set<string>> {
  const gone = new Set<string>()
  if (values.length === 0) return gone
  const protections = await readProtections(pool)
  const coolDowns = await readCoolDowns(pool, list, now)
  const { rows } = await pool.query<Fate>(
    toQuery(sql`SELECT given.value, coalesce(latest.on_list, FALSE) AS "onList",
        coalesce(CASE WHEN latest.on_list THEN latest.expires_at ELSE given.expires_at END <= ${now}, FALSE) AS expired,
        coalesce(latest.removal IN ('EXPIRED', 'PROTECTED', 'UNBLOCKED'), FALSE) AS removed
      FROM unnest(${values.map(({ value }) => value)}::text[], ${values.map(({ expiresAt }) => expiresAt)}::timestamptz[])
        AS given(value, expires_at)
      LEFT JOIN LATERAL
        (SELECT removed_at IS NULL AS on_list, removal, expires_at FROM list_entry
        WHERE list_id = ${list.id} AND value = given.value ORDER BY removed_at DESC NULLS FIRST, id DESC LIMIT 1) AS latest ON TRUE`),
  )
  for (const [index, { value, onList, expired, removed }] of rows.entries()) {
    if (index % VALUES_PER_TURN === VALUES_PER_TURN - 1) await new Promise(setImmediate)
    const range = list.kind === 'ADDRESS' ? parseRange(value) : undefined
    const isGone =
      expired ||
      removed ||
      protections.touchedBy(list.kind, { value, range }) !== undefined ||
      // People may put on their list what cools down.
      (!onList && coolDowns.touchedBy({ value, range }) !== undefined)
    if (isGone) gone.add(value)
  }
  return gone
}
