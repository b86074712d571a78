import type { LookupProviderId } from '@sallyport/shared'
import type { Pool } from 'pg'
import { readRows } from '../../platform/read-rows.js'
import { prepared, sql, toQuery } from '../../platform/sql.js'
import { FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS } from './lookup-outcome.js'
import type { ProviderFault, ProviderPace } from './lookup-provider.js'

const DAY_MS = 86_400_000
/** The circuit breaker opens after so many failures in a row. */
const FAILURES_TO_OPEN = 5
/** How long after its start a probe may still be under way; then another is tried. */
const PROBE_MS = 60_000
const RATE_PAUSE_MS = 60_000
const ERROR_MAX = 500
/** A success is written down at most so often; what ended a failure always is. */
const SUCCESS_EVERY_MS = 5_000

/** `open_until` of a provider that nobody asks until its settings change. */
export const UNTIL_SETTINGS_CHANGE = new Date('9999-12-31T00:00:00.000Z')

/** Whether one call may be made now. What a pass takes of rate and quota is gone when the call is made. */
export type Pass =
  | { readonly kind: 'go'; readonly isProbe: boolean; readonly afterFailures: boolean }
  /** Not before `until`; `reason` is for pages, where it is more than the rate. */
  | { readonly kind: 'wait'; readonly until: Date; readonly reason: string | undefined }

/** What is to be counted where. */
export interface GateKey {
  readonly provider: LookupProviderId
  /** Whose quota is used. */
  readonly usage: LookupProviderId
}

/** Health, rate and quota of providers over all replicas: each is decided by one statement of the database. */
export class ProviderGate {
  /** Successes written by this replica: a cheap way to leave out most of them. */
  private readonly written = new Map<LookupProviderId, number>()

  constructor(private readonly deps: { readonly pool: Pool }) {}

  /** Asks for one call. */
  async pass({ provider, usage }: GateKey, pace: ProviderPace, now: Date): Promise<Pass> {
    const { openUntil, lastError, failures, asked } = await this.standing(provider, usage, now)
    if (openUntil && openUntil > now) return waitUntil(openUntil, lastError)
    if (pace.perDay !== undefined && asked >= pace.perDay) return quotaUsedUp(now)
    if (pace.perMinute !== undefined) {
      const free = await this.takeSlot(provider, pace.perMinute, now)
      if (free > now) return { kind: 'wait', until: free, reason: undefined }
    }
    const isProbe = openUntil !== null
    if (isProbe && !(await this.takeProbe(provider, now))) return waitUntil(new Date(now.getTime() + PROBE_MS), lastError)
    if (!(await this.count(usage, pace.perDay, now))) return quotaUsedUp(now)
    return { kind: 'go', isProbe, afterFailures: failures > 0 }
  }

  /** A call that was passed and not made after all. */
  async giveBack({ provider, usage }: GateKey, { isProbe }: { readonly isProbe: boolean }, now: Date): Promise<void> {
    await this.deps.pool.query(
      toQuery(sql`UPDATE provider_usage SET asked = GREATEST(asked - 1, 0) WHERE provider = ${usage} AND day = ${dayOf(now)}::date`),
    )
    if (isProbe) await this.deps.pool.query(toQuery(sql`UPDATE provider_health SET open_until = ${now} WHERE provider = ${provider}`))
  }

  /** It answered. Ends a series of failures; a pause that another call has brought about meanwhile goes on. */
  async succeeded(
    provider: LookupProviderId,
    { isProbe, afterFailures }: { readonly isProbe: boolean; readonly afterFailures: boolean },
    now: Date,
  ): Promise<void> {
    if (!isProbe && !afterFailures && now.getTime() - (this.written.get(provider) ?? 0) < SUCCESS_EVERY_MS) return
    this.written.set(provider, now.getTime())
    await this.deps.pool.query(
      toQuery(sql`INSERT INTO provider_health AS health (provider, last_success_at) VALUES (${provider}, ${now})
        ON CONFLICT (provider) DO UPDATE SET last_success_at = excluded.last_success_at, failures = 0,
          open_until = CASE WHEN ${isProbe}::boolean OR health.failures > 0 THEN NULL ELSE health.open_until END`),
    )
  }

  /** Writes what went wrong, and until when nobody asks. Returns that time, where there is one. */
  async failed(
    provider: LookupProviderId,
    { fault, message, options }: Pick<ProviderFault, 'fault' | 'message' | 'options'>,
    now: Date,
  ): Promise<Date | null> {
    const error = message.replaceAll('\0', '').slice(0, ERROR_MAX).toWellFormed()
    const until = fault === 'UNAVAILABLE' ? null : pausedUntil(fault, options.retryAt, now)
    // Failures open the breaker; a pause for another reason is never made shorter by them.
    const opened = sql`${now}::timestamptz + make_interval(secs => LEAST(${FIRST_PAUSE_SECONDS}::int * power(2, LEAST(health.failures + 1 - ${FAILURES_TO_OPEN}::int, 20)),
      ${LONGEST_PAUSE_SECONDS}::int))`
    const { rows } = await this.deps.pool.query<{ openUntil: Date | null }>(
      toQuery(sql`INSERT INTO provider_health AS health (provider, last_error_at, last_error, failures, open_until)
        VALUES (${provider}, ${now}, ${error}, ${fault === 'UNAVAILABLE' ? 1 : 0}::int, ${until}::timestamptz)
        ON CONFLICT (provider) DO UPDATE SET last_error_at = excluded.last_error_at, last_error = excluded.last_error,
          failures = health.failures + excluded.failures,
          open_until = CASE WHEN ${until}::timestamptz IS NOT NULL THEN GREATEST(health.open_until, ${until}::timestamptz)
            WHEN health.failures + 1 >= ${FAILURES_TO_OPEN}::int THEN GREATEST(health.open_until, ${opened})
            ELSE health.open_until END
        RETURNING open_until AS "openUntil"`),
    )
    return rows[0]?.openUntil ?? null
  }

  /** After its settings changed, a provider is asked again whatever was wrong. Returns whether it was not asked. */
  async reopen(provider: LookupProviderId, { onlyCredentials }: { readonly onlyCredentials: boolean }): Promise<boolean> {
    const { rowCount } = await this.deps.pool.query(
      toQuery(sql`UPDATE provider_health SET open_until = NULL, failures = 0
        WHERE provider = ${provider} AND open_until IS NOT NULL AND (NOT ${onlyCredentials}::boolean OR open_until = ${UNTIL_SETTINGS_CHANGE})`),
    )
    return (rowCount ?? 0) > 0
  }

  /** Counts of days long gone, and the slots of yesterday. */
  async forgetOld(now: Date): Promise<void> {
    await this.deps.pool.query(
      toQuery(
        sql`DELETE FROM provider_usage WHERE day < ${dayOf(now)}::date - 400 OR provider LIKE ${`%${SLOT}`} AND day < ${dayOf(now)}::date - 2`,
      ),
    )
  }

  private async standing(
    provider: LookupProviderId,
    usage: LookupProviderId,
    now: Date,
  ): Promise<{ openUntil: Date | null; lastError: string | null; failures: number; asked: number }> {
    const { rows } = await this.deps.pool.query<{
      openUntil: Date | null
      lastError: string | null
      failures: number | null
      asked: number | null
    }>(
      prepared(
        'provider-standing',
        sql`SELECT health.open_until AS "openUntil", health.last_error AS "lastError", health.failures, used.asked
          FROM (VALUES (${provider}::text, ${usage}::text)) AS wanted(provider, usage)
            LEFT JOIN provider_health AS health ON health.provider = wanted.provider
            LEFT JOIN provider_usage AS used ON used.provider = wanted.usage AND used.day = ${dayOf(now)}::date`,
      ),
    )
    const { openUntil = null, lastError = null, failures, asked } = rows[0] ?? {}
    return { openUntil, lastError, failures: failures ?? 0, asked: asked ?? 0 }
  }

  private async count(usage: LookupProviderId, perDay: number | undefined, now: Date): Promise<boolean> {
    if (perDay !== undefined && perDay <= 0) return false
    const { rowCount } = await this.deps.pool.query(
      prepared(
        'provider-count',
        sql`INSERT INTO provider_usage AS used (provider, day, asked) VALUES (${usage}, ${dayOf(now)}::date, 1)
        ON CONFLICT (provider, day) DO UPDATE SET asked = used.asked + 1
          WHERE ${perDay ?? null}::int IS NULL OR used.asked < ${perDay ?? null}::int`,
      ),
    )
    return rowCount === 1
  }

  /** After the end of a pause one replica tries one question: it moves the end, and so keeps the others away. */
  private async takeProbe(provider: LookupProviderId, now: Date): Promise<boolean> {
    const { rowCount } = await this.deps.pool.query(
      toQuery(
        sql`UPDATE provider_health SET open_until = ${new Date(now.getTime() + PROBE_MS)} WHERE provider = ${provider} AND open_until <= ${now}`,
      ),
    )
    return rowCount === 1
  }

  /**
   * Calls are spaced evenly, so that no minute has more than its number. The next free moment is a row of provider_usage of its
   * own, in milliseconds of the day; what is left of yesterday counts too. Returns when the call may be made: now, when it is taken.
   */
  private async takeSlot(provider: LookupProviderId, perMinute: number, now: Date): Promise<Date> {
    const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS
    const at = now.getTime() - midnight
    const spacing = Math.ceil(60_000 / Math.max(perMinute, 1 / 60))
    const name = `${provider}${SLOT}`
    const { rowCount } = await this.deps.pool.query(
      toQuery(sql`INSERT INTO provider_usage AS slot (provider, day, asked)
        SELECT ${name}, ${dayOf(now)}::date, ${at + spacing}::int
        WHERE NOT EXISTS (SELECT FROM provider_usage AS yesterday
          WHERE yesterday.provider = ${name} AND yesterday.day = ${dayOf(now)}::date - 1 AND yesterday.asked - ${DAY_MS}::int > ${at}::int)
        ON CONFLICT (provider, day) DO UPDATE SET asked = excluded.asked WHERE slot.asked <= ${at}::int`),
    )
    if (rowCount === 1) return now
    const [row] = await readRows<{ free: number | null }>(
      this.deps.pool,
      sql`SELECT max(CASE WHEN day = ${dayOf(now)}::date THEN asked ELSE asked - ${DAY_MS}::int END) AS free FROM provider_usage
        WHERE provider = ${name} AND day >= ${dayOf(now)}::date - 1`,
    )
    return new Date(midnight + Math.max(row?.free ?? 0, at + 10))
  }
}

const SLOT = ' next'

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

export const nextMidnight = (now: Date): Date => new Date((Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS)

const quotaUsedUp = (now: Date): Pass => ({
  kind: 'wait',
  until: nextMidnight(now),
  reason: 'quota of the day is used up, asked again at 00:00 UTC',
})

function waitUntil(until: Date, lastError: string | null): Pass {
  const again =
    until >= UNTIL_SETTINGS_CHANGE ? 'not asked until its settings change' : `asked again at ${until.toISOString().slice(11, 16)} UTC`
  return { kind: 'wait', until, reason: `${lastError ?? 'the provider does not answer'}, ${again}` }
}

function pausedUntil(fault: 'QUOTA' | 'CREDENTIALS' | 'RATE', retryAt: number | undefined, now: Date): Date {
  if (fault === 'CREDENTIALS') return UNTIL_SETTINGS_CHANGE
  const earliest = now.getTime() + 1_000
  const told = retryAt !== undefined && Number.isFinite(retryAt) ? retryAt : undefined
  // A provider may tell nonsense: at most two days.
  const latest = now.getTime() + 2 * DAY_MS
  return new Date(
    Math.min(Math.max(told ?? (fault === 'QUOTA' ? nextMidnight(now).getTime() : now.getTime() + RATE_PAUSE_MS), earliest), latest),
  )
}
