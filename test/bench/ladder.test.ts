import { describe, expect, it } from 'vitest'
import { climb, median, rungAtMost, rungRate } from './ladder.js'

describe('climbing the ladder of rates', () => {
  it.each([
    { from: 5, ceiling: 9, tried: [5, 6, 7, 8, 9, 10] },
    { from: 5, ceiling: 5, tried: [5, 6] },
    { from: 5, ceiling: 3, tried: [5, 4, 3] },
    { from: 2, ceiling: -1, tried: [2, 1, 0] },
  ])('finds $ceiling from $from', async ({ from, ceiling, tried }) => {
    const asked: number[] = []
    const top = await climb(from, async rung => {
      asked.push(rung)
      return rung <= ceiling
    })
    expect({ top, asked }).toEqual({ top: ceiling, asked: tried })
  })

  it('names the rung below a rate', () => {
    expect(rungRate(rungAtMost(5000))).toBeLessThanOrEqual(5000)
    expect(rungRate(rungAtMost(5000) + 1)).toBeGreaterThan(5000)
    expect(rungAtMost(10)).toBe(0)
  })
})

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected)
  })
})
