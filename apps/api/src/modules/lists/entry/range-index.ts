import { compareRanges, overlaps, type AddressRange } from './address-range.js'

/** Answers which of many ranges overlap a given one, in the logarithm of their number. Ranges may overlap each other. */
export class RangeIndex<T extends { readonly range: AddressRange }> {
  private readonly sorted: readonly T[]
  /** Largest last address among the ranges of the family up to each place: nothing before can reach further. */
  private readonly reach: readonly bigint[]

  constructor(items: readonly T[]) {
    this.sorted = [...items].sort((left, right) => compareRanges(left.range, right.range))
    const reach: bigint[] = []
    for (const [at, { range }] of this.sorted.entries()) {
      const before = this.sorted[at - 1]?.range.family === range.family ? (reach[at - 1] ?? 0n) : 0n
      reach.push(range.last > before ? range.last : before)
    }
    this.reach = reach
  }

  /** The first that overlaps (and passes), from the nearest before its end backwards. */
  find(range: AddressRange, passes: (item: T) => boolean = () => true): T | undefined {
    for (let at = this.placeAfter(range) - 1; at >= 0; at -= 1) {
      const item = this.sorted[at]
      if (!item || item.range.family !== range.family || (this.reach[at] ?? 0n) < range.first) return undefined
      if (overlaps(item.range, range) && passes(item)) return item
    }
    return undefined
  }

  /** Place of the first range that begins behind the end of the given one. */
  private placeAfter({ family, last }: AddressRange): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const range = this.sorted[middle]?.range
      if (range && (range.family < family || (range.family === family && range.first <= last))) low = middle + 1
      else high = middle
    }
    return low
  }
}
