import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js'
import { until } from '../../../../test/support/until.js'
import { loadConfig } from '../config.js'
import { HINT_CHANNEL } from '../platform/hints.js'
import { createLogger } from '../platform/logger.js'
import { startServer, type RunningServer } from '../server.js'

const PASSWORD = 'correct horse battery staple'
const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { user { name } } userErrors { code } } }'
const SUBSCRIBE = 'subscription { incidentsChanged { resyncRequired noLongerMatchingIds } }'

interface Request {
  readonly variables?: object
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Instead of the query. */
  readonly body?: string
}

interface Message {
  readonly type: string
  readonly payload: unknown
}

interface Answer {
  readonly status: number
  readonly body: {
    readonly data?: Record<string, unknown>
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[]
  }
  readonly cookie: string | undefined
  readonly headers: Headers
}

describe('the HTTP server', () => {
  let database: TestDatabase
  let dataDir: string
  let server: RunningServer
  let administrator: string

  const post = async (query: string, { variables = {}, cookie = '', headers = {}, body = '' }: Request = {}): Promise<Answer> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, cookie, ...headers },
      body: body || JSON.stringify({ query, variables }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {},
      cookie: response.headers.getSetCookie()[0],
      headers: response.headers,
    }
  }
  const signIn = async (name = 'Ada') => {
    const { cookie } = await post(SIGN_IN, { variables: { input: { name, password: PASSWORD } } })
    return cookie?.split(';')[0] ?? ''
  }
  const open = (cookie: string, origin: string | undefined = server.url) =>
    new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie, ...(origin !== '' && { origin }) },
    })
  /** Subscribes and collects what comes. */
  const subscribe = async (cookie: string, query = SUBSCRIBE) => {
    const socket = open(cookie)
    const messages: Message[] = []
    socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString('utf8')) as Message))
    const closed = once(socket, 'close').then(([code]) => code as number)
    await once(socket, 'open')
    socket.send('{"type":"connection_init"}')
    await until(() => messages.some(({ type }) => type === 'connection_ack'))
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }))
    return { socket, messages, closed, next: () => until(() => messages.find(({ type }) => type === 'next' || type === 'error')) }
  }
  const hint = (ids: string[]) =>
    database.pool.query('SELECT pg_notify($1, $2)', [HINT_CHANNEL, JSON.stringify({ topic: 'incidents', hint: { ids } })])

  const configOf = (directory: string) =>
    loadConfig({
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: '0',
      DATABASE_URL: database.url,
      DATA_DIR: directory,
      SYSLOG_HOST: '127.0.0.1',
      SYSLOG_UDP_PORT: '',
      SYSLOG_TCP_PORT: '0',
      SYSLOG_TLS_PORT: '',
    })

  beforeAll(async () => {
    database = await createTestDatabase()
    dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-http-'))
    server = await startServer(configOf(dataDir), createLogger('silent'), new AbortController().signal)
    const setUp = await post(
      'mutation ($input: SetUpInput!) { setUp(input: $input) { viewer { user { id name role } } userErrors { code } } }',
      {
        variables: { input: { token: server.setUpToken, name: 'Ada', password: PASSWORD } },
      },
    )
    expect(setUp.body).toEqual({
      data: { setUp: { viewer: { user: { id: expect.any(String) as unknown, name: 'Ada', role: 'ADMINISTRATOR' } }, userErrors: [] } },
    })
    administrator = setUp.cookie?.split(';')[0] ?? ''
  })
  afterAll(async () => {
    await server.stop()
    await database.drop()
    await rm(dataDir, { recursive: true })
  })

  it('keeps the session in a cookie that scripts and other sites do not get', async () => {
    const { cookie } = await post(SIGN_IN, { variables: { input: { name: 'Ada', password: PASSWORD } } })
    expect(cookie).toMatch(/^sallyport_session_0=[\w-]{43};/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    const viewer = await post('{ viewer { user { name } permissions sessionExpiresAt } }', { cookie: cookie?.split(';')[0] ?? '' })
    expect(viewer.body.data).toMatchObject({
      viewer: { user: { name: 'Ada' }, permissions: expect.arrayContaining(['user:write']) as string[] },
    })
    expect((await post('{ viewer { user { name } } }')).body.data).toEqual({ viewer: null })
  })

  it('ends the session on sign-out', async () => {
    const cookie = await signIn()
    const answer = await post('mutation { signOut { signedOut } }', { cookie })
    expect(answer.cookie).toMatch(/sallyport_session_0=;/)
    expect((await post('{ viewer { user { name } } }', { cookie })).body.data).toEqual({ viewer: null })
  })

  it('answers errors with codes of the closed list', async () => {
    const cases: [string, string, string][] = [
      ['{ sources { id } }', '', 'UNAUTHENTICATED'],
      ['{ nothing }', '', 'BAD_USER_INPUT'],
      ['{ oops', '', 'BAD_USER_INPUT'],
      ['{ __schema { types { name } } }', '', 'BAD_USER_INPUT'],
      ['{ alerts(first: 0) { nodes { id } } }', administrator, 'BAD_USER_INPUT'],
      ['{ incidents(first: 100) { nodes { alerts(first: 100) { nodes { firewall { id } } } } } }', administrator, 'COST_LIMIT'],
      [`{ viewer { permissions } ${' '.repeat(10_000)} }`, administrator, 'COST_LIMIT'],
    ]
    for (const [query, cookie, code] of cases) {
      const { body } = await post(query, { cookie })
      expect(
        body.errors?.map(error => error.extensions),
        query.slice(0, 80),
      ).toEqual([{ code }])
    }
    expect((await post('{ __schema { queryType { name } } }', { cookie: administrator })).body.errors).toBeUndefined()
  })

  it('refuses requests that a page of another site could make', async () => {
    const query = '{ setUpNeeded }'
    expect((await post(query)).status).toBe(200)
    expect((await post(query, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect((await post(query, { headers: { origin: 'null' } })).status).toBe(403)
    expect((await post(query, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await post(query, { headers: { 'content-type': 'text/plain' } })).status).toBeGreaterThanOrEqual(400)
    const get = await fetch(`${server.url}/graphql?query=${encodeURIComponent('mutation { signOut { signedOut } }')}`, {
      headers: { cookie: administrator },
    })
    expect(get.status).toBe(404)
  })

  it('refuses bodies that are too large or no JSON', async () => {
    expect((await post('', { body: JSON.stringify({ query: `{ setUpNeeded } #${'x'.repeat(200_000)}` }) })).status).toBe(413)
    expect((await post('', { body: '{' })).status).toBe(400)
    expect((await post('', { body: '[{"query":"{ setUpNeeded }"}]' })).status).toBe(400)
  })

  it('sends its security headers with every answer', async () => {
    for (const url of ['/healthz', '/nothing']) {
      const { headers } = await fetch(`${server.url}${url}`)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('tells that it is alive, ready, and what it counts', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'alive' })
    const ready = await fetch(`${server.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true, parts: { database: true, hints: true, listeners: true } }])
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    for (const name of ['sallyport_process_cpu_seconds_total', 'sallyport_websocket_connections', 'sallyport_ingest_lines_total'])
      expect(metrics).toContain(name)
    const proxied = { 'x-forwarded-for': '203.0.113.9' }
    expect((await fetch(`${server.url}/metrics`, { headers: proxied })).status).toBe(401)
    expect((await fetch(`${server.url}/metrics`, { headers: { ...proxied, cookie: administrator } })).status).toBe(200)
  })

  it('sends events over WebSocket', async () => {
    const { messages, next, socket } = await subscribe(administrator)
    await hint(['404'])
    await next()
    expect(messages.at(-1)).toMatchObject({
      id: '1',
      type: 'next',
      payload: { data: { incidentsChanged: { resyncRequired: false, noLongerMatchingIds: [expect.any(String)] } } },
    })
    socket.close()
  })

  it.each([
    ['a query', '{ setUpNeeded }', 'BAD_USER_INPUT'],
    ['what is not in the schema', 'subscription { nothing }', 'BAD_USER_INPUT'],
    ['what is too long', `${SUBSCRIBE} #${'x'.repeat(10_000)}`, 'COST_LIMIT'],
  ])('refuses %s over WebSocket', async (_what, query, code) => {
    const { next, socket } = await subscribe(administrator, query)
    expect(await next()).toMatchObject({ type: 'error', payload: [{ extensions: { code } }] })
    socket.close()
  })

  it('opens no WebSocket for pages of other sites, and none without a session', async () => {
    for (const origin of ['https://evil.example', 'null', '']) {
      const [error] = (await once(open(administrator, origin), 'error')) as [Error]
      expect(error.message).toMatch(/403/)
    }
    expect((await once(open('sallyport_session_0=x'), 'close'))[0]).toBe(4401)
    // Without a cookie it may be a program, whose key comes with the first message.
    const signedOut = open('')
    signedOut.once('open', () => signedOut.send(JSON.stringify({ type: 'connection_init' })))
    expect((await once(signedOut, 'close'))[0]).toBe(4401)
  })

  it('closes the WebSockets of a session when that ends, and no others', async () => {
    const cookie = await signIn()
    const [mine, other] = [await subscribe(cookie), await subscribe(administrator)]
    await post('mutation { signOut { signedOut } }', { cookie })
    expect(await mine.closed).toBe(4401)
    await hint(['405'])
    await other.next()
    other.socket.close()
  })

  it('closes the WebSockets of a user who is disabled', async () => {
    const created = await post('mutation ($input: UserCreateInput!) { userCreate(input: $input) { user { id } userErrors { code } } }', {
      variables: { input: { name: 'Bob', password: PASSWORD, role: 'ANALYST' } },
      cookie: administrator,
    })
    const { id } = (created.body.data?.['userCreate'] as { user: { id: string } }).user
    const { closed } = await subscribe(await signIn('Bob'))
    await post('mutation ($input: UserUpdateInput!) { userUpdate(input: $input) { user { disabled } userErrors { code } } }', {
      variables: { input: { id, disabled: true } },
      cookie: administrator,
    })
    expect(await closed).toBe(4401)
    expect(await signIn('Bob')).toBe('')
  })

  it('closes WebSockets also when the session ends at another replica', async () => {
    const otherDir = await mkdtemp(path.join(tmpdir(), 'sallyport-http-'))
    const replica = await startServer(configOf(otherDir), createLogger('silent'), new AbortController().signal)
    try {
      expect(replica.setUpToken).toBeUndefined()
      const cookie = await signIn()
      const { closed } = await subscribe(cookie)
      await fetch(`${replica.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: replica.url, cookie },
        body: JSON.stringify({ query: 'mutation { signOut { signedOut } }' }),
      })
      expect(await closed).toBe(4401)
    } finally {
      await replica.stop()
      await rm(otherDir, { recursive: true })
    }
  })

  it('answers UNAVAILABLE while the database is away, and goes on when it is back', async () => {
    const query = '{ users(first: 1) { nodes { name } } }'
    const { pathname } = new URL(database.url)
    const admin = new Client({ connectionString: new URL('/postgres', database.url).href })
    await admin.connect()
    const name = pathname.slice(1)
    try {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
      const away = await until(async () => {
        const { body } = await post(query, { cookie: administrator })
        return body.errors?.[0]?.extensions.code
      })
      expect(away).toBe('UNAVAILABLE')
      expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    } finally {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
      await admin.end()
    }
    await until(async () => (await fetch(`${server.url}/readyz`)).ok, { deadlineMs: 20_000 })
    expect((await post(query, { cookie: administrator })).body.data).toBeDefined()
  })
})
