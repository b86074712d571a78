import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { UserCreateInputType, UserUpdateInputType } from './auth-inputs.js'
import { UserConnection, UserPayload, UserType } from './auth-type.js'
import type { Context } from '../../graphql/context.js'
import type { Person } from './person.js'
import type { UserReadModel } from './user-read-model.js'
import type { UserService } from './user-service.js'

const byName = cursorCodec('users', z.tuple([z.string()]))

@Can()
@Resolver(() => UserType)
export class UserResolver {
  constructor(private readonly deps: { users: UserService; readModel: UserReadModel }) {}

  @FieldResolver(() => ID)
  id(@Root() person: Person): string {
    return toGlobalId('User', person.id)
  }

  @Can('incident:read')
  @Query(() => UserConnection, { description: 'Everybody who can be assigned an incident.' })
  async users(@Args(() => PageArgs) page: PageArgs): Promise<Connection<Person>> {
    const after = byName.decode(page.after)?.[0]
    const rows = await this.deps.readModel.assignable({ limit: pageSize(page) + 1, after })
    return toConnection(rows, page, person => byName.encode([this.deps.readModel.positionOf(person)]))
  }

  @Can('user:write')
  @Mutation(() => UserPayload)
  userCreate(@Arg('input', () => UserCreateInputType) input: UserCreateInputType, @Ctx() context: Context): Promise<UserPayload> {
    return withUserErrors<{ user: object | null }>(
      async () => ({ user: await this.deps.users.create(context.requireActor(), input) }),
      () => ({ user: null }),
    )
  }

  @Can('user:write')
  @Mutation(() => UserPayload, { description: "Ends the user's sessions." })
  userUpdate(@Arg('input', () => UserUpdateInputType) input: UserUpdateInputType, @Ctx() context: Context): Promise<UserPayload> {
    const { id, role, disabled } = input
    return withUserErrors<{ user: object | null }>(
      async () => ({
        user: await this.deps.users.update(context.requireActor(), {
          id: fromGlobalId('User', id),
          role: role ?? undefined,
          disabled: disabled ?? undefined,
        }),
      }),
      () => ({ user: null }),
    )
  }
}
