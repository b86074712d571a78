import type { IncidentActivityKind, IncidentState } from '@sallyport/shared'
import type { PoolClient, QueryResultRow } from 'pg'
import { originOf, type Actor } from '../../platform/actor.js'
import { sql, toQuery, type Sql } from '../../platform/sql.js'
import type { AlertMoveKind } from './alert-move.js'
import { INCIDENT_COLUMNS, type IncidentRow } from './incident-row.js'

/** Statements that moves of alerts are made of. All run inside the caller's transaction. */

export async function rowsOf<Row extends QueryResultRow>(client: PoolClient, query: Sql): Promise<Row[]> {
  const { rows } = await client.query<Row>(toQuery(query))
  return rows
}

/** Those that exist, by id. */
export async function readIncidents(client: PoolClient, ids: readonly string[]): Promise<Map<string, IncidentRow>> {
  const rows = await rowsOf<IncidentRow>(client, sql`SELECT ${INCIDENT_COLUMNS} FROM incident WHERE id = ANY(${ids}::bigint[])`)
  return new Map(rows.map(row => [row.id, row]))
}

/** The same, and nobody changes them until the transaction ends. In order of their ids: two who lock the same wait instead of deadlocking. */
export async function lockIncidents(client: PoolClient, ids: readonly string[]): Promise<Map<string, IncidentRow>> {
  await rowsOf(client, sql`SELECT 1 FROM incident WHERE id = ANY(${ids}::bigint[]) ORDER BY id FOR UPDATE`)
  return readIncidents(client, ids)
}

export interface NewMove {
  readonly kind: AlertMoveKind
  readonly from: string
  readonly to: string
  readonly userId: string
  readonly now: Date
}

/** Takes all alerts of an incident to another, and notes which: one statement, whatever their number. @returns id of the move */
export async function moveAll(client: PoolClient, { kind, from, to, userId, now }: NewMove): Promise<string> {
  const [move] = await rowsOf<{ id: string }>(
    client,
    sql`WITH moved AS (UPDATE alert SET incident_id = ${to}::bigint WHERE incident_id = ${from}::bigint RETURNING id)
      INSERT INTO alert_move (kind, from_incident_id, to_incident_id, alert_ids, before, user_id, created_at)
      SELECT ${kind}, ${from}::bigint, ${to}::bigint, coalesce(array_agg(id ORDER BY id), '{}'), '{}', ${userId}::uuid, ${now} FROM moved
      RETURNING id::text`,
  )
  if (!move) throw new Error('The move was not stored')
  return move.id
}

/** Adds to a move what has arrived since moveAll. */
export async function moveRest(client: PoolClient, id: string, { from, to }: Pick<NewMove, 'from' | 'to'>): Promise<void> {
  await rowsOf(
    client,
    sql`WITH moved AS (UPDATE alert SET incident_id = ${to}::bigint WHERE incident_id = ${from}::bigint RETURNING id),
      rest AS (SELECT array_agg(id ORDER BY id) AS ids FROM moved)
      UPDATE alert_move SET alert_ids = alert_ids || rest.ids FROM rest WHERE alert_move.id = ${id}::bigint AND rest.ids IS NOT NULL`,
  )
}

/** Takes these alerts to another incident, as far as they are where they are said to be. @returns ids of those that were */
export async function moveSome(client: PoolClient, ids: readonly string[], { from, to }: Pick<NewMove, 'from' | 'to'>): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    client,
    sql`UPDATE alert SET incident_id = ${to}::bigint WHERE id = ANY(${ids}::bigint[]) AND incident_id = ${from}::bigint RETURNING id::text`,
  )
  return rows.map(({ id }) => id)
}

/** Brings the alerts of a move back. @returns how many still were where it had taken them */
export async function moveBack(client: PoolClient, id: string): Promise<number> {
  const { rowCount } = await client.query(
    toQuery(sql`UPDATE alert SET incident_id = move.from_incident_id FROM (
        SELECT from_incident_id, to_incident_id, unnest(alert_ids) AS alert_id FROM alert_move WHERE id = ${id}::bigint
      ) AS move WHERE alert.id = move.alert_id AND alert.incident_id = move.to_incident_id`),
  )
  return rowCount ?? 0
}

/**
 * Counts anew what the columns tell of the alerts of locked incidents. Alerts that ingest has stored and not yet committed are
 * added by ingest itself, which waits for the lock. A severity that was set, or that a verdict raised, is not lowered.
 */
export async function recount(client: PoolClient, ids: readonly string[], now: Date): Promise<void> {
  await rowsOf(
    client,
    sql`UPDATE incident SET
        alert_count = counted.alerts, event_count = counted.events, blocked_count = counted.blocked, allowed_count = counted.allowed,
        first_alert_at = coalesce(counted.first, first_alert_at), last_alert_at = coalesce(counted.last, last_alert_at),
        severity = CASE WHEN severity_set OR EXISTS (
            SELECT FROM incident_activity WHERE incident_id = incident.id AND kind = 'VERDICT_CHANGED'
          ) THEN incident.severity ELSE coalesce(counted.worst, incident.severity) END,
        version = version + 1, updated_at = ${now}
      FROM unnest(${ids}::bigint[]) AS wanted(id) CROSS JOIN LATERAL (
        SELECT count(*) AS alerts, coalesce(sum(repeat_count), 0) AS events, count(*) FILTER (WHERE blocked) AS blocked,
          count(*) FILTER (WHERE NOT blocked) AS allowed, min(occurred_at) AS first, max(occurred_at) AS last, max(alert.severity) AS worst
        FROM alert WHERE incident_id = wanted.id
      ) AS counted WHERE incident.id = wanted.id`,
  )
}

export interface Told {
  readonly incidentId: string
  readonly kind: IncidentActivityKind
  readonly summary: string
  readonly moveId: string | undefined
  readonly fromState?: IncidentState
  readonly toState?: IncidentState
}

/** Lines of histories. */
export async function tell(client: PoolClient, actor: Actor, lines: readonly Told[], now: Date): Promise<void> {
  const origin = originOf(actor)
  for (const { incidentId, kind, summary, moveId, fromState, toState } of lines) {
    const facts = { ...(origin.cause === 'API_KEY' && origin.facts), ...(moveId !== undefined && { moveId }) }
    await rowsOf(
      client,
      sql`INSERT INTO incident_activity (incident_id, kind, cause, user_id, from_state, to_state, summary, facts, created_at)
        VALUES (${incidentId}::bigint, ${kind}, ${origin.cause}, ${origin.userId}::uuid, ${fromState ?? null}, ${toState ?? null}, ${summary},
          ${JSON.stringify(facts)}::jsonb, ${now})`,
    )
  }
}
