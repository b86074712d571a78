import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type CombinedError, useClient } from 'urql'
import { pipe, subscribe } from 'wonka'
import { graphql, readFragment } from '../../gql'
import type { IncidentFilter, IncidentOrder } from '../../gql/graphql'
import type { LiveList } from '../../lib/live-list'
import { PAST_CACHE } from '../../lib/past-cache'
import { useConnection } from '../../lib/session'
import { useLiveList } from '../../lib/use-live-list'
import { errorText } from '../../lib/user-errors'
import { NO_LONGER_MATCHES } from './handled'
import { IncidentRow_Incident, type IncidentRow } from './incident-columns'
import { useHandled } from './use-handled'

const Incidents_Query = graphql(`
  query Incidents_Query($first: Int!, $after: String, $filter: IncidentFilter, $orderBy: IncidentOrder) {
    incidents(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...IncidentRow_Incident
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const IncidentsChanged_Subscription = graphql(`
  subscription IncidentsChanged_Subscription($filter: IncidentFilter) {
    incidentsChanged(filter: $filter) {
      incidents {
        ...IncidentRow_Incident
      }
      noLongerMatchingIds
      resyncRequired
    }
  }
`)

const PAGE_SIZE = 100
/** Rows are kept by this feed alone, which knows when to ask again. */
const FEED = { ...PAST_CACHE, requestPolicy: 'network-only', refetchOnReconnect: false } as const

export interface IncidentFeed {
  readonly list: LiveList<IncidentRow>
  readonly liveFault: string | null
  /** What the server does not understand of the query; null: it does. */
  readonly queryFault: string | null
  /** The filter that the rows answer. */
  readonly filter: IncidentFilter
  /** Why a row needs nobody any more; null: it may. */
  handled(row: IncidentRow): string | null
  loadMore(): void
  /** Asks anew: what changed takes its place, what no longer matches goes. */
  refresh(): void
}

interface IncidentFeedOptions {
  /** The filter at a moment. Memoised. */
  filterAt(now: number): IncidentFilter
  readonly orderBy: IncidentOrder
  /** Something about some incident changed. */
  onChange(): void
}

/** Incidents in an order. Those on show change in place; others wait; those that no longer match are marked until refreshed. */
export function useIncidentFeed({ filterAt, orderBy, onChange }: IncidentFeedOptions): IncidentFeed {
  const client = useClient()
  const connection = useConnection()
  const lives = connection.state === 'live' ? connection.reconnects : null
  const [turn, setTurn] = useState(0)
  const [liveFault, setLiveFault] = useState<string | null>(null)
  const [queryFault, setQueryFault] = useState<string | null>(null)
  const handled = useHandled()
  // eslint-disable-next-line react-hooks/exhaustive-deps -- each turn is a new moment
  const filter = useMemo(() => filterAt(Date.now()), [filterAt, turn])
  const refresh = useCallback(() => setTurn(value => value + 1), [])

  const fetchPage = useCallback(
    async (after: string | null) => {
      const { data, error } = await client.query(Incidents_Query, { first: PAGE_SIZE, after, filter, orderBy }, FEED)
      if (after === null) setQueryFault(error && filter.text ? notUnderstood(error) : null)
      if (!data) throw error ?? new Error('No answer')
      const { nodes, pageInfo } = data.incidents
      return {
        rows: nodes.map(node => readFragment(IncidentRow_Incident, node)),
        endCursor: pageInfo.endCursor,
        hasMore: pageInfo.hasNextPage,
      }
    },
    [client, filter, orderBy],
  )
  const { list, loadMore, arrived, left, missed } = useLiveList(fetchPage)
  const { reasons, forget } = handled
  useEffect(forget, [fetchPage, forget])

  // Events were lost: rows of the first page are brought up to date where they stand.
  const catchUp = () => {
    onChange()
    return fetchPage(null).then(
      ({ rows }) => arrived(rows, false),
      () => missed(),
    )
  }
  const handlers = useRef({ rows: list.rows, arrived, left, handled, catchUp, onChange })
  handlers.current = { rows: list.rows, arrived, left, handled, catchUp, onChange }

  // It listens while the first page is still asked for: what is announced in between must not be lost.
  useEffect(() => {
    setLiveFault(null)
    const { unsubscribe } = pipe(
      client.subscription(IncidentsChanged_Subscription, { filter }, FEED),
      subscribe(({ data, error }) => {
        if (error) setLiveFault(errorText(error))
        if (!data) return
        const { incidents, noLongerMatchingIds, resyncRequired } = data.incidentsChanged
        const rows = incidents.map(incident => readFragment(IncidentRow_Incident, incident))
        const before = new Map(handlers.current.rows.map(row => [row.id, row]))
        handlers.current.handled.arrived(before, rows)
        handlers.current.handled.left(before, noLongerMatchingIds)
        handlers.current.arrived(
          rows.toSorted((a, b) => Date.parse(b.lastAlertAt) - Date.parse(a.lastAlertAt)),
          false,
        )
        handlers.current.left(noLongerMatchingIds)
        handlers.current.onChange()
        if (resyncRequired) void handlers.current.catchUp()
      }),
    )
    return unsubscribe
  }, [client, filter])

  // What changed before the socket was there, for the first time or again, was not announced to it.
  const livedBefore = useRef(lives)
  useEffect(() => {
    if (lives !== null && lives !== livedBefore.current) void handlers.current.catchUp()
    livedBefore.current = lives
  }, [lives])

  const handledReason = useCallback(
    (row: IncidentRow) => reasons.get(row.id) ?? (list.left.has(row.id) ? NO_LONGER_MATCHES : null),
    [reasons, list.left],
  )
  return { list, liveFault, queryFault, filter, handled: handledReason, loadMore, refresh }
}

function notUnderstood(error: CombinedError): string | null {
  return error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT') ? errorText(error) : null
}
