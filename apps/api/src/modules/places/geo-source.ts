import type { AddressWords } from './address-words.js'
import type { GeoRecord } from './geo-record.js'

export type GeoKind = 'City' | 'ASN'

/** A database as it is shown: licences want their attribution wherever its data is. */
export interface GeoDatabase {
  readonly attribution: string
  readonly url: string | null
  readonly builtAt: Date | null
  readonly kind: GeoKind
  /** The administrator's own file; null: the one that ships. */
  readonly file: string | null
  /** Why it cannot be used. */
  readonly error: string | null
}

/** A database in memory. */
export interface GeoSource {
  readonly database: GeoDatabase
  /** The words are those of the text. Takes microseconds; never throws. */
  find(address: string, words: AddressWords): GeoRecord | undefined
}
