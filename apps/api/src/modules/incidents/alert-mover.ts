import { randomUUID } from 'node:crypto'
import { alertsMoveInput } from '@sallyport/shared'
import type { PoolClient } from 'pg'
import type { Actor } from '../../platform/actor.js'
import { assertMay } from '../../platform/errors.js'
import { ChangedMeanwhile, inTransactionWithRetry } from '../../platform/in-transaction.js'
import { sql } from '../../platform/sql.js'
import { refusesAlerts } from './alert-move.js'
import type { SplitBefore } from './alert-move-row.js'
import { lockIncidents, moveSome, recount, rowsOf, tell, type Told } from './alert-move-sql.js'
import { shown } from './incident.js'
import { incidentFault, incidentMissing } from './incident-faults.js'
import { movedAnswer, type AlertMovesDeps, type Moved } from './incident-merger.js'
import { TITLE_MAX_LENGTH } from './linking.js'

export interface MoveRequest {
  readonly alertIds: readonly string[]
  /** undefined: a new incident. */
  readonly intoId: string | undefined
}

/** Version of an incident that was just made: recount raises it once. */
const MADE_VERSION = 2

/** Takes alerts out of their incidents, into another one or a new one. */
export class AlertMover {
  constructor(private readonly deps: AlertMovesDeps) {}

  async move(actor: Actor, request: MoveRequest): Promise<Moved> {
    assertMay(actor, 'incident:write')
    const alertIds = [...new Set(alertsMoveInput.parse({ alertIds: request.alertIds }).alertIds)]
    const moved = await inTransactionWithRetry(this.deps.pool, client => this.tryMove(client, actor, { ...request, alertIds }))
    await this.deps.hints.publish('incidents', { ids: moved.incidents.map(({ id }) => id) })
    return moved
  }

  private async tryMove(client: PoolClient, actor: Actor, { alertIds, intoId }: MoveRequest): Promise<Moved> {
    const now = new Date(this.deps.clock.now())
    const byIncident = await incidentsOf(client, alertIds)
    if (intoId !== undefined) byIncident.delete(intoId)
    const fromIds = [...byIncident.keys()]
    if (fromIds.length === 0) throw incidentFault('INVALID', `The alerts are in ${shown(intoId ?? '')} already`, ['alertIds'])
    const found = await lockIncidents(client, intoId === undefined ? fromIds : [intoId, ...fromIds])
    const into = intoId === undefined ? undefined : found.get(intoId)
    if (intoId !== undefined && !into) throw incidentMissing('intoId')
    const refusal = into && refusesAlerts(into)
    if (refusal !== undefined) throw incidentFault('NOT_ALLOWED_NOW', refusal, ['intoId'], into)
    for (const [id, alerts] of byIncident)
      if (found.get(id)?.alertCount === String(alerts.length)) throw incidentFault('INVALID', nothingLeft(id, intoId), ['alertIds'])
    const sourceId = found.get(fromIds[0] ?? '')?.sourceId
    const to = intoId ?? (await openIncident(client, alertIds, { sourceId, now }))
    const before: SplitBefore = { together: randomUUID(), ...(intoId === undefined && { made: MADE_VERSION }) }
    const moves = new Map<string, string>()
    for (const [from, ids] of byIncident) {
      // Somebody else took some of them meanwhile.
      if ((await moveSome(client, ids, { from, to })).length < ids.length) throw new ChangedMeanwhile()
      const [move] = await rowsOf<{ id: string }>(
        client,
        sql`INSERT INTO alert_move (kind, from_incident_id, to_incident_id, alert_ids, before, user_id, created_at)
          VALUES ('SPLIT', ${from}::bigint, ${to}::bigint, ${ids}::bigint[], ${JSON.stringify(before)}::jsonb, ${actor.userId}::uuid, ${now})
          RETURNING id::text`,
      )
      if (move) moves.set(from, move.id)
    }
    await recount(client, [...fromIds, to], now)
    await tell(client, actor, splitLines(byIncident, to, moves, intoId === undefined), now)
    return movedAnswer(client, { incidentId: to, ids: [to, ...fromIds], moveId: moves.values().next().value })
  }
}

/** Which of the alerts are in which incident. @throws UserFaultsError when one is gone, or belongs to none */
async function incidentsOf(client: PoolClient, alertIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await rowsOf<{ id: string; incidentId: string | null }>(
    client,
    sql`SELECT id::text, incident_id::text AS "incidentId" FROM alert WHERE id = ANY(${alertIds}::bigint[]) ORDER BY id`,
  )
  if (rows.length < alertIds.length) throw incidentFault('NOT_FOUND', 'An alert was not found', ['alertIds'])
  const byIncident = new Map<string, string[]>()
  for (const { id, incidentId } of rows) {
    if (incidentId === null) throw incidentFault('INVALID', 'An alert that belongs to no incident cannot be taken out of one', ['alertIds'])
    byIncident.set(incidentId, [...(byIncident.get(incidentId) ?? []), id])
  }
  return byIncident
}

const nothingLeft = (id: string, intoId: string | undefined): string =>
  intoId === undefined
    ? `These are all alerts of ${shown(id)}: leave it some`
    : `These are all alerts of ${shown(id)}: merge it into ${shown(intoId)} instead`

/**
 * An incident for these alerts, named after the worst of them; its numbers come by recount. Somebody has looked at it, so it is
 * open; it takes no further alerts, as their keys belong to the incident that they came from.
 */
async function openIncident(
  client: PoolClient,
  alertIds: readonly string[],
  { sourceId, now }: { readonly sourceId: number | undefined; readonly now: Date },
): Promise<string> {
  const [made] = await rowsOf<{ id: string }>(
    client,
    sql`INSERT INTO incident (source_id, title, state, severity, acknowledged_at, first_alert_at, last_alert_at, created_at, updated_at)
      SELECT ${sourceId}::int, left(coalesce(nullif(threat_name, ''), trim(concat_ws(' ', subtype, coalesce(url, domain, file_name, category)))),
          ${TITLE_MAX_LENGTH}::int), 'OPEN', severity, ${now}::timestamptz, occurred_at, occurred_at, ${now}::timestamptz, ${now}::timestamptz
        FROM alert WHERE id = ANY(${alertIds}::bigint[]) ORDER BY severity DESC, id DESC LIMIT 1
      RETURNING id::text`,
  )
  if (!made) throw new ChangedMeanwhile()
  return made.id
}

function splitLines(
  byIncident: ReadonlyMap<string, readonly string[]>,
  to: string,
  moves: ReadonlyMap<string, string>,
  isNew: boolean,
): Told[] {
  const origins = [...byIncident].map(([id, alerts]) => `${alertsText(alerts.length)} from ${shown(id)}`).join(', ')
  const moveId = moves.values().next().value
  const arrived: Told = isNew
    ? { incidentId: to, kind: 'CREATED', summary: `Made of ${origins}`, moveId, toState: 'OPEN' }
    : { incidentId: to, kind: 'SPLIT', summary: `Took ${origins}`, moveId }
  const left = [...byIncident].map(([id, alerts]): Told => ({
    incidentId: id,
    kind: 'SPLIT',
    summary: `${alertsText(alerts.length)} went to ${shown(to)}`,
    moveId: moves.get(id),
  }))
  return [arrived, ...left]
}

export const alertsText = (count: number): string => (count === 1 ? '1 alert' : `${count.toLocaleString('en-US')} alerts`)
