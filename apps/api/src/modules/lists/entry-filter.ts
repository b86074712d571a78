import { allOf, anyOf, conditionsOf, containsText, sql, type Sql } from '../../platform/sql.js'
import { parseRange } from './entry/canonical-address.js'
import { ENTRY_RANGE } from './list-row.js'
import { rangeSql } from './range-sql.js'

/** What is asked of the entries of a list. */
export interface EntryConditions {
  readonly text?: string | null | undefined
  readonly address?: string | null | undefined
  readonly removed?: boolean | null | undefined
  readonly disabled?: boolean | null | undefined
}

/** For the table alias `entry`. Removed ones are left out unless they are asked for: then they are the only ones. */
export const entryConditions = ({ removed, ...filter }: EntryConditions): Sql[] => [
  removed === true ? sql`entry.removed_at IS NOT NULL` : sql`entry.removed_at IS NULL`,
  ...conditionsOf<Omit<EntryConditions, 'removed'>>(
    {
      text: text => anyOf([sql`entry.value`, sql`entry.typed`, sql`entry.reason`].map(column => containsText(column, text))),
      address: address => overlapping(address),
      disabled: disabled => sql`entry.disabled = ${disabled}`,
    },
    filter,
  ),
]

/** Equal to, covering or covered by the network. */
function overlapping(network: string): Sql {
  const range = parseRange(network)
  if (!range) return sql`FALSE`
  // Said again for the planner: the index holds these rows alone.
  return allOf([sql`entry.range_first IS NOT NULL`, sql`${ENTRY_RANGE} && ${rangeSql(range)}`])
}
