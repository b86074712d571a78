import type { LiveSession } from '../../graphql/context.js'
import type { Actor } from '../../platform/actor.js'
import { AttemptLimiter } from '../../platform/attempt-limiter.js'
import type { Clock } from '../../platform/clock.js'
import type { HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { Logger } from '../../platform/logger.js'
import type { ApiKey, PrismaClient } from '../../platform/prisma/client.js'
import { isApiKey, keyActor, keysOfId, keySessionId } from './api-key.js'
import { isUserKey, PERSON_COLUMNS, personOf, type Person } from './person.js'
import { countedAddress } from './sign-in-limiter.js'
import { tokenHash } from './token.js'

/** How often use is written down, and how often the keys in memory are compared with the database. */
const TOUCH_EVERY_MS = 60_000
const FAILURES = { max: 30, windowMs: 5 * 60_000 } as const
/** When a key ends that never does: the last time that RFC 3339 can tell. */
const NEVER = Date.UTC(9999, 11, 31)

interface CachedKey {
  readonly id: string
  readonly hash: string
  readonly userId: string
  actor: Actor
  /** Epoch ms. */
  expiresAt: number
  touchedAt: number
  ended: boolean
}

export type KeyAnswer =
  | { readonly kind: 'session'; readonly session: LiveSession }
  | { readonly kind: 'refused' }
  /** Too many wrong keys from this address. */
  | { readonly kind: 'limited'; readonly waitSeconds: number }

export interface ApiKeySessionsDeps {
  readonly prisma: PrismaClient
  readonly hints: HintSource
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Who a key stands for. Keys stand in the database; those in use are also held in memory, as sessions are: an end is told to
 * all replicas by the hint `sessionEnded`, and what a lost hint leaves over, the regular comparison finds.
 */
export class ApiKeySessions implements Service {
  readonly name = 'api-keys'
  private readonly byHash = new Map<string, CachedKey>()
  private readonly endListeners = new Set<(sessionId: string) => void>()
  private readonly failures: AttemptLimiter
  private timer: NodeJS.Timeout | undefined
  private undo: (() => void)[] = []

  constructor(private readonly deps: ApiKeySessionsDeps) {
    this.failures = new AttemptLimiter(FAILURES, deps.clock)
  }

  async start(): Promise<void> {
    const refresh = () => {
      this.refresh().catch((error: unknown) => this.deps.logger.warn({ err: error }, 'API keys could not be compared with the database'))
    }
    this.undo = [
      this.deps.hints.on('sessionEnded', ({ sessionId }) => {
        const keys = [...this.byHash.values()]
        for (const key of keys) if (keySessionId(key.id) === sessionId) this.forget(key)
        if (keys.some(({ userId }) => keysOfId(userId) === sessionId)) refresh()
      }),
      this.deps.hints.on('resync', refresh),
    ]
    this.timer = setInterval(refresh, TOUCH_EVERY_MS).unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    for (const undo of this.undo.splice(0)) undo()
  }

  /** Tells when a key that is in use here was revoked or has expired. Returns the undo. */
  onEnded(listener: (sessionId: string) => void): () => void {
    this.endListeners.add(listener)
    return () => this.endListeners.delete(listener)
  }

  /** Who a key stands for; counts as use, and a wrong one as a failure of the address. */
  async find(token: string, address: string): Promise<KeyAnswer> {
    const from = countedAddress(address)
    const hash = isApiKey(token) ? tokenHash(token) : undefined
    // Others may share the address, behind a proxy: keys that are in use are not kept out by wrong ones.
    const known = hash && this.byHash.get(hexOf(hash))
    const waitSeconds = known ? undefined : this.failures.waitSeconds(from)
    if (waitSeconds !== undefined) return { kind: 'limited', waitSeconds }
    const key = known ?? (hash && (await this.lookUp(hash)))
    if (key && this.isLive(key)) await this.touch(key, address)
    // Asked after the touch, which finds what was revoked meanwhile.
    if (!key || !this.isLive(key)) {
      this.failures.count(from)
      return { kind: 'refused' }
    }
    const session: LiveSession = {
      id: keySessionId(key.id),
      current: () => (this.isLive(key) ? { actor: key.actor, expiresAt: key.expiresAt } : undefined),
    }
    return { kind: 'session', session }
  }

  /** Compares what is in memory with the database; ends what has expired. */
  async refresh(): Promise<void> {
    const known = [...this.byHash.values()]
    if (known.length === 0) return
    const rows = await this.deps.prisma.apiKey.findMany({ where: { id: { in: known.map(({ id }) => id) } } })
    const creators = await this.creatorsOf(rows)
    const byId = new Map(rows.map(row => [row.id, row]))
    for (const key of known) {
      const row = byId.get(key.id)
      const creator = row && creators.get(row.createdById)
      if (!row || !creator || !isUsable(row, creator, this.deps.clock.now())) this.forget(key)
      else key.actor = keyActor(row, creator)
    }
  }

  private isLive(key: CachedKey): boolean {
    return !key.ended && key.expiresAt > this.deps.clock.now()
  }

  private async lookUp(tokenHash: Uint8Array<ArrayBuffer>): Promise<CachedKey | undefined> {
    const hash = hexOf(tokenHash)
    const row = await this.deps.prisma.apiKey.findUnique({ where: { tokenHash } })
    const creator = row && (await this.creatorsOf([row])).get(row.createdById)
    if (!row || !creator || !isUsable(row, creator, this.deps.clock.now())) return undefined
    const key: CachedKey = {
      id: row.id,
      hash,
      userId: row.createdById,
      actor: keyActor(row, creator),
      expiresAt: row.expiresAt?.getTime() ?? NEVER,
      touchedAt: row.lastUsedAt?.getTime() ?? 0,
      ended: false,
    }
    // Two requests may have looked at once; all must hold the same one.
    const meanwhile = this.byHash.get(hash)
    if (meanwhile) return meanwhile
    this.byHash.set(hash, key)
    return key
  }

  private async creatorsOf(rows: readonly ApiKey[]): Promise<Map<string, Person>> {
    const ids = [...new Set(rows.map(row => row.createdById))].filter(isUserKey)
    const users = await this.deps.prisma.user.findMany({ where: { id: { in: ids } }, select: PERSON_COLUMNS })
    return new Map(users.map(user => [user.id, personOf(user)]))
  }

  private async touch(key: CachedKey, address: string): Promise<void> {
    const now = this.deps.clock.now()
    if (now - key.touchedAt < TOUCH_EVERY_MS) return
    key.touchedAt = now
    const { count } = await this.deps.prisma.apiKey.updateMany({
      where: { id: key.id, revokedAt: null },
      data: { lastUsedAt: new Date(now), lastAddress: address },
    })
    if (count === 0) this.forget(key)
  }

  private forget(key: CachedKey): void {
    if (key.ended) return
    key.ended = true
    this.byHash.delete(key.hash)
    for (const listener of this.endListeners) listener(keySessionId(key.id))
  }
}

const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex')

/** A key is as good as the person who made it. */
const isUsable = ({ revokedAt, expiresAt }: ApiKey, creator: Person, now: number): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt.getTime() > now) && !creator.disabled
