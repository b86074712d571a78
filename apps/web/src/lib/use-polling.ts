import { useEffect, useRef } from 'react'

/** Asks again every `everyMs` while the page is seen; 0: never. For what the API tells nobody of by itself. */
export function usePolling(ask: () => void, everyMs: number): void {
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    if (everyMs === 0) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current()
    }, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
}
