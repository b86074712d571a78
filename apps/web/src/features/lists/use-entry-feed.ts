import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { graphql, readFragment } from '../../gql'
import type { EntryRow_ListEntryFragment, ListEntryFilter } from '../../gql/graphql'
import type { LiveList } from '../../lib/live-list'
import { PAST_CACHE } from '../../lib/past-cache'
import { useLiveList } from '../../lib/use-live-list'

export const EntryRow_ListEntry = graphql(`
  fragment EntryRow_ListEntry on ListEntry {
    id
    value
    typed
    reason
    addedAt
    expiresAt
    disabled
    removedAt
    removal
    removalNote
    removedBy {
      id
      name
    }
    ...EntryCauseText_ListEntry
  }
`)
export type EntryRow = EntryRow_ListEntryFragment

const Entries_Query = graphql(`
  query Entries_Query($listId: ID!, $first: Int!, $after: String, $filter: ListEntryFilter) {
    list(id: $listId) {
      id
      entries(first: $first, after: $after, filter: $filter) {
        nodes {
          ...EntryRow_ListEntry
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

const EntriesCount_Query = graphql(`
  query EntriesCount_Query($listId: ID!, $filter: ListEntryFilter) {
    list(id: $listId) {
      id
      entries(first: 1, filter: $filter) {
        totalCount
        totalCountIsExact
      }
    }
  }
`)

const PAGE_SIZE = 100
/** Rows are kept by this feed alone. */
const FEED = { ...PAST_CACHE, requestPolicy: 'network-only', refetchOnReconnect: false } as const

interface EntryQuestion {
  readonly listId: string
  /** Memoised. */
  readonly filter: ListEntryFilter
  readonly after: string | null
}

/** One page of entries, newest first. */
export function useFetchEntries() {
  const client = useClient()
  return useCallback(
    async ({ listId, filter, after }: EntryQuestion) => {
      const { data, error } = await client.query(Entries_Query, { listId, first: PAGE_SIZE, after, filter }, FEED)
      if (!data) throw error ?? new Error('No answer')
      const { nodes, pageInfo } = data.list?.entries ?? { nodes: [], pageInfo: { endCursor: null, hasNextPage: false } }
      return {
        rows: nodes.map(node => readFragment(EntryRow_ListEntry, node)),
        endCursor: pageInfo.endCursor,
        hasMore: pageInfo.hasNextPage,
      }
    },
    [client],
  )
}

export interface EntryFeed {
  readonly list: LiveList<EntryRow>
  /** How many there are; null: not known yet. */
  readonly count: { readonly total: number; readonly exact: boolean } | null
  loadMore(): void
  /** Asks anew. */
  refresh(): void
  /** A row that changed by the reader's own hand. */
  changed(row: EntryRow): void
}

interface EntryFeedOptions {
  readonly listId: string
  /** Grows with every change of the list: the feed then catches up. */
  readonly revision: string
  readonly filter: ListEntryFilter
}

/** The entries of a list. New ones of others wait; those that others removed are marked until refreshed. */
export function useEntryFeed({ listId, revision, filter }: EntryFeedOptions): EntryFeed {
  const client = useClient()
  const fetchEntries = useFetchEntries()
  const [turn, setTurn] = useState(0)
  const refresh = useCallback(() => setTurn(value => value + 1), [])
  // eslint-disable-next-line react-hooks/exhaustive-deps -- each turn asks anew
  const fetchPage = useCallback((after: string | null) => fetchEntries({ listId, filter, after }), [fetchEntries, listId, filter, turn])
  const { list, loadMore, arrived, left } = useLiveList(fetchPage)
  const [count, setCount] = useState<EntryFeed['count']>(null)

  useEffect(() => {
    let over = false
    void client.query(EntriesCount_Query, { listId, filter }, FEED).then(({ data }) => {
      const entries = data?.list?.entries
      if (!over && entries) setCount({ total: entries.totalCount ?? 0, exact: entries.totalCountIsExact !== false })
    })
    return () => {
      over = true
    }
  }, [client, listId, filter, turn, revision])

  const latest = useRef({ rows: list.rows, arrived, left })
  latest.current = { rows: list.rows, arrived, left }
  const ready = list.phase === 'ready'
  const shownRevision = useRef(revision)
  useEffect(() => {
    if (!ready || shownRevision.current === revision) return
    shownRevision.current = revision
    let over = false
    fetchPage(null).then(
      page => {
        if (over) return
        latest.current.left(gone(latest.current.rows, page.rows, page.hasMore))
        latest.current.arrived(page.rows, false)
      },
      // The pages that follow tell the fault.
      () => {},
    )
    return () => {
      over = true
    }
  }, [ready, revision, fetchPage])

  const changed = useCallback((row: EntryRow) => latest.current.arrived([row], false), [])
  return { list, count, loadMore, refresh, changed }
}

/** Shown rows that the first page, as it is now, should have but has not: somebody removed them. */
export function gone(shown: readonly EntryRow[], firstPage: readonly EntryRow[], hasMore: boolean): string[] {
  const there = new Set(firstPage.map(({ id }) => id))
  const oldest = firstPage.at(-1)
  const reaches = (row: EntryRow) => !hasMore || oldest === undefined || Date.parse(row.addedAt) > Date.parse(oldest.addedAt)
  return shown.filter(row => reaches(row) && !there.has(row.id)).map(({ id }) => id)
}
