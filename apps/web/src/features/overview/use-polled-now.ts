import { useEffect, useState } from 'react'

/** The time, told again every `everyMs` while somebody may see the page, and at once when they see it again. */
export function usePolledNow(everyMs: number): { readonly now: number; readonly again: () => void } {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    let told = Date.now()
    const tell = () => {
      if (document.visibilityState === 'hidden' || Date.now() - told < everyMs) return
      told = Date.now()
      setNow(told)
    }
    const timer = setInterval(tell, everyMs)
    document.addEventListener('visibilitychange', tell)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [everyMs])
  return { now, again: () => setNow(Date.now()) }
}
