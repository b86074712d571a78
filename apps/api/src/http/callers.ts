import { API_KEY_PREFIX } from '@sallyport/shared'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LiveSession } from '../graphql/context.js'
import type { ApiKeySessions, KeyAnswer, SessionService } from '../modules/auth/index.js'

/** The API key of an Authorization header; undefined when it holds none. What other schemes or programs put there is not ours. */
export function bearerKey(authorization: unknown): string | undefined {
  const [, token] = /^Bearer +(\S+) *$/i.exec(typeof authorization === 'string' ? authorization.slice(0, 300) : '') ?? []
  return token?.startsWith(API_KEY_PREFIX) ? token : undefined
}

export interface CallersDeps {
  readonly sessions: Pick<SessionService, 'find'>
  readonly keys: Pick<ApiKeySessions, 'find'>
  readonly cookieName: string
  readonly addressOf: (request: FastifyRequest) => string
}

/** Who sends a request: the session of its cookie, or of its API key, which counts alone when there is one. */
export class Callers {
  /** One look-up per request: a wrong key is one failure, however often it is asked for. */
  private readonly answers = new WeakMap<FastifyRequest, Promise<KeyAnswer | undefined>>()

  constructor(private readonly deps: CallersDeps) {}

  async sessionOf(request: FastifyRequest): Promise<LiveSession | undefined> {
    const answer = await this.keyOf(request)
    if (answer) return answer.kind === 'session' ? answer.session : undefined
    const token = request.cookies[this.deps.cookieName]
    return token === undefined ? undefined : this.deps.sessions.find(token)
  }

  /** The answer to the API key of the request; undefined: it has none. */
  keyOf(request: FastifyRequest): Promise<KeyAnswer | undefined> {
    const known = this.answers.get(request)
    if (known) return known
    const token = bearerKey(request.headers.authorization)
    const answer = token === undefined ? Promise.resolve(undefined) : this.deps.keys.find(token, this.deps.addressOf(request))
    this.answers.set(request, answer)
    return answer
  }
}

/** The answer to a wrong key, in the form of a GraphQL error. */
export function refuseKey(reply: FastifyReply, answer: Exclude<KeyAnswer, { kind: 'session' }>): FastifyReply {
  const isLimited = answer.kind === 'limited'
  if (isLimited) void reply.header('retry-after', String(answer.waitSeconds))
  else void reply.header('www-authenticate', 'Bearer')
  const message = isLimited ? 'Too many wrong API keys: try again later' : 'The API key is wrong, has expired or was revoked'
  return reply
    .code(isLimited ? 429 : 401)
    .send({ errors: [{ message, extensions: { code: isLimited ? 'RATE_LIMITED' : 'UNAUTHENTICATED' } }] })
}
