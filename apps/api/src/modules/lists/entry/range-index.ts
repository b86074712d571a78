import { compareRanges, contains, overlaps, type AddressRange } from './address-range.js'

/** Answers which of many ranges overlap or contain a given one, in the logarithm of their number. Ranges may overlap each other. */
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

  /** One that overlaps the range. */
  find(range: AddressRange): T | undefined {
    for (const item of this.backwards(range.family, range.last, range.first)) if (overlaps(item.range, range)) return item
    return undefined
  }

  /** All that overlap the range, in no order. */
  findAll(range: AddressRange): T[] {
    const found: T[] = []
    for (const item of this.backwards(range.family, range.last, range.first)) if (overlaps(item.range, range)) found.push(item)
    return found
  }

  /** One that contains the range and passes. */
  findAround(range: AddressRange, passes: (item: T) => boolean): T | undefined {
    for (const item of this.backwards(range.family, range.first, range.last)) if (contains(item.range, range) && passes(item)) return item
    return undefined
  }

  /** Those that begin at or before an address, from the nearest on, while any of them can reach the other address. */
  private *backwards(family: 4 | 6, beginsBy: bigint, reaches: bigint): Generator<T> {
    for (let at = this.placeAfter(family, beginsBy) - 1; at >= 0; at -= 1) {
      const item = this.sorted[at]
      if (!item || item.range.family !== family || (this.reach[at] ?? 0n) < reaches) return
      yield item
    }
  }

  /** Place of the first range that begins behind the address. */
  private placeAfter(family: 4 | 6, address: bigint): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const range = this.sorted[middle]?.range
      if (range && (range.family < family || (range.family === family && range.first <= address))) low = middle + 1
      else high = middle
    }
    return low
  }
}
