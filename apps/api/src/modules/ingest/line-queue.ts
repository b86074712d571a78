import type { SyslogLine } from './syslog-line.js'

interface LineQueueLimits {
  /** Above either of these the queue is congested: TCP and TLS listeners stop reading. */
  readonly maxLines: number
  readonly maxBytes: number
}

interface Waiter {
  readonly count: number
  readonly maxAgeMs: number
  readonly resolve: () => void
  timer: NodeJS.Timeout | undefined
}

/** What a line costs in memory beside its text. */
const LINE_OVERHEAD_BYTES = 200

/**
 * The lines between listeners and database, in order of arrival. It refuses nothing, since what was read from a
 * TCP or TLS socket must not be lost; instead it tells when it is congested. What may arrive after that is bounded
 * by the listeners: one read of each connection, and the credit of the UDP receiver.
 */
export class LineQueue {
  #lines: SyslogLine[] = []
  #head = 0
  #bytes = 0
  #waiter: Waiter | undefined
  #interrupted = false
  #relieved: (() => void)[] = []

  constructor(private readonly limits: LineQueueLimits) {}

  get length(): number {
    return this.#lines.length - this.#head
  }

  get bytes(): number {
    return this.#bytes
  }

  get congested(): boolean {
    return this.length > this.limits.maxLines || this.#bytes > this.limits.maxBytes
  }

  /** Called each time that a congested queue has drained to half of its limits. */
  onRelief(listener: () => void): void {
    this.#relieved.push(listener)
  }

  push(line: SyslogLine): void {
    this.#lines.push(line)
    this.#bytes += costOf(line)
    this.#attend()
  }

  /**
   * Resolves when `count` lines wait, or some have waited `maxAgeMs`, or after interrupt(): a batch closes by size or
   * by age. For one consumer at a time.
   */
  waitForBatch(count: number, maxAgeMs: number): Promise<void> {
    return new Promise(resolve => {
      this.#waiter = { count, maxAgeMs, resolve, timer: undefined }
      this.#attend()
    })
  }

  /** From now on waitForBatch() resolves at once: the consumer drains and stops. */
  interrupt(): void {
    this.#interrupted = true
    this.#attend()
  }

  take(count: number): SyslogLine[] {
    const taken = this.#lines.slice(this.#head, this.#head + count)
    this.#head += taken.length
    if (this.#head > 4096 && this.#head * 2 > this.#lines.length) {
      this.#lines = this.#lines.slice(this.#head)
      this.#head = 0
    }
    this.#freed(taken)
    return taken
  }

  /** Takes out what came by UDP; used when there is nowhere to put it. */
  takeDatagrams(): SyslogLine[] {
    const waiting = this.#lines.slice(this.#head)
    const datagrams = waiting.filter(line => line.transport === 'UDP')
    this.#lines = waiting.filter(line => line.transport !== 'UDP')
    this.#head = 0
    this.#freed(datagrams)
    return datagrams
  }

  #freed(lines: readonly SyslogLine[]): void {
    for (const line of lines) this.#bytes -= costOf(line)
    if (this.length <= this.limits.maxLines / 2 && this.#bytes <= this.limits.maxBytes / 2)
      for (const listener of this.#relieved) listener()
  }

  #attend(): void {
    const waiter = this.#waiter
    if (!waiter) return
    if (this.#interrupted || this.length >= waiter.count) this.#release(waiter)
    else if (this.length > 0) waiter.timer ??= setTimeout(() => this.#release(waiter), waiter.maxAgeMs)
  }

  #release(waiter: Waiter): void {
    clearTimeout(waiter.timer)
    this.#waiter = undefined
    waiter.resolve()
  }
}

const costOf = (line: SyslogLine): number => line.bytes + LINE_OVERHEAD_BYTES
