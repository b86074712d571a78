import { useEffect, useRef } from 'react'

/** Asks again every `everyMs` while the page is seen, and at once when it is seen again after so long; 0: never. For what the API tells nobody of by itself. */
export function usePolling(ask: () => void, everyMs: number): void {
  const latest = useRef(ask)
  latest.current = ask
  useEffect(() => {
    if (everyMs === 0) return
    let asked = Date.now()
    const askIfSeen = () => {
      if (document.visibilityState !== 'visible') return
      asked = Date.now()
      latest.current()
    }
    const onSeen = () => {
      if (Date.now() - asked >= everyMs) askIfSeen()
    }
    const timer = setInterval(askIfSeen, everyMs)
    document.addEventListener('visibilitychange', onSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onSeen)
    }
  }, [everyMs])
}
