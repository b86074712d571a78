import { API_KEYS_MAX, apiKeyCreateInput } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, NotFoundError, UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { ApiKey, PrismaClient } from '../../platform/prisma/client.js'
import { assertStorable } from '../../platform/storable.js'
import { keySessionId, newApiKey } from './api-key.js'
import { isUserKey } from './person.js'
import { tokenHash } from './token.js'

/** Revoked keys that the page still shows. */
const REVOKED_SHOWN = 100

export interface ApiKeyServiceDeps {
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** Keys that programs sign in with. */
export class ApiKeyService {
  constructor(private readonly deps: ApiKeyServiceDeps) {}

  /** Those that are not revoked, newest first, then the newest of the others. */
  async keys(actor: Actor): Promise<ApiKey[]> {
    assertMay(actor, 'api-key:write')
    const { apiKey } = this.deps.prisma
    const [usable, revoked] = await Promise.all([
      apiKey.findMany({ where: { revokedAt: null }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: API_KEYS_MAX }),
      apiKey.findMany({ where: { revokedAt: { not: null } }, orderBy: [{ revokedAt: 'desc' }, { id: 'desc' }], take: REVOKED_SHOWN }),
    ])
    return [...usable, ...revoked]
  }

  async find(id: string): Promise<ApiKey | null> {
    return isUserKey(id) ? this.deps.prisma.apiKey.findUnique({ where: { id } }) : null
  }

  /** @returns the key's token too, which nobody can read again */
  async create(actor: Actor, input: Readonly<Record<string, unknown>>): Promise<{ readonly apiKey: ApiKey; readonly token: string }> {
    assertMay(actor, 'api-key:write')
    assertStorable(input)
    const { name, scopes, expiresAt } = apiKeyCreateInput.parse(input)
    const now = new Date(this.deps.clock.now())
    if (expiresAt && expiresAt <= now)
      throw new UserFaultsError([{ code: 'INVALID', field: ['expiresAt'], message: 'The time of expiry is past' }])
    if ((await this.deps.prisma.apiKey.count({ where: { revokedAt: null } })) >= API_KEYS_MAX)
      throw new UserFaultsError([
        { code: 'NOT_ALLOWED_NOW', field: null, message: `There are ${API_KEYS_MAX} keys already: revoke those that are not used` },
      ])
    const { token, prefix } = newApiKey()
    const data = { name, scopes, expiresAt, prefix, tokenHash: tokenHash(token), createdById: actor.userId, createdAt: now }
    return { apiKey: await this.deps.prisma.apiKey.create({ data }), token }
  }

  /** Ends it everywhere at once, connections too. A key that is revoked already stays as it is. */
  async revoke(actor: Actor, id: string): Promise<ApiKey> {
    assertMay(actor, 'api-key:write')
    const key = await this.find(id)
    if (!key) throw new NotFoundError('The API key')
    if (key.revokedAt !== null) return key
    await this.deps.prisma.apiKey.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date(this.deps.clock.now()) },
    })
    await this.deps.hints.publish('sessionEnded', { sessionId: keySessionId(id) })
    return this.deps.prisma.apiKey.findUniqueOrThrow({ where: { id } })
  }
}
