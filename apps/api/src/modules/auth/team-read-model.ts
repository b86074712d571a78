import { keyedLoader } from '../../platform/keyed-loader.js'
import type { PrismaClient } from '../../platform/prisma/client.js'

/** People who work on incidents together. */
export interface TeamRow {
  readonly id: number
  readonly name: string
  readonly version: number
  /** Keys of users. */
  readonly memberIds: readonly string[]
}

/** No server has as many: the list of all is bounded. */
export const TEAMS_MAX = 200

const WITH_MEMBERS = { id: true, name: true, version: true, members: { select: { userId: true }, orderBy: { userId: 'asc' } } } as const

export class TeamReadModel {
  constructor(private readonly deps: { readonly prisma: PrismaClient }) {}

  /** By key; undefined where there is no such team. */
  readonly loader = () =>
    keyedLoader<number, TeamRow>(
      async ids => this.rows({ id: { in: [...ids] } }),
      team => team.id,
    )

  /** By name. */
  async all(): Promise<TeamRow[]> {
    return this.rows({})
  }

  async find(id: number): Promise<TeamRow | undefined> {
    const [row] = await this.rows({ id: { in: [id] } })
    return row
  }

  private async rows(where: { readonly id?: { readonly in: number[] } }): Promise<TeamRow[]> {
    const rows = await this.deps.prisma.team.findMany({ where, orderBy: [{ name: 'asc' }], take: TEAMS_MAX, select: WITH_MEMBERS })
    return rows.map(({ members, ...team }) => ({ ...team, memberIds: members.map(({ userId }) => userId) }))
  }
}
