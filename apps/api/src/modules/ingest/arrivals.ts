import type { SyslogLine } from './syslog-line.js'

/** Those who wait until their lines are in the database or on disk. */
export class Arrivals {
  readonly #waiting = new Map<SyslogLine, (isKept: boolean) => void>()

  /** Resolves with whether all of them were kept. */
  async wait(lines: readonly SyslogLine[]): Promise<boolean> {
    const kept = await Promise.all(lines.map(line => new Promise<boolean>(resolve => this.#waiting.set(line, resolve))))
    return kept.every(Boolean)
  }

  /** For every batch, most of which nobody waits for. */
  settle(lines: readonly SyslogLine[], isKept: boolean): void {
    if (this.#waiting.size === 0) return
    for (const line of lines) {
      this.#waiting.get(line)?.(isKept)
      this.#waiting.delete(line)
    }
  }
}
