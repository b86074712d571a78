const KEYS_MAX = 50_000

/** Which matches wait for news of which values. Bounded: what is forgotten is looked at again by itself. */
export class WaitingKeys {
  /** By hint id. */
  private readonly waiting = new Map<string, Set<string>>()

  add(matchId: string, keys: readonly string[]): void {
    for (const key of keys) {
      const matches = this.waiting.get(key)
      if (matches) matches.add(matchId)
      else {
        if (this.waiting.size >= KEYS_MAX) this.waiting.delete(this.waiting.keys().next().value ?? '')
        this.waiting.set(key, new Set([matchId]))
      }
    }
  }

  /** Those that wait for one of these, which are forgotten then. No keys: all. */
  take(keys: readonly string[]): string[] {
    const found = new Set<string>()
    for (const key of keys.length === 0 ? [...this.waiting.keys()] : keys) {
      for (const match of this.waiting.get(key) ?? []) found.add(match)
      this.waiting.delete(key)
    }
    return [...found]
  }
}
