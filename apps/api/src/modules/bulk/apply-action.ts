import type { BulkAction } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
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
  const given = await service.edit(actor, { id: incident.id, expectedVersion: told.after.version, teamId })
  return { before: told.before, after: given.after, changed: told.changed || given.changed }
}

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
