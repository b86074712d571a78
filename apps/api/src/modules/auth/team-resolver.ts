import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { fromGlobalId, smallKey } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { UserType } from './auth-type.js'
import type { Person } from './person.js'
import type { TeamReadModel, TeamRow } from './team-read-model.js'
import type { TeamService } from './team-service.js'
import { TeamCreateInput, TeamDeleteInput, TeamDeletePayload, TeamPayload, TeamType, TeamUpdateInput, toTeamType } from './team-type.js'
import type { UserReadModel } from './user-read-model.js'

export interface TeamResolverDeps {
  readonly teams: TeamReadModel
  readonly service: TeamService
  readonly users: Pick<UserReadModel, 'loader'>
}

@Can('incident:read')
@Resolver(() => TeamType)
export class TeamResolver {
  constructor(private readonly deps: TeamResolverDeps) {}

  @Query(() => [TeamType], { description: 'By name, at most 200.' })
  async teams(): Promise<TeamType[]> {
    return (await this.deps.teams.all()).map(toTeamType)
  }

  @FieldResolver(() => [UserType], { description: 'By name, at most 200.' })
  async members(@Root() { memberIds }: TeamType, @Ctx() context: Context): Promise<Person[]> {
    const people = await Promise.all(memberIds.map(id => context.load(this.deps.users.loader).load(id)))
    return people.filter(person => person !== null).toSorted((one, other) => one.name.localeCompare(other.name))
  }

  @Can('workflow:write')
  @Mutation(() => TeamPayload)
  async teamCreate(
    @Arg('input', () => TeamCreateInput) { name, memberIds }: TeamCreateInput,
    @Ctx() context: Context,
  ): Promise<TeamPayload> {
    const given = { name, memberIds: userKeys(memberIds) }
    return answer(() => this.deps.service.create(context.requireActor(), given))
  }

  @Can('workflow:write')
  @Mutation(() => TeamPayload, { description: 'What is not given is left.' })
  async teamUpdate(
    @Arg('input', () => TeamUpdateInput) { id, expectedVersion, name, memberIds }: TeamUpdateInput,
    @Ctx() context: Context,
  ): Promise<TeamPayload> {
    const given = {
      id: smallKey('Team', id),
      expectedVersion,
      name: name ?? undefined,
      memberIds: memberIds ? userKeys(memberIds) : undefined,
    }
    return answer(() => this.deps.service.update(context.requireActor(), given))
  }

  @Can('workflow:write')
  @Mutation(() => TeamDeletePayload, { description: 'Its incidents have no team then.' })
  async teamDelete(
    @Arg('input', () => TeamDeleteInput) { id, expectedVersion }: TeamDeleteInput,
    @Ctx() context: Context,
  ): Promise<TeamDeletePayload> {
    const key = smallKey('Team', id)
    return withUserErrors<Omit<TeamDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), { id: key, expectedVersion })
        return { deletedId: id }
      },
      () => ({ deletedId: null }),
    )
  }
}

const userKeys = (globalIds: readonly string[]): string[] => globalIds.map(id => fromGlobalId('User', id))

const answer = (work: () => Promise<TeamRow>): Promise<TeamPayload> =>
  withUserErrors<Omit<TeamPayload, 'userErrors'>>(
    async () => ({ team: toTeamType(await work()) }),
    current => ({ team: current ? toTeamType(current as TeamRow) : null }),
  )
