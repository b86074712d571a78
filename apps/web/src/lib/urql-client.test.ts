import { gql } from 'urql'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGraphqlSession, websocketUrl } from './urql-client'

const answer = (body: object) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })))

afterEach(() => vi.unstubAllGlobals())

describe('the GraphQL client', () => {
  it.each([
    ['https:', 'wss://host:1/graphql'],
    ['http:', 'ws://host:1/graphql'],
  ])('has its socket on the same host as a page of %s', (protocol, expected) => {
    expect(websocketUrl({ protocol, host: 'host:1' } as Location)).toBe(expected)
  })

  it.each([
    ['once when the server does not know the session', 'UNAUTHENTICATED', 1],
    ['not when something is forbidden', 'FORBIDDEN', 0],
  ])('ends the session %s', async (_when, code, times) => {
    answer({ data: null, errors: [{ message: 'UNAUTHENTICATED', extensions: { code } }] })
    const onSignedOut = vi.fn()
    const { client } = createGraphqlSession(onSignedOut)
    await client
      .query(
        gql`
          {
            alertsCursor
          }
        `,
        {},
      )
      .toPromise()
    await client
      .query(
        gql`
          {
            setUpNeeded
          }
        `,
        {},
      )
      .toPromise()
    expect(onSignedOut).toHaveBeenCalledTimes(times)
  })
})
