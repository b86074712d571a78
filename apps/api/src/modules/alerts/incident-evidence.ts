import type { HostRole, Verdict } from '@sallyport/shared'
import DataLoader from 'dataloader'
import type { Pool } from 'pg'
import { mapLoader } from '../../platform/keyed-loader.js'
import { searchRows } from '../../platform/read-rows.js'
import { joinSql, sql, type Sql } from '../../platform/sql.js'

/** How many of each kind are told. */
const EVIDENCE_MAX = 50

/** What the alerts of an incident name, one list each. */
export type ValueKind = 'users' | 'urls' | 'domains' | 'rules' | 'zones' | 'threats' | 'hostNames' | 'resolvers' | 'otherAddresses'

interface IncidentValueRow {
  readonly value: string
  /** Alerts that name it, as digits. */
  readonly count: string
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
}

interface IncidentHostRow {
  readonly role: HostRole
  readonly address: string
  readonly location: string | null
  readonly count: string
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
}

interface IncidentFileRow {
  readonly name: string | null
  readonly digest: string | null
  readonly type: string | null
  readonly verdict: Verdict | null
  readonly count: string
}

type OfIncident<Row> = Row & { readonly incidentId: string }

/** The address of an end that neither attacks nor is the victim. */
const bystander = (side: 'SOURCE' | 'DESTINATION', address: Sql): Sql =>
  sql`CASE WHEN ${side} NOT IN (coalesce(attacker_side, ''), coalesce(victim_side, '')) THEN host(${address}) END`
const BYSTANDERS = [bystander('SOURCE', sql`src_ip`), bystander('DESTINATION', sql`NULLIF(dst_ip, src_ip)`)]

/** A value at both ends of a session counts once. */
const VALUE_COLUMNS: Readonly<Record<ValueKind, readonly Sql[]>> = {
  users: [sql`src_user`, sql`NULLIF(dst_user, src_user)`],
  urls: [sql`url`],
  domains: [sql`domain`],
  rules: [sql`rule`],
  zones: [sql`src_zone`, sql`NULLIF(dst_zone, src_zone)`],
  threats: [sql`NULLIF(threat_name, '')`],
  hostNames: [sql`src_host`, sql`NULLIF(dst_host, src_host)`],
  // Behind a DNS lookup stands a domain; the other end only answers it.
  resolvers: BYSTANDERS.map(address => sql`CASE WHEN domain IS NOT NULL THEN ${address} END`),
  otherAddresses: BYSTANDERS.map(address => sql`CASE WHEN domain IS NULL THEN ${address} END`),
}

interface IncidentValues {
  readonly incidentId: string
  readonly kind: ValueKind
}

const valuesKey = ({ incidentId, kind }: IncidentValues): string => `${incidentId} ${kind}`

const evidenceLoader = <Row>(fetch: (incidentIds: readonly string[]) => Promise<OfIncident<Row>[]>) =>
  mapLoader<string, Row[]>(
    async ids => Map.groupBy(await fetch(ids), row => row.incidentId),
    () => [],
  )

/** Who and what an incident is about, counted from its alerts: one scan of them per question, for several incidents at once. */
export class IncidentEvidence {
  constructor(private readonly deps: { readonly pool: Pool }) {}

  /** Loader factories, one loader per request. */
  readonly hostsOfIncident = () => evidenceLoader(ids => this.hosts(ids))
  readonly filesOfIncident = () => evidenceLoader(ids => this.files(ids))
  readonly valuesOfIncident = () =>
    new DataLoader<IncidentValues, IncidentValueRow[], string>(
      async keys => {
        const rows = await this.values([...new Set(keys.map(key => key.incidentId))], [...new Set(keys.map(key => key.kind))])
        const byKey = Map.groupBy(rows, valuesKey)
        return keys.map(key => byKey.get(valuesKey(key)) ?? [])
      },
      { cacheKeyFn: valuesKey },
    )

  /** The values most seen of each kind. */
  private async values(
    incidentIds: readonly string[],
    kinds: readonly ValueKind[],
  ): Promise<OfIncident<IncidentValueRow & { kind: ValueKind }>[]> {
    const named = kinds.flatMap(kind => VALUE_COLUMNS[kind].map(column => sql`(${kind}::text, ${column})`))
    return searchRows(
      this.deps.pool,
      sql`SELECT "incidentId", kind, value, count, "firstSeenAt", "lastSeenAt" FROM (
        SELECT incident_id AS "incidentId", kind, value, count(*) AS count, min(occurred_at) AS "firstSeenAt", max(occurred_at) AS "lastSeenAt",
          row_number() OVER (PARTITION BY incident_id, kind ORDER BY count(*) DESC, value) AS place
        FROM alert CROSS JOIN LATERAL (VALUES ${joinSql(named, ', ')}) AS named(kind, value)
        WHERE incident_id = ANY(${incidentIds}::bigint[]) AND value IS NOT NULL
        GROUP BY incident_id, kind, value
      ) AS counted WHERE place <= ${EVIDENCE_MAX} ORDER BY "incidentId", kind, place`,
    )
  }

  /** The hosts most seen in each role. */
  private async hosts(incidentIds: readonly string[]): Promise<OfIncident<IncidentHostRow>[]> {
    return searchRows(
      this.deps.pool,
      sql`SELECT "incidentId", role, address, location, count, "firstSeenAt", "lastSeenAt" FROM (
        SELECT incident_id AS "incidentId", role, address, max(location) AS location, count(*) AS count,
          min(occurred_at) AS "firstSeenAt", max(occurred_at) AS "lastSeenAt",
          row_number() OVER (PARTITION BY incident_id, role ORDER BY count(*) DESC, address) AS place
        FROM alert CROSS JOIN LATERAL (VALUES
          (CASE WHEN command_control THEN 'COMMAND_AND_CONTROL' ELSE 'ATTACKER' END, attacker_side),
          ('TARGET', victim_side)
        ) AS part(role, side)
        CROSS JOIN LATERAL (SELECT
          CASE side WHEN 'SOURCE' THEN src_ip WHEN 'DESTINATION' THEN dst_ip END AS address,
          CASE side WHEN 'SOURCE' THEN src_location WHEN 'DESTINATION' THEN dst_location END AS location
        ) AS host
        WHERE incident_id = ANY(${incidentIds}::bigint[]) AND address IS NOT NULL
        GROUP BY incident_id, role, address
      ) AS counted WHERE place <= ${EVIDENCE_MAX} ORDER BY "incidentId", role, place`,
    )
  }

  /** The files most seen; a file is its digest, or its name where the line has no digest. */
  private async files(incidentIds: readonly string[]): Promise<OfIncident<IncidentFileRow>[]> {
    return searchRows(
      this.deps.pool,
      sql`SELECT "incidentId", name, digest, type, verdict, count FROM (
        SELECT incident_id AS "incidentId", max(file_name) AS name, file_digest AS digest, max(file_type) AS type,
          (array_agg(verdict ORDER BY occurred_at DESC, id DESC) FILTER (WHERE verdict IS NOT NULL))[1] AS verdict, count(*) AS count,
          row_number() OVER (PARTITION BY incident_id ORDER BY count(*) DESC, file_digest, max(file_name)) AS place
        FROM alert
        WHERE incident_id = ANY(${incidentIds}::bigint[]) AND (file_digest IS NOT NULL OR file_name IS NOT NULL)
        GROUP BY incident_id, file_digest, CASE WHEN file_digest IS NULL THEN file_name END
      ) AS counted WHERE place <= ${EVIDENCE_MAX} ORDER BY "incidentId", place`,
    )
  }
}
