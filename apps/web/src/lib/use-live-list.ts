import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import { CombinedError } from 'urql'
import { emptyLiveList, type Identified, type LiveList, liveListReducer, type Page } from './live-list'
import { errorText } from './user-errors'

export interface LiveListControl<Row extends Identified> {
  readonly list: LiveList<Row>
  /** Asks for the next page, unless it is asked for already or there is none. */
  loadMore(): void
  /** See LiveListAction. */
  arrived(rows: readonly Row[], show: boolean): void
  left(ids: readonly string[]): void
  missed(): void
  show(): void
}

/**
 * A live list over pages of the API. Another `fetchPage` is another question: the list is asked for anew, and answers
 * to the one before are dropped. Pass a memoised function that rejects on failure.
 */
export function useLiveList<Row extends Identified>(fetchPage: (after: string | null) => Promise<Page<Row>>): LiveListControl<Row> {
  const [list, dispatch] = useReducer(liveListReducer<Row>, undefined, emptyLiveList<Row>)
  const question = useRef(0)

  useEffect(() => {
    const mine = ++question.current
    dispatch({ type: 'asked' })
    fetchPage(null).then(
      page => mine === question.current && dispatch({ type: 'loaded', page }),
      (error: unknown) => mine === question.current && dispatch({ type: 'failed', fault: faultText(error) }),
    )
  }, [fetchPage])

  const { endCursor } = list
  const canExtend = list.phase === 'ready' && list.hasMore && !list.extending
  const loadMore = useCallback(() => {
    if (!canExtend) return
    const mine = question.current
    dispatch({ type: 'extending' })
    fetchPage(endCursor).then(
      page => mine === question.current && dispatch({ type: 'extended', page }),
      (error: unknown) => mine === question.current && dispatch({ type: 'failed', fault: faultText(error) }),
    )
  }, [canExtend, endCursor, fetchPage])

  return useMemo(
    () => ({
      list,
      loadMore,
      arrived: (rows, show) => dispatch({ type: 'arrived', rows, show }),
      left: ids => dispatch({ type: 'left', ids }),
      missed: () => dispatch({ type: 'missed' }),
      show: () => dispatch({ type: 'shown' }),
    }),
    [list, loadMore],
  )
}

function faultText(error: unknown): string {
  if (error instanceof CombinedError) return errorText(error)
  return error instanceof Error ? error.message : String(error)
}
