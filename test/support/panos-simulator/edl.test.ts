import { once } from 'node:events'
import { createServer as createHttp, type RequestListener, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../until.js'
import { issueCertificate } from './certificates.js'
import { readEdlLine } from './edl-lines.js'
import { EdlClient, VSYS1, startPanosSimulator, type PanosSimulator } from './index.js'
import { login } from './raw-client.js'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(async () => {
    if (!server.listening) return
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return (server.address() as AddressInfo).port
}

interface Publisher {
  readonly url: string
  answer: RequestListener
  readonly server: Server
}
async function publisher(): Promise<Publisher> {
  const made: { answer: RequestListener } = { answer: (_request, response) => void response.end('192.0.2.1\n') }
  const server = createHttp((request, response) => made.answer(request, response))
  const url = `http://127.0.0.1:${await listen(server)}/list`
  return Object.assign(made, { url, server })
}

const text =
  (status: number, body: string, type = 'text/plain'): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body)

describe('a line', () => {
  const dialect = { appendsSlash: true }
  it.each([
    ['ip', '192.0.2.1', '192.0.2.1'],
    ['ip', '192.0.2.0/24 a comment: with; #/*', '192.0.2.0/24'],
    ['ip', '192.0.2.1-192.0.2.9', '192.0.2.1-192.0.2.9'],
    ['ip', '2001:db8::/32', '2001:db8::/32'],
    ['ip', '192.0.2.9-192.0.2.1', undefined],
    ['ip', '192.0.2.0/33', undefined],
    ['ip', 'example.com', undefined],
    ['ip', '192.0.2.1\tcomment', undefined],
    ['domain', 'Example.com', 'example.com'],
    ['domain', '*.click', '*.click'],
    ['domain', '^.example.com', '^.example.com'],
    ['domain', 'a.*.example.com', undefined],
    ['domain', 'example.com/', undefined],
    ['domain', 'http://example.com', undefined],
    ['domain', '192.0.2.1', undefined],
    ['domain', `${'a'.repeat(250)}.example`, undefined],
    ['url', 'example.com/x', 'example.com/x/'],
    ['url', 'example.com/', 'example.com/'],
    ['url', '*.example.com/', '*.example.com/'],
    ['url', '192.0.2.1/x/', '192.0.2.1/x/'],
    ['url', '[2001:db8::1]/x/', '[2001:db8::1]/x/'],
    ['url', 'https://example.com/', undefined],
    ['url', '*bad.example.com/', undefined],
    ['url', 'example.com/*/*', undefined],
    ['url', `example.com/${'^/'.repeat(10)}`, undefined],
    ['url', 'example.com/a b', undefined],
    ['url', 'exämple.com/', undefined],
    ['url', `example.com/${'x'.repeat(250)}`, undefined],
  ] as const)('of type %s: %j is %j', (type, line, value) => {
    expect(readEdlLine(type, line, dialect)).toEqual(value === undefined ? { kind: 'invalid' } : { kind: 'valid', value })
  })

  it.each(['', '  ', '# Empty List'])('%j is nothing', line => {
    expect(readEdlLine('ip', line, dialect)).toEqual({ kind: 'nothing' })
  })

  it('gets no slash before 10.2', () => {
    expect(readEdlLine('url', 'example.com/x', { appendsSlash: false })).toEqual({ kind: 'valid', value: 'example.com/x' })
  })
})

describe('the external list client', () => {
  it('loads what is valid up to the limit, in order, and counts the rest', async () => {
    const source = await publisher()
    source.answer = text(200, '# head\n192.0.2.1\r\nnonsense\n192.0.2.2\n192.0.2.1\n192.0.2.3\n')
    const client = new EdlClient({ type: 'ip', url: source.url, limit: () => 2 })
    expect(await client.refresh()).toMatchObject({
      outcome: 'loaded',
      status: 200,
      valid: ['192.0.2.1', '192.0.2.2'],
      invalid: ['nonsense'],
      totalInvalid: 1,
      totalIgnored: 2,
    })
  })

  it.each([
    ['500', text(500, 'oops')],
    ['503', text(503, 'oops')],
    ['404', text(404, 'oops')],
    ['a redirect', (_request, response) => void response.writeHead(302, { location: '/elsewhere' }).end()],
    [
      'a cut answer',
      (_request, response) => void response.writeHead(200, { 'content-length': '100' }).write('192.0.2.66\n', () => response.destroy()),
    ],
    ['a cut connection', request => void request.socket.destroy()],
  ] as const satisfies readonly (readonly [string, RequestListener])[])('keeps the last list on %s', async (_what, answer) => {
    const source = await publisher()
    const client = new EdlClient({ type: 'ip', url: source.url })
    await client.refresh()
    source.answer = answer
    expect(await client.refresh()).toMatchObject({ outcome: 'kept', valid: ['192.0.2.1'] })
  })

  it('keeps the last list while nobody listens, and shows an error for a list that it never had', async () => {
    const source = await publisher()
    const client = new EdlClient({ type: 'ip', url: source.url })
    await client.refresh()
    source.server.closeAllConnections()
    source.server.close()
    await once(source.server, 'close')
    expect(await client.refresh()).toMatchObject({ outcome: 'kept', valid: ['192.0.2.1'], status: undefined })
    expect(await new EdlClient({ type: 'ip', url: source.url }).refresh()).toMatchObject({ outcome: 'kept', valid: [], totalInvalid: 1 })
  })

  it('stops enforcing the list on 401, and sends its credentials', async () => {
    const source = await publisher()
    source.answer = (request, response) =>
      request.headers.authorization === `Basic ${Buffer.from('fw-1:a:b').toString('base64')}`
        ? response.end('192.0.2.1\n')
        : response.writeHead(401).end()
    expect(
      await new EdlClient({ type: 'ip', url: source.url, credentials: { username: 'fw-1', password: 'a:b' } }).refresh(),
    ).toMatchObject({ outcome: 'loaded' })
    const client = new EdlClient({ type: 'ip', url: source.url, credentials: { username: 'fw-1', password: 'wrong' } })
    expect(await client.refresh()).toMatchObject({ outcome: 'dropped', status: 401, valid: [] })
  })

  it('drops a list that it had, on 401', async () => {
    const source = await publisher()
    const client = new EdlClient({ type: 'ip', url: source.url })
    await client.refresh()
    source.answer = text(401, '')
    expect(await client.refresh()).toMatchObject({ outcome: 'dropped', valid: [] })
  })

  it('checks the certificate with a profile only, and stops enforcing the list when it does not fit', async () => {
    const { cert, key, caPem } = await issueCertificate('publisher')
    const port = await listen(
      createHttps({ cert, key }, (_request, response) => void response.end('192.0.2.1\n')).on('tlsClientError', () => undefined),
    )
    const url = `https://127.0.0.1:${port}/list`
    const other = await issueCertificate('other')
    expect((await new EdlClient({ type: 'ip', url, caPem }).refresh()).outcome).toBe('loaded')
    expect((await new EdlClient({ type: 'ip', url }).refresh()).outcome).toBe('loaded')
    expect(await new EdlClient({ type: 'ip', url, caPem: other.cert }).refresh()).toMatchObject({ outcome: 'dropped', valid: [] })
  })

  it('reads error bodies as lists on old releases, unless they are HTML', async () => {
    const source = await publisher()
    source.answer = text(404, '192.0.2.66\n')
    const old = new EdlClient({ type: 'ip', url: source.url, version: '7.1.26' })
    expect((await old.refresh()).valid).toEqual(['192.0.2.66'])
    source.answer = text(404, '192.0.2.67\n', 'text/html')
    expect(await old.refresh()).toMatchObject({ outcome: 'kept', valid: ['192.0.2.66'] })
  })
})

describe("a firewall's external lists", () => {
  async function firewall(
    url: string,
    type = 'ip',
    options: Parameters<typeof startPanosSimulator>[0] = {},
  ): Promise<[PanosSimulator, Awaited<ReturnType<typeof login>>]> {
    const fw = await startPanosSimulator({ commitMs: 1, ...options })
    stops.push(() => fw.stop())
    const ask = await login(fw)
    const element = `<entry name="E"><type><${type}><url>${url}</url><recurring><five-minute/></recurring></${type}></type></entry>`
    await ask({ type: 'config', action: 'set', xpath: `${VSYS1}/external-list`, element })
    await ask({ type: 'commit', cmd: '<commit></commit>' })
    await fw.waitForCommit()
    return [fw, ask]
  }
  const list = (inner: string) => ({ type: 'op', cmd: `<request><system><external-list>${inner}</external-list></system></request>` })

  it('are refreshed and shown by command', async () => {
    const source = await publisher()
    source.answer = text(200, '192.0.2.1\n192.0.2.2\n192.0.2.3\nbad line\n')
    const [fw, ask] = await firewall(source.url)
    expect(await ask(list('<refresh><type><ip><name>E</name></ip></type></refresh>'))).toBe(
      '<response status="success"><result>EDL refresh job enqueued</result></response>',
    )
    await fw.refreshExternalList('E')
    expect(await ask(list('<show><type><ip><name>E</name><anchor>2</anchor><num-records>2</num-records></ip></type></show>'))).toBe(
      '<response status="success"><result total-count="3" count="2"><external-list><vsys>vsys1</vsys><name>E</name><total-valid>3</total-valid>' +
        '<total-ignored>0</total-ignored><total-invalid>1</total-invalid><valid-members><member>192.0.2.2</member><member>192.0.2.3</member></valid-members>' +
        '<invalid-members><member>bad line</member></invalid-members></external-list></result></response>',
    )
    expect(await ask(list('<show><type><url><name>E</name></url></type></show>'))).toBe(
      '<response status="error" code="17"><msg><line>E is invalid name.Current target-vsys is vsys1</line></msg></response>',
    )
  })

  it('share the capacity of the model', async () => {
    const source = await publisher()
    source.answer = text(200, '192.0.2.1\n192.0.2.2\n192.0.2.3\n')
    const [fw, ask] = await firewall(source.url, 'ip', { limits: { edlIps: 2 } })
    expect(await fw.refreshExternalList('E')).toMatchObject({ valid: ['192.0.2.1', '192.0.2.2'], totalIgnored: 1 })
    expect(await ask(list('<list-capacities/>'))).toContain('<ip><running-cap>2</running-cap><total-cap>2</total-cap></ip>')
  })

  it('are refreshed without their type on 7.1', async () => {
    const source = await publisher()
    const [fw, ask] = await firewall(source.url, 'ip', { version: '7.1.26' })
    expect(await ask(list('<refresh><name>E</name></refresh>'))).toContain('EDL refresh job enqueued')
    await until(() => fw.externalList('E')?.outcome === 'loaded')
  })

  it('count twice when subdomains are included', async () => {
    const source = await publisher()
    source.answer = text(200, 'a.example\nb.example\nc.example\n')
    const [fw, ask] = await firewall(source.url, 'domain', { limits: { edlDomains: 5 } })
    expect((await fw.refreshExternalList('E')).valid).toHaveLength(3)
    const xpath = `${VSYS1}/external-list/entry[@name='E']/type/domain`
    await ask({ type: 'config', action: 'set', xpath, element: '<expand-domain>yes</expand-domain>' })
    await ask({ type: 'commit', cmd: '<commit></commit>' })
    await fw.waitForCommit()
    expect(await fw.refreshExternalList('E')).toMatchObject({ valid: ['a.example', 'b.example'], totalIgnored: 1 })
  })

  it('are thirty at most', async () => {
    const [fw] = await firewall('https://192.0.2.1/0')
    const entries = Array.from(
      { length: 30 },
      (_, at) => `<entry name="L${at}"><type><ip><url>https://192.0.2.1/x${at}</url></ip></type></entry>`,
    )
    fw.actAs('admin').set(`${VSYS1}/external-list`, entries.join(''))
    expect((await fw.actAs('admin').commit()).outcome).toMatchObject({ result: 'FAIL' })
  })

  it('check the server with a certificate profile and send the credentials of the list', async () => {
    const source = await publisher()
    const seen: (string | undefined)[] = []
    source.answer = (request, response) => {
      seen.push(request.headers.authorization)
      response.end('192.0.2.1\n')
    }
    const fw = await startPanosSimulator({ commitMs: 1, certificateProfiles: { CP: (await issueCertificate('x')).caPem } })
    stops.push(() => fw.stop())
    const entry = (profile: string) =>
      `<entry name="E"><type><ip><url>${source.url}</url><certificate-profile>${profile}</certificate-profile><auth><username>u</username><password>p</password></auth></ip></type></entry>`
    expect(() => fw.actAs('admin').set(`${VSYS1}/external-list`, entry('none'))).toThrow(
      "certificate-profile 'none' is not a valid reference",
    )
    fw.actAs('admin').set(`${VSYS1}/external-list`, entry('CP'))
    expect((await fw.actAs('admin').commit()).outcome?.warnings).toEqual([])
    await fw.refreshExternalList('E')
    expect(seen).toEqual([`Basic ${Buffer.from('u:p').toString('base64')}`])
  })

  it.each([
    ['10.0.4', 'FAIL'],
    ['10.0.5', 'OK'],
  ])('with an invalid URL on %s: commits end as %s (CVE-2021-3048)', async (version, outcome) => {
    const source = await publisher()
    source.answer = text(200, 'https://example.com/\n')
    const [fw, ask] = await firewall(source.url, 'url', { version })
    await fw.refreshExternalList('E')
    await ask({ type: 'config', action: 'set', xpath: `${VSYS1}/tag`, element: "<entry name='t'/>" })
    await ask({ type: 'commit', cmd: '<commit></commit>' })
    expect((await fw.waitForCommit()).outcome?.result).toBe(outcome)
  })
})
