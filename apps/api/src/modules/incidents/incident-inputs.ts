import { IncidentState } from '@sallyport/shared'
import { Field, ID, InputType, Int } from 'type-graphql'
import { assertBoundedFilter, TextFilter } from '../../graphql/filters.js'
import { fromGlobalId } from '../../graphql/global-id.js'
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

  @Field(() => String, {
    nullable: true,
    description:
      'Number (INC-12 or 12), title or link value contains this. department:Finance (and title, company, office, city, manager, group, name, mail): a user of one of its alerts of whom the directory says so.',
  })
  text?: string | null
}

/** Throws BAD_USER_INPUT when it is too large or names ids of something else. */
export function incidentConditionsOf(filter: IncidentFilter | null | undefined): IncidentConditions {
  if (!filter) return {}
  assertBoundedFilter(filter)
  return { ...filter, assigneeId: typeof filter.assigneeId === 'string' ? userKey(filter.assigneeId) : undefined }
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
}

@InputType()
export class IncidentIgnoreInput extends IncidentActionInput {
  @Field(() => String, { nullable: true })
  comment?: string | null
}
