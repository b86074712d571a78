import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { TeamType, toTeamType, UserType, type Person, type TeamReadModel, type UserReadModel } from '../auth/index.js'
import type { IncidentPresence } from './incident-presence.js'
import type { IncidentTasks } from './incident-tasks.js'
import { IncidentType } from './incident-type.js'
import { deadlinesOf, type Targets } from './targets.js'
import { IncidentTaskType, toIncidentTaskType } from './workflow-type.js'

export interface IncidentWorkflowResolverDeps {
  readonly teams: Pick<TeamReadModel, 'loader'>
  readonly users: Pick<UserReadModel, 'loader'>
  readonly targets: Pick<Targets, 'loader'>
  readonly tasks: Pick<IncidentTasks, 'ofIncident'>
  readonly presence: Pick<IncidentPresence, 'viewersOf'>
}

/** What an incident's workflow holds besides its own columns. */
@Can('incident:read')
@Resolver(() => IncidentType)
export class IncidentWorkflowResolver {
  constructor(private readonly deps: IncidentWorkflowResolverDeps) {}

  @FieldResolver(() => TeamType, { nullable: true, description: 'Whose it is, besides its assignee.' })
  async team(@Root() { teamId }: IncidentType, @Ctx() context: Context): Promise<TeamType | null> {
    const team = teamId === null ? undefined : await context.load(this.deps.teams.loader).load(teamId)
    return team ? toTeamType(team) : null
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'By the target of its severity; null: no target, or done.' })
  async acknowledgeBy(@Root() incident: IncidentType, @Ctx() context: Context): Promise<Date | null> {
    return deadlinesOf(incident, await context.load(this.deps.targets.loader).load('targets')).acknowledgeBy
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'By the target of its severity; null: no target, or done.' })
  async closeBy(@Root() incident: IncidentType, @Ctx() context: Context): Promise<Date | null> {
    return deadlinesOf(incident, await context.load(this.deps.targets.loader).load('targets')).closeBy
  }

  @FieldResolver(() => [IncidentTaskType], { description: 'Oldest first, at most 50.' })
  async tasks(@Root() { incidentId }: IncidentType, @Ctx() context: Context): Promise<IncidentTaskType[]> {
    const found = await context.load(this.deps.tasks.ofIncident).load(incidentId)
    return (found?.tasks ?? []).map(toIncidentTaskType)
  }

  @FieldResolver(() => [UserType], { description: 'Others who have it open, at most 20. In a subscription: also whoever asks.' })
  async viewers(@Root() { incidentId }: IncidentType, @Ctx() context: Context): Promise<Person[]> {
    const found = await context.load(this.deps.presence.viewersOf).load(incidentId)
    const others = (found?.userIds ?? []).filter(id => id !== context.actor?.userId)
    const people = await Promise.all(others.map(id => context.load(this.deps.users.loader).load(id)))
    return people.filter(person => person !== null)
  }
}

@Can('incident:read')
@Resolver(() => IncidentTaskType)
export class IncidentTaskResolver {
  constructor(private readonly deps: { readonly users: Pick<UserReadModel, 'loader'> }) {}

  @FieldResolver(() => UserType, { nullable: true })
  async assignee(@Root() { assigneeId }: IncidentTaskType, @Ctx() context: Context): Promise<Person | null> {
    return assigneeId === null ? null : context.load(this.deps.users.loader).load(assigneeId)
  }

  @FieldResolver(() => UserType, { nullable: true })
  async doneBy(@Root() { doneById }: IncidentTaskType, @Ctx() context: Context): Promise<Person | null> {
    return doneById === null ? null : context.load(this.deps.users.loader).load(doneById)
  }
}
