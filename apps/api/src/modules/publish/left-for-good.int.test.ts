import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildUser } from '../../../../../test/support/builders.js'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import type { Actor } from '../../platform/actor.js'
import { HintBus } from '../../platform/hint-bus.js'
import { createLogger } from '../../platform/logger.js'
import { BlockExplainer, EntryService, ListReadModel, ProtectionService, UnblockService } from '../lists/index.js'
import { PublishReadModel } from './publish-read-model.js'
import { PublishService } from './publish-service.js'
import { PublishedCatalog } from './published-catalog.js'
import { PublishedFiles } from './published-files.js'
import { Publisher } from './publisher.js'
import { VersionWriter } from './version-writer.js'

const administrator = actorOf('ADMINISTRATOR')
const EMPTY = '# Empty list\n'
const HOUR_MS = 3_600_000
const names = (count: number, domain: string): string[] => Array.from({ length: count }, (_, at) => `n${at}.${domain}`)

describe('what has left a published list for good', () => {
  let database: TestDatabase
  let analyst: Actor
  let folder: string
  let now: number
  const clock = { now: () => now }
  const logger = createLogger('silent')

  beforeAll(async () => {
    database = await createTestDatabase()
    analyst = actorOf('ANALYST', (await buildUser(database)).id)
  })
  beforeEach(async () => {
    now = Date.now()
    folder = await mkdtemp(path.join(tmpdir(), 'sallyport-left-'))
    await database.pool.query('TRUNCATE list, list_entry, protection, unblock_cool_down RESTART IDENTITY CASCADE')
    return () => rm(folder, { recursive: true, force: true })
  })
  afterAll(() => database.drop())

  const compose = () => {
    const { pool, prisma } = database
    const hints = new HintBus({ databaseUrl: database.url, pool, logger })
    const lists = new ListReadModel({ pool, clock })
    const readModel = new PublishReadModel({ pool, clock })
    const writer = new VersionWriter({ pool, lists, clock, logger })
    const catalog = new PublishedCatalog({ clock })
    const publisher = new Publisher({ readModel, writer, catalog, files: new PublishedFiles({ folder, logger }), hints, logger })
    return {
      catalog,
      publisher,
      publishing: new PublishService({ prisma, lists, writer, publisher, hints, clock }),
      entries: new EntryService({ pool, lists, hints, clock }),
      protections: new ProtectionService({ pool, hints, clock }),
      unblocking: new UnblockService({ pool, explainer: new BlockExplainer({ pool, clock }), hints, clock }),
    }
  }

  /** A published list whose guard holds more than 30 % and two entries. */
  const publishedList = async (values: readonly string[], ttlSeconds?: number) => {
    const house = compose()
    const { id } = await database.prisma.list.create({ data: { name: `List ${Math.random()}`, kind: 'DOMAIN' } })
    const add = async (more: readonly string[], seconds?: number) => {
      await house.entries.add(analyst, { listId: id, values: more, reason: 'Test', ttlSeconds: seconds })
      now += 1
      await house.publisher.refresh()
    }
    const remove = async (values: readonly string[]) => {
      const gone = await database.prisma.listEntry.findMany({ where: { listId: id, value: { in: [...values] }, removedAt: null } })
      await house.entries.remove(analyst, { ids: gone.map(entry => entry.id.toString()), note: undefined })
      await house.publisher.refresh()
    }
    const protect = async (value: string) => {
      await house.protections.create(administrator, { kind: 'DOMAIN', value, description: '' })
      await house.publisher.refresh()
    }
    await add(values, ttlSeconds)
    await house.publishing.publish(analyst, { id, expectedVersion: 1, guardPercent: 30, guardEntries: 2 })
    return { ...house, id, add, remove, protect }
  }
  type Published = Awaited<ReturnType<typeof publishedList>>

  const served = ({ catalog, id }: Published) => catalog.version(id)?.forms.txt.identity.body.toString()
  const servedNames = (list: Published) => served(list)?.trim().split('\n').sort()
  const versions = async ({ id }: Published) => {
    const rows = await database.prisma.publishedVersion.findMany({ where: { listId: id }, orderBy: { number: 'asc' } })
    return rows.map(({ number, state, added, removed, rollbackOf }) => [number, state, added, removed, rollbackOf])
  }

  it('is not held, however much it is, while the same removed by a person is', async () => {
    const list = await publishedList([...names(6, 'ours.example.com'), ...names(4, 'evil.test')])
    await list.protect('ours.example.com')
    expect(servedNames(list)).toEqual(names(4, 'evil.test'))
    await list.remove(names(3, 'evil.test'))
    expect(await versions(list)).toEqual([
      [1, 'SUPERSEDED', 10, 0, null],
      [2, 'IN_FORCE', 0, 6, null],
      [3, 'HELD', 0, 3, null],
    ])
  })

  it('may be everything: firewalls are told an empty list, not an empty body', async () => {
    const list = await publishedList(names(10, 'evil.test'), 3_600)
    now += HOUR_MS
    await list.entries.removeExpired()
    await list.publisher.refresh()
    expect(served(list)).toBe(EMPTY)
  })

  it('goes by unblocking, as much as is unblocked', async () => {
    const list = await publishedList(names(4, 'evil.test'))
    for (const value of names(4, 'evil.test')) await list.unblocking.unblock(analyst, { value, kind: 'DOMAIN', listId: list.id })
    await list.publisher.refresh()
    expect(served(list)).toBe(EMPTY)
  })

  it('leaves by a version of its own when all else is held, which can be approved then', async () => {
    const list = await publishedList([...names(3, 'ours.example.com'), ...names(3, 'evil.test')])
    await list.add(names(5, 'more.test'))
    expect(servedNames(list)).toEqual([...names(3, 'evil.test'), ...names(3, 'ours.example.com')].sort())
    await list.protect('ours.example.com')
    expect(servedNames(list)).toEqual(names(3, 'evil.test'))
    expect(await versions(list)).toEqual([
      [1, 'SUPERSEDED', 6, 0, null],
      [2, 'SUPERSEDED', 5, 0, null],
      [3, 'IN_FORCE', 0, 3, null],
      [4, 'HELD', 5, 0, null],
    ])
    await list.publishing.decide(analyst, { listId: list.id, number: 4, approve: true })
    expect(servedNames(list)).toEqual([...names(3, 'evil.test'), ...names(5, 'more.test')].sort())
  })

  it('leaves also when a person removed it, which was rejected, before it was protected', async () => {
    const list = await publishedList([...names(4, 'ours.example.com'), ...names(3, 'evil.test')])
    await list.remove(names(4, 'ours.example.com'))
    await list.publishing.decide(analyst, { listId: list.id, number: 2, approve: false })
    expect(servedNames(list)?.length).toBe(7)
    await list.protect('ours.example.com')
    // The list itself does not change by that: found at the next look that nobody asked for, here that of a new start.
    const restarted = { ...list, ...compose() }
    await restarted.publisher.refresh()
    expect(servedNames(restarted)).toEqual(names(3, 'evil.test'))
    expect((await versions(list)).at(-1)).toEqual([3, 'IN_FORCE', 0, 4, null])
  })

  it('takes nothing along that was rejected, whatever the guard allows since', async () => {
    const list = await publishedList([...names(4, 'ours.example.com'), ...names(3, 'evil.test')])
    await list.remove(names(4, 'ours.example.com'))
    await list.publishing.decide(analyst, { listId: list.id, number: 2, approve: false })
    await list.protect('n0.ours.example.com')
    await list.publishing.publish(analyst, { id: list.id, expectedVersion: 2, guardEntries: 100 })
    expect(servedNames(list)).toEqual([...names(3, 'evil.test'), ...names(4, 'ours.example.com').slice(1)].sort())
    expect((await versions(list)).slice(2)).toEqual([
      [3, 'IN_FORCE', 0, 1, null],
      [4, 'HELD', 0, 3, null],
    ])
  })

  it('does not come back with a roll back, which keeps its pin when more leaves', async () => {
    const kept = ['kept.test', 'later.test']
    const list = await publishedList([...names(3, 'ours.example.com'), 'unblocked.test', 'removed.test', ...kept])
    await list.add(['short.test'], 3_600)
    await list.protect('ours.example.com')
    await list.unblocking.unblock(analyst, { value: 'unblocked.test', kind: 'DOMAIN', listId: list.id })
    await list.remove(['removed.test', 'short.test'])
    now += HOUR_MS
    await list.publishing.rollBack(analyst, { listId: list.id, number: 2 })
    expect(servedNames(list)).toEqual([...kept, 'removed.test'].sort())
    const before = await versions(list)
    const pinned = before.find(([, state]) => state === 'IN_FORCE')
    expect([pinned?.[4], before.at(-1)?.[1]]).toEqual([2, 'HELD'])
    // Not for a moment either.
    expect(before.filter(([, , , , rollbackOf]) => rollbackOf === 2).length).toBe(1)

    await list.protect('later.test')
    expect(servedNames(list)).toEqual(['kept.test', 'removed.test'])
    await list.add(['fresh.test'])
    expect(servedNames(list)).toEqual(['kept.test', 'removed.test'])
    const [inForce, waiting] = [await versions(list)].flatMap(all => [all.find(([, state]) => state === 'IN_FORCE'), all.at(-1)])
    expect([inForce?.slice(2), waiting?.slice(1)]).toEqual([
      [0, 1, 2],
      ['HELD', 1, 1, null],
    ])
  })

  it('comes back with a roll back when it was put on the list again', async () => {
    const list = await publishedList(['a.test', 'b.test'])
    await list.unblocking.unblock(analyst, { value: 'a.test', kind: 'DOMAIN', listId: list.id })
    await list.publisher.refresh()
    await list.add(['a.test'])
    await list.remove(['b.test'])
    await list.publishing.rollBack(analyst, { listId: list.id, number: 1 })
    expect(servedNames(list)).toEqual(['a.test', 'b.test'])
  })
})
