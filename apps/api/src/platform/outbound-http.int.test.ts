import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startHttpServer, type TestHttpServer } from '../../../../test/support/http-server.js'
import { HttpFault, type HttpRequest } from './http-client.js'
import { OutboundHttp } from './outbound-http.js'

const USER_AGENT = 'sallyport-test'

describe('OutboundHttp', () => {
  let server: TestHttpServer
  let other: TestHttpServer
  let http: OutboundHttp
  const gets = (url: string, request: Partial<HttpRequest> = {}) => http.request({ method: 'GET', url, ...request })
  const faultOf = async (url: string, request: Partial<HttpRequest> = {}) => {
    const fault: unknown = await gets(url, request).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(HttpFault)
    const { kind, message } = fault as HttpFault
    return `${kind}: ${message}`
  }

  beforeAll(async () => {
    server = await startHttpServer(() => undefined)
    other = await startHttpServer(() => undefined)
  })
  afterAll(async () => {
    await server.stop()
    await other.stop()
  })
  beforeEach(() => {
    http = new OutboundHttp({ userAgent: USER_AGENT })
    server.requests.length = 0
    other.requests.length = 0
  })
  afterEach(() => http.stop())

  it('sends what it is given, and answers with any status', async () => {
    server.handle(() => ({ status: 429, headers: { 'Retry-After': '7', 'set-cookie': ['a=1', 'b=2'] }, body: 'slow down' }))
    const answer = await gets(`${server.url}/x?y=%20z`, { method: 'POST', headers: { 'X-ApiKey': 'k' }, body: 'a=b' })
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '7', 'set-cookie': 'a=1, b=2' } })
    expect(answer.body.toString()).toBe('slow down')
    const [got] = server.requests
    expect(got).toMatchObject({ method: 'POST', url: '/x?y=%20z', headers: { 'x-apikey': 'k', 'user-agent': USER_AGENT } })
    expect(got?.body.toString()).toBe('a=b')
  })

  it('sends forms with files', async () => {
    server.handle(() => ({ body: 'ok' }))
    const form = new FormData()
    form.set('apikey', 'k')
    form.set('file', new Blob(['one\ntwo']), 'hashes.txt')
    await gets(server.url, { method: 'POST', body: form })
    expect(server.requests[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(server.requests[0]?.body.toString()).toMatch(/name="file"; filename="hashes.txt"[^]*one\r?\ntwo/)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads %s', async (encoding, compress) => {
    server.handle(() => ({ headers: { 'content-encoding': encoding }, body: compress('x'.repeat(5_000)) }))
    expect((await gets(server.url)).body.toString()).toBe('x'.repeat(5_000))
  })

  it('limits bodies, also when little data becomes much', async () => {
    server.handle(() => ({ body: 'x'.repeat(1_001) }))
    expect(await faultOf(server.url, { maxBytes: 1_000 })).toBe('TOO_LARGE: The answer of 127.0.0.1 is larger than 1000 bytes')
    const bomb = gzipSync(Buffer.alloc(200_000_000), { level: 9 })
    server.handle(() => ({ headers: { 'content-encoding': 'gzip' }, body: bomb }))
    const before = process.memoryUsage().arrayBuffers
    expect(await faultOf(server.url)).toMatch(/^TOO_LARGE/)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000)
    server.handle(() => ({ body: 'x'.repeat(1_000) }))
    expect((await gets(server.url, { maxBytes: 1_000 })).body).toHaveLength(1_000)
  })

  it('says what is wrong with bodies', async () => {
    server.handle(() => ({ headers: { 'content-encoding': 'gzip' }, body: 'no gzip' }))
    expect(await faultOf(server.url)).toBe('UNREACHABLE: 127.0.0.1 sent a body that cannot be decompressed')
    server.handle(() => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(50_000)).subarray(0, 40) }))
    expect(await faultOf(server.url)).toBe('UNREACHABLE: 127.0.0.1 sent a body that cannot be decompressed')
    server.handle(() => ({ headers: { 'content-encoding': 'zip' }, body: 'x' }))
    expect(await faultOf(server.url)).toBe('UNREACHABLE: 127.0.0.1 answers in an encoding that was not asked for')
    server.handle((_, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half')
      setTimeout(() => response.destroy(), 10)
    })
    expect(await faultOf(server.url)).toBe('UNREACHABLE: 127.0.0.1 closed the connection')
    server.handle(() => ({ headers: { 'content-encoding': 'gzip' } }))
    expect((await gets(server.url, { method: 'HEAD' })).body).toHaveLength(0)
  })

  it('limits the time of the whole', async () => {
    server.handle(() => undefined)
    expect(await faultOf(server.url, { timeoutMs: 100 })).toBe('TIMEOUT: 127.0.0.1 did not answer within 0.1 s')
    // A byte now and then keeps no question alive.
    server.handle((_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(await faultOf(server.url, { timeoutMs: 200 })).toMatch(/^TIMEOUT/)
    const stop = new AbortController()
    const asking = faultOf(server.url, { signal: stop.signal })
    stop.abort()
    expect(await asking).toBe('ABORTED: The question was given up')
    expect(await faultOf(server.url, { signal: AbortSignal.abort() })).toMatch(/^ABORTED/)
  })

  it('tells what keeps it from a server', async () => {
    const gone = await startHttpServer(() => undefined)
    await gone.stop()
    expect(await faultOf(gone.url)).toBe('UNREACHABLE: 127.0.0.1 refuses the connection')
    expect(await faultOf('http://nobody.invalid/')).toMatch(/^UNREACHABLE: nobody.invalid cannot be (resolved|reached)/)
    const babbler = createServer(socket => socket.on('error', () => undefined).end('SSH-2.0-x\r\n'))
    babbler.listen(0, '127.0.0.1')
    await once(babbler, 'listening')
    expect(await faultOf(`http://127.0.0.1:${(babbler.address() as AddressInfo).port}`)).toBe(
      'UNREACHABLE: 127.0.0.1 answers with something that is not HTTP',
    )
    babbler.close()
    server.handle(() => ({ headers: { large: 'x'.repeat(40_000) } }))
    expect(await faultOf(server.url)).toBe('TOO_LARGE: 127.0.0.1 answers with headers that are too large')
  })

  it.each(['', 'x', 'ftp://example.com/', 'file:///etc/passwd', 'http://user:pw@127.0.0.1/', `http://127.0.0.1/${'x'.repeat(9_000)}`])(
    'asks no %j',
    async url => expect(await faultOf(url)).toMatch(/^BAD_URL/),
  )

  it('lets no header be smuggled in', async () => {
    expect(await faultOf(server.url, { headers: { 'x-key': 'a\r\nx-other: b' } })).toBe(
      'BAD_URL: The question to 127.0.0.1 cannot be sent: a header or the URL is not valid',
    )
    expect(server.requests).toEqual([])
  })

  describe('redirects', () => {
    const to = (location: string, status = 302) =>
      server.handle(({ path: at }) => (at === '/' ? { status, headers: { location } } : { body: `at ${at}` }))

    it('are followed on the same host, three times at most', async () => {
      to('/next')
      expect((await gets(server.url)).body.toString()).toBe('at /next')
      server.handle(({ path: at }) => ({ status: 302, headers: { location: `${at}x` } }))
      expect(await faultOf(server.url)).toBe('REDIRECT: 127.0.0.1 redirects more than 3 times')
      expect(server.requests).toHaveLength(2 + 4)
    })

    it.each([
      'http://localhost:1/',
      'http://10.0.0.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[::1]/',
      'http://[::ffff:10.0.0.1]/',
      'http://[64:ff9b::a00:1]/',
      'http://[fe80::1]/',
      'http://0.0.0.0/',
      'http://192.0.2.1/',
      'http://2130706434/',
      'http://0x0a.1/',
    ])('are not followed to %s', async location => {
      to(location)
      expect(await faultOf(server.url)).toMatch(/^REDIRECT: A redirect leads to .*, an address that is not public$/)
    })

    it.each(['ftp://example.com/', 'javascript:alert(1)', 'http://user:pw@example.com/', 'http://'])(
      'are not followed to %s',
      async location => {
        to(location)
        expect(await faultOf(server.url)).toBe('REDIRECT: 127.0.0.1 redirects to something that is no http or https URL')
      },
    )

    it('take no key to another port, and no body', async () => {
      other.handle(() => ({ body: 'other' }))
      to(`${other.url}/`)
      const headers = { authorization: 'a', 'X-ApiKey': 'b', Key: 'c', apikey: 'd', 'x-custom-secret': 'e', accept: 'text/plain' }
      await gets(server.url, { method: 'POST', headers, body: 'apikey=f' })
      expect(server.requests[0]?.headers).toMatchObject({ authorization: 'a', 'x-apikey': 'b', key: 'c', apikey: 'd' })
      expect(Object.keys(other.requests[0]?.headers ?? {}).sort()).toEqual([
        'accept',
        'accept-encoding',
        'connection',
        'host',
        'user-agent',
      ])
      expect(other.requests[0]).toMatchObject({ method: 'GET', body: Buffer.alloc(0) })
      to(`${other.url}/`, 307)
      expect(await faultOf(server.url, { method: 'POST', body: 'apikey=f' })).toMatch(
        /^REDIRECT: .* a question with a body to another host/,
      )
    })

    it('keep method and body where they are to', async () => {
      to('/again', 308)
      await gets(server.url, { method: 'POST', headers: { key: 'k', 'content-type': 'text/plain' }, body: 'b' })
      expect(server.requests[1]).toMatchObject({ method: 'POST', url: '/again', headers: { key: 'k', 'content-type': 'text/plain' } })
      expect(server.requests[1]?.body.toString()).toBe('b')
      to('/again', 303)
      await gets(server.url, { method: 'POST', body: 'b' })
      expect(server.requests[3]).toMatchObject({ method: 'GET', url: '/again' })
    })

    it('without a place are answers', async () => {
      server.handle(() => ({ status: 302, body: 'nowhere' }))
      expect(await gets(server.url)).toMatchObject({ status: 302 })
      server.handle(() => ({ status: 304 }))
      expect(await gets(server.url)).toMatchObject({ status: 304 })
    })
  })

  describe('over TLS', () => {
    let secure: TestHttpServer
    let folder: string
    let caFile: string
    beforeAll(async () => {
      secure = await startHttpServer(() => ({ body: 'secret' }), { tls: true })
      folder = await mkdtemp(path.join(os.tmpdir(), 'sallyport-ca-'))
      caFile = path.join(folder, 'ca.pem')
      await writeFile(caFile, secure.caPem ?? '')
    })
    afterAll(async () => {
      await secure.stop()
      await rm(folder, { recursive: true, force: true })
    })

    it('verifies certificates, with further authorities beside those of the system', async () => {
      expect(await faultOf(secure.url)).toMatch(/^TLS: localhost has a certificate/)
      await http.stop()
      http = new OutboundHttp({ userAgent: USER_AGENT, extraCaFile: caFile })
      expect((await gets(secure.url)).body.toString()).toBe('secret')
      const elsewhere = await startHttpServer(() => ({ body: 'x' }), { tls: 'other.example' })
      expect(await faultOf(elsewhere.url.replace('localhost', '127.0.0.2'))).toMatch(/^(TLS|UNREACHABLE)/)
      await elsewhere.stop()
      expect(await faultOf(`https://127.0.0.1:${server.port}`)).toBe('TLS: No secure connection to 127.0.0.1 comes about')
    })

    it('does not start with a file that holds no certificates', async () => {
      const broken = path.join(folder, 'broken.pem')
      await writeFile(broken, '-----BEGIN CERTIFICATE-----\nxxxx\n-----END CERTIFICATE-----\n')
      const start = (extraCaFile: string) => () => new OutboundHttp({ userAgent: USER_AGENT, extraCaFile })
      expect(start(path.join(folder, 'none.pem'))).toThrow(/cannot be read/)
      expect(start(broken)).toThrow(/cannot be read/)
      await writeFile(broken, 'nothing')
      expect(start(broken)).toThrow(/holds no PEM certificate/)
    })

    it('does not go back to plain http', async () => {
      await http.stop()
      http = new OutboundHttp({ userAgent: USER_AGENT, extraCaFile: caFile })
      secure.handle(() => ({ status: 302, headers: { location: `http://localhost:${server.port}/` } }))
      expect(await faultOf(secure.url)).toBe('REDIRECT: localhost redirects from https to http, which is not followed')
      secure.handle(() => ({ body: 'secret' }))
    })

    it('reaches servers through a proxy, and checks their certificates there too', async () => {
      const asked: string[] = []
      const proxy = await startProxy(asked, secure.port)
      const through = (extraCaFile?: string) =>
        new OutboundHttp({ userAgent: USER_AGENT, extraCaFile, environment: { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' } })
      const trusting = through(caFile)
      const answer = await trusting.request({ method: 'GET', url: 'https://localhost:8443/x' })
      expect(answer.body.toString()).toBe('secret')
      expect(asked).toEqual(['CONNECT localhost:8443'])
      const wary = through()
      await expect(wary.request({ method: 'GET', url: 'https://localhost:8443/x' })).rejects.toMatchObject({ kind: 'TLS' })
      await expect(trusting.request({ method: 'GET', url: `https://127.0.0.1:${secure.port}/` })).resolves.toMatchObject({ status: 200 })
      expect(asked).toHaveLength(2)
      await Promise.all([trusting.stop(), wary.stop(), proxy.stop()])
    })
  })

  it('follows redirects to other hosts through a proxy, without keys, and not into the own network', async () => {
    server.handle(({ url }) =>
      url === 'http://first.invalid/' ? { status: 302, headers: { location: 'http://second.invalid/' } } : { body: `proxied ${url}` },
    )
    await http.stop()
    http = new OutboundHttp({ userAgent: USER_AGENT, environment: { HTTP_PROXY: server.url } })
    expect((await gets('http://first.invalid/', { headers: { apikey: 'k' } })).body.toString()).toBe('proxied http://second.invalid/')
    expect(server.requests.map(({ headers }) => headers['apikey'])).toEqual(['k', undefined])
    for (const host of ['intranet', 'localhost', '10.1.2.3']) {
      server.handle(() => ({ status: 302, headers: { location: `http://${host}/` } }))
      expect(await faultOf('http://first.invalid/')).toMatch(/^REDIRECT: A redirect leads to/)
    }
  })

  it('does not start with a proxy that is none, and keeps its password to itself', () => {
    const start = () => new OutboundHttp({ userAgent: USER_AGENT, environment: { HTTPS_PROXY: 'socks://u:hunter2@proxy' } })
    expect(start).toThrow(/^HTTPS_PROXY must be the http:\/\/ or https:\/\/ URL of a proxy$/)
  })
})

/** A proxy that knows CONNECT, and leads to one port whatever is asked. */
async function startProxy(asked: string[], port: number) {
  const proxy = createServer(client => {
    client.on('error', () => undefined)
    client.once('data', head => {
      asked.push(head.toString().split(' HTTP', 1)[0] ?? '')
      const upstream = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n')
        client.pipe(upstream).pipe(client)
      })
      upstream.on('error', () => client.destroy())
      client.on('close', () => upstream.destroy())
    })
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, stop: async () => void proxy.close() }
}
