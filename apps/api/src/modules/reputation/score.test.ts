import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreOf, sharesOf, type Evidence } from './score.js'

const of = (...pairs: readonly (readonly [score: number | null, weight: number])[]): Evidence[] =>
  pairs.map(([score, weight]) => ({ score, weight }))

describe('one score', () => {
  it.each<[string, Evidence[], number | null]>([
    ['nobody is asked', of(), null],
    ['nobody knows', of([null, 50], [null, 100]), null],
    ['only those who do not count know', of([100, 0]), null],
    ['one knows', of([80, 50]), 80],
    ['one knows, others do not', of([80, 50], [null, 100]), 80],
    ['one says harmless', of([0, 50]), 0],
    ['two agree', of([60, 50], [60, 50]), 60],
    ['two agree more or less', of([100, 60], [67, 70]), 82],
    ['they disagree evenly', of([100, 50], [0, 50]), 50],
    ['a trusted one against many weak ones', of([100, 90], [0, 30], [0, 30], [0, 30], [0, 30]), 90],
    ['a business service (RIOT) among accusations', of([100, 50], [60, 50], [0, 50]), 65],
    ['a feed, and a scanner that finds nothing', of([80, 50], [0, 14]), 63],
    ['beyond all bounds', of([250, 500], [-3, 1]), 100],
  ])('%s', (_, evidence, score) => {
    expect(scoreOf(evidence)).toBe(score)
  })
})

describe('whatever is said', () => {
  const one = fc.record({ score: fc.option(fc.integer({ min: 0, max: 100 })), weight: fc.integer({ min: 0, max: 100 }) })
  const known = fc.record({ score: fc.integer({ min: 0, max: 100 }), weight: fc.integer({ min: 1, max: 100 }) })
  const all = fc.array(one, { maxLength: 12 })
  const some = fc.array(known, { minLength: 1, maxLength: 12 })
  const definite = (evidence: readonly Evidence[]): number => scoreOf(evidence) ?? Number.NaN

  it('is null exactly when nobody who counts knows', () => {
    fc.assert(
      fc.property(all, evidence => {
        expect(scoreOf(evidence) === null).toBe(!evidence.some(({ score, weight }) => score !== null && weight > 0))
      }),
    )
  })

  it('lies between the lowest and the highest, as an integer', () => {
    fc.assert(
      fc.property(some, evidence => {
        const scores = evidence.map(({ score }) => score)
        const score = definite(evidence)
        expect(Number.isInteger(score)).toBe(true)
        expect(score).toBeGreaterThanOrEqual(Math.min(...scores))
        expect(score).toBeLessThanOrEqual(Math.max(...scores))
      }),
    )
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(some, evidence => {
        expect(scoreOf([...evidence].reverse())).toBe(scoreOf(evidence))
      }),
    )
  })

  it('never falls when one says worse', () => {
    fc.assert(
      fc.property(some, fc.nat(), fc.integer({ min: 0, max: 100 }), (evidence, at, rise) => {
        const worse = evidence.map((entry, index) =>
          index === at % evidence.length ? { ...entry, score: Math.min(100, entry.score + rise) } : entry,
        )
        expect(definite(worse)).toBeGreaterThanOrEqual(definite(evidence))
      }),
    )
  })

  it('never rises by somebody who says harmless, never falls by somebody who says as bad or worse', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }), (evidence, weight, rise) => {
        const before = definite(evidence)
        expect(definite([...evidence, { score: 0, weight }])).toBeLessThanOrEqual(before)
        expect(definite([...evidence, { score: Math.min(100, before + rise), weight }])).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('is not changed by those who know nothing', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 100 }), (evidence, weight) => {
        expect(scoreOf([...evidence, { score: null, weight }])).toBe(scoreOf(evidence))
      }),
    )
  })

  it('is shared out by weight', () => {
    expect(sharesOf(of([80, 60], [null, 90], [0, 20]))).toEqual([75, 0, 25])
    expect(sharesOf(of([null, 90]))).toEqual([0])
    fc.assert(
      fc.property(some, evidence => {
        const total = sharesOf(evidence).reduce((sum, share) => sum + share, 0)
        expect(Math.abs(total - 100)).toBeLessThanOrEqual(evidence.length / 2)
      }),
    )
  })
})
