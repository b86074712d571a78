import type DataLoader from 'dataloader'
import { actorMay, type Actor } from '../platform/actor.js'
import { UnauthenticatedError } from '../platform/errors.js'
import type { Permission } from '@sallyport/shared'

/** A session whose state may change while somebody holds it: it ends, or its user's role changes. */
export interface LiveSession {
  readonly id: string
  /** undefined: it has ended. Answers from memory, so that it can be asked before every event. */
  current(): { readonly actor: Actor; readonly expiresAt: number } | undefined
}

/** The session cookie of the answer. Absent where no answer with headers is made (WebSocket, shared executions). */
export interface SessionCookie {
  set(token: string, expiresAt: number): void
  clear(): void
}

/**
 * Makes a loader of one request. The function itself is the loader's identity, so it must be a stable one:
 * a module-level function or a property of a resolver, never a closure made per call.
 */
export type LoaderFactory<K, V> = (context: Context) => DataLoader<K, V>

/** What a resolver knows of its request. A subscription gets a fresh one for each event. */
export interface Context {
  /** Who asks, as of now; undefined: nobody is signed in. */
  readonly actor: Actor | undefined
  readonly session: LiveSession | undefined
  readonly cookie: SessionCookie | undefined
  /** Address of the client. */
  readonly address: string
  readonly userAgent: string | undefined
  /** Throws UnauthenticatedError. */
  requireActor(): Actor
  /** Somebody signed in: the rest of this request is answered to them. */
  enter(session: LiveSession): void
  can(permission: Permission): boolean
  /** One loader per request and factory. */
  load<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V>
}

export interface ContextOptions {
  readonly session?: LiveSession | undefined
  readonly cookie?: SessionCookie | undefined
  readonly address?: string
  readonly userAgent?: string | undefined
}

export const createContext = (options: ContextOptions): Context => new RequestContext(options)

/** Apollo copies the own properties of a context: what must stay live are getters of the prototype over shared state. */
class RequestContext implements Context {
  readonly cookie: SessionCookie | undefined
  readonly address: string
  readonly userAgent: string | undefined
  private readonly state: { session: LiveSession | undefined }
  private readonly loaders = new Map<unknown, unknown>()

  constructor({ session, cookie, address = '127.0.0.1', userAgent }: ContextOptions) {
    this.state = { session }
    this.cookie = cookie
    this.address = address
    this.userAgent = userAgent
  }

  get session(): LiveSession | undefined {
    return this.state.session
  }

  get actor(): Actor | undefined {
    return this.session?.current()?.actor
  }

  requireActor(): Actor {
    if (!this.actor) throw new UnauthenticatedError()
    return this.actor
  }

  enter(session: LiveSession): void {
    this.state.session = session
  }

  can(permission: Permission): boolean {
    return this.actor !== undefined && actorMay(this.actor, permission)
  }

  load<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V> {
    const known = this.loaders.get(factory) as DataLoader<K, V> | undefined
    if (known) return known
    const made = factory(this)
    this.loaders.set(factory, made)
    return made
  }
}

/** A session that never ends by itself: of shared executions, and of tests. */
export const fixedSession = (actor: Actor, id = 'fixed'): LiveSession => ({
  id,
  current: () => ({ actor, expiresAt: Number.MAX_SAFE_INTEGER }),
})
