import { parseRange } from './entry/canonical-address.js'
import type { AddressRange } from './entry/address-range.js'
import { RangeIndex } from './entry/range-index.js'
import type { CoolDownRow } from './list-row.js'
import type { CanonicalValue } from './protection.js'

/** Cool-downs of one kind, ready to be asked about many values: the same value, and for addresses any overlap. */
export class CoolDownIndex {
  private readonly byValue: ReadonlyMap<string, CoolDownRow>
  private readonly ranges: RangeIndex<CoolDownRow & { range: AddressRange }>

  constructor(coolDowns: readonly CoolDownRow[]) {
    this.byValue = new Map(coolDowns.map(coolDown => [coolDown.value, coolDown]))
    this.ranges = new RangeIndex(
      coolDowns.flatMap(coolDown => {
        const range = coolDown.kind === 'ADDRESS' ? parseRange(coolDown.value) : undefined
        return range ? [{ ...coolDown, range }] : []
      }),
    )
  }

  touchedBy({ value, range }: CanonicalValue): CoolDownRow | undefined {
    return this.byValue.get(value) ?? (range && this.ranges.find(range))
  }
}
