import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { ApiScope } from '@sallyport/shared'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../apps/api/src/config.js'
import { createLogger } from '../../apps/api/src/platform/logger.js'
import { startServer, type RunningServer } from '../../apps/api/src/server.js'
import { ADMINISTRATOR, apiClient, type ApiClient } from '../support/api-client.js'
import { createTestDatabase, type TestDatabase } from '../support/database.js'
import { until } from '../support/until.js'
import { examplesOf, filledIn, openedUp, type Example, type Names } from './examples.js'

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../../docs/api.md'), 'utf8')
const EXAMPLES = examplesOf(PAGE)
const SET_UP = 'mutation ($input: SetUpInput!) { setUp(input: $input) { userErrors { code } } }'

describe('docs/api.md', () => {
  let database: TestDatabase
  let dataDir: string
  let server: RunningServer
  let ada: ApiClient
  let environment: { readonly SALLYPORT: string; readonly KEY: string; readonly EVENTS: string; readonly PATH: string | undefined }
  const names: Names = new Map()

  beforeAll(async () => {
    database = await createTestDatabase()
    dataDir = await mkdtemp(path.join(tmpdir(), 'sallyport-docs-'))
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
      body: JSON.stringify({ query: SET_UP, variables: { input: { token: server.setUpToken, ...ADMINISTRATOR } } }),
    })
    ada = apiClient(server.url, response.headers.getSetCookie()[0]?.split(';')[0] ?? '')
    const { apiKeyCreate } = await ada.ask<{ apiKeyCreate: { token: string } }>(
      'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { token userErrors { message } } }',
      { input: { name: 'Docs', scopes: ['WRITE_INCIDENTS', 'WRITE_LISTS', 'PUBLISH_LISTS'], expiresAt: null } },
    )
    const { sourceCreate } = await ada.ask<{ sourceCreate: { source: { id: string } } }>(
      'mutation { sourceCreate(input: { type: JSON, name: "SIEM" }) { source { id } userErrors { message } } }',
    )
    const { sourceTokenRotate } = await ada.ask<{ sourceTokenRotate: { url: string } }>(
      'mutation ($id: ID!) { sourceTokenRotate(id: $id) { url userErrors { message } } }',
      { id: sourceCreate.source.id },
    )
    await ada.ask('mutation { listCreate(input: { name: "Bad addresses", kind: ADDRESS }) { list { id } userErrors { message } } }')
    environment = { SALLYPORT: server.url, KEY: apiKeyCreate.token, EVENTS: sourceTokenRotate.url, PATH: process.env['PATH'] }
  })
  afterAll(async () => {
    await server.stop()
    await database.drop()
    await rm(dataDir, { recursive: true })
  })

  const runShell = async (text: string): Promise<unknown> => {
    const { stdout } = await promisify(execFile)('sh', ['-c', text], { env: environment })
    return JSON.parse(stdout) as unknown
  }
  const runGraphql = async ({ text, variables }: Example): Promise<unknown> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${environment.KEY}` },
      body: JSON.stringify({ query: text, variables: filledIn(variables ?? {}, names) }),
    })
    return response.json()
  }
  /** Lets it run until something changes, and tells what it prints. */
  const runScript = async (text: string): Promise<string> => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', text], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.on('data', chunk => (printed += String(chunk)))
    try {
      const comment = 'mutation ($input: IncidentCommentInput!) { incidentComment(input: $input) { userErrors { message } } }'
      await until(
        async () => {
          await ada.ask(comment, { input: { id: names.get('<incident>'), comment: 'Looking at it' } })
          return printed !== ''
        },
        { deadlineMs: 20_000 },
      )
    } finally {
      child.kill()
    }
    return printed
  }

  // Each example stands on those before it.
  it.each(EXAMPLES.map((example, index) => [`${index + 1}, ${example.text.trim().split('\n')[0] ?? ''}`, example] as const))(
    'is right in example %s',
    async (_name, example) => {
      if (example.kind === 'js') {
        expect(await runScript(example.text)).toMatch(/^\d+ Beacon to a known server (NEW|OPEN)\n/)
        return
      }
      const answer = example.kind === 'sh' ? await runShell(example.text) : await runGraphql(example)
      expect(answer).toEqual(openedUp(example.answer, answer, names))
    },
  )

  it('gives a URL that can be fetched', async () => {
    const url = new URL(String(names.get('<text url>')))
    const text = await until(async () => {
      const response = await fetch(`${server.url}${url.pathname}`)
      return response.ok ? response.text() : undefined
    })
    expect(text).toContain('203.0.113.66')
  })

  it('has the examples that programs begin with, and every scope', () => {
    expect(EXAMPLES.map(({ kind }) => kind)).toEqual(['sh', 'sh', 'sh', 'graphql', 'js', ...Array.from({ length: 5 }, () => 'graphql')])
    expect([...PAGE.matchAll(/^\| `([A-Z_]+)` /gm)].map(match => match[1])).toEqual(Object.values(ApiScope))
  })
})
