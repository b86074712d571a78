import type { Entry } from 'ldapts'

/** An entry as the directory told it. */
export interface LdapEntry {
  readonly dn: string
  /** By name in lower case, without options such as `;range=0-1499`; what is no UTF-8 is a buffer. */
  readonly attributes: ReadonlyMap<string, readonly (string | Buffer)[]>
}

export function toLdapEntry({ dn, ...given }: Entry): LdapEntry {
  const attributes = new Map<string, readonly (string | Buffer)[]>()
  for (const [description, value] of Object.entries(given)) {
    const name = (description.split(';')[0] ?? '').toLowerCase()
    const values: (string | Buffer)[] = Array.isArray(value) ? value : [value]
    if (values.length > 0) attributes.set(name, [...(attributes.get(name) ?? []), ...values])
  }
  return { dn: String(dn), attributes }
}

export const valuesOf = (entry: LdapEntry, name: string | undefined): readonly (string | Buffer)[] =>
  name === undefined ? [] : (entry.attributes.get(name.toLowerCase()) ?? [])

export const textOf = (entry: LdapEntry, name: string): string | undefined => valuesOf(entry, name).find(value => typeof value === 'string')
