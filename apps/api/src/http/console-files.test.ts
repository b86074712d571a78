import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveConsole } from './console-files.js'

const PAGE = { accept: 'text/html,application/xhtml+xml' }

describe('serveConsole', () => {
  let folder: string
  let app: FastifyInstance
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sallyport-console-'))
    await mkdir(path.join(folder, 'assets'))
    await writeFile(path.join(folder, 'index.html'), '<p>console</p>')
    await writeFile(path.join(folder, 'assets', 'main-a1b2c3.js'), 'hello()')
    app = fastify()
    await serveConsole(app, folder)
  })
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })

  it.each([
    '/',
    '/alerts',
    '/incidents/12?tab=hosts',
    '/index.html',
    '/observables/ADDRESS/203.0.113.7',
    '/observables/ADDRESS/2001%3Adb8%3A%3A7',
    '/observables/URL/evil.example%2Fa%2F..%2F..%2Fb.exe%3Fc%3D%25',
    `/observables/URL/evil.example%2F${'a'.repeat(2_000)}`,
  ])('answers a navigation to %s with the page, afresh each time', async url => {
    const { statusCode, body, headers } = await app.inject({ url, headers: PAGE })
    expect([statusCode, body, headers['cache-control']]).toEqual([200, '<p>console</p>', 'no-cache'])
    expect(headers['content-type']).toMatch(/text\/html/)
  })

  it('lets hashed assets be kept for ever', async () => {
    const { statusCode, headers } = await app.inject({ url: '/assets/main-a1b2c3.js' })
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  })

  it.each([
    ['an asset of an older build', '/assets/main-old.js', PAGE],
    ['a file that is not there', '/favicon.gif', PAGE],
    ['a path that is not navigated to', '/alerts', { accept: 'application/json' }],
    ['a value that is not navigated to', '/observables/ADDRESS/203.0.113.7', { accept: 'application/json' }],
    ['a path outside of the folder', '/..%2f..%2fetc%2fpasswd', { accept: '*/*' }],
  ])('answers %s with 404', async (_what, url, headers) => {
    const { statusCode, body } = await app.inject({ url, headers })
    expect([statusCode, body]).toEqual([404, '{"error":"Not found"}'])
  })

  it('serves without a built console too', async () => {
    const bare = fastify()
    await serveConsole(bare, path.join(folder, 'none'))
    expect((await bare.inject({ url: '/', headers: PAGE })).statusCode).toBe(404)
    await bare.close()
  })
})
