import type { FirstSeenKey } from './engine/index.js'

const VALUES_MAX = 200_000
const DAY_MS = 86_400_000

/** Values that alerts named since the server started; bounded, the longest unseen are forgotten. */
export class SeenValues {
  /** Epoch ms of the newest alert; oldest use first. */
  private readonly seen = new Map<string, number>()

  add(of: FirstSeenKey, value: string | undefined, at: number): void {
    if (value === undefined) return
    const key = `${of} ${value}`
    const before = this.seen.get(key)
    this.seen.delete(key)
    if (this.seen.size >= VALUES_MAX) this.seen.delete(this.seen.keys().next().value ?? '')
    this.seen.set(key, Math.max(before ?? at, at))
  }

  /** Whether an alert within the days before named it; false: not as far as is remembered. */
  isSeen(of: FirstSeenKey, value: string, at: number, withinDays: number): boolean {
    const last = this.seen.get(`${of} ${value}`)
    return last !== undefined && at - last <= withinDays * DAY_MS
  }
}
