import { DeviceReadModel } from '../modules/devices/index.js'
import type { ListReadModel } from '../modules/lists/index.js'
import { OverviewDeviceResolver, OverviewListResolver, OverviewReadModel, OverviewResolver } from '../modules/overview/index.js'
import type { Clock } from '../platform/clock.js'
import type { Database } from '../platform/database.js'

export interface OverviewFoundation {
  readonly database: Pick<Database, 'pool' | 'prisma'>
  readonly clock: Clock
  readonly lists: ListReadModel
}

/** Counts of a time. Nothing is started. */
export function composeOverview({ database: { pool, prisma }, clock, lists }: OverviewFoundation) {
  const devices = new DeviceReadModel({ prisma })
  const overviews = new OverviewReadModel({ pool, clock })
  const resolvers = [
    new OverviewResolver({ overviews, lists, devices }),
    new OverviewListResolver({ lists }),
    new OverviewDeviceResolver({ devices }),
  ]
  return { resolvers }
}
