import { ROLE_PERMISSIONS, type Role } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { DomainError, UserFaultsError } from '../../platform/errors.js'
import type { HintSink, HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { pause, Waker } from '../../platform/waker.js'
import {
  incidentSnapshot,
  snapshotOf,
  type IncidentReadModel,
  type IncidentRestorer,
  type IncidentRow,
  type IncidentService,
} from '../incidents/index.js'
import { applyAction, isConflict } from './apply-action.js'
import { storedAction, type StoredAction } from './bulk-action.js'
import { JobStore, type ClaimedJob, type ItemBefore, type ItemResult, type PendingItem } from './job-store.js'

const ITEMS_PER_STEP = 50
/** Of the server's connections to the database. */
const AT_ONCE = 4
const IDLE_MS = 5_000
const KEPT_MS = 30 * 86_400_000
const FORGET_EVERY_MS = 3_600_000
/** Somebody else is faster: it is done with what they left. */
const TRIES = 3

export interface BulkRunnerDeps {
  readonly pool: Pool
  readonly prisma: PrismaClient
  readonly incidents: Pick<IncidentReadModel, 'matching'>
  readonly service: IncidentService
  readonly restorer: Pick<IncidentRestorer, 'restore'>
  readonly hints: HintSource & Pick<HintSink, 'publish'>
  readonly clock: Clock
  readonly logger: Logger
}

/** Carries jobs out, the shortest first, on any replica: the job's row is its lease, its items are its progress. */
export class BulkRunner implements Service {
  readonly name = 'bulk-runner'
  private readonly store: JobStore
  private readonly waker = new Waker()
  private stopped = new AbortController()
  private running: Promise<void> = Promise.resolve()
  private undo: (() => void)[] = []
  private forgetAt = 0

  constructor(private readonly deps: BulkRunnerDeps) {
    this.store = new JobStore(deps)
  }

  async start(): Promise<void> {
    const { hints } = this.deps
    this.stopped = new AbortController()
    this.undo = [hints.on('jobs', () => this.waker.wake()), hints.on('resync', () => this.waker.wake())]
    this.running = this.run(this.stopped.signal)
  }

  async stop(): Promise<void> {
    this.stopped.abort()
    for (const undo of this.undo.splice(0)) undo()
    await this.running
  }

  /** Works on the next job to its end, or until a shorter one waits. Returns whether there was one. */
  async runNext(): Promise<boolean> {
    const job = await this.store.claim()
    if (!job) return false
    const parsed = storedAction.safeParse(job.action)
    if (!parsed.success) {
      // Of another release: it ends with nothing done rather than never.
      this.deps.logger.error({ job: job.id }, 'The action of a job cannot be read')
      await this.finish(job, 'CANCELLED')
      return true
    }
    await this.work(job, parsed.data)
    return true
  }

  private async run(signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      try {
        await this.upkeep()
        const worked = await this.runNext()
        failures = 0
        if (!worked) await this.waker.sleep(IDLE_MS, signal)
      } catch (error) {
        // The database may be away: the lease ends by itself.
        failures += 1
        this.deps.logger.warn({ err: error }, 'A job could not be gone on with; trying again')
        await pause(Math.min(500 * 2 ** failures, 30_000), signal)
      }
    }
  }

  private async work(claimed: ClaimedJob, stored: StoredAction): Promise<void> {
    let job = claimed
    for (;;) {
      if (this.stopped.signal.aborted) return this.store.release(job)
      if (job.state === 'RUNNING' && job.cancelAt !== null) return this.finish(job, 'CANCELLED')
      const items = await this.store.nextItems(job, ITEMS_PER_STEP)
      if (items.length === 0) return this.finish(job, job.state === 'UNDOING' ? 'UNDONE' : 'DONE')
      const actor = await this.actorOf(job, stored)
      const results = actor ? await this.step(job, stored, actor, items) : items.map(item => refusedItem(job, item))
      const saved = await this.store.saveStep(job, results)
      if (!saved) return
      job = saved
      await this.deps.hints.publish('jobs', { ids: [job.id] })
      // It goes on after those that are done sooner.
      if (await this.store.isShorterWaiting(job)) return this.store.release(job)
    }
  }

  private async finish(job: ClaimedJob, state: 'DONE' | 'CANCELLED' | 'UNDONE'): Promise<void> {
    await this.store.release(job, state)
    await this.deps.hints.publish('jobs', { ids: [job.id] })
  }

  private async step(job: ClaimedJob, stored: StoredAction, actor: Actor, items: readonly PendingItem[]): Promise<ItemResult[]> {
    const ids = items.map(({ incidentId }) => incidentId)
    if (job.state === 'UNDOING') {
      const takenBack = await this.store.takenBack(job.id, ids)
      return inParallel(items, async item =>
        takenBack.has(item.incidentId) ? { incidentId: item.incidentId, state: 'UNDONE' } : this.takeBack(actor, item),
      )
    }
    const [rows, doneBefore] = await Promise.all([this.deps.incidents.matching(ids, {}), this.store.doneBefore(job.id, ids)])
    const incidents = new Map(rows.map(row => [row.id, row]))
    const fresh = rows.filter(({ id }) => !doneBefore.has(id))
    await this.store.keepBefore(job.id, new Map(fresh.map(row => [row.id, snapshotOf(row)])))
    return inParallel(items, async item => {
      const { incidentId } = item
      const versions = doneBefore.get(incidentId)
      const incident = incidents.get(incidentId)
      if (versions !== undefined && stored.action.kind !== 'ASSIGN') return alreadyDone(item, versions)
      return incident ? this.change(actor, stored, incident, versions === undefined ? undefined : item) : gone(incidentId)
    })
  }

  /** @param resumed an item that a server was working on when it died */
  private async change(
    actor: Actor,
    { action }: StoredAction,
    incident: IncidentRow,
    resumed: PendingItem | undefined,
  ): Promise<ItemResult> {
    const incidentId = incident.id
    let current = incident
    for (let tries = 1; ; tries += 1) {
      try {
        const { before, after, changed } = await applyAction(this.deps.service, actor, action, current)
        if (!changed && !resumed) return { incidentId, state: 'UNCHANGED' }
        const then = resumed ? incidentSnapshot.safeParse(resumed.before).data : snapshotOf(before)
        return { incidentId, state: 'DONE', before: then && { ...then, madeVersion: after.version } }
      } catch (error) {
        if (isConflict(error) && tries < TRIES) current = error.current as IncidentRow
        else return { incidentId, state: 'FAILED', message: this.messageOf(error, incidentId) }
      }
    }
  }

  private async takeBack(actor: Actor, { incidentId, before }: PendingItem): Promise<ItemResult> {
    const kept = incidentSnapshot.safeParse(before)
    const madeVersion = (before as Partial<ItemBefore> | null)?.madeVersion
    if (!kept.success || madeVersion === undefined) return { incidentId, state: 'NOT_UNDONE', message: 'What it was before is not known' }
    try {
      const outcome = await this.deps.restorer.restore(actor, { id: incidentId, madeVersion, before: kept.data })
      return outcome.kind === 'restored' ? { incidentId, state: 'UNDONE' } : { incidentId, state: 'NOT_UNDONE', message: outcome.message }
    } catch (error) {
      return { incidentId, state: 'NOT_UNDONE', message: this.messageOf(error, incidentId) }
    }
  }

  /** The person as they are now: their rights may have changed since. undefined: they may not do it any more. */
  private async actorOf(job: ClaimedJob, { apiKey }: StoredAction): Promise<Actor | undefined> {
    const { prisma, clock } = this.deps
    const user = await prisma.user.findUnique({ where: { id: job.userId }, select: { name: true, role: true, disabledAt: true } })
    if (!user || user.disabledAt !== null) return undefined
    const role = user.role as Role
    const granted = ROLE_PERMISSIONS[role]
    const key = apiKey && { ...apiKey, permissions: apiKey.permissions.filter(permission => granted.includes(permission)) }
    if (key) {
      const stored = await prisma.apiKey.findUnique({ where: { id: key.id }, select: { revokedAt: true, expiresAt: true } })
      if (!stored || stored.revokedAt !== null) return undefined
      if (stored.expiresAt !== null && stored.expiresAt.getTime() <= clock.now()) return undefined
    }
    if (!(key?.permissions ?? granted).includes('incident:write')) return undefined
    return { userId: job.userId, name: user.name, role, jobId: job.id, ...(key && { apiKey: key }) }
  }

  private messageOf(error: unknown, incidentId: string): string {
    if (error instanceof UserFaultsError || error instanceof DomainError) return error.message
    this.deps.logger.warn({ err: error, incident: incidentId }, 'A job could not change an incident')
    return 'It failed. Try again'
  }

  private async upkeep(): Promise<void> {
    const now = this.deps.clock.now()
    if (now < this.forgetAt) return
    this.forgetAt = now + FORGET_EVERY_MS
    await this.store.forget(new Date(now - KEPT_MS))
  }
}

const gone = (incidentId: string): ItemResult => ({ incidentId, state: 'FAILED', message: 'The incident was not found' })

const refusedItem = ({ state }: ClaimedJob, { incidentId }: PendingItem): ItemResult => ({
  incidentId,
  state: state === 'UNDOING' ? 'NOT_UNDONE' : 'FAILED',
  message: 'Whoever began it may not change incidents any more',
})

/** The server died between the change and the note of it. */
function alreadyDone({ incidentId, before }: PendingItem, versions: number): ItemResult {
  const kept = incidentSnapshot.safeParse(before).data
  return { incidentId, state: 'DONE', before: kept && { ...kept, madeVersion: kept.version + versions } }
}

/** A few at a time, begun in order. */
async function inParallel<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  const next = items.entries()
  const worker = async () => {
    for (const [at, item] of next) results[at] = await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
