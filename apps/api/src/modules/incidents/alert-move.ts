import { ACTIVE_INCIDENT_STATES, type IncidentState } from '@sallyport/shared'
import { shown } from './incident.js'

/** MERGE: all alerts of an incident; SPLIT: some, by hand. */
export type AlertMoveKind = 'MERGE' | 'SPLIT'

export const UNDO_HOURS = 24
export const undoUntil = (createdAt: Date): Date => new Date(createdAt.getTime() + UNDO_HOURS * 3_600_000)

/** What moves depend on. */
export interface MovableIncident {
  readonly id: string
  readonly sourceId: number
  readonly state: IncidentState
  readonly linkKey: string | null
  readonly linkValue: string | null
  readonly linking: boolean
  readonly mergedIntoId: string | null
  readonly version: number
}

const isActive = (state: IncidentState): boolean => ACTIVE_INCIDENT_STATES.includes(state)

/** Why alerts cannot go to it now; undefined: they can. */
export function refusesAlerts({ id, state, mergedIntoId }: MovableIncident): string | undefined {
  if (mergedIntoId !== null) return `${shown(id)} was merged into ${shown(mergedIntoId)}`
  return isActive(state) ? undefined : `${shown(id)} is ${state.toLowerCase()}: reopen it first`
}

/** Why incidents cannot go into another one now; undefined: they can. */
export function refusesMerge(into: MovableIncident, from: readonly MovableIncident[]): string | undefined {
  const merged = from.find(({ mergedIntoId }) => mergedIntoId !== null)
  if (merged?.mergedIntoId) return `${shown(merged.id)} was merged into ${shown(merged.mergedIntoId)} already`
  return refusesAlerts(into)
}

/** Where further alerts of the incidents' keys go. */
export interface LinkingPlan {
  /** They go on holding their key and pass its alerts on to the other incident (see IncidentLinker.find). */
  readonly passing: readonly string[]
  /** The key that the other incident takes alerts of from now on; undefined: as before. */
  readonly taken: { readonly linkKey: string; readonly linkValue: string } | undefined
}

/**
 * Decides where the alerts go that would have joined the merged incidents. An incident holds one key: those of the others
 * are passed on. Where it takes no alerts any more it first gets its own key back, or else the key of one of the others.
 * @param ownKeyFree whether nobody but the merged incidents takes alerts of its own key
 */
export function planLinking(into: MovableIncident, from: readonly MovableIncident[], ownKeyFree: boolean): LinkingPlan {
  const linking = from.filter(incident => incident.linking && incident.linkKey !== null && incident.linkValue !== null)
  const hasKeyOf = (one: MovableIncident, key: Pick<MovableIncident, 'linkKey' | 'linkValue'>): boolean =>
    one.sourceId === into.sourceId && one.linkKey === key.linkKey && one.linkValue === key.linkValue
  if (linking.length === 0 || into.linking) return { passing: linking.map(({ id }) => id), taken: undefined }
  const own = into.linkKey !== null && into.linkValue !== null && ownKeyFree ? into : undefined
  const heir = own ?? linking.find(({ sourceId }) => sourceId === into.sourceId)
  if (!heir || heir.linkKey === null || heir.linkValue === null) return { passing: [], taken: undefined }
  const taken = { linkKey: heir.linkKey, linkValue: heir.linkValue }
  return { passing: linking.filter(one => !hasKeyOf(one, taken)).map(({ id }) => id), taken }
}

/** A move that somebody wants to undo, with both incidents as they are now. */
export interface UndoableMove {
  readonly kind: AlertMoveKind
  readonly createdAt: Date
  readonly undoneAt: Date | null
  readonly from: MovableIncident
  readonly to: MovableIncident
  /** SPLIT: `to` was made for it, and had this version then. */
  readonly madeVersion: number | undefined
}

/**
 * Why it cannot be undone (any more); undefined: it can. What people did to tags, assignee or severity stands in nobody's
 * way; that an incident was closed or merged away does: the alerts would vanish from the queue, or not be there.
 */
export function refusesUndo({ kind, createdAt, undoneAt, from, to, madeVersion }: UndoableMove, now: Date): string | undefined {
  if (undoneAt !== null) return 'It was undone already'
  if (now > undoUntil(createdAt)) return `It can be undone for ${UNDO_HOURS} hours only`
  if (to.mergedIntoId !== null) return `${shown(to.id)} was merged into ${shown(to.mergedIntoId)} since: undo that first`
  if (kind === 'MERGE')
    return from.mergedIntoId === to.id ? refusesAlerts(to) : `${shown(from.id)} is not merged into ${shown(to.id)} any more`
  if (madeVersion !== undefined && to.version !== madeVersion)
    return `${shown(to.id)} was changed since: merge it into ${shown(from.id)} instead`
  return refusesAlerts(from)
}
