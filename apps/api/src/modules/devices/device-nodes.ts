import type { NodeLoader } from '../../graphql/node.js'
import type { DeviceReadModel } from './device-read-model.js'
import { toDeviceType, toMappingType, toSyncRunType } from './device-type.js'

const SMALL_KEY = /^\d{1,9}$/
const LARGE_KEY = /^\d{1,18}$/

/** What `node(id)` finds of this module. */
export const deviceNodes = ({ devices }: { readonly devices: DeviceReadModel }): NodeLoader[] => [
  {
    type: 'Device',
    permission: 'device:read',
    load: async (id, context) => {
      const device = SMALL_KEY.test(id) ? await context.load(devices.deviceById).load(Number(id)) : undefined
      return device && toDeviceType(device)
    },
  },
  {
    type: 'Mapping',
    permission: 'device:read',
    load: async (id, context) => {
      const mapping = SMALL_KEY.test(id) ? await context.load(devices.mappingById).load(Number(id)) : undefined
      return mapping && toMappingType(mapping)
    },
  },
  {
    type: 'SyncRun',
    permission: 'device:read',
    load: async (id, context) => {
      const run = LARGE_KEY.test(id) ? await context.load(devices.runById).load(BigInt(id)) : undefined
      return run && toSyncRunType(run)
    },
  },
]
