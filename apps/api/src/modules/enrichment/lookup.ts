import type { LookupProviderId, LookupState, ObservableKind } from '@sallyport/shared'

/** What is known from one provider about one value. */
export interface LookupRow {
  readonly provider: LookupProviderId
  readonly kind: ObservableKind
  readonly value: string
  /** NOT_ASKED where there is no row. */
  readonly state: LookupState
  readonly facts: unknown
  readonly score: number | null
  readonly reason: string | null
  readonly answeredAt: Date | null
  readonly expiresAt: Date | null
  /** A newer answer is being asked for. */
  readonly refreshing: boolean
}

/** Where there is no row. */
export const notAsked = (provider: LookupProviderId, kind: ObservableKind, value: string): LookupRow => ({
  provider,
  kind,
  value,
  state: 'NOT_ASKED',
  facts: null,
  score: null,
  reason: null,
  answeredAt: null,
  expiresAt: null,
  refreshing: false,
})
