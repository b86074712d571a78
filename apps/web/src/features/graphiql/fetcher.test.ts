import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFetcher } from './fetcher'

const iterate = vi.fn()
const post = vi.fn(() => Promise.resolve(new Response('{"data":{"alertsCursor":"c"}}')))
const fetcher = createFetcher({ iterate } as never)

beforeEach(() => vi.stubGlobal('fetch', post))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

describe('the fetcher of the GraphQL explorer', () => {
  it('sends queries over HTTP with the session', async () => {
    expect(await fetcher({ query: '{ alertsCursor }', variables: null })).toEqual({ data: { alertsCursor: 'c' } })
    expect(post).toHaveBeenCalledWith('/graphql', expect.objectContaining({ method: 'POST', credentials: 'same-origin' }))
    expect(iterate).not.toHaveBeenCalled()
  })

  it('sends the chosen operation over the live connection when that is a subscription', async () => {
    const query = 'query A { alertsCursor } subscription B { sourceHealthChanged { sources { id } } }'
    await fetcher({ query, operationName: 'B', variables: { x: 1 } })
    expect(iterate).toHaveBeenCalledWith({ query, operationName: 'B', variables: { x: 1 } })
    expect(post).not.toHaveBeenCalled()
  })
})
