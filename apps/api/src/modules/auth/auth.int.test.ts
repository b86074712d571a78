import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { createLogger } from '../../platform/logger.js'
import { passwordMatches } from './password.js'
import { SessionService } from './session-service.js'
import { SetUpService } from './set-up-service.js'
import { SignInLimiter } from './sign-in-limiter.js'
import { SignInService } from './sign-in-service.js'
import { newToken } from './token.js'
import { UserReadModel } from './user-read-model.js'
import { UserService } from './user-service.js'
import type { UserFaultsError } from '../../platform/errors.js'
import type { HintListener, HintMap, HintSink, HintSource, HintTopic } from '../../platform/hints.js'

const PASSWORD = 'correct horse battery staple'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

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

describe('auth', () => {
  let database: TestDatabase
  let now: number
  const clock = { now: () => now }
  const hints = new SharedHints()
  const client = { address: '192.0.2.7', userAgent: 'test' }
  let sessions: SessionService
  let replica: SessionService
  let users: UserService
  let setUps: SetUpService
  let signIns: SignInService

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    now = Date.parse('2026-03-04T12:00:00Z')
    const { prisma } = database
    await prisma.user.deleteMany()
    await prisma.setupToken.deleteMany()
    await prisma.signInFailure.deleteMany()
    const deps = { prisma, hints, clock, logger: createLogger('silent') }
    sessions = new SessionService(deps)
    replica = new SessionService(deps)
    users = new UserService({ prisma, sessions, clock })
    setUps = new SetUpService({ prisma, clock })
    signIns = new SignInService({ prisma, limiter: new SignInLimiter({ prisma, clock }) })
    await sessions.start()
    await replica.start()
    return async () => {
      await sessions.stop()
      await replica.stop()
    }
  })
  const administrator = actorOf('ADMINISTRATOR')
  const createUser = (name = 'Ann', role: 'ANALYST' | 'VIEWER' = 'ANALYST') =>
    users.create(administrator, { name, password: PASSWORD, role })
  const fault = (code: string): unknown => expect.objectContaining({ faults: [expect.objectContaining({ code })] })

  describe('set-up', () => {
    it('makes one administrator, however many links are used at once', async () => {
      const tokens = await Promise.all([setUps.issueToken(), setUps.issueToken()])
      const attempts = await Promise.allSettled(
        [...tokens, ...tokens].map((token, index) => setUps.setUp({ token: token ?? '', name: `admin${index}`, password: PASSWORD })),
      )
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const rows = await database.prisma.user.findMany()
      expect(rows).toMatchObject([{ role: 'ADMINISTRATOR' }])
      expect(rows[0]?.passwordHash).toMatch(/^\$argon2id\$/)
      expect(await database.prisma.setupToken.count()).toBe(0)
      expect(await setUps.isNeeded()).toBe(false)
      expect(await setUps.issueToken()).toBeUndefined()
    })

    it('refuses a made-up token and one that is a week old', async () => {
      const input = { name: 'Ada', password: PASSWORD }
      const token = await setUps.issueToken()
      await expect(setUps.setUp({ ...input, token: newToken() })).rejects.toEqual(fault('CREDENTIALS'))
      now += 7 * 24 * HOUR + 1
      await expect(setUps.setUp({ ...input, token: token ?? '' })).rejects.toEqual(fault('CREDENTIALS'))
      expect(await setUps.isNeeded()).toBe(true)
    })

    it('refuses a short password', async () => {
      const token = (await setUps.issueToken()) ?? ''
      await expect(setUps.setUp({ token, name: 'Ada', password: 'short' })).rejects.toThrow(/At least 12/)
    })
  })

  describe('sign-in', () => {
    it('knows people by name in any case, and by their password', async () => {
      const ann = await createUser('Ann')
      expect(await signIns.signIn({ name: ' aNN ', password: PASSWORD }, client.address)).toEqual(ann)
      await expect(signIns.signIn({ name: 'Ann', password: `${PASSWORD}!` }, client.address)).rejects.toEqual(fault('CREDENTIALS'))
      await expect(signIns.signIn({ name: 'Nobody', password: PASSWORD }, client.address)).rejects.toEqual(fault('CREDENTIALS'))
    })

    it('does the same work for a name that nobody has', async () => {
      expect(await passwordMatches(undefined, PASSWORD)).toBe(false)
    })

    it('refuses a disabled user', async () => {
      const ann = await createUser('Ann')
      await users.update(administrator, { id: ann.id, disabled: true })
      await expect(signIns.signIn({ name: 'Ann', password: PASSWORD }, client.address)).rejects.toEqual(fault('CREDENTIALS'))
    })

    it('limits failures per account, from whatever address, for a quarter of an hour', async () => {
      await createUser('Ann')
      const guess = (index: number) => signIns.signIn({ name: 'Ann', password: 'x' }, `192.0.2.${index}`)
      const answers = await Promise.allSettled(Array.from({ length: 14 }, (_, index) => guess(index)))
      const codes = answers.map(answer => (answer.status === 'rejected' ? (answer.reason as UserFaultsError).faults[0]?.code : 'ok'))
      expect(codes.filter(code => code === 'CREDENTIALS')).toHaveLength(10)
      expect(codes.filter(code => code === 'RATE_LIMITED')).toHaveLength(4)
      await expect(signIns.signIn({ name: 'Ann', password: PASSWORD }, client.address)).rejects.toEqual(fault('RATE_LIMITED'))
      now += 15 * MINUTE + 1
      expect(await signIns.signIn({ name: 'Ann', password: PASSWORD }, client.address)).toMatchObject({ name: 'Ann' })
    })

    it('limits failures per address, over all names', async () => {
      const limiter = new SignInLimiter({ prisma: database.prisma, clock })
      for (let index = 0; index < 50; index += 1)
        expect(await limiter.begin({ nameKey: `n${index}`, address: client.address })).toBeDefined()
      expect(await limiter.begin({ nameKey: 'other', address: client.address })).toBeUndefined()
      expect(await limiter.begin({ nameKey: 'other', address: '192.0.2.8' })).toBeDefined()
    })

    it('forgives the failures of who succeeds', async () => {
      await createUser('Ann')
      for (let round = 0; round < 3; round += 1) {
        for (let index = 0; index < 6; index += 1)
          await expect(signIns.signIn({ name: 'Ann', password: 'x' }, client.address)).rejects.toEqual(fault('CREDENTIALS'))
        await signIns.signIn({ name: 'Ann', password: PASSWORD }, client.address)
      }
      expect(await database.prisma.signInFailure.count()).toBe(0)
    })
  })

  describe('sessions', () => {
    it('are found by their token only, of which the database holds no copy', async () => {
      const ann = await createUser()
      const { token, session } = await sessions.create(ann.id, client)
      expect(session.current()?.actor).toEqual({ userId: ann.id, name: 'Ann', role: 'ANALYST' })
      expect((await replica.find(token))?.current()?.actor.userId).toBe(ann.id)
      for (const bad of [newToken(), '', token.slice(1), `${token}'`]) expect(await sessions.find(bad)).toBeUndefined()
      const row = await database.prisma.session.findFirstOrThrow()
      expect(Buffer.from(row.tokenHash).toString('base64url')).not.toBe(token)
    })

    it('end everywhere when the user signs out, and say so', async () => {
      const { token, session } = await sessions.create((await createUser()).id, client)
      const elsewhere = await replica.find(token)
      const told: string[] = []
      replica.onEnded(id => told.push(id))
      await sessions.end(session.id)
      expect([session.current(), elsewhere?.current()]).toEqual([undefined, undefined])
      expect(told).toEqual([session.id])
      expect(await replica.find(token)).toBeUndefined()
    })

    it('end after twelve hours without use, and after seven days in any case', async () => {
      const { token, session } = await sessions.create((await createUser()).id, client)
      now += 12 * HOUR + 1
      expect(session.current()).toBeUndefined()
      expect(await sessions.find(token)).toBeUndefined()

      const used = await sessions.create((await database.prisma.user.findFirstOrThrow()).id, client)
      for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
        now += 11 * HOUR
        expect(await sessions.find(used.token)).toBeDefined()
      }
      now += 11 * HOUR
      expect(await sessions.find(used.token)).toBeUndefined()
    })

    it('end when the user is disabled or gets another role', async () => {
      const ann = await createUser()
      for (const change of [{ disabled: true }, { disabled: false }, { role: 'VIEWER' as const }]) {
        const { session } = await sessions.create(ann.id, client).catch(() => ({ session: undefined }))
        await users.update(administrator, { id: ann.id, ...change })
        expect(session?.current()).toBeUndefined()
      }
      expect(await database.prisma.session.count()).toBe(0)
    })

    it('that ended while hints were lost are found by the comparison with the database', async () => {
      const { session } = await sessions.create((await createUser()).id, client)
      await database.prisma.session.deleteMany()
      expect(session.current()).toBeDefined()
      await sessions.refresh()
      expect(session.current()).toBeUndefined()
    })

    it('that have expired are deleted', async () => {
      await sessions.create((await createUser()).id, client)
      now += 13 * HOUR
      await replica.refresh()
      expect(await database.prisma.session.count()).toBe(0)
    })
  })

  describe('users', () => {
    it('are made and changed by administrators only', async () => {
      const ann = await createUser()
      for (const actor of [actorOf('VIEWER'), actorOf('ANALYST')]) {
        await expect(users.create(actor, { name: 'Bob', password: PASSWORD, role: 'VIEWER' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
        await expect(users.update(actor, { id: ann.id, role: 'VIEWER' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      }
    })

    it('have names of their own', async () => {
      await createUser('Ann')
      await expect(createUser('ANN')).rejects.toEqual(fault('TAKEN'))
    })

    it('cannot change themselves, so that an administrator is left', async () => {
      const ann = await createUser()
      await expect(users.update({ ...administrator, userId: ann.id }, { id: ann.id, disabled: true })).rejects.toEqual(
        fault('NOT_ALLOWED_NOW'),
      )
    })

    it.each(['018f0000-0000-7000-8000-000000000000', 'x', ''])('are missing under the key %j', async id => {
      await expect(users.update(administrator, { id, role: 'VIEWER' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })

    it('can be assigned incidents when they may work on them, by name and page by page', async () => {
      for (const name of ['Cid', 'ann', 'Bob']) await createUser(name)
      await createUser('Viewer', 'VIEWER')
      const readModel = new UserReadModel({ prisma: database.prisma })
      const first = await readModel.assignable({ limit: 2, after: undefined })
      expect(first.map(({ name }) => name)).toEqual(['ann', 'Bob'])
      const last = first[1]
      const second = await readModel.assignable({ limit: 2, after: last && readModel.positionOf(last) })
      expect(second.map(({ name }) => name)).toEqual(['Cid'])
    })
  })
})
