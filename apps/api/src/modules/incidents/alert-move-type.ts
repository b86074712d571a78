import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { toGlobalId } from '../../graphql/global-id.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { Payload } from '../../graphql/user-errors.js'
import { undoUntil } from './alert-move.js'
import type { AlertMoveRow } from './alert-move-row.js'
import { IncidentType } from './incident-type.js'

@ObjectType('AlertMove', { simpleResolvers: true, description: 'Alerts that went from one incident to another.' })
export class AlertMoveType {
  /** Database keys; not fields of the API. */
  fromIncidentId!: string
  toIncidentId!: string
  userId!: string

  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'MERGE: all of its alerts; SPLIT: some, by hand.' })
  kind!: string

  @Field(() => Int, { description: 'How many went.' })
  alerts!: number

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  undoneAt!: Date | null

  @Field(() => DateTimeScalar, { description: 'Until then it can be undone.' })
  undoUntil!: Date
}

export const toAlertMoveType = ({ before: _, ...move }: AlertMoveRow): AlertMoveType => ({
  ...move,
  id: toGlobalId('AlertMove', move.id),
  undoUntil: undoUntil(move.createdAt),
})

@InputType()
export class IncidentMergeInput {
  @Field(() => [ID], { description: 'These go into…' })
  ids!: string[]

  @Field(() => ID, { description: '…this one.' })
  intoId!: string

  @Field(() => Int, { description: 'Of the one that they go into.' })
  expectedVersion!: number
}

@InputType()
export class AlertsMoveInput {
  @Field(() => [ID], { description: 'At most 1,000.' })
  alertIds!: string[]

  @Field(() => ID, { nullable: true, description: 'null: a new incident.' })
  intoId?: string | null
}

@ObjectType({ simpleResolvers: true })
export class IncidentsPayload extends Payload {
  @Field(() => IncidentType, {
    nullable: true,
    description: 'Where the alerts are now. Of a refusal: the incident as it is, where that is known.',
  })
  incident!: IncidentType | null

  @Field(() => [IncidentType], { description: 'All that changed.' })
  incidents!: IncidentType[]

  @Field(() => AlertMoveType, { nullable: true, description: 'What alertMoveUndo takes; it undoes all that was done with it.' })
  move!: AlertMoveType | null
}
