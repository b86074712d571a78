import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { IntakeAnswer, JsonEventIntake } from '../modules/ingest/index.js'

export type EventIntake = Pick<JsonEventIntake, 'refuse' | 'take'>

const BODY_MAX_BYTES = 256 * 1_024

interface Route {
  readonly Params: { readonly token: string }
}

/** POST /threat/json_event/events/{token}: the token is all that a sender shows. Answers are JSON, also when the request is none. */
export function serveJsonEvents(
  app: FastifyInstance,
  { intake, addressOf }: { intake: EventIntake; addressOf: (request: FastifyRequest<Route>) => string },
): void {
  app.post<Route>('/threat/json_event/events/:token', {
    bodyLimit: BODY_MAX_BYTES,
    onRequest: async (request, reply) => {
      const refused = await intake.refuse(request.params.token, addressOf(request))
      if (refused) return send(reply, refused)
    },
    errorHandler: (error, _request, reply) => {
      const { statusCode = 500, message } = error as { statusCode?: number; message: string }
      // Faults of ours go to the handler of all routes.
      if (statusCode >= 500) throw error
      void reply.code(statusCode).send({ errors: [{ index: null, field: null, message: faultWords(statusCode, message) }] })
    },
    handler: async (request, reply) => send(reply, await intake.take(request.body, addressOf(request))),
  })
}

function send(reply: FastifyReply, { status, retryAfterSeconds, body }: IntakeAnswer): FastifyReply {
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds))
  return reply.code(status).header('cache-control', 'no-store').send(body)
}

function faultWords(status: number, message: string): string {
  if (status === 413) return 'A request has at most 256 KiB'
  if (status === 415) return 'Send Content-Type: application/json'
  return message
}
