import type { Pool } from 'pg'
import { mapLoader } from '../../platform/keyed-loader.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { MOVE_COLUMNS, type AlertMoveRow } from './alert-move-row.js'

/** Newest moves of an incident that are told. */
const MOVES_MAX = 100
/** Incidents merged into one whose story is told with it. */
const MERGED_MAX = 200

export class AlertMoveReadModel {
  constructor(private readonly deps: { readonly pool: Pool }) {}

  /** Moves from or to each incident, the newest first. */
  readonly movesOfIncident = () =>
    mapLoader<string, AlertMoveRow[]>(
      ids => this.movesOf(ids),
      () => [],
    )

  /** The incident and those that were merged into it. */
  async withMerged(incidentId: string): Promise<string[]> {
    const rows = await readRows<{ id: string }>(
      this.deps.pool,
      sql`SELECT id::text FROM incident WHERE merged_into_id = ${incidentId}::bigint ORDER BY id DESC LIMIT ${MERGED_MAX}`,
    )
    return [incidentId, ...rows.map(({ id }) => id)]
  }

  private async movesOf(incidentIds: readonly string[]): Promise<Map<string, AlertMoveRow[]>> {
    const rows = await readRows<AlertMoveRow & { incidentId: string }>(
      this.deps.pool,
      sql`SELECT wanted.id::text AS "incidentId", page.* FROM unnest(${incidentIds}::bigint[]) AS wanted(id)
        CROSS JOIN LATERAL (
          SELECT ${MOVE_COLUMNS} FROM alert_move
          WHERE from_incident_id = wanted.id OR to_incident_id = wanted.id ORDER BY alert_move.id DESC LIMIT ${MOVES_MAX}
        ) AS page`,
    )
    return Map.groupBy(rows, row => row.incidentId)
  }
}
