import { Client, type CombinedError, type ExecutionResult, fetchExchange, mapExchange, subscriptionExchange } from 'urql'
import { normalisedCache } from './cache'
import { createLiveConnection, type LiveConnection } from './live-connection'
import { refetchOnReconnect } from './refetch-on-reconnect'

/** A signed-in (or signed-out) time of the console: its GraphQL client, cache and live connection end together. */
export interface GraphqlSession {
  readonly client: Client
  readonly connection: LiveConnection
}

export const GRAPHQL_PATH = '/graphql'

export function websocketUrl(location: Location = window.location): string {
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}${GRAPHQL_PATH}`
}

/** onSignedOut is called at most once: when the server no longer knows who is asking. */
export function createGraphqlSession(onSignedOut: () => void): GraphqlSession {
  let over = false
  const endOnce = () => {
    if (over) return
    over = true
    onSignedOut()
  }
  const connection = createLiveConnection(websocketUrl(), endOnce)
  const client = new Client({
    url: GRAPHQL_PATH,
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      mapExchange({
        onError: error => {
          if (isUnauthenticated(error)) endOnce()
        },
      }),
      refetchOnReconnect(connection.store),
      normalisedCache(),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: request => ({
          subscribe: sink => ({
            unsubscribe: connection
              .client()
              .subscribe({ ...request, query: request.query ?? '' }, { ...sink, next: result => sink.next(result as ExecutionResult) }),
          }),
        }),
      }),
    ],
  })
  return { client, connection }
}

/** By code, never by text. */
export function isUnauthenticated(error: CombinedError): boolean {
  return error.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED')
}
