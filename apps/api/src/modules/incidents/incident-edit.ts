import { INCIDENT_TAGS_MAX, severityOfRank, severityRank, type Severity } from '@sallyport/shared'

/** Fields of an incident that are set to a value; what is not given is left as it is, null clears. */
export interface IncidentEdit {
  /** null: alerts decide it again. */
  readonly severity?: Severity | null
  readonly title?: string
  readonly classification?: string | null
  readonly attackVector?: string | null
  readonly disposition?: string | null
  /** All that it has then. */
  readonly tags?: readonly string[]
  readonly addTags?: readonly string[]
  readonly teamId?: number | null
}

/** What an edit depends on. */
export interface EditableFacts {
  readonly title: string
  /** 0 unknown … 5 critical. */
  readonly severity: number
  readonly severitySet: boolean
  readonly classification: string | null
  readonly attackVector: string | null
  readonly disposition: string | null
  readonly tags: readonly string[]
  readonly teamId: number | null
}

/** One field before and after, as history keeps it (`changes` of an activity's facts). */
export interface FieldChange {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

export interface EditUpdate {
  readonly severity?: number
  readonly severitySet?: boolean
  readonly title?: string
  readonly classification?: string | null
  readonly attackVector?: string | null
  readonly disposition?: string | null
  readonly tags?: string[]
  readonly teamId?: number | null
}

export type EditPlan =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'changed'; readonly update: EditUpdate; readonly changes: readonly FieldChange[] }

/** Tags are compared and kept in lower case, with single spaces. */
export const normalTag = (tag: string): string => tag.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/**
 * Decides what an edit does. A severity that is set is not raised by alerts any more, even where it is the one that it has.
 * @param alertSeverity rank of the highest of its alerts: what a severity falls back to that is cleared
 */
export function planEdit(incident: EditableFacts, edit: IncidentEdit, alertSeverity: number = incident.severity): EditPlan {
  const changes: FieldChange[] = []
  const update: { -readonly [Key in keyof EditUpdate]: EditUpdate[Key] } = {}
  const change = (field: string, before: string | null, after: string | null, columns: EditUpdate) => {
    Object.assign(update, columns)
    changes.push({ field, before, after })
  }
  const severity = severityAfter(incident, edit.severity, alertSeverity)
  if (severity)
    change('severity', severityOfRank(incident.severity), severity.severitySet ? severityOfRank(severity.severity) : null, severity)
  for (const field of ['title', 'classification', 'attackVector', 'disposition'] as const) {
    const value = edit[field]
    if (value !== undefined && value !== incident[field]) change(field, incident[field], value, { [field]: value })
  }
  const { teamId } = edit
  if (teamId !== undefined && teamId !== incident.teamId) change('team', textOf(incident.teamId), textOf(teamId), { teamId })
  const tags = [...new Set([...(edit.tags ?? incident.tags), ...(edit.addTags ?? [])].map(normalTag))].filter(tag => tag !== '')
  if (tags.length > INCIDENT_TAGS_MAX) return { kind: 'refused', message: `An incident has at most ${INCIDENT_TAGS_MAX} tags` }
  if (tags.join('\n') !== incident.tags.join('\n')) change('tags', listOf(incident.tags), listOf(tags), { tags })
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', update, changes }
}

function severityAfter(
  incident: EditableFacts,
  wanted: Severity | null | undefined,
  alertSeverity: number,
): { severity: number; severitySet: boolean } | undefined {
  if (wanted === undefined) return undefined
  if (wanted === null) return incident.severitySet ? { severity: alertSeverity, severitySet: false } : undefined
  const severity = severityRank(wanted)
  return severity === incident.severity && incident.severitySet ? undefined : { severity, severitySet: true }
}

const textOf = (id: number | null): string | null => (id === null ? null : String(id))

const listOf = (tags: readonly string[]): string | null => tags.join(', ') || null
