import { getServers } from 'node:dns'
import { hostname, networkInterfaces } from 'node:os'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { Clock } from '../../platform/clock.js'
import type { EntryService } from './entry-service.js'
import type { ProtectionService } from './protection-service.js'

/** An expired entry leaves within a minute, also when another server added it with a short life. */
const LOOK_EVERY_MS = 20_000
/** After a failure, and between two entries that expire close to each other. */
const LOOK_AGAIN_MS = 1_000

export interface ListUpkeepDeps {
  readonly entries: Pick<EntryService, 'removeExpired'>
  readonly protections: Pick<ProtectionService, 'ensureShipped' | 'protectHosts'>
  /** Where people and firewalls reach this server, as far as it is configured. */
  readonly publicUrl: string | undefined
  readonly clock: Clock
  readonly logger: Logger
}

/** Protects what must not be blocked before anything can be, and takes entries off their lists when they expire. */
export class ListUpkeep implements Service {
  readonly name = 'list-upkeep'
  private timer: NodeJS.Timeout | undefined
  private looking: Promise<void> = Promise.resolve()
  private stopped = false

  constructor(private readonly deps: ListUpkeepDeps) {}

  async start(): Promise<void> {
    const { protections, publicUrl } = this.deps
    await protections.ensureShipped()
    const addresses = Object.values(networkInterfaces()).flatMap(list => (list ?? []).map(({ address }) => address))
    const hosts = [...addresses, hostname(), ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname])]
    await protections.protectHosts(`server:${hostname()}`, hosts, `This server (${hostname()})`)
    await protections.protectHosts(`resolver:${hostname()}`, getServers(), `DNS resolver of this server (${hostname()})`)
    this.schedule(0)
  }

  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.looking
  }

  private schedule(wait: number): void {
    if (this.stopped) return
    this.timer = setTimeout(() => {
      this.looking = this.look()
    }, wait)
  }

  private async look(): Promise<void> {
    try {
      const { removed, next } = await this.deps.entries.removeExpired()
      if (removed > 0) this.deps.logger.info({ removed }, 'Entries have expired')
      const until = next === undefined ? LOOK_EVERY_MS : next.getTime() - this.deps.clock.now()
      this.schedule(Math.min(Math.max(until, LOOK_AGAIN_MS), LOOK_EVERY_MS))
    } catch (error) {
      this.deps.logger.warn({ err: error }, 'Expired entries could not be removed; trying again')
      this.schedule(LOOK_AGAIN_MS)
    }
  }
}
