/** A piece of SQL and its values. Pieces nest; values never become text of the statement. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

/** sql`id = ${id} AND ${condition}`: a value becomes a parameter, another piece becomes a part of the statement. */
export const sql = (texts: TemplateStringsArray, ...values: readonly unknown[]): Sql => new Sql(texts, values)

/** For separators and names that stand in our own code; never for anything from outside. */
const trusted = (text: string): Sql => new Sql([text], [])

export function joinSql(parts: readonly Sql[], separator: ', ' | ' AND ' | ' OR ' | ' UNION ALL '): Sql {
  const texts = ['', ...parts.slice(1).map(() => separator), '']
  return parts.length === 0 ? trusted('') : new Sql(texts, parts)
}

/** TRUE when there is no condition. */
export const allOf = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`TRUE` : joinSql(conditions, ' AND '))

/** FALSE when there is no condition. */
export const anyOf = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`FALSE` : sql`(${joinSql(conditions, ' OR ')})`)

/** What pg's `query` takes. */
export function toQuery(query: Sql): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const write = (piece: Sql): string =>
    piece.texts.reduce((text, next, index) => {
      const value = piece.values[index - 1]
      if (value instanceof Sql) return text + write(value) + next
      values.push(value)
      return `${text}$${values.length}${next}`
    })
  return { text: write(query), values }
}

/** The same for what is asked again and again: planned once per connection. One name, one text. */
export const prepared = (name: string, query: Sql): { name: string; text: string; values: unknown[] } => ({ name, ...toQuery(query) })

/** Case-insensitive containment; %, _ and \ in the text mean themselves. */
export const containsText = (column: Sql, text: string): Sql => sql`${column} ILIKE ${`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`}`

/** Equality for one address, containment for a network, so that either can use an index on the column. */
export const inNetwork = (column: Sql, network: string): Sql =>
  network.includes('/') ? sql`${column} <<= ${network}::inet` : sql`${column} = ${network}::inet`

export interface TextCondition {
  readonly in?: readonly string[] | null
  readonly contains?: string | null
}

/** All that is given must hold; `in` compares case-insensitively. Nothing given: TRUE. */
export function matchesText(column: Sql, condition: TextCondition): Sql {
  const conditions: Sql[] = []
  if (condition.in) conditions.push(sql`lower(${column}) = ANY(${condition.in.map(text => text.toLowerCase())}::text[])`)
  if (condition.contains) conditions.push(containsText(column, condition.contains))
  return allOf(conditions)
}

/** One condition per field of a filter: the compiler sees to it that none is forgotten. */
export type ConditionTable<Filter> = { readonly [Key in keyof Filter]-?: (value: NonNullable<Filter[Key]>) => Sql }

/** The conditions of the fields that are given; null and undefined are not. */
export function conditionsOf<Filter extends object>(table: ConditionTable<Filter>, filter: Filter): Sql[] {
  const entries = Object.entries(table) as [string, (value: unknown) => Sql][]
  const values = new Map<string, unknown>(Object.entries(filter))
  return entries.flatMap(([key, condition]) => {
    const value = values.get(key)
    return value === undefined || value === null ? [] : [condition(value)]
  })
}
