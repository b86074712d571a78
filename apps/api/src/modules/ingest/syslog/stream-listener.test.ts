import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect as connectTls } from 'node:tls'
import { generate } from 'selfsigned'
import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../../../../../../test/support/until.js'
import { createLogger } from '../../../platform/logger.js'
import type { SyslogLine } from '../syslog-line.js'
import { StreamListener } from './stream-listener.js'
import { loadSyslogTls } from './tls-certificate.js'

type Deps = ConstructorParameters<typeof StreamListener>[0]

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

async function startListener(given: Partial<Deps> = {}) {
  const lines: SyslogLine[] = []
  const dropped: string[] = []
  const state = { congested: false }
  const listener = new StreamListener({
    host: '127.0.0.1',
    port: 0,
    transport: 'TCP',
    allowed: undefined,
    maxConnections: 10,
    onLine: line => lines.push(line),
    onDropped: reason => dropped.push(reason),
    congested: () => state.congested,
    logger: createLogger('silent'),
    ...given,
  })
  const { bound } = await listener.start()
  undo.push(() => listener.stop())
  if (!bound) throw new Error('not bound')
  return { listener, lines, dropped, state, port: bound.port }
}

/** Also when it was closed with an error, which once() would throw. */
const closed = (socket: Socket) => new Promise(resolve => socket.on('close', resolve))

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  undo.push(async () => socket.destroy())
  return socket
}

describe('StreamListener', () => {
  it('tells of each line who sent it, and when', async () => {
    const { lines, port } = await startListener()
    const before = Date.now()
    ;(await connected(port)).write('<14>a\n')
    await until(() => lines.length === 1)
    expect(lines[0]).toMatchObject({ text: '<14>a', sender: '127.0.0.1', transport: 'TCP', cut: false, bytes: 5 })
    expect(lines[0]?.receivedAt).toBeGreaterThanOrEqual(before)
  })

  it('stops reading while the queue is congested, which makes the sender wait, and loses nothing', async () => {
    const { listener, lines, state, port } = await startListener()
    const socket = await connected(port)
    state.congested = true
    const line = `<14>${'x'.repeat(995)}\n`
    const count = 30_000
    let written = 0
    const send = async () => {
      for (; written < count; written += 1) if (!socket.write(line)) await once(socket, 'drain')
    }
    const sent = send()
    // The buffers of both sockets fill up; then nothing moves.
    let seen = -1
    await until(() => written === seen || ((seen = written), false), { intervalMs: 200 })
    expect(written).toBeLessThan(count)
    expect(lines.length).toBeLessThan(1000)
    state.congested = false
    listener.resume()
    await sent
    await until(() => lines.length === count)
  })

  it('keeps what a sender sent before it broke the connection', async () => {
    const { lines, port } = await startListener()
    const socket = await connected(port)
    socket.write('<14>a\n<14>unfinished')
    await until(() => lines.length === 1)
    socket.resetAndDestroy()
    await until(() => lines.length === 2)
    expect(lines.map(line => line.text)).toEqual(['<14>a', '<14>unfinished'])
  })

  it('hands over what it has read when it stops', async () => {
    const { listener, lines, port } = await startListener()
    const socket = await connected(port)
    socket.write('<14>a\n20 <14>unfinished')
    await until(() => lines.length === 1)
    await listener.stop()
    expect(lines.map(line => line.text)).toEqual(['<14>a', '<14>unfinished'])
  })

  it('hands over what a paused connection has read when it stops', async () => {
    const { listener, lines, state, port } = await startListener()
    const socket = await connected(port)
    state.congested = true
    socket.write('<14>a\n')
    await until(() => lines.length === 1)
    socket.write('<14>b\n<14>c\n')
    // The socket reads ahead although nobody takes it; what comes later on another connection is proof.
    state.congested = false
    ;(await connected(port)).write('<14>x\n')
    await until(() => lines.length === 2)
    await listener.stop()
    expect(lines.map(line => line.text)).toEqual(['<14>a', '<14>x', '<14>b', '<14>c'])
  })

  it('refuses connections above its limit, counts them, and serves those it has', async () => {
    const { lines, dropped, port } = await startListener({ maxConnections: 1 })
    const first = await connected(port)
    first.write('<14>a\n')
    await until(() => lines.length === 1)
    const second = connect(port, '127.0.0.1')
    second.on('error', () => undefined)
    await closed(second)
    expect(dropped).toEqual(['TOO_MANY_CONNECTIONS'])
    first.write('<14>b\n')
    await until(() => lines.length === 2)
  })
})

describe('a connection that never sends', () => {
  it('keeps its place as long as there is room, and loses it when there is none', async () => {
    const { lines, dropped, port } = await startListener({ maxConnections: 2, silentMs: 0 })
    const speaking = await connected(port)
    speaking.write('<14>a\n')
    await until(() => lines.length === 1)
    const silent = await connected(port)
    const another = await connected(port)
    await closed(silent)
    another.write('<14>b\n')
    speaking.write('<14>c\n')
    await until(() => lines.length === 3)
    expect(dropped).toEqual([])
  })
})

describe('TLS', () => {
  async function directory(): Promise<string> {
    const made = await mkdtemp(path.join(tmpdir(), 'sallyport-tls-'))
    undo.push(() => rm(made, { recursive: true, force: true }))
    return made
  }

  it('makes a certificate once, with a key that only its owner can read', async () => {
    const folder = await directory()
    const files = { given: undefined, clientCaFile: undefined, directory: path.join(folder, 'tls') }
    const made = await loadSyslogTls(files)
    expect((await loadSyslogTls(files)).fingerprint).toBe(made.fingerprint)
    expect((await stat(path.join(folder, 'tls/syslog.key'))).mode & 0o777).toBe(0o600)
    expect(made.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)
    const text = execFileSync(process.execPath, [
      '-p',
      `new crypto.X509Certificate(fs.readFileSync(${JSON.stringify(path.join(folder, 'tls/syslog.crt'))})).subjectAltName`,
    ])
    expect(String(text)).toContain('DNS:localhost, IP Address:127.0.0.1')
  })

  it('takes lines only from clients whose certificate the given authority signed', async () => {
    const folder = await directory()
    const ca = await generate([{ name: 'commonName', value: 'Test CA' }], {
      keySize: 2048,
      extensions: [{ name: 'basicConstraints', cA: true }],
    })
    const client = await generate([{ name: 'commonName', value: 'fw-1' }], { keySize: 2048, ca: { key: ca.private, cert: ca.cert } })
    const stranger = await generate([{ name: 'commonName', value: 'fw-2' }], { keySize: 2048 })
    const clientCaFile = path.join(folder, 'ca.pem')
    await writeFile(clientCaFile, ca.cert)
    const tls = await loadSyslogTls({ given: undefined, clientCaFile, directory: folder })
    const { lines, port } = await startListener({ transport: 'TLS', tls: tls.options })
    const send = async (identity: { cert?: string; key?: string }) => {
      const socket = connectTls({
        port,
        host: '127.0.0.1',
        ca: await readFile(path.join(folder, 'syslog.crt')),
        servername: 'localhost',
        ...identity,
      })
      socket.on('error', () => undefined)
      socket.end('<14>a\n')
      socket.resume()
      await closed(socket)
    }
    await send({})
    await send({ cert: stranger.cert, key: stranger.private })
    expect(lines).toEqual([])
    await send({ cert: client.cert, key: client.private })
    await until(() => lines.length === 1)
  })
})
