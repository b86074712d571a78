import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import { IncidentActivityType } from './incident-type.js'

@Can('incident:read')
@Resolver(() => IncidentActivityType)
export class IncidentActivityResolver {
  constructor(private readonly deps: { readonly users: Pick<UserReadModel, 'loader'> }) {}

  @FieldResolver(() => UserType, { nullable: true, description: 'Who did it; null when the system did.' })
  async user(@Root() { userId }: IncidentActivityType, @Ctx() context: Context): Promise<Person | null> {
    return userId === null ? null : context.load(this.deps.users.loader).load(userId)
  }

  @FieldResolver(() => UserType, { nullable: true })
  async assignee(@Root() { assigneeId }: IncidentActivityType, @Ctx() context: Context): Promise<Person | null> {
    return assigneeId === null ? null : context.load(this.deps.users.loader).load(assigneeId)
  }
}
