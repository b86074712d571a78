import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ZodError } from 'zod'
import { DomainError } from '../platform/errors.js'
import { isDatabaseAway } from '../platform/database-away.js'
import type { Logger } from '../platform/logger.js'

/** Errors of the request itself, from Apollo and graphql-js: their messages speak only of what the client sent. */
const OF_THE_REQUEST: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  COST_LIMIT: 'COST_LIMIT',
}

export type ErrorFormatter = (error: unknown) => GraphQLFormattedError

/**
 * The one way in which errors leave the server, over HTTP and WebSocket alike: known ones with their message and code,
 * all others as INTERNAL, and in full to the log.
 */
export function createErrorFormatter(logger: Logger): ErrorFormatter {
  return error => {
    const graphqlError = error instanceof GraphQLError ? error : undefined
    const cause = graphqlError ? rootCause(graphqlError) : error
    const { locations, path } = graphqlError?.toJSON() ?? {}
    const where = { ...(locations && { locations }), ...(path && { path }) }
    const answer = (message: string, code: string): GraphQLFormattedError => ({ message, ...where, extensions: { code } })
    if (cause instanceof DomainError) return answer(cause.message, cause.code)
    if (cause instanceof ZodError) return answer(cause.issues.map(issue => issue.message).join('; '), 'BAD_USER_INPUT')
    if (isDatabaseAway(cause)) {
      logger.warn({ err: cause, path }, 'The database is away')
      return answer('The database does not answer just now', 'UNAVAILABLE')
    }
    if (graphqlError && cause === undefined) {
      const given = graphqlError.extensions['code']
      // Faults that graphql-js finds before execution have neither code nor path.
      const code = typeof given === 'string' ? OF_THE_REQUEST[given] : path === undefined ? 'BAD_USER_INPUT' : undefined
      if (code) return answer(graphqlError.message, code)
    }
    logger.error({ err: cause ?? error, path }, 'An operation failed')
    return answer('Internal error', 'INTERNAL')
  }
}

/** What was thrown, below any number of GraphQLErrors. undefined: the GraphQLError itself was. */
function rootCause(error: GraphQLError): Error | undefined {
  const cause = error.originalError
  return cause instanceof GraphQLError ? rootCause(cause) : cause
}
