/** What somebody says of a value, and how much it counts. */
export interface Evidence {
  /** 0 harmless … 100 malicious; null: nothing. */
  readonly score: number | null
  /** 0 … 100. */
  readonly weight: number
}

/**
 * One score 0 … 100 from all that is said (docs/adr/0017). It is the mean of the scores by their weights, but not less than what the
 * sources leave beyond doubt together: each leaves a doubt of 1 − score × weight, doubts multiply, and no more than the highest
 * score comes of it. So agreement counts, harmless evidence lowers, and a trusted source is not talked down by many weak ones.
 * @returns null when nobody says anything that counts
 */
export function scoreOf(evidence: readonly Evidence[]): number | null {
  const counting = evidence.flatMap(({ score, weight }) =>
    score === null || !(weight > 0) ? [] : [{ score: inRange(score), weight: inRange(weight) }],
  )
  const total = sum(counting.map(({ weight }) => weight))
  if (total === 0) return null
  const mean = sum(counting.map(({ score, weight }) => score * weight)) / total
  const doubt = counting.reduce((rest, { score, weight }) => rest * (1 - (score * weight) / 10_000), 1)
  const highest = Math.max(...counting.map(({ score }) => score))
  return rounded(Math.max(mean, Math.min(highest, 100 * (1 - doubt))))
}

/** Share of each in all that counts, in percent: what the reader is told of the weights. 0 for those that say nothing. */
export function sharesOf(evidence: readonly Evidence[]): readonly number[] {
  const weights = evidence.map(({ score, weight }) => (score === null || !(weight > 0) ? 0 : inRange(weight)))
  const total = sum(weights)
  return weights.map(weight => (total === 0 ? 0 : Math.round((100 * weight) / total)))
}

/** The last digits of a product depend on the order of its factors: they must not decide about a half. */
const rounded = (number: number): number => Math.round(Math.round(number * 1e9) / 1e9)
const inRange = (number: number): number => Math.min(100, Math.max(0, number))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
