import type { Pool } from 'pg'
import { readRows } from '../../platform/read-rows.js'
import { sql, type Sql } from '../../platform/sql.js'
import type { AlertFacts } from './judged-alert.js'

/** A stored alert, as rules see it. */
export interface StoredAlert {
  /** Digits. */
  readonly id: string
  /** null: it belongs to none. It may be another one than when the alert was stored. */
  readonly incidentId: string | null
  readonly facts: AlertFacts
}

/** Of the aliases alert, firewall and source. */
const COLUMNS = sql`alert.id, alert.incident_id AS "incidentId", alert.occurred_at AS "occurredAtTime", source.name AS source,
  firewall.name AS "firewallName", firewall.serial AS "firewallSerial", alert.subtype, alert.severity, alert.action, alert.blocked,
  alert.command_control AS "commandControl", alert.direction, alert.threat_name AS "threatName", alert.threat_id AS "threatId",
  alert.threat_category AS "threatCategory", alert.category, alert.app, alert.rule, alert.src_zone AS "srcZone", alert.dst_zone AS "dstZone",
  alert.vsys, host(alert.src_ip) AS "srcIp", host(alert.dst_ip) AS "dstIp", alert.src_user AS "srcUser", alert.dst_user AS "dstUser",
  alert.src_host AS "srcHost", alert.dst_host AS "dstHost", alert.src_location AS "srcLocation", alert.dst_location AS "dstLocation",
  alert.attacker_side AS "attackerSide", alert.victim_side AS "victimSide", alert.url, alert.domain, alert.file_name AS "fileName",
  alert.file_type AS "fileType", alert.file_digest AS "fileDigest", alert.verdict, alert.mail_sender AS "mailSender",
  alert.mail_recipient AS "mailRecipient"`

const FROM = sql`alert JOIN firewall ON firewall.id = alert.firewall_id JOIN source ON source.id = firewall.source_id`

type Row = Omit<AlertFacts, 'occurredAt'> & { readonly id: string; readonly incidentId: string | null; readonly occurredAtTime: Date }

const toStored = ({ id, incidentId, occurredAtTime, ...row }: Row): StoredAlert => ({
  id,
  incidentId,
  facts: { ...row, occurredAt: occurredAtTime.getTime() },
})

/** @param condition of the alias alert, with its ORDER BY and LIMIT */
export const alertsWhere = (condition: Sql): Sql => sql`SELECT ${COLUMNS} FROM ${FROM} WHERE ${condition}`
export const toStoredAlerts = (rows: readonly object[]): StoredAlert[] => (rows as readonly Row[]).map(toStored)

export async function readAlerts(pool: Pick<Pool, 'query'>, ids: readonly string[]): Promise<Map<string, StoredAlert>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows<Row>(pool, alertsWhere(sql`alert.id = ANY(${ids}::bigint[])`))
  return new Map(toStoredAlerts(rows).map(alert => [alert.id, alert]))
}
