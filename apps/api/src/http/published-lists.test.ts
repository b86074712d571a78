import { describe, expect, it } from 'vitest'
import { chosenEncoding } from './published-lists.js'

describe('the encoding of a published list', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['*', 'identity'],
    ['deflate', 'identity'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP, deflate', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=abc', 'identity'],
    ['gzipped, brotli', 'identity'],
  ])('for %j is %s', (accept, encoding) => {
    expect(chosenEncoding(accept)).toBe(encoding)
  })
})
