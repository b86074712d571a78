import type { BulkAction } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import { UserFaultsError } from '../../platform/errors.js'
import { normalTag, type IncidentChanged, type IncidentRow, type IncidentService } from '../incidents/index.js'

/** Does the action with one incident, as somebody who has just seen it: throws a UserFaultsError where that is not how it is. */
export async function applyAction(
  service: IncidentService,
  actor: Actor,
  action: BulkAction,
  incident: IncidentRow,
): Promise<IncidentChanged> {
  const seen = { id: incident.id, expectedVersion: incident.version }
  switch (action.kind) {
    case 'CLOSE':
      return service.close(actor, { ...seen, summary: action.summary, detail: action.detail, disposition: action.disposition ?? undefined })
    case 'IGNORE':
      return service.ignore(actor, { ...seen, comment: action.comment, until: action.until ?? undefined })
    case 'REOPEN':
      return service.reopen(actor, { ...seen, comment: action.comment })
    case 'COMMENT':
      return service.comment(actor, { id: incident.id, comment: action.comment })
    case 'ASSIGN':
      return assign(service, actor, action, incident)
    case 'EDIT':
      return service.edit(actor, { ...seen, ...editOf(action, incident) })
    default:
      return action satisfies never
  }
}

/** Person and team are two changes; either may be as wanted already. */
async function assign(
  service: IncidentService,
  actor: Actor,
  { assigneeId, teamId }: BulkAction & { kind: 'ASSIGN' },
  incident: IncidentRow,
): Promise<IncidentChanged> {
  let told: IncidentChanged = { before: incident, after: incident, changed: false }
  if (assigneeId !== undefined) told = await service.assign(actor, { id: incident.id, expectedVersion: incident.version, assigneeId })
  if (teamId === undefined) return told
  const give = ({ version }: IncidentRow) => service.edit(actor, { id: incident.id, expectedVersion: version, teamId })
  let { before } = told
  const given = await give(told.after).catch((error: unknown) => {
    if (!told.changed || !isConflict(error)) throw error
    before = withoutOurs(error.current as IncidentRow, told)
    return give(error.current as IncidentRow)
  })
  return { before, after: given.after, changed: told.changed || given.changed }
}

/** Somebody changed it between our two changes: what it would be now without ours. */
function withoutOurs(between: IncidentRow, { before, after }: IncidentChanged): IncidentRow {
  const ours = (['state', 'assigneeId', 'acknowledgedAt'] as const).filter(field => String(between[field]) === String(after[field]))
  return { ...between, ...Object.fromEntries(ours.map(field => [field, before[field]])) }
}

/** Somebody else was faster; `current` is the incident as it is now. */
export const isConflict = (error: unknown): error is UserFaultsError =>
  error instanceof UserFaultsError && error.current !== undefined && error.faults.some(({ code }) => code === 'CONFLICT')

function editOf(
  { severity, classification, attackVector, disposition, addTags, removeTags }: BulkAction & { kind: 'EDIT' },
  { tags }: IncidentRow,
) {
  const gone = new Set((removeTags ?? []).map(normalTag))
  const tagged = addTags?.length || gone.size > 0 ? { tags: [...tags.filter(tag => !gone.has(tag)), ...(addTags ?? [])] } : {}
  return {
    ...(severity !== undefined && { severity }),
    ...(classification !== undefined && { classification }),
    ...(attackVector !== undefined && { attackVector }),
    ...(disposition !== undefined && { disposition }),
    ...tagged,
  }
}
