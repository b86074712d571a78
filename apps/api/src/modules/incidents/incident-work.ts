import type { IncidentState } from '@sallyport/shared'
import type { Clock } from '../../platform/clock.js'
import type { HintSink } from '../../platform/hints.js'
import type { Incident, Prisma, PrismaClient } from '../../platform/prisma/client.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { planChange, shown, type ActivityFacts, type IncidentChange } from './incident.js'
import { planEdit, type IncidentEdit } from './incident-edit.js'
import { jsonOf, updateOf } from './incident-update.js'
import { isAssignable, valueFault, withTeamNames } from './incident-values.js'

/** The rule that does something, and which step of which of its matches it is: each step is done once. */
export interface RuleOrigin {
  readonly ruleId: number
  readonly ruleName: string
  readonly version: number
  /** rule_match.id. */
  readonly matchId: string
  /** Place of the action in the rule. */
  readonly step: number
}

export type RuleWork =
  | { readonly action: 'EDIT'; readonly edit: IncidentEdit }
  | Extract<IncidentChange, { readonly action: 'ASSIGN' | 'COMMENT' | 'CLOSE' | 'IGNORE' }>

export type WorkOutcome =
  /** Now or by an earlier try of the same step. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'missing' }

type TriedWork = WorkOutcome | { readonly kind: 'merged'; readonly intoId: string }

/** A merge brings those that were merged before along: more than one hop are merges that happen right now. */
const MERGES_FOLLOWED = 5

type RecordedActivity = Omit<Prisma.IncidentActivityUncheckedCreateInput, 'incidentId' | 'cause' | 'facts'> & {
  readonly facts?: ActivityFacts
}

export interface IncidentWorkDeps {
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/**
 * What rules do with incidents: the same as people, with the cause RULE. Whoever calls has seen to it that the rule's owner may.
 * A step that was done before its outcome could be recorded is found in the history and not done again.
 */
export class IncidentWork {
  constructor(private readonly deps: IncidentWorkDeps) {}

  /** Of an incident that was merged since its alert matched: what is done is done with the one that has its alerts now. */
  async asRule(origin: RuleOrigin, incidentId: string, work: RuleWork): Promise<WorkOutcome> {
    let id = incidentId
    for (let hops = 0; ; hops += 1) {
      const outcome = await this.retried(origin, id, work)
      if (outcome.kind === 'changed') await this.deps.hints.publish('incidents', { ids: [id] })
      if (outcome.kind !== 'merged') return outcome
      if (hops === MERGES_FOLLOWED) return { kind: 'refused', message: `The incident was merged into ${shown(outcome.intoId)}` }
      id = outcome.intoId
    }
  }

  /** In the history of the incident: that the rule matched (once per rule), or what it did elsewhere (once per step). */
  async note(
    origin: RuleOrigin,
    incidentId: string,
    kind: 'RULE_MATCHED' | 'RULE_ACTED',
    told: { summary: string; detail: string | null },
  ) {
    const noted = await this.deps.prisma.$transaction(async tx => {
      const incident = await lockIncident(tx, incidentId)
      if (!incident) return false
      const before = kind === 'RULE_MATCHED' ? await hasMatched(tx, incident.id, origin) : await isDone(tx, incident.id, origin)
      if (before) return false
      await this.record(tx, incident.id, origin, { kind, ...told })
      return true
    })
    if (noted) await this.deps.hints.publish('incidents', { ids: [incidentId] })
  }

  private async retried(origin: RuleOrigin, incidentId: string, work: RuleWork): Promise<TriedWork> {
    return this.tryWork(origin, incidentId, work).catch(async (error: unknown) => {
      // Another incident began to take alerts of the same key meanwhile; this time it is seen.
      if (isUniqueViolation(error)) return this.tryWork(origin, incidentId, work)
      throw error
    })
  }

  private async tryWork(origin: RuleOrigin, incidentId: string, work: RuleWork): Promise<TriedWork> {
    return this.deps.prisma.$transaction(async tx => {
      // Locked: nobody changes it between the look and the change, so there is no version to compare.
      const incident = await lockIncident(tx, incidentId)
      if (!incident) return { kind: 'missing' }
      if (await isDone(tx, incident.id, origin)) return { kind: 'changed' }
      if (incident.mergedIntoId !== null) return { kind: 'merged', intoId: String(incident.mergedIntoId) }
      const fault = await valueFault(tx, work.action === 'EDIT' ? work.edit : work.action === 'CLOSE' ? work : {})
      if (fault) return { kind: 'refused', message: fault.message }
      return work.action === 'EDIT' ? this.edit(tx, incident, origin, work.edit) : this.change(tx, incident, origin, work)
    })
  }

  private async edit(tx: Prisma.TransactionClient, incident: Incident, origin: RuleOrigin, edit: IncidentEdit): Promise<WorkOutcome> {
    const plan = planEdit(incident, edit)
    if (plan.kind !== 'changed') return plan
    await tx.incident.update({ where: { id: incident.id }, data: { ...plan.update, version: { increment: 1 }, updatedAt: this.now() } })
    await this.record(tx, incident.id, origin, { kind: 'EDITED', facts: { changes: await withTeamNames(tx, plan.changes) } })
    return { kind: 'changed' }
  }

  private async change(
    tx: Prisma.TransactionClient,
    incident: Incident,
    origin: RuleOrigin,
    work: Exclude<RuleWork, { readonly action: 'EDIT' }>,
  ): Promise<WorkOutcome> {
    const now = this.now()
    const plan = planChange({ ...incident, state: incident.state as IncidentState }, work, now)
    if (plan.kind !== 'changed') return plan
    if (work.action === 'ASSIGN' && work.assigneeId !== null && !(await isAssignable(tx, work.assigneeId)))
      return { kind: 'refused', message: 'This person cannot be assigned' }
    await tx.incident.update({ where: { id: incident.id }, data: await updateOf(tx, incident, plan, now) })
    await this.record(tx, incident.id, origin, plan.activity)
    return { kind: 'changed' }
  }

  private async record(
    tx: Prisma.TransactionClient,
    incidentId: bigint,
    { ruleId, ruleName, version, matchId, step }: RuleOrigin,
    { facts: told, ...activity }: RecordedActivity,
  ): Promise<void> {
    const facts = jsonOf({ ruleId, ruleName, version, matchId, step, ...told })
    await tx.incidentActivity.create({ data: { ...activity, incidentId, cause: 'RULE', createdAt: this.now(), facts } })
  }

  private now(): Date {
    return new Date(this.deps.clock.now())
  }
}

async function lockIncident(tx: Prisma.TransactionClient, id: string): Promise<Incident | null> {
  await tx.$queryRaw`SELECT 1 FROM incident WHERE id = ${BigInt(id)} FOR UPDATE`
  return tx.incident.findUnique({ where: { id: BigInt(id) } })
}

async function isDone(tx: Prisma.TransactionClient, incidentId: bigint, { matchId, step }: RuleOrigin): Promise<boolean> {
  const facts = JSON.stringify({ step })
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM incident_activity
    WHERE incident_id = ${incidentId} AND cause = 'RULE' AND kind <> 'RULE_MATCHED' AND facts ->> 'matchId' = ${matchId}
      AND facts @> ${facts}::jsonb LIMIT 1`
  return rows.length > 0
}

async function hasMatched(tx: Prisma.TransactionClient, incidentId: bigint, { ruleId }: RuleOrigin): Promise<boolean> {
  const facts = JSON.stringify({ ruleId })
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM incident_activity
    WHERE incident_id = ${incidentId} AND kind = 'RULE_MATCHED' AND facts @> ${facts}::jsonb LIMIT 1`
  return rows.length > 0
}
