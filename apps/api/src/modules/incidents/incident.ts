import { ACTIVE_INCIDENT_STATES, IncidentState, type IncidentActivityKind } from '@sallyport/shared'

/** What a person may do with an incident. */
export const IncidentAction = {
  OPEN: 'OPEN',
  ASSIGN: 'ASSIGN',
  COMMENT: 'COMMENT',
  CLOSE: 'CLOSE',
  IGNORE: 'IGNORE',
  REOPEN: 'REOPEN',
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
}

export const allowedActions = (state: IncidentState): IncidentAction[] =>
  Object.values(IncidentAction).filter(action => ACTION_STATES[action].includes(state))

export type IncidentChange =
  | { readonly action: 'OPEN' }
  | { readonly action: 'ASSIGN'; readonly assigneeId: string | null }
  | { readonly action: 'COMMENT'; readonly comment: string }
  | { readonly action: 'CLOSE'; readonly summary: string; readonly detail: string }
  | { readonly action: 'IGNORE'; readonly comment: string }
  | { readonly action: 'REOPEN'; readonly comment: string }

/** What a change depends on. */
export interface IncidentFacts {
  readonly state: IncidentState
  readonly assigneeId: string | null
  readonly linkKey: string | null
  readonly linkValue: string | null
}

interface IncidentUpdate {
  readonly state?: IncidentState
  /** 0 unknown … 5 critical. */
  readonly severity?: number
  readonly assigneeId?: string | null
  readonly closeSummary?: string | null
  readonly closeDetail?: string | null
  readonly closedAt?: Date | null
  /** Whether it takes further alerts. 'if-free': only when no other incident does for the same key and value. */
  readonly linking?: false | 'if-free'
}

interface ActivityDraft {
  readonly kind: IncidentActivityKind
  readonly fromState: IncidentState | null
  readonly toState: IncidentState | null
  readonly assigneeId: string | null
  readonly summary: string | null
  readonly detail: string | null
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
  if (!ACTION_STATES[change.action].includes(incident.state)) return { kind: 'refused', message: refusal(incident.state) }
  const moved = (update: IncidentUpdate, kind: IncidentActivityKind, told: Partial<ActivityDraft> = {}): ChangePlan => {
    const toState = update.state ?? incident.state
    const states = toState === incident.state ? { fromState: null, toState: null } : { fromState: incident.state, toState }
    return { kind: 'changed', update, activity: { kind, ...states, assigneeId: null, summary: null, detail: null, ...told } }
  }
  switch (change.action) {
    case 'OPEN':
      return moved({ state: 'OPEN' }, 'OPENED')
    case 'ASSIGN':
      return change.assigneeId === null
        ? moved({ assigneeId: null, state: 'OPEN' }, 'UNASSIGNED', { assigneeId: incident.assigneeId })
        : moved({ assigneeId: change.assigneeId, state: 'ASSIGNED' }, 'ASSIGNED', { assigneeId: change.assigneeId })
    case 'COMMENT':
      return moved({}, 'COMMENTED', { detail: change.comment })
    case 'CLOSE': {
      const closed = {
        state: 'CLOSED',
        closeSummary: change.summary,
        closeDetail: orNull(change.detail),
        closedAt: now,
        linking: false,
      } as const
      return moved(closed, 'CLOSED', { summary: change.summary, detail: orNull(change.detail) })
    }
    case 'IGNORE':
      return moved({ state: 'IGNORED', linking: false }, 'IGNORED', { detail: orNull(change.comment) })
    case 'REOPEN': {
      const state = incident.assigneeId === null ? 'OPEN' : 'ASSIGNED'
      const linking = incident.linkKey !== null && incident.linkValue !== null ? 'if-free' : false
      const reopened = { state, closeSummary: null, closeDetail: null, closedAt: null, linking } as const
      return moved(reopened, 'REOPENED', { detail: orNull(change.comment) })
    }
    default:
      return change satisfies never
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text)

const refusal = (state: IncidentState): string =>
  ACTIVE_INCIDENT_STATES.includes(state)
    ? 'The incident is not closed or ignored'
    : `The incident is ${state.toLowerCase()}: reopen it first`
