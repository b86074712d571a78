import { CommitPolicy, DeviceScope, DeviceType, DriftPolicy, MappingKind, TlsTrust, UpdateSchedule } from '@sallyport/shared'
import { Field, ID, InputType, Int } from 'type-graphql'
// Registers the enums, too.
import { CHANGE_TICKET } from './device-type.js'

@InputType()
export class CommitWindowInput {
  @Field(() => [Int])
  days!: number[]

  @Field(() => String)
  from!: string

  @Field(() => String)
  to!: string
}

@InputType()
export class DeviceTestInput {
  @Field(() => ID, { nullable: true })
  id?: string | null

  @Field(() => String, { nullable: true })
  host?: string | null

  @Field(() => String, { nullable: true })
  username?: string | null

  @Field(() => String, { nullable: true })
  password?: string | null

  @Field(() => TlsTrust, { nullable: true })
  tlsTrust?: TlsTrust | null

  @Field(() => String, { nullable: true })
  tlsCaPem?: string | null

  @Field(() => String, { nullable: true })
  tlsFingerprint?: string | null

  @Field(() => DeviceScope, { nullable: true })
  scope?: DeviceScope | null

  @Field(() => String, { nullable: true })
  scopeName?: string | null
}

@InputType()
export class DeviceCreateInput {
  @Field(() => DeviceType)
  type!: DeviceType

  @Field(() => String)
  name!: string

  @Field(() => String)
  host!: string

  @Field(() => String, { nullable: true })
  peerHost?: string | null

  @Field(() => String)
  username!: string

  @Field(() => String)
  password!: string

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => UpdateSchedule, { nullable: true })
  schedule?: UpdateSchedule | null

  @Field(() => Int, { nullable: true })
  intervalMinutes?: number | null

  @Field(() => String, { nullable: true })
  dailyAt?: string | null

  @Field(() => String, { nullable: true })
  timeZone?: string | null

  @Field(() => DeviceScope, { nullable: true })
  scope?: DeviceScope | null

  @Field(() => String, { nullable: true })
  scopeName?: string | null

  @Field(() => CommitPolicy, { nullable: true })
  commitPolicy?: CommitPolicy | null

  @Field(() => [CommitWindowInput], { nullable: true })
  commitWindows?: CommitWindowInput[] | null

  @Field(() => String, { nullable: true, description: CHANGE_TICKET })
  changeTicket?: string | null

  @Field(() => TlsTrust, { nullable: true })
  tlsTrust?: TlsTrust | null

  @Field(() => String, { nullable: true })
  tlsCaPem?: string | null

  @Field(() => String, { nullable: true })
  tlsFingerprint?: string | null

  @Field(() => Int, { nullable: true })
  maxConcurrent?: number | null

  @Field(() => DriftPolicy, { nullable: true })
  driftPolicy?: DriftPolicy | null
}

@InputType()
export class DeviceUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  host?: string | null

  @Field(() => String, { nullable: true })
  peerHost?: string | null

  @Field(() => String, { nullable: true })
  username?: string | null

  @Field(() => String, { nullable: true })
  password?: string | null

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => UpdateSchedule, { nullable: true })
  schedule?: UpdateSchedule | null

  @Field(() => Int, { nullable: true })
  intervalMinutes?: number | null

  @Field(() => String, { nullable: true })
  dailyAt?: string | null

  @Field(() => String, { nullable: true })
  timeZone?: string | null

  @Field(() => DeviceScope, { nullable: true })
  scope?: DeviceScope | null

  @Field(() => String, { nullable: true })
  scopeName?: string | null

  @Field(() => CommitPolicy, { nullable: true })
  commitPolicy?: CommitPolicy | null

  @Field(() => [CommitWindowInput], { nullable: true })
  commitWindows?: CommitWindowInput[] | null

  @Field(() => String, { nullable: true, description: CHANGE_TICKET })
  changeTicket?: string | null

  @Field(() => TlsTrust, { nullable: true })
  tlsTrust?: TlsTrust | null

  @Field(() => String, { nullable: true })
  tlsCaPem?: string | null

  @Field(() => String, { nullable: true })
  tlsFingerprint?: string | null

  @Field(() => Int, { nullable: true })
  maxConcurrent?: number | null

  @Field(() => DriftPolicy, { nullable: true })
  driftPolicy?: DriftPolicy | null
}

@InputType()
export class DeviceDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@InputType()
export class DevicePauseInput {
  @Field(() => ID)
  id!: string

  @Field(() => Boolean)
  paused!: boolean
}

@InputType()
export class DevicePushInput {
  @Field(() => ID)
  id!: string
}

@InputType()
export class MappingPreviewInput {
  @Field(() => ID)
  deviceId!: string

  @Field(() => ID)
  listId!: string

  @Field(() => MappingKind)
  kind!: MappingKind

  @Field(() => String)
  groupName!: string
}

@InputType()
export class MappingCreateInput {
  @Field(() => ID)
  deviceId!: string

  @Field(() => ID)
  listId!: string

  @Field(() => MappingKind)
  kind!: MappingKind

  @Field(() => String)
  groupName!: string

  @Field(() => Boolean, { nullable: true, description: 'Needed when the group exists and is not ours.' })
  overwrite?: boolean | null
}

@InputType()
export class MappingDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Boolean, { nullable: true })
  removeFromDevice?: boolean | null
}
