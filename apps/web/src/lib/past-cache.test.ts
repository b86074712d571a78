import { cacheExchange } from '@urql/exchange-graphcache'
import { Client, type Exchange, gql, type Operation } from 'urql'
import { filter, makeSubject, map, merge, pipe, subscribe, tap } from 'wonka'
import { describe, expect, it } from 'vitest'
import { lettingPast, PAST_CACHE } from './past-cache'

interface Answer {
  readonly thing: { readonly id: string; readonly text: string }
}

const Thing_Query = gql<Answer, Record<string, never>>`
  query Thing {
    thing {
      id
      text
    }
  }
`
const ThingPast_Query = gql<Answer, Record<string, never>>`
  query ThingPast {
    thing {
      id
      text
    }
  }
`
const Things_Subscription = gql<Answer, Record<string, never>>`
  subscription Things {
    thing {
      id
      text
    }
  }
`

function setUp() {
  const asked: Operation[] = []
  const events = makeSubject<string>()
  let text = 'first'
  const answer = (operation: Operation, given: string) => ({
    operation,
    data: { thing: { __typename: 'Thing', id: '1', text: given } },
    stale: false,
    hasNext: operation.kind === 'subscription',
  })
  const server: Exchange = () => operations$ =>
    merge([
      pipe(
        operations$,
        tap(operation => asked.push(operation)),
        filter(({ kind }) => kind === 'query'),
        map(operation => answer(operation, text)),
      ),
      pipe(
        events.source,
        map(given => answer(asked.findLast(({ kind }) => kind === 'subscription') as Operation, given)),
      ),
    ])
  const client = new Client({ url: '/', preferGetMethod: false, exchanges: [lettingPast(cacheExchange()), server] })
  return { client, asked, event: events.next, say: (given: string) => void (text = given) }
}

describe('an operation past the cache', () => {
  it('is answered by the server each time, and leaves the cache as it is', async () => {
    const { client, say } = setUp()
    await client.query(Thing_Query, {})
    say('second')
    expect((await client.query(ThingPast_Query, {}, PAST_CACHE)).data?.thing.text).toBe('second')
    expect((await client.query(Thing_Query, {})).data?.thing.text).toBe('first')
  })

  it('gets the events of its subscription until it is torn down', () => {
    const { client, asked, event } = setUp()
    const got: (string | undefined)[] = []
    const { unsubscribe } = pipe(
      client.subscription(Things_Subscription, {}, PAST_CACHE),
      subscribe(({ data }) => void got.push(data?.thing.text)),
    )
    event('a')
    event('b')
    unsubscribe()
    expect(got).toEqual(['a', 'b'])
    expect(asked.map(({ kind }) => kind)).toEqual(['subscription', 'teardown'])
  })
})
