import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import type { UserReadModel } from '../auth/index.js'
import { IncidentType } from './incident-type.js'
import type { Timeline } from './timeline.js'
import { TimelineArgs, TimelineConnection, TimelineItemType, toTimelineItemType } from './timeline-type.js'

const cursor = cursorCodec(
  'Incident.timeline',
  z.tuple([z.iso.datetime(), z.string().regex(/^[a-z-]{1,30}$/), z.string().regex(/^\d{1,18}$/)]),
)

@Can('incident:read')
@Resolver(() => IncidentType)
export class IncidentTimelineResolver {
  constructor(private readonly deps: { readonly timeline: Timeline }) {}

  @FieldResolver(() => TimelineConnection, {
    description: 'All that happened to it and to incidents that were merged into it, the newest first.',
  })
  async timeline(
    @Root() { incidentId }: IncidentType,
    @Args(() => TimelineArgs) args: TimelineArgs,
  ): Promise<Connection<TimelineItemType>> {
    const limit = pageSize(args) + 1
    const [at, source, id] = cursor.decode(args.after) ?? []
    const after = at === undefined || source === undefined || id === undefined ? undefined : { at: new Date(at), source, id }
    const entries = await this.deps.timeline.page({ incidentId, kinds: args.kinds ?? undefined, after, limit })
    return toConnection(
      entries.map(entry => toTimelineItemType(incidentId, entry)),
      args,
      item => cursor.encode([item.at.toISOString(), item.source, item.rowId]),
    )
  }
}

@Can('incident:read')
@Resolver(() => TimelineItemType)
export class TimelineItemResolver {
  constructor(private readonly deps: { readonly users: Pick<UserReadModel, 'loader'> }) {}

  @FieldResolver(() => String, { nullable: true, description: 'Who: a person, a rule’s name or an API key’s; null: the system.' })
  async by(@Root() { byName, userId }: TimelineItemType, @Ctx() context: Context): Promise<string | null> {
    if (byName !== null || userId === null) return byName
    const user = await context.load(this.deps.users.loader).load(userId)
    return user?.name ?? null
  }
}
