import { IncidentActivityKind, IncidentState, severityOfRank } from '@sallyport/shared'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { z } from 'zod'
import { connectionTypes } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { BigIntScalar, DateTimeScalar } from '../../graphql/scalars.js'
import { LinkKey, Severity } from '../../graphql/shared-enums.js'
import { ActivityCause, IncidentAction } from './incident.js'
import { IncidentOrder } from './incident-order.js'
import type { IncidentActivityRow, IncidentRow } from './incident-row.js'

registerEnumType(IncidentState, { name: 'IncidentState' })
registerEnumType(IncidentActivityKind, { name: 'IncidentActivityKind' })
registerEnumType(ActivityCause, { name: 'ActivityCause' })
registerEnumType(IncidentAction, { name: 'IncidentAction' })
registerEnumType(IncidentOrder, { name: 'IncidentOrder' })

@ObjectType('Incident', { simpleResolvers: true, implements: NodeType })
export class IncidentType extends NodeType {
  /** Database keys; not fields of the API. */
  incidentId!: string
  sourceId!: number
  assigneeId!: string | null
  teamId!: number | null
  mergedIntoId!: string | null

  @Field(() => BigIntScalar, { description: 'Shown as INC-<number>.' })
  number!: string

  @Field(() => String)
  title!: string

  @Field(() => IncidentState)
  state!: IncidentState

  @Field(() => Severity, { description: 'Highest of its alerts, or what it was set to.' })
  severity!: Severity

  @Field(() => Boolean, { description: 'Set by a person or rule: alerts do not raise it any more.' })
  severitySet!: boolean

  @Field(() => String, { nullable: true, description: 'One of fieldValues, possibly retired since.' })
  classification!: string | null

  @Field(() => String, { nullable: true, description: 'One of fieldValues, possibly retired since.' })
  attackVector!: string | null

  @Field(() => String, { nullable: true, description: 'What it turned out to be: one of fieldValues, possibly retired since.' })
  disposition!: string | null

  @Field(() => [String], { description: 'Lower case, at most 20.' })
  tags!: readonly string[]

  @Field(() => LinkKey, { nullable: true })
  linkKey!: LinkKey | null

  @Field(() => String, { nullable: true })
  linkValue!: string | null

  @Field(() => Boolean, { description: 'Whether a further alert with this key and value would join.' })
  linking!: boolean

  @Field(() => DateTimeScalar)
  firstAlertAt!: Date

  @Field(() => DateTimeScalar)
  lastAlertAt!: Date

  @Field(() => BigIntScalar)
  alertCount!: string

  @Field(() => BigIntScalar, { description: 'Alerts with their repeat counts.' })
  eventCount!: string

  @Field(() => BigIntScalar)
  blockedCount!: string

  @Field(() => BigIntScalar)
  allowedCount!: string

  @Field(() => String, { nullable: true })
  closeSummary!: string | null

  @Field(() => String, { nullable: true })
  closeDetail!: string | null

  @Field(() => DateTimeScalar, { nullable: true })
  closedAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it first was not new any more.' })
  acknowledgedAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Muted: it goes on taking alerts until then, and nobody is shown them.' })
  mutedUntil!: Date | null

  @Field(() => BigIntScalar, { description: 'Alerts that it took while it was muted last.' })
  mutedAlerts!: string

  @Field(() => Int, { description: 'Give it back with every change: a stale one is answered with CONFLICT.' })
  version!: number

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar)
  updatedAt!: Date
}

@ObjectType('FieldChange', { simpleResolvers: true })
export class FieldChangeType {
  @Field(() => String)
  field!: string

  @Field(() => String, { nullable: true })
  before!: string | null

  @Field(() => String, { nullable: true })
  after!: string | null
}

@ObjectType('IncidentActivity', { simpleResolvers: true, implements: NodeType })
export class IncidentActivityType extends NodeType {
  /** Database keys; not fields of the API. */
  activityId!: string
  userId!: string | null
  assigneeId!: string | null
  facts!: unknown

  @Field(() => IncidentActivityKind)
  kind!: IncidentActivityKind

  @Field(() => ActivityCause)
  cause!: ActivityCause

  @Field(() => IncidentState, { nullable: true })
  fromState!: IncidentState | null

  @Field(() => IncidentState, { nullable: true })
  toState!: IncidentState | null

  @Field(() => String, { nullable: true })
  summary!: string | null

  @Field(() => String, { nullable: true })
  detail!: string | null

  @Field(() => [FieldChangeType], { description: 'Fields of the incident that it changed.' })
  changes!: FieldChangeType[]

  @Field(() => DateTimeScalar)
  createdAt!: Date
}

@ObjectType('IncidentStateCount', { simpleResolvers: true })
export class IncidentStateCountType {
  @Field(() => IncidentState)
  state!: IncidentState

  @Field(() => Int)
  count!: number
}

export const IncidentConnection = connectionTypes('Incident', () => IncidentType, { totalCount: true })
export const IncidentActivityConnection = connectionTypes('IncidentActivity', () => IncidentActivityType)

export const toIncidentType = ({ id, ...incident }: IncidentRow): IncidentType => ({
  ...incident,
  id: toGlobalId('Incident', id),
  incidentId: id,
  number: id,
  severity: severityOfRank(incident.severity),
})

export const toIncidentActivityType = ({ id, ...activity }: IncidentActivityRow): IncidentActivityType => ({
  ...activity,
  id: toGlobalId('IncidentActivity', id),
  activityId: id,
  changes: changesOf(activity.facts),
})

/** What is stored of changes; of older releases there is none. */
const changesOf = (facts: unknown): FieldChangeType[] => storedChanges.safeParse(facts).data?.changes ?? []
const storedChanges = z.object({
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
