import { closeInput, commentInput, ignoreInput, incidentEditInput, optionalCommentInput, type IncidentState } from '@sallyport/shared'
import { originOf, type Actor } from '../../platform/actor.js'
import { assertMay } from '../../platform/errors.js'
import type { Clock } from '../../platform/clock.js'
import type { HintSink } from '../../platform/hints.js'
import type { Incident, Prisma, PrismaClient } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { mergedRefusal, planChange, refusesMuteEnd, type ActivityDraft, type IncidentChange } from './incident.js'
import { planEdit, type IncidentEdit } from './incident-edit.js'
import { incidentFault, incidentMissing } from './incident-faults.js'
import type { IncidentReadModel } from './incident-read-model.js'
import { incidentRowOf, type IncidentRow } from './incident-row.js'
import { jsonOf, updateOf } from './incident-update.js'
import { isAssignable, valueFault, withTeamNames } from './incident-values.js'
import { mentionsOf } from './mentions.js'

/** An incident as somebody saw it: a change of anything newer is refused. No version: it is changed as it is now. */
export interface SeenIncident {
  readonly id: string
  readonly expectedVersion?: number | undefined
}

/** What a change did. `changed` is false where the incident was as wanted already. */
export interface IncidentChanged {
  readonly before: IncidentRow
  readonly after: IncidentRow
  readonly changed: boolean
}

export interface IncidentServiceDeps {
  readonly prisma: PrismaClient
  readonly incidents: Pick<IncidentReadModel, 'find'>
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

type IncidentData = Prisma.IncidentUpdateManyMutationInput & Prisma.IncidentUncheckedUpdateManyInput

type Decision =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'changed'; readonly data: IncidentData; readonly activity: ActivityDraft }

interface Intent {
  /** What it does to the incident. */
  decide(tx: Prisma.TransactionClient, incident: Incident, now: Date): Promise<Decision>
  /** Throws a UserFaultsError where a value is not one that may be given. */
  check(tx: Prisma.TransactionClient, incident: Incident): Promise<void>
}

type Outcome =
  | { readonly kind: 'done'; readonly told: IncidentChanged }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly message: string }

/** Without a version somebody who is faster is no conflict: it is tried again on what they left. */
const TRIES = 5

/**
 * What people do with incidents. Each change and its activity row are one transaction; the hint follows the commit.
 * Every method answers the incident before and after, and throws a UserFaultsError (NOT_FOUND, CONFLICT, NOT_ALLOWED_NOW, INVALID).
 */
export class IncidentService {
  constructor(private readonly deps: IncidentServiceDeps) {}

  async open(actor: Actor, seen: SeenIncident): Promise<IncidentChanged> {
    return this.change(actor, seen, { action: 'OPEN' })
  }

  /** null takes the assignee away. */
  async assign(actor: Actor, { assigneeId, ...seen }: SeenIncident & { readonly assigneeId: string | null }): Promise<IncidentChanged> {
    return this.change(actor, seen, { action: 'ASSIGN', assigneeId })
  }

  /** Markdown, kept as typed. Whom it names as @name is in the facts of its activity. */
  async comment(actor: Actor, { id, comment }: { readonly id: string; readonly comment: string }): Promise<IncidentChanged> {
    return this.change(actor, { id }, { action: 'COMMENT', ...commentInput.parse({ comment }) })
  }

  /** Wants a disposition where the administrator has set some and the incident has none yet. */
  async close(
    actor: Actor,
    {
      summary,
      detail,
      disposition,
      ...seen
    }: SeenIncident & { summary: string; detail?: string | undefined; disposition?: string | undefined },
  ): Promise<IncidentChanged> {
    return this.change(actor, seen, { action: 'CLOSE', ...closeInput.parse({ summary, detail, disposition }) })
  }

  /** With `until` it is muted: it goes on taking alerts until then. */
  async ignore(
    actor: Actor,
    { comment, until, ...seen }: SeenIncident & { comment?: string | undefined; until?: Date | undefined },
  ): Promise<IncidentChanged> {
    const refusal = until && refusesMuteEnd(until, this.deps.clock.now())
    if (refusal !== undefined) throw incidentFault('INVALID', refusal, ['until'])
    return this.change(actor, seen, { action: 'IGNORE', ...ignoreInput.parse({ comment, until }) })
  }

  async reopen(actor: Actor, { comment, ...seen }: SeenIncident & { comment?: string | undefined }): Promise<IncidentChanged> {
    return this.change(actor, seen, { action: 'REOPEN', ...optionalCommentInput.parse({ comment }) })
  }

  /** Sets fields; what is not given is left, null clears (of the severity: alerts decide it again). */
  async edit(actor: Actor, { id, expectedVersion, ...edit }: SeenIncident & IncidentEdit): Promise<IncidentChanged> {
    const { teamId, addTags } = edit
    const values = incidentEditInput.parse(edit)
    const wanted = { ...definedOf(values), ...(teamId !== undefined && { teamId }), ...(addTags && { addTags }) }
    assertStorable({ ...wanted, tags: [...(wanted.tags ?? []), ...(addTags ?? [])].join(' ') })
    return this.apply(actor, { id, expectedVersion }, editIntent(wanted))
  }

  private async change(actor: Actor, seen: SeenIncident, change: IncidentChange): Promise<IncidentChanged> {
    assertStorable(change)
    return this.apply(actor, seen, changeIntent(change))
  }

  private async apply(actor: Actor, seen: SeenIncident, intent: Intent): Promise<IncidentChanged> {
    assertMay(actor, 'incident:write')
    let outcome = await this.attempt(actor, seen, intent)
    for (let tries = 1; outcome.kind === 'stale' && seen.expectedVersion === undefined && tries < TRIES; tries += 1)
      outcome = await this.attempt(actor, seen, intent)
    if (outcome.kind === 'done') {
      if (outcome.told.changed) await this.deps.hints.publish('incidents', { ids: [seen.id] })
      return outcome.told
    }
    const current = await this.deps.incidents.find(seen.id)
    if (outcome.kind === 'missing' || current === undefined) throw incidentMissing()
    if (outcome.kind === 'stale')
      throw incidentFault('CONFLICT', 'Somebody else changed the incident meanwhile', ['expectedVersion'], current)
    throw incidentFault('NOT_ALLOWED_NOW', outcome.message, null, current)
  }

  private async attempt(actor: Actor, seen: SeenIncident, intent: Intent): Promise<Outcome> {
    return this.tryOnce(actor, seen, intent).catch(async (error: unknown) => {
      // Another incident began to take alerts of the same key meanwhile; this time it is seen.
      if (isUniqueViolation(error)) return this.tryOnce(actor, seen, intent)
      throw error
    })
  }

  private async tryOnce(actor: Actor, { id, expectedVersion }: SeenIncident, intent: Intent): Promise<Outcome> {
    const now = new Date(this.deps.clock.now())
    return this.deps.prisma.$transaction(async (tx): Promise<Outcome> => {
      const incident = await tx.incident.findUnique({ where: { id: BigInt(id) } })
      if (incident === null) return { kind: 'missing' }
      const before = incidentRowOf(incident)
      const decision = await intent.decide(tx, incident, now)
      if (decision.kind === 'unchanged') return { kind: 'done', told: { before, after: before, changed: false } }
      if (expectedVersion !== undefined && incident.version !== expectedVersion) return { kind: 'stale' }
      if (decision.kind === 'refused') return decision
      await intent.check(tx, incident)
      const where = { id: incident.id, version: incident.version }
      const [after] = await tx.incident.updateManyAndReturn({ where, data: decision.data })
      if (after === undefined) return { kind: 'stale' }
      await recordActivity(tx, actor, incident.id, decision.activity, now)
      return { kind: 'done', told: { before, after: incidentRowOf(after), changed: true } }
    })
  }
}

/** A row of an incident's history by a person or their API key, with the people whom its text names. */
export async function recordActivity(
  tx: Prisma.TransactionClient,
  actor: Actor,
  incidentId: bigint,
  { facts: told, ...activity }: ActivityDraft,
  now: Date,
): Promise<void> {
  const origin = originOf(actor)
  const mentions = await mentionsOf(tx, activity.detail)
  const job = actor.jobId === undefined ? {} : { jobId: actor.jobId }
  const facts = { ...(origin.cause === 'API_KEY' && origin.facts), ...job, ...told, ...(mentions.length > 0 && { mentions }) }
  await tx.incidentActivity.create({
    data: {
      ...activity,
      incidentId,
      cause: origin.cause,
      userId: origin.userId,
      createdAt: now,
      ...(Object.keys(facts).length > 0 && { facts: jsonOf(facts) }),
    },
  })
}

const changeIntent = (change: IncidentChange): Intent => ({
  decide: async (tx, incident, now) => {
    const isMute = change.action === 'IGNORE' && change.until !== undefined
    const alerts = isMute && incident.severitySet ? { alertSeverity: await alertSeverity(tx, incident) } : {}
    const plan = planChange({ ...incident, ...alerts, state: incident.state as IncidentState }, change, now)
    if (plan.kind !== 'changed') return plan
    const data = await updateOf(tx, incident, plan, now)
    if (plan.activity.kind === 'MUTED' && data.linking === false)
      return { kind: 'refused', message: 'Another incident takes the alerts of this key now: mute that one' }
    return { kind: 'changed', data, activity: plan.activity }
  },
  check: async (tx, incident) => {
    if (change.action === 'CLOSE') await assertDisposition(tx, incident, change.disposition)
    if (change.action === 'ASSIGN' && change.assigneeId !== null && !(await isAssignable(tx, change.assigneeId)))
      throw incidentFault('INVALID', 'This person cannot be assigned', ['assigneeId'])
  },
})

const editIntent = (edit: IncidentEdit): Intent => ({
  decide: async (tx, incident, now) => {
    const merged = mergedRefusal(incident)
    if (merged !== undefined) return { kind: 'refused', message: merged }
    const plan = planEdit(incident, edit, edit.severity === null ? await alertSeverity(tx, incident) : undefined)
    if (plan.kind !== 'changed') return plan
    const changes = await withTeamNames(tx, plan.changes)
    const told = { fromState: null, toState: null, assigneeId: null, summary: null, detail: null, facts: { changes } }
    return {
      kind: 'changed',
      data: { ...plan.update, version: { increment: 1 }, updatedAt: now },
      activity: { kind: 'EDITED', ...told },
    }
  },
  check: async (tx, incident) => {
    // A value that it has already may stay although it was retired.
    const given = {
      classification: edit.classification === incident.classification ? undefined : edit.classification,
      attackVector: edit.attackVector === incident.attackVector ? undefined : edit.attackVector,
      disposition: edit.disposition === incident.disposition ? undefined : edit.disposition,
      teamId: edit.teamId,
    }
    const found = await valueFault(tx, given)
    if (found) throw incidentFault('INVALID', found.message, [found.field])
  },
})

async function assertDisposition(tx: Prisma.TransactionClient, incident: Incident, given: string | undefined): Promise<void> {
  if (given !== undefined && given === incident.disposition) return
  const known = await tx.fieldValue.findMany({ where: { field: 'DISPOSITION', retired: false }, select: { value: true } })
  if (given === undefined && incident.disposition === null && known.length > 0)
    throw incidentFault('INVALID', 'Say what it turned out to be', ['disposition'])
  if (given !== undefined && !known.some(({ value }) => value === given))
    throw incidentFault('INVALID', `‘${given}’ is not a disposition (any more)`, ['disposition'])
}

/** Rank of the highest of its alerts; what it has where none is stored any more. Locked: ingest adds no other until it is used. */
export async function alertSeverity(tx: Prisma.TransactionClient, { id, severity }: Pick<Incident, 'id' | 'severity'>): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM incident WHERE id = ${id} FOR NO KEY UPDATE`
  const { _max: highest } = await tx.alert.aggregate({ where: { incidentId: id }, _max: { severity: true } })
  return highest.severity ?? severity
}

type Defined<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> }

/** Without the fields that are undefined: those are left as they are. */
const definedOf = <Values extends object>(values: Values): Defined<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<Values>
