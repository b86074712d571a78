import { INCIDENT_TASKS_MAX, taskAddInput, taskUpdateInput, type IncidentActivityKind } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { keyedLoader } from '../../platform/keyed-loader.js'
import type { IncidentTask, Prisma, PrismaClient } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { mergedRefusal } from './incident.js'
import type { FieldChange } from './incident-edit.js'
import { incidentFault, incidentMissing } from './incident-faults.js'
import { incidentRowOf, type IncidentRow } from './incident-row.js'
import { recordActivity } from './incident-service.js'
import { isAssignable } from './incident-values.js'

export interface IncidentTasksDeps {
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

export interface TaskUpdate {
  readonly title?: string | undefined
  readonly done?: boolean | undefined
  /** null takes the assignee away. */
  readonly assigneeId?: string | null | undefined
}

interface TasksOf {
  readonly incidentId: string
  readonly tasks: readonly IncidentTask[]
}

/** What is to be done about an incident. Like comments, tasks make nobody's view of it stale. */
export class IncidentTasks {
  constructor(private readonly deps: IncidentTasksDeps) {}

  /** Oldest first; undefined: the incident has none. */
  readonly ofIncident = () =>
    keyedLoader<string, TasksOf>(
      async incidentIds => {
        const rows = await this.deps.prisma.incidentTask.findMany({
          where: { incidentId: { in: incidentIds.map(BigInt) } },
          orderBy: { id: 'asc' },
        })
        return [...Map.groupBy(rows, row => String(row.incidentId))].map(([incidentId, tasks]) => ({ incidentId, tasks }))
      },
      ({ incidentId }) => incidentId,
    )

  /** @throws UserFaultsError NOT_FOUND, NOT_ALLOWED_NOW (merged, too many) or INVALID */
  async add(
    actor: Actor,
    { incidentId, title, assigneeId }: { readonly incidentId: string; readonly title: string; readonly assigneeId: string | null },
  ): Promise<IncidentRow> {
    const values = taskAddInput.parse({ title })
    assertStorable(values)
    return this.change(actor, incidentId, async (tx, id, now) => {
      if ((await tx.incidentTask.count({ where: { incidentId: id } })) >= INCIDENT_TASKS_MAX)
        throw incidentFault('NOT_ALLOWED_NOW', `An incident has at most ${INCIDENT_TASKS_MAX} tasks`, null)
      if (assigneeId !== null) await assertAssignable(tx, assigneeId)
      await tx.incidentTask.create({ data: { incidentId: id, ...values, assigneeId, createdById: actor.userId, createdAt: now } })
      await this.tell(tx, actor, id, 'TASK_ADDED', { summary: values.title, assigneeId }, now)
    })
  }

  /** What is not given is left. @throws UserFaultsError NOT_FOUND, NOT_ALLOWED_NOW or INVALID */
  async update(actor: Actor, { id, assigneeId, ...input }: TaskUpdate & { readonly id: string }): Promise<IncidentRow> {
    const { title, done } = taskUpdateInput.parse(input)
    assertStorable({ title })
    const known = await this.deps.prisma.incidentTask.findUnique({ where: { id: BigInt(id) }, select: { incidentId: true } })
    if (!known) throw incidentFault('NOT_FOUND', 'The task was not found', ['id'])
    return this.change(actor, String(known.incidentId), async (tx, incidentId, now) => {
      const task = await tx.incidentTask.findUniqueOrThrow({ where: { id: BigInt(id) } })
      const changes: FieldChange[] = []
      if (title !== undefined && title !== task.title) changes.push({ field: 'task', before: task.title, after: title })
      if (assigneeId !== undefined && assigneeId !== task.assigneeId) {
        if (assigneeId !== null) await assertAssignable(tx, assigneeId)
        changes.push({ field: 'task assignee', ...(await namesOf(tx, task.assigneeId, assigneeId)) })
      }
      const ticked = done !== undefined && done !== (task.doneAt !== null)
      const doneNow = ticked ? { doneAt: done ? now : null, doneById: done ? actor.userId : null } : {}
      const data = { ...(title !== undefined && { title }), ...(assigneeId !== undefined && { assigneeId }), ...doneNow }
      await tx.incidentTask.update({ where: { id: task.id }, data })
      const summary = title ?? task.title
      if (changes.length > 0) await this.tell(tx, actor, incidentId, 'EDITED', { summary, facts: { changes } }, now)
      if (ticked) await this.tell(tx, actor, incidentId, done ? 'TASK_DONE' : 'TASK_REOPENED', { summary }, now)
    })
  }

  private async change(
    actor: Actor,
    incidentId: string,
    work: (tx: Prisma.TransactionClient, id: bigint, now: Date) => Promise<void>,
  ): Promise<IncidentRow> {
    assertMay(actor, 'incident:write')
    const now = new Date(this.deps.clock.now())
    const row = await this.deps.prisma.$transaction(async tx => {
      // Locked: tasks of an incident are changed one after the other.
      await tx.$queryRaw`SELECT 1 FROM incident WHERE id = ${BigInt(incidentId)} FOR NO KEY UPDATE`
      const incident = await tx.incident.findUnique({ where: { id: BigInt(incidentId) } })
      if (!incident) throw incidentMissing('incidentId')
      const merged = mergedRefusal(incident)
      if (merged !== undefined) throw incidentFault('NOT_ALLOWED_NOW', merged, null, incidentRowOf(incident))
      await work(tx, incident.id, now)
      return incidentRowOf(await tx.incident.update({ where: { id: incident.id }, data: { updatedAt: now } }))
    })
    await this.deps.hints.publish('incidents', { ids: [incidentId] })
    return row
  }

  private async tell(
    tx: Prisma.TransactionClient,
    actor: Actor,
    incidentId: bigint,
    kind: IncidentActivityKind,
    told: { readonly summary: string; readonly assigneeId?: string | null; readonly facts?: { readonly changes: FieldChange[] } },
    now: Date,
  ): Promise<void> {
    const draft = { kind, fromState: null, toState: null, assigneeId: null, detail: null, ...told }
    await recordActivity(tx, actor, incidentId, draft, now)
  }
}

async function assertAssignable(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  if (!(await isAssignable(tx, userId))) throw incidentFault('INVALID', 'This person cannot be assigned', ['assigneeId'])
}

/** History tells names of what is not its own assignee. */
async function namesOf(tx: Prisma.TransactionClient, before: string | null, after: string | null) {
  const people = await tx.user.findMany({
    where: { id: { in: [before, after].filter(id => id !== null) } },
    select: { id: true, name: true },
  })
  const nameOf = (id: string | null) => people.find(person => person.id === id)?.name ?? null
  return { before: nameOf(before), after: nameOf(after) }
}
