import { ROLE_PERMISSIONS, type Role } from '@sallyport/shared'
import type { LiveSession } from '../../graphql/context.js'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import type { HintSink, HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { isUserKey } from './person.js'
import { isToken, newToken, tokenHash } from './token.js'

const IDLE_MS = 12 * 3_600_000
const ABSOLUTE_MS = 7 * 24 * 3_600_000
/** How often use is written down, and how often the sessions in memory are compared with the database. */
const TOUCH_EVERY_MS = 60_000

interface CachedSession {
  readonly id: string
  readonly key: string
  readonly createdAt: number
  actor: Actor
  lastSeenAt: number
  expiresAt: number
  ended: boolean
}

export interface SessionServiceDeps {
  readonly prisma: PrismaClient
  readonly hints: HintSource & HintSink
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Sessions stand in the database; those in use are also held in memory, so that they can be asked before every event.
 * An end is told to all replicas by the hint `sessionEnded`; what a lost hint leaves over, the regular comparison finds.
 */
export class SessionService implements Service {
  readonly name = 'sessions'
  private readonly byKey = new Map<string, CachedSession>()
  private readonly endListeners = new Set<(sessionId: string) => void>()
  private timer: NodeJS.Timeout | undefined
  private undo: (() => void)[] = []

  constructor(private readonly deps: SessionServiceDeps) {}

  async start(): Promise<void> {
    const refresh = () => {
      this.refresh().catch((error: unknown) => this.deps.logger.warn({ err: error }, 'Sessions could not be compared with the database'))
    }
    this.undo = [
      this.deps.hints.on('sessionEnded', ({ sessionId }) => {
        for (const session of this.byKey.values()) if (session.id === sessionId) this.forget(session)
      }),
      this.deps.hints.on('resync', refresh),
    ]
    this.timer = setInterval(refresh, TOUCH_EVERY_MS).unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    for (const undo of this.undo.splice(0)) undo()
  }

  /** Tells when a session that is in use here has ended. Returns the undo. */
  onEnded(listener: (sessionId: string) => void): () => void {
    this.endListeners.add(listener)
    return () => this.endListeners.delete(listener)
  }

  /** @returns the token for the cookie, and until when it is good at most */
  async create(
    userId: string,
    client: { readonly address: string; readonly userAgent: string | undefined },
  ): Promise<{ readonly token: string; readonly expiresAt: number; readonly session: LiveSession }> {
    const token = newToken()
    const now = this.deps.clock.now()
    await this.deps.prisma.session.create({
      data: {
        tokenHash: tokenHash(token),
        userId,
        createdAt: new Date(now),
        lastSeenAt: new Date(now),
        expiresAt: new Date(now + IDLE_MS),
        address: client.address,
        userAgent: client.userAgent?.slice(0, 256) ?? null,
      },
    })
    const session = await this.find(token)
    if (!session) throw new Error('A session ended while it was made')
    return { token, expiresAt: now + ABSOLUTE_MS, session }
  }

  /** The session of a cookie's token; counts as use. */
  async find(token: string): Promise<LiveSession | undefined> {
    if (!isToken(token)) return undefined
    const key = Buffer.from(tokenHash(token)).toString('hex')
    const session = this.byKey.get(key) ?? (await this.load(token, key))
    if (!session || !this.isLive(session)) return undefined
    await this.touch(session)
    return {
      id: session.id,
      current: () => (this.isLive(session) ? { actor: session.actor, expiresAt: session.expiresAt } : undefined),
    }
  }

  /** Passes over what is no session of a browser. */
  async end(sessionId: string): Promise<void> {
    if (!isUserKey(sessionId)) return
    await this.deps.prisma.session.deleteMany({ where: { id: sessionId } })
    await this.tellEnded([sessionId])
  }

  async endAllOf(userId: string): Promise<void> {
    const sessions = await this.deps.prisma.session.findMany({ where: { userId }, select: { id: true } })
    await this.deps.prisma.session.deleteMany({ where: { userId } })
    await this.tellEnded(sessions.map(({ id }) => id))
  }

  /** Compares what is in memory with the database, and deletes what has expired. */
  async refresh(): Promise<void> {
    const now = new Date(this.deps.clock.now())
    const known = [...this.byKey.values()]
    const rows = await this.deps.prisma.session.findMany({
      where: { id: { in: known.map(({ id }) => id) }, expiresAt: { gt: now }, user: { disabledAt: null } },
      include: { user: true },
    })
    const byId = new Map(rows.map(row => [row.id, row]))
    for (const session of known) {
      const row = byId.get(session.id)
      if (!row) this.forget(session)
      else {
        session.actor = actorOf(row.user)
        session.expiresAt = row.expiresAt.getTime()
      }
    }
    await this.deps.prisma.session.deleteMany({ where: { expiresAt: { lte: now } } })
  }

  private isLive(session: CachedSession): boolean {
    return !session.ended && session.expiresAt > this.deps.clock.now()
  }

  private async load(token: string, key: string): Promise<CachedSession | undefined> {
    const row = await this.deps.prisma.session.findUnique({ where: { tokenHash: tokenHash(token) }, include: { user: true } })
    if (!row || row.user.disabledAt !== null) return undefined
    const session: CachedSession = {
      id: row.id,
      key,
      createdAt: row.createdAt.getTime(),
      actor: actorOf(row.user),
      lastSeenAt: row.lastSeenAt.getTime(),
      expiresAt: row.expiresAt.getTime(),
      ended: false,
    }
    // Two requests may have looked at once; all must hold the same one.
    const known = this.byKey.get(key)
    if (known) return known
    this.byKey.set(key, session)
    return session
  }

  private async touch(session: CachedSession): Promise<void> {
    const now = this.deps.clock.now()
    if (now - session.lastSeenAt < TOUCH_EVERY_MS) return
    session.lastSeenAt = now
    session.expiresAt = Math.min(now + IDLE_MS, session.createdAt + ABSOLUTE_MS)
    const { count } = await this.deps.prisma.session.updateMany({
      where: { id: session.id },
      data: { lastSeenAt: new Date(now), expiresAt: new Date(session.expiresAt) },
    })
    if (count === 0) this.forget(session)
  }

  private async tellEnded(sessionIds: readonly string[]): Promise<void> {
    for (const session of this.byKey.values()) if (sessionIds.includes(session.id)) this.forget(session)
    for (const sessionId of sessionIds) await this.deps.hints.publish('sessionEnded', { sessionId })
  }

  private forget(session: CachedSession): void {
    if (session.ended) return
    session.ended = true
    this.byKey.delete(session.key)
    for (const listener of this.endListeners) listener(session.id)
  }
}

const actorOf = ({ id, name, role }: { id: string; name: string; role: string }): Actor => {
  if (!isRole(role)) throw new Error(`User ${id} has the unknown role ${role}`)
  return { userId: id, name, role }
}

const isRole = (role: string): role is Role => Object.hasOwn(ROLE_PERMISSIONS, role)
