import { severityOfRank, severityRank, type Severity } from '@sallyport/shared'

/** Fields of an incident that are set to a value; what is not given is left as it is. */
export interface IncidentEdit {
  readonly severity?: Severity
  readonly classification?: string
  readonly attackVector?: string
  readonly disposition?: string
  readonly addTags?: readonly string[]
  readonly teamId?: number
}

/** What an edit depends on. */
export interface EditableFacts {
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
  readonly classification?: string
  readonly attackVector?: string
  readonly disposition?: string
  readonly tags?: string[]
  readonly teamId?: number
}

export type EditPlan =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'changed'; readonly update: EditUpdate; readonly changes: readonly FieldChange[] }

export const TAGS_MAX = 20

/** Tags are compared and kept in lower case, with single spaces. */
export const normalTag = (tag: string): string => tag.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Decides what an edit does. A severity that is set is not raised by alerts any more, even where it is the one that it has. */
export function planEdit(incident: EditableFacts, edit: IncidentEdit): EditPlan {
  const changes: FieldChange[] = []
  const update: { -readonly [Key in keyof EditUpdate]: EditUpdate[Key] } = {}
  if (edit.severity !== undefined) {
    const rank = severityRank(edit.severity)
    if (rank !== incident.severity || !incident.severitySet) {
      update.severity = rank
      update.severitySet = true
      changes.push({ field: 'severity', before: severityOfRank(incident.severity), after: edit.severity })
    }
  }
  for (const field of ['classification', 'attackVector', 'disposition'] as const) {
    const value = edit[field]
    if (value === undefined || value === incident[field]) continue
    update[field] = value
    changes.push({ field, before: incident[field], after: value })
  }
  if (edit.teamId !== undefined && edit.teamId !== incident.teamId) {
    update.teamId = edit.teamId
    changes.push({ field: 'team', before: incident.teamId === null ? null : String(incident.teamId), after: String(edit.teamId) })
  }
  const tags = [...new Set([...incident.tags, ...(edit.addTags ?? []).map(normalTag)])].filter(tag => tag !== '')
  if (tags.length > incident.tags.length) {
    if (tags.length > TAGS_MAX) return { kind: 'refused', message: `An incident has at most ${TAGS_MAX} tags` }
    update.tags = tags
    changes.push({ field: 'tags', before: incident.tags.join(', ') || null, after: tags.join(', ') })
  }
  return changes.length === 0 ? { kind: 'unchanged' } : { kind: 'changed', update, changes }
}
