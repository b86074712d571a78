import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database.js'
import { actorOf } from '../../../../../test/support/graphql.js'
import { HintBus } from '../../platform/hint-bus.js'
import { createLogger } from '../../platform/logger.js'
import { ListReadModel } from '../lists/index.js'
import { FetchRecorder } from './fetch-recorder.js'
import { PublishReadModel } from './publish-read-model.js'
import { PublishService } from './publish-service.js'
import { PublishedCatalog } from './published-catalog.js'
import { PublishedFiles } from './published-files.js'
import { Publisher } from './publisher.js'
import { VersionWriter } from './version-writer.js'

const analyst = actorOf('ANALYST', randomUUID())

describe('the publisher', () => {
  let database: TestDatabase
  let folder: string
  const logger = createLogger('silent')
  const clock = { now: () => Date.now() }
  let counter = 0

  /** One replica: its memory and its disk are its own. */
  const replica = (name = 'published') => {
    const { pool, prisma } = database
    const lists = new ListReadModel({ pool, clock })
    const readModel = new PublishReadModel({ pool, clock })
    const writer = new VersionWriter({ pool, lists, clock, logger })
    const catalog = new PublishedCatalog({ clock })
    const files = new PublishedFiles({ folder: path.join(folder, name), logger })
    const hints = new HintBus({ databaseUrl: database.url, pool, logger })
    const publisher = new Publisher({ readModel, writer, catalog, files, hints, logger })
    const service = new PublishService({ prisma, lists, writer, publisher, hints, clock })
    return { writer, catalog, files, publisher, service, readModel, folder: path.join(folder, name) }
  }
  const makeList = async (values: readonly string[] = []) => {
    counter += 1
    const { id } = await database.prisma.list.create({ data: { name: `List ${counter}`, kind: 'DOMAIN' } })
    await add(id, values)
    return id
  }
  const add = async (listId: number, values: readonly string[]) => {
    await database.prisma.listEntry.createMany({ data: values.map(value => ({ listId, value, typed: value, cause: 'USER' })) })
    await database.prisma.list.update({ where: { id: listId }, data: { revision: { increment: 1 } } })
  }
  const versions = (listId: number) =>
    database.prisma.publishedVersion.findMany({
      where: { listId },
      orderBy: { number: 'asc' },
      select: { number: true, state: true, added: true, removed: true, rollbackOf: true },
    })
  const tokenOf = async (listId: number) =>
    (await database.prisma.publishedPath.findFirstOrThrow({ where: { listId, retiresAt: null } })).token
  const textOf = ({ catalog }: ReturnType<typeof replica>, listId: number) =>
    catalog.version(listId)?.forms.txt.identity.body.toString('utf8')

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sallyport-publisher-'))
    await database.prisma.list.updateMany({ data: { published: false } })
    return () => rm(folder, { recursive: true, force: true })
  })
  afterAll(() => database.drop())

  it('makes no version when firewalls would see no difference', async () => {
    const one = replica()
    const listId = await makeList(['a.example.com'])
    await one.service.publish(analyst, { id: listId, expectedVersion: 1 })
    await add(listId, [])
    await database.prisma.list.update({ where: { id: listId }, data: { name: 'Renamed' } })
    await one.publisher.refresh()
    expect(await versions(listId)).toEqual([{ number: 1, state: 'IN_FORCE', added: 1, removed: 0, rollbackOf: null }])
    // And does not look at it again.
    expect(await one.readModel.dueLists()).toEqual([])
  })

  it('follows its settings, which are no change of what the list holds', async () => {
    const one = replica()
    const { id } = await database.prisma.list.create({ data: { name: 'Slashes', kind: 'URL' } })
    await add(id, ['example.com'])
    await one.service.publish(analyst, { id, expectedVersion: 1, guardPercent: 0, guardEntries: 0 })
    expect(textOf(one, id)).toBe('example.com/\n')
    const { revision } = await one.service.publish(analyst, { id, expectedVersion: 2, trailingSlash: false })
    expect([textOf(one, id), revision]).toEqual(['example.com\n', '1'])
    await one.service.publish(analyst, { id, expectedVersion: 3, guardEntries: 5 })
    expect((await versions(id)).length).toBe(2)
  })

  it('makes one version of one change, however many replicas see it', async () => {
    const replicas = [replica('one'), replica('two'), replica('three')]
    const listId = await makeList(['a.example.com'])
    await replicas[0]?.service.publish(analyst, { id: listId, expectedVersion: 1 })
    await add(listId, ['b.example.com'])
    await Promise.all(replicas.map(({ publisher }) => publisher.refresh()))
    expect((await versions(listId)).map(({ number, state }) => [number, state])).toEqual([
      [1, 'SUPERSEDED'],
      [2, 'IN_FORCE'],
    ])
    // Whoever looked before the commit sees it at the next look.
    await Promise.all(replicas.map(({ publisher }) => publisher.refresh()))
    expect(replicas.map(one => textOf(one, listId))).toEqual(Array.from({ length: 3 }, () => 'b.example.com\na.example.com\n'))
  })

  it('keeps the last 50 versions, and the one in force however old it is', async () => {
    const one = replica()
    const listId = await makeList(['a.example.com'])
    await one.service.publish(analyst, { id: listId, expectedVersion: 1, guardPercent: 0, guardEntries: 0 })
    for (let at = 0; at < 53; at += 1) {
      await add(listId, [`n${at}.example.com`])
      expect(await one.writer.render(listId)).toBe('HELD')
    }
    const kept = await versions(listId)
    expect(kept.length).toBe(51)
    expect([kept[0]?.number, kept[0]?.state, kept[1]?.number, kept.at(-1)?.number, kept.at(-1)?.state]).toEqual([
      1,
      'IN_FORCE',
      5,
      54,
      'HELD',
    ])
    await one.publisher.refresh()
    expect(textOf(one, listId)).toBe('a.example.com\n')
  })

  it('rolls back to what was in force, not to what was only held', async () => {
    const one = replica()
    const listId = await makeList(['a.example.com'])
    await one.service.publish(analyst, { id: listId, expectedVersion: 1, guardPercent: 0, guardEntries: 0 })
    await add(listId, ['b.example.com'])
    await one.publisher.refresh()
    await expect(one.service.rollBack(analyst, { listId, number: 2 })).rejects.toThrow('no earlier version')
    await expect(one.service.rollBack(analyst, { listId, number: 1 })).rejects.toThrow('no earlier version')
    await one.service.decide(analyst, { listId, number: 2, approve: true })
    await one.service.rollBack(analyst, { listId, number: 1 })
    expect((await versions(listId)).map(({ number, state, rollbackOf }) => [number, state, rollbackOf])).toEqual([
      [1, 'SUPERSEDED', null],
      [2, 'SUPERSEDED', null],
      [3, 'IN_FORCE', 1],
      [4, 'HELD', null],
    ])
    // When the list itself goes back to what is in force, nothing waits any more.
    await database.prisma.listEntry.deleteMany({ where: { listId, value: 'b.example.com' } })
    await add(listId, [])
    await one.publisher.refresh()
    expect((await versions(listId)).at(-1)).toMatchObject({ number: 4, state: 'SUPERSEDED' })
  })

  it('finds on the disk what it served before, whole files only, and nothing that was deleted', async () => {
    const one = replica()
    const listId = await makeList(['a.example.com'])
    await one.service.publish(analyst, { id: listId, expectedVersion: 1 })
    const otherId = await makeList(['other.example.com'])
    await one.service.publish(analyst, { id: otherId, expectedVersion: 1 })
    expect((await readdir(one.folder)).length).toBe(7)

    const restarted = await replica().files.load()
    expect(restarted?.versions.get(listId)?.forms.txt.identity.body.toString()).toBe('a.example.com\n')
    expect(restarted?.versions.get(listId)?.forms.txt.identity.etag).toBe(one.catalog.version(listId)?.forms.txt.identity.etag)

    // A torn body: that list is not known, the others are.
    const torn = (await readdir(one.folder)).find(name => name.startsWith(`${otherId}-`) && name.endsWith('.txt.gz')) ?? ''
    const bytes = await readFile(path.join(one.folder, torn))
    await writeFile(path.join(one.folder, torn), bytes.subarray(0, bytes.length - 4))
    const damaged = await replica().files.load()
    expect([...(damaged?.versions.keys() ?? [])]).toEqual([listId])
    const catalog = new PublishedCatalog({ clock })
    if (damaged) catalog.replace(damaged.settings, damaged.versions)
    const asked = { token: await tokenOf(otherId), authorization: undefined, address: '192.0.2.1' }
    expect(catalog.find(asked)).toEqual({ status: 503 })
    // The next start with a database mends it.
    const mending = replica()
    await mending.files.load()
    await mending.publisher.refresh()
    expect((await replica().files.load())?.versions.size).toBe(2)

    await database.prisma.list.delete({ where: { id: otherId } })
    await one.publisher.refresh()
    expect((await readdir(one.folder)).length).toBe(4)
    await writeFile(path.join(one.folder, 'index.json'), '{"lists":')
    expect(await replica().files.load()).toBeUndefined()
  })

  it('serves on what it has when the disk refuses, and tells 503 as long as nothing is known', async () => {
    const one = replica()
    const asked = { token: 'x'.repeat(32), authorization: undefined, address: '192.0.2.1' }
    expect(one.catalog.find(asked)).toEqual({ status: 503 })
    await writeFile(one.folder, 'a file where the folder should be')
    const listId = await makeList(['a.example.com'])
    await one.service.publish(analyst, { id: listId, expectedVersion: 1 })
    expect(one.catalog.find({ ...asked, token: await tokenOf(listId) }).status).toBe(200)
    expect(one.catalog.find(asked)).toEqual({ status: 404 })
  })

  it('lets only those publish and approve who may', async () => {
    const one = replica()
    const viewer = actorOf('VIEWER')
    const listId = await makeList()
    const attempts = [
      one.service.publish(viewer, { id: listId, expectedVersion: 1 }),
      one.service.unpublish(viewer, { id: listId, expectedVersion: 1 }),
      one.service.rotatePath(viewer, { listId, overlapSeconds: 0 }),
      one.service.decide(viewer, { listId, number: 1, approve: true }),
      one.service.rollBack(viewer, { listId, number: 1 }),
      one.service.createCredential(viewer, { name: 'x', username: 'x', listIds: [] }),
      one.service.updateCredential(viewer, { id: 1, disabled: true, listIds: undefined }),
    ]
    const answers = await Promise.allSettled(attempts)
    expect(answers.map(answer => (answer.status === 'rejected' ? (answer.reason as { code: string }).code : answer.status))).toEqual(
      attempts.map(() => 'FORBIDDEN'),
    )
  })

  it.each([
    [{ allowedNetworks: ['10.0.0.0/33'] }, 'not an address or a network'],
    [{ guardPercent: 101 }, 'At most 100'],
    [{ guardEntries: -1 }, 'At least 0'],
  ])('refuses %j', async (settings, message) => {
    const one = replica()
    const listId = await makeList()
    await expect(one.service.publish(analyst, { id: listId, expectedVersion: 1, ...settings })).rejects.toThrow(message)
  })

  it('makes passwords that are told once and stored as a hash, and refuses names that Basic authentication cannot carry', async () => {
    const one = replica()
    const name = randomBytes(4).toString('hex')
    const { credential, password } = await one.service.createCredential(analyst, { name, username: name, listIds: [] })
    expect(password).toMatch(/^[\w-]{43}$/)
    const stored = JSON.stringify(await database.prisma.publishCredential.findUnique({ where: { id: credential.id } }))
    expect(stored).not.toContain(password)
    await expect(one.service.createCredential(analyst, { name: 'Other', username: name, listIds: [] })).rejects.toThrow('already')
    await expect(one.service.createCredential(analyst, { name: 'Other', username: 'a:b', listIds: [] })).rejects.toThrow('Letters')
    await database.prisma.publishCredential.deleteMany()
  })

  it('remembers fetches while the database is away, and counts each once', async () => {
    const listId = await makeList()
    const fetch = { listId, credentialId: 0, address: '192.0.2.7', version: 3, status: 200, userAgent: 'fw\0' }
    let isAway = true
    const query = (text: string, values: unknown[]) => (isAway ? Promise.reject(new Error('away')) : database.pool.query(text, values))
    const recorder = new FetchRecorder({ pool: { query } as never, clock, logger })
    recorder.record(fetch)
    await recorder.write()
    recorder.record({ ...fetch, version: 4, status: 304 })
    recorder.record({ ...fetch, listId: listId + 1_000 })
    isAway = false
    await recorder.write()
    await recorder.write()
    const rows = await database.prisma.publishedFetch.findMany()
    expect(rows.map(({ address, version, status, count, userAgent }) => ({ address, version, status, count, userAgent }))).toEqual([
      { address: '192.0.2.7', version: 4, status: 304, count: 2n, userAgent: 'fw' },
    ])
  })
})
