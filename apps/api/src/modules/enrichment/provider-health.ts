import type { LookupProviderId } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { Logger } from '../../platform/logger.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { LookupProvider, ProviderPace } from './lookup-provider.js'
import { UNTIL_SETTINGS_CHANGE } from './provider-gate.js'

/** Counting what waits reads an index: not more often than this, however many look. */
const COUNT_EVERY_MS = 2_000

/** How a provider does, over all replicas. */
export interface ProviderState {
  readonly provider: LookupProviderId
  readonly enabled: boolean
  readonly lastSuccessAt: Date | null
  readonly lastErrorAt: Date | null
  readonly lastError: string | null
  readonly openUntil: Date | null
  readonly askedToday: number
  readonly quota: number | null
  readonly waiting: number
}

export interface ProviderHealthDeps {
  readonly pool: Pool
  /** In the order in which they are shown. */
  readonly providers: readonly LookupProvider[]
  readonly clock: Clock
  readonly logger: Logger
}

export class ProviderHealth {
  private counted: { readonly at: number; readonly counts: Promise<ReadonlyMap<LookupProviderId, number>> } | undefined

  constructor(private readonly deps: ProviderHealthDeps) {}

  async states(): Promise<ProviderState[]> {
    const { pool, providers, clock } = this.deps
    const today = new Date(clock.now()).toISOString().slice(0, 10)
    const [paces, waiting, health, usage] = await Promise.all([
      Promise.all(providers.map(provider => this.paceOf(provider))),
      this.waiting(),
      readRows<Omit<ProviderState, 'enabled' | 'askedToday' | 'quota' | 'waiting'>>(
        pool,
        sql`SELECT provider, last_success_at AS "lastSuccessAt", last_error_at AS "lastErrorAt", last_error AS "lastError", open_until AS "openUntil"
          FROM provider_health`,
      ),
      readRows<{ provider: string; asked: number }>(pool, sql`SELECT provider, asked FROM provider_usage WHERE day = ${today}::date`),
    ])
    return providers.map(({ id, usageOf }, at) => {
      const row = health.find(({ provider }) => provider === id)
      return {
        provider: id,
        enabled: paces[at] !== undefined,
        lastSuccessAt: row?.lastSuccessAt ?? null,
        lastErrorAt: row?.lastErrorAt ?? null,
        ...pauseOf(row, clock.now()),
        askedToday: usage.find(({ provider }) => provider === (usageOf ?? id))?.asked ?? 0,
        quota: paces[at]?.perDay ?? null,
        waiting: waiting.get(id) ?? 0,
      }
    })
  }

  /** Values that are due, by provider. */
  async waiting(): Promise<ReadonlyMap<LookupProviderId, number>> {
    const now = this.deps.clock.now()
    if (!this.counted || now - this.counted.at >= COUNT_EVERY_MS) {
      const counts = this.count(new Date(now))
      this.counted = { at: now, counts }
      counts.catch(() => (this.counted = undefined))
    }
    return this.counted.counts
  }

  private async count(now: Date): Promise<ReadonlyMap<LookupProviderId, number>> {
    const rows = await readRows<{ provider: LookupProviderId; waiting: number }>(
      this.deps.pool,
      sql`SELECT provider, count(*)::int AS waiting FROM lookup WHERE due_at <= ${now} GROUP BY provider`,
    )
    return new Map(rows.map(({ provider, waiting }) => [provider, waiting]))
  }

  private async paceOf(provider: LookupProvider): Promise<ProviderPace | undefined> {
    try {
      return await provider.pace()
    } catch (error) {
      this.deps.logger.warn({ err: error, provider: provider.id }, 'A provider could not tell whether it is set up')
      return undefined
    }
  }
}

/** A pause that has no end of its own is told in words. */
function pauseOf(
  row: { readonly lastError: string | null; readonly openUntil: Date | null } | undefined,
  now: number,
): Pick<ProviderState, 'lastError' | 'openUntil'> {
  const { lastError = null, openUntil = null } = row ?? {}
  if (openUntil === null || openUntil.getTime() <= now) return { lastError, openUntil: null }
  if (openUntil < UNTIL_SETTINGS_CHANGE) return { lastError, openUntil }
  return { lastError: `${lastError ?? 'It refused us'}. Not asked until its settings change`, openUntil: null }
}
