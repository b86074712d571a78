import { randomUUID } from 'node:crypto'
import { incidentMergeInput } from '@sallyport/shared'
import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { inTransactionWithRetry } from '../../platform/in-transaction.js'
import { sql } from '../../platform/sql.js'
import { planLinking, refusesMerge } from './alert-move.js'
import { MOVE_COLUMNS, type AlertMoveRow, type MergeBefore } from './alert-move-row.js'
import { lockIncidents, moveAll, moveRest, readIncidents, rowsOf, tell } from './alert-move-sql.js'
import { shown } from './incident.js'
import { incidentFault, incidentMissing } from './incident-faults.js'
import type { IncidentRow } from './incident-row.js'

export interface MergeRequest {
  /** These go into… */
  readonly ids: readonly string[]
  /** …this one. */
  readonly intoId: string
  readonly expectedVersion: number
}

/** What became of incidents whose alerts went somewhere else. */
export interface Moved {
  /** Where the alerts are now. */
  readonly incident: IncidentRow
  /** All that changed, this one too. */
  readonly incidents: readonly IncidentRow[]
  /** The first move: undoing it undoes all of the action. */
  readonly move: AlertMoveRow
}

export interface AlertMovesDeps {
  readonly pool: Pool
  readonly hints: Pick<HintSink, 'publish'>
  readonly clock: Clock
}

/** Merges incidents: their alerts go into one, and so do the alerts that would have joined them. */
export class IncidentMerger {
  constructor(private readonly deps: AlertMovesDeps) {}

  /** @throws UserFaultsError CONFLICT when `intoId` was changed since it was seen, NOT_ALLOWED_NOW when one is closed or merged away */
  async merge(actor: Actor, request: MergeRequest): Promise<Moved> {
    assertMay(actor, 'incident:write')
    const ids = [...new Set(incidentMergeInput.parse({ ids: request.ids }).ids)]
    if (ids.includes(request.intoId)) throw incidentFault('INVALID', 'An incident cannot be merged into itself', ['ids'])
    const moved = await inTransactionWithRetry(this.deps.pool, client => this.tryMerge(client, actor, { ...request, ids }))
    await this.deps.hints.publish('incidents', { ids: [request.intoId, ...ids] })
    return moved
  }

  private async tryMerge(client: PoolClient, actor: Actor, { ids, intoId, expectedVersion }: MergeRequest): Promise<Moved> {
    const now = new Date(this.deps.clock.now())
    const all = [intoId, ...ids]
    checked(await readIncidents(client, all), { ids, intoId, expectedVersion })
    // Before the incidents are locked: this takes long where there are many alerts, and ingest goes on meanwhile.
    const moves = new Map<string, string>()
    for (const from of ids) moves.set(from, await moveAll(client, { kind: 'MERGE', from, to: intoId, userId: actor.userId, now }))
    const { into, from } = checked(await lockIncidents(client, all), { ids, intoId, expectedVersion })
    for (const [id, move] of moves) await moveRest(client, move, { from: id, to: intoId })
    const befores = await this.close(client, into, from, now)
    for (const { id } of from)
      await rowsOf(
        client,
        sql`UPDATE alert_move SET before = ${JSON.stringify(befores.get(id))}::jsonb WHERE id = ${moves.get(id)}::bigint`,
      )
    await gain(client, into, from, now)
    const first = moves.values().next().value
    const told = from.map(({ id, state }) => ({
      incidentId: id,
      kind: 'MERGED' as const,
      summary: `Merged into ${shown(intoId)}`,
      moveId: moves.get(id),
      ...(state !== 'CLOSED' && { fromState: state, toState: 'CLOSED' as const }),
    }))
    await tell(client, actor, [{ incidentId: intoId, kind: 'MERGED', summary: mergedText(from), moveId: first }, ...told], now)
    return movedAnswer(client, { incidentId: intoId, ids: all, moveId: first })
  }

  /** Closes those that were merged, and lets the other one take their alerts. @returns what undoing needs, for each */
  private async close(client: PoolClient, into: IncidentRow, from: readonly IncidentRow[], now: Date): Promise<Map<string, MergeBefore>> {
    const together = randomUUID()
    const plan = planLinking(into, from, await isOwnKeyFree(client, into, from))
    const befores = new Map<string, MergeBefore>()
    for (const incident of from) {
      const repointed = await rowsOf<{ id: string }>(
        client,
        sql`UPDATE incident SET merged_into_id = ${into.id}::bigint WHERE merged_into_id = ${incident.id}::bigint RETURNING id::text`,
      )
      const tasks = await rowsOf<{ id: string }>(
        client,
        sql`UPDATE incident_task SET incident_id = ${into.id}::bigint WHERE incident_id = ${incident.id}::bigint AND done_at IS NULL RETURNING id::text`,
      )
      befores.set(incident.id, {
        together,
        from: stateOf(incident),
        into: befores.size === 0 && plan.taken ? { ...linkingOf(into), taken: plan.taken } : null,
        repointed: repointed.map(({ id }) => id),
        tasks: tasks.map(({ id }) => id),
      })
    }
    await rowsOf(
      client,
      sql`UPDATE incident SET state = 'CLOSED', close_summary = ${`Merged into ${shown(into.id)}`}, close_detail = NULL,
          closed_at = coalesce(closed_at, ${now}), acknowledged_at = coalesce(acknowledged_at, ${now}), muted_until = NULL,
          merged_into_id = ${into.id}::bigint, linking = id = ANY(${plan.passing}::bigint[]),
          alert_count = 0, event_count = 0, blocked_count = 0, allowed_count = 0, version = version + 1, updated_at = ${now}
        WHERE id = ANY(${from.map(({ id }) => id)}::bigint[])`,
    )
    // After the others let go of it: there is one incident per key.
    if (plan.taken)
      await rowsOf(
        client,
        sql`UPDATE incident SET link_key = ${plan.taken.linkKey}, link_value = ${plan.taken.linkValue}, linking = TRUE WHERE id = ${into.id}::bigint`,
      )
    return befores
  }
}

/** @throws UserFaultsError unless they may be merged now */
function checked(
  found: ReadonlyMap<string, IncidentRow>,
  { ids, intoId, expectedVersion }: MergeRequest,
): { readonly into: IncidentRow; readonly from: readonly IncidentRow[] } {
  const into = found.get(intoId)
  if (!into) throw incidentMissing('intoId')
  const from = ids.flatMap(id => found.get(id) ?? [])
  if (from.length < ids.length) throw incidentMissing('ids')
  if (into.version !== expectedVersion)
    throw incidentFault('CONFLICT', 'Somebody else changed the incident meanwhile', ['expectedVersion'], into)
  const refusal = refusesMerge(into, from)
  if (refusal !== undefined) throw incidentFault('NOT_ALLOWED_NOW', refusal, null, into)
  return { into, from }
}

async function isOwnKeyFree(client: PoolClient, into: IncidentRow, from: readonly IncidentRow[]): Promise<boolean> {
  if (into.linkKey === null || into.linkValue === null) return false
  const others = await rowsOf(
    client,
    sql`SELECT 1 FROM incident WHERE source_id = ${into.sourceId} AND link_key = ${into.linkKey} AND link_value = ${into.linkValue} AND linking
      AND id <> ALL(${[into.id, ...from.map(({ id }) => id)]}::bigint[]) LIMIT 1`,
  )
  return others.length === 0
}

/** The columns that tell of its alerts: what the others had is added. */
async function gain(client: PoolClient, into: IncidentRow, from: readonly IncidentRow[], now: Date): Promise<void> {
  const sum = (of: (incident: IncidentRow) => string): string => String(from.reduce((total, incident) => total + BigInt(of(incident)), 0n))
  const severity = Math.max(...from.map(incident => incident.severity))
  const times = (of: (incident: IncidentRow) => Date): number[] => from.map(incident => of(incident).getTime())
  await rowsOf(
    client,
    sql`UPDATE incident SET severity = CASE WHEN severity_set THEN severity ELSE greatest(severity, ${severity}) END,
        alert_count = alert_count + ${sum(one => one.alertCount)}::bigint, event_count = event_count + ${sum(one => one.eventCount)}::bigint,
        blocked_count = blocked_count + ${sum(one => one.blockedCount)}::bigint,
        allowed_count = allowed_count + ${sum(one => one.allowedCount)}::bigint,
        first_alert_at = least(first_alert_at, ${new Date(Math.min(...times(one => one.firstAlertAt)))}::timestamptz),
        last_alert_at = greatest(last_alert_at, ${new Date(Math.max(...times(one => one.lastAlertAt)))}::timestamptz),
        version = version + 1, updated_at = ${now}
      WHERE id = ${into.id}::bigint`,
  )
}

const linkingOf = ({ linkKey, linkValue, linking }: IncidentRow) => ({ linkKey, linkValue, linking })

const stateOf = ({
  state,
  closeSummary,
  closeDetail,
  closedAt,
  acknowledgedAt,
  mutedUntil,
  linking,
}: IncidentRow): MergeBefore['from'] => ({
  state,
  closeSummary,
  closeDetail,
  closedAt: closedAt?.toISOString() ?? null,
  acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
  mutedUntil: mutedUntil?.toISOString() ?? null,
  linking,
})

/** How the incident that took the others tells it: the first few by number and title. */
function mergedText(from: readonly IncidentRow[]): string {
  const names = from.slice(0, 5).map(({ id, title }) => `${shown(id)} (${title})`)
  const more = from.length - names.length
  return `Took the alerts of ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

export async function movedAnswer(
  client: PoolClient,
  { incidentId, ids, moveId }: { readonly incidentId: string; readonly ids: readonly string[]; readonly moveId: string | undefined },
): Promise<Moved> {
  const incidents = await readIncidents(client, ids)
  const [move] = await rowsOf<AlertMoveRow>(client, sql`SELECT ${MOVE_COLUMNS} FROM alert_move WHERE id = ${moveId ?? null}::bigint`)
  const incident = incidents.get(incidentId)
  if (!incident || !move) throw new Error('What was moved is gone')
  return { incident, incidents: [...incidents.values()], move }
}
