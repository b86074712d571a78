import type { AddressRange } from './address-range.js'

/** A value as it is stored and compared, or the one reason why it is none. */
export type Canonical = { readonly ok: true; readonly value: string; readonly range?: AddressRange } | Refusal

export interface Refusal {
  readonly ok: false
  /** A sentence without its full stop, for the person who typed the value. */
  readonly reason: string
}

export const refuse = (reason: string): Refusal => ({ ok: false, reason })
