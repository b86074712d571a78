import { ROLE_PERMISSIONS, type Role } from '@sallyport/shared'
import DataLoader from 'dataloader'
import type { LoaderFactory } from '../../graphql/context.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { nameKeyOf, PERSON_COLUMNS, personOf, type Person } from './person.js'

const ASSIGNABLE_ROLES = (Object.keys(ROLE_PERMISSIONS) as Role[]).filter(role => ROLE_PERMISSIONS[role].includes('incident:write'))

export class UserReadModel {
  constructor(private readonly deps: { prisma: PrismaClient }) {}

  /** By key; null where there is no such user. */
  readonly loader: LoaderFactory<string, Person | null> = () =>
    new DataLoader(async ids => {
      const rows = await this.deps.prisma.user.findMany({ where: { id: { in: [...ids] } }, select: PERSON_COLUMNS })
      const byId = new Map(rows.map(row => [row.id, personOf(row)]))
      return ids.map(id => byId.get(id) ?? null)
    })

  /** Those who can be assigned an incident, by name. @param after nameKey of the row before */
  async assignable({ limit, after }: { limit: number; after: string | undefined }): Promise<readonly Person[]> {
    const rows = await this.deps.prisma.user.findMany({
      where: { disabledAt: null, role: { in: ASSIGNABLE_ROLES }, ...(after !== undefined && { nameKey: { gt: after } }) },
      orderBy: { nameKey: 'asc' },
      take: limit,
      select: PERSON_COLUMNS,
    })
    return rows.map(personOf)
  }

  /** Position of a person in that list. */
  positionOf(person: Person): string {
    return nameKeyOf(person.name)
  }
}
