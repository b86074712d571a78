import {
  AddressTableBuilder,
  formatWords,
  readAddress,
  readRange,
  type AddressTable,
  type Work,
  type WordRange,
} from '../../places/index.js'

/** Lines between two breaths. */
const BREATH = 1_024

/** Addresses, networks and ranges in memory: the longest prefix that holds an address, out of a million. */
export class PrefixTable {
  private constructor(private readonly table: AddressTable) {}

  get count(): number {
    return this.table.count
  }

  /** @param bytes canonical values, each followed by a newline; what is none is left away */
  static *build(bytes: Buffer): Work<PrefixTable> {
    const builder = new AddressTableBuilder({ 4: Math.ceil(bytes.length / 14) })
    let lines = 0
    for (let at = 0; at < bytes.length;) {
      const newline = bytes.indexOf(10, at)
      const end = newline < 0 ? bytes.length : newline
      const range = readRange(bytes.toString('latin1', at, end))
      if (range) builder.add(range)
      at = end + 1
      lines += 1
      if (lines % BREATH === 0) yield
    }
    return new PrefixTable(yield* builder.build())
  }

  /** The narrowest entry that holds the address (canonical), as canonical text. */
  match(address: string): string | undefined {
    const words = readAddress(address)
    if (words === undefined) return undefined
    const found = this.table.find(words)
    if (found < 0) return undefined
    const range = this.table.range(typeof words === 'number' ? 4 : 6, found)
    // Most entries are single addresses: then it is the one that was asked for.
    return isOne(range) ? address : formatWords(range)
  }
}

function isOne({ first, last }: WordRange): boolean {
  if (typeof first === 'number' || typeof last === 'number') return first === last
  return first[3] === last[3] && first[2] === last[2] && first[1] === last[1] && first[0] === last[0]
}
