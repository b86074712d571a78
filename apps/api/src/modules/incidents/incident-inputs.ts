import { IncidentState, QUERY_FIELDS } from '@sallyport/shared'
import { Field, ID, InputType, Int } from 'type-graphql'
import { assertBoundedFilter, TextFilter } from '../../graphql/filters.js'
import { fromGlobalId, smallKey } from '../../graphql/global-id.js'
import { BadInputError } from '../../platform/errors.js'
import { DateTimeScalar, NetworkScalar } from '../../graphql/scalars.js'
import { Severity } from '../../graphql/shared-enums.js'
import type { IncidentConditions } from './incident-filter.js'

@InputType()
export class IncidentFilter {
  @Field(() => [IncidentState], { nullable: true })
  state?: IncidentState[] | null

  @Field(() => [Severity], { nullable: true })
  severity?: Severity[] | null

  @Field(() => Severity, { nullable: true })
  minSeverity?: Severity | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Last alert at or after / before.' })
  from?: Date | null

  @Field(() => DateTimeScalar, { nullable: true })
  to?: Date | null

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'true: only incidents without an assignee.' })
  unassigned?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Some alert was not stopped by the firewall.' })
  anyAllowed?: boolean | null

  @Field(() => NetworkScalar, { nullable: true, description: 'One of its alerts has this address at either end.' })
  address?: string | null

  @Field(() => TextFilter, { nullable: true, description: 'One of its alerts has this user.' })
  user?: TextFilter | null

  @Field(() => String, { nullable: true })
  fileDigest?: string | null

  @Field(() => ID, { nullable: true })
  teamId?: string | null

  @Field(() => String, { nullable: true, description: 'It has this tag.' })
  tag?: string | null

  @Field(() => String, { nullable: true, description: 'Exactly this value.' })
  classification?: string | null

  @Field(() => String, { nullable: true, description: 'Exactly this value.' })
  attackVector?: string | null

  @Field(() => String, { nullable: true, description: 'Exactly this value.' })
  disposition?: string | null

  @Field(() => Boolean, { nullable: true, description: 'true: only those that are ignored until a date; false: only others.' })
  muted?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'true: only those past a target of their severity; false: only others.' })
  overdue?: boolean | null

  @Field(() => String, {
    nullable: true,
    description:
      'A query: words (in number, title, link value or tags), "words with spaces", field:value, field:one,other, -field:not_this. ' +
      `Fields: ${Object.keys(QUERY_FIELDS).join(', ')}. Fields of alerts: one of its alerts is so. ` +
      'Times: created:24h (younger), created:>7d (older), created:2026-11-01, created:>=2026-11-01, a..b; days are UTC. What cannot be read is BAD_USER_INPUT.',
  })
  text?: string | null
}

/**
 * @param viewerId key of the person that `me` means
 * @throws BadInputError when it is too large or names ids of something else
 */
export function incidentConditionsOf(filter: IncidentFilter | null | undefined, viewerId?: string): IncidentConditions {
  if (!filter) return {}
  assertBoundedFilter(filter)
  const { assigneeId, teamId, ...conditions } = filter
  return {
    ...conditions,
    assigneeId: typeof assigneeId === 'string' ? userKey(assigneeId) : undefined,
    teamId: typeof teamId === 'string' ? smallKey('Team', teamId) : undefined,
    viewerId: viewerId === '' ? undefined : viewerId,
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @throws BadInputError unless it is the id of a user */
export function userKey(globalId: string): string {
  const id = fromGlobalId('User', globalId)
  if (!UUID.test(id)) throw new BadInputError('Not the id of a User')
  return id
}

@InputType()
export class IncidentActionInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@InputType()
export class IncidentAssignInput extends IncidentActionInput {
  @Field(() => ID, { nullable: true })
  assigneeId?: string | null
}

@InputType({ description: 'Comments conflict with nothing: no version.' })
export class IncidentCommentInput {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  comment!: string
}

@InputType()
export class IncidentCloseInput extends IncidentActionInput {
  @Field(() => String)
  summary!: string

  @Field(() => String, { nullable: true })
  detail?: string | null

  @Field(() => String, { nullable: true, description: 'Required where dispositions are set and the incident has none.' })
  disposition?: string | null
}

@InputType()
export class IncidentIgnoreInput extends IncidentActionInput {
  @Field(() => String, { nullable: true })
  comment?: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Mute: it goes on taking alerts until then, and nobody is shown them. Within a year. Not for reopening.',
  })
  until?: Date | null
}
