/**
 * The work, one at a time. Who calls while it runs shares the run that begins after it, and so sees whatever was
 * committed before the call.
 */
export function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  return () => {
    waiting ??= running
      .catch(() => undefined)
      .then(() => {
        waiting = undefined
        return work()
      })
    running = waiting
    return waiting
  }
}
