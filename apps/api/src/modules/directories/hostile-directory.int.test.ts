import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { ber, bindAnswer, enumerated, integer, octets, result, searchDone, searchEntry } from '../../../../../test/support/ber.js'
import { DirectoryFault } from './directory-fault.js'
import { DirectorySession } from './directory-session.js'
import type { DirectorySettings } from './directory-settings.js'
import { findPerson } from './find-person.js'
import { LdapConnection } from './ldap-connection.js'
import { parsePanUser, type PanPerson } from './pan-user.js'
import { PRESETS } from './presets.js'

const servers: Server[] = []
const sockets = new Set<Socket>()

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers.splice(0)) {
    server.close()
    await once(server, 'close')
  }
})

/** What answers the nth request of a connection; its message id is given. */
type Answer = (id: number, socket: Socket) => Buffer | undefined

/** 30 length 02 01 id: one byte of id is enough for a few questions. */
const idOf = (request: Buffer): number => request[(request[1] ?? 0) < 0x80 ? 4 : 4 + (request[1] ?? 0) - 0x80] ?? 0

/** A server that answers requests, one after the other, as it likes. */
async function directory(...answers: readonly Answer[]): Promise<string> {
  const server = createServer(socket => {
    sockets.add(socket.on('error', () => undefined))
    socket.on('close', () => sockets.delete(socket))
    let nth = 0
    socket.on('data', request => {
      const answer = answers[nth++]
      const bytes = answer?.(idOf(request), socket)
      if (bytes) socket.write(bytes)
    })
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return `ldap://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const settingsOf = (url: string, more: Partial<DirectorySettings> = {}): DirectorySettings => ({
  name: 'Hostile',
  urls: [url],
  startTls: false,
  tls: { trust: 'SYSTEM', caPem: undefined, fingerprints: [] },
  bindDn: '',
  bindPassword: () => '',
  baseDn: 'dc=corp,dc=example',
  timeoutMs: 1_000,
  ...PRESETS.OPENLDAP,
  ...more,
})

const never = new AbortController().signal

async function lookUp(url: string, more: Partial<DirectorySettings> = {}) {
  const settings = settingsOf(url, more)
  const session = new DirectorySession(settings, { clock: { now: () => Date.now() } })
  try {
    const person = parsePanUser('jdoe') as PanPerson
    return await session.use(connection => findPerson(connection, settings, person, never, { now: 0 }), never)
  } finally {
    session.close()
  }
}

/** Told, not thrown to the top: the process lives on. */
const faultOf = async (answers: readonly Answer[], more?: Partial<DirectorySettings>): Promise<string> => {
  const fault = await lookUp(await directory(...answers), more).then(
    found => found,
    (error: unknown) => error,
  )
  expect(fault).toBeInstanceOf(DirectoryFault)
  return (fault as DirectoryFault).message.replace(/^127\.0\.0\.1:\d+: /, '')
}

const entryOf = (id: number, attributes: Record<string, (string | Buffer)[]> = {}): Buffer =>
  searchEntry(id, 'uid=jdoe,dc=corp', { uid: ['jdoe'], ...attributes })
const found = (id: number): Buffer => Buffer.concat([entryOf(id, { cn: ['Jane Doe'] }), searchDone(id)])
const bound = (id: number): Buffer => bindAnswer(id)
const none = (id: number): Buffer => searchDone(id)

it('what behaves is understood', async () => {
  expect(await lookUp(await directory(bound, found, none))).toMatchObject({ kind: 'found', facts: { displayName: 'Jane Doe' } })
})

it('one byte at a time is understood', async () => {
  const slowly: Answer = (id, socket) => {
    const bytes = found(id)
    for (const byte of bytes) socket.write(Buffer.from([byte]))
    return undefined
  }
  expect(await lookUp(await directory(bound, slowly, none))).toMatchObject({ kind: 'found' })
})

describe('what does not behave ends the connection', () => {
  const bomb = (id: number): Buffer => Buffer.concat(Array.from({ length: 3_000 }, () => entryOf(id)))
  it.each<[string, readonly Answer[], string]>([
    ['HTTP', [() => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')], 'what answers does not speak LDAP'],
    ['a message of 4 GB', [() => Buffer.from('3084ffffffff', 'hex')], 'a message is larger than 2000000 bytes'],
    ['an endless message', [bound, endless], 'an answer is larger than 8000000 bytes'],
    ['endless entries', [bound, bomb], 'an answer has more than 2000 parts'],
    [
      'lengths that lie',
      [
        bound,
        id => ber(0x30, integer(id), ber(0x64, octets('a'), ber(0x30, ber(0x30, octets('uid'), Buffer.from('31840000ffff', 'hex'))))),
      ],
      'a message is malformed',
    ],
    [
      'nesting without end',
      [bound, id => ber(0x30, integer(id), Buffer.from('64'.concat('3080'.repeat(1_000)), 'hex'))],
      'a message is malformed',
    ],
    ['another kind of answer', [bound, id => bindAnswer(id)], 'an answer makes no sense'],
    ['a goodbye', [bound, (_, socket) => void socket.end()], 'the connection was lost'],
    ['a hang-up', [(_, socket) => void socket.resetAndDestroy()], 'the connection was lost'],
    ['silence', [bound, () => undefined], 'no answer in time'],
    ['silence at once', [() => undefined], 'no answer in time'],
  ])('%s', async (_, answers, message) => expect(await faultOf(answers)).toContain(message))

  /** Entries of a megabyte, as long as anybody reads. */
  function endless(id: number, socket: Socket): undefined {
    const entry = entryOf(id, { description: [Buffer.alloc(1_000_000, 0x61)] })
    const more = () => {
      while (!socket.destroyed && socket.write(entry));
    }
    socket.on('drain', more)
    more()
  }
})

describe('answers of other times and places', () => {
  it.each<[string, Answer, string]>([
    ['busy', id => searchDone(id, 51), 'the directory is busy'],
    ['operations error', id => searchDone(id, 1), 'the directory wants a bind first'],
    ['no code that there is', id => searchDone(id, 99), 'the directory answers with code 99'],
    ['a referral', id => searchDone(id, 10), 'refers to another server'],
  ])('%s', async (_, answer, message) => expect(await faultOf([bound, answer])).toContain(message))

  it('text of the server is one line and short', async () => {
    const text = `evil\r\n\u0000${'x'.repeat(5_000)}`
    const message = await faultOf([id => ber(0x30, integer(id), ber(0x61, enumerated(49), octets(''), octets(text)))])
    expect(message).toMatch(/^the bind DN or the password is wrong \(evil x+\)$/)
    expect(message.length).toBeLessThan(300)
  })

  it('messages that nobody asked for are left aside', async () => {
    const noise: Answer = id => Buffer.concat([result(0, 0x78, 52), entryOf(99), found(id)])
    expect(await lookUp(await directory(bound, noise, none))).toMatchObject({ kind: 'found' })
  })
})

describe('StartTLS', () => {
  const tls = { startTls: true }
  it.each<[string, Answer, string]>([
    ['refused', id => result(id, 0x78, 2), 'the server refuses StartTLS (code 2)'],
    ['answered with something else', id => bindAnswer(id), 'the server refuses StartTLS (code none)'],
    ['followed by words in clear', id => Buffer.concat([result(id, 0x78), bindAnswer(2)]), 'the server sends more than was asked for'],
    ['answered by silence', () => undefined, 'no answer in time'],
    ['granted, without TLS behind it', (id, socket) => (socket.once('data', () => socket.write('no TLS')), result(id, 0x78)), ''],
    ['granted, and silent then', id => result(id, 0x78), 'no answer in time'],
  ])('%s', async (_, answer, message) => expect(await faultOf([answer], tls)).toContain(message))

  it('sends nothing else in clear', async () => {
    const sent: Buffer[] = []
    const url = await directory((id, socket) => {
      socket.on('data', bytes => sent.push(bytes))
      return result(id, 0x78, 52)
    })
    await expect(lookUp(url, { ...tls, bindDn: 'cn=a', bindPassword: () => 'secret' })).rejects.toThrow('refuses StartTLS')
    expect(Buffer.concat(sent).includes('secret')).toBe(false)
  })
})

describe('connections', () => {
  const person = parsePanUser('jdoe') as PanPerson
  const sessionOf = (urls: readonly string[]) => {
    const settings = settingsOf('', { urls })
    const session = new DirectorySession(settings, { clock: { now: () => Date.now() } })
    const ask = () => session.use(connection => findPerson(connection, settings, person, never, { now: 0 }), never)
    return { session, ask }
  }

  it('are used again', async () => {
    let binds = 0
    const counted: Answer = id => {
      binds += 1
      return bound(id)
    }
    const { session, ask } = sessionOf([await directory(counted, found, none, found, none, found, none)])
    for (const _ of [1, 2, 3]) expect(await ask()).toMatchObject({ kind: 'found' })
    expect(binds).toBe(1)
    session.close()
  })

  it('with a server that has fallen silent are left for the next server', async () => {
    const silent = await directory(bound, found, none, () => undefined)
    const { session, ask } = sessionOf([silent, await directory(bound, found, none, found, none)])
    for (const _ of [1, 2]) expect(await ask()).toMatchObject({ kind: 'found' })
    session.close()
  })

  it('end with the session', async () => {
    const { session, ask } = sessionOf([await directory(bound, found, none)])
    await ask()
    const [socket] = sockets
    session.close()
    if (!socket!.destroyed) await once(socket!, 'close')
    expect(socket!.destroyed).toBe(true)
  })
})

it('a bind without its password is not sent', async () => {
  await expect(lookUp(await directory(bound), { bindDn: 'cn=a' })).rejects.toMatchObject({
    kind: 'CREDENTIALS',
    message: expect.stringContaining('the password is missing') as string,
  })
})

it('ends when it is told to', async () => {
  const url = await directory(bound, () => undefined)
  const controller = new AbortController()
  const connection = await LdapConnection.open(url, settingsOf(url, { timeoutMs: 60_000 }), controller.signal)
  const person = parsePanUser('jdoe') as PanPerson
  const asked = findPerson(connection, settingsOf(url), person, controller.signal, { now: 0 })
  controller.abort()
  await expect(asked).rejects.toThrow('ended')
  expect(connection.isOpen).toBe(false)
})
