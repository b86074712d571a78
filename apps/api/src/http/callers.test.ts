import { expect, it } from 'vitest'
import { bearerKey } from './callers.js'

it.each([
  ['Bearer spk_abc', 'spk_abc'],
  ['bearer  spk_abc ', 'spk_abc'],
  ['Bearer eyJhbGciOi', undefined],
  ['Basic spk_abc', undefined],
  ['spk_abc', undefined],
  ['Bearer spk_abc def', undefined],
  [undefined, undefined],
  [['Bearer spk_abc'], undefined],
])('finds the key in %j', (header, key) => {
  expect(bearerKey(header)).toBe(key)
})
