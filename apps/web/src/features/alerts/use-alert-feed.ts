import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClient } from 'urql'
import { pipe, subscribe } from 'wonka'
import { graphql, readFragment } from '../../gql'
import type { AlertFilter } from '../../gql/graphql'
import type { LiveList } from '../../lib/live-list'
import { PAST_CACHE } from '../../lib/past-cache'
import { useConnection } from '../../lib/session'
import { useLiveList } from '../../lib/use-live-list'
import { errorText } from '../../lib/user-errors'
import { AlertRow_Alert, type AlertRow } from './alert-columns'

const AlertsCursor_Query = graphql(`
  query AlertsCursor_Query {
    alertsCursor
  }
`)

const Alerts_Query = graphql(`
  query Alerts_Query($first: Int!, $after: String, $filter: AlertFilter) {
    alerts(first: $first, after: $after, filter: $filter) {
      nodes {
        ...AlertRow_Alert
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const AlertsAdded_Subscription = graphql(`
  subscription AlertsAdded_Subscription($filter: AlertFilter, $after: String) {
    alertsAdded(filter: $filter, after: $after) {
      alerts {
        ...AlertRow_Alert
      }
      cursor
      resyncRequired
    }
  }
`)

const PAGE_SIZE = 100
/** Rows are kept by this feed alone, and it catches up by its cursor. */
const FEED = { ...PAST_CACHE, requestPolicy: 'network-only', refetchOnReconnect: false } as const

export interface AlertFeedOptions {
  /** The filter at a moment: asked anew at each refresh, so that a span that ends now moves on. Memoised. */
  filterAt(now: number): AlertFilter
  readonly paused: boolean
  /** New alerts are shown as they arrive, */
  readonly following: boolean
  /** unless the reader is busy: then they wait like all others. */
  readonly held: boolean
}

export interface AlertFeed {
  readonly list: LiveList<AlertRow>
  /** Why no events arrive; null: they do, or will when the connection is back. */
  readonly liveFault: string | null
  loadMore(): void
  /** What waits is shown; when not all of it is known here, the list is asked for anew. */
  show(): void
  refresh(): void
}

/** Stored alerts, newest first, and those that arrive. Events carry a cursor: after a pause or a lost connection it goes on from there. */
export function useAlertFeed({ filterAt, paused, following, held }: AlertFeedOptions): AlertFeed {
  const client = useClient()
  const { reconnects } = useConnection()
  const [turn, setTurn] = useState(0)
  const [liveFault, setLiveFault] = useState<string | null>(null)
  const cursor = useRef<string | null>(null)
  // eslint-disable-next-line react-hooks/exhaustive-deps -- each turn is a new moment
  const filter = useMemo(() => filterAt(Date.now()), [filterAt, turn])
  const refresh = useCallback(() => setTurn(value => value + 1), [])

  const fetchPage = useCallback(
    async (after: string | null) => {
      if (after === null) {
        // The cursor first: what is stored between the two answers is then told twice, not never.
        const { data, error } = await client.query(AlertsCursor_Query, {}, FEED)
        if (!data) throw error ?? new Error('No answer')
        cursor.current = data.alertsCursor
      }
      const { data, error } = await client.query(Alerts_Query, { first: PAGE_SIZE, after, filter }, FEED)
      if (!data) throw error ?? new Error('No answer')
      const { nodes, pageInfo } = data.alerts
      return { rows: nodes.map(node => readFragment(AlertRow_Alert, node)), endCursor: pageInfo.endCursor, hasMore: pageInfo.hasNextPage }
    },
    [client, filter],
  )
  const { list, loadMore, arrived, missed, show: showPending } = useLiveList(fetchPage)

  const showing = useRef(false)
  showing.current = following && !held
  const handlers = useRef({ arrived, missed })
  handlers.current = { arrived, missed }
  const ready = list.phase === 'ready'
  useEffect(() => {
    if (paused || !ready) return
    setLiveFault(null)
    const { unsubscribe } = pipe(
      client.subscription(AlertsAdded_Subscription, { filter, after: cursor.current }, FEED),
      subscribe(({ data, error }) => {
        if (error) setLiveFault(errorText(error))
        if (!data) return
        cursor.current = data.alertsAdded.cursor
        const rows = data.alertsAdded.alerts.map(alert => readFragment(AlertRow_Alert, alert))
        handlers.current.arrived(newestFirst(rows), showing.current)
        if (data.alertsAdded.resyncRequired) handlers.current.missed()
      }),
    )
    return unsubscribe
  }, [client, filter, paused, ready, reconnects, turn])

  const show = useCallback(() => (list.missed ? refresh() : showPending()), [list.missed, refresh, showPending])
  const waiting = list.missed || list.pending.length > 0
  useEffect(() => {
    if (following && !held && ready && waiting) show()
  }, [following, held, ready, waiting, show])

  return { list, liveFault, loadMore, show, refresh }
}

function newestFirst(rows: readonly AlertRow[]): readonly AlertRow[] {
  return rows.toSorted((a, b) => Date.parse(b.receivedAt) - Date.parse(a.receivedAt))
}
