import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { checkDocumentSize, checkLimits, DOCUMENT_MAX_TOKENS } from '../graphql/limits.js'
import type { Context } from '../graphql/context.js'
import type { ErrorFormatter } from '../graphql/format-error.js'
import type { GraphQLSchema } from 'graphql'

/** Queries and mutations over POST. */
export const createApollo = ({ schema, formatError }: { schema: GraphQLSchema; formatError: ErrorFormatter }): ApolloServer<Context> =>
  new ApolloServer<Context>({
    schema,
    formatError: (_formatted, error) => formatError(error),
    // Who may introspect is decided per request, below.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: DOCUMENT_MAX_TOKENS },
    plugins: [ApolloServerPluginLandingPageDisabled(), limits(schema)],
    // What Apollo would log is logged by formatError.
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  })

const ignore = () => undefined

const limits = (schema: GraphQLSchema): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    // The first hook whose errors reach the client; until here the body's size and the tokens are limits enough.
    didResolveOperation: async ({ source, document, operationName, request, contextValue }) => {
      checkDocumentSize(source)
      checkLimits({ schema, document, operationName, variables: request.variables }, { mayIntrospect: contextValue.actor !== undefined })
    },
  }),
})
