import { ResultCodeError } from 'ldapts'

/**
 * UNREACHABLE: no answer, or none in time. TLS: the certificate is not trusted. CREDENTIALS: the bind is refused, or what
 * was bound may not read. SETTINGS: base DN, filter or URL are wrong. PROTOCOL: what answers does not speak LDAP.
 */
export type DirectoryFaultKind = 'UNREACHABLE' | 'TLS' | 'CREDENTIALS' | 'SETTINGS' | 'PROTOCOL'

/** Why a directory could not be asked. The message is for the settings page; it never holds a password. */
export class DirectoryFault extends Error {
  constructor(
    readonly kind: DirectoryFaultKind,
    message: string,
    options?: ErrorOptions & { readonly lostConnection?: boolean },
  ) {
    super(message, options)
    this.name = 'DirectoryFault'
    this.lostConnection = options?.lostConnection === true
  }

  /** The connection ended while it was used: a new one may do. */
  readonly lostConnection: boolean
}

const REFERRAL = 10
const REFUSED: ReadonlySet<number> = new Set([7, 8, 13, 48, 49, 50])
const MISTAKEN: ReadonlySet<number> = new Set([2, 16, 17, 18, 21, 32, 33, 34, 53, REFERRAL])
const OPERATIONS_ERROR = 1

const WORDS: Readonly<Record<number, string>> = {
  1: 'the directory wants a bind first, or has a fault of its own',
  3: 'the directory took too long',
  7: 'the directory does not take a bind with a password',
  8: 'the directory wants a stronger bind: use ldaps:// or StartTLS',
  10: 'the directory refers to another server, which is not followed: enter that server, or a base DN that is here',
  11: 'the question is beyond the limits of the directory',
  13: 'the directory wants encryption: use ldaps:// or StartTLS',
  32: 'there is no such base DN, or the bind DN may not read it',
  34: 'the DN is malformed',
  48: 'the directory does not take a bind of this kind (anonymous?)',
  49: 'the bind DN or the password is wrong',
  50: 'the bind DN may not read here',
  51: 'the directory is busy',
  52: 'the directory is not available',
  53: 'the directory refuses to do this',
}

/** A fault of asking as a person sees it. Texts of the server are cut and made one line. */
export function toDirectoryFault(error: unknown, where: string): DirectoryFault {
  if (error instanceof DirectoryFault) return error
  if (error instanceof ResultCodeError) return ofResultCode(error, where)
  // The client library stumbled over an answer of another kind.
  if (isStumble(error)) return new DirectoryFault('PROTOCOL', `${where}: an answer makes no sense`, { cause: error })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = wordsOf(error, code)
  if (CERTIFICATE_CODES.test(code)) return new DirectoryFault('TLS', `${where}: ${message}`, { cause: error })
  const lostConnection = /^(Socket error|Connection closed|Socket connection)/.test(message) || LOST_CODES.has(code)
  const shown = lostConnection ? 'the connection was lost' : message
  return new DirectoryFault('UNREACHABLE', `${where}: ${shown}`, { cause: error, lostConnection })
}

const isStumble = (error: unknown): boolean =>
  !(error instanceof Error) || (error instanceof TypeError && !('code' in error)) || error instanceof RangeError

const CERTIFICATE_CODES = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|ERR_SSL|EPROTO)/
const LOST_CODES: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_DESTROYED'])
/** "; if the root CA is installed locally, try running Node.js …": not a thing that an administrator of this page can do. */
const NODES_ADVICE = /;[^;]*try running Node\.js.*$/is

function wordsOf(error: unknown, code: string): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(one => wordsOf(one, '')).join(', ')
  const message = error instanceof Error && error.message !== '' ? error.message : code || String(error)
  return oneLine(message.replace(NODES_ADVICE, ''))
}

function ofResultCode(error: ResultCodeError, where: string): DirectoryFault {
  const { code } = error
  const told = oneLine(error.message.replace(/ ?Code: 0x[\da-f]+$/, ''))
  const words = WORDS[code] ?? `the directory answers with code ${code}`
  const message = `${where}: ${words}${told === '' ? '' : ` (${told})`}`
  // Active Directory says so to whoever has not bound: "a successful bind must be completed on the connection".
  const wantsBind = code === OPERATIONS_ERROR && /bind/i.test(told)
  if (REFUSED.has(code) || wantsBind) return new DirectoryFault('CREDENTIALS', message, { cause: error })
  return new DirectoryFault(MISTAKEN.has(code) ? 'SETTINGS' : 'UNREACHABLE', message, { cause: error })
}

const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
