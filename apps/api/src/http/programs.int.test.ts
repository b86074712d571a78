import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js'
import { until } from '../../../../test/support/until.js'
import { loadConfig } from '../config.js'
import { HINT_CHANNEL } from '../platform/hints.js'
import { createLogger } from '../platform/logger.js'
import { startServer, type RunningServer } from '../server.js'

const PASSWORD = 'correct horse battery staple'
const EVENT = {
  json_version: '2.0',
  attacker: { ip_address: '198.51.100.7' },
  target: { ip_address: '192.0.2.10', user: 'corp\\ann' },
  classification: 'malware',
  severity: 'major',
  summary: 'Made-up trojan',
  link_attribute: 'attacker_ip_address',
}

interface Answer {
  readonly status: number
  readonly body: {
    readonly data?: Readonly<Record<string, never>>
    readonly accepted?: number
    readonly errors?: readonly {
      readonly message: string
      readonly field?: string
      readonly index?: number
      readonly extensions?: object
    }[]
  }
}

/** What is for programs, on a whole server: API keys and posted events. */
describe('programs', () => {
  let database: TestDatabase
  let dataDir: string
  let server: RunningServer
  let cookie: string

  const send = async (where: string, headers: Record<string, string>, body: string): Promise<Answer> => {
    const response = await fetch(`${server.url}${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  const ask = (headers: Record<string, string>, query: string, variables: object = {}) =>
    send('/graphql', headers, JSON.stringify({ query, variables }))
  const withKey = (key: string) => ({ authorization: `Bearer ${key}` })
  const asAda = <T>(query: string, variables: object = {}) =>
    ask({ cookie, origin: server.url }, query, variables).then(({ body }) => {
      if (!body.data) throw new Error(JSON.stringify(body))
      return body.data as T
    })
  const createKey = async (scopes: readonly string[], expiresAt: string | null = null) => {
    const { apiKeyCreate } = await asAda<{ apiKeyCreate: { apiKey: { id: string }; token: string } }>(
      'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { token apiKey { id prefix scopes } userErrors { message } } }',
      { input: { name: 'SOAR', scopes, expiresAt } },
    )
    return apiKeyCreate
  }

  beforeAll(async () => {
    database = await createTestDatabase()
    dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-programs-'))
    const config = loadConfig({
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: '0',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      SYSLOG_HOST: '127.0.0.1',
      SYSLOG_UDP_PORT: '',
      SYSLOG_TCP_PORT: '0',
      SYSLOG_TLS_PORT: '',
    })
    server = await startServer(config, createLogger('silent'), new AbortController().signal)
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({
        query: 'mutation ($input: SetUpInput!) { setUp(input: $input) { userErrors { code } } }',
        variables: { input: { token: server.setUpToken, name: 'Ada', password: PASSWORD } },
      }),
    })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  })
  afterAll(async () => {
    await server.stop()
    await database.drop()
    await rm(dataDir, { recursive: true })
  })

  describe('with an API key', () => {
    it('ask what its scopes allow, from wherever, and may introspect', async () => {
      const { token } = await createKey(['READ_ALERTS'])
      const headers = withKey(token)
      const viewer = '{ viewer { user { name } permissions } sources { id } }'
      expect((await ask({ ...headers, origin: 'https://elsewhere.example' }, viewer)).body.data).toMatchObject({
        viewer: { user: { name: 'Ada' }, permissions: expect.not.arrayContaining(['user:write']) as string[] },
      })
      expect((await ask(headers, '{ __schema { queryType { name } } }')).body.errors).toBeUndefined()
      expect((await ask(headers, '{ apiKeys { id } }')).body.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' })
      expect((await ask(headers, 'mutation { signOut { signedOut } }')).body.data).toEqual({ signOut: { signedOut: true } })
      expect((await ask(headers, viewer)).status).toBe(200)
    })

    it('are told when it is wrong, and the cookie does not help', async () => {
      const wrong = await ask({ ...withKey(`spk_${'x'.repeat(43)}`), cookie, origin: server.url }, '{ setUpNeeded }')
      expect([wrong.status, wrong.body.errors?.[0]?.extensions]).toEqual([401, { code: 'UNAUTHENTICATED' }])
    })

    it('leave their name in the history', async () => {
      const { token } = await createKey(['WRITE_LISTS'])
      const headers = withKey(token)
      const list = await asAda<{ listCreate: { list: { id: string } } }>(
        'mutation ($input: ListCreateInput!) { listCreate(input: $input) { list { id } userErrors { message } } }',
        { input: { name: 'Bad hosts', kind: 'ADDRESS' } },
      )
      const added = await ask(
        headers,
        'mutation ($input: ListEntriesAddInput!) { listEntriesAdd(input: $input) { added userErrors { message } } }',
        { input: { listId: list.listCreate.list.id, values: ['203.0.113.66'], reason: 'C2' } },
      )
      expect(added.body).toMatchObject({ data: { listEntriesAdd: { added: 1, userErrors: [] } } })
      expect(await database.prisma.listEntry.findFirst()).toMatchObject({ value: '203.0.113.66', cause: 'API_KEY' })
    })

    // Some libraries send an Origin as a browser would: that of the server.
    it.each([
      ['the handshake', false],
      ['the first message', false],
      ['the first message', true],
    ])('subscribe with the key in %s, until it is revoked (own origin: %s)', async (where, ownOrigin) => {
      const { apiKey, token } = await createKey(['READ_ALERTS'])
      const inHandshake = where === 'the handshake'
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        headers: inHandshake ? withKey(token) : {},
        ...(ownOrigin && { origin: server.url }),
      })
      const messages: { type: string; payload?: unknown }[] = []
      socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString('utf8')) as { type: string }))
      const closed = once(socket, 'close').then(([code]) => code as number)
      await once(socket, 'open')
      socket.send(JSON.stringify({ type: 'connection_init', ...(!inHandshake && { payload: withKey(token) }) }))
      await until(() => messages.some(({ type }) => type === 'connection_ack'))
      socket.send(
        JSON.stringify({ id: '1', type: 'subscribe', payload: { query: 'subscription { incidentsChanged { resyncRequired } }' } }),
      )
      await until(async () => {
        const hint = JSON.stringify({ topic: 'incidents', hint: { ids: ['404'] } })
        await database.pool.query('SELECT pg_notify($1, $2)', [HINT_CHANNEL, hint])
        return messages.some(({ type }) => type === 'next')
      })
      await asAda('mutation ($id: ID!) { apiKeyRevoke(id: $id) { apiKey { revokedAt } userErrors { message } } }', { id: apiKey.id })
      expect(await closed).toBe(4401)
      expect((await ask(withKey(token), '{ sources { id } }')).status).toBe(401)
    })

    it.each([
      ['no key', undefined],
      ['a wrong key', { authorization: `Bearer spk_${'y'.repeat(43)}` }],
      ['something else', { authorization: 7 }],
    ])('get no WebSocket with %s', async (_what, payload) => {
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
      await once(socket, 'open')
      socket.send(JSON.stringify({ type: 'connection_init', ...(payload && { payload }) }))
      expect((await once(socket, 'close'))[0]).toBe(4401)
    })
  })

  describe('that post events', () => {
    let sourceId: string
    let url: string

    const rotate = async () => {
      const answer = await asAda<{ sourceTokenRotate: { url: string; source: { hasToken: boolean }; userErrors: unknown[] } }>(
        'mutation ($id: ID!) { sourceTokenRotate(id: $id) { url source { hasToken } userErrors { message } } }',
        { id: sourceId },
      )
      expect(answer.sourceTokenRotate).toMatchObject({ source: { hasToken: true }, userErrors: [] })
      return new URL(answer.sourceTokenRotate.url).pathname
    }
    const postEvents = (body: unknown, where = url) => send(where, {}, typeof body === 'string' ? body : JSON.stringify(body))

    beforeAll(async () => {
      const { sourceCreate } = await asAda<{ sourceCreate: { source: { id: string; hasToken: boolean }; userErrors: unknown[] } }>(
        'mutation ($input: SourceCreateInput!) { sourceCreate(input: $input) { source { id hasToken } userErrors { message } } }',
        { input: { type: 'JSON', name: 'SIEM' } },
      )
      expect(sourceCreate).toMatchObject({ source: { hasToken: false }, userErrors: [] })
      sourceId = sourceCreate.source.id
      url = await rotate()
    })
    beforeEach(() => database.pool.query('TRUNCATE alert, incident, incident_activity CASCADE'))

    it('find them as alerts and incidents, linked by what the event says', async () => {
      expect(url).toMatch(/^\/threat\/json_event\/events\/[\w-]{32}$/)
      const other = { ...EVENT, target: { ip_address: '192.0.2.11' }, detector: { name: 'ips-1' } }
      expect(await postEvents([EVENT, other])).toEqual({ status: 202, body: { accepted: 2 } })
      const { incidents } = await asAda<{ incidents: { nodes: unknown[] } }>(
        '{ incidents(first: 10) { nodes { title severity alertCount alerts(first: 5) { nodes { format transport subtype raw fields { key value } } } } } }',
      )
      expect(incidents.nodes).toMatchObject([{ title: 'Made-up trojan', severity: 'HIGH' }])
      const alerts = await database.prisma.alert.findMany({ orderBy: { id: 'asc' } })
      expect(alerts).toMatchObject([
        { format: 'JSON_EVENT', transport: 'HTTP', linkKey: 'ATTACKER_ADDRESS', linkValue: '198.51.100.7', attackerSide: 'SOURCE' },
        { dstIp: '192.0.2.11', incidentId: alerts[0]?.incidentId },
      ])
      expect(JSON.parse(alerts[0]?.raw ?? '')).toEqual(EVENT)
      expect(JSON.stringify(incidents.nodes)).toContain('{"key":"attacker.ip_address","value":"198.51.100.7"}')
    })

    it('find every event that was accepted, whatever is in its texts', async () => {
      const nul = 'a\0b\ud800'
      const odd = {
        ...EVENT,
        attacker: undefined,
        target: { user: nul, host_name: nul },
        threat_info: { name: nul, occurred_at: Date.now() / 1_000 + 0.000_123, filename: nul },
        cnc_hosts: [{ host: 'fe80::1%eth0' }],
        detector: nul,
        link_attribute: 'target_user',
      }
      expect(await postEvents([odd, EVENT])).toEqual({ status: 202, body: { accepted: 2 } })
      expect(await database.prisma.alert.count()).toBe(2)
      expect(await database.prisma.unreadableLine.count()).toBe(0)
    })

    it('can send again what has an id', async () => {
      const event = { ...EVENT, event_id: 'siem-1' }
      expect((await postEvents(event)).status).toBe(202)
      expect((await postEvents([event, event])).status).toBe(202)
      expect(await database.prisma.alert.count()).toBe(1)
    })

    it('are told what is wrong, and nothing of the request is taken', async () => {
      const { status, body } = await postEvents([EVENT, { ...EVENT, attacker: { ip_address: 'x' } }])
      expect([status, body.errors]).toEqual([400, [{ index: 1, field: 'attacker.ip_address', message: 'Give an IPv4 or IPv6 address' }]])
      expect(await postEvents('{')).toMatchObject({
        status: 400,
        body: { errors: [{ index: null, message: expect.any(String) as string }] },
      })
      expect(await postEvents({ ...EVENT, junk: 'x'.repeat(300_000) })).toMatchObject({ status: 413, body: { errors: [{ index: null }] } })
      const text = await fetch(`${server.url}${url}`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: 'x' })
      expect(text.status).toBe(415)
      expect(await database.prisma.alert.count()).toBe(0)
    })

    it('need the newest URL of a source that is enabled', async () => {
      const old = url
      url = await rotate()
      expect((await postEvents(EVENT, old)).status).toBe(404)
      expect((await postEvents(EVENT)).status).toBe(202)
      await database.pool.query('UPDATE source SET enabled = false')
      await database.pool.query('SELECT pg_notify($1, $2)', [HINT_CHANNEL, JSON.stringify({ topic: 'sources', hint: {} })])
      await until(async () => (await postEvents(EVENT)).status === 403)
      await database.pool.query('UPDATE source SET enabled = true')
      await database.pool.query('SELECT pg_notify($1, $2)', [HINT_CHANNEL, JSON.stringify({ topic: 'sources', hint: {} })])
      await until(async () => (await postEvents(EVENT)).status === 202)
    })

    it('are taken while the database is away, and stored when it is back', async () => {
      const admin = new Client({ connectionString: new URL('/postgres', database.url).href })
      await admin.connect()
      const name = new URL(database.url).pathname.slice(1)
      try {
        await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
        await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
        expect(await postEvents({ ...EVENT, event_id: 'away-1' })).toEqual({ status: 202, body: { accepted: 1 } })
      } finally {
        await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
        await admin.end()
      }
      await until(async () => (await database.prisma.alert.count({ where: { sequence: { not: null } } })) === 1, { deadlineMs: 20_000 })
    })

    it('cannot guess URLs for long', async () => {
      const tries = []
      for (let count = 0; count < 40; count += 1)
        tries.push((await postEvents(EVENT, `/threat/json_event/events/${'z'.repeat(32)}`)).status)
      expect(tries).toContain(429)
      // Behind a proxy others share the address: who knows the URL is not kept out.
      expect((await postEvents(EVENT)).status).toBe(202)
    })
  })
})
