import { setImmediate as breathe } from 'node:timers/promises'

/** Takes a few milliseconds at most. */
const TURN = 2_000

/** Long lists in small turns: whoever else needs the thread gets it in between. */
export async function mapInTurns<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += TURN) {
    if (at > 0) await breathe()
    for (const item of items.slice(at, at + TURN)) results.push(map(item))
  }
  return results
}
