import { severityOfRank } from '@sallyport/shared'
import type { Pool } from 'pg'
import { csvPages, type CsvExport, type ExportColumn, type ExportRequest } from '../../platform/csv-export.js'
import { BadInputError } from '../../platform/errors.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { incidentConditionsOf } from './incident-inputs.js'
import { IncidentOrder } from './incident-order.js'
import type { IncidentReadModel } from './incident-read-model.js'
import type { IncidentRow } from './incident-row.js'

interface NamedIncident extends IncidentRow {
  readonly assignee: string | undefined
  readonly team: string | undefined
}

const COLUMNS: readonly ExportColumn<NamedIncident>[] = [
  { name: 'Number', value: ({ id }) => `INC-${id}` },
  { name: 'Title', value: ({ title }) => title },
  { name: 'State', value: ({ state }) => state },
  { name: 'Severity', value: ({ severity }) => severityOfRank(severity) },
  { name: 'Assignee', value: ({ assignee }) => assignee },
  { name: 'Team', value: ({ team }) => team },
  { name: 'Classification', value: ({ classification }) => classification },
  { name: 'Attack vector', value: ({ attackVector }) => attackVector },
  { name: 'Disposition', value: ({ disposition }) => disposition },
  { name: 'Tags', value: ({ tags }) => tags.join(', ') },
  { name: 'Linked by', value: ({ linkKey }) => linkKey },
  { name: 'Link value', value: ({ linkValue }) => linkValue },
  { name: 'First alert', time: ({ firstAlertAt }) => firstAlertAt },
  { name: 'Last alert', time: ({ lastAlertAt }) => lastAlertAt },
  { name: 'Alerts', value: ({ alertCount }) => BigInt(alertCount) },
  { name: 'Events', value: ({ eventCount }) => BigInt(eventCount) },
  { name: 'Blocked', value: ({ blockedCount }) => BigInt(blockedCount) },
  { name: 'Allowed', value: ({ allowedCount }) => BigInt(allowedCount) },
  { name: 'Acknowledged', time: ({ acknowledgedAt }) => acknowledgedAt },
  { name: 'Closed', time: ({ closedAt }) => closedAt },
  { name: 'Summary', value: ({ closeSummary }) => closeSummary },
  { name: 'Detail', value: ({ closeDetail }) => closeDetail },
  { name: 'Muted until', time: ({ mutedUntil }) => mutedUntil },
  { name: 'Muted alerts', value: ({ mutedAlerts }) => BigInt(mutedAlerts) },
  { name: 'Merged into', value: ({ mergedIntoId }) => (mergedIntoId === null ? null : `INC-${mergedIntoId}`) },
  { name: 'Created', time: ({ createdAt }) => createdAt },
  { name: 'Updated', time: ({ updatedAt }) => updatedAt },
]

/** The queue as CSV: all that matches, in the order of the page. */
export class IncidentExport implements CsvExport {
  readonly permission = 'incident:read'
  readonly filterType = 'IncidentFilter'

  constructor(private readonly deps: { readonly pool: Pool; readonly incidents: Pick<IncidentReadModel, 'page'> }) {}

  open({ filter: given, orderBy: order, viewerId, timeZone }: ExportRequest): AsyncGenerator<string> {
    const filter = incidentConditionsOf(given, viewerId)
    const orderBy = Object.values(IncidentOrder).find(one => one === (order ?? IncidentOrder.LAST_ALERT))
    if (!orderBy) throw new BadInputError(`orderBy: one of ${Object.values(IncidentOrder).join(', ')}`)
    return csvPages(COLUMNS, timeZone, async (after, limit) =>
      this.withNames(await this.deps.incidents.page({ filter, orderBy, after, limit })),
    )
  }

  private async withNames(rows: readonly IncidentRow[]): Promise<NamedIncident[]> {
    const assignees = new Set(rows.flatMap(({ assigneeId }) => assigneeId ?? []))
    const teams = new Set(rows.flatMap(({ teamId }) => teamId ?? []))
    const named = await readRows<{ key: string; name: string }>(
      this.deps.pool,
      sql`SELECT id::text AS key, name FROM "user" WHERE id = ANY(${[...assignees]}::uuid[])
        UNION ALL SELECT id::text, name FROM team WHERE id = ANY(${[...teams]}::int[])`,
    )
    const names = new Map(named.map(({ key, name }) => [key, name]))
    return rows.map(row => ({ ...row, assignee: names.get(row.assigneeId ?? ''), team: names.get(String(row.teamId)) }))
  }
}
