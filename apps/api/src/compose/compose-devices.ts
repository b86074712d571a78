import { type UserReadModel } from '../modules/auth/index.js'
import {
  deviceNodes,
  DeviceReadModel,
  DeviceResolver,
  DeviceService,
  DeviceSessions,
  EnforcementDevicesResolver,
  ListHistory,
  ListMappingsResolver,
  MappingPlanner,
  MappingResolver,
  MappingService,
  PanosDriver,
  PushService,
  PushSwitch,
  RegisteredTimers,
  SyncRunResolver,
  SyncScheduler,
  SyncService,
} from '../modules/devices/index.js'
import { type ListReadModel, type ProtectionService } from '../modules/lists/index.js'
import { type systemClock } from '../platform/clock.js'
import { type HintBus } from '../platform/hint-bus.js'
import { SecretBox } from '../platform/secret-box.js'
import type { Database } from '../platform/database.js'
import type { Logger } from '../platform/logger.js'

interface DevicesFoundation {
  readonly database: Database
  readonly hints: HintBus
  readonly clock: typeof systemClock
  readonly logger: Logger
  readonly secretKey: Buffer
  readonly users: UserReadModel
  readonly lists: ListReadModel
  readonly protections: ProtectionService
}

export function composeDevices({
  database: { pool, prisma },
  hints,
  clock,
  logger,
  secretKey,
  users,
  lists,
  protections,
}: DevicesFoundation) {
  const secrets = new SecretBox(secretKey)
  const devices = new DeviceReadModel({ prisma })
  const sessions = new DeviceSessions({ prisma, secrets, drivers: [new PanosDriver({ clock })] })
  const pushSwitch = new PushSwitch({ prisma, hints })
  const history = new ListHistory({ pool })
  const timers = new RegisteredTimers({ pool })
  const planner = new MappingPlanner({ lists, history, timers, clock })
  const log = logger.child({ part: 'devices' })
  const sync = new SyncService({ pool, prisma, sessions, planner, history, timers, pushSwitch, hints, clock, logger: log })
  const scheduler = new SyncScheduler({ pool, prisma, sync, sessions, pushSwitch, hints, clock, logger: log })
  const resolvers = [
    new DeviceResolver({ devices, service: new DeviceService({ prisma, secrets, sessions, sync, protections, hints, clock }), clock }),
    new MappingResolver({ devices, lists, service: new MappingService({ prisma, sessions, planner, lists, sync, hints }) }),
    new SyncRunResolver({ devices, users, push: new PushService({ prisma, sync, pushSwitch }), pushSwitch }),
    new ListMappingsResolver({ devices }),
    new EnforcementDevicesResolver({ devices }),
  ]
  return { resolvers, nodes: deviceNodes({ devices }), services: [sync, scheduler] as const }
}
