import type { PoolClient } from 'pg'
import type { Actor } from '../../platform/actor.js'
import { assertMay } from '../../platform/errors.js'
import { inTransactionWithRetry } from '../../platform/in-transaction.js'
import { sql } from '../../platform/sql.js'
import { refusesUndo } from './alert-move.js'
import { mergeBefore, MOVE_COLUMNS, splitBefore, togetherOf, type AlertMoveRow, type MergeBefore } from './alert-move-row.js'
import { lockIncidents, moveBack, readIncidents, recount, rowsOf, tell, type Told } from './alert-move-sql.js'
import { alertsText } from './alert-mover.js'
import { shown } from './incident.js'
import { incidentFault } from './incident-faults.js'
import { movedAnswer, type AlertMovesDeps, type Moved } from './incident-merger.js'
import type { IncidentRow } from './incident-row.js'

/**
 * Takes back merges and moves within a day. Alerts that arrived since stay where they are, and so do those that were
 * taken further by hand.
 */
export class AlertMoveUndoer {
  constructor(private readonly deps: AlertMovesDeps) {}

  /** All moves of the same action. @throws UserFaultsError NOT_ALLOWED_NOW with the reason when that cannot be */
  async undo(actor: Actor, moveId: string): Promise<Moved> {
    assertMay(actor, 'incident:write')
    const moved = await inTransactionWithRetry(this.deps.pool, client => this.tryUndo(client, actor, moveId))
    await this.deps.hints.publish('incidents', { ids: moved.incidents.map(({ id }) => id) })
    return moved
  }

  private async tryUndo(client: PoolClient, actor: Actor, moveId: string): Promise<Moved> {
    const now = new Date(this.deps.clock.now())
    const moves = await movesOf(client, moveId)
    const [first] = moves
    if (!first) throw incidentFault('NOT_FOUND', 'There is nothing to undo', ['id'])
    const ids = [...new Set(moves.flatMap(move => [move.fromIncidentId, move.toIncidentId]))]
    assertUndoable(moves, await readIncidents(client, ids), now)
    // Before the incidents are locked, as when they were merged.
    const back = new Map<string, number>()
    for (const { id } of moves) back.set(id, await moveBack(client, id))
    const incidents = await lockIncidents(client, ids)
    const undone = await rowsOf(
      client,
      sql`UPDATE alert_move SET undone_at = ${now} WHERE id = ANY(${moves.map(({ id }) => id)}::bigint[]) AND undone_at IS NULL RETURNING id`,
    )
    if (undone.length < moves.length) throw incidentFault('NOT_ALLOWED_NOW', 'It was undone already', ['id'])
    assertUndoable(moves, incidents, now)
    for (const move of moves) await (move.kind === 'MERGE' ? restoreMerged(client, move, incidents, now) : leaveMade(client, move, now))
    await recount(client, ids, now)
    await tell(client, actor, undoneLines(moves, incidents, back), now)
    return movedAnswer(client, { incidentId: first.fromIncidentId, ids, moveId })
  }
}

/** The move and those that were made with it. */
async function movesOf(client: PoolClient, moveId: string): Promise<AlertMoveRow[]> {
  const [move] = await rowsOf<AlertMoveRow>(client, sql`SELECT ${MOVE_COLUMNS} FROM alert_move WHERE id = ${moveId}::bigint`)
  const together = togetherOf(move?.before)
  if (!move || together === undefined) return []
  return rowsOf<AlertMoveRow>(
    client,
    sql`SELECT ${MOVE_COLUMNS} FROM alert_move WHERE to_incident_id = ${move.toIncidentId}::bigint
      AND before @> ${JSON.stringify({ together })}::jsonb ORDER BY id`,
  )
}

function assertUndoable(moves: readonly AlertMoveRow[], incidents: ReadonlyMap<string, IncidentRow>, now: Date): void {
  for (const move of moves) {
    const from = incidents.get(move.fromIncidentId)
    const to = incidents.get(move.toIncidentId)
    if (!from || !to) throw incidentFault('NOT_FOUND', 'One of the incidents is gone', ['id'])
    const madeVersion = move.kind === 'SPLIT' ? splitBefore.parse(move.before).made : undefined
    const refusal = refusesUndo({ ...move, from, to, madeVersion }, now)
    if (refusal !== undefined) throw incidentFault('NOT_ALLOWED_NOW', refusal, ['id'], to)
  }
}

/** Brings a merged incident back to where it was. */
async function restoreMerged(
  client: PoolClient,
  { before, fromIncidentId, toIncidentId }: AlertMoveRow,
  incidents: ReadonlyMap<string, IncidentRow>,
  now: Date,
): Promise<void> {
  const { from, into, repointed, tasks } = mergeBefore.parse(before)
  const to = incidents.get(toIncidentId)
  if (into && to) await giveKeyBack(client, to, into)
  await rowsOf(
    client,
    sql`UPDATE incident SET state = ${from.state}, close_summary = ${from.closeSummary}, close_detail = ${from.closeDetail},
        closed_at = ${from.closedAt}::timestamptz, acknowledged_at = ${from.acknowledgedAt}::timestamptz,
        muted_until = ${from.mutedUntil}::timestamptz, merged_into_id = NULL, updated_at = ${now},
        linking = ${from.linking} AND (linking OR NOT EXISTS (SELECT FROM incident AS other
          WHERE other.source_id = incident.source_id AND other.link_key = incident.link_key AND other.link_value = incident.link_value
            AND other.linking AND other.id <> incident.id))
      WHERE id = ${fromIncidentId}::bigint`,
  )
  await rowsOf(
    client,
    sql`UPDATE incident SET merged_into_id = ${fromIncidentId}::bigint
      WHERE id = ANY(${repointed}::bigint[]) AND merged_into_id = ${toIncidentId}::bigint`,
  )
  await rowsOf(
    client,
    sql`UPDATE incident_task SET incident_id = ${fromIncidentId}::bigint
      WHERE id = ANY(${tasks}::bigint[]) AND incident_id = ${toIncidentId}::bigint`,
  )
}

/** The key that the incident took over, if it still has it. Its own it gets back if nobody else has it. */
async function giveKeyBack(client: PoolClient, to: IncidentRow, { linkKey, linkValue, linking, taken }: NonNullable<MergeBefore['into']>) {
  if (to.linkKey !== taken.linkKey || to.linkValue !== taken.linkValue) return
  await rowsOf(
    client,
    sql`UPDATE incident SET link_key = ${linkKey}, link_value = ${linkValue}, linking = ${linking} AND NOT EXISTS (SELECT FROM incident AS other
        WHERE other.source_id = incident.source_id AND other.link_key = ${linkKey} AND other.link_value = ${linkValue}
          AND other.linking AND other.id <> incident.id)
      WHERE id = ${to.id}::bigint`,
  )
}

/** The incident that was made for the alerts has none left: it goes where they went, and so do its open tasks. */
async function leaveMade(client: PoolClient, { before, fromIncidentId, toIncidentId }: AlertMoveRow, now: Date): Promise<void> {
  if (splitBefore.parse(before).made === undefined) return
  await rowsOf(
    client,
    sql`UPDATE incident SET state = 'CLOSED', close_summary = ${`Undone: its alerts are in ${shown(fromIncidentId)} again`}, closed_at = ${now},
        merged_into_id = ${fromIncidentId}::bigint
      WHERE id = ${toIncidentId}::bigint AND merged_into_id IS NULL`,
  )
  await rowsOf(
    client,
    sql`UPDATE incident_task SET incident_id = ${fromIncidentId}::bigint WHERE incident_id = ${toIncidentId}::bigint AND done_at IS NULL`,
  )
}

function undoneLines(
  moves: readonly AlertMoveRow[],
  incidents: ReadonlyMap<string, IncidentRow>,
  back: ReadonlyMap<string, number>,
): Told[] {
  return moves.flatMap((move): Told[] => {
    const { id: moveId, fromIncidentId: from, toIncidentId: to, kind } = move
    const alerts = alertsText(back.get(moveId) ?? 0)
    const what = kind === 'MERGE' ? 'the merge' : 'taking alerts out'
    const state = kind === 'MERGE' ? mergeBefore.parse(move.before).from.state : undefined
    const changed = state !== undefined && state !== 'CLOSED' ? { fromState: 'CLOSED' as const, toState: state } : {}
    const toState = incidents.get(to)?.state
    const made = kind === 'SPLIT' && splitBefore.parse(move.before).made !== undefined
    const closed = made && toState !== undefined ? { fromState: toState, toState: 'CLOSED' as const } : {}
    return [
      { incidentId: from, kind: 'UNDONE', summary: `Undid ${what}: ${alerts} came back from ${shown(to)}`, moveId, ...changed },
      { incidentId: to, kind: 'UNDONE', summary: `Undid ${what}: ${alerts} went back to ${shown(from)}`, moveId, ...closed },
    ]
  })
}
