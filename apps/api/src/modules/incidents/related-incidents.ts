import type { Pool } from 'pg'
import { searchRows } from '../../platform/read-rows.js'
import { sql, type Sql } from '../../platform/sql.js'

export interface Related {
  readonly incidentId: string
  /** What they share, such as 'address 203.0.113.8'; the first few. */
  readonly shared: readonly string[]
}

export type SharedKind = 'address' | 'user' | 'file' | 'domain'

export interface SharedValue {
  readonly kind: SharedKind
  readonly value: string
}

export interface RelatedIncidentsDeps {
  readonly pool: Pool
  /** Addresses that many incidents share for no reason: those of our own networks. */
  readonly isOwn: (address: string) => boolean
}

const RELATED_MAX = 20
const SHARED_SHOWN = 10
/** Newest alerts of the incident whose values are compared, and how many of the values. */
const ALERTS_MAX = 1_000
const VALUES_MAX = 100
/** Alerts of others looked at per value: one that thousands name tells little of any. */
const ALERTS_PER_VALUE = 5_000
const TIMEOUT_MS = 5_000

/** Incidents that have values in common with an incident. */
export class RelatedIncidents {
  constructor(private readonly deps: RelatedIncidentsDeps) {}

  /** The 20 with most in common, then the newest. */
  async relatedTo(incidentId: string): Promise<Related[]> {
    const values = (await this.valuesOf(incidentId)).filter(({ kind, value }) => kind !== 'address' || !this.deps.isOwn(value))
    if (values.length === 0) return []
    const chosen = values.slice(0, VALUES_MAX)
    // Its own alerts name them too, possibly thousands of times: they do not count.
    const named = (kind: SharedKind, isNamed: Sql): Sql => sql`(SELECT DISTINCT incident_id, wanted.place FROM (
        SELECT incident_id FROM alert WHERE wanted.kind = ${kind} AND ${isNamed} AND incident_id <> ${incidentId}::bigint LIMIT ${ALERTS_PER_VALUE}
      ) AS named)`
    const rows = await searchRows<{ incidentId: string; places: number[] }>(
      this.deps.pool,
      sql`SELECT hit.incident_id::text AS "incidentId", array_agg(DISTINCT hit.place::int ORDER BY hit.place::int) AS places
        FROM unnest(${chosen.map(({ kind }) => kind)}::text[], ${chosen.map(({ value }) => value)}::text[]) WITH ORDINALITY AS wanted(kind, value, place)
        CROSS JOIN LATERAL (
          ${named('address', sql`src_ip = CASE WHEN wanted.kind = 'address' THEN wanted.value::inet END`)} UNION ALL
          ${named('address', sql`dst_ip = CASE WHEN wanted.kind = 'address' THEN wanted.value::inet END`)} UNION ALL
          ${named('user', sql`src_user IS NOT NULL AND lower(src_user) = wanted.value`)} UNION ALL
          ${named('user', sql`dst_user IS NOT NULL AND lower(dst_user) = wanted.value`)} UNION ALL
          ${named('file', sql`file_digest = wanted.value`)} UNION ALL
          ${named('domain', sql`domain = wanted.value`)}
        ) AS hit
        GROUP BY hit.incident_id ORDER BY count(DISTINCT hit.place) DESC, hit.incident_id DESC LIMIT ${RELATED_MAX}`,
      TIMEOUT_MS,
    )
    return rows.map(row => ({
      incidentId: row.incidentId,
      shared: row.places.slice(0, SHARED_SHOWN).flatMap(place => words(chosen[place - 1])),
    }))
  }

  /** What its newest alerts name: rare kinds first, then what most of them name. */
  private valuesOf(incidentId: string): Promise<SharedValue[]> {
    return searchRows<SharedValue & { alerts: string }>(
      this.deps.pool,
      sql`SELECT kind, value, count(*) AS alerts FROM (
          SELECT * FROM alert WHERE incident_id = ${incidentId}::bigint ORDER BY id DESC LIMIT ${ALERTS_MAX}
        ) AS newest CROSS JOIN LATERAL (VALUES
          ('file', 1, file_digest), ('domain', 2, domain), ('user', 3, lower(src_user)), ('user', 3, lower(dst_user)),
          ('address', 4, host(src_ip)), ('address', 4, host(dst_ip))
        ) AS named(kind, place, value)
        WHERE value IS NOT NULL GROUP BY kind, place, value ORDER BY place, count(*) DESC, value LIMIT ${VALUES_MAX * 4}`,
      TIMEOUT_MS,
    )
  }
}

const words = (value: SharedValue | undefined): string[] => (value ? [`${value.kind} ${value.value}`] : [])
