import type { IncidentState } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import type { HintSink } from '../../platform/hints.js'
import type { Logger } from '../../platform/logger.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { searchRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { updateOf } from './incident-update.js'
import { believed, planVerdictChange, verdictSummary, type FileOfIncident, type VerdictChange } from './verdict-change.js'

export type { VerdictChange } from './verdict-change.js'

/** Incidents of one file, newest first. */
const INCIDENTS_MAX = 1_000
const SEARCH_TIMEOUT_MS = 60_000

export interface VerdictRaiserDeps {
  readonly pool: Pick<Pool, 'connect'>
  readonly prisma: PrismaClient
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
  readonly logger: Pick<Logger, 'warn'>
}

/** Tells incidents that a file of theirs turned out to be bad. */
export class VerdictRaiser {
  constructor(private readonly deps: VerdictRaiserDeps) {}

  /**
   * Raises or reopens every incident that has an alert with one of these files and believed otherwise. Telling the same
   * change again does nothing. @returns ids of the incidents that were changed
   */
  async raise(changes: readonly VerdictChange[]): Promise<readonly string[]> {
    const raised = new Set<string>()
    try {
      for (const change of changes)
        for (const { id, ...file } of await this.incidentsOf(change.hash)) {
          const from = believed(change, file)
          if (from !== undefined && (await this.raiseOne(id, { ...change, from, receivers: file.receivers }))) raised.add(id)
        }
    } finally {
      // What was committed is told, also when a later incident could not be raised.
      if (raised.size > 0) await this.deps.hints.publish('incidents', { ids: [...raised] })
    }
    return [...raised]
  }

  private async incidentsOf(hash: string): Promise<(FileOfIncident & { readonly id: string })[]> {
    const rows = await searchRows<{ id: string; verdicts: string[] | null; since: Date; receivers: string[] | null }>(
      this.deps.pool,
      sql`SELECT incident_id::text AS id, array_agg(DISTINCT verdict) FILTER (WHERE verdict IS NOT NULL) AS verdicts, min(received_at) AS since,
            (array_agg(DISTINCT receiver) FILTER (WHERE receiver IS NOT NULL AND NOT blocked))[1:11] AS receivers
          FROM alert CROSS JOIN LATERAL (SELECT COALESCE(
            CASE victim_side WHEN 'SOURCE' THEN src_user WHEN 'DESTINATION' THEN dst_user END, mail_recipient,
            CASE victim_side WHEN 'SOURCE' THEN host(src_ip) WHEN 'DESTINATION' THEN host(dst_ip) END) AS receiver) AS part
          WHERE file_digest = ${hash} AND incident_id IS NOT NULL
          GROUP BY incident_id ORDER BY incident_id DESC LIMIT ${INCIDENTS_MAX + 1}::int`,
      SEARCH_TIMEOUT_MS,
    )
    if (rows.length > INCIDENTS_MAX)
      this.deps.logger.warn({ hash }, `More than ${INCIDENTS_MAX} incidents have this file: the newest are raised`)
    return rows
      .slice(0, INCIDENTS_MAX)
      .map(({ id, since, verdicts, receivers }) => ({ id, since, verdicts: verdicts ?? [], receivers: receivers ?? [] }))
  }

  private async raiseOne(id: string, change: Parameters<typeof planVerdictChange>[1]): Promise<boolean> {
    return this.tryRaise(id, change).catch(async (error: unknown) => {
      // Another incident began to take alerts of the same key meanwhile; this time it is seen.
      if (isUniqueViolation(error)) return this.tryRaise(id, change)
      throw error
    })
  }

  private async tryRaise(id: string, change: Parameters<typeof planVerdictChange>[1]): Promise<boolean> {
    const now = new Date(this.deps.clock.now())
    return this.deps.prisma.$transaction(async tx => {
      // Locked: neither an analyst nor another replica changes it between the look and the change.
      await tx.$queryRaw`SELECT 1 FROM incident WHERE id = ${BigInt(id)} FOR UPDATE`
      const incident = await tx.incident.findUnique({ where: { id: BigInt(id) } })
      if (incident === null) return false
      const summary = verdictSummary(change, change.from)
      const told = await tx.incidentActivity.findFirst({
        where: { incidentId: incident.id, kind: 'VERDICT_CHANGED', summary, createdAt: { gte: change.at } },
        select: { id: true },
      })
      if (told !== null) return false
      const plan = planVerdictChange({ ...incident, state: incident.state as IncidentState }, change, now)
      await tx.incident.update({ where: { id: incident.id }, data: await updateOf(tx, incident, plan, now) })
      // Reopening tells nothing but the words of the verdict.
      const { facts: _facts, ...activity } = plan.activity
      await tx.incidentActivity.create({ data: { incidentId: incident.id, cause: 'SYSTEM', createdAt: now, ...activity } })
      return true
    })
  }
}
