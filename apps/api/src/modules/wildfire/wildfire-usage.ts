import type { Pool } from 'pg'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'

/** Under which provider the questions of both are counted: they use one key. */
export const WILDFIRE_USAGE = 'WILDFIRE_VERDICT'

/** Share of the quota that reports leave to verdicts, which cost little and say more. */
const RESERVED_FOR_VERDICTS = 0.05

/** Questions of a day after which no report is asked for any more. */
export const quotaForReports = (quota: number): number => quota - Math.ceil(quota * RESERVED_FOR_VERDICTS)

/** The runner counts what it asks, in provider_usage; what is asked beside it is counted here, for all replicas. */
export class WildfireUsage {
  constructor(private readonly deps: { readonly pool: Pick<Pool, 'query'> }) {}

  /** Counts one question, unless the quota of the day is used up: false. */
  async take(quota: number): Promise<boolean> {
    const rows = await readRows(
      this.deps.pool,
      sql`INSERT INTO provider_usage (provider, day, asked) SELECT ${WILDFIRE_USAGE}, (now() AT TIME ZONE 'UTC')::date, 1 WHERE ${quota}::int > 0
          ON CONFLICT (provider, day) DO UPDATE SET asked = provider_usage.asked + 1 WHERE provider_usage.asked < ${quota}::int
          RETURNING asked`,
    )
    return rows.length > 0
  }

  /** Counts questions that are asked in any case: a test of the key, a batch that had to be asked in parts. */
  async count(questions = 1): Promise<void> {
    if (questions <= 0) return
    await readRows(
      this.deps.pool,
      sql`INSERT INTO provider_usage (provider, day, asked) VALUES (${WILDFIRE_USAGE}, (now() AT TIME ZONE 'UTC')::date, ${questions}::int)
          ON CONFLICT (provider, day) DO UPDATE SET asked = provider_usage.asked + excluded.asked`,
    )
  }
}
