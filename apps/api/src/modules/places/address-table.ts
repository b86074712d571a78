import type { AddressWords, WordRange } from './address-words.js'
import type { Work } from './in-turns.js'

/** Steps between two breaths. */
const BREATH = 4_096
/** Ranges that are sorted at once: some milliseconds. */
const RUN = 2 ** 15

/** Words of all ends of one family, `width` each, one range after the other. */
class FamilyRanges {
  count = 0
  firsts: Uint32Array
  lasts: Uint32Array

  constructor(
    readonly width: 1 | 4,
    capacity: number,
  ) {
    this.firsts = new Uint32Array(capacity * width)
    this.lasts = new Uint32Array(capacity * width)
  }

  add({ first, last }: WordRange): number {
    const at = this.count * this.width
    if (at === this.firsts.length) this.grow()
    write(this.firsts, at, first)
    write(this.lasts, at, last)
    this.count += 1
    return this.count - 1
  }

  range(index: number): WordRange {
    return { first: read(this.firsts, index, this.width), last: read(this.lasts, index, this.width) }
  }

  private grow(): void {
    const length = Math.max(1_024 * this.width, this.firsts.length * 2)
    this.firsts = copyOf(this.firsts, length)
    this.lasts = copyOf(this.lasts, length)
  }
}

/** Disjoint stretches in order, each belonging to the range that counts there. */
interface Stretches {
  readonly count: number
  readonly firsts: Uint32Array
  readonly lasts: Uint32Array
  /** Index of the range; undefined: stretch and range have the same. */
  readonly owners: Uint32Array | undefined
  /** Of IPv4: how many begin in front of each value of the first 16 bits, which spares most of the search. */
  readonly heads: Uint32Array
}

/**
 * Which of a million ranges holds an address, by binary search over words; a look-up takes well under a microsecond.
 * Where ranges overlap, the one that begins last counts, of those the one that ends first: of networks the longest prefix.
 * Ranges are numbered per family in the order in which they were added.
 */
export class AddressTable {
  constructor(
    private readonly families: { readonly 4: Family; readonly 6: Family },
    /** Of both families. */
    readonly count: number,
  ) {}

  /** Number of the range among those of the address's family; −1: none holds it. */
  find(address: AddressWords): number {
    return typeof address === 'number' ? find4(this.families[4].stretches, address) : find6(this.families[6].stretches, address)
  }

  /** The range as it was added. */
  range(family: 4 | 6, index: number): WordRange {
    return this.families[family].ranges.range(index)
  }
}

interface Family {
  readonly ranges: FamilyRanges
  readonly stretches: Stretches
}

export class AddressTableBuilder {
  private readonly families: { readonly 4: FamilyRanges; readonly 6: FamilyRanges }

  /** @param capacity ranges of either family that are expected: more may come */
  constructor(capacity: { readonly 4?: number; readonly 6?: number } = {}) {
    this.families = { 4: new FamilyRanges(1, capacity[4] ?? 0), 6: new FamilyRanges(4, capacity[6] ?? 0) }
  }

  /** Number of the range among those of its family. */
  add(range: WordRange): number {
    return this.families[typeof range.first === 'number' ? 4 : 6].add(range)
  }

  get count(): number {
    return this.families[4].count + this.families[6].count
  }

  /** Nothing may be added any more. */
  *build(): Work<AddressTable> {
    const [four, six] = [this.families[4], this.families[6]]
    return new AddressTable(
      { 4: { ranges: four, stretches: yield* flatten(four) }, 6: { ranges: six, stretches: yield* flatten(six) } },
      this.count,
    )
  }
}

function* flatten(ranges: FamilyRanges): Work<Stretches> {
  const stretches = yield* disjoint(ranges)
  return { ...stretches, heads: ranges.width === 1 ? headsOf(stretches) : NO_HEADS }
}

const NO_HEADS = new Uint32Array(0)

function headsOf({ count, firsts }: Omit<Stretches, 'heads'>): Uint32Array {
  const heads = new Uint32Array(0x1_0001)
  for (let at = 0; at < count; at += 1) heads[((firsts[at] ?? 0) >>> 16) + 1] = at + 1
  for (let head = 1; head < heads.length; head += 1) heads[head] = Math.max(heads[head] ?? 0, heads[head - 1] ?? 0)
  return heads
}

function* disjoint(ranges: FamilyRanges): Work<Omit<Stretches, 'heads'>> {
  const { count, width, firsts, lasts } = ranges
  if (yield* isDisjointInOrder(ranges)) {
    return { count, firsts: firsts.slice(0, count * width), lasts: lasts.slice(0, count * width), owners: undefined }
  }
  return yield* sweep(ranges, yield* sortedOrder(ranges))
}

function* isDisjointInOrder({ count, width, firsts, lasts }: FamilyRanges): Work<boolean> {
  for (let at = 1; at < count; at += 1) {
    if (compare(lasts, at - 1, firsts, at, width) >= 0) return false
    if (at % BREATH === 0) yield
  }
  return true
}

/** Indexes by first address, wider ones first: sorted runs that are merged, so that others get the thread in between. */
function* sortedOrder(ranges: FamilyRanges): Work<Uint32Array> {
  const { count, width, firsts, lasts } = ranges
  const before = (left: number, right: number) => compare(firsts, left, firsts, right, width) || compare(lasts, right, lasts, left, width)
  let order = new Uint32Array(count)
  for (let at = 0; at < count; at += RUN) {
    sortRun(order, at, Math.min(at + RUN, count), ranges, before)
    yield
  }
  let merged = new Uint32Array(count)
  for (let run = RUN; run < count; run *= 2) {
    for (let at = 0; at < count; at += 2 * run) {
      const middle = Math.min(at + run, count)
      const end = Math.min(at + 2 * run, count)
      let [left, right] = [at, middle]
      for (let to = at; to < end; to += 1) {
        const takesLeft = right >= end || (left < middle && before(order[left] ?? 0, order[right] ?? 0) <= 0)
        merged[to] = order[takesLeft ? left++ : right++] ?? 0
        if (to % BREATH === 0) yield
      }
    }
    ;[order, merged] = [merged, order]
  }
  return order
}

/**
 * By the first word and the place, as one number each: those are sorted without a comparison in JavaScript, ten times as
 * fast. Only ranges that begin with the same word are compared as a whole.
 */
function sortRun(
  order: Uint32Array,
  start: number,
  end: number,
  { width, firsts }: FamilyRanges,
  before: (a: number, b: number) => number,
) {
  const keys = new Float64Array(end - start)
  for (let at = 0; at < keys.length; at += 1) keys[at] = (firsts[(start + at) * width] ?? 0) * RUN + at
  keys.sort()
  let same = 0
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0
    order[start + at] = start + (key % RUN)
    const isLast = at + 1 === keys.length || Math.floor((keys[at + 1] ?? 0) / RUN) !== Math.floor(key / RUN)
    if (!isLast) continue
    if (at > same) order.subarray(start + same, start + at + 1).sort(before)
    same = at + 1
  }
}

/**
 * Goes over the ranges in order and keeps those that have begun on a stack: the uppermost that has not ended counts.
 * Those beneath it that have ended are thrown away when they come up.
 */
function* sweep({ count, width, firsts, lasts }: FamilyRanges, order: Uint32Array): Work<Omit<Stretches, 'heads'>> {
  const out = { firsts: new Uint32Array(2 * count * width), lasts: new Uint32Array(2 * count * width), owners: new Uint32Array(2 * count) }
  const at = new Uint32Array(width)
  const until = new Uint32Array(width)
  const open: number[] = []
  let stretches = 0
  for (let next = 0; next < count || open.length > 0;) {
    if (stretches % BREATH === 0) yield
    if (open.length === 0) copy(firsts, order[next] ?? 0, at, 0, width)
    while (next < count && compare(firsts, order[next] ?? 0, at, 0, width) <= 0) open.push(order[next++] ?? 0)
    while (open.length > 0 && compare(lasts, open.at(-1) ?? 0, at, 0, width) < 0) open.pop()
    const top = open.at(-1)
    if (top === undefined) continue
    copy(lasts, top, until, 0, width)
    if (next < count && compare(firsts, order[next] ?? 0, until, 0, width) <= 0) {
      copy(firsts, order[next] ?? 0, until, 0, width)
      decrease(until)
    }
    copy(at, 0, out.firsts, stretches, width)
    copy(until, 0, out.lasts, stretches, width)
    out.owners[stretches] = top
    stretches += 1
    copy(until, 0, at, 0, width)
    // Behind the last address of all there is nothing: whatever is open ends with it.
    if (!increase(at)) break
  }
  const length = stretches * width
  return {
    count: stretches,
    firsts: out.firsts.slice(0, length),
    lasts: out.lasts.slice(0, length),
    owners: out.owners.slice(0, stretches),
  }
}

function find4({ firsts, lasts, owners, heads }: Stretches, address: number): number {
  const head = address >>> 16
  let low = heads[head] ?? 0
  let high = heads[head + 1] ?? 0
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((firsts[middle] ?? 0) <= address) low = middle + 1
    else high = middle
  }
  // The one in front may begin with other bits and reach as far.
  const found = low - 1
  if (found < 0 || (lasts[found] ?? 0) < address) return -1
  return owners ? (owners[found] ?? -1) : found
}

function find6({ count, firsts, lasts, owners }: Stretches, address: readonly [number, number, number, number]): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareTo(firsts, middle * 4, address) <= 0) low = middle + 1
    else high = middle
  }
  const found = low - 1
  if (found < 0 || compareTo(lasts, found * 4, address) < 0) return -1
  return owners ? (owners[found] ?? -1) : found
}

function compareTo(words: Uint32Array, at: number, address: readonly [number, number, number, number]): number {
  return (
    (words[at] ?? 0) - address[0] ||
    (words[at + 1] ?? 0) - address[1] ||
    (words[at + 2] ?? 0) - address[2] ||
    (words[at + 3] ?? 0) - address[3]
  )
}

/** Of the addresses at these places. */
function compare(left: Uint32Array, leftAt: number, right: Uint32Array, rightAt: number, width: number): number {
  for (let word = 0; word < width; word += 1) {
    const difference = (left[leftAt * width + word] ?? 0) - (right[rightAt * width + word] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function copy(from: Uint32Array, fromAt: number, to: Uint32Array, toAt: number, width: number): void {
  for (let word = 0; word < width; word += 1) to[toAt * width + word] = from[fromAt * width + word] ?? 0
}

/** false: it was the last address of all. */
function increase(words: Uint32Array): boolean {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = (words[at] ?? 0) + 1
    words[at] = word
    if (word <= 0xffff_ffff) return true
  }
  return false
}

function decrease(words: Uint32Array): void {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? 0
    words[at] = word - 1
    if (word > 0) return
  }
}

function write(words: Uint32Array, at: number, address: AddressWords): void {
  if (typeof address === 'number') words[at] = address
  else words.set(address, at)
}

function read(words: Uint32Array, index: number, width: 1 | 4): AddressWords {
  const at = index * width
  return width === 1 ? (words[at] ?? 0) : [words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0, words[at + 3] ?? 0]
}

function copyOf(words: Uint32Array, length: number): Uint32Array {
  const copy = new Uint32Array(length)
  copy.set(words)
  return copy
}
