import { type Exchange, type Operation } from 'urql'
import { pipe, tap } from 'wonka'
import type { Connection } from './live-connection'
import type { Store } from './store'

/**
 * Events of the time without a connection are lost: every query on show is asked again when it comes back.
 * A query that catches up by itself (cursor of alertsAdded) opts out by the context `{ refetchOnReconnect: false }`.
 */
export const refetchOnReconnect =
  (connection: Store<Connection>): Exchange =>
  ({ client, forward }) => {
    const shown = new Map<number, Operation>()
    let seen = connection.get().reconnects
    connection.subscribe(() => {
      const { reconnects } = connection.get()
      if (reconnects === seen) return
      seen = reconnects
      for (const operation of shown.values()) {
        client.reexecuteOperation(
          client.createRequestOperation('query', operation, { ...operation.context, requestPolicy: 'cache-and-network' }),
        )
      }
    })
    return operations$ =>
      pipe(
        operations$,
        tap(operation => {
          if (operation.kind === 'teardown') shown.delete(operation.key)
          if (operation.kind === 'query' && operation.context['refetchOnReconnect'] !== false) shown.set(operation.key, operation)
        }),
        forward,
      )
  }
