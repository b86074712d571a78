import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actorOf } from '../../../../test/support/graphql.js'
import { fixedSession } from '../graphql/context.js'
import { serveWildfireReports } from './wildfire-downloads.js'

const SHA256 = 'a'.repeat(64)

let app: FastifyInstance
let asked: string[]

beforeEach(async () => {
  asked = []
  app = fastify()
  serveWildfireReports(app, {
    downloads: {
      xml: async hash => {
        asked.push(`xml ${hash}`)
        return hash === SHA256
          ? { kind: 'file', body: Buffer.from('<wildfire/>'), contentType: 'application/xml; charset=utf-8' }
          : { kind: 'missing', reason: 'There is no report' }
      },
      pdf: async hash => {
        asked.push(`pdf ${hash}`)
        return hash === SHA256
          ? { kind: 'file', body: Buffer.from('%PDF-1.4'), contentType: 'application/pdf' }
          : { kind: 'unavailable', reason: 'The quota is used up' }
      },
    },
    sessionOf: async ({ headers }) => (headers.cookie === undefined ? undefined : fixedSession(actorOf('VIEWER'))),
  })
  await app.ready()
})
afterEach(() => app.close())

const get = (path: string, cookie: string | undefined = 'session') =>
  app.inject({ method: 'GET', url: path, headers: cookie === '' ? {} : { cookie } })

describe('a WildFire report', () => {
  it.each([
    ['xml', 'application/xml; charset=utf-8', '<wildfire/>'],
    ['pdf', 'application/pdf', '%PDF-1.4'],
  ])('is taken away as %s, and does nothing here', async (format, type, body) => {
    const answer = await get(`/wildfire/${SHA256}.${format}`)
    expect([answer.statusCode, answer.body]).toEqual([200, body])
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="wildfire-${SHA256}.${format}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    })
  })

  it('is for people who are signed in', async () => {
    const answer = await get(`/wildfire/${SHA256}.xml`, '')
    expect([answer.statusCode, answer.json()]).toEqual([401, { error: 'Sign in first' }])
    expect(asked).toEqual([])
  })

  it.each([
    '..%2f..%2fetc%2fpasswd',
    `${'a'.repeat(40)}.xml`,
    `${SHA256}.exe`,
    `${SHA256.toUpperCase()}.xml`,
    `${SHA256}.xml%00`,
    `${SHA256}.xml"`,
    'x',
  ])('is not %s', async file => {
    expect((await get(`/wildfire/${file}`)).statusCode).toBe(404)
    expect(asked).toEqual([])
  })

  it('that is not there says why', async () => {
    const md5 = 'b'.repeat(32)
    const [xml, pdf] = [await get(`/wildfire/${md5}.xml`), await get(`/wildfire/${md5}.pdf`)]
    expect([xml.statusCode, xml.json(), xml.headers['content-disposition']]).toEqual([404, { error: 'There is no report' }, undefined])
    expect([pdf.statusCode, pdf.json()]).toEqual([503, { error: 'The quota is used up' }])
  })
})
