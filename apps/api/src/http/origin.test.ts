import { describe, expect, it } from 'vitest'
import { isOwnOrigin } from './origin.js'

describe('isOwnOrigin', () => {
  it.each([
    ['its own page', 'http://sallyport:4000', 'sallyport:4000', undefined, true],
    ['its own page, whatever the case of Host', 'http://sallyport:4000', 'Sallyport:4000', undefined, true],
    ['its own page over https behind a proxy', 'https://soc.example.com', 'soc.example.com', undefined, true],
    ['its public address', 'https://soc.example.com', '10.0.0.1:4000', undefined, true],
    ['another site', 'https://evil.example', 'sallyport:4000', undefined, false],
    ['another port of the same host', 'http://sallyport:5000', 'sallyport:4000', undefined, false],
    ['a sandboxed page', 'null', 'sallyport:4000', undefined, false],
    ['a file', 'file://', 'sallyport:4000', undefined, false],
    ['no host at all', 'http://sallyport:4000', undefined, undefined, false],
    ['what the browser calls cross-site', 'http://sallyport:4000', 'sallyport:4000', 'cross-site', false],
    ['a client that is no browser', undefined, 'sallyport:4000', undefined, true],
  ])('judges %s', (_who, origin, host, fetchSite, expected) => {
    expect(isOwnOrigin({ origin, host, fetchSite }, { publicUrl: 'https://soc.example.com/', whenAbsent: true })).toBe(expected)
  })

  it('refuses an absent origin where that is asked for', () => {
    expect(isOwnOrigin({ origin: undefined, host: 'a' }, { publicUrl: undefined, whenAbsent: false })).toBe(false)
  })
})
