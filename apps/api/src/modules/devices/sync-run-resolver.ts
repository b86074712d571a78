import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey } from '../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import { NotFoundError } from '../../platform/errors.js'
import { UserType, type Person, type UserReadModel } from '../auth/index.js'
import { DevicePushInput } from './device-inputs.js'
import type { DeviceReadModel } from './device-read-model.js'
import { DeviceType, SyncRunType, toDeviceType, toSyncRunType } from './device-type.js'
import type { PushService } from './push-service.js'
import type { PushSwitch } from './push-switch.js'

@ObjectType({ simpleResolvers: true })
class SyncRunPayload extends Payload {
  @Field(() => SyncRunType, { nullable: true })
  run!: SyncRunType | null
}

@ObjectType({ simpleResolvers: true })
class PushPausePayload {
  @Field(() => Boolean)
  paused!: boolean
}

export interface SyncRunResolverDeps {
  readonly devices: DeviceReadModel
  readonly users: Pick<UserReadModel, 'loader'>
  readonly push: PushService
  readonly pushSwitch: PushSwitch
}

@Can('device:read')
@Resolver(() => SyncRunType)
export class SyncRunResolver {
  constructor(private readonly deps: SyncRunResolverDeps) {}

  @FieldResolver(() => DeviceType)
  async device(@Root() { deviceId }: SyncRunType, @Ctx() context: Context): Promise<DeviceType> {
    const device = await context.load(this.deps.devices.deviceById).load(deviceId)
    if (!device) throw new NotFoundError('The device')
    return toDeviceType(device)
  }

  @FieldResolver(() => UserType, { nullable: true })
  async user(@Root() { userId }: SyncRunType, @Ctx() context: Context): Promise<Person | null> {
    return userId === null ? null : context.load(this.deps.users.loader).load(userId)
  }

  @Query(() => Boolean)
  async pushPaused(): Promise<boolean> {
    return this.deps.pushSwitch.isPaused()
  }

  @Can('device:push')
  @Mutation(() => SyncRunPayload)
  async devicePush(@Arg('input', () => DevicePushInput) { id }: DevicePushInput, @Ctx() context: Context): Promise<SyncRunPayload> {
    const key = smallKey('Device', id)
    return withUserErrors<Omit<SyncRunPayload, 'userErrors'>>(
      async () => {
        const run = await this.deps.push.pushNow(context.requireActor(), key)
        return { run: run ? toSyncRunType(run) : null }
      },
      () => ({ run: null }),
    )
  }

  @Can('device:push')
  @Mutation(() => PushPausePayload, { description: 'Stop switch for everything that leaves the server.' })
  async pushPause(@Arg('paused', () => Boolean) paused: boolean, @Ctx() context: Context): Promise<PushPausePayload> {
    await this.deps.pushSwitch.set(context.requireActor(), paused)
    return { paused }
  }
}
