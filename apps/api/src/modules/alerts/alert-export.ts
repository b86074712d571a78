import { severityOfRank } from '@sallyport/shared'
import type { Pool } from 'pg'
import { csvPages, type CsvExport, type ExportColumn, type ExportRequest } from '../../platform/csv-export.js'
import { BadInputError } from '../../platform/errors.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { alertConditionsOf } from './alert-inputs.js'
import { AlertOrder } from './alert-order.js'
import type { AlertReadModel } from './alert-read-model.js'
import type { AlertRow } from './alert-row.js'

interface NamedAlert extends AlertRow {
  readonly firewall: string | undefined
}

const numberOf = (digits: string | null): bigint | null => (digits === null ? null : BigInt(digits))

const COLUMNS: readonly ExportColumn<NamedAlert>[] = [
  { name: 'Occurred', time: ({ occurredAt }) => occurredAt },
  { name: 'Received', time: ({ receivedAt }) => receivedAt },
  { name: 'Severity', value: ({ severity }) => severityOfRank(severity) },
  { name: 'Threat', value: ({ threatName }) => threatName },
  { name: 'Threat id', value: ({ threatId }) => numberOf(threatId) },
  { name: 'Threat category', value: ({ threatCategory }) => threatCategory },
  { name: 'Subtype', value: ({ subtype }) => subtype },
  { name: 'Action', value: ({ action }) => action },
  { name: 'Blocked', value: ({ blocked }) => blocked },
  { name: 'Verdict', value: ({ verdict }) => verdict },
  { name: 'Source address', value: ({ srcIp }) => srcIp },
  { name: 'Source port', value: ({ srcPort }) => srcPort },
  { name: 'Source user', value: ({ srcUser }) => srcUser },
  { name: 'Source host', value: ({ srcHost }) => srcHost },
  { name: 'Source location', value: ({ srcLocation }) => srcLocation },
  { name: 'Source zone', value: ({ srcZone }) => srcZone },
  { name: 'Destination address', value: ({ dstIp }) => dstIp },
  { name: 'Destination port', value: ({ dstPort }) => dstPort },
  { name: 'Destination user', value: ({ dstUser }) => dstUser },
  { name: 'Destination host', value: ({ dstHost }) => dstHost },
  { name: 'Destination location', value: ({ dstLocation }) => dstLocation },
  { name: 'Destination zone', value: ({ dstZone }) => dstZone },
  { name: 'Attacker', value: ({ attackerSide }) => attackerSide },
  { name: 'Target', value: ({ victimSide }) => victimSide },
  { name: 'Direction', value: ({ direction }) => direction },
  { name: 'Application', value: ({ app }) => app },
  { name: 'Firewall', value: ({ firewall }) => firewall },
  { name: 'Rule', value: ({ rule }) => rule },
  { name: 'URL', value: ({ url }) => url },
  { name: 'URL category', value: ({ category }) => category },
  { name: 'Domain', value: ({ domain }) => domain },
  { name: 'File name', value: ({ fileName }) => fileName },
  { name: 'File type', value: ({ fileType }) => fileType },
  { name: 'File hash', value: ({ fileDigest }) => fileDigest },
  { name: 'Mail sender', value: ({ mailSender }) => mailSender },
  { name: 'Mail recipient', value: ({ mailRecipient }) => mailRecipient },
  { name: 'Mail subject', value: ({ mailSubject }) => mailSubject },
  { name: 'Repeat count', value: ({ repeatCount }) => repeatCount },
  { name: 'Session', value: ({ sessionId }) => numberOf(sessionId) },
  { name: 'Incident', value: ({ incidentId }) => (incidentId === null ? null : `INC-${incidentId}`) },
  { name: 'Alert', value: ({ id }) => BigInt(id) },
]

/** Alerts as CSV: all that match, in the order of the page. */
export class AlertExport implements CsvExport {
  readonly permission = 'alert:read'
  readonly filterType = 'AlertFilter'

  constructor(private readonly deps: { readonly pool: Pool; readonly alerts: Pick<AlertReadModel, 'page'> }) {}

  open({ filter: given, orderBy: order, timeZone }: ExportRequest): AsyncGenerator<string> {
    const filter = alertConditionsOf(given)
    const orderBy = Object.values(AlertOrder).find(one => one === (order ?? AlertOrder.NEWEST_OCCURRED))
    if (!orderBy) throw new BadInputError(`orderBy: one of ${Object.values(AlertOrder).join(', ')}`)
    return csvPages(COLUMNS, timeZone, async (after, limit) =>
      this.withFirewalls(await this.deps.alerts.page({ filter, orderBy, after, limit })),
    )
  }

  private async withFirewalls(rows: readonly AlertRow[]): Promise<NamedAlert[]> {
    const ids = [...new Set(rows.map(({ firewallId }) => firewallId))]
    const firewalls = await readRows<{ id: number; name: string }>(
      this.deps.pool,
      sql`SELECT id, COALESCE(NULLIF(name, ''), NULLIF(serial, ''), host(address)) AS name FROM firewall WHERE id = ANY(${ids}::int[])`,
    )
    const names = new Map(firewalls.map(({ id, name }) => [id, name]))
    return rows.map(row => ({ ...row, firewall: names.get(row.firewallId) }))
  }
}
