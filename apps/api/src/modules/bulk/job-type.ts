import { JobItemState, JobState, type Severity } from '@sallyport/shared'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { Severity as SeverityEnum } from '../../graphql/shared-enums.js'
import { Payload } from '../../graphql/user-errors.js'
import { IncidentFilter } from '../incidents/index.js'
import { storedAction } from './bulk-action.js'
import { undoUntil } from './bulk-service.js'
import type { JobItemRow, JobRow } from './job-row.js'

registerEnumType(JobState, { name: 'JobState' })
registerEnumType(JobItemState, { name: 'JobItemState' })

@ObjectType('Job', { implements: NodeType, simpleResolvers: true, description: 'The same change on many incidents.' })
export class JobType extends NodeType {
  /** Database keys; not fields of the API. */
  jobId!: string
  userId!: string

  @Field(() => JobState)
  state!: JobState

  @Field(() => String, { description: "In words, e.g. 'Close as False positive'." })
  title!: string

  @Field(() => Int)
  total!: number

  @Field(() => Int, { description: 'As wanted now; after an undo also those that were taken back.' })
  done!: number

  @Field(() => Int, { description: 'Not done, or not taken back: its items tell why.' })
  failed!: number

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'null: cannot be undone.' })
  undoUntil!: Date | null
}

export function toJobType(job: JobRow): JobType {
  const stored = storedAction.safeParse(job.action).data
  const { id, userId, state, total, done, failed, createdAt, finishedAt } = job
  return {
    id: toGlobalId('Job', id),
    jobId: id,
    userId,
    state,
    title: stored?.title ?? 'Unknown',
    total,
    done,
    failed,
    createdAt,
    finishedAt,
    undoUntil: undoUntil(job, stored?.action.kind) ?? null,
  }
}

@ObjectType('JobItem', { simpleResolvers: true })
export class JobItemType {
  /** Database key; not a field of the API. */
  incidentId!: string

  @Field(() => JobItemState)
  state!: JobItemState

  @Field(() => String, { nullable: true })
  message!: string | null
}

export const JobItemConnection = connectionTypes('JobItem', () => JobItemType)

export const toJobItemType = ({ incidentId, state, message }: JobItemRow): JobItemType => ({ incidentId, state, message })

@InputType()
export class BulkCloseInput {
  @Field(() => String)
  summary!: string

  @Field(() => String, { nullable: true })
  detail?: string | null

  @Field(() => String, { nullable: true })
  disposition?: string | null
}

@InputType()
export class BulkIgnoreInput {
  @Field(() => String, { nullable: true })
  comment?: string | null

  @Field(() => DateTimeScalar, { nullable: true })
  until?: Date | null
}

@InputType()
export class BulkCommentInput {
  @Field(() => String, { nullable: true })
  comment?: string | null
}

@InputType({ description: 'What is not given is left; null takes it away.' })
export class BulkAssignInput {
  @Field(() => ID, { nullable: true })
  assigneeId?: string | null

  @Field(() => ID, { nullable: true })
  teamId?: string | null
}

@InputType({ description: 'What is not given is left; null clears.' })
export class BulkEditInput {
  @Field(() => SeverityEnum, { nullable: true })
  severity?: Severity | null

  @Field(() => String, { nullable: true })
  classification?: string | null

  @Field(() => String, { nullable: true })
  attackVector?: string | null

  @Field(() => String, { nullable: true })
  disposition?: string | null

  @Field(() => [String], { nullable: true })
  addTags?: string[] | null

  @Field(() => [String], { nullable: true })
  removeTags?: string[] | null
}

@InputType({ description: 'Exactly one of the actions.' })
export class BulkActionInput {
  @Field(() => BulkCloseInput, { nullable: true })
  close?: BulkCloseInput | null

  @Field(() => BulkIgnoreInput, { nullable: true })
  ignore?: BulkIgnoreInput | null

  @Field(() => BulkCommentInput, { nullable: true })
  reopen?: BulkCommentInput | null

  @Field(() => BulkAssignInput, { nullable: true })
  assign?: BulkAssignInput | null

  @Field(() => BulkEditInput, { nullable: true })
  edit?: BulkEditInput | null

  @Field(() => BulkCommentInput, { nullable: true })
  comment?: BulkCommentInput | null
}

@InputType({
  description:
    'ids (at most 1,000) or filter (at most 10,000 match) with the count that the person saw: refused when it differs by more than a tenth.',
})
export class IncidentsBulkInput {
  @Field(() => [ID], { nullable: true })
  ids?: string[] | null

  @Field(() => IncidentFilter, { nullable: true })
  filter?: IncidentFilter | null

  @Field(() => Int, { nullable: true })
  expectedCount?: number | null

  @Field(() => BulkActionInput)
  action!: BulkActionInput

  @Field(() => String, { nullable: true, description: 'The same request again is the same job.' })
  clientMutationId?: string | null
}

@ObjectType('JobPayload', { simpleResolvers: true })
export class JobPayload extends Payload {
  @Field(() => JobType, { nullable: true })
  job!: JobType | null
}
