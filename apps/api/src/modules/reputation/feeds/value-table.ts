import type { Work } from '../../places/index.js'

/** Values between two breaths. */
const BREATH = 4_096
const EMPTY = 0

/**
 * A set of texts that takes little more memory than their bytes: a hash table of places in one buffer. Two million domains
 * take some 60 MB, where a Set of strings takes 200. A look-up compares the bytes: there are no false matches.
 */
export class ValueTable {
  private constructor(
    private readonly bytes: Buffer,
    /** Where each value begins; one more than there are values. */
    private readonly starts: Uint32Array,
    /** Number of a value, from 1; EMPTY. A power of two, at most half full. */
    private readonly slots: Uint32Array,
    /** So that nobody can make up values that all meet in one place. */
    private readonly seed: number,
  ) {}

  get count(): number {
    return this.starts.length - 1
  }

  /** @param bytes values, each followed by a newline */
  static *build(bytes: Buffer, seed = Math.floor(Math.random() * 0x1_0000_0000)): Work<ValueTable> {
    let starts = new Uint32Array(1_024)
    let count = 0
    for (let at = 0; at < bytes.length;) {
      const newline = bytes.indexOf(10, at)
      at = newline < 0 ? bytes.length + 1 : newline + 1
      count += 1
      if (count === starts.length) {
        const longer = new Uint32Array(starts.length * 2)
        longer.set(starts)
        starts = longer
      }
      starts[count] = at
      if (count % BREATH === 0) yield
    }
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * 2))))
    const table = new ValueTable(bytes, starts.slice(0, count + 1), slots, seed)
    for (let index = 0; index < count; index += 1) {
      table.insert(index)
      if (index % BREATH === 0) yield
    }
    return table
  }

  has(value: string): boolean {
    const wanted = Buffer.from(value)
    const mask = this.slots.length - 1
    for (let at = hash(wanted, 0, wanted.length, this.seed) & mask; ; at = (at + 1) & mask) {
      const index = this.slots[at] ?? EMPTY
      if (index === EMPTY) return false
      const [start, end] = this.placeOf(index - 1)
      if (end - start === wanted.length && this.bytes.compare(wanted, 0, wanted.length, start, end) === 0) return true
    }
  }

  private insert(index: number): void {
    const [start, end] = this.placeOf(index)
    const mask = this.slots.length - 1
    let at = hash(this.bytes, start, end, this.seed) & mask
    while (this.slots[at] !== EMPTY) at = (at + 1) & mask
    this.slots[at] = index + 1
  }

  private placeOf(index: number): readonly [start: number, end: number] {
    return [this.starts[index] ?? 0, (this.starts[index + 1] ?? 1) - 1]
  }
}

/** FNV-1a, with a last mixing so that the low bits depend on all. */
function hash(bytes: Buffer, start: number, end: number, seed: number): number {
  let value = (0x811c_9dc5 ^ seed) | 0
  for (let at = start; at < end; at += 1) value = Math.imul(value ^ (bytes[at] ?? 0), 0x0100_0193)
  value ^= value >>> 16
  value = Math.imul(value, 0x85eb_ca6b)
  return (value ^ (value >>> 13)) >>> 0
}
