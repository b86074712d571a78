import { severityOfRank, type IncidentState } from '@sallyport/shared'
import { z } from 'zod'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { Incident, Prisma, PrismaClient } from '../../platform/prisma/client.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import type { FieldChange } from './incident-edit.js'
import type { IncidentRow } from './incident-row.js'
import { alertSeverity, recordActivity } from './incident-service.js'
import { isKeyFree } from './incident-update.js'
import { withTeamNames } from './incident-values.js'

/** What changes of people touch, as it is kept for undoing them. */
export const incidentSnapshot = z.object({
  version: z.int(),
  title: z.string(),
  state: z.string(),
  severity: z.int(),
  severitySet: z.boolean(),
  assigneeId: z.string().nullable(),
  teamId: z.int().nullable(),
  classification: z.string().nullable(),
  attackVector: z.string().nullable(),
  disposition: z.string().nullable(),
  tags: z.array(z.string()),
  closeSummary: z.string().nullable(),
  closeDetail: z.string().nullable(),
  closedAt: z.coerce.date().nullable(),
  acknowledgedAt: z.coerce.date().nullable(),
  mutedUntil: z.coerce.date().nullable(),
  linking: z.boolean(),
})
export type IncidentSnapshot = z.infer<typeof incidentSnapshot>

export const snapshotOf = (row: IncidentRow): IncidentSnapshot => incidentSnapshot.parse(row)

export type RestoreOutcome =
  | { readonly kind: 'restored' }
  /** Somebody did something else with it, or it is gone. */
  | { readonly kind: 'left'; readonly message: string }

export interface IncidentRestorerDeps {
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** Takes changes back: sets an incident to what it was, unless somebody changed it since. */
export class IncidentRestorer {
  constructor(private readonly deps: IncidentRestorerDeps) {}

  /** @param madeVersion the version that the change made */
  async restore(actor: Actor, target: { id: string; madeVersion: number; before: IncidentSnapshot }): Promise<RestoreOutcome> {
    assertMay(actor, 'incident:write')
    const outcome = await this.tryRestore(actor, target).catch(async (error: unknown) => {
      // Another incident began to take alerts of the same key meanwhile; this time it is seen.
      if (isUniqueViolation(error)) return this.tryRestore(actor, target)
      throw error
    })
    if (outcome.kind === 'restored') await this.deps.hints.publish('incidents', { ids: [target.id] })
    return outcome
  }

  private async tryRestore(
    actor: Actor,
    { id, madeVersion, before }: { id: string; madeVersion: number; before: IncidentSnapshot },
  ): Promise<RestoreOutcome> {
    const now = new Date(this.deps.clock.now())
    return this.deps.prisma.$transaction(async (tx): Promise<RestoreOutcome> => {
      const incident = await tx.incident.findUnique({ where: { id: BigInt(id) } })
      if (!incident) return { kind: 'left', message: 'The incident is gone' }
      if (incident.version !== madeVersion) return CHANGED_SINCE
      const columns = await this.columnsOf(tx, incident, before)
      const { count } = await tx.incident.updateMany({
        where: { id: incident.id, version: madeVersion },
        data: { ...columns, version: { increment: 1 }, updatedAt: now },
      })
      if (count === 0) return CHANGED_SINCE
      const moved = incident.state !== before.state
      const states = moved
        ? { fromState: incident.state as IncidentState, toState: before.state as IncidentState }
        : { fromState: null, toState: null }
      const changes = await withTeamNames(tx, changesOf(incident, { ...before, severity: columns.severity }))
      const facts = changes.length > 0 ? { facts: { changes } } : {}
      const assigneeId = incident.assigneeId === before.assigneeId ? null : before.assigneeId
      const told = { assigneeId, summary: null, detail: null, ...facts }
      await recordActivity(tx, actor, incident.id, { kind: 'UNDONE', ...states, ...told }, now)
      return { kind: 'restored' }
    })
  }

  private async columnsOf(tx: Prisma.TransactionClient, incident: Incident, before: IncidentSnapshot) {
    const { version: _version, linking, severity: _severity, ...columns } = before
    const team = before.teamId === null ? null : await tx.team.findUnique({ where: { id: before.teamId }, select: { id: true } })
    return {
      ...columns,
      teamId: team?.id ?? null,
      linking: linking && (incident.linking || (await isKeyFree(tx, incident))),
      severity: await severityThen(tx, incident, before),
    }
  }
}

/** Alerts may have raised it meanwhile, or would have, had it not been set. */
async function severityThen(tx: Prisma.TransactionClient, incident: Incident, before: IncidentSnapshot): Promise<number> {
  if (before.severitySet) return before.severity
  if (!incident.severitySet) return incident.severity
  return Math.max(before.severity, await alertSeverity(tx, { id: incident.id, severity: 0 }))
}

const CHANGED_SINCE = { kind: 'left', message: 'It was changed since' } as const

/** What people see of it. */
function changesOf(now: Incident, then: IncidentSnapshot): FieldChange[] {
  const text = (key: number | null): string | null => (key === null ? null : String(key))
  const fields: [field: string, now: string | null, then: string | null][] = [
    ['severity', severityOfRank(now.severity), severityOfRank(then.severity)],
    ['classification', now.classification, then.classification],
    ['attackVector', now.attackVector, then.attackVector],
    ['disposition', now.disposition, then.disposition],
    ['team', text(now.teamId), text(then.teamId)],
    ['tags', now.tags.join(', ') || null, then.tags.join(', ') || null],
  ]
  return fields.flatMap(([field, before, after]) => (before === after ? [] : [{ field, before, after }]))
}
