import type { PersonAttribute } from '@sallyport/shared'
import { allOf, anyOf, sql, type Sql } from '../../platform/sql.js'

/** Finds users by what a directory says of them. Implemented by a higher module: this one knows no directory. */
export interface PeopleSearch {
  /** A subselect of one column: users in lower case, as firewalls write them, whose attribute contains the text. */
  usersWhere(attribute: PersonAttribute, text: string): Sql
}

/** `department:Finance` of a search text. */
export interface PersonTerm {
  readonly attribute: PersonAttribute
  readonly text: string
}

/** A search text: what must be true of a user, and the rest as it was typed. */
export interface PeopleText {
  readonly terms: readonly PersonTerm[]
  readonly rest: string
}

/** What people type → what the directory calls it. */
export const PERSON_FIELDS: Readonly<Record<string, PersonAttribute>> = {
  name: 'displayName',
  mail: 'mail',
  title: 'title',
  department: 'department',
  company: 'company',
  office: 'office',
  city: 'city',
  manager: 'manager',
  group: 'groups',
}

/** More are searched as words: each is a look-up of its own. */
const TERMS_MAX = 8
/** At the beginning or behind a space, so that part of a URL is none; quotes may stand around a value with spaces. */
const TERM = new RegExp(String.raw`(?<!\S)(${Object.keys(PERSON_FIELDS).join('|')}):(?:"([^"]*)"|([^\s"]\S*))(?!\S)`, 'gi')

/** Unknown fields and empty values are words like any others. */
export function readPeopleText(text: string): PeopleText {
  const terms: PersonTerm[] = []
  const rest = text.replaceAll(TERM, (whole: string, field: string, quoted?: string, bare?: string) => {
    const attribute = PERSON_FIELDS[field.toLowerCase()]
    const value = (quoted ?? bare ?? '').trim()
    if (attribute === undefined || value === '' || terms.length >= TERMS_MAX) return whole
    terms.push({ attribute, text: value })
    return ' '
  })
  return { terms, rest: terms.length === 0 ? text : rest.replaceAll(/\s+/g, ' ').trim() }
}

/**
 * One of the user columns names a person of whom all terms are true. The users become an array once per statement, so that
 * the index on a column can be asked about each of them.
 */
export function namesPerson(columns: readonly Sql[], { terms }: PeopleText, people: PeopleSearch): Sql {
  const users = terms.map(({ attribute, text }) => people.usersWhere(attribute, text))
  return anyOf(columns.map(column => allOf(users.map(subselect => sql`lower(${column}) = ANY(ARRAY(${subselect}))`))))
}
