import { IncidentState } from '@sallyport/shared'
import { Arg, Args, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import { PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { numericId, toGlobalId } from '../../graphql/global-id.js'
import type { TopicMap } from '../../graphql/pubsub.js'
import { BigIntScalar } from '../../graphql/scalars.js'
import { BadInputError } from '../../platform/errors.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import { allowedActions, IncidentAction } from './incident.js'
import { activityCursor, incidentCursors } from './incident-cursors.js'
import { incidentConditionsOf, IncidentFilter } from './incident-inputs.js'
import { IncidentOrder } from './incident-order.js'
import type { IncidentReadModel } from './incident-read-model.js'
import {
  IncidentActivityConnection,
  IncidentConnection,
  IncidentStateCountType,
  IncidentType,
  toIncidentActivityType,
  toIncidentType,
  type IncidentActivityType,
} from './incident-type.js'

@ObjectType({ simpleResolvers: true })
class IncidentsChanged {
  @Field(() => [IncidentType])
  incidents!: IncidentType[]

  @Field(() => [ID], { description: 'Changed incidents that do not match the filter (any more).' })
  noLongerMatchingIds!: string[]

  @Field(() => Boolean)
  resyncRequired!: boolean
}

const BIGINT_MAX = 2n ** 63n - 1n

@Can('incident:read')
@Resolver(() => IncidentType)
export class IncidentResolver {
  constructor(private readonly deps: { readonly incidents: IncidentReadModel; readonly users: Pick<UserReadModel, 'loader'> }) {}

  @Query(() => IncidentConnection)
  async incidents(
    @Args(() => PageArgs) args: PageArgs,
    @Arg('filter', () => IncidentFilter, { nullable: true }) filter: IncidentFilter | null | undefined,
    @Arg('orderBy', () => IncidentOrder, { nullable: true }) orderBy: IncidentOrder | null | undefined,
    @Ctx() context: Context,
  ): Promise<Connection<IncidentType>> {
    const conditions = incidentConditionsOf(filter, context.actor?.userId)
    const order = orderBy ?? IncidentOrder.LAST_ALERT
    const cursor = incidentCursors[order]
    const page = { filter: conditions, orderBy: order, after: cursor.decode(args.after), limit: pageSize(args) + 1 }
    const rows = await this.deps.incidents.page(page)
    return toConnection(rows.map(toIncidentType), args, cursor.encode, () => this.deps.incidents.count(conditions))
  }

  @Query(() => IncidentType, { nullable: true })
  async incident(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true }) id: string | null | undefined,
    @Arg('number', () => BigIntScalar, { nullable: true }) number: bigint | null | undefined,
  ): Promise<IncidentType | null> {
    const [key, ...others] = [typeof id === 'string' ? numericId('Incident', id) : undefined, number ?? undefined].filter(
      given => given !== undefined,
    )
    if (key === undefined || others.length > 0) throw new BadInputError('Give either id or number')
    if (key > BIGINT_MAX) return null
    const row = await context.load(this.deps.incidents.incidentById).load(String(key))
    return row ? toIncidentType(row) : null
  }

  @Query(() => [IncidentStateCountType])
  async incidentStateCounts(): Promise<IncidentStateCountType[]> {
    const counts = new Map((await this.deps.incidents.stateCounts()).map(({ state, count }) => [state, count]))
    return Object.values(IncidentState).map(state => ({ state, count: counts.get(state) ?? 0 }))
  }

  @FieldResolver(() => UserType, { nullable: true })
  async assignee(@Root() incident: IncidentType, @Ctx() context: Context): Promise<Person | null> {
    return incident.assigneeId === null ? null : context.load(this.deps.users.loader).load(incident.assigneeId)
  }

  @FieldResolver(() => [IncidentAction], { description: 'What the viewer may do with it now.' })
  allowedActions(@Root() incident: IncidentType, @Ctx() context: Context): IncidentAction[] {
    return context.can('incident:write') ? allowedActions(incident) : []
  }

  @FieldResolver(() => IncidentActivityConnection)
  async activities(
    @Root() incident: IncidentType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<IncidentActivityType>> {
    const [afterId] = activityCursor.decode(args.after) ?? []
    const key = { owner: incident.incidentId, page: { afterId, limit: pageSize(args) + 1 } }
    const rows = await context.load(this.deps.incidents.activitiesOfIncident).load(key)
    return toConnection(rows.map(toIncidentActivityType), args, activity => activityCursor.encode([activity.activityId]))
  }

  @Subscription(() => IncidentsChanged, {
    topics: 'incidents',
    description: 'Incidents that were made or changed and match, a few times a second.',
  })
  async incidentsChanged(
    @Root() { ids, resync }: TopicMap['incidents'],
    @Arg('filter', () => IncidentFilter, { nullable: true }) filter: IncidentFilter | null | undefined,
    @Ctx() context: Context,
  ): Promise<IncidentsChanged> {
    const rows = await this.deps.incidents.matching(ids, incidentConditionsOf(filter, context.actor?.userId))
    const matching = new Set(rows.map(row => row.id))
    return {
      incidents: rows.map(toIncidentType),
      noLongerMatchingIds: ids.filter(id => !matching.has(id)).map(id => toGlobalId('Incident', id)),
      resyncRequired: resync,
    }
  }
}
