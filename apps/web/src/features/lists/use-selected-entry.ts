import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

const SELECTED = 'entry'

/** The open entry stands in the address. Opening adds a step to the history, so that Back closes it; moving on does not. */
export function useSelectedEntry(): [string | null, (id: string | null) => void] {
  const [params, setParams] = useSearchParams()
  const selectedId = params.get(SELECTED)
  const opened = selectedId !== null
  const select = useCallback(
    (id: string | null) =>
      void setParams(
        before => {
          const next = new URLSearchParams(before)
          if (id === null) next.delete(SELECTED)
          else next.set(SELECTED, id)
          return next
        },
        { replace: opened || id === null },
      ),
    [setParams, opened],
  )
  return [selectedId, select]
}
