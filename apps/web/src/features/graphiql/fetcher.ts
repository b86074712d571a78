import type { GraphiQL } from 'graphiql'
import { type ExecutionResult, getOperationAST, OperationTypeNode, parse } from 'graphql'
import type { Client } from 'graphql-ws'
import type { ComponentProps } from 'react'
import { GRAPHQL_PATH } from '../../lib/urql-client'

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher']

/** Queries and mutations over HTTP, subscriptions over the console's live connection. */
export function createFetcher(live: Client): Fetcher {
  return ({ query, operationName, variables }) => {
    const name = operationName ?? undefined
    const request = {
      query,
      variables: variables as Record<string, unknown> | null,
      ...(name === undefined ? {} : { operationName: name }),
    }
    if (getOperationAST(parse(query), name)?.operation === OperationTypeNode.SUBSCRIPTION)
      return live.iterate(request) as AsyncIterable<ExecutionResult>
    return post(request)
  }
}

async function post(request: object): Promise<ExecutionResult> {
  const response = await fetch(GRAPHQL_PATH, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify(request),
  })
  return (await response.json()) as ExecutionResult
}
