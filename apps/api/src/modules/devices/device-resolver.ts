import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { smallKey, toGlobalId } from '../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import type { Clock } from '../../platform/clock.js'
import type { Device } from '../../platform/prisma/client.js'
import { DeviceCreateInput, DeviceDeleteInput, DevicePauseInput, DeviceTestInput, DeviceUpdateInput } from './device-inputs.js'
import type { DeviceReadModel } from './device-read-model.js'
import type { DeviceService } from './device-service.js'
import {
  ConnectionTestType,
  DeviceType,
  MappingType,
  SyncRunConnection,
  SyncRunType,
  toConnectionTestType,
  toDeviceType,
  toMappingType,
  toSyncRunType,
} from './device-type.js'

@ObjectType({ simpleResolvers: true })
class DevicePayload extends Payload {
  @Field(() => DeviceType, { nullable: true })
  device!: DeviceType | null
}

@ObjectType({ simpleResolvers: true })
class DeviceDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

@ObjectType({ simpleResolvers: true })
class DeviceTestPayload extends Payload {
  @Field(() => ConnectionTestType, { nullable: true })
  test!: ConnectionTestType | null
}

const runCursor = cursorCodec('Device.runs', z.tuple([z.string().regex(/^\d{1,18}$/)]))

export interface DeviceResolverDeps {
  readonly devices: DeviceReadModel
  readonly service: DeviceService
  readonly clock: Clock
}

@Can('device:read')
@Resolver(() => DeviceType)
export class DeviceResolver {
  constructor(private readonly deps: DeviceResolverDeps) {}

  @Query(() => [DeviceType])
  async devices(): Promise<DeviceType[]> {
    return (await this.deps.devices.devices()).map(toDeviceType)
  }

  @Query(() => DeviceType, { nullable: true })
  async device(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<DeviceType | null> {
    const device = await context.load(this.deps.devices.deviceById).load(smallKey('Device', id))
    return device ? toDeviceType(device) : null
  }

  @FieldResolver(() => [MappingType])
  async mappings(@Root() { deviceId }: DeviceType, @Ctx() context: Context): Promise<MappingType[]> {
    return (await context.load(this.deps.devices.mappingsOfDevice).load(deviceId)).map(toMappingType)
  }

  @FieldResolver(() => SyncRunConnection)
  async runs(@Root() { deviceId }: DeviceType, @Args(() => PageArgs) args: PageArgs): Promise<Connection<SyncRunType>> {
    const [before] = runCursor.decode(args.after) ?? []
    const runs = await this.deps.devices.runPage(deviceId, before === undefined ? undefined : BigInt(before), pageSize(args) + 1)
    return toConnection(runs.map(toSyncRunType), args, run => runCursor.encode([String(run.runId)]))
  }

  @FieldResolver(() => SyncRunType, { nullable: true })
  async running(@Root() { deviceId }: DeviceType, @Ctx() context: Context): Promise<SyncRunType | null> {
    const run = await context.load(this.deps.devices.runningOfDevice).load(deviceId)
    return run ? toSyncRunType(run) : null
  }

  @Can('device:write')
  @Mutation(() => DeviceTestPayload, { description: 'Asks the device; saves nothing. id: take what is not given from that device.' })
  async deviceTest(
    @Arg('input', () => DeviceTestInput) { id, ...input }: DeviceTestInput,
    @Ctx() context: Context,
  ): Promise<DeviceTestPayload> {
    return withUserErrors<Omit<DeviceTestPayload, 'userErrors'>>(
      async () => {
        const key = typeof id === 'string' ? smallKey('Device', id) : undefined
        const result = await this.deps.service.test(context.requireActor(), key, { ...input })
        return { test: toConnectionTestType(result, this.deps.clock.now()) }
      },
      () => ({ test: null }),
    )
  }

  @Can('device:write')
  @Mutation(() => DevicePayload)
  async deviceCreate(@Arg('input', () => DeviceCreateInput) input: DeviceCreateInput, @Ctx() context: Context): Promise<DevicePayload> {
    return withUserErrors(async () => devicePayload(await this.deps.service.create(context.requireActor(), { ...input })), deviceAsItIs)
  }

  @Can('device:write')
  @Mutation(() => DevicePayload)
  async deviceUpdate(@Arg('input', () => DeviceUpdateInput) input: DeviceUpdateInput, @Ctx() context: Context): Promise<DevicePayload> {
    const changes = { ...input, id: smallKey('Device', input.id) }
    return withUserErrors(async () => devicePayload(await this.deps.service.update(context.requireActor(), changes)), deviceAsItIs)
  }

  @Can('device:write')
  @Mutation(() => DeviceDeletePayload)
  async deviceDelete(
    @Arg('input', () => DeviceDeleteInput) { id, expectedVersion }: DeviceDeleteInput,
    @Ctx() context: Context,
  ): Promise<DeviceDeletePayload> {
    const seen = { id: smallKey('Device', id), expectedVersion }
    return withUserErrors<Omit<DeviceDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), seen)
        return { deletedId: toGlobalId('Device', seen.id) }
      },
      () => ({ deletedId: null }),
    )
  }

  @Can('device:push')
  @Mutation(() => DevicePayload)
  async devicePause(
    @Arg('input', () => DevicePauseInput) { id, paused }: DevicePauseInput,
    @Ctx() context: Context,
  ): Promise<DevicePayload> {
    const key = smallKey('Device', id)
    return withUserErrors(async () => devicePayload(await this.deps.service.pause(context.requireActor(), key, paused)), deviceAsItIs)
  }
}

const devicePayload = (device: Device) => ({ device: toDeviceType(device) })

/** Beside userErrors: the device as it is now, where the service told it. */
const deviceAsItIs = (current: unknown): { device: DeviceType | null } => ({ device: current ? toDeviceType(current as Device) : null })
