import { describe, expect, it } from 'vitest'
import { placeName } from './place-name'

describe('the place of an address', () => {
  it.each(['United States', 'Guinea-Bissau', 'Timor-Leste', 'DE'])('is %s', place => expect(placeName(place)).toBe(place))
  it.each(['10.0.0.0-10.255.255.255', '192.168.0.0-192.168.255.255', 'fc00::-fdff::'])('is not the range %s', range =>
    expect(placeName(range)).toBeNull(),
  )
  it('may be untold', () => expect(placeName(null)).toBeNull())
})
