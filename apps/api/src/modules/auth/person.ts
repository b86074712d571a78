import type { Role } from '@sallyport/shared'

/** A user as others may see it. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
}

/** The columns of a Person: never the password's hash. */
export const PERSON_COLUMNS = { id: true, name: true, role: true, disabledAt: true } as const

export const personOf = (row: { id: string; name: string; role: string; disabledAt: Date | null }): Person => ({
  id: row.id,
  name: row.name,
  // The database holds a check of the closed set.
  role: row.role as Role,
  disabled: row.disabledAt !== null,
})

/** What names are compared by. */
export const nameKeyOf = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** PostgreSQL refuses to compare a uuid with anything else. */
export const isUserKey = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
