import { TimelineKind } from '@sallyport/shared'
import { ArgsType, Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes, PageArgs } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { ActivityCause } from './incident.js'
import type { TimelineEntry } from './timeline.js'

registerEnumType(TimelineKind, { name: 'TimelineKind' })

@ObjectType('TimelineItem', { simpleResolvers: true, description: 'One thing that happened, with its cause.' })
export class TimelineItemType {
  /** Not fields of the API: position, and keys of what it is about. */
  source!: string
  rowId!: string
  userId!: string | null
  byName!: string | null
  listId!: number | null
  deviceId!: number | null

  @Field(() => ID)
  id!: string

  @Field(() => DateTimeScalar)
  at!: Date

  @Field(() => TimelineKind)
  kind!: TimelineKind

  @Field(() => ActivityCause)
  cause!: ActivityCause

  @Field(() => String, { description: 'What happened, without who did it: ‘closed it: Blocked by the firewall’.' })
  text!: string

  @Field(() => String, { nullable: true })
  detail!: string | null
}

export const TimelineConnection = connectionTypes('Timeline', () => TimelineItemType)

@ArgsType()
export class TimelineArgs extends PageArgs {
  @Field(() => [TimelineKind], { nullable: true, description: 'Only these; null: all.' })
  kinds?: TimelineKind[] | null
}

/** @param incidentId whose timeline it is: what happened to another one, which was merged into it, says so */
export const toTimelineItemType = (incidentId: string, entry: TimelineEntry): TimelineItemType => ({
  source: entry.source,
  rowId: entry.id,
  userId: entry.userId,
  byName: entry.by,
  listId: entry.listId ?? null,
  deviceId: entry.deviceId ?? null,
  id: toGlobalId('TimelineItem', `${entry.source}-${entry.id}`),
  at: entry.at,
  kind: entry.kind,
  cause: entry.cause,
  text: entry.incidentId === incidentId ? entry.text : `INC-${entry.incidentId}: ${entry.text}`,
  detail: entry.detail,
})
