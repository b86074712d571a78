import { teamCreateInput, teamUpdateInput } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import type { Prisma, PrismaClient } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { isUserKey } from './person.js'
import { TEAMS_MAX, type TeamReadModel, type TeamRow } from './team-read-model.js'

export interface TeamServiceDeps {
  readonly prisma: PrismaClient
  readonly teams: Pick<TeamReadModel, 'find'>
}

interface SeenTeam {
  readonly id: number
  readonly expectedVersion: number
}

/** Teams, as administrators set them. Throws UserFaultsError: INVALID, TAKEN, NOT_FOUND, CONFLICT with the team as it is now. */
export class TeamService {
  constructor(private readonly deps: TeamServiceDeps) {}

  async create(actor: Actor, input: { readonly name: string; readonly memberIds: readonly string[] }): Promise<TeamRow> {
    assertMay(actor, 'workflow:write')
    const { name, memberIds } = teamCreateInput.parse(input)
    assertStorable({ name })
    const id = await this.named(async tx => {
      if ((await tx.team.count()) >= TEAMS_MAX) throw fault('NOT_ALLOWED_NOW', `There are at most ${TEAMS_MAX} teams`, null)
      const members = await knownMembers(tx, memberIds)
      const team = await tx.team.create({ data: { name, members: { create: members.map(userId => ({ userId })) } }, select: { id: true } })
      return team.id
    })
    return this.found(id)
  }

  /** What is not given is left; members are given as a whole. */
  async update(
    actor: Actor,
    {
      id,
      expectedVersion,
      ...input
    }: SeenTeam & { readonly name?: string | undefined; readonly memberIds?: readonly string[] | undefined },
  ): Promise<TeamRow> {
    assertMay(actor, 'workflow:write')
    const { name, memberIds } = teamUpdateInput.parse(input)
    assertStorable({ name })
    await this.named(async tx => {
      const members = memberIds && (await knownMembers(tx, memberIds))
      const data = { ...(name !== undefined && { name }), version: { increment: 1 } }
      const { count } = await tx.team.updateMany({ where: { id, version: expectedVersion }, data })
      if (count === 0) return this.stale(id)
      if (!members) return id
      await tx.teamMember.deleteMany({ where: { teamId: id, userId: { notIn: members } } })
      await tx.teamMember.createMany({ data: members.map(userId => ({ teamId: id, userId })), skipDuplicates: true })
      return id
    })
    return this.found(id)
  }

  /** Its incidents have no team then. */
  async delete(actor: Actor, { id, expectedVersion }: SeenTeam): Promise<void> {
    assertMay(actor, 'workflow:write')
    const { count } = await this.deps.prisma.team.deleteMany({ where: { id, version: expectedVersion } })
    if (count === 0) await this.stale(id)
  }

  private async named(work: (tx: Prisma.TransactionClient) => Promise<number>): Promise<number> {
    return this.deps.prisma.$transaction(work).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw fault('TAKEN', 'There is a team of this name', ['name'])
      throw error
    })
  }

  private async found(id: number): Promise<TeamRow> {
    const team = await this.deps.teams.find(id)
    if (!team) throw fault('NOT_FOUND', 'The team was not found', ['id'])
    return team
  }

  private async stale(id: number): Promise<never> {
    throw fault('CONFLICT', 'Somebody else changed the team meanwhile', ['expectedVersion'], await this.found(id))
  }
}

/** Each once. Somebody who is disabled may stay a member. */
async function knownMembers(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  const users = wanted.every(isUserKey) ? await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true } }) : []
  if (users.length < wanted.length) throw fault('INVALID', 'Somebody of them is not known', ['memberIds'])
  return wanted
}

const fault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown): UserFaultsError =>
  new UserFaultsError([{ code, message, field }], current)
