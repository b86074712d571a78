import { createHash } from 'node:crypto'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../apps/api/src/config.js'
import { createLogger } from '../../apps/api/src/platform/logger.js'
import { startServer, type RunningServer } from '../../apps/api/src/server.js'
import { ADMINISTRATOR, apiClient, type ApiClient } from '../support/api-client.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { EdlClient } from '../support/panos-simulator/edl-client.js'
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.js'
import { until } from '../support/until.js'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface Version {
  readonly number: number
  readonly state: string
  readonly entryCount: number
  readonly added: number
  readonly removed: number
  readonly rollbackOf: number | null
  readonly addedEntries: readonly string[]
  readonly removedEntries: readonly string[]
}

interface Publishing {
  readonly urls: readonly { readonly format: string; readonly url: string; readonly retiresAt: string | null }[]
  readonly inForce: Version | null
  readonly held: Version | null
  readonly versions: readonly Version[]
  readonly fetches: readonly {
    readonly credential: { readonly name: string } | null
    readonly address: string
    readonly version: number
    readonly status: number
    readonly count: string
    readonly userAgent: string | null
  }[]
  readonly panosSetCommands: readonly string[]
}

interface ListAnswer {
  readonly id: string
  readonly version: number
  readonly published: boolean
  readonly publishing: Publishing | null
}

const VERSION = '{ number state entryCount added removed rollbackOf addedEntries removedEntries }'
const LIST = `{ id version published publishing {
  urls { format url retiresAt } inForce ${VERSION} held ${VERSION} versions ${VERSION}
  fetches { credential { name } address version status count userAgent } panosSetCommands } }`
const ERRORS = 'userErrors { code field message }'
const PASSWORD_WITH_COLONS = 'a:b::c:'

describe('published lists', () => {
  let database: TestDatabase
  let proxy: TcpProxy
  let dataDir: string
  let port: number
  let server: RunningServer | undefined
  let client: ApiClient
  let counter = 0

  const start = async (signal = new AbortController().signal) => {
    const databaseUrl = new URL(database.url)
    databaseUrl.hostname = '127.0.0.1'
    databaseUrl.port = String(proxy.port)
    databaseUrl.search = ''
    const config = loadConfig({
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: String(port),
      DATABASE_URL: databaseUrl.href,
      DATA_DIR: dataDir,
      SYSLOG_HOST: '127.0.0.1',
      SYSLOG_UDP_PORT: '',
      SYSLOG_TCP_PORT: '0',
      SYSLOG_TLS_PORT: '',
    })
    return startServer(config, createLogger('silent'), signal)
  }
  /** The answer as it came over the wire: nothing decoded, no redirect followed. */
  const get = (url: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
    new Promise<Answer>((resolve, reject) => {
      const request = httpRequest(url, { method, headers, agent: false }, response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject)
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
      })
      request.on('error', reject).end()
    })
  const mutate = async <T>(name: string, type: string, input: object, fields: string): Promise<T> => {
    const answer = await client.ask<Record<string, T>>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`, { input })
    return answer[name] as T
  }
  const list = async (id: string): Promise<ListAnswer> =>
    (await client.ask<{ list: ListAnswer }>(`query ($id: ID!) { list(id: $id) ${LIST} }`, { id })).list
  const add = (listId: string, values: readonly string[]) =>
    mutate('listEntriesAdd', 'ListEntriesAddInput', { listId, text: values.join('\n') }, `added ${ERRORS}`)
  const act = async (name: string, type: string, input: object) => {
    const payload = await mutate<{ list: ListAnswer; userErrors: readonly object[] }>(name, type, input, `list ${LIST} ${ERRORS}`)
    expect(payload.userErrors).toEqual([])
    return payload.list
  }
  const publish = async (values: readonly string[], { kind = 'ADDRESS', ...settings }: Record<string, unknown> = {}) => {
    counter += 1
    const made = await mutate<{ list: { id: string } }>(
      'listCreate',
      'ListCreateInput',
      { name: `List ${counter}: größer`, kind },
      `list { id } ${ERRORS}`,
    )
    if (values.length > 0) await add(made.list.id, values)
    const { version } = await list(made.list.id)
    return act('listPublish', 'ListPublishInput', { id: made.list.id, expectedVersion: version, ...settings })
  }
  const urlOf = ({ publishing }: ListAnswer, format = 'TEXT') =>
    publishing?.urls.find(url => url.format === format && url.retiresAt === null)?.url ?? ''
  const textOf = async (url: string) => (await get(url)).body.toString('utf8')
  const basic = (username: string, password: string) => ({
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
  })
  const addresses = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `203.${(from + at) >> 8}.${(from + at) & 255}.1`)

  beforeAll(async () => {
    database = await createTestDatabase()
    const { hostname, port: databasePort } = new URL(database.url)
    proxy = await startTcpProxy({ host: hostname, port: Number(databasePort || 5432) })
    dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-published-'))
    port = await freePort()
    server = await start()
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({
        query: 'mutation ($input: SetUpInput!) { setUp(input: $input) { userErrors { message } } }',
        variables: { input: { token: server.setUpToken, ...ADMINISTRATOR } },
      }),
    })
    client = apiClient(server.url, response.headers.getSetCookie()[0]?.split(';')[0] ?? '')
  })
  afterAll(async () => {
    await server?.stop()
    await proxy.cut()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('are served in three formats as soon as the mutation has answered', async () => {
    const published = await publish(['198.51.100.7', '203.0.113.0/24', '2001:db8::-2001:db8::5'])
    expect(published).toMatchObject({ published: true, publishing: { inForce: { number: 1, state: 'IN_FORCE', entryCount: 3 } } })
    const urls = published.publishing?.urls ?? []
    expect(urls.map(({ format }) => format)).toEqual(['TEXT', 'JSON', 'CSV'])
    for (const { url } of urls) {
      expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/edl/[\\w-]{32}/list-\\d+-gro-er\\.(txt|json|csv)$`))
      expect(url.length).toBeLessThanOrEqual(255)
    }
    const text = await get(urlOf(published))
    expect(text.status).toBe(200)
    expect(text.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'max-age=30, stale-if-error=86400',
      'x-list-version': '1',
      'x-list-entries': '3',
    })
    expect(text.body.toString('utf8').trim().split('\n').sort()).toEqual(['198.51.100.7', '2001:db8::-2001:db8::5', '203.0.113.0/24'])
    const json = JSON.parse(await textOf(urlOf(published, 'JSON'))) as { kind: string; entries: { value: string }[] }
    expect([json.kind, json.entries.length]).toEqual(['ADDRESS', 3])
    expect((await textOf(urlOf(published, 'CSV'))).split('\r\n')[0]).toBe('value,reason,expires,added')
    expect(published.publishing?.panosSetCommands.join('\n')).toContain(`type ip url "${urlOf(published)}"`)
  })

  it('answer with bytes as asked for: plain, gzip or Brotli, HEAD, and 304 by tag and by date', async () => {
    const url = urlOf(await publish(addresses(300)))
    const plain = await get(url)
    const gzip = await get(url, { 'accept-encoding': 'deflate, gzip;q=0.8, br;q=0.1' })
    const br = await get(url, { 'accept-encoding': 'gzip, br' })
    const star = await get(url, { 'accept-encoding': '*' })
    expect([plain, gzip, br, star].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br', undefined])
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    const tags = [plain, gzip, br].map(({ headers }) => headers.etag ?? '')
    expect(new Set(tags).size).toBe(3)
    expect(tags.every(tag => /^"[\w-]+"$/.test(tag))).toBe(true)

    const head = await get(url, {}, 'HEAD')
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(plain.body.length)])
    const fresh = await get(url, { 'if-none-match': `"x", W/${tags[0]}` })
    expect([fresh.status, fresh.body.length, fresh.headers.etag]).toEqual([304, 0, tags[0]])
    expect((await get(url, { 'if-none-match': tags[1] ?? '' })).status).toBe(200)
    expect((await get(url, { 'if-none-match': tags[1] ?? '', 'accept-encoding': 'gzip' })).status).toBe(304)
    const date = plain.headers['last-modified'] ?? ''
    expect((await get(url, { 'if-modified-since': date })).status).toBe(304)
    expect((await get(url, { 'if-modified-since': new Date(Date.parse(date) - 1000).toUTCString() })).status).toBe(200)
    // A tag that does not match outweighs a date that does.
    expect((await get(url, { 'if-modified-since': date, 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('answer what is unknown with small HTML, and change nothing for other methods', async () => {
    const url = urlOf(await publish(['198.51.100.8']))
    const unknown = [
      url.replace(/edl\/[\w-]+/, `edl/${'x'.repeat(32)}`),
      url.replace('.txt', '.xml'),
      `${url}/`,
      url.replace(/\/edl.*/, '/edl/'),
    ]
    for (const wrong of unknown) {
      const { status, headers, body } = await get(wrong)
      expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
      expect(body.length).toBeLessThan(200)
    }
    expect((await get(url, {}, 'POST')).status).toBe(405)
    expect((await get(`${url}?anything=1`)).status).toBe(200)
  })

  it('are never empty: an empty list is one comment line, which a firewall loads as no entry', async () => {
    const url = urlOf(await publish([]))
    expect(await textOf(url)).toBe('# Empty list\n')
    expect(await new EdlClient({ type: 'ip', url }).refresh()).toMatchObject({ outcome: 'loaded', valid: [], totalInvalid: 0 })
  })

  it('follow the list within moments, once for changes that come together', async () => {
    const published = await publish(['198.51.100.9'])
    await add(published.id, ['198.51.100.10'])
    await add(published.id, ['198.51.100.11'])
    await until(async () => (await textOf(urlOf(published))).includes('198.51.100.11'))
    expect((await textOf(urlOf(published))).split('\n').filter(Boolean).length).toBe(3)
    const { publishing } = await list(published.id)
    expect(publishing?.inForce).toMatchObject({ entryCount: 3, state: 'IN_FORCE' })
    expect(publishing?.versions.length).toBeLessThanOrEqual(3)
  })

  it('hold a large change back until somebody approves it, and let a rejected one be', async () => {
    const published = await publish(addresses(10), { guardPercent: 50, guardEntries: 20 })
    const before = await textOf(urlOf(published))
    await add(published.id, addresses(25, 1000))
    const held = await until(async () => (await list(published.id)).publishing?.held ?? undefined)
    expect(held).toMatchObject({ number: 2, state: 'HELD', added: 25, removed: 0, entryCount: 35 })
    expect(held.addedEntries.length).toBe(25)
    expect(await textOf(urlOf(published))).toBe(before)

    // A newer one takes the place of that which waits.
    await add(published.id, ['198.51.100.12'])
    await until(async () => (await list(published.id)).publishing?.held?.number === 3)
    const rejected = await act('publishedVersionDecide', 'PublishedVersionDecideInput', { listId: published.id, number: 3, approve: false })
    expect(rejected.publishing).toMatchObject({ held: null, inForce: { number: 1 } })
    expect(rejected.publishing?.versions.map(({ number, state }) => [number, state])).toEqual([
      [3, 'REJECTED'],
      [2, 'SUPERSEDED'],
      [1, 'IN_FORCE'],
    ])

    await add(published.id, ['198.51.100.13'])
    await until(async () => (await list(published.id)).publishing?.held?.number === 4)
    const approved = await act('publishedVersionDecide', 'PublishedVersionDecideInput', { listId: published.id, number: 4, approve: true })
    expect(approved.publishing).toMatchObject({ held: null, inForce: { number: 4, entryCount: 37 } })
    expect((await textOf(urlOf(published))).trim().split('\n').length).toBe(37)
    const again = await mutate<{ userErrors: object[] }>(
      'publishedVersionDecide',
      'PublishedVersionDecideInput',
      { listId: published.id, number: 4, approve: true },
      ERRORS,
    )
    expect(again.userErrors).toMatchObject([{ code: 'CONFLICT' }])
  })

  it('roll back, and hold every later change until one is approved', async () => {
    const published = await publish(['198.51.100.20'])
    const first = await textOf(urlOf(published))
    await add(published.id, ['198.51.100.21'])
    await until(async () => (await list(published.id)).publishing?.inForce?.number === 2)
    const back = await act('publishedVersionRollBack', 'PublishedVersionRollBackInput', { listId: published.id, number: 1 })
    expect(await textOf(urlOf(published))).toBe(first)
    expect(back.publishing?.inForce).toMatchObject({ number: 3, rollbackOf: 1, removed: 1, removedEntries: ['198.51.100.21'] })
    // What the list holds now waits, however small the difference is.
    const held = await until(async () => (await list(published.id)).publishing?.held ?? undefined)
    expect(held).toMatchObject({ number: 4, addedEntries: ['198.51.100.21'] })
    await act('publishedVersionDecide', 'PublishedVersionDecideInput', { listId: published.id, number: 4, approve: true })
    await add(published.id, ['198.51.100.22'])
    await until(async () => (await list(published.id)).publishing?.inForce?.number === 5)
  })

  it('let firewalls see no gap while the path is rotated', async () => {
    const published = await publish(addresses(50))
    const old = urlOf(published)
    let done = false
    const statuses = new Set<number>()
    const polling = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!done) statuses.add((await get(old)).status)
      }),
    )
    const rotated = await act('publishedPathRotate', 'PublishedPathRotateInput', { listId: published.id, overlapSeconds: 3600 })
    const fresh = urlOf(rotated)
    expect(fresh).not.toBe(old)
    expect(await textOf(fresh)).toBe(await textOf(old))
    done = true
    await polling
    expect([...statuses]).toEqual([200])
    expect(rotated.publishing?.urls.length).toBe(6)
    // Without an overlap the old ones are gone at once, those of an earlier rotation included.
    const last = await act('publishedPathRotate', 'PublishedPathRotateInput', { listId: published.id, overlapSeconds: 0 })
    expect([(await get(old)).status, (await get(fresh)).status, (await get(urlOf(last))).status]).toEqual([404, 404, 200])
  })

  it('ask for credentials once there are any, take passwords with colons, and tell who fetched what', async () => {
    const published = await publish(['198.51.100.30'])
    const url = urlOf(published)
    const { password } = await mutate<{ password: string }>(
      'publishCredentialCreate',
      'PublishCredentialCreateInput',
      { name: 'Edge', username: 'fw-1', listIds: [published.id] },
      `password credential { lists { id } } ${ERRORS}`,
    )
    await database.pool.query(
      'INSERT INTO publish_credential (name, username, password_hash, list_ids) SELECT $1, $2, $3, list_ids FROM publish_credential',
      ['Core', 'fw-2', createHash('sha256').update(PASSWORD_WITH_COLONS).digest()],
    )
    await act('listPublish', 'ListPublishInput', { id: published.id, expectedVersion: (await list(published.id)).version })
    const none = await get(url)
    expect([none.status, none.headers['www-authenticate'], none.headers['content-type']]).toEqual([
      401,
      'Basic realm="Published lists", charset="UTF-8"',
      'text/html; charset=utf-8',
    ])
    const attempts = [
      [basic('fw-1', password), 200],
      [basic('fw-2', PASSWORD_WITH_COLONS), 200],
      [basic('fw-2', 'a'), 401],
      [basic('fw-1', PASSWORD_WITH_COLONS), 401],
      [basic('nobody', password), 401],
      [{ authorization: `Bearer ${password}` }, 401],
      [{ authorization: 'Basic %%%' }, 401],
    ] as const
    for (const [headers, status] of attempts) expect((await get(url, { ...headers, 'user-agent': 'PAN-OS' })).status).toBe(status)
    expect(await new EdlClient({ type: 'ip', url, credentials: { username: 'fw-1', password } }).refresh()).toMatchObject({
      outcome: 'loaded',
      valid: ['198.51.100.30'],
    })
    const fetches = await until(async () => {
      const known = (await list(published.id)).publishing?.fetches ?? []
      return known.some(({ credential, count }) => credential?.name === 'Edge' && count === '2') && known
    })
    expect(fetches).toContainEqual({
      credential: { name: 'Core' },
      address: '127.0.0.1',
      version: 1,
      status: 200,
      count: '1',
      userAgent: 'PAN-OS',
    })
    expect(fetches).toContainEqual(expect.objectContaining({ credential: null, status: 401 }))
    // Without any credential that works, the path alone suffices again.
    const { publishCredentials } = await client.ask<{ publishCredentials: { id: string; name: string }[] }>(
      '{ publishCredentials { id name } }',
    )
    expect(publishCredentials.map(({ name }) => name)).toEqual(['Core', 'Edge'])
    for (const { id } of publishCredentials)
      await mutate('publishCredentialUpdate', 'PublishCredentialUpdateInput', { id, disabled: true }, `credential { disabled } ${ERRORS}`)
    expect((await get(url)).status).toBe(200)
  })

  it('refuse other networks, and become unknown when they are published no more', async () => {
    const published = await publish(['198.51.100.40'], { allowedNetworks: ['192.0.2.0/24'] })
    expect((await get(urlOf(published))).status).toBe(403)
    const opened = await act('listPublish', 'ListPublishInput', {
      id: published.id,
      expectedVersion: published.version,
      allowedNetworks: ['127.0.0.0/8'],
    })
    expect((await get(urlOf(published))).status).toBe(200)
    const stale = await mutate<{ list: { id: string }; userErrors: object[] }>(
      'listUnpublish',
      'ListUnpublishInput',
      { id: published.id, expectedVersion: published.version },
      `list { id } ${ERRORS}`,
    )
    expect(stale).toMatchObject({ list: { id: published.id }, userErrors: [{ code: 'CONFLICT' }] })
    const ended = await act('listUnpublish', 'ListUnpublishInput', { id: published.id, expectedVersion: opened.version })
    expect(ended).toMatchObject({ published: false, publishing: null })
    expect((await get(urlOf(published))).status).toBe(404)
    const again = await act('listPublish', 'ListPublishInput', { id: published.id, expectedVersion: ended.version })
    expect(urlOf(again)).toBe(urlOf(published))
  })

  it('follow the list again after the database was away', async () => {
    const published = await publish(['198.51.100.45'])
    await proxy.cut()
    // Another server changes the list meanwhile; this one hears nothing of it.
    await database.pool.query(`UPDATE list_entry SET removed_at = now(), removal = 'REMOVED' WHERE value = '198.51.100.45'`)
    await database.pool.query('UPDATE list SET revision = revision + 1 WHERE id = (SELECT max(id) FROM list)')
    expect(await textOf(urlOf(published))).toBe('198.51.100.45\n')
    await proxy.mend()
    await until(async () => (await textOf(urlOf(published))) === '# Empty list\n', { deadlineMs: 20_000 })
  })

  it('are served while the database is away, also after a restart, and answer 503 where the disk fails too', async () => {
    const published = await publish(['198.51.100.50'])
    const broken = await publish(['198.51.100.51'])
    const url = urlOf(published)
    const before = await get(url)
    await proxy.cut()
    expect(await get(url)).toMatchObject({ status: 200, body: before.body })
    await server?.stop()
    server = undefined
    const listId = (await database.pool.query<{ id: number }>('SELECT max(id) AS id FROM list')).rows[0]?.id
    await rm(path.join(dataDir, 'published', await bodyFile(listId ?? 0)))

    const starting = start()
    const waiting = await until(async () => get(url).catch(() => undefined))
    expect([waiting.status, waiting.headers.etag, waiting.body]).toEqual([200, before.headers.etag, before.body])
    const unreadable = await get(urlOf(broken))
    expect([unreadable.status, unreadable.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
    const origin = new URL(url).origin
    expect((await get(`${origin}/graphql`)).status).toBe(503)
    expect((await get(`${origin}/healthz`)).status).toBe(200)

    await proxy.mend()
    server = await starting
    expect((await get(url)).headers.etag).toBe(before.headers.etag)
    // The database heals what the disk had lost.
    expect((await get(urlOf(broken))).status).toBe(200)
  }, 60_000)

  const bodyFile = async (listId: number) => {
    const names = await readdir(path.join(dataDir, 'published'))
    return names.find(name => name.startsWith(`${listId}-`) && name.endsWith('.txt.gz')) ?? ''
  }
})

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}
