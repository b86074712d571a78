import {
  CommitPolicy,
  DeviceFailure,
  DeviceScope,
  DeviceType as DeviceTypeEnum,
  DriftPolicy,
  MappingKind,
  MappingState,
  SyncCause,
  SyncState,
  UpdateSchedule,
} from '@sallyport/shared'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { BigIntScalar, DateTimeScalar } from '../../graphql/scalars.js'
import { TlsTrust } from '../../graphql/shared-enums.js'
import type { Device, Mapping, SyncRun } from '../../platform/prisma/client.js'
import { capacityOf } from './capacity.js'
import { readFacts } from './device-facts.js'
import type { ConnectionTestResult } from './device-service.js'
import type { MappingPreviewResult } from './mapping-service.js'
import type { RecordedChange } from './run-recorder.js'

const ENUMS = {
  CommitPolicy,
  DeviceFailure,
  DeviceScope,
  DeviceType: DeviceTypeEnum,
  DriftPolicy,
  MappingKind,
  MappingState,
  SyncCause,
  SyncState,
  UpdateSchedule,
}
for (const [name, values] of Object.entries(ENUMS)) registerEnumType(values, { name })

/** What the field of the same name means, in the type as in the inputs. */
export const CHANGE_TICKET = 'Named in the description of every commit, e.g. CHG0012345; empty: none.'

@ObjectType('CommitWindow', { simpleResolvers: true })
export class CommitWindowType {
  @Field(() => [Int], { description: '1 Monday … 7 Sunday' })
  days!: number[]

  @Field(() => String)
  from!: string

  @Field(() => String)
  to!: string
}

@ObjectType('DeviceFacts', { simpleResolvers: true })
export class DeviceFactsType {
  @Field(() => String, { nullable: true })
  model!: string | null

  @Field(() => String, { nullable: true })
  serial!: string | null

  @Field(() => String, { nullable: true })
  panosVersion!: string | null

  @Field(() => String, { nullable: true })
  hostname!: string | null

  @Field(() => String, { nullable: true })
  haState!: string | null

  @Field(() => Boolean, { nullable: true })
  multiVsys!: boolean | null

  @Field(() => Int, { nullable: true })
  registeredIpLimit!: number | null

  @Field(() => [String])
  missingRights!: string[]

  @Field(() => DateTimeScalar)
  testedAt!: Date
}

@ObjectType('Device', { simpleResolvers: true, implements: NodeType })
export class DeviceType extends NodeType {
  /** Database key; not a field of the API. */
  deviceId!: number

  @Field(() => DeviceTypeEnum)
  type!: DeviceTypeEnum

  @Field(() => String)
  name!: string

  @Field(() => String)
  host!: string

  @Field(() => String, { nullable: true })
  peerHost!: string | null

  @Field(() => String)
  username!: string

  @Field(() => Boolean)
  passwordSet!: boolean

  @Field(() => String)
  description!: string

  @Field(() => UpdateSchedule)
  schedule!: UpdateSchedule

  @Field(() => Int, { nullable: true })
  intervalMinutes!: number | null

  @Field(() => String, { nullable: true })
  dailyAt!: string | null

  @Field(() => String)
  timeZone!: string

  @Field(() => DeviceScope)
  scope!: DeviceScope

  @Field(() => String)
  scopeName!: string

  @Field(() => CommitPolicy)
  commitPolicy!: CommitPolicy

  @Field(() => [CommitWindowType])
  commitWindows!: CommitWindowType[]

  @Field(() => String, { description: CHANGE_TICKET })
  changeTicket!: string

  @Field(() => TlsTrust)
  tlsTrust!: TlsTrust

  @Field(() => String, { nullable: true })
  tlsFingerprint!: string | null

  @Field(() => Int)
  maxConcurrent!: number

  @Field(() => DriftPolicy)
  driftPolicy!: DriftPolicy

  @Field(() => Boolean)
  paused!: boolean

  @Field(() => Int)
  version!: number

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DeviceFactsType, { nullable: true })
  facts!: DeviceFactsType | null
}

@ObjectType('Mapping', { simpleResolvers: true, implements: NodeType })
export class MappingType extends NodeType {
  /** Database keys; not fields of the API. */
  mappingId!: number
  deviceId!: number
  listId!: number

  @Field(() => MappingKind)
  kind!: MappingKind

  @Field(() => String)
  groupName!: string

  @Field(() => MappingState)
  state!: MappingState

  @Field(() => String, { nullable: true })
  stateReason!: string | null

  @Field(() => BigIntScalar, { nullable: true })
  syncedRevision!: bigint | null

  @Field(() => DateTimeScalar, { nullable: true })
  syncedAt!: Date | null

  @Field(() => Int)
  entryCount!: number
}

@ObjectType('MappingChange', { simpleResolvers: true })
export class MappingChangeType {
  @Field(() => String)
  groupName!: string

  @Field(() => MappingKind)
  kind!: MappingKind

  @Field(() => [String])
  add!: string[]

  @Field(() => [String])
  remove!: string[]

  @Field(() => Int)
  addCount!: number

  @Field(() => Int)
  removeCount!: number
}

@ObjectType('SyncLogLine', { simpleResolvers: true })
export class SyncLogLineType {
  @Field(() => DateTimeScalar)
  at!: Date

  @Field(() => String)
  level!: string

  @Field(() => String)
  text!: string
}

@ObjectType('SyncRun', { simpleResolvers: true, implements: NodeType })
export class SyncRunType extends NodeType {
  /** Database keys; not fields of the API. */
  runId!: bigint
  deviceId!: number
  userId!: string | null

  @Field(() => SyncCause)
  cause!: SyncCause

  @Field(() => SyncState)
  state!: SyncState

  @Field(() => DeviceFailure, { nullable: true })
  failure!: DeviceFailure | null

  @Field(() => String, { nullable: true })
  message!: string | null

  @Field(() => Int)
  added!: number

  @Field(() => Int)
  removed!: number

  @Field(() => Int)
  apiCalls!: number

  @Field(() => String, { nullable: true })
  commitJob!: string | null

  @Field(() => [MappingChangeType])
  changes!: MappingChangeType[]

  @Field(() => [SyncLogLineType])
  log!: SyncLogLineType[]

  @Field(() => DateTimeScalar)
  startedAt!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: Date | null
}

@ObjectType('ConnectionTest', { simpleResolvers: true })
export class ConnectionTestType {
  @Field(() => Boolean)
  ok!: boolean

  @Field(() => DeviceFailure, { nullable: true })
  failure!: DeviceFailure | null

  @Field(() => String, { nullable: true })
  message!: string | null

  @Field(() => DeviceFactsType, { nullable: true })
  facts!: DeviceFactsType | null

  @Field(() => String, { nullable: true, description: 'SHA-256 of the certificate that the device showed.' })
  fingerprint!: string | null

  @Field(() => String, { nullable: true })
  subject!: string | null
}

@ObjectType('MappingPreview', { simpleResolvers: true })
export class MappingPreviewType {
  @Field(() => Boolean)
  exists!: boolean

  @Field(() => Boolean, { description: 'Made by somebody else: saving overwrites it.' })
  foreign!: boolean

  @Field(() => MappingChangeType, { nullable: true })
  change!: MappingChangeType | null

  @Field(() => DeviceFailure, { nullable: true })
  failure!: DeviceFailure | null

  @Field(() => String, { nullable: true })
  message!: string | null

  @Field(() => [String], { description: "Others' uncommitted changes and locks, and entries that the device cannot take." })
  warnings!: string[]
}

export const SyncRunConnection = connectionTypes('SyncRun', () => SyncRunType)

/** Leaves the sealed secrets behind. */
export function toDeviceType({ id, passwordSealed, apiKeySealed: _, pausedAt, facts, factsAt, ...device }: Device): DeviceType {
  return {
    ...device,
    id: toGlobalId('Device', id),
    deviceId: id,
    type: device.type as DeviceTypeEnum,
    passwordSet: passwordSealed !== '',
    schedule: device.schedule as UpdateSchedule,
    scope: device.scope as DeviceScope,
    commitPolicy: device.commitPolicy as CommitPolicy,
    commitWindows: device.commitWindows as unknown as CommitWindowType[],
    tlsTrust: device.tlsTrust as TlsTrust,
    driftPolicy: device.driftPolicy as DriftPolicy,
    paused: pausedAt !== null,
    facts: factsAt && toFactsType(facts, factsAt),
  }
}

function toFactsType(value: unknown, testedAt: Date): DeviceFactsType | null {
  const facts = readFacts(value)
  return facts ? { ...facts, registeredIpLimit: capacityOf('DYNAMIC_ADDRESS_GROUP', facts.model), testedAt } : null
}

export const toMappingType = ({ id, ...mapping }: Mapping): MappingType => ({
  ...mapping,
  id: toGlobalId('Mapping', id),
  mappingId: id,
  kind: mapping.kind as MappingKind,
  state: mapping.state as MappingState,
})

interface StoredLine {
  readonly at: string
  readonly level: string
  readonly text: string
}

export const toSyncRunType = ({ id, diff, log, ...run }: SyncRun): SyncRunType => ({
  ...run,
  id: toGlobalId('SyncRun', id),
  runId: id,
  cause: run.cause as SyncCause,
  state: run.state as SyncState,
  failure: run.failure as DeviceFailure | null,
  changes: (diff ?? []) as unknown as RecordedChange[],
  log: (log as unknown as StoredLine[]).map(line => ({ ...line, at: new Date(line.at) })),
})

export const toConnectionTestType = ({ failure, message, facts, certificate }: ConnectionTestResult, now: number): ConnectionTestType => ({
  ok: failure === null,
  failure,
  message,
  facts: facts && toFactsType(facts, new Date(now)),
  fingerprint: certificate?.fingerprint ?? null,
  subject: certificate?.subject ?? null,
})

export const toMappingPreviewType = (preview: MappingPreviewResult): MappingPreviewType => ({
  ...preview,
  change: preview.change && { ...preview.change },
  warnings: [...preview.warnings],
})
