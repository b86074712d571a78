/** Sleeps until somebody wakes it. A call of wake() in waking hours is not lost: the next sleep ends at once. */
export class Waker {
  private pending = false
  private end: (() => void) | undefined

  wake(): void {
    this.pending = true
    this.end?.()
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.pending && !signal.aborted) await pause(ms, signal, end => (this.end = end))
    this.end = undefined
    this.pending = false
  }
}

/** Ends early when the signal is aborted, or when what `early` was given is called. */
export function pause(ms: number, signal: AbortSignal, early?: (end: () => void) => void): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
    early?.(end)
    if (signal.aborted) end()
  })
}
