import type { LookupProviderId } from '@sallyport/shared'

export type HealthState = 'OFF' | 'PAUSED' | 'QUOTA' | 'FAILED' | 'WORKING' | 'READY'

export interface ProviderHealth {
  readonly enabled: boolean
  readonly lastSuccessAt: string | null
  readonly lastErrorAt: string | null
  /** Not asked until then. */
  readonly openUntil: string | null
  readonly askedToday: number
  /** null: none. */
  readonly quota: number | null
}

/** How asking a provider goes: what keeps it from being asked comes first, then how the last question went. */
export function healthState(provider: ProviderHealth, now: number): HealthState {
  const { enabled, lastSuccessAt, lastErrorAt, openUntil, askedToday, quota } = provider
  if (!enabled) return 'OFF'
  if (openUntil !== null && Date.parse(openUntil) > now) return 'PAUSED'
  if (quota !== null && askedToday >= quota) return 'QUOTA'
  if (lastErrorAt !== null && (lastSuccessAt === null || Date.parse(lastErrorAt) > Date.parse(lastSuccessAt))) return 'FAILED'
  return lastSuccessAt === null ? 'READY' : 'WORKING'
}

/** Share of the day's quota that is used, 0 … 100; null: there is no quota. */
export function quotaUsed({ askedToday, quota }: Pick<ProviderHealth, 'askedToday' | 'quota'>): number | null {
  if (quota === null) return null
  return quota === 0 ? 100 : Math.min(100, Math.round((askedToday / quota) * 100))
}

/** Where each is set up. */
export const SET_UP_PLACES: Readonly<Record<LookupProviderId, 'directories' | 'reputation' | 'sources'>> = {
  DIRECTORY: 'directories',
  WILDFIRE_VERDICT: 'sources',
  WILDFIRE_REPORT: 'sources',
  ABUSEIPDB: 'reputation',
  VIRUSTOTAL: 'reputation',
  GREYNOISE: 'reputation',
  REVERSE_DNS: 'reputation',
}
