const STEPS = 20
/** One more, so that nothing within the window is left out: it may hold up to a step too much. */
const BUCKETS = STEPS + 1

interface Counts {
  /** By bucket. No typed array: of that size it would lie outside the heap, which costs far more than it holds. */
  readonly counts: number[]
  newest: number
  total: number
}

/**
 * Counts by key within a window that slides in steps of a twentieth. Bounded: when it holds too many keys, those longest
 * without an event are forgotten, and counting them begins anew.
 */
export class WindowCounter {
  private readonly bucketMs: number
  /** Oldest use first. */
  private readonly keys = new Map<string, Counts>()

  constructor(
    windowSeconds: number,
    private readonly keysMax = 100_000,
  ) {
    this.bucketMs = Math.max(1, (windowSeconds * 1_000) / STEPS)
  }

  /** Counts one more and tells how many there are. @param at epoch ms; somewhat older than what was counted is fine */
  add(key: string, at: number): number {
    const bucket = Math.floor(at / this.bucketMs)
    const known = this.keys.get(key)
    const entry = known ?? { counts: new Array<number>(BUCKETS).fill(0), newest: bucket, total: 0 }
    if (known) this.keys.delete(key)
    else if (this.keys.size >= this.keysMax) this.keys.delete(this.keys.keys().next().value ?? '')
    this.keys.set(key, entry)
    this.slide(entry, bucket)
    // What is older than the window counts for nothing.
    if (bucket > entry.newest - BUCKETS) {
      const place = ((bucket % BUCKETS) + BUCKETS) % BUCKETS
      entry.counts[place] = (entry.counts[place] ?? 0) + 1
      entry.total += 1
    }
    return entry.total
  }

  private slide(entry: Counts, bucket: number): void {
    if (bucket <= entry.newest) return
    if (bucket - entry.newest >= BUCKETS) {
      entry.counts.fill(0)
      entry.total = 0
    } else
      for (let at = entry.newest + 1; at <= bucket; at += 1) {
        const place = ((at % BUCKETS) + BUCKETS) % BUCKETS
        entry.total -= entry.counts[place] ?? 0
        entry.counts[place] = 0
      }
    entry.newest = bucket
  }
}
