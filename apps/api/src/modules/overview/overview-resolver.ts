import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { DeviceType, toDeviceType, type DeviceReadModel } from '../devices/index.js'
import { ListType, toListType, type ListReadModel } from '../lists/index.js'
import { overviewRange } from './overview-range.js'
import type { OverviewReadModel } from './overview-read-model.js'
import { OverviewDeviceType, OverviewListType, OverviewType, toOverviewType } from './overview-type.js'

export interface OverviewResolverDeps {
  readonly overviews: OverviewReadModel
  readonly lists: Pick<ListReadModel, 'listById'>
  readonly devices: Pick<DeviceReadModel, 'deviceById'>
}

@Can('alert:read', 'incident:read')
@Resolver(() => OverviewType)
export class OverviewResolver {
  constructor(private readonly deps: OverviewResolverDeps) {}

  @Query(() => OverviewType)
  async overview(@Arg('from', () => DateTimeScalar) from: Date, @Arg('to', () => DateTimeScalar) to: Date): Promise<OverviewType> {
    return toOverviewType(await this.deps.overviews.overview(overviewRange(from, to)))
  }

  /** Without a list that was deleted since it was counted. */
  @Can('list:read')
  @FieldResolver(() => [OverviewListType], { description: 'Those that changed most first, at most 50.' })
  async lists(@Root() { listCounts }: OverviewType, @Ctx() context: Context): Promise<OverviewListType[]> {
    const lists = await Promise.all(listCounts.map(({ id }) => context.load(this.deps.lists.listById).load(id)))
    return listCounts.flatMap(({ id, ...counts }, at) => (lists[at] ? [{ listId: id, ...counts }] : []))
  }

  @Can('device:read')
  @FieldResolver(() => [OverviewDeviceType], { description: 'Those in trouble first, at most 50.' })
  async devices(@Root() { deviceCounts }: OverviewType, @Ctx() context: Context): Promise<OverviewDeviceType[]> {
    const devices = await Promise.all(deviceCounts.map(({ id }) => context.load(this.deps.devices.deviceById).load(id)))
    return deviceCounts.flatMap(({ id, ...counts }, at) => (devices[at] ? [{ deviceId: id, ...counts }] : []))
  }
}

@Can('list:read')
@Resolver(() => OverviewListType)
export class OverviewListResolver {
  constructor(private readonly deps: Pick<OverviewResolverDeps, 'lists'>) {}

  @FieldResolver(() => ListType)
  async list(@Root() { listId }: OverviewListType, @Ctx() context: Context): Promise<ListType> {
    const list = await context.load(this.deps.lists.listById).load(listId)
    if (!list) throw new Error(`List ${listId} is gone`)
    return toListType(list)
  }
}

@Can('device:read')
@Resolver(() => OverviewDeviceType)
export class OverviewDeviceResolver {
  constructor(private readonly deps: Pick<OverviewResolverDeps, 'devices'>) {}

  @FieldResolver(() => DeviceType)
  async device(@Root() { deviceId }: OverviewDeviceType, @Ctx() context: Context): Promise<DeviceType> {
    const device = await context.load(this.deps.devices.deviceById).load(deviceId)
    if (!device) throw new Error(`Device ${deviceId} is gone`)
    return toDeviceType(device)
  }
}
