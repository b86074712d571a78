import { sql, type Sql } from '../../platform/sql.js'
import { formatAddress, type AddressRange } from './entry/address-range.js'

/** The range as ENTRY_RANGE holds those of entries. */
export const rangeSql = ({ family, first, last }: AddressRange): Sql =>
  sql`address_range(${formatAddress(family, first)}::inet, ${formatAddress(family, last)}::inet, '[]')`
