/** A request that came in, whatever became of it. */
export interface SeenRequest {
  readonly at: number
  readonly method: string
  /** keygen, version, config, op, commit, user-id …; empty when it was missing. */
  readonly type: string
  readonly action: string
  readonly xpath: string
  readonly element: string
  readonly cmd: string
  readonly vsys: string | undefined
  readonly target: string | undefined
  /** Parameters that stood in the URL, by name; a password has no business there. */
  readonly inQuery: readonly string[]
  readonly keyIn: 'header' | 'parameter' | 'basic' | undefined
  /** Octets of the body. */
  readonly size: number
  /** undefined: not authenticated. */
  admin: string | undefined
  /** HTTP status of the answer; undefined: the connection was cut instead. */
  status: number | undefined
  answer: string
}

/** What the simulator saw, and who waits to see something. */
export class Journal {
  readonly requests: SeenRequest[] = []
  /** The most requests that were in work at the same time. */
  peak = 0
  readonly #settled = new WeakSet<SeenRequest>()
  #waiting: { readonly wanted: (request: SeenRequest) => boolean; readonly seen: (request: SeenRequest) => void }[] = []

  add(request: SeenRequest): void {
    this.requests.push(request)
  }

  /** It was answered, or its connection cut: those who wait may be served. */
  settled(request: SeenRequest): void {
    this.#settled.add(request)
    const served = this.#waiting.filter(({ wanted }) => wanted(request))
    this.#waiting = this.#waiting.filter(waiter => !served.includes(waiter))
    for (const { seen } of served) seen(request)
  }

  /** The first matching request, from those seen already or to come. */
  wait(wanted: (request: SeenRequest) => boolean, deadlineMs: number): Promise<SeenRequest> {
    const earlier = this.requests.find(request => this.#settled.has(request) && wanted(request))
    if (earlier) return Promise.resolve(earlier)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Waited in vain for a request to the simulator')), deadlineMs)
      const seen = (request: SeenRequest) => {
        clearTimeout(timer)
        resolve(request)
      }
      this.#waiting.push({ wanted, seen })
    })
  }

  clear(): void {
    this.requests.length = 0
    this.peak = 0
  }
}
