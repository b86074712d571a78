import { IncidentField } from '@sallyport/shared'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../../graphql/global-id.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { Severity } from '../../graphql/shared-enums.js'
import { Payload } from '../../graphql/user-errors.js'
import type { IncidentTask } from '../../platform/prisma/client.js'
import type { FieldValueRow } from './field-values.js'

registerEnumType(IncidentField, { name: 'IncidentField' })

@ObjectType('FieldValue', { description: 'A value that incidents can be given.', simpleResolvers: true })
export class FieldValueType {
  @Field(() => ID)
  id!: string

  @Field(() => IncidentField)
  field!: IncidentField

  @Field(() => String)
  value!: string

  @Field(() => Int)
  position!: number

  @Field(() => Boolean, { description: 'Incidents keep it; it is not given any more.' })
  retired!: boolean
}

export const toFieldValueType = ({ id, ...row }: FieldValueRow): FieldValueType => ({ ...row, id: toGlobalId('FieldValue', id) })

@ObjectType('Target', { description: 'How fast incidents of a severity are to be handled.', simpleResolvers: true })
export class TargetType {
  @Field(() => Severity)
  severity!: Severity

  @Field(() => Int, { nullable: true, description: 'Minutes from the first alert to somebody opening it; null: no target.' })
  acknowledgeMinutes!: number | null

  @Field(() => Int, { nullable: true, description: 'Minutes from the first alert to its end; null: no target.' })
  closeMinutes!: number | null
}

@ObjectType('IncidentTask', { description: 'Something that is to be done about an incident.', simpleResolvers: true })
export class IncidentTaskType {
  /** Database keys; not fields of the API. */
  assigneeId!: string | null
  doneById!: string | null

  @Field(() => ID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => DateTimeScalar, { nullable: true })
  doneAt!: Date | null

  @Field(() => DateTimeScalar)
  createdAt!: Date
}

export const toIncidentTaskType = ({ id, title, assigneeId, doneById, doneAt, createdAt }: IncidentTask): IncidentTaskType => ({
  id: toGlobalId('IncidentTask', id),
  title,
  assigneeId,
  doneById,
  doneAt,
  createdAt,
})

@InputType()
export class FieldValuesSetInput {
  @Field(() => IncidentField)
  field!: IncidentField

  @Field(() => [String], { description: 'In order, at most 100; those left out are retired.' })
  values!: string[]
}

@InputType()
export class TargetInput {
  @Field(() => Severity)
  severity!: Severity

  @Field(() => Int, { nullable: true })
  acknowledgeMinutes?: number | null

  @Field(() => Int, { nullable: true })
  closeMinutes?: number | null
}

@InputType()
export class TargetsSetInput {
  @Field(() => [TargetInput], { description: 'All of them: a severity that is left out has no target.' })
  targets!: TargetInput[]
}

@InputType()
export class IncidentTaskAddInput {
  @Field(() => ID)
  incidentId!: string

  @Field(() => String)
  title!: string

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null
}

@InputType({ description: 'What is not given is left. An assignee of null: nobody.' })
export class IncidentTaskUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, { nullable: true })
  title?: string | null

  @Field(() => Boolean, { nullable: true })
  done?: boolean | null

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null
}

@ObjectType({ simpleResolvers: true })
export class FieldValuesPayload extends Payload {
  @Field(() => [FieldValueType], { description: 'Of this field, the retired ones last.' })
  fieldValues!: FieldValueType[]
}

@ObjectType({ simpleResolvers: true })
export class TargetsPayload extends Payload {
  @Field(() => [TargetType])
  targets!: TargetType[]
}
