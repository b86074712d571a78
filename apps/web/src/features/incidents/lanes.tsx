import { Button } from '@mantine/core'
import { memo, useImperativeHandle, useMemo, type Ref } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../gql'
import { formatCount } from '../../lib/format'
import { useViewer } from '../../lib/permissions'
import { readParams } from '../../lib/search-params'
import { INCIDENT_FILTERS, type IncidentFilters, inLane, type Lane, laneChange, LANES, toIncidentFilter } from './incident-filters'

const Lanes_Query = graphql(`
  query Lanes_Query(
    $allowed: IncidentFilter
    $mine: IncidentFilter
    $unassigned: IncidentFilter
    $overdue: IncidentFilter
    $muted: IncidentFilter
  ) {
    allowed: incidents(first: 1, filter: $allowed) {
      totalCount
      totalCountIsExact
    }
    mine: incidents(first: 1, filter: $mine) {
      totalCount
      totalCountIsExact
    }
    unassigned: incidents(first: 1, filter: $unassigned) {
      totalCount
      totalCountIsExact
    }
    overdue: incidents(first: 1, filter: $overdue) {
      totalCount
      totalCountIsExact
    }
    muted: incidents(first: 1, filter: $muted) {
      totalCount
      totalCountIsExact
    }
  }
`)

export interface CountsHandle {
  /** Counts again. */
  refresh(): void
}

interface LanesProps {
  readonly ref?: Ref<CountsHandle>
  readonly filters: IncidentFilters
  onChange(patch: Partial<IncidentFilters>): void
}

/** The parts of the queue that people work through, with how much is in each. */
export const Lanes = memo(function Lanes({ ref, filters, onChange }: LanesProps) {
  const viewer = useViewer()
  const variables = useMemo(() => laneFilters(viewer.id), [viewer.id])
  const [{ data }, ask] = useQuery({ query: Lanes_Query, variables, requestPolicy: 'cache-and-network' })
  useImperativeHandle(ref, () => ({ refresh: () => ask({ requestPolicy: 'network-only' }) }), [ask])
  return LANES.map(lane => {
    const chosen = inLane(lane, filters)
    const counted = data?.[lane.key]
    return (
      <Button
        key={lane.key}
        size="compact-sm"
        flex="none"
        variant={chosen ? 'light' : 'default'}
        fw={chosen ? 600 : 400}
        aria-pressed={chosen}
        onClick={() => onChange(laneChange(lane, filters))}
      >
        {lane.label}
        {typeof counted?.totalCount === 'number' && ` ${formatCount(counted.totalCount)}${counted.totalCountIsExact === false ? '+' : ''}`}
      </Button>
    )
  })
})

function laneFilters(viewerId: string) {
  const none = readParams(INCIDENT_FILTERS, new URLSearchParams())
  const of = (lane: Lane) => toIncidentFilter({ ...none, ...lane.filters }, viewerId, 0)
  return Object.fromEntries(LANES.map(lane => [lane.key, of(lane)]))
}
