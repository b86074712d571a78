import type { PersonAttribute } from '@sallyport/shared'
import { containsText, sql, type Sql } from '../../platform/sql.js'

/** Where each attribute is in the stored facts. A photo is nothing to search for. */
const PATHS: Readonly<Record<Exclude<PersonAttribute, 'groups' | 'photo'>, Sql>> = {
  displayName: sql`lookup.facts->>'displayName'`,
  mail: sql`lookup.facts->>'mail'`,
  title: sql`lookup.facts->>'title'`,
  department: sql`lookup.facts->>'department'`,
  company: sql`lookup.facts->>'company'`,
  office: sql`lookup.facts->>'office'`,
  city: sql`lookup.facts->>'city'`,
  phone: sql`lookup.facts->>'phone'`,
  mobile: sql`lookup.facts->>'mobile'`,
  manager: sql`lookup.facts->>'manager'`,
}

/**
 * For `department:Finance` in searches: a subselect of one column, users in lower case as firewalls write them, of whom a
 * directory said that the attribute contains the text, whatever the case. Only people who were looked up are found.
 */
export function peopleWhere(attribute: PersonAttribute, text: string): Sql {
  return sql`SELECT lookup.value FROM lookup WHERE lookup.provider = 'DIRECTORY' AND lookup.state = 'KNOWN' AND ${condition(attribute, text)}`
}

function condition(attribute: PersonAttribute, text: string): Sql {
  if (attribute === 'photo') return sql`FALSE`
  if (attribute !== 'groups') return containsText(PATHS[attribute], text)
  return sql`EXISTS (SELECT FROM jsonb_array_elements_text(
      CASE WHEN jsonb_typeof(lookup.facts->'groups') = 'array' THEN lookup.facts->'groups' ELSE '[]' END) AS member(name)
    WHERE ${containsText(sql`member.name`, text)})`
}

/** As alerts and incidents want it. */
export const peopleSearch = { usersWhere: peopleWhere }
