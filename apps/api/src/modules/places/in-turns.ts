import { setImmediate as breathe } from 'node:timers/promises'

/** Longest time that the thread is kept from others at once. */
const TURN_MS = 8

/** Work that stops for breath every now and then, by yielding, and has a result in the end. */
export type Work<T> = Generator<undefined, T>

/** Does the work in small turns: whoever else needs the thread gets it in between. @throws what the signal was aborted with */
export async function inTurns<T>(work: Work<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    signal?.throwIfAborted()
    const end = performance.now() + TURN_MS
    do {
      const { done, value } = work.next()
      if (done) return value
    } while (performance.now() < end)
    await breathe()
  }
}

/** All at once: for tests and measurements. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}
