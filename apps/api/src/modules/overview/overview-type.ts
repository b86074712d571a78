import { Field, Float, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { Severity } from '../../graphql/shared-enums.js'
import type { DeviceCounts, ListCounts, Overview } from './overview-read-model.js'

@ObjectType('OverviewSeverity', { simpleResolvers: true })
export class OverviewSeverityType {
  @Field(() => Severity)
  severity!: Severity

  @Field(() => Int)
  count!: number
}

@ObjectType('OverviewStep', { simpleResolvers: true, description: 'It ends where the next begins, the last one where the range ends.' })
export class OverviewStepType {
  @Field(() => DateTimeScalar)
  at!: Date

  @Field(() => [OverviewSeverityType], { description: 'The highest first; those of which there is none are left out.' })
  severities!: OverviewSeverityType[]

  @Field(() => Int, { description: 'Of incidents: those with an alert that was not stopped.' })
  allowed!: number

  @Field(() => Int)
  blocked!: number
}

@ObjectType('OverviewTop', { simpleResolvers: true })
export class OverviewTopType {
  @Field(() => String)
  label!: string

  @Field(() => Int)
  count!: number

  @Field(() => String, { description: 'Query string of the filtered list behind it.' })
  search!: string
}

@ObjectType('OverviewList')
export class OverviewListType {
  /** Database key; not a field of the API. */
  listId!: number

  @Field(() => Int, { description: 'In force now.' })
  entries!: number

  @Field(() => Int)
  added!: number

  @Field(() => Int)
  removed!: number
}

@ObjectType('OverviewDevice')
export class OverviewDeviceType {
  /** Database key; not a field of the API. */
  deviceId!: number

  @Field(() => Int, { description: 'Lists that the device holds as they are.' })
  inSync!: number

  @Field(() => Int, { description: 'Lists that wait for a push or a commit.' })
  pending!: number

  @Field(() => Int, { description: 'Lists that failed, or were changed by hand.' })
  failed!: number
}

@ObjectType('Overview', { description: 'Counts of a time, at most ten seconds old.' })
export class OverviewType {
  /** Not fields of the API. */
  listCounts!: readonly ListCounts[]
  deviceCounts!: readonly DeviceCounts[]

  @Field(() => DateTimeScalar, { description: 'What was asked for, widened to whole ten seconds.' })
  from!: Date

  @Field(() => DateTimeScalar)
  to!: Date

  @Field(() => [OverviewStepType], { description: 'At most 200 steps.' })
  alerts!: OverviewStepType[]

  @Field(() => [OverviewStepType], { description: 'Incidents by when they were made; the same steps.' })
  incidents!: OverviewStepType[]

  @Field(() => [OverviewTopType])
  topAttackers!: OverviewTopType[]

  @Field(() => [OverviewTopType])
  topTargets!: OverviewTopType[]

  @Field(() => [OverviewTopType])
  topUsers!: OverviewTopType[]

  @Field(() => [OverviewTopType])
  topThreats!: OverviewTopType[]

  @Field(() => [OverviewTopType])
  topRules!: OverviewTopType[]

  @Field(() => [OverviewTopType])
  topFirewalls!: OverviewTopType[]

  @Field(() => [OverviewTopType], { description: "Open now, by age: [{label '< 1 h', count, search}]" })
  openByAge!: OverviewTopType[]

  @Field(() => [OverviewSeverityType], { description: 'Open now, the highest first.' })
  openBySeverity!: OverviewSeverityType[]

  @Field(() => Float, { nullable: true, description: 'Minutes; null: none in the range.' })
  medianAcknowledgeMinutes!: number | null

  @Field(() => Float, { nullable: true })
  medianCloseMinutes!: number | null
}

export const toOverviewType = ({ range, tops, lists, devices, ...counts }: Overview): OverviewType => ({
  ...counts,
  from: range.from,
  to: range.to,
  topAttackers: tops.attacker,
  topTargets: tops.target,
  topUsers: tops.user,
  topThreats: tops.threat,
  topRules: tops.rule,
  topFirewalls: tops.firewall,
  listCounts: lists,
  deviceCounts: devices,
})
