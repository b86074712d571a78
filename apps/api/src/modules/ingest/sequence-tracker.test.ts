import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SequenceTracker } from './sequence-tracker.js'

function sumOf(numbers: readonly bigint[]): { gaps: number; missing: bigint } {
  const tracker = new SequenceTracker()
  const sum = { gaps: 0, missing: 0n }
  for (const number of numbers) {
    const { gaps, missing } = tracker.observe('fw', number)
    sum.gaps += gaps
    sum.missing += missing
  }
  return sum
}

describe('SequenceTracker', () => {
  it.each<[name: string, numbers: bigint[], gaps: number, missing: bigint]>([
    ['numbers in a row', [5n, 6n, 7n], 0, 0n],
    ['a hole', [5n, 9n], 1, 3n],
    ['a hole that is filled late', [5n, 9n, 7n, 6n, 8n], 0, 0n],
    ['a hole that is parted in two', [5n, 9n, 7n], 2, 2n],
    ['a number twice', [5n, 6n, 6n, 5n], 0, 0n],
    ['a new numbering upwards', [5n, 7_405_726_561_341_530_378n], 0, 0n],
    ['a new numbering downwards', [7_405_726_561_341_530_378n, 5n, 6n], 0, 0n],
  ])('counts %s', (_, numbers, gaps, missing) => {
    expect(sumOf(numbers)).toEqual({ gaps, missing })
  })

  it('keeps firewalls apart', () => {
    const tracker = new SequenceTracker()
    tracker.observe('a', 1n)
    expect(tracker.observe('b', 9n)).toEqual({ gaps: 0, missing: 0n })
  })

  it('tells again what was given back', () => {
    const tracker = new SequenceTracker()
    tracker.observe('a', 1n)
    tracker.giveBack('a', tracker.observe('a', 5n))
    expect(tracker.observe('a', 7n)).toEqual({ gaps: 2, missing: 4n })
    expect(tracker.observe('a', 8n)).toEqual({ gaps: 0, missing: 0n })
  })

  it('finds nothing missing when all numbers arrive, in whatever order after the first', () => {
    const order = fc.shuffledSubarray(
      Array.from({ length: 20 }, (_, index) => BigInt(index + 2)),
      { minLength: 20 },
    )
    fc.assert(
      fc.property(order, numbers => {
        expect(sumOf([1n, ...numbers])).toEqual({ gaps: 0, missing: 0n })
      }),
    )
  })
})
