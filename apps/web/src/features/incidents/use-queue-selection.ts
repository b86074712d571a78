import { BULK_IDS_MAX } from '@sallyport/shared'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql'
import type { IncidentFilter } from '../../gql/graphql'
import { PAST_CACHE } from '../../lib/past-cache'
import { NOTHING_SELECTED, selectionReducer } from '../../lib/selection'
import type { BulkTarget } from './bulk'
import type { IncidentRow } from './incident-columns'

const IncidentsCount_Query = graphql(`
  query IncidentsCount_Query($filter: IncidentFilter) {
    incidents(first: 1, filter: $filter) {
      totalCount
      totalCountIsExact
    }
  }
`)

/** All that match the filter, whether they are shown or not. */
export interface Matching {
  readonly filter: IncidentFilter
  readonly count: number
  /** There are more than the server counts. */
  readonly more: boolean
}

export interface QueueSelection {
  readonly ids: ReadonlySet<string>
  /** Asked for once something is ticked; null: not known. */
  readonly matching: Matching | null
  /** All of `matching` are meant, not the ticked ones alone. */
  readonly allMatching: boolean
  /** What an action goes to: all matching, the ticked ones, or the one under the cursor; null: nothing. */
  target(cursorId: string | null): BulkTarget | null
  onTick(id: string, range: boolean): void
  onTickAll(ticked: boolean): void
  selectAllMatching(): void
  clear(): void
}

/** What is ticked. It outlives whatever happens to the rows, and goes when another question is asked. */
export function useQueueSelection(rows: readonly IncidentRow[], filter: IncidentFilter, question: string): QueueSelection {
  const client = useClient()
  const [{ ids }, dispatch] = useReducer(selectionReducer, NOTHING_SELECTED)
  const [matching, setMatching] = useState<Matching | null>(null)
  const [allMatching, setAllMatching] = useState(false)
  const latestRows = useRef(rows)
  latestRows.current = rows

  const clear = useCallback(() => {
    dispatch({ type: 'cleared' })
    setAllMatching(false)
  }, [])
  useEffect(clear, [question, clear])

  const some = ids.size > 0
  useEffect(() => {
    setMatching(null)
    if (!some) return
    let current = true
    void client
      .query(IncidentsCount_Query, { filter }, { ...PAST_CACHE, requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => {
        const count = data?.incidents.totalCount
        if (current && typeof count === 'number') setMatching({ filter, count, more: data?.incidents.totalCountIsExact === false })
      })
    return () => {
      current = false
    }
  }, [client, filter, some])

  const onTick = useCallback((id: string, range: boolean) => {
    setAllMatching(false)
    dispatch(range ? { type: 'range', id, rows: latestRows.current } : { type: 'toggled', id })
  }, [])
  const onTickAll = useCallback((ticked: boolean) => {
    setAllMatching(false)
    dispatch(ticked ? { type: 'all', rows: latestRows.current.slice(0, BULK_IDS_MAX) } : { type: 'cleared' })
  }, [])
  return useMemo(
    () => ({
      ids,
      matching,
      allMatching: allMatching && matching !== null,
      target(cursorId) {
        if (allMatching && matching) return { filter: matching.filter, expectedCount: matching.count }
        if (ids.size > 0) return { ids: [...ids] }
        return cursorId === null ? null : { ids: [cursorId] }
      },
      onTick,
      onTickAll,
      selectAllMatching: () => setAllMatching(true),
      clear,
    }),
    [ids, matching, allMatching, onTick, onTickAll, clear],
  )
}
