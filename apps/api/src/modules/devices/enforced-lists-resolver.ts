import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { EnforcementChangedType, ListType } from '../lists/index.js'
import type { DeviceReadModel } from './device-read-model.js'
import { DeviceType, MappingType, SyncRunType, toDeviceType, toMappingType, toSyncRunType } from './device-type.js'

/** What devices add to lists. */
@Can('device:read')
@Resolver(() => ListType)
export class ListMappingsResolver {
  constructor(private readonly deps: { readonly devices: DeviceReadModel }) {}

  @FieldResolver(() => [MappingType])
  async mappings(@Root() { listId }: ListType, @Ctx() context: Context): Promise<MappingType[]> {
    return (await context.load(this.deps.devices.mappingsOfList).load(listId)).map(toMappingType)
  }
}

/** What devices add to the events of enforcement. */
@Can('device:read')
@Resolver(() => EnforcementChangedType)
export class EnforcementDevicesResolver {
  constructor(private readonly deps: { readonly devices: DeviceReadModel }) {}

  @FieldResolver(() => [DeviceType])
  async devices(@Root() { event }: EnforcementChangedType): Promise<DeviceType[]> {
    const devices = event.resync ? await this.deps.devices.devices() : await this.deps.devices.devicesOf(event.deviceIds)
    return devices.map(toDeviceType)
  }

  /** The newest of each device that changed. */
  @FieldResolver(() => [SyncRunType])
  async runs(@Root() { event }: EnforcementChangedType): Promise<SyncRunType[]> {
    const ids = event.resync ? (await this.deps.devices.devices()).map(({ id }) => id) : event.deviceIds
    return (await this.deps.devices.newestRuns(ids)).map(toSyncRunType)
  }
}
