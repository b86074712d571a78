import { SEVERITIES } from '@sallyport/shared'
import { linkId, linkSummary, type Link, type LinkingIncident, type OpenedIncident, type Tally } from './linking.js'
import type { ClientBase } from 'pg'

/**
 * Carries out a LinkPlan inside the transaction that stores its alerts: one statement for each step, whatever the
 * size of the batch. Incidents are opened and retired in a fixed order, so that writers wait for each other instead of
 * deadlocking; join() is for one writer at a time.
 * The partial unique index on (source, key, value) WHERE linking is what keeps two writers from opening the same
 * incident twice; where they collide, a step answers undefined or false and the caller rolls back and plans anew.
 */
export class IncidentLinker {
  constructor(
    private readonly client: ClientBase,
    private readonly sourceId: number,
  ) {}

  /** The incidents that take alerts with these links now, by linkId. */
  async find(links: Iterable<Link>): Promise<Map<string, LinkingIncident>> {
    const wanted = [...links]
    const found = new Map<string, LinkingIncident>()
    if (wanted.length === 0) return found
    const { rows } = await this.client.query<{ ord: string; id: string; holder: string; last_ms: number; muted: boolean }>({
      name: 'incident-find',
      // LIMIT keeps the planner from joining by a scan of all incidents, whatever it believes of their number.
      // An incident that was merged passes the alerts of its key on while the other one takes alerts. When that does not any
      // more, its own last alert is told as long ago: the next alert that opens an incident retires it, as it is the one that
      // holds the key.
      text: `SELECT w.ord::text, coalesce(t.id, i.id)::text AS id, i.id::text AS holder,
                    CASE WHEN i.merged_into_id IS NOT NULL AND t.id IS NULL THEN 0
                         ELSE extract(epoch FROM coalesce(t.last_alert_at, i.last_alert_at))::float8 * 1000 END AS last_ms,
                    coalesce(t.muted_until, i.muted_until) IS NOT NULL AS muted
               FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS w(key, value, ord)
              CROSS JOIN LATERAL (SELECT id, last_alert_at, merged_into_id, muted_until FROM incident
                                   WHERE source_id = $1 AND link_key = w.key AND link_value = w.value AND linking LIMIT 1) i
               LEFT JOIN LATERAL (SELECT id, last_alert_at, muted_until FROM incident WHERE id = i.merged_into_id AND linking LIMIT 1) t ON TRUE`,
      values: [this.sourceId, wanted.map(link => link.key), wanted.map(link => link.value)],
    })
    for (const row of rows) {
      const link = wanted[Number(row.ord) - 1]
      if (!link) continue
      const incident = { id: BigInt(row.id), lastAlertAt: Math.round(row.last_ms), muted: row.muted }
      found.set(linkId(link), row.holder === row.id ? incident : { ...incident, heldBy: BigInt(row.holder) })
    }
    return found
  }

  /** Ends the linking of incidents whose window has passed. */
  async retire(ids: readonly bigint[]): Promise<void> {
    if (ids.length === 0) return
    await this.client.query({
      name: 'incident-retire',
      text: `WITH locked AS (SELECT id FROM incident WHERE id = ANY($1::bigint[]) AND linking ORDER BY id FOR UPDATE)
             UPDATE incident SET linking = false, updated_at = now() FROM locked WHERE incident.id = locked.id`,
      values: [ids.map(String)],
    })
  }

  /**
   * Inserts incidents with all that the batch adds to them, and the first line of their history. Answers their ids
   * in order; undefined when another writer opened one of them meanwhile.
   */
  async open(opened: readonly OpenedIncident[]): Promise<readonly bigint[] | undefined> {
    if (opened.length === 0) return []
    const { rows } = await this.client.query<{ ord: string; id: string }>({
      name: 'incident-open',
      text: OPEN_SQL,
      values: [
        this.sourceId,
        opened.map(incident => incident.title),
        opened.map(incident => incident.link?.key ?? null),
        opened.map(incident => incident.link?.value ?? null),
        opened.map(incident => incident.linking),
        opened.map(incident => (incident.link ? linkSummary(incident.link) : null)),
        ...tallyColumns(opened.map(incident => incident.tally)),
      ],
    })
    if (rows.length < opened.length) return undefined
    const ids = new Array<bigint>(opened.length)
    for (const row of rows) ids[Number(row.ord) - 1] = BigInt(row.id)
    return ids
  }

  /**
   * Adds what the batch brings to incidents that exist. False when one of them stopped taking alerts since it was
   * found (closed, ignored, merged or retired by another writer); `retired` are those that this transaction retired itself.
   * A muted incident that is given an allowed alert which is worse than itself comes back to those who work on it.
   */
  async join(joined: ReadonlyMap<bigint, Tally>, retired: readonly bigint[]): Promise<boolean> {
    if (joined.size === 0) return true
    const { rows } = await this.client.query<{ id: string; hidden: boolean }>({
      name: 'incident-join',
      text: JOIN_SQL,
      values: [[...joined.keys()].map(String), retired.map(String), ...tallyColumns([...joined.values()])],
    })
    if (rows.length < joined.size) return false
    await this.unmute(rows.filter(({ hidden }) => hidden).map(({ id }) => ({ id, severity: joined.get(BigInt(id))?.allowedSeverity ?? 0 })))
    return true
  }

  /** Their rows are locked by the join, so they are still muted. */
  private async unmute(hidden: readonly { readonly id: string; readonly severity: number }[]): Promise<void> {
    if (hidden.length === 0) return
    const values = [hidden.map(({ id }) => id), hidden.map(({ severity }) => severity), SEVERITIES]
    await this.client.query({ name: 'incident-unmute', text: UNMUTE_SQL, values })
  }
}

const TALLY_TYPES = '$N::int[], $N::float8[], $N::float8[], $N::bigint[], $N::bigint[], $N::bigint[], $N::bigint[]'
const TALLY_NAMES = 'severity, first_ms, last_ms, alerts, events, blocked, allowed'

const tallyParameters = (first: number): string => {
  let next = first
  return TALLY_TYPES.replaceAll('$N', () => `$${next++}`)
}

function tallyColumns(tallies: readonly Tally[]): unknown[] {
  return [
    tallies.map(tally => tally.severity),
    tallies.map(tally => tally.firstAlertAt),
    tallies.map(tally => tally.lastAlertAt),
    tallies.map(tally => tally.alerts),
    tallies.map(tally => tally.events),
    tallies.map(tally => tally.blocked),
    tallies.map(tally => tally.allowed),
  ]
}

const OPEN_SQL = `
WITH wanted AS MATERIALIZED (
  SELECT nextval('incident_id_seq') AS id, w.*
    FROM (SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::boolean[], $6::text[], ${tallyParameters(7)})
            WITH ORDINALITY AS w(title, key, value, linking, summary, ${TALLY_NAMES}, ord)
           ORDER BY key, value, ord) w
), made AS (
  INSERT INTO incident (id, source_id, title, severity, link_key, link_value, linking, first_alert_at, last_alert_at,
                        alert_count, event_count, blocked_count, allowed_count)
  SELECT id, $1, title, severity, key, value, linking, to_timestamp(first_ms / 1000), to_timestamp(last_ms / 1000),
         alerts, events, blocked, allowed
    FROM wanted
  ON CONFLICT (source_id, link_key, link_value) WHERE linking DO NOTHING
  RETURNING id
), told AS (
  INSERT INTO incident_activity (incident_id, kind, cause, to_state, summary)
  SELECT wanted.id, 'CREATED', 'SYSTEM', 'NEW', wanted.summary FROM wanted JOIN made USING (id)
)
SELECT wanted.ord::text, wanted.id::text FROM wanted JOIN made USING (id)`

const JOIN_SQL = `
WITH gain AS (
  SELECT * FROM unnest($1::bigint[], ${tallyParameters(3)}) AS g(id, ${TALLY_NAMES})
)
UPDATE incident i
   SET severity = CASE WHEN i.severity_set THEN i.severity ELSE greatest(i.severity, gain.severity) END,
       first_alert_at = least(i.first_alert_at, to_timestamp(gain.first_ms / 1000)),
       last_alert_at = greatest(i.last_alert_at, to_timestamp(gain.last_ms / 1000)),
       alert_count = i.alert_count + gain.alerts,
       event_count = i.event_count + gain.events,
       blocked_count = i.blocked_count + gain.blocked,
       allowed_count = i.allowed_count + gain.allowed,
       muted_alerts = i.muted_alerts + CASE WHEN i.muted_until IS NULL THEN 0 ELSE gain.alerts END,
       updated_at = now()
  FROM gain
 WHERE i.id = gain.id AND i.merged_into_id IS NULL AND (i.linking OR i.id = ANY($2::bigint[]))
RETURNING i.id::text, i.muted_until IS NOT NULL AND gain.allowed > 0 AS hidden`

/**
 * Ends mutes whose incident was less severe than an allowed alert that it was just given: than it, and all its alerts, were when
 * it was muted. The history tells that: ingest does not look at the alerts of an incident, of which a muted one has many.
 */
const UNMUTE_SQL = `
WITH worse AS (
  SELECT i.id, h.severity, i.muted_alerts, CASE WHEN i.assignee_id IS NULL THEN 'OPEN' ELSE 'ASSIGNED' END AS state
    FROM unnest($1::bigint[], $2::int[]) AS h(id, severity)
    JOIN incident i ON i.id = h.id AND i.muted_until IS NOT NULL AND i.state = 'IGNORED'
   CROSS JOIN LATERAL (
     SELECT coalesce((a.facts->>'severity')::int, i.severity) AS severity FROM incident_activity a
      WHERE a.incident_id = i.id AND a.kind = 'MUTED' ORDER BY a.id DESC LIMIT 1) AS told
   WHERE h.severity > told.severity
), back AS (
  UPDATE incident i SET state = worse.state, muted_until = NULL, version = i.version + 1 FROM worse WHERE i.id = worse.id
)
INSERT INTO incident_activity (incident_id, kind, cause, from_state, to_state, summary, facts)
SELECT id, 'REOPENED', 'SYSTEM', 'IGNORED', state,
       'An allowed alert of severity ' || lower(($3::text[])[severity + 1]) || ' ended the mute', jsonb_build_object('mutedAlerts', muted_alerts)
  FROM worse`
