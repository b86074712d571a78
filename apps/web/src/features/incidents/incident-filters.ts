import { ACTIVE_INCIDENT_STATES, IncidentState, SEVERITIES, type Severity } from '@sallyport/shared'
import type { IncidentFilter } from '../../gql/graphql'
import { isNetwork } from '../../lib/network'
import { choicesParam, flagParam, type ParamValues, textParam } from '../../lib/search-params'
import { ALL_TIME, timeRangeAt, timeRangeParam } from '../../lib/time-range'

export const STATES = Object.values(IncidentState)
export const SEVERITIES_HIGHEST_FIRST: readonly Severity[] = SEVERITIES.toReversed()

/** Assignee filters that are not a user. */
export const ASSIGNED_TO_ME = 'me'
export const UNASSIGNED = 'nobody'

/** What the Incidents page is filtered by, as it stands in the address. */
export const INCIDENT_FILTERS = {
  q: textParam(),
  state: choicesParam(STATES, ACTIVE_INCIDENT_STATES),
  severity: choicesParam(SEVERITIES_HIGHEST_FIRST),
  /** A user's id, or one of the two words above. */
  assignee: textParam(),
  allowed: flagParam(),
  range: timeRangeParam(ALL_TIME),
  address: textParam(text => text === '' || isNetwork(text)),
  user: textParam(),
  hash: textParam(text => /^[\da-f]{0,128}$/i.test(text)),
} as const

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
    anyAllowed: filters.allowed ? true : null,
    address: filters.address || null,
    user: filters.user ? { contains: filters.user } : null,
    fileDigest: filters.hash || null,
  }
  return Object.fromEntries(Object.entries(conditions).filter(([, condition]) => condition !== null))
}

export const INCIDENT_FILTER_LABELS: Readonly<Record<IncidentFilterName, string>> = {
  q: 'Text',
  state: 'State',
  severity: 'Severity',
  assignee: 'Assignee',
  allowed: 'Outcome',
  range: 'Last alert',
  address: 'Address',
  user: 'User',
  hash: 'File hash',
}
