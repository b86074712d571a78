import type { Direction, LinkKey, LogFormat, Side, TimeSource, Transport, Verdict } from '@sallyport/shared'
import { sql } from '../../platform/sql.js'

/** A stored alert without its raw line, as pg returns it: 64-bit numbers as digits, times as Date. */
export interface AlertRow {
  readonly id: string
  readonly firewallId: number
  readonly incidentId: string | null
  readonly linkKey: LinkKey | null
  readonly linkValue: string | null
  readonly receivedAt: Date
  readonly occurredAt: Date
  readonly timeSource: TimeSource
  readonly format: LogFormat
  readonly transport: Transport
  readonly sender: string | null
  readonly subtype: string
  /** 0 unknown … 5 critical. */
  readonly severity: number
  readonly threatId: string | null
  readonly threatName: string
  readonly threatCategory: string | null
  readonly action: string
  readonly blocked: boolean
  readonly srcIp: string | null
  readonly dstIp: string | null
  readonly srcPort: number | null
  readonly dstPort: number | null
  readonly srcUser: string | null
  readonly dstUser: string | null
  readonly srcHost: string | null
  readonly dstHost: string | null
  readonly srcLocation: string | null
  readonly dstLocation: string | null
  readonly srcZone: string | null
  readonly dstZone: string | null
  readonly attackerSide: Side | null
  readonly victimSide: Side | null
  readonly commandControl: boolean
  readonly direction: Direction | null
  readonly app: string | null
  readonly rule: string | null
  readonly vsys: string | null
  readonly category: string | null
  readonly url: string | null
  readonly domain: string | null
  readonly fileName: string | null
  readonly fileType: string | null
  readonly fileDigest: string | null
  readonly verdict: Verdict | null
  readonly reportId: string | null
  readonly mailSender: string | null
  readonly mailSubject: string | null
  readonly mailRecipient: string | null
  readonly sessionId: string | null
  readonly sequence: string | null
  readonly repeatCount: number
  readonly truncated: boolean
  readonly fieldCount: number
}

/** Columns of AlertRow, of the table alias `alert`. */
export const ALERT_COLUMNS = sql`
  alert.id, alert.firewall_id AS "firewallId", alert.incident_id AS "incidentId", alert.link_key AS "linkKey", alert.link_value AS "linkValue",
  alert.received_at AS "receivedAt", alert.occurred_at AS "occurredAt", alert.time_source AS "timeSource", alert.format, alert.transport,
  alert.sender, alert.subtype, alert.severity, alert.threat_id AS "threatId", alert.threat_name AS "threatName",
  alert.threat_category AS "threatCategory", alert.action, alert.blocked, alert.src_ip AS "srcIp", alert.dst_ip AS "dstIp",
  alert.src_port AS "srcPort", alert.dst_port AS "dstPort", alert.src_user AS "srcUser", alert.dst_user AS "dstUser",
  alert.src_host AS "srcHost", alert.dst_host AS "dstHost",
  alert.src_location AS "srcLocation", alert.dst_location AS "dstLocation", alert.src_zone AS "srcZone", alert.dst_zone AS "dstZone",
  alert.attacker_side AS "attackerSide", alert.victim_side AS "victimSide", alert.command_control AS "commandControl", alert.direction,
  alert.app, alert.rule, alert.vsys, alert.category, alert.url, alert.domain, alert.file_name AS "fileName", alert.file_type AS "fileType",
  alert.file_digest AS "fileDigest", alert.verdict, alert.report_id AS "reportId", alert.mail_sender AS "mailSender",
  alert.mail_subject AS "mailSubject", alert.mail_recipient AS "mailRecipient", alert.session_id AS "sessionId", alert.sequence,
  alert.repeat_count AS "repeatCount", alert.truncated, alert.field_count AS "fieldCount"`
