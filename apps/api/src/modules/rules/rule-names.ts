import type { ListKind, RuleNames } from '@sallyport/shared'
import { toGlobalId } from '../../graphql/global-id.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { ROLE_PERMISSIONS, type Role } from '@sallyport/shared'
import type { RuleSurroundings } from './engine/index.js'

/** What rules may mention, by global id: for checking and for reading them aloud. */
export interface Surroundings extends RuleSurroundings {
  readonly names: RuleNames
}

export interface RuleNamesDeps {
  readonly prisma: Pick<PrismaClient, 'list' | 'channel' | 'user' | 'team'>
}

/** Reads all that rules may mention: there are few of each. */
export async function readSurroundings({ prisma }: RuleNamesDeps): Promise<Surroundings> {
  const [lists, channels, users, teams] = await Promise.all([
    prisma.list.findMany({ select: { id: true, name: true, kind: true } }),
    prisma.channel.findMany({ select: { id: true, name: true } }),
    prisma.user.findMany({ select: { id: true, name: true, role: true, disabledAt: true } }),
    prisma.team.findMany({ select: { id: true, name: true } }),
  ])
  const named = (type: string, rows: readonly { readonly id: string | number; readonly name: string }[]) =>
    new Map(rows.map(({ id, name }) => [toGlobalId(type, id), name]))
  const assignable = users.filter(
    ({ role, disabledAt }) => disabledAt === null && ROLE_PERMISSIONS[role as Role].includes('incident:write'),
  )
  const [listNames, channelNames, people, teamNames] = [
    named('List', lists),
    named('Channel', channels),
    named('User', users),
    named('Team', teams),
  ]
  return {
    lists: new Map(lists.map(({ id, kind }) => [toGlobalId('List', id), kind as ListKind])),
    channels: new Set(channelNames.keys()),
    people: new Set(assignable.map(({ id }) => toGlobalId('User', id))),
    teams: new Set(teamNames.keys()),
    names: {
      list: id => listNames.get(id),
      channel: id => channelNames.get(id),
      person: id => people.get(id),
      team: id => teamNames.get(id),
    },
  }
}
