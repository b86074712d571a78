import type { Clock } from '../../platform/clock.js'
import { DirectoryFault } from './directory-fault.js'
import type { DirectorySettings } from './directory-settings.js'
import { LdapConnection } from './ldap-connection.js'

/** Connections that are kept for the next question. */
const IDLE_MAX = 2
/** Many directories and firewalls forget connections after some minutes. */
const IDLE_MS = 60_000
/** A directory of which no server answered is not tried again before. */
const DOWN_MS = 15_000
/** A bind that was refused is not repeated: directories lock accounts after some wrong passwords. */
const REFUSED_MS = 15 * 60_000

interface Idle {
  readonly connection: LdapConnection
  readonly timer: NodeJS.Timeout
}

/**
 * One directory with these settings: its connections, kept and used again, and which of its servers works. A server that
 * does not answer is left for the next one, and the one that answered is asked first from then on.
 */
export class DirectorySession {
  private readonly idle: Idle[] = []
  private preferred: string | undefined
  private rest: { readonly until: number; readonly fault: DirectoryFault } | undefined
  private closed = false

  constructor(
    private readonly settings: DirectorySettings,
    private readonly deps: { readonly clock: Clock },
  ) {}

  /** Why it is not asked now; undefined: it is. */
  get fault(): DirectoryFault | undefined {
    return this.rest && this.deps.clock.now() < this.rest.until ? this.rest.fault : undefined
  }

  /**
   * Does the work over a connection. One that turns out to have been lost is replaced once; `work` must bear a repetition.
   * @throws DirectoryFault when no server can be asked
   */
  async use<T>(work: (connection: LdapConnection) => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.fault) throw this.fault
    const kept = this.takeIdle()
    if (kept) {
      const done = await this.attempt(kept, work).catch(error => unlessGone(error, signal))
      if (done) return done.result
    }
    return this.overServers(work, signal)
  }

  close(): void {
    this.closed = true
    for (const { connection, timer } of this.idle.splice(0)) {
      clearTimeout(timer)
      connection.close()
    }
  }

  /** A server that fails while it is asked is left for the next one, too. */
  private async overServers<T>(work: (connection: LdapConnection) => Promise<T>, signal: AbortSignal): Promise<T> {
    let fault: DirectoryFault | undefined
    for (const url of this.order()) {
      try {
        const connection = await LdapConnection.open(url, this.settings, signal)
        const { result } = await this.attempt(connection, work)
        this.preferred = url
        this.rest = undefined
        return result
      } catch (error) {
        if (!(error instanceof DirectoryFault) || signal.aborted) throw error
        fault = error
        // Another server of the same directory says the same, and counts a wrong password once more.
        if (error.kind === 'CREDENTIALS' || error.kind === 'SETTINGS') break
      }
    }
    throw this.giveRest(fault ?? new DirectoryFault('SETTINGS', 'There is no URL'))
  }

  private giveRest(fault: DirectoryFault): DirectoryFault {
    const ms = fault.kind === 'CREDENTIALS' ? REFUSED_MS : fault.kind === 'SETTINGS' ? 0 : DOWN_MS
    this.rest = { until: this.deps.clock.now() + ms, fault }
    return fault
  }

  private order(): string[] {
    const { urls } = this.settings
    return this.preferred === undefined ? [...urls] : [this.preferred, ...urls.filter(url => url !== this.preferred)]
  }

  private async attempt<T>(connection: LdapConnection, work: (connection: LdapConnection) => Promise<T>): Promise<{ readonly result: T }> {
    try {
      return { result: await work(connection) }
    } finally {
      this.keep(connection)
    }
  }

  private takeIdle(): LdapConnection | undefined {
    for (;;) {
      const idle = this.idle.pop()
      if (!idle) return undefined
      clearTimeout(idle.timer)
      if (idle.connection.isOpen) return idle.connection
    }
  }

  private keep(connection: LdapConnection): void {
    if (!connection.isOpen) return
    if (this.closed || this.idle.length >= IDLE_MAX) return connection.close()
    const timer = setTimeout(() => {
      this.idle.splice(0, this.idle.length, ...this.idle.filter(idle => idle.connection !== connection))
      connection.close()
    }, IDLE_MS).unref()
    this.idle.push({ connection, timer })
  }
}

/** undefined: the connection is gone, or nobody answers at its other end. A new one may do, or one with another server. */
function unlessGone(error: unknown, signal: AbortSignal): undefined {
  if (error instanceof DirectoryFault && (error.kind === 'UNREACHABLE' || error.kind === 'PROTOCOL') && !signal.aborted) return undefined
  throw error
}
