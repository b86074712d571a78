import { HttpFault, type HttpFaultKind } from './http-client.js'

/** In words, by the codes of Node, OpenSSL and undici. */
const REASONS: Readonly<Record<string, readonly [HttpFaultKind, string]>> = {
  ECONNREFUSED: ['UNREACHABLE', 'refuses the connection'],
  ECONNRESET: ['UNREACHABLE', 'closed the connection'],
  EPIPE: ['UNREACHABLE', 'closed the connection'],
  UND_ERR_SOCKET: ['UNREACHABLE', 'closed the connection'],
  ENOTFOUND: ['UNREACHABLE', 'cannot be resolved: there is no such name'],
  EAI_AGAIN: ['UNREACHABLE', 'cannot be resolved: the DNS server does not answer'],
  EHOSTUNREACH: ['UNREACHABLE', 'cannot be reached: no route to it'],
  ENETUNREACH: ['UNREACHABLE', 'cannot be reached: no route to it'],
  ETIMEDOUT: ['TIMEOUT', 'did not take the connection in time'],
  UND_ERR_CONNECT_TIMEOUT: ['TIMEOUT', 'did not take the connection in time'],
  UND_ERR_HEADERS_OVERFLOW: ['TOO_LARGE', 'answers with headers that are too large'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['UNREACHABLE', 'sent less or more than it announced'],
  CERT_HAS_EXPIRED: ['TLS', 'has a certificate that has expired'],
  CERT_NOT_YET_VALID: ['TLS', 'has a certificate that is not valid yet'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['TLS', 'has a certificate of another host'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['TLS', 'has a certificate that nobody trusted has signed'],
  SELF_SIGNED_CERT_IN_CHAIN: ['TLS', 'has a certificate of an authority that is not trusted'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['TLS', 'has a certificate of an authority that is not trusted'],
  UNABLE_TO_GET_ISSUER_CERT: ['TLS', 'has a certificate of an authority that is not trusted'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['TLS', 'has a certificate of an authority that is not trusted'],
}

export interface FaultContext {
  readonly host: string
  readonly timeout: AbortSignal
  readonly timeoutMs: number
  readonly aborted: AbortSignal | undefined
}

/** What a failed request is told as. The error itself stays as the cause; its text may hold more than people should read. */
export function toHttpFault(error: unknown, { host, timeout, timeoutMs, aborted }: FaultContext): HttpFault {
  const known = [...causesOf(error)].find(cause => cause instanceof HttpFault)
  if (known) return known
  if (aborted?.aborted === true) return new HttpFault('ABORTED', 'The question was given up', { cause: error })
  if (timeout.aborted) return new HttpFault('TIMEOUT', `${host} did not answer within ${timeoutMs / 1_000} s`, { cause: error })
  for (const cause of causesOf(error)) {
    const code = 'code' in cause ? String(cause.code) : ''
    const [kind, words] = REASONS[code] ?? []
    if (kind !== undefined && words !== undefined) return new HttpFault(kind, `${host} ${words}`, { cause: error })
    if (/^(ERR_SSL|ERR_TLS|CERT_|ERR_OSSL|EPROTO)/.test(code))
      return new HttpFault('TLS', `No secure connection to ${host} comes about`, { cause: error })
    if (code.startsWith('HPE_') || cause.name === 'HTTPParserError')
      return new HttpFault('UNREACHABLE', `${host} answers with something that is not HTTP`, { cause: error })
    if (code === 'UND_ERR_ABORTED' && /proxy/i.test(cause.message))
      return new HttpFault('UNREACHABLE', `The proxy did not connect to ${host}`, { cause: error })
    if (code === 'UND_ERR_INVALID_ARG')
      return new HttpFault('BAD_URL', `The question to ${host} cannot be sent: a header or the URL is not valid`, { cause: error })
  }
  return new HttpFault('UNREACHABLE', `${host} cannot be reached`, { cause: error })
}

/** The error, what caused it, and the parts of an AggregateError (one per address that was tried). */
function* causesOf(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 5) return
  yield error
  if (error instanceof AggregateError) for (const one of error.errors) yield* causesOf(one, depth + 1)
  yield* causesOf(error.cause, depth + 1)
}
