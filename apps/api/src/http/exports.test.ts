import { once } from 'node:events'
import { connect } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { buildSchema } from 'graphql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixedSession, type LiveSession } from '../graphql/context.js'
import type { CsvExport, ExportRequest } from '../platform/csv-export.js'
import { BadInputError } from '../platform/errors.js'
import { serveExports } from './exports.js'

const schema = buildSchema('type Query { a: Int } input F { text: String, many: [Int!] }')
const actor = { userId: 'u', name: 'ann', role: 'VIEWER' } as const

let app: FastifyInstance
let session: LiveSession | undefined
let asked: ExportRequest[]
let pages: () => AsyncGenerator<string>
let warnings: unknown[]

const table: CsvExport = {
  permission: 'alert:read',
  filterType: 'F',
  open: request => {
    asked.push(request)
    return pages()
  },
}

beforeEach(() => {
  session = fixedSession(actor)
  asked = []
  warnings = []
  pages = async function* () {
    yield 'A,B\r\n'
    yield '1,2\r\n'
    yield '3,4\r\n'
  }
  app = fastify()
  const exports = { alerts: table, secrets: { ...table, permission: 'user:write' as const } }
  serveExports(app, {
    exports,
    schema,
    sessionOf: async () => session,
    logger: { warn: (told: unknown) => void warnings.push(told) } as never,
    stalledMs: 500,
  })
})
afterEach(() => app.close())

describe('GET /export', () => {
  it('gives the whole table as a file', async () => {
    const filter = JSON.stringify({ text: 'ä', many: 3 })
    const answer = await app.inject({ url: '/export/alerts.csv', query: { filter, orderBy: 'X', timeZone: 'Europe/Oslo', list: 'L' } })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toBe('A,B\r\n1,2\r\n3,4\r\n')
    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'private, no-store' })
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="alerts-\d{8}T\d{6}Z\.csv"$/)
    expect(asked).toEqual([{ viewerId: 'u', filter: { text: 'ä', many: [3] }, orderBy: 'X', timeZone: 'Europe/Oslo', of: 'L' }])
  })

  it.each<[url: string, status: number, error: RegExp]>([
    ['/export/alerts.txt', 404, /Ask for alerts\.csv, secrets\.csv/],
    ['/export/constructor.csv', 404, /Ask for/],
    ['/export/secrets.csv', 403, /user:write/],
    ['/export/alerts.csv?filter={', 400, /filter: not JSON/],
    ['/export/alerts.csv?filter={"odd":1}', 400, /filter: .*odd/],
    ['/export/alerts.csv?filter={"many":["x"]}', 400, /filter\.many\.0: /],
    ['/export/alerts.csv?timeZone=Nowhere', 400, /time zone/],
    ['/export/alerts.csv?list=1&list=2', 400, /list: give it once/],
  ])('refuses %s', async (url, status, error) => {
    const answer = await app.inject(encodeURI(url))
    expect(answer.statusCode).toBe(status)
    expect(answer.json<{ error: string }>().error).toMatch(error)
  })

  it('wants somebody to be signed in', async () => {
    session = undefined
    expect((await app.inject('/export/alerts.csv')).statusCode).toBe(401)
  })

  it('tells what is wrong with the first page, and cuts off where it is wrong later', async () => {
    pages = async function* () {
      yield 'A\r\n'
      throw new BadInputError('odd')
    }
    expect((await app.inject('/export/alerts.csv')).json()).toEqual({ error: 'odd' })
    pages = async function* () {
      yield 'A\r\n'
      yield '1\r\n'
      throw new Error('away')
    }
    await expect(app.inject('/export/alerts.csv')).rejects.toThrow()
    expect(warnings).toHaveLength(1)
  })

  it('ends when the session ends', async () => {
    const live = session
    pages = async function* () {
      yield 'A\r\n'
      yield '1\r\n'
      session = undefined
      yield '2\r\n'
    }
    const fading: LiveSession = { id: 's', current: () => session && live?.current() }
    session = fading
    await expect(app.inject('/export/alerts.csv')).rejects.toThrow()
  })

  it('gives the place of a download that was cancelled, or that nobody takes, to others', async () => {
    const ends: string[] = []
    const many = 'x'.repeat(1_000_000)
    pages = async function* () {
      try {
        for (;;) yield many
      } finally {
        ends.push('ended')
      }
    }
    const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
    const begin = async () => {
      const socket = connect(Number(address.port), address.hostname)
      socket.write('GET /export/alerts.csv HTTP/1.1\r\nHost: x\r\n\r\n')
      await once(socket, 'readable')
      return socket
    }
    const cancelled = await begin()
    cancelled.destroy()
    await expect.poll(() => ends).toEqual(['ended'])
    const stalled = await begin()
    await expect.poll(() => ends, { timeout: 5_000 }).toEqual(['ended', 'ended'])
    expect(warnings.length).toBeGreaterThan(0)
    stalled.destroy()
  })

  it('reads nothing for whoever asks for the head alone', async () => {
    expect((await app.inject({ method: 'HEAD', url: '/export/alerts.csv' })).statusCode).toBe(404)
    expect(asked).toEqual([])
  })

  it('serves a few at a time', async () => {
    let release = () => undefined as void
    const held = new Promise<void>(resolve => (release = resolve))
    pages = async function* () {
      yield 'A\r\n'
      await held
      yield '1\r\n'
    }
    const four = Array.from({ length: 4 }, async () => app.inject('/export/alerts.csv'))
    await expect.poll(() => asked.length).toBe(4)
    expect((await app.inject('/export/alerts.csv')).statusCode).toBe(503)
    release()
    expect((await Promise.all(four)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
    expect((await app.inject('/export/alerts.csv')).statusCode).toBe(200)
  })
})
