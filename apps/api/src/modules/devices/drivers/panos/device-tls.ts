import { Agent } from 'node:https'
import { isIP } from 'node:net'
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { DeviceFailureError } from '../../device-failure.js'
import type { Certificate, TlsSettings } from '../../device-driver.js'

export interface HostPort {
  readonly host: string
  readonly port: number
}

/** name, name:port, [2001:db8::1] or [2001:db8::1]:port; 443 unless told otherwise. */
export function parseHost(text: string): HostPort {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? []
  return { host: bracketed ?? plain ?? text, port: port === undefined ? 443 : Number(port) }
}

const sniOf = (host: string): Pick<ConnectionOptions, 'servername'> => (isIP(host) === 0 ? { servername: host } : { servername: '' })

/** Connections are kept open between calls. Trust is never off: a pinned certificate is checked before a byte is sent. */
export function createAgent(tls: TlsSettings, maxSockets: number): Agent {
  const options = { keepAlive: true, maxSockets, minVersion: 'TLSv1.2', timeout: 60_000 } as const
  if (tls.trust === 'PINNED') return new PinnedAgent(options, tls.fingerprint?.split(', ') ?? [])
  return new Agent({ ...options, ...(tls.trust === 'CA' && { ca: tls.caPem ?? '' }) })
}

/** Trusts certificates known by their fingerprints, whoever signed them. */
class PinnedAgent extends Agent {
  constructor(
    options: ConstructorParameters<typeof Agent>[0],
    private readonly fingerprints: readonly string[],
  ) {
    super(options)
  }

  override createConnection(options: ConnectionOptions, callback?: (error: Error | null, socket: TLSSocket) => void): undefined {
    const socket = connect({ ...options, rejectUnauthorized: false })
    const fail = (error: Error) => callback?.(error, socket)
    socket.once('error', fail)
    socket.once('secureConnect', () => {
      socket.off('error', fail)
      const shown = socket.getPeerCertificate().fingerprint256
      if (shown !== undefined && this.fingerprints.includes(shown)) callback?.(null, socket)
      else {
        const error = new DeviceFailureError(
          'TLS_NOT_TRUSTED',
          `The device shows another certificate than the pinned one: ${shown ?? 'none'}`,
        )
        socket.destroy()
        fail(error)
      }
    })
    return undefined
  }
}

const LOOK_TIMEOUT_MS = 10_000

/** The certificate that a host shows; undefined where there is no TLS to be had. Sends nothing. */
export function lookAtCertificate({ host, port }: HostPort): Promise<Certificate | undefined> {
  return new Promise(resolve => {
    const socket = connect({ host, port, ...sniOf(host), rejectUnauthorized: false, timeout: LOOK_TIMEOUT_MS })
    const end = (certificate?: Certificate) => {
      socket.destroy()
      resolve(certificate)
    }
    socket.once('error', () => end())
    socket.once('timeout', () => end())
    socket.once('secureConnect', () => {
      const { fingerprint256, subject } = socket.getPeerCertificate()
      end(fingerprint256 ? { fingerprint: fingerprint256, subject: subjectText(subject) } : undefined)
    })
  })
}

const subjectText = (subject: unknown): string =>
  Object.entries((subject ?? {}) as Record<string, string | string[]>)
    .map(([key, value]) => `${key}=${[value].flat().join('+')}`)
    .join(', ')
    .slice(0, 500)

const CERTIFICATE_CODES = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|ERR_SSL|EPROTO)/

/** "; if the root CA is installed locally, try running Node.js with --use-system-ca": not a thing that an analyst can do. */
const NODES_ADVICE = /;[^;]*try running Node\.js.*$/is

/** A fault of the connection as the analyst sees it. */
export function connectionFailure(error: unknown, host: string): DeviceFailureError {
  if (error instanceof DeviceFailureError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error && error.message !== '' ? error.message.replace(NODES_ADVICE, '') : code || String(error)
  if (CERTIFICATE_CODES.test(code)) return new DeviceFailureError('TLS_NOT_TRUSTED', `${host}: ${message}`, { cause: error })
  return new DeviceFailureError('UNREACHABLE', `${host}: ${message}`, { cause: error })
}
