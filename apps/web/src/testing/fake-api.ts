import { buildSchema, execute, getOperationAST, type GraphQLError } from 'graphql'
import { Client, CombinedError, type Exchange, type Operation, type OperationResult } from 'urql'
import { filter, fromPromise, makeSubject, merge, mergeMap, pipe, share, tap } from 'wonka'
// eslint-disable-next-line import-x/no-restricted-paths -- the schema is the one thing of the API that the pages know
import schemaText from '../../../api/schema.graphql?raw'
import { normalisedCache } from '../lib/cache'
import type { Connection } from '../lib/live-connection'
import { refetchOnReconnect } from '../lib/refetch-on-reconnect'
import { createStore, type Store } from '../lib/store'
import type { GraphqlSession } from '../lib/urql-client'

/** Root value of the schema's type, e.g. `{ sources: [] }`; thrown errors are answered as errors. */
type Handler = (variables: Record<string, unknown>) => object | Promise<object>

export interface FakeApi {
  readonly session: GraphqlSession
  readonly connection: Store<Connection>
  /** Answers the query or mutation of that name. */
  on(operationName: string, handler: Handler): FakeApi
  /** Sends an event to every open subscription of that name. */
  emit(operationName: string, event: object): Promise<void>
  /** Variables of every operation of that name, in order. */
  calls(operationName: string): readonly Record<string, unknown>[]
  /** How many subscriptions of that name are open. */
  opened(operationName: string): number
}

const schema = buildSchema(schemaText)

const nameOf = (operation: Operation): string => getOperationAST(operation.query)?.name?.value ?? ''

/** Executes against the real schema: an answer that the API could not give is an error, and types are named as the cache needs them. */
async function resultOf(operation: Operation, rootValue: object): Promise<OperationResult> {
  const { data, errors } = await execute({
    schema,
    document: operation.query,
    variableValues: operation.variables as Record<string, unknown>,
    rootValue,
  })
  return resultWith(operation, data, errors)
}

function resultWith(operation: Operation, data: unknown, errors: readonly GraphQLError[] | undefined): OperationResult {
  const error = errors ? { error: new CombinedError({ graphQLErrors: [...errors] }) } : {}
  return { operation, data, ...error, stale: false, hasNext: operation.kind === 'subscription' }
}

/** The console's GraphQL client with its real cache, over answers that a test gives. What no test answers is an error. */
export function createFakeApi(): FakeApi {
  const handlers = new Map<string, Handler>()
  const calls: { readonly name: string; readonly variables: Record<string, unknown> }[] = []
  const subscriptions = new Map<number, Operation>()
  const events = makeSubject<OperationResult>()
  const connection = createStore<Connection>({ state: 'live', reconnects: 0 })

  async function answer(operation: Operation): Promise<OperationResult> {
    const name = nameOf(operation)
    const variables = operation.variables as Record<string, unknown>
    calls.push({ name, variables })
    try {
      const handler = handlers.get(name)
      if (!handler) throw new Error(`The test answers no ${name}`)
      return await resultOf(operation, await handler(variables))
    } catch (error) {
      return resultWith(operation, undefined, [error as GraphQLError])
    }
  }

  const answering: Exchange = () => operations$ => {
    const seen$ = pipe(
      operations$,
      tap(operation => {
        if (operation.kind === 'subscription') {
          subscriptions.set(operation.key, operation)
          calls.push({ name: nameOf(operation), variables: operation.variables as Record<string, unknown> })
        }
        if (operation.kind === 'teardown') subscriptions.delete(operation.key)
      }),
      share,
    )
    const answers$ = pipe(
      seen$,
      filter(({ kind }) => kind === 'query' || kind === 'mutation'),
      mergeMap(operation => fromPromise(answer(operation))),
    )
    return merge([answers$, events.source])
  }

  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [refetchOnReconnect(connection), normalisedCache(), answering],
  })
  const withoutSocket = () => {
    throw new Error('The fake API has no socket')
  }
  const api: FakeApi = {
    session: { client, connection: { store: connection, client: withoutSocket, dispose: () => {} } },
    connection,
    on(operationName, handler) {
      handlers.set(operationName, handler)
      return api
    },
    async emit(operationName, event) {
      const open = [...subscriptions.values()].filter(operation => nameOf(operation) === operationName)
      for (const operation of open) events.next(await resultOf(operation, event))
    },
    calls: operationName => calls.filter(({ name }) => name === operationName).map(({ variables }) => variables),
    opened: operationName => [...subscriptions.values()].filter(operation => nameOf(operation) === operationName).length,
  }
  return api
}
