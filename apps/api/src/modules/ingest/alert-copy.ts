import { severityRank } from '@sallyport/shared'
import type { Link } from '../incidents/index.js'
import type { UnderstoodAlert } from '../panos-log/index.js'
import type { SyslogLine } from './syslog-line.js'

/** An alert with all that is known of it when it is stored. */
export interface AlertRow {
  readonly id: bigint
  readonly firewallId: number
  readonly incidentId: bigint | undefined
  readonly link: Link | undefined
  readonly line: SyslogLine
  readonly alert: UnderstoodAlert
  readonly dedupKey: bigint | undefined
}

/** PostgreSQL refuses index entries above a third of a page; longer values are whole in the raw line. */
const INDEXED_TEXT_MAX_LENGTH = 512
const SMALLINT_MAX = 32_767
const INT_MAX = 2_147_483_647

const NULL = String.raw`\N`
const SPECIAL = /[\\\n\r\t\0]/
const SPECIALS = /[\\\n\r\t\0]/g
// A text of PostgreSQL cannot hold NUL.
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\uFFFD' }

type Value = string | number | bigint | boolean | undefined

/** Column and its value, in the order of the COPY. */
const COLUMNS: readonly (readonly [name: string, valueOf: (row: AlertRow, alert: UnderstoodAlert) => Value])[] = [
  ['id', row => row.id],
  ['firewall_id', row => row.firewallId],
  ['incident_id', row => row.incidentId],
  ['link_key', row => row.link?.key],
  ['link_value', row => text(row.link?.value)],
  ['received_at', row => receivedTimestamp(row.line.receivedAt)],
  ['occurred_at', (_, alert) => occurredTimestamp(alert.occurredAt)],
  ['time_source', (_, alert) => alert.timeSource],
  ['format', (_, alert) => alert.format],
  ['transport', row => row.line.transport],
  ['sender', row => text(row.line.sender)],
  ['subtype', (_, alert) => text(alert.subtype)],
  ['severity', (_, alert) => severityRank(alert.severity)],
  ['threat_id', (_, alert) => alert.threatId],
  ['threat_name', (_, alert) => text(alert.threatName)],
  ['threat_category', (_, alert) => text(alert.threatCategory)],
  ['action', (_, alert) => text(alert.action)],
  ['blocked', (_, alert) => alert.blocked],
  ['src_ip', (_, alert) => text(alert.srcIp)],
  ['dst_ip', (_, alert) => text(alert.dstIp)],
  ['src_port', (_, alert) => alert.srcPort],
  ['dst_port', (_, alert) => alert.dstPort],
  ['src_user', (_, alert) => text(indexed(alert.srcUser))],
  ['dst_user', (_, alert) => text(indexed(alert.dstUser))],
  ['src_host', (_, alert) => text(hostName(alert.srcHostname))],
  ['dst_host', (_, alert) => text(hostName(alert.dstHostname))],
  ['src_location', (_, alert) => text(alert.srcLocation)],
  ['dst_location', (_, alert) => text(alert.dstLocation)],
  ['src_zone', (_, alert) => text(alert.srcZone)],
  ['dst_zone', (_, alert) => text(alert.dstZone)],
  ['attacker_side', (_, alert) => alert.attackerSide],
  ['victim_side', (_, alert) => alert.victimSide],
  ['command_control', (_, alert) => alert.commandControl],
  ['direction', (_, alert) => alert.direction],
  ['app', (_, alert) => text(alert.app)],
  ['rule', (_, alert) => text(alert.rule)],
  ['vsys', (_, alert) => text(alert.vsys)],
  ['category', (_, alert) => text(alert.category)],
  ['url', (_, alert) => text(alert.url)],
  ['domain', (_, alert) => text(alert.domain)],
  ['file_name', (_, alert) => text(alert.fileName)],
  ['file_type', (_, alert) => text(alert.fileType)],
  ['file_digest', (_, alert) => text(indexed(alert.fileDigest))],
  ['verdict', (_, alert) => alert.verdict],
  ['report_id', (_, alert) => text(alert.reportId)],
  ['mail_sender', (_, alert) => text(alert.mailSender)],
  ['mail_subject', (_, alert) => text(alert.mailSubject)],
  ['mail_recipient', (_, alert) => text(alert.mailRecipient)],
  ['session_id', (_, alert) => alert.sessionId],
  ['sequence', (_, alert) => alert.sequence],
  ['repeat_count', (_, alert) => Math.min(alert.repeatCount, INT_MAX)],
  ['truncated', (_, alert) => alert.truncated],
  ['field_count', (_, alert) => Math.min(alert.fieldCount, SMALLINT_MAX)],
  ['dedup_key', row => row.dedupKey],
  ['raw', row => text(row.line.text)],
]

export const ALERT_COPY_SQL = `COPY alert (${COLUMNS.map(([name]) => name).join(', ')}) FROM STDIN`

/** Most rows fit; the buffer grows for those that do not. */
const ROW_BYTES = 2048
const UTF8_MAX_BYTES = 3

/** Rows in the text format of COPY: one line each, columns separated by TAB. */
export function encodeAlerts(rows: readonly AlertRow[]): Buffer {
  let buffer = Buffer.allocUnsafe(rows.length * ROW_BYTES)
  let used = 0
  for (const row of rows) {
    const line = `${COLUMNS.map(([, valueOf]) => valueOf(row, row.alert) ?? NULL).join('\t')}\n`
    const needed = used + line.length * UTF8_MAX_BYTES
    if (needed > buffer.length) buffer = Buffer.concat([buffer.subarray(0, used)], needed * 2)
    // Row by row: one text of the whole batch would be copied several times.
    used += buffer.write(line, used)
  }
  return buffer.subarray(0, used)
}

function text(value: string | undefined): string | undefined {
  if (value === undefined || !SPECIAL.test(value)) return value
  return value.replaceAll(SPECIALS, special => ESCAPED[special] ?? special)
}

const indexed = (value: string | undefined): string | undefined =>
  value !== undefined && value.length > INDEXED_TEXT_MAX_LENGTH ? value.slice(0, INDEXED_TEXT_MAX_LENGTH) : value

/** Case means nothing in a host name: compared and counted in lower case. */
const hostName = (value: string | undefined): string | undefined => indexed(value?.trim().toLowerCase()) || undefined

/** Alerts of one batch arrived within a few milliseconds: most timestamps are the one before. */
function timestampWriter(): (time: number) => string {
  let last = Number.NaN
  let written = ''
  return time => {
    if (time !== last) {
      last = time
      written = new Date(time).toISOString()
    }
    return written
  }
}

const receivedTimestamp = timestampWriter()
const occurredTimestamp = timestampWriter()
