import { createLogger } from '../../apps/api/src/platform/logger.js'
import {
  DeviceReadModel,
  DeviceService,
  DeviceSessions,
  ListHistory,
  MappingPlanner,
  MappingService,
  PanosDriver,
  PushService,
  PushSwitch,
  RegisteredTimers,
  SyncScheduler,
  SyncService,
} from '../../apps/api/src/modules/devices/index.js'
import { ListReadModel, ProtectionService } from '../../apps/api/src/modules/lists/index.js'
import { HintBus } from '../../apps/api/src/platform/hint-bus.js'
import { SecretBox } from '../../apps/api/src/platform/secret-box.js'
import { actorOf } from './graphql.js'
import { until } from './until.js'
import type { PanosSimulator } from './panos-simulator/index.js'
import type { SyncRun } from '../../apps/api/src/platform/prisma/client.js'
import type { TestDatabase } from './database.js'
import type { ListKind, MappingKind } from '@sallyport/shared'

export const PUSHER = { name: 'sallyport', password: 's3cret&@+' }

/** One replica's part that pushes, on a real database. `start` makes it work; several may stand on one database. */
export function composePushing({ url, pool, prisma }: TestDatabase, { now = () => Date.now(), pollMs = 20 } = {}) {
  const clock = { now }
  const logger = createLogger('silent')
  const secrets = new SecretBox(Buffer.alloc(32, 7))
  const hints = new HintBus({ databaseUrl: url, pool, logger })
  const lists = new ListReadModel({ pool, clock })
  const sessions = new DeviceSessions({ prisma, secrets, drivers: [new PanosDriver({ clock, timing: { pollMs, againMs: 10 } })] })
  const pushSwitch = new PushSwitch({ prisma, hints })
  const history = new ListHistory({ pool })
  const timers = new RegisteredTimers({ pool })
  const planner = new MappingPlanner({ lists, history, timers, clock })
  const sync = new SyncService({ pool, prisma, sessions, planner, history, timers, pushSwitch, hints, clock, logger })
  const scheduler = new SyncScheduler({ pool, prisma, sync, sessions, pushSwitch, hints, clock, logger })
  return {
    hints,
    sync,
    scheduler,
    pushSwitch,
    sessions,
    readModel: new DeviceReadModel({ prisma }),
    devices: new DeviceService({
      prisma,
      secrets,
      sessions,
      sync,
      protections: new ProtectionService({ pool, hints, clock }),
      hints,
      clock,
    }),
    mappings: new MappingService({ prisma, sessions, planner, lists, sync, hints }),
    push: new PushService({ prisma, sync, pushSwitch }),
    start: async ({ scheduled = true } = {}) => {
      await hints.start()
      await sync.start()
      if (scheduled) await scheduler.start()
    },
    stop: async () => {
      await scheduler.stop()
      await sync.stop()
      await hints.stop()
    },
  }
}

export type Pushing = ReturnType<typeof composePushing>

export const administrator = actorOf('ADMINISTRATOR')

/** Lists without their service: what is in force is changed by hand, and told as the service would. */
export class HandMadeLists {
  constructor(private readonly deps: { readonly database: TestDatabase; readonly pushing: () => Pushing }) {}

  async create(kind: ListKind, values: readonly string[], name = `list ${Math.random()}`): Promise<number> {
    const { id } = await this.deps.database.prisma.list.create({ data: { name, kind, revision: 1n } })
    await this.insert(id, values)
    return id
  }

  async add(listId: number, values: readonly string[], expiresAt: Date | null = null): Promise<void> {
    await this.insert(listId, values, expiresAt)
    await this.tell(listId)
  }

  async remove(listId: number, values: readonly string[]): Promise<void> {
    await this.deps.database.pool.query(
      `UPDATE list_entry SET removed_at = now(), removal = 'REMOVED' WHERE list_id = $1 AND value = ANY($2) AND removed_at IS NULL`,
      [listId, values],
    )
    await this.tell(listId)
  }

  /** Raises the revision and tells, as every change does. */
  async tell(listId: number): Promise<void> {
    await this.deps.database.pool.query('UPDATE list SET revision = revision + 1 WHERE id = $1', [listId])
    await this.deps.pushing().hints.publish('lists', { ids: [listId] })
  }

  private async insert(listId: number, values: readonly string[], expiresAt: Date | null = null): Promise<void> {
    await this.deps.database.pool.query(
      `INSERT INTO list_entry (list_id, value, typed, cause, expires_at) SELECT $1, value, value, 'USER', $3 FROM unnest($2::text[]) AS value`,
      [listId, values, expiresAt],
    )
  }
}

export const deviceInput = (firewall: Pick<PanosSimulator, 'address' | 'fingerprint'>, more: object = {}) => ({
  type: 'PALO_ALTO_NETWORKS',
  name: `fw ${firewall.address}`,
  host: firewall.address,
  username: PUSHER.name,
  password: PUSHER.password,
  tlsTrust: 'PINNED',
  tlsFingerprint: firewall.fingerprint,
  ...more,
})

export interface NewMapping {
  readonly deviceId: number
  readonly listId: number
  readonly kind: MappingKind
  readonly groupName: string
  readonly overwrite?: boolean
}

/** Waits until a run that is newer than `after` has ended. */
export async function nextRun(database: TestDatabase, deviceId: number, after = 0n, deadlineMs = 20_000): Promise<SyncRun> {
  return until(
    async () => {
      const run = await database.prisma.syncRun.findFirst({ where: { deviceId, id: { gt: after } }, orderBy: { id: 'asc' } })
      return run && run.state !== 'RUNNING' ? run : undefined
    },
    { deadlineMs, what: () => 'a run to end' },
  )
}
