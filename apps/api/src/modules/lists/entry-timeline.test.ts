import { expect, it } from 'vitest'
import { valuesText } from './entry-timeline.js'

it('names the first values and counts the rest', () => {
  expect(valuesText(['203.0.113.9'], '1')).toBe('203.0.113.9')
  expect(valuesText(['a.example', 'b.example', 'c.example'], '1203')).toBe('a.example, b.example, c.example and 1,200 more')
})
