import { RulePreviewState } from '@sallyport/shared'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../../../graphql/global-id.js'
import { DateTimeScalar, JsonScalar } from '../../../graphql/scalars.js'
import { Payload } from '../../../graphql/user-errors.js'
import type { RulePreview } from '../../../platform/prisma/client.js'
import { NOTHING_YET, previewResult } from './preview-result.js'

registerEnumType(RulePreviewState, { name: 'RulePreviewState' })

@ObjectType('RulePreviewPoint', { simpleResolvers: true })
export class RulePreviewPointType {
  @Field(() => DateTimeScalar)
  at!: number

  @Field(() => Int)
  matches!: number
}

@ObjectType('RulePreviewEffect', { simpleResolvers: true, description: 'What an action would do.' })
export class RulePreviewEffectType {
  /** Database key; not a field of the API. */
  listId!: number | null

  @Field(() => String, { description: 'In words.' })
  action!: string

  @Field(() => Int, { description: 'Matches in which there would be something to do.' })
  times!: number

  @Field(() => Int, { description: 'Values, each once.' })
  wouldAdd!: number

  @Field(() => Int, { description: 'Or covered by a wider entry.' })
  alreadyListed!: number

  @Field(() => Int, { description: 'Or unblocked by somebody a short while ago.' })
  protected!: number

  @Field(() => Int, { description: 'Private addresses and those of own networks, whether they would be added or not.' })
  internal!: number

  @Field(() => Int)
  invalid!: number

  @Field(() => [String], { description: 'The first 50 that would be added.' })
  values!: readonly string[]
}

@ObjectType('RulePreview', { simpleResolvers: true, description: 'A run of a rule over stored alerts, to see what it would do.' })
export class RulePreviewType {
  /** Ids of alerts; not a field of the API. */
  sampleIds!: readonly string[]

  @Field(() => ID)
  id!: string

  @Field(() => RulePreviewState)
  state!: RulePreviewState

  @Field(() => Int, { description: 'Alerts to look at; at most 200,000, the newest.' })
  total!: number

  @Field(() => Int)
  done!: number

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  message!: string | null

  @Field(() => DateTimeScalar)
  fromTime!: Date

  @Field(() => DateTimeScalar)
  toTime!: Date

  @Field(() => Int)
  matches!: number

  @Field(() => Int, { description: 'Alerts where a fact is not known (any more).' })
  unknown!: number

  @Field(() => [RulePreviewPointType], { description: 'Matches over time, about 168 points at most.' })
  points!: readonly RulePreviewPointType[]

  @Field(() => Int)
  incidents!: number

  @Field(() => [RulePreviewEffectType], { description: 'By action; when it is done.' })
  effects!: readonly RulePreviewEffectType[]

  @Field(() => [String], { description: "e.g. 'It would add 4,200 entries in an hour: more than its limit of 100'." })
  warnings!: readonly string[]
}

@InputType()
export class RulePreviewStartInput {
  @Field(() => JsonScalar)
  definition!: unknown

  @Field(() => Int, { description: '1 to 168.' })
  hours!: number

  @Field(() => Int, { nullable: true })
  maxEntriesPerHour?: number | null
}

@ObjectType({ simpleResolvers: true })
export class RulePreviewPayload extends Payload {
  @Field(() => RulePreviewType, { nullable: true })
  preview!: RulePreviewType | null
}

export const toRulePreviewType = ({ id, state, total, done, message, fromTime, toTime, result }: RulePreview): RulePreviewType => {
  const { samples, ...told } = previewResult.safeParse(result).data ?? NOTHING_YET
  return {
    ...told,
    sampleIds: samples,
    id: toGlobalId('RulePreview', id),
    state: state as RulePreviewState,
    total,
    done,
    message,
    fromTime,
    toTime,
  }
}
