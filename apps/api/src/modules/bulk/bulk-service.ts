import { BULK_IDS_MAX, BULK_ITEMS_MAX, BULK_UNDO_HOURS, bulkAction, type BulkAction } from '@sallyport/shared'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { isAssignable, refusesMuteEnd, valueFault, type IncidentConditions, type IncidentReadModel } from '../incidents/index.js'
import { isEmptyAction, isFarOff, jobTitle, keyOf, type ActionNames, type StoredAction } from './bulk-action.js'
import type { JobReadModel } from './job-read-model.js'
import type { JobRow } from './job-row.js'

/** What a person wants done to what; ids are database keys. */
export interface BulkRequest {
  readonly ids: readonly string[] | undefined
  readonly filter: IncidentConditions | undefined
  /** How many the person saw. */
  readonly expectedCount: number | undefined
  /** BulkAction; not checked yet. */
  readonly action: unknown
  readonly requestKey: string | undefined
}

export interface BulkServiceDeps {
  readonly prisma: PrismaClient
  readonly incidents: Pick<IncidentReadModel, 'idsMatching'>
  readonly jobs: Pick<JobReadModel, 'find'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** Of one person at the same time. */
const RUNNING_MAX = 5
const UNDO_MS = BULK_UNDO_HOURS * 3_600_000

/** Until when a job can be undone; undefined: it cannot be. Comments stay: others may have answered them. */
export function undoUntil(job: Pick<JobRow, 'state' | 'finishedAt'>, action: BulkAction['kind'] | undefined): Date | undefined {
  const ended = job.state === 'DONE' || job.state === 'CANCELLED'
  return ended && job.finishedAt && action !== undefined && action !== 'COMMENT' ? new Date(job.finishedAt.getTime() + UNDO_MS) : undefined
}

/** Jobs: the same change on many incidents. It stores what is to be done; BulkRunner does it. */
export class BulkService {
  constructor(private readonly deps: BulkServiceDeps) {}

  /** The same request key again is the same job. Throws UserFaultsError. */
  async start(actor: Actor, request: BulkRequest): Promise<JobRow> {
    assertMay(actor, 'incident:write')
    const requestKey = z.string().min(1).max(100, 'At most 100 characters').optional().parse(request.requestKey)
    assertStorable({ clientMutationId: requestKey })
    const earlier = requestKey === undefined ? undefined : await this.byRequestKey(actor, requestKey)
    if (earlier) return earlier
    const action = await this.checked(actor, request.action)
    const ids = await this.incidentsOf(request)
    const stored: StoredAction = { title: jobTitle(action, await this.namesOf(action)), action, apiKey: keyOf(actor) }
    try {
      const job = await this.store(actor, stored, ids, requestKey)
      await this.deps.hints.publish('jobs', { ids: [job.id] })
      return job
    } catch (error) {
      const twin = isUniqueViolation(error) && requestKey !== undefined ? await this.byRequestKey(actor, requestKey) : undefined
      if (twin) return twin
      throw error
    }
  }

  /** What is done stays done; it can be undone then. */
  async cancel(actor: Actor, id: string): Promise<JobRow> {
    assertMay(actor, 'incident:write')
    const job = await this.own(actor, id)
    if (job.state !== 'RUNNING') throw fault('NOT_ALLOWED_NOW', 'It does not run any more', ['id'], job)
    const now = new Date(this.deps.clock.now())
    await this.deps.prisma.bulkJob.updateMany({ where: { id, state: 'RUNNING', cancelAt: null }, data: { cancelAt: now } })
    await this.deps.hints.publish('jobs', { ids: [id] })
    return this.own(actor, id)
  }

  async undo(actor: Actor, id: string): Promise<JobRow> {
    assertMay(actor, 'incident:write')
    const job = await this.own(actor, id)
    const until = undoUntil(job, kindOf(job))
    if (!until || until.getTime() < this.deps.clock.now())
      throw fault('NOT_ALLOWED_NOW', until ? `It can be undone for ${BULK_UNDO_HOURS} hours` : 'It cannot be undone (now)', ['id'], job)
    // With the rights of whoever undoes it: what a key did can be undone once it is revoked.
    const action = { ...(job.action as StoredAction), apiKey: keyOf(actor) }
    const { count } = await this.deps.prisma.bulkJob.updateMany({
      where: { id, state: job.state },
      data: { state: 'UNDOING', claimedUntil: null, action },
    })
    if (count > 0) await this.deps.hints.publish('jobs', { ids: [id] })
    return this.own(actor, id)
  }

  private async own(actor: Actor, id: string): Promise<JobRow> {
    const job = await this.deps.jobs.find(actor.userId, id)
    if (!job) throw fault('NOT_FOUND', 'The job was not found', ['id'])
    return job
  }

  private async byRequestKey({ userId }: Actor, requestKey: string): Promise<JobRow | undefined> {
    const job = await this.deps.prisma.bulkJob.findUnique({ where: { userId_requestKey: { userId, requestKey } }, select: { id: true } })
    return job ? this.deps.jobs.find(userId, job.id) : undefined
  }

  /** What would fail for all of them is refused at once. */
  private async checked(actor: Actor, given: unknown): Promise<BulkAction> {
    const parsed = bulkAction.safeParse(given)
    if (!parsed.success)
      throw new UserFaultsError(
        parsed.error.issues.map(({ message, path }) => ({ code: 'INVALID', message, field: ['action', ...path.map(String)] })),
      )
    const action = parsed.data
    assertStorable({ action: Object.values(action).flat().map(String).join(' ') })
    if (isEmptyAction(action)) throw fault('INVALID', 'Say what is to be done', ['action'])
    const { prisma, clock } = this.deps
    const refusal = action.kind === 'IGNORE' && action.until ? refusesMuteEnd(action.until, clock.now()) : undefined
    if (refusal !== undefined) throw fault('INVALID', refusal, ['action', 'ignore', 'until'])
    if (action.kind === 'ASSIGN' && action.assigneeId && !(await isAssignable(prisma, action.assigneeId)))
      throw fault('INVALID', 'This person cannot be assigned', ['action', 'assign', 'assigneeId'])
    const wrong =
      action.kind === 'COMMENT' || action.kind === 'REOPEN' || action.kind === 'IGNORE' ? undefined : await valueFault(prisma, action)
    if (wrong) throw fault('INVALID', wrong.message, ['action', action.kind.toLowerCase(), wrong.field])
    const running = await prisma.bulkJob.count({ where: { userId: actor.userId, state: { in: ['RUNNING', 'UNDOING'] } } })
    if (running >= RUNNING_MAX) throw fault('RATE_LIMITED', 'Some of your jobs still run: wait for one', null)
    return action
  }

  private async incidentsOf({ ids, filter, expectedCount }: BulkRequest): Promise<readonly string[]> {
    if ((ids === undefined) === (filter === undefined)) throw fault('INVALID', 'Give either ids or a filter', null)
    if (ids !== undefined) {
      const distinct = [...new Set(ids)]
      if (distinct.length === 0) throw fault('INVALID', 'Choose at least one incident', ['ids'])
      if (distinct.length > BULK_IDS_MAX) throw fault('INVALID', `At most ${BULK_IDS_MAX} by one`, ['ids'])
      return distinct
    }
    if (expectedCount === undefined) throw fault('INVALID', 'Say how many you saw', ['expectedCount'])
    const found = await this.deps.incidents.idsMatching(filter ?? {}, BULK_ITEMS_MAX + 1)
    if (found.length > BULK_ITEMS_MAX) throw fault('INVALID', `More than ${BULK_ITEMS_MAX} incidents match: narrow the filter`, ['filter'])
    if (isFarOff(expectedCount, found.length))
      throw fault('CONFLICT', `${found.length} incidents match now, not ${expectedCount}`, ['expectedCount'])
    if (found.length === 0) throw fault('INVALID', 'No incident matches', ['filter'])
    return found
  }

  private async namesOf(action: BulkAction): Promise<ActionNames> {
    if (action.kind !== 'ASSIGN') return { assignee: undefined, team: undefined }
    const { prisma } = this.deps
    const { assigneeId, teamId } = action
    const user = assigneeId ? await prisma.user.findUnique({ where: { id: assigneeId }, select: { name: true } }) : null
    const team = typeof teamId === 'number' ? await prisma.team.findUnique({ where: { id: teamId }, select: { name: true } }) : null
    return { assignee: user?.name, team: team?.name }
  }

  private async store({ userId }: Actor, stored: StoredAction, ids: readonly string[], requestKey: string | undefined): Promise<JobRow> {
    const action = JSON.parse(JSON.stringify(stored)) as object
    const now = new Date(this.deps.clock.now())
    const id = await this.deps.prisma.$transaction(async tx => {
      const data = { userId, action, total: ids.length, requestKey: requestKey ?? null, createdAt: now }
      const job = await tx.bulkJob.create({ data, select: { id: true } })
      await tx.$executeRaw`INSERT INTO bulk_item (job_id, incident_id)
        SELECT ${job.id}::uuid, incident.id FROM unnest(${ids}::bigint[]) AS incident(id)`
      return job.id
    })
    const job = await this.deps.jobs.find(userId, id)
    if (!job) throw new Error('The job is gone')
    return job
  }
}

function kindOf(job: JobRow): BulkAction['kind'] | undefined {
  const parsed = z.object({ action: z.object({ kind: z.string() }) }).safeParse(job.action)
  return parsed.data?.action.kind as BulkAction['kind'] | undefined
}

const fault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown): UserFaultsError =>
  new UserFaultsError([{ code, message, field }], current)
