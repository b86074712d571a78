import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../../../../test/support/database.js'
import { startFeedServer, type FeedServer } from '../../../../../../test/support/feed-server.js'
import { actorOf, runOperation } from '../../../../../../test/support/graphql.js'
import { until } from '../../../../../../test/support/until.js'
import { buildSchema } from '../../../graphql/build-schema.js'
import { NodeResolver } from '../../../graphql/node.js'
import { systemClock } from '../../../platform/clock.js'
import { HintBus } from '../../../platform/hint-bus.js'
import { createLogger } from '../../../platform/logger.js'
import { OutboundHttp } from '../../../platform/outbound-http.js'
import type { Feed } from '../../../platform/prisma/client.js'
import { FeedFetcher, FeedIndex, feedNodes, FeedReadModel, FeedResolver, FeedService } from './index.js'

const administrator = actorOf('ADMINISTRATOR')
const logger = createLogger('silent')
const DAY = 86_400

let database: TestDatabase
let server: FeedServer
let dataDir: string
const replicas: Replica[] = []

interface Replica {
  readonly index: FeedIndex
  readonly service: FeedService
  /** 'name: entry' of the feeds that cover an address. */
  hit(address: string): string[]
  stop(): Promise<void>
}

/** A server as far as feeds go. */
async function startReplica(): Promise<Replica> {
  const { pool, prisma, url } = database
  const hints = new HintBus({ databaseUrl: url, pool, logger })
  const http = new OutboundHttp({ userAgent: 'sallyport-test' })
  const fetcher = new FeedFetcher({ pool, prisma, http, hints, clock: systemClock, logger, dataDir })
  const index = new FeedIndex({ prisma, hints, logger })
  const service = new FeedService({ prisma, hints, fetcher })
  const services = [hints, http, index, fetcher]
  for (const one of services) await one.start()
  const replica: Replica = {
    index,
    service,
    hit: value => index.hits({ kind: 'ADDRESS', value }).map(({ name, entry }) => `${name}: ${entry}`),
    stop: async () => {
      for (const one of services.toReversed()) await one.stop()
    },
  }
  replicas.push(replica)
  return replica
}

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startFeedServer()
  dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-feeds-'))
  await mkdir(path.join(dataDir, 'feeds'))
})
afterAll(async () => {
  await server.stop()
  await database.drop()
  await rm(dataDir, { recursive: true })
})
beforeEach(async () => void (await startReplica()))
afterEach(async () => {
  for (const replica of replicas.splice(0)) await replica.stop()
  await database.prisma.feed.deleteMany()
})

const first = (): Replica => replicas[0] as Replica

let counter = 0
async function create(input: Partial<Parameters<FeedService['create']>[1]>): Promise<Feed> {
  counter += 1
  const given = { name: `Feed ${counter}`, kind: 'ADDRESS', intervalSeconds: DAY, ...input }
  return first().service.create(administrator, given)
}

const read = (id: number): Promise<Feed> => database.prisma.feed.findUniqueOrThrow({ where: { id } })

/** Waits for the outcome of a fetch after the one that was seen. */
const fetched = (id: number, seen: Date | null = null): Promise<Feed> =>
  until(async () => {
    const feed = await read(id)
    return feed.fetchedAt !== null && feed.fetchedAt.getTime() !== seen?.getTime() && feed
  })

/** As if its time had come. */
async function makeDue(id: number): Promise<Date> {
  const past = new Date(Date.now() - 3 * DAY * 1_000)
  await database.prisma.feed.update({ where: { id }, data: { fetchedAt: past } })
  await database.pool.query(`SELECT pg_notify('sallyport_hints', '{"topic":"enrichmentSettings","hint":{}}')`)
  return past
}

async function fetchAgain(id: number): Promise<Feed> {
  return fetched(id, await makeDue(id))
}

const serve = (name: string, ...feed: [body: string | Buffer, manner?: Parameters<FeedServer['serve']>[1]['manner']]): string => {
  const [body, manner] = feed
  server.serve(name, { body, ...(manner && { manner }) })
  return server.urlOf(name)
}

it('fetches a new feed at once, and every replica answers from memory', async () => {
  const second = await startReplica()
  const url = serve('drop', '# made up\n198.51.100.0/24 ; SBL1\n198.51.100.7\nnonsense\n10.0.0.0/8\n')
  const { id } = await create({ name: 'Drop', location: url })
  expect(await fetched(id)).toMatchObject({ entryCount: 2, skippedCount: 2, error: null, revision: 1 })
  for (const replica of [first(), second]) {
    await until(() => replica.hit('198.51.100.7').length > 0)
    expect(replica.hit('198.51.100.7')).toEqual(['Drop: 198.51.100.7'])
    expect(replica.hit('198.51.100.8')).toEqual(['Drop: 198.51.100.0/24'])
    expect(replica.hit('10.1.2.3')).toEqual([])
  }
  // Two replicas, one question.
  expect(server.answered('drop')).toEqual([200])
})

it('asks whether the list has changed, and loads it only then', async () => {
  for (const manner of ['plain', 'gzip', 'dated'] as const) {
    const name = `conditional-${manner}`
    const { id } = await create({ name, location: serve(name, '198.51.100.7\n', manner) })
    const before = await fetched(id)
    const again = await fetchAgain(id)
    expect(server.answered(name)).toEqual([200, 304])
    expect(again).toMatchObject({ entryCount: 1, error: null, revision: before.revision })
    expect(again.succeededAt?.getTime()).toBeGreaterThan(before.succeededAt?.getTime() ?? Infinity)
    serve(name, '198.51.100.7\n203.0.113.9\n', manner)
    expect(await fetchAgain(id)).toMatchObject({ entryCount: 2, revision: before.revision + 1 })
    await until(() => first().hit('203.0.113.9').includes(`${name}: 203.0.113.9`))
  }
})

it('keeps the last good list whatever comes instead', async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `198.51.100.${index}`).join('\n')
  const { id } = await create({ name: 'Good', location: serve('bad', lines) })
  const good = await fetched(id)
  expect(good.entryCount).toBe(200)
  const host = new URL(server.http.url).host
  for (const [manner, body, reason] of [
    ['broken', '', `${host} answered 503`],
    ['html', '', 'It is a web page, not a list'],
    ['truncated', '198.51.100.1\n', /closed the connection|announced/],
    ['redirect', '', /10\.0\.0\.1/],
    ['huge', '', /larger than/],
    ['plain', '', 'It is empty'],
    ['plain', 'Sorry\n', /None of its 1 lines/],
    ['plain', '198.51.100.1\n', /shrank from 200 to 1/],
    ['plain', '# nothing today\n', /no entry.*by hand/],
    ['plain', gzipSync(lines).subarray(0, 60), /compressed and damaged/],
  ] as const) {
    serve('bad', body, manner)
    const tried = await fetchAgain(id)
    expect(tried.error).toMatch(reason)
    expect(tried).toMatchObject({ entryCount: 200, revision: good.revision, succeededAt: good.succeededAt })
    expect(first().hit('198.51.100.123')).toEqual(['Good: 198.51.100.123'])
  }
  serve('bad', lines)
  expect(await fetchAgain(id)).toMatchObject({ error: null, entryCount: 200 })
}, 60_000)

it('takes by hand what it would not take by itself', async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `198.51.100.${index}`).join('\n')
  const { id } = await create({ location: serve('shrunk', lines) })
  await fetched(id)
  serve('shrunk', '203.0.113.1\n')
  const refused = await fetchAgain(id)
  expect(refused.error).toMatch(/shrank/)
  await first().service.fetch(administrator, id)
  expect(await fetched(id, refused.fetchedAt)).toMatchObject({ error: null, entryCount: 1 })
  serve('shrunk', '# END (0 entries)\n')
  const { fetchedAt } = await read(id)
  await first().service.fetch(administrator, id)
  expect(await fetched(id, fetchedAt)).toMatchObject({ error: null, entryCount: 0 })
  await until(() => first().hit('203.0.113.1').length === 0)
})

it('unpacks a .gz, and reads CSV, domains, URLs and hashes', async () => {
  const csv = await create({ location: serve('list.csv.gz', gzipSync('id,ip\n1,"198.51.100.70"\n')), format: 'CSV', csvColumn: 2 })
  const domains = await create({ kind: 'DOMAIN', location: serve('domains', '0.0.0.0 evil.example\n') })
  const urls = await create({ kind: 'URL', location: serve('urls', 'http://bad.example:8080/a?b=c\n') })
  const hashes = await create({ kind: 'FILE_HASH', location: serve('hashes', 'D41D8CD98F00B204E9800998ECF8427E\n') })
  for (const { id } of [csv, domains, urls, hashes]) expect(await fetched(id)).toMatchObject({ entryCount: 1, error: null })
  const { index } = first()
  await until(() => index.hits({ kind: 'FILE_HASH', value: 'd41d8cd98f00b204e9800998ecf8427e' }).length === 1)
  expect(index.hits({ kind: 'ADDRESS', value: '198.51.100.70' })).toMatchObject([{ feedId: csv.id }])
  expect(index.hits({ kind: 'DOMAIN', value: 'www.evil.example' })).toMatchObject([{ feedId: domains.id, entry: 'evil.example' }])
  expect(index.hits({ kind: 'URL', value: 'evil.example/x' })).toMatchObject([{ feedId: domains.id, entry: 'evil.example' }])
  expect(index.hits({ kind: 'URL', value: 'bad.example/a?b=c' })).toMatchObject([{ feedId: urls.id }])
})

it('forgets the entries when the location changes, and answers no more when it is switched off or deleted', async () => {
  const { id, version } = await create({ name: 'Moving', location: serve('old', '198.51.100.90\n') })
  await until(() => first().hit('198.51.100.90').length > 0)
  const moved = await first().service.update(administrator, { id, expectedVersion: version, location: serve('new', '198.51.100.91\n') })
  expect(moved).toMatchObject({ entryCount: 0, fetchedAt: null, etag: null })
  await until(() => first().hit('198.51.100.91').length > 0)
  expect(first().hit('198.51.100.90')).toEqual([])

  const renamed = await first().service.update(administrator, { id, expectedVersion: moved.version, name: 'Moved', score: 10 })
  await until(() => first().hit('198.51.100.91').includes('Moved: 198.51.100.91'))
  const off = await first().service.update(administrator, { id, expectedVersion: renamed.version, enabled: false })
  await until(() => first().hit('198.51.100.91').length === 0)
  const on = await first().service.update(administrator, { id, expectedVersion: off.version, enabled: true })
  await until(() => first().hit('198.51.100.91').length > 0)
  await first().service.delete(administrator, { id, expectedVersion: on.version })
  await until(() => first().hit('198.51.100.91').length === 0)
  expect(await database.prisma.feedBody.count({ where: { feedId: id } })).toBe(0)
})

it('has the lists again after a restart, before anything is fetched', async () => {
  const { id } = await create({ name: 'Lasting', location: serve('lasting', '198.51.100.77\n') })
  await fetched(id)
  serve('lasting', '', 'broken')
  const restarted = await startReplica()
  await restarted.index.ready
  expect(restarted.hit('198.51.100.77')).toEqual(['Lasting: 198.51.100.77'])
})

it('reads files of its folder, and no others', async () => {
  const folder = path.join(dataDir, 'feeds')
  await writeFile(path.join(folder, 'own.txt'), '198.51.100.99\n')
  await writeFile(path.join(dataDir, 'secret.key'), '198.51.100.66\n')
  await symlink(path.join(dataDir, 'secret.key'), path.join(folder, 'link.txt'))
  const { id } = await create({ location: 'own.txt' })
  expect(await fetched(id)).toMatchObject({ entryCount: 1, error: null, revision: 1 })
  expect(await fetchAgain(id)).toMatchObject({ error: null, revision: 1 })
  await writeFile(path.join(folder, 'own.txt'), '198.51.100.99\n198.51.100.98\n')
  await utimes(path.join(folder, 'own.txt'), new Date(), new Date(Date.now() + 5_000))
  expect(await fetchAgain(id)).toMatchObject({ entryCount: 2, revision: 2 })

  const link = await create({ location: 'link.txt' })
  expect((await fetched(link.id)).error).toMatch(/outside of the folder/)
  const missing = await create({ location: 'none.txt' })
  expect((await fetched(missing.id)).error).toMatch(/There is no file none\.txt/)
  await expect(create({ location: '../secret.key' })).rejects.toThrow(/dot/)
  // One that came into the database in another way.
  const sneaked = await database.prisma.feed.create({ data: { name: 'Sneaked', kind: 'ADDRESS', location: '../secret.key' } })
  await first().service.fetch(administrator, sneaked.id)
  expect((await fetched(sneaked.id)).error).toMatch(/dot/)
})

it('stops in the middle of a slow fetch, and leaves it for the next start', async () => {
  const { id } = await create({ location: serve('slow', '198.51.100.1\n', 'slow') })
  await until(() => server.http.requests.some(({ path: asked }) => asked === '/slow'))
  await replicas.splice(0)[0]?.stop()
  expect(await read(id)).toMatchObject({ fetchedAt: null, error: null })
  serve('slow', '198.51.100.1\n')
  await startReplica()
  expect(await fetched(id)).toMatchObject({ entryCount: 1 })
})

it('is set up over the API', async () => {
  const feeds = new FeedReadModel(database)
  const schema = buildSchema({
    resolvers: [new NodeResolver({ loaders: feedNodes({ feeds }) }), new FeedResolver({ feeds, service: first().service })],
    pubSub: { publish: () => undefined, subscribe: () => (async function* () {})() },
  })
  const ask = async (query: string, variables = {}, actor = administrator) => {
    const { data, errors } = await runOperation({ schema, query, variables, actor })
    const [error] = errors ?? []
    if (error) throw error.originalError ?? error
    return data ?? {}
  }
  const FIELDS =
    'id name enabled kind location format csvColumn intervalSeconds score weight fetchedAt error entryCount skippedCount version'
  const CREATE = `mutation ($input: FeedCreateInput!) { feedCreate(input: $input) { feed { ${FIELDS} } userErrors { field code message } } }`
  const input = { name: 'Over the API', kind: 'ADDRESS', location: serve('api', '198.51.100.55\n'), weight: 30 }
  const { feedCreate: created } = (await ask(CREATE, { input })) as { feedCreate: { feed: { id: string; version: number } } }
  expect(created).toMatchObject({
    feed: { ...input, enabled: true, format: 'PLAIN', csvColumn: 1, intervalSeconds: 3_600, score: 80, error: null },
    userErrors: [],
  })
  expect(await ask(CREATE, { input })).toMatchObject({ feedCreate: { feed: null, userErrors: [{ field: ['name'], code: 'TAKEN' }] } })
  expect(await ask(CREATE, { input: { ...input, name: 'x', location: 'ftp://x' } })).toMatchObject({
    feedCreate: { feed: null, userErrors: [{ field: ['location'], code: 'INVALID' }] },
  })
  const { id } = created.feed
  expect(await ask('query ($id: ID!) { node(id: $id) { id ... on Feed { name } } }', { id })).toEqual({ node: { id, name: input.name } })
  expect(await ask('{ feeds { name } }', {}, actorOf('VIEWER'))).toEqual({ feeds: [{ name: input.name }] })
  await expect(ask(CREATE, { input }, actorOf('ANALYST'))).rejects.toThrow(/enrichment:write/)

  const UPDATE = `mutation ($input: FeedUpdateInput!) { feedUpdate(input: $input) { feed { score version } userErrors { field code } } }`
  const stale = { id, expectedVersion: 7, score: 1 }
  expect(await ask(UPDATE, { input: stale })).toMatchObject({
    feedUpdate: { feed: { score: 80 }, userErrors: [{ field: ['expectedVersion'], code: 'CONFLICT' }] },
  })
  expect(await ask(UPDATE, { input: { ...stale, expectedVersion: 1 } })).toMatchObject({ feedUpdate: { feed: { score: 1, version: 2 } } })
  const FETCH = 'mutation ($input: FeedFetchInput!) { feedFetch(input: $input) { feed { id } userErrors { code } } }'
  expect(await ask(FETCH, { input: { id } })).toEqual({ feedFetch: { feed: { id }, userErrors: [] } })
  const DELETE = 'mutation ($input: FeedDeleteInput!) { feedDelete(input: $input) { deletedId userErrors { code } } }'
  expect(await ask(DELETE, { input: { id, expectedVersion: 2 } })).toEqual({ feedDelete: { deletedId: id, userErrors: [] } })
  expect(await ask(DELETE, { input: { id, expectedVersion: 2 } })).toMatchObject({ feedDelete: { userErrors: [{ code: 'NOT_FOUND' }] } })
})
