import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { TimelineItemType } from '../incidents/index.js'
import type { DeviceReadModel } from './device-read-model.js'
import { DeviceType, toDeviceType } from './device-type.js'

@Can('device:read')
@Resolver(() => TimelineItemType)
export class TimelineDeviceResolver {
  constructor(private readonly deps: { readonly devices: Pick<DeviceReadModel, 'deviceById'> }) {}

  @FieldResolver(() => DeviceType, { nullable: true, description: 'Of a push.' })
  async device(@Root() { deviceId }: TimelineItemType, @Ctx() context: Context): Promise<DeviceType | null> {
    const device = deviceId === null ? undefined : await context.load(this.deps.devices.deviceById).load(deviceId)
    return device ? toDeviceType(device) : null
  }
}
