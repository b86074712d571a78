import { describe, expect, it } from 'vitest'
import { countedAddress } from './sign-in-limiter.js'

describe('countedAddress', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:db8:1:2:ffff::9', '2001:db8:1:2::'],
    ['::1', '::'],
  ])('counts %s as %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted)
  })
})
