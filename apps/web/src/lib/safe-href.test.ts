import { describe, expect, it } from 'vitest'
import { safeHref } from './safe-href'

describe('a link from outside', () => {
  it.each(['https://provider.example/check/203.0.113.7', 'http://intranet.example/', '/wildfire/abc.pdf'])('follows %s', address =>
    expect(safeHref(address)).toBe(address),
  )

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example/', '/\\evil.example', 'no address', ''])(
    'does not follow %s',
    address => expect(safeHref(address)).toBeNull(),
  )

  it('is none where none was told', () => expect(safeHref(null)).toBeNull())
})
