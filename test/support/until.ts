import { setTimeout as delay } from 'node:timers/promises'

export interface UntilOptions {
  readonly deadlineMs?: number
  readonly intervalMs?: number
  /** Completes the sentence "Waited in vain for …". */
  readonly what?: () => string
}

/** Asks again until there is an answer other than undefined or false; fails after the deadline. */
export async function until<T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  { deadlineMs = 10_000, intervalMs = 50, what = () => 'it' }: UntilOptions = {},
): Promise<T> {
  const deadline = performance.now() + deadlineMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what()}`)
    await delay(intervalMs)
  }
}
