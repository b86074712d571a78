import { createSocket, type Socket } from 'node:dgram'
import { BlockList } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../../../../../../test/support/until.js'
import type { SyslogLine } from '../syslog-line.js'
import { UdpListener } from './udp-listener.js'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const one of undo.splice(0).reverse()) await one()
})

async function startListener(given: Partial<ConstructorParameters<typeof UdpListener>[0]> = {}) {
  const lines: SyslogLine[] = []
  const dropped: Record<string, number> = {}
  const listener = new UdpListener({
    host: '127.0.0.1',
    port: 0,
    allowed: undefined,
    onLine: line => lines.push(line),
    onDropped: (reason, count) => (dropped[reason] = (dropped[reason] ?? 0) + count),
    onFailure: message => {
      throw new Error(message)
    },
    ...given,
  })
  const { bound } = await listener.start()
  undo.push(() => listener.stop())
  if (!bound) throw new Error('not bound')
  return { listener, lines, dropped, port: bound.port }
}

function sender(port: number, type: 'udp4' | 'udp6' = 'udp4', host = '127.0.0.1') {
  const socket: Socket = createSocket(type)
  undo.push(async () => socket.close())
  return (message: string | Buffer) =>
    new Promise<void>((resolve, reject) => socket.send(message, port, host, error => (error ? reject(error) : resolve())))
}

describe('UdpListener', () => {
  it('hands over datagrams without their trailers, from whom they came', async () => {
    const { lines, port } = await startListener()
    const send = sender(port)
    for (const message of ['<14>a\n', '<14>b\r\n\0', '<14>Grüße', Buffer.from([0x3c, 0x31, 0x3e, 0xff])]) await send(message)
    await until(() => lines.length === 4)
    expect(lines.map(line => line.text)).toEqual(['<14>a', '<14>b', '<14>Grüße', '<1>\uFFFD'])
    expect(lines[0]).toMatchObject({ sender: '127.0.0.1', transport: 'UDP', bytes: 6 })
  })

  it('takes the largest datagram', async () => {
    const { lines, port } = await startListener()
    await sender(port)(`<14>${'x'.repeat(65_000)}`)
    await until(() => lines.length === 1)
    expect(lines[0]?.text).toHaveLength(65_004)
  })

  it('unwraps IPv4-mapped addresses where it listens on all addresses', async () => {
    const { lines, port } = await startListener({ host: '::' })
    await sender(port)('<14>four')
    await sender(port, 'udp6', '::1')('<14>six')
    await until(() => lines.length === 2)
    expect(lines.map(line => line.sender).toSorted()).toEqual(['127.0.0.1', '::1'])
  })

  it('drops and counts what is not from an allowed network', async () => {
    const allowed = new BlockList()
    allowed.addSubnet('192.0.2.0', 24, 'ipv4')
    const { lines, dropped, port } = await startListener({ allowed })
    await sender(port)('<14>a')
    await until(() => dropped['SENDER_NOT_ALLOWED'] === 1)
    expect(lines).toEqual([])
  })

  it('drops the newest and counts them when nobody releases what it handed over', async () => {
    const { listener, lines, dropped, port } = await startListener({ creditBytes: 3000 })
    const send = sender(port)
    for (let index = 0; index < 5; index += 1) await send(`${index}${'x'.repeat(999)}`)
    await until(() => lines.length + (dropped['UDP_QUEUE_FULL'] ?? 0) === 5)
    expect(lines.map(line => line.text[0])).toEqual(['0', '1', '2'])
    listener.release(2000)
    for (let index = 5; index < 8; index += 1) await send(`${index}${'x'.repeat(999)}`)
    await until(() => lines.length + (dropped['UDP_QUEUE_FULL'] ?? 0) === 8)
    expect(lines.map(line => line.text[0])).toEqual(['0', '1', '2', '5', '6'])
  })

  it('hands over all that it received when it stops', async () => {
    const { listener, lines, port } = await startListener()
    const send = sender(port)
    for (let index = 0; index < 100; index += 1) await send(`<14>${index}`)
    await until(() => lines.length > 0)
    await listener.stop()
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.map(line => line.text)).toEqual(lines.map((_, index) => `<14>${index}`))
  })
})
