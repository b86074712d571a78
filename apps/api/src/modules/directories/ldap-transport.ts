import { createSecureContext, connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { parseLdapUrl, type LdapUrl } from '@sallyport/shared'
import { DirectoryFault, toDirectoryFault } from './directory-fault.js'
import type { DirectorySettings, DirectoryTls } from './directory-settings.js'
import { extendedResult, messageFault, messageLength } from './ldap-messages.js'

/** Tells of each step of asking; the test page shows them. */
export type Trace = <T>(step: string, work: () => Promise<T>, words?: (result: T) => string) => Promise<T>

export const untraced: Trace = (_step, work) => work()

type TransportSettings = Pick<DirectorySettings, 'startTls' | 'tls'>

/** `[UNIVERSAL 16] { 1, [APPLICATION 23] { [0] 1.3.6.1.4.1.1466.20037 } }` */
const START_TLS = Buffer.concat([Buffer.from('301d02010177188016', 'hex'), Buffer.from('1.3.6.1.4.1.1466.20037')])

/**
 * A connection over which LDAP can be spoken: with TLS where the settings want it, and then only to a certificate that they
 * trust. Nothing but the wish for TLS is sent before.
 * @throws DirectoryFault
 */
export async function openTransport(
  url: string,
  { startTls, tls }: TransportSettings,
  signal: AbortSignal,
  trace: Trace = untraced,
): Promise<Socket> {
  const place = placeOf(url)
  const where = `${place.host}:${place.port}`
  let socket: Socket | undefined
  try {
    const plain = (socket = await trace(`Connect to ${where}`, () => connected(place, signal)))
    if (startTls && !place.secure) await trace('StartTLS', () => askForTls(plain, signal))
    if (!startTls && !place.secure) return plain
    return await trace('TLS', () => secured(plain, place, tls, signal), describeTls)
  } catch (error) {
    socket?.destroy()
    throw signal.aborted ? timeOut(where, signal) : toDirectoryFault(error, where)
  }
}

const describeTls = (socket: TLSSocket): string => `${socket.getProtocol() ?? 'TLS'}, ${socket.getCipher().name}`

export const timeOut = (where: string, { reason }: AbortSignal): DirectoryFault =>
  new DirectoryFault(
    'UNREACHABLE',
    `${where}: ${reason instanceof Error && reason.name === 'TimeoutError' ? 'no answer in time' : 'ended'}`,
  )

export function placeOf(url: string): LdapUrl {
  const place = parseLdapUrl(url)
  if (!place) throw new DirectoryFault('SETTINGS', `${url} is no LDAP URL`)
  return place
}

/** Fingerprint of the certificate that a directory shows, whoever signed it; undefined where there is none to be had. Sends nothing more. */
export async function lookAtCertificate(url: string, { startTls }: TransportSettings, signal: AbortSignal): Promise<string | undefined> {
  let socket: Socket | undefined
  try {
    const place = placeOf(url)
    socket = await connected(place, signal)
    if (startTls && !place.secure) await askForTls(socket, signal)
    else if (!place.secure) return undefined
    const shown = await handshake(socket, { ...identity(place), rejectUnauthorized: false }, signal)
    socket = shown
    return shown.getPeerCertificate().fingerprint256
  } catch {
    return undefined
  } finally {
    socket?.destroy()
  }
}

const connected = ({ host, port }: LdapUrl, signal: AbortSignal): Promise<Socket> =>
  when<Socket>(connectTcp({ host, port, noDelay: true, keepAlive: true }), 'connect', signal)

const identity = ({ host }: LdapUrl): ConnectionOptions => ({ host, servername: isIP(host) === 0 ? host : '', minVersion: 'TLSv1.2' })

async function secured(plain: Socket, place: LdapUrl, tls: DirectoryTls, signal: AbortSignal): Promise<TLSSocket> {
  if (tls.trust !== 'PINNED') return handshake(plain, { ...identity(place), ...authority(tls) }, signal)
  const socket = await handshake(plain, { ...identity(place), rejectUnauthorized: false }, signal)
  const shown = socket.getPeerCertificate().fingerprint256
  if (shown !== undefined && tls.fingerprints.includes(shown)) return socket
  socket.destroy()
  throw new DirectoryFault('TLS', `${place.host}:${place.port}: the server shows another certificate than the pinned one`)
}

function authority({ trust, caPem }: DirectoryTls): ConnectionOptions {
  if (trust !== 'CA') return {}
  try {
    return { secureContext: createSecureContext({ ca: caPem ?? '', minVersion: 'TLSv1.2' }) }
  } catch (error) {
    throw new DirectoryFault('SETTINGS', 'The certificate of the CA cannot be read', { cause: error })
  }
}

const handshake = (socket: Socket, options: ConnectionOptions, signal: AbortSignal): Promise<TLSSocket> =>
  when(connectTls({ ...options, socket }), 'secureConnect', signal)

/** Whichever comes first: the event, an error, the end of the connection, or the signal. */
function when<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<S> {
  // Between two steps nobody listens: what ends the connection there is told by the next one.
  socket.on('error', () => undefined)
  return new Promise((resolve, reject) => {
    const end = (error: Error) => {
      stop()
      socket.destroy()
      reject(error)
    }
    const done = () => {
      stop()
      resolve(socket)
    }
    const close = () => end(new Error('the connection was closed'))
    const abort = () => end(new Error('aborted'))
    const stop = () => {
      socket.off(event, done).off('error', end).off('close', close)
      signal.removeEventListener('abort', abort)
    }
    socket.once(event, done).once('error', end).once('close', close)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}

/** The only request that is sent in clear when TLS is wanted. */
async function askForTls(socket: Socket, signal: AbortSignal): Promise<void> {
  socket.write(START_TLS)
  const answer = await firstMessage(socket, signal)
  const code = extendedResult(answer)
  if (code !== 0) throw new DirectoryFault('TLS', `the server refuses StartTLS (code ${code ?? 'none'})`)
}

function firstMessage(socket: Socket, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0)
    const end = (error: Error) => {
      stop()
      reject(error)
    }
    const data = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      const length = messageLength(bytes)
      if (typeof length === 'object') return end(new DirectoryFault('PROTOCOL', length.fault))
      if (length === undefined || bytes.length < length) return
      // What follows the answer would be read as if it had come encrypted.
      const fault = bytes.length > length ? 'the server sends more than was asked for' : messageFault(bytes)
      if (fault !== undefined) return end(new DirectoryFault('PROTOCOL', fault))
      stop()
      resolve(bytes)
    }
    const close = () => end(new Error('the connection was closed'))
    const abort = () => end(new Error('aborted'))
    const stop = () => {
      socket.off('data', data).off('error', end).off('close', close)
      signal.removeEventListener('abort', abort)
      socket.pause()
    }
    socket.on('data', data).once('error', end).once('close', close)
    signal.addEventListener('abort', abort, { once: true })
  })
}
