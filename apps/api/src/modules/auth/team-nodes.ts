import type { NodeLoader } from '../../graphql/node.js'
import type { TeamReadModel } from './team-read-model.js'
import { toTeamType } from './team-type.js'

/** What `node(id)` finds of teams. */
export const teamNodes = ({ teams }: { readonly teams: TeamReadModel }): NodeLoader[] => [
  {
    type: 'Team',
    permission: 'incident:read',
    load: async (id, context) => {
      const team = /^\d{1,9}$/.test(id) ? await context.load(teams.loader).load(Number(id)) : undefined
      return team && toTeamType(team)
    },
  },
]
