import { ACTIVE_INCIDENT_STATES, IncidentState, MUTE_DAYS_MAX, type IncidentActivityKind } from '@sallyport/shared'
import type { FieldChange } from './incident-edit.js'

const DAY_MS = 86_400_000

/** What a person may do with an incident. */
export const IncidentAction = {
  OPEN: 'OPEN',
  ASSIGN: 'ASSIGN',
  COMMENT: 'COMMENT',
  CLOSE: 'CLOSE',
  IGNORE: 'IGNORE',
  REOPEN: 'REOPEN',
  EDIT: 'EDIT',
  MERGE: 'MERGE',
  SPLIT: 'SPLIT',
  /** Ignore until a time, or change that time. */
  MUTE: 'MUTE',
} as const
export type IncidentAction = (typeof IncidentAction)[keyof typeof IncidentAction]

/** Who or what caused an activity. */
export const ActivityCause = { SYSTEM: 'SYSTEM', USER: 'USER', RULE: 'RULE', API_KEY: 'API_KEY' } as const
export type ActivityCause = (typeof ActivityCause)[keyof typeof ActivityCause]

/** States in which each action is allowed. */
const ACTION_STATES: Readonly<Record<IncidentAction, readonly IncidentState[]>> = {
  OPEN: [IncidentState.NEW],
  ASSIGN: ACTIVE_INCIDENT_STATES,
  COMMENT: Object.values(IncidentState),
  CLOSE: ACTIVE_INCIDENT_STATES,
  IGNORE: ACTIVE_INCIDENT_STATES,
  REOPEN: [IncidentState.CLOSED, IncidentState.IGNORED],
  EDIT: Object.values(IncidentState),
  MERGE: Object.values(IncidentState),
  SPLIT: Object.values(IncidentState),
  MUTE: [...ACTIVE_INCIDENT_STATES, IncidentState.IGNORED],
}

/** Its number, as people know it. */
export const shown = (id: bigint | string): string => `INC-${id}`

/** Nothing is done with an incident whose alerts went into another. */
export const allowedActions = ({ state, mergedIntoId }: Pick<IncidentFacts, 'state' | 'mergedIntoId'>): IncidentAction[] =>
  mergedIntoId === null ? Object.values(IncidentAction).filter(action => ACTION_STATES[action].includes(state)) : []

/** Why every change of an incident that was merged away is refused; undefined: it was not. */
export const mergedRefusal = ({ mergedIntoId }: Pick<IncidentFacts, 'mergedIntoId'>): string | undefined =>
  mergedIntoId === null ? undefined : `The incident was merged into ${shown(mergedIntoId)}`

export type IncidentChange =
  | { readonly action: 'OPEN' }
  | { readonly action: 'ASSIGN'; readonly assigneeId: string | null }
  | { readonly action: 'COMMENT'; readonly comment: string }
  | { readonly action: 'CLOSE'; readonly summary: string; readonly detail: string; readonly disposition?: string | undefined }
  /** `until`: a mute. */
  | { readonly action: 'IGNORE'; readonly comment: string; readonly until?: Date | undefined }
  | { readonly action: 'REOPEN'; readonly comment: string }

/** What a change depends on. */
export interface IncidentFacts {
  readonly state: IncidentState
  /** 0 unknown … 5 critical. */
  readonly severity: number
  /** Rank of the highest of its alerts, where its severity was set to another; absent: its severity is that. */
  readonly alertSeverity?: number
  readonly assigneeId: string | null
  readonly linkKey: string | null
  readonly linkValue: string | null
  readonly disposition: string | null
  readonly acknowledgedAt: Date | null
  readonly mutedUntil: Date | null
  /** Digits of the other incident's number. */
  readonly mergedIntoId: bigint | string | null
}

interface IncidentUpdate {
  readonly state?: IncidentState
  /** 0 unknown … 5 critical. */
  readonly severity?: number
  readonly assigneeId?: string | null
  readonly closeSummary?: string | null
  readonly closeDetail?: string | null
  readonly closedAt?: Date | null
  readonly disposition?: string
  readonly acknowledgedAt?: Date
  readonly mutedUntil?: Date | null
  readonly mutedAlerts?: bigint
  /** Whether it takes further alerts. 'if-free': only when no other incident does for the same key and value. */
  readonly linking?: false | 'if-free'
}

export interface ActivityDraft {
  readonly kind: IncidentActivityKind
  readonly fromState: IncidentState | null
  readonly toState: IncidentState | null
  readonly assigneeId: string | null
  readonly summary: string | null
  readonly detail: string | null
  /** What else its kind tells; absent: nothing. */
  readonly facts?: ActivityFacts
}

/** Kept as JSON. */
export interface ActivityFacts {
  readonly changes?: FieldChange[]
  /** Of a mute: its end. */
  readonly until?: string
  /** Of a mute: rank of the incident's severity, and of its alerts until then. An allowed alert above it ends the mute. */
  readonly severity?: number
  /** Keys of the people whom its text names. */
  readonly mentions?: string[]
}

export type ChangePlan =
  /** The incident is as wanted already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'changed'; readonly update: IncidentUpdate; readonly activity: ActivityDraft }

/** Decides what a change does to an incident, and what its history says of it. */
export function planChange(incident: IncidentFacts, change: IncidentChange, now: Date): ChangePlan {
  // Looking at an incident is never refused: the second analyst finds it open.
  if (change.action === 'OPEN' && incident.state !== 'NEW') return { kind: 'unchanged' }
  if (change.action === 'ASSIGN' && change.assigneeId === incident.assigneeId) return { kind: 'unchanged' }
  const merged = mergedRefusal(incident)
  if (merged !== undefined) return { kind: 'refused', message: merged }
  const action = change.action === 'IGNORE' && change.until ? 'MUTE' : change.action
  if (!ACTION_STATES[action].includes(incident.state)) return { kind: 'refused', message: refusal(incident.state) }
  switch (change.action) {
    case 'OPEN':
      return moved(incident, now, { state: 'OPEN' }, 'OPENED')
    case 'ASSIGN':
      return change.assigneeId === null
        ? moved(incident, now, { assigneeId: null, state: 'OPEN' }, 'UNASSIGNED', { assigneeId: incident.assigneeId })
        : moved(incident, now, { assigneeId: change.assigneeId, state: 'ASSIGNED' }, 'ASSIGNED', { assigneeId: change.assigneeId })
    case 'COMMENT':
      return moved(incident, now, {}, 'COMMENTED', { detail: change.comment })
    case 'CLOSE':
      return planClose(incident, change, now)
    case 'IGNORE':
      return change.until
        ? planMute(incident, change.comment, change.until, now)
        : moved(incident, now, { state: 'IGNORED', linking: false }, 'IGNORED', { detail: orNull(change.comment) })
    case 'REOPEN': {
      const state = incident.assigneeId === null ? 'OPEN' : 'ASSIGNED'
      const cleared = { closeSummary: null, closeDetail: null, closedAt: null, ...(incident.mutedUntil !== null && { mutedUntil: null }) }
      const reopened = { state, ...cleared, linking: canLink(incident) ? 'if-free' : false } as const
      return moved(incident, now, reopened, 'REOPENED', { detail: orNull(change.comment) })
    }
    default:
      return change satisfies never
  }
}

function planClose(incident: IncidentFacts, change: Extract<IncidentChange, { readonly action: 'CLOSE' }>, now: Date): ChangePlan {
  const { summary, disposition } = change
  const detail = orNull(change.detail)
  const closed = { state: 'CLOSED', closeSummary: summary, closeDetail: detail, closedAt: now, linking: false } as const
  if (disposition === undefined || disposition === incident.disposition) return moved(incident, now, closed, 'CLOSED', { summary, detail })
  const changes = [{ field: 'disposition', before: incident.disposition, after: disposition }]
  return moved(incident, now, { ...closed, disposition }, 'CLOSED', { summary, detail, facts: { changes } })
}

/** Further alerts of its key join it unseen. A mute whose end is moved goes on counting them. */
function planMute(incident: IncidentFacts, comment: string, until: Date, now: Date): ChangePlan {
  if (!canLink(incident)) return { kind: 'refused', message: 'Nothing links further alerts to this incident: it can only be ignored' }
  if (incident.mutedUntil?.getTime() === until.getTime()) return { kind: 'unchanged' }
  const counting = incident.mutedUntil === null ? { mutedAlerts: 0n } : {}
  const muted = { state: 'IGNORED', mutedUntil: until, ...counting, linking: 'if-free' } as const
  const severity = Math.max(incident.severity, incident.alertSeverity ?? 0)
  return moved(incident, now, muted, 'MUTED', { detail: orNull(comment), facts: { until: until.toISOString(), severity } })
}

function moved(
  incident: IncidentFacts,
  now: Date,
  update: IncidentUpdate,
  kind: IncidentActivityKind,
  told: Partial<ActivityDraft> = {},
): ChangePlan {
  const toState = update.state ?? incident.state
  const leaves = toState !== incident.state
  const states = leaves ? { fromState: incident.state, toState } : { fromState: null, toState: null }
  const acknowledged = leaves && incident.state === 'NEW' && incident.acknowledgedAt === null ? { acknowledgedAt: now } : {}
  return {
    kind: 'changed',
    update: { ...update, ...acknowledged },
    activity: { kind, ...states, assigneeId: null, summary: null, detail: null, ...told },
  }
}

/** Why a mute cannot end then; undefined: it can. */
export function refusesMuteEnd(until: Date, now: number): string | undefined {
  const ahead = until.getTime() - now
  if (!(ahead > 0)) return 'Choose a time that is still to come'
  return ahead > MUTE_DAYS_MAX * DAY_MS ? 'A mute ends within a year' : undefined
}

const canLink = ({ linkKey, linkValue }: IncidentFacts): boolean => linkKey !== null && linkValue !== null

const orNull = (text: string): string | null => (text === '' ? null : text)

const refusal = (state: IncidentState): string =>
  ACTIVE_INCIDENT_STATES.includes(state)
    ? 'The incident is not closed or ignored'
    : `The incident is ${state.toLowerCase()}: reopen it first`
