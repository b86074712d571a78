import { keyPermissions } from '@sallyport/shared'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { until } from '../../../../../test/support/until.js'
import { actorMay } from '../../platform/actor.js'
import { createLogger } from '../../platform/logger.js'
import { keysOfId } from './api-key.js'
import { ApiKeyService } from './api-key-service.js'
import { ApiKeySessions } from './api-key-sessions.js'
import type { HintListener, HintMap, HintSink, HintSource, HintTopic } from '../../platform/hints.js'
import type { Actor } from '../../platform/actor.js'

const MINUTE = 60_000
const ADDRESS = '192.0.2.7'

/** Hints that reach all who share it at once, as two replicas on one database do. */
class SharedHints implements HintSource, HintSink {
  private readonly listeners = new Set<[HintTopic, (hint: never) => void]>()
  on<T extends HintTopic>(topic: T, listener: HintListener<T>): () => void {
    const entry: [HintTopic, (hint: never) => void] = [topic, listener]
    this.listeners.add(entry)
    return () => this.listeners.delete(entry)
  }
  async publish<T extends HintTopic>(topic: T, hint: HintMap[T]): Promise<void> {
    for (const [wanted, listener] of this.listeners) if (wanted === topic) listener(hint as never)
  }
}

describe('API keys', () => {
  let database: TestDatabase
  let now: number
  let hints: SharedHints
  let keys: ApiKeyService
  let sessions: ApiKeySessions
  let replica: ApiKeySessions
  let creator: Actor
  const clock = { now: () => now }

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    now = Date.parse('2026-03-04T12:00:00Z')
    hints = new SharedHints()
    const { prisma } = database
    await prisma.apiKey.deleteMany()
    await prisma.user.deleteMany()
    const { id, name } = await buildUser(database, { role: 'ADMINISTRATOR' })
    creator = { userId: id, name, role: 'ADMINISTRATOR' }
    keys = new ApiKeyService({ prisma, hints, clock })
    const deps = { prisma, hints, clock, logger: createLogger('silent') }
    sessions = new ApiKeySessions(deps)
    replica = new ApiKeySessions(deps)
    await sessions.start()
    await replica.start()
    return async () => {
      await sessions.stop()
      await replica.stop()
    }
  })

  const create = (changes: object = {}) => keys.create(creator, { name: 'SOAR', scopes: ['WRITE_LISTS'], expiresAt: null, ...changes })
  const sessionOf = async (token: string, from = sessions) => {
    const answer = await from.find(token, ADDRESS)
    return answer.kind === 'session' ? answer.session : undefined
  }
  const fault = (code: string): unknown => expect.objectContaining({ faults: [expect.objectContaining({ code })] })

  it('are stored as a hash alone and stand for who made them, as far as the scopes reach', async () => {
    const { apiKey, token } = await create()
    expect(token).toMatch(/^spk_[\w-]{43}$/)
    expect(apiKey.prefix).toBe(token.slice(0, 10))
    expect(Buffer.from(apiKey.tokenHash).toString('latin1')).not.toContain(token.slice(4))
    const actor = (await sessionOf(token))?.current()?.actor
    expect(actor).toMatchObject({ userId: creator.userId, apiKey: { id: apiKey.id, name: 'SOAR' } })
    expect(actor && ['list:write', 'alert:read', 'list:publish', 'user:write'].filter(one => actorMay(actor, one as 'list:write'))).toEqual(
      ['list:write', 'alert:read'],
    )
  })

  it('may never more than who made them', async () => {
    expect(keyPermissions(['ADMIN'], 'VIEWER')).not.toContain('incident:write')
    const { token } = await create({ scopes: ['ADMIN'] })
    const session = await sessionOf(token)
    await database.prisma.user.update({ where: { id: creator.userId }, data: { role: 'VIEWER' } })
    await hints.publish('sessionEnded', { sessionId: keysOfId(creator.userId) })
    await until(() => session?.current()?.actor.role === 'VIEWER')
    expect(session?.current()?.actor.apiKey?.permissions).not.toContain('incident:write')
    await database.prisma.user.update({ where: { id: creator.userId }, data: { disabledAt: new Date(now) } })
    await sessions.refresh()
    expect(session?.current()).toBeUndefined()
    expect(await sessionOf(token)).toBeUndefined()
  })

  it('end at once on all replicas when they are revoked', async () => {
    const { apiKey, token } = await create()
    const ended: string[] = []
    replica.onEnded(id => ended.push(id))
    const [here, there] = [await sessionOf(token), await sessionOf(token, replica)]
    expect(there?.current()).toBeDefined()
    const revoked = await keys.revoke(creator, apiKey.id)
    expect(revoked.revokedAt).toEqual(new Date(now))
    expect([here?.current(), there?.current()]).toEqual([undefined, undefined])
    expect(ended).toEqual([`api-key:${apiKey.id}`])
    expect(await sessionOf(token)).toBeUndefined()
    now += MINUTE
    expect((await keys.revoke(creator, apiKey.id)).revokedAt).toEqual(revoked.revokedAt)
  })

  it('end when they expire, with the connections that use them', async () => {
    const { apiKey, token } = await create({ expiresAt: new Date(now + 10 * MINUTE) })
    const ended: string[] = []
    sessions.onEnded(id => ended.push(id))
    const session = await sessionOf(token)
    now += 10 * MINUTE
    expect(session?.current()).toBeUndefined()
    await sessions.refresh()
    expect(ended).toEqual([`api-key:${apiKey.id}`])
    await expect(create({ expiresAt: new Date(now) })).rejects.toEqual(fault('INVALID'))
  })

  it('tell when they were used, to the minute, and from where', async () => {
    const { apiKey, token } = await create()
    const read = async () => (await database.prisma.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } })).lastUsedAt?.getTime()
    const first = now
    await sessionOf(token)
    now += 30_000
    await sessionOf(token)
    expect(await read()).toBe(first)
    now += 30_000
    await sessionOf(token)
    expect(await read()).toBe(first + MINUTE)
    expect((await keys.keys(creator))[0]).toMatchObject({ lastAddress: ADDRESS })
  })

  it('cannot be guessed: an address that fails too often waits', async () => {
    const { token } = await create()
    for (let count = 0; count < 30; count += 1) expect(await sessions.find(`spk_${'x'.repeat(43)}`, ADDRESS)).toEqual({ kind: 'refused' })
    expect(await sessions.find(token, ADDRESS)).toEqual({ kind: 'limited', waitSeconds: 300 })
    expect((await sessions.find(token, '192.0.2.8')).kind).toBe('session')
    now += 5 * MINUTE
    expect((await sessions.find(token, ADDRESS)).kind).toBe('session')
  })

  it('that are in use are not kept out by wrong ones from the same address, which others may share', async () => {
    const { token } = await create()
    await sessionOf(token)
    for (let count = 0; count < 30; count += 1) await sessions.find(`spk_${'x'.repeat(43)}`, ADDRESS)
    expect((await sessions.find(token, ADDRESS)).kind).toBe('session')
  })

  it('need a name, a scope and the permission', async () => {
    await expect(create({ name: ' ' })).rejects.toThrow(/Enter a name/)
    await expect(create({ scopes: [] })).rejects.toThrow(/at least one scope/)
    await expect(keys.create(actorOf('ANALYST'), { name: 'x', scopes: ['ADMIN'], expiresAt: null })).rejects.toThrow(/api-key:write/)
    await expect(keys.keys(actorOf('ANALYST'))).rejects.toThrow(/api-key:write/)
    await expect(keys.revoke(creator, 'nonsense')).rejects.toThrow(/not found/)
    expect(await keys.keys(creator)).toEqual([])
  })
})
