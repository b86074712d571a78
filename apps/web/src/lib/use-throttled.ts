import { useEffect, useMemo, useRef } from 'react'

/** Runs at once, then at most every `everyMs`; a call in between is made up for at the end of the pause. */
export function useThrottled(run: () => void, everyMs: number): () => void {
  const latest = useRef(run)
  latest.current = run
  const throttle = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let again = false
    const rest = () => {
      timer = undefined
      if (again) call()
    }
    const call = () => {
      again = timer !== undefined
      if (again) return
      latest.current()
      timer = setTimeout(rest, everyMs)
    }
    return { call, stop: () => clearTimeout(timer) }
  }, [everyMs])
  useEffect(() => throttle.stop, [throttle])
  return throttle.call
}
