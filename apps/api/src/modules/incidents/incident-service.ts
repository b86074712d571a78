import { closeInput, commentInput, ROLE_PERMISSIONS, type IncidentState, type Role } from '@sallyport/shared'
import { z } from 'zod'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import type { HintSink } from '../../platform/hints.js'
import type { Prisma, PrismaClient } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { planChange, type ChangePlan, type IncidentChange } from './incident.js'
import type { IncidentReadModel } from './incident-read-model.js'
import type { IncidentRow } from './incident-row.js'

/** An incident as somebody saw it: a change of anything newer is refused. */
export interface SeenIncident {
  readonly id: string
  readonly expectedVersion: number
}

const optionalComment = z.string().trim().max(20_000, 'At most 20,000 characters').default('')

export interface IncidentServiceDeps {
  readonly prisma: PrismaClient
  readonly incidents: Pick<IncidentReadModel, 'find'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** What people do with incidents. Each change and its activity row are one transaction; the hint follows the commit. */
export class IncidentService {
  constructor(private readonly deps: IncidentServiceDeps) {}

  async open(actor: Actor, seen: SeenIncident): Promise<IncidentRow> {
    return this.change(actor, seen, { action: 'OPEN' })
  }

  /** null takes the assignee away. */
  async assign(actor: Actor, { assigneeId, ...seen }: SeenIncident & { readonly assigneeId: string | null }): Promise<IncidentRow> {
    return this.change(actor, seen, { action: 'ASSIGN', assigneeId })
  }

  async comment(actor: Actor, { id, comment }: { readonly id: string; readonly comment: string }): Promise<IncidentRow> {
    return this.change(actor, { id, expectedVersion: undefined }, { action: 'COMMENT', ...commentInput.parse({ comment }) })
  }

  async close(
    actor: Actor,
    { summary, detail, ...seen }: SeenIncident & { summary: string; detail?: string | undefined },
  ): Promise<IncidentRow> {
    return this.change(actor, seen, { action: 'CLOSE', ...closeInput.parse({ summary, detail }) })
  }

  async ignore(actor: Actor, { comment, ...seen }: SeenIncident & { comment?: string | undefined }): Promise<IncidentRow> {
    return this.change(actor, seen, { action: 'IGNORE', ...z.object({ comment: optionalComment }).parse({ comment }) })
  }

  async reopen(actor: Actor, { comment, ...seen }: SeenIncident & { comment?: string | undefined }): Promise<IncidentRow> {
    return this.change(actor, seen, { action: 'REOPEN', ...z.object({ comment: optionalComment }).parse({ comment }) })
  }

  private async change(
    actor: Actor,
    seen: { id: string; expectedVersion: number | undefined },
    change: IncidentChange,
  ): Promise<IncidentRow> {
    assertMay(actor, 'incident:write')
    assertStorable(change)
    const outcome = await this.tryChange(actor, seen, change).catch(async (error: unknown) => {
      // Another incident began to take alerts of the same key meanwhile; this time it is seen.
      if (isUniqueViolation(error)) return this.tryChange(actor, seen, change)
      throw error
    })
    if (outcome === 'changed') await this.deps.hints.publish('incidents', { ids: [seen.id] })
    const current = await this.deps.incidents.find(seen.id)
    if (outcome === 'missing' || current === undefined) throw fault('NOT_FOUND', 'The incident was not found', ['id'])
    if (outcome === 'stale') throw fault('CONFLICT', 'Somebody else changed the incident meanwhile', ['expectedVersion'], current)
    if (typeof outcome === 'object') throw fault('NOT_ALLOWED_NOW', outcome.refused, null, current)
    return current
  }

  private async tryChange(
    actor: Actor,
    { id, expectedVersion }: { id: string; expectedVersion: number | undefined },
    change: IncidentChange,
  ): Promise<'changed' | 'unchanged' | 'missing' | 'stale' | { readonly refused: string }> {
    const now = new Date(this.deps.clock.now())
    return this.deps.prisma.$transaction(async tx => {
      const incident = await tx.incident.findUnique({ where: { id: BigInt(id) } })
      if (incident === null) return 'missing'
      const plan = planChange({ ...incident, state: incident.state as IncidentState }, change, now)
      if (plan.kind === 'unchanged') return 'unchanged'
      if (expectedVersion !== undefined && incident.version !== expectedVersion) return 'stale'
      if (plan.kind === 'refused') return { refused: plan.message }
      if (change.action === 'ASSIGN') await assertAssignable(tx, change.assigneeId)
      const update = await updateOf(tx, incident, plan, now)
      const { count } = await tx.incident.updateMany({ where: { id: incident.id, version: incident.version }, data: update })
      if (count === 0) return 'stale'
      await tx.incidentActivity.create({
        data: { incidentId: incident.id, cause: 'USER', userId: actor.userId, createdAt: now, ...plan.activity },
      })
      return 'changed'
    })
  }
}

/** The columns that a plan changes. A comment changes none of them, so it makes nobody's view stale. */
export async function updateOf(
  tx: Prisma.TransactionClient,
  incident: { readonly sourceId: number; readonly linkKey: string | null; readonly linkValue: string | null },
  plan: ChangePlan & { kind: 'changed' },
  now: Date,
): Promise<Prisma.IncidentUpdateManyMutationInput & Prisma.IncidentUncheckedUpdateManyInput> {
  const { linking, ...columns } = plan.update
  if (Object.keys(plan.update).length === 0) return { updatedAt: now }
  const update = { ...columns, version: { increment: 1 }, updatedAt: now }
  if (linking === undefined) return update
  if (!linking) return { ...update, linking }
  const { sourceId, linkKey, linkValue } = incident
  const other = await tx.incident.findFirst({ where: { sourceId, linkKey, linkValue, linking: true }, select: { id: true } })
  return { ...update, linking: other === null }
}

async function assertAssignable(tx: Prisma.TransactionClient, userId: string | null): Promise<void> {
  if (userId !== null && !(await isAssignable(tx, userId))) throw fault('INVALID', 'This person cannot be assigned', ['assigneeId'])
}

export async function isAssignable(tx: Prisma.TransactionClient, userId: string): Promise<boolean> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { disabledAt: true, role: true } })
  return user !== null && user.disabledAt === null && ROLE_PERMISSIONS[user.role as Role].includes('incident:write')
}

const fault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown): UserFaultsError =>
  new UserFaultsError([{ code, message, field }], current)
