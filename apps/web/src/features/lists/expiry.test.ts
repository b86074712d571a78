import { describe, expect, it } from 'vitest'
import { AS_THE_LIST_SAYS, entryExpiryOptions, expiryInput, NEVER, spanOptions, spanText } from './expiry'

describe('how long entries stay', () => {
  it.each([
    [3_600, '1 hour'],
    [5_400, '90 minutes'],
    [7_200, '2 hours'],
    [10 * 86_400, '10 days'],
    [60, '1 minute'],
  ])('says %s seconds as %s', (seconds, text) => expect(spanText(seconds)).toBe(text))

  it('keeps a span that is not among the usual ones', () => {
    const values = spanOptions(36_000).map(({ value }) => Number(value))
    expect(values).toContain(36_000)
    expect(values).toEqual(values.toSorted((a, b) => a - b))
  })

  it('names what the list says by default', () => {
    expect(entryExpiryOptions(86_400)[0]?.label).toBe('As the list says: 1 day')
    expect(entryExpiryOptions(null)[0]?.label).toBe('As the list says: never expires')
  })

  it('tells the API nothing when the list decides', () => {
    expect(expiryInput(AS_THE_LIST_SAYS)).toEqual({})
    expect(expiryInput(NEVER)).toEqual({ neverExpires: true })
    expect(expiryInput('86400')).toEqual({ ttlSeconds: 86_400 })
  })
})
