import { keyedLoader, mapLoader } from '../../platform/keyed-loader.js'
import type { Device, Mapping, PrismaClient, SyncRun } from '../../platform/prisma/client.js'

/** Devices, what is mapped to them, and their runs. */
export class DeviceReadModel {
  constructor(private readonly deps: { readonly prisma: PrismaClient }) {}

  /** Loader factories, one loader per request. */
  readonly deviceById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.devicesOf(ids),
      device => device.id,
    )
  readonly mappingById = () =>
    keyedLoader(
      (ids: readonly number[]) => this.deps.prisma.mapping.findMany({ where: { id: { in: [...ids] } } }),
      mapping => mapping.id,
    )
  readonly runById = () =>
    keyedLoader(
      (ids: readonly bigint[]) => this.deps.prisma.syncRun.findMany({ where: { id: { in: [...ids] } } }),
      run => run.id,
    )
  readonly mappingsOfDevice = () =>
    mapLoader(
      async (ids: readonly number[]) => Map.groupBy(await this.mappings({ deviceId: { in: [...ids] } }), mapping => mapping.deviceId),
      (): Mapping[] => [],
    )
  readonly mappingsOfList = () =>
    mapLoader(
      async (ids: readonly number[]) => Map.groupBy(await this.mappings({ listId: { in: [...ids] } }), mapping => mapping.listId),
      (): Mapping[] => [],
    )
  readonly runningOfDevice = () =>
    keyedLoader(
      (ids: readonly number[]) => this.deps.prisma.syncRun.findMany({ where: { deviceId: { in: [...ids] }, state: 'RUNNING' } }),
      run => run.deviceId,
    )

  /** By name. */
  async devices(): Promise<Device[]> {
    return this.deps.prisma.device.findMany({ orderBy: { name: 'asc' } })
  }

  async devicesOf(ids: readonly number[]): Promise<Device[]> {
    return this.deps.prisma.device.findMany({ where: { id: { in: [...ids] } }, orderBy: { name: 'asc' } })
  }

  /** Newest first. */
  async runPage(deviceId: number, beforeId: bigint | undefined, limit: number): Promise<SyncRun[]> {
    const where = { deviceId, ...(beforeId !== undefined && { id: { lt: beforeId } }) }
    return this.deps.prisma.syncRun.findMany({ where, orderBy: { id: 'desc' }, take: limit })
  }

  /** The newest run of each. */
  async newestRuns(deviceIds: readonly number[]): Promise<SyncRun[]> {
    return this.deps.prisma.syncRun.findMany({
      where: { deviceId: { in: [...deviceIds] } },
      orderBy: [{ deviceId: 'asc' }, { id: 'desc' }],
      distinct: ['deviceId'],
    })
  }

  private mappings(where: object): Promise<Mapping[]> {
    return this.deps.prisma.mapping.findMany({ where, orderBy: { id: 'asc' } })
  }
}
