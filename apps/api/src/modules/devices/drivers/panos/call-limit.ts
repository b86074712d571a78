/** Lets at most so many calls to one host run at a time, in the order in which they came. */
export class CallLimit {
  private running = 0
  private readonly waiting: (() => void)[] = []

  async run<T>(most: number, call: () => Promise<T>): Promise<T> {
    while (this.running >= most) await new Promise<void>(resolve => this.waiting.push(resolve))
    this.running += 1
    try {
      return await call()
    } finally {
      this.running -= 1
      this.waiting.shift()?.()
    }
  }
}
