import type { Clock } from '../../platform/clock.js'

/** Remembers for a while that something was done, on this server, and never more than `max` of it. */
export class Recently {
  /** Key → when it is forgotten, oldest first. */
  private readonly until = new Map<string, number>()

  constructor(private readonly options: { readonly clock: Clock; readonly milliseconds: number; readonly max: number }) {}

  /** Whether it was not done lately; if so, it is now. */
  begin(key: string): boolean {
    if (this.has(key)) return false
    this.forget()
    this.until.set(key, this.options.clock.now() + this.options.milliseconds)
    return true
  }

  has(key: string): boolean {
    const until = this.until.get(key)
    return until !== undefined && until > this.options.clock.now()
  }

  end(key: string): void {
    this.until.delete(key)
  }

  private forget(): void {
    const now = this.options.clock.now()
    for (const [key, until] of this.until) {
      if (until > now && this.until.size < this.options.max) return
      this.until.delete(key)
    }
  }
}
