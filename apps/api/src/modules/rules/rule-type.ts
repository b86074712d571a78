import { RuleMatchState, RuleMode, RuleOutcomeState } from '@sallyport/shared'
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { DateTimeScalar, JsonScalar } from '../../graphql/scalars.js'
import { Payload } from '../../graphql/user-errors.js'
import type { Rule } from '../../platform/prisma/client.js'
import { diffRule } from './engine/index.js'
import type { RuleMatchRow, RuleVersionRow } from './rule-read-model.js'

registerEnumType(RuleMode, { name: 'RuleMode' })
registerEnumType(RuleMatchState, { name: 'RuleMatchState' })
registerEnumType(RuleOutcomeState, { name: 'RuleOutcomeState' })

@ObjectType('Rule', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'A match condition: which alerts it is about and what is done about them.',
})
export class RuleType extends NodeType {
  /** Database keys; not fields of the API. */
  ruleId!: number
  ownerId!: string

  @Field(() => String)
  name!: string

  @Field(() => String)
  description!: string

  @Field(() => RuleMode)
  mode!: RuleMode

  @Field(() => Int, { description: 'From 1 on: rules run in this order.' })
  position!: number

  @Field(() => Boolean, { description: 'Rules behind it are not asked about an alert that it matches.' })
  stopAfterMatch!: boolean

  @Field(() => JsonScalar, { description: 'RuleDefinition, as Query.ruleSchema (JSON Schema) says.' })
  definition!: unknown

  @Field(() => Int, { description: 'Entries that it may add to lists within an hour; then it stops itself.' })
  maxEntriesPerHour!: number

  @Field(() => DateTimeScalar, { nullable: true })
  stoppedAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Why it switched itself off.' })
  stoppedReason!: string | null

  @Field(() => Int, { description: 'expectedVersion of the next change.' })
  version!: number

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar)
  updatedAt!: Date
}

@ObjectType('RuleReading', { simpleResolvers: true, description: 'A rule in plain language; parts of a group are indented by two spaces.' })
export class RuleReadingType {
  @Field(() => [String])
  when!: readonly string[]

  @Field(() => [String])
  then!: readonly string[]
}

@ObjectType('RuleChange', { simpleResolvers: true })
export class RuleChangeType {
  @Field(() => String, { description: "e.g. 'definition.actions.0.ttlSeconds'." })
  path!: string

  @Field(() => String, { nullable: true, description: 'JSON; null: it was not there.' })
  before!: string | null

  @Field(() => String, { nullable: true })
  after!: string | null
}

@ObjectType('RuleVersion', { simpleResolvers: true })
export class RuleVersionType {
  /** Not a field of the API. */
  authorId!: string | null

  @Field(() => Int)
  number!: number

  @Field(() => JsonScalar, { description: 'All that people set of a rule.' })
  content!: unknown

  @Field(() => Int, { nullable: true, description: 'Set where it was made by going back to another.' })
  returnOf!: number | null

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => [RuleChangeType], { description: 'Against the version before.' })
  changes!: RuleChangeType[]
}

@ObjectType('RuleHour', { simpleResolvers: true })
export class RuleHourType {
  @Field(() => DateTimeScalar)
  hour!: Date

  @Field(() => Int)
  matches!: number

  @Field(() => Int)
  actions!: number

  @Field(() => Int, { description: 'Entries added to lists.' })
  entries!: number
}

@ObjectType('RuleStats', { simpleResolvers: true })
export class RuleStatsType {
  @Field(() => Int)
  matches!: number

  @Field(() => Int)
  actions!: number

  @Field(() => Int)
  entries!: number

  @Field(() => Float, { description: 'Milliseconds.' })
  timeSpent!: number

  @Field(() => DateTimeScalar, { nullable: true })
  lastMatchAt!: Date | null

  @Field(() => [RuleHourType], { description: 'Those in which something happened, the oldest first.' })
  hours!: readonly RuleHourType[]
}

@ObjectType('RuleEvidence', { simpleResolvers: true, description: 'A predicate that held.' })
export class RuleEvidenceType {
  @Field(() => String, { description: 'Its place in the condition.' })
  path!: string

  @Field(() => String, { description: 'In words.' })
  text!: string

  @Field(() => String, { nullable: true, description: 'Of the alert, that it held for.' })
  value!: string | null
}

@ObjectType('RuleOutcome', { simpleResolvers: true })
export class RuleOutcomeType {
  @Field(() => String, { description: "In words, e.g. 'Add the attacker to ‘Blocked’'." })
  action!: string

  @Field(() => RuleOutcomeState)
  state!: RuleOutcomeState

  @Field(() => String, { nullable: true })
  message!: string | null
}

@ObjectType('RuleMatch', { simpleResolvers: true, implements: NodeType, description: 'That a rule matched an alert, and what it did.' })
export class RuleMatchType extends NodeType {
  /** Database keys; not fields of the API. */
  ruleId!: number
  alertId!: string
  incidentId!: string | null
  decidedById!: string | null

  @Field(() => String)
  ruleName!: string

  @Field(() => Int)
  ruleVersion!: number

  @Field(() => RuleMatchState)
  state!: RuleMatchState

  @Field(() => [RuleEvidenceType], { description: 'Which predicates held, in words.' })
  matched!: readonly RuleEvidenceType[]

  @Field(() => [RuleOutcomeType], { description: 'In the order of the actions, as far as it has come.' })
  outcomes!: readonly RuleOutcomeType[]

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null
}

export const RuleVersionConnection = connectionTypes('RuleVersion', () => RuleVersionType)
export const RuleMatchConnection = connectionTypes('RuleMatch', () => RuleMatchType)

@ObjectType('RuleFault', { simpleResolvers: true })
export class RuleFaultType {
  @Field(() => [String], { description: 'Place in the definition.' })
  path!: readonly string[]

  @Field(() => String)
  message!: string
}

@ObjectType('RuleCheck', { simpleResolvers: true })
export class RuleCheckType {
  @Field(() => [RuleFaultType], { description: 'Of an invalid definition: where and why.' })
  faults!: readonly RuleFaultType[]

  @Field(() => RuleReadingType, { nullable: true })
  reading!: RuleReadingType | null
}

@ObjectType({ simpleResolvers: true })
export class RulePayload extends Payload {
  @Field(() => RuleType, { nullable: true })
  rule!: RuleType | null
}

@ObjectType({ simpleResolvers: true })
export class RulesPayload extends Payload {
  @Field(() => [RuleType])
  rules!: RuleType[]
}

@ObjectType({ simpleResolvers: true })
export class RuleDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

@ObjectType({ simpleResolvers: true })
export class RuleMatchDecidePayload extends Payload {
  @Field(() => [RuleMatchType])
  matches!: RuleMatchType[]
}

export const toRuleType = (rule: Rule): RuleType => ({
  id: toGlobalId('Rule', rule.id),
  ruleId: rule.id,
  ownerId: rule.ownerId,
  name: rule.name,
  description: rule.description,
  mode: rule.mode as RuleMode,
  position: rule.position,
  stopAfterMatch: rule.stopAfterMatch,
  definition: rule.definition,
  maxEntriesPerHour: rule.maxEntriesPerHour,
  stoppedAt: rule.stoppedAt,
  stoppedReason: rule.stoppedReason,
  version: rule.version,
  createdAt: rule.createdAt,
  updatedAt: rule.updatedAt,
})

export const toRuleVersionType = ({ before, ...version }: RuleVersionRow): RuleVersionType => ({
  ...version,
  changes: before === null ? [] : diffRule(before, version.content),
})

export const toRuleMatchType = ({ id, ...match }: RuleMatchRow): RuleMatchType => ({ ...match, id: toGlobalId('RuleMatch', id) })
