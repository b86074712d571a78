import { ACTIVE_INCIDENT_STATES, IncidentState, SEVERITIES, type Severity } from '@sallyport/shared'
import type { IncidentFilter, IncidentOrder } from '../../gql/graphql'
import { isNetwork } from '../../lib/network'
import { choiceParam, choicesParam, flagParam, type ParamValues, textParam, writeParams } from '../../lib/search-params'
import { ALL_TIME, timeRangeAt, timeRangeParam } from '../../lib/time-range'

export const STATES = Object.values(IncidentState)
export const SEVERITIES_HIGHEST_FIRST: readonly Severity[] = SEVERITIES.toReversed()
export const ORDERS: readonly IncidentOrder[] = ['LAST_ALERT', 'NEWEST', 'OLDEST']

/** Assignee filters that are not a user. */
export const ASSIGNED_TO_ME = 'me'
export const UNASSIGNED = 'nobody'

/** What the Incidents page is filtered by, as it stands in the address. Saved views are counted by the same words on the server. */
export const INCIDENT_FILTERS = {
  /** In the language of the queue: see query-help. */
  q: textParam(),
  state: choicesParam(STATES, ACTIVE_INCIDENT_STATES),
  severity: choicesParam(SEVERITIES_HIGHEST_FIRST),
  /** A user's id, or one of the two words above. */
  assignee: textParam(),
  /** A team's id. */
  team: textParam(),
  tag: textParam(),
  classification: textParam(),
  vector: textParam(),
  disposition: textParam(),
  allowed: flagParam(),
  overdue: flagParam(),
  muted: flagParam(),
  range: timeRangeParam(ALL_TIME),
  address: textParam(text => text === '' || isNetwork(text)),
  user: textParam(),
  hash: textParam(text => /^[\da-f]{0,128}$/i.test(text)),
} as const

/** How the queue stands: no filter, but part of a view. */
export const INCIDENT_SORT = { sort: choiceParam<IncidentOrder>(ORDERS, 'LAST_ALERT') } as const

export type IncidentFilters = ParamValues<typeof INCIDENT_FILTERS>
export type IncidentFilterName = keyof IncidentFilters

/** The filter as the API takes it, for this viewer and moment. */
export function toIncidentFilter(filters: IncidentFilters, viewerId: string, now: number): IncidentFilter {
  const { assignee } = filters
  const conditions = {
    ...timeRangeAt(filters.range, now),
    text: filters.q || null,
    state: filters.state.length > 0 ? [...filters.state] : null,
    severity: filters.severity.length > 0 ? [...filters.severity] : null,
    unassigned: assignee === UNASSIGNED ? true : null,
    assigneeId: assignee === '' || assignee === UNASSIGNED ? null : assignee === ASSIGNED_TO_ME ? viewerId : assignee,
    teamId: filters.team || null,
    tag: filters.tag || null,
    classification: filters.classification || null,
    attackVector: filters.vector || null,
    disposition: filters.disposition || null,
    anyAllowed: filters.allowed ? true : null,
    overdue: filters.overdue ? true : null,
    muted: filters.muted ? true : null,
    address: filters.address || null,
    user: filters.user ? { contains: filters.user } : null,
    fileDigest: filters.hash || null,
  }
  return Object.fromEntries(Object.entries(conditions).filter(([, condition]) => condition !== null))
}

export const INCIDENT_FILTER_LABELS: Readonly<Record<IncidentFilterName, string>> = {
  q: 'Query',
  state: 'State',
  severity: 'Severity',
  assignee: 'Assignee',
  team: 'Team',
  tag: 'Tag',
  classification: 'Classification',
  vector: 'Attack vector',
  disposition: 'Disposition',
  allowed: 'Outcome',
  overdue: 'Targets',
  muted: 'Muted',
  range: 'Last alert',
  address: 'Address',
  user: 'User',
  hash: 'File hash',
}

/** A part of the queue that somebody works through. */
export interface Lane {
  readonly key: 'allowed' | 'mine' | 'unassigned' | 'overdue' | 'muted'
  readonly label: string
  readonly filters: Partial<IncidentFilters>
}

/** What was not stopped comes first. */
export const LANES: readonly Lane[] = [
  { key: 'allowed', label: 'Allowed, not blocked', filters: { allowed: true } },
  { key: 'mine', label: 'Assigned to me', filters: { assignee: ASSIGNED_TO_ME } },
  { key: 'unassigned', label: 'Unassigned', filters: { assignee: UNASSIGNED } },
  { key: 'overdue', label: 'Overdue', filters: { overdue: true } },
  { key: 'muted', label: 'Muted', filters: { muted: true, state: [] } },
]

const NO_LANE: Partial<IncidentFilters> = { allowed: false, assignee: '', overdue: false, muted: false }

/** Whether the filters are at least those of the lane. */
export function inLane(lane: Lane, filters: IncidentFilters): boolean {
  const written = (values: IncidentFilters) => writeParams(INCIDENT_FILTERS, values).toString()
  return written({ ...filters, ...lane.filters }) === written(filters)
}

/** What to change to go into a lane, or out of it; the lanes exclude each other, other filters stay. */
export function laneChange(lane: Lane, filters: IncidentFilters): Partial<IncidentFilters> {
  const leavesMuted = filters.muted && filters.state.length === 0 ? { state: ACTIVE_INCIDENT_STATES } : {}
  return inLane(lane, filters) ? { ...NO_LANE, ...leavesMuted } : { ...NO_LANE, ...leavesMuted, ...lane.filters }
}
