import { ACTIVE_INCIDENT_STATES } from '@sallyport/shared'
import { sql, type Sql } from '../../platform/sql.js'
import type { OverviewRange } from './overview-range.js'
import { AGES } from './overview-search.js'

/** As many as a person reads. */
export const TOP_MAX = 10
/** Lists and devices shown: an overview, not the pages that show all. */
const ROWS_MAX = 50
const HOUR_MS = 3_600_000

const during = (column: Sql, { from, to }: OverviewRange): Sql => sql`${column} >= ${from} AND ${column} < ${to}`

/** Steps since the epoch: the step's number. */
const stepOf = (column: Sql, { stepMs }: OverviewRange): Sql => sql`floor(extract(epoch FROM ${column}) * 1000 / ${stepMs}::bigint)::bigint`

/** Alerts by step, severity and outcome. */
export const alertSteps = (range: OverviewRange): Sql => sql`
  SELECT ${stepOf(sql`occurred_at`, range)} AS step, severity, count(*) FILTER (WHERE blocked)::int AS blocked,
    count(*) FILTER (WHERE NOT blocked)::int AS allowed
  FROM alert WHERE ${during(sql`occurred_at`, range)} GROUP BY step, severity`

/** Incidents that were made, by step and severity. Allowed: at least one of its alerts was not stopped. */
export const incidentSteps = (range: OverviewRange): Sql => sql`
  SELECT ${stepOf(sql`created_at`, range)} AS step, severity, count(*) FILTER (WHERE allowed_count = 0)::int AS blocked,
    count(*) FILTER (WHERE allowed_count > 0)::int AS allowed
  FROM incident WHERE ${during(sql`created_at`, range)} GROUP BY step, severity`

const side = (which: Sql): Sql => sql`CASE ${which} WHEN 'SOURCE' THEN src_ip WHEN 'DESTINATION' THEN dst_ip END`

/**
 * The most frequent of each kind, from one pass over the alerts of the range. Users count once per alert, whichever end they
 * are at, and whatever the case their names are written in.
 */
export const topValues = (range: OverviewRange): Sql => sql`
  WITH wanted AS (
    SELECT ${side(sql`attacker_side`)} AS attacker, ${side(sql`victim_side`)} AS target, threat_name AS threat, rule, firewall_id AS firewall
    FROM alert WHERE ${during(sql`occurred_at`, range)}
  ), counted AS (
    SELECT CASE WHEN GROUPING(attacker) = 0 THEN 'attacker' WHEN GROUPING(target) = 0 THEN 'target' WHEN GROUPING(threat) = 0 THEN 'threat'
        WHEN GROUPING(rule) = 0 THEN 'rule' ELSE 'firewall' END AS kind,
      COALESCE(host(attacker), host(target), NULLIF(threat, ''), NULLIF(rule, ''), firewall::text) AS value, count(*)::int AS count
    FROM wanted GROUP BY GROUPING SETS ((attacker), (target), (threat), (rule), (firewall))
  ), ranked AS (
    SELECT kind, value, count, row_number() OVER (PARTITION BY kind ORDER BY count DESC, value) AS place FROM counted WHERE value IS NOT NULL
  )
  SELECT kind, value, count,
    CASE WHEN kind = 'firewall' THEN (SELECT COALESCE(NULLIF(name, ''), NULLIF(serial, ''), identity) FROM firewall WHERE id::text = value) END AS name
  FROM ranked WHERE place <= ${TOP_MAX} ORDER BY kind, place`

export const topUsers = (range: OverviewRange): Sql => sql`
  SELECT min(person) AS value, count(*)::int AS count, NULL AS name FROM (
    SELECT src_user AS person FROM alert WHERE ${during(sql`occurred_at`, range)} AND src_user <> ''
    UNION ALL
    SELECT dst_user FROM alert
      WHERE ${during(sql`occurred_at`, range)} AND dst_user <> '' AND lower(dst_user) IS DISTINCT FROM lower(src_user)
  ) AS named GROUP BY lower(person) ORDER BY count(*) DESC, min(person) LIMIT ${TOP_MAX}`

/** What is open at `now`, by severity and by the place of its age in AGES. */
export function openIncidents(now: Date): Sql {
  const bounds = AGES.flatMap(({ toHours }) => (toHours === null ? [] : [new Date(now.getTime() - toHours * HOUR_MS)])).toReversed()
  return sql`SELECT severity, ${bounds.length}::int - width_bucket(created_at, ${bounds}::timestamptz[]) AS age, count(*)::int AS count
    FROM incident WHERE state = ANY(${ACTIVE_INCIDENT_STATES}::text[]) GROUP BY severity, age`
}

/** Median minutes from an incident's beginning to both; of those that were acknowledged and closed in the range. */
export const handlingTimes = (range: OverviewRange): Sql => sql`
  SELECT
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM acknowledged_at - created_at) / 60)
      FROM incident WHERE ${during(sql`acknowledged_at`, range)})::float8 AS acknowledge,
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - created_at) / 60)
      FROM incident WHERE ${during(sql`closed_at`, range)})::float8 AS close`

/** Lists with what came and went, those that changed most first. */
export const listGrowth = (range: OverviewRange, now: Date): Sql => sql`
  SELECT list.id, COALESCE(sum(counted.entries), 0)::int AS entries, COALESCE(sum(counted.added), 0)::int AS added,
    COALESCE(sum(counted.removed), 0)::int AS removed
  FROM list LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE removed_at IS NULL AND NOT disabled AND (expires_at IS NULL OR expires_at > ${now})) AS entries,
      count(*) FILTER (WHERE ${during(sql`added_at`, range)}) AS added,
      count(*) FILTER (WHERE ${during(sql`removed_at`, range)}) AS removed
    FROM list_entry WHERE list_id = list.id
  ) AS counted ON TRUE
  GROUP BY list.id, list.name ORDER BY sum(counted.added + counted.removed) DESC, sum(counted.entries) DESC, lower(list.name) LIMIT ${ROWS_MAX}`

/** Devices with the states of what is mapped to them, those in trouble first. */
export const deviceStates = (): Sql => sql`
  SELECT device.id, count(*) FILTER (WHERE mapping.state = 'IN_SYNC')::int AS "inSync",
    count(*) FILTER (WHERE mapping.state IN ('PENDING', 'AWAITING_COMMIT'))::int AS pending,
    count(*) FILTER (WHERE mapping.state IN ('FAILED', 'DRIFTED'))::int AS failed
  FROM device LEFT JOIN mapping ON mapping.device_id = device.id
  GROUP BY device.id, device.name ORDER BY failed DESC, pending DESC, device.name LIMIT ${ROWS_MAX}`
