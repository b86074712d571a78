import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { RowGridColumn } from '../../components/ui/row-grid'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { StateBadge } from '../../components/ui/state-badge'
import { TimeInZone } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { IncidentRow_IncidentFragment } from '../../gql/graphql'
import { formatCount, formatZone } from '../../lib/format'
import { LinkedBy } from './linked-by'
import classes from './incident-columns.module.css'

export const IncidentRow_Incident = graphql(`
  fragment IncidentRow_Incident on Incident {
    id
    number
    title
    state
    severity
    linkKey
    linkValue
    alertCount
    eventCount
    blockedCount
    allowedCount
    lastAlertAt
    assignee {
      id
      name
    }
    version
  }
`)

export type IncidentRow = IncidentRow_IncidentFragment

export function incidentColumns(timeZone: string): readonly RowGridColumn<IncidentRow>[] {
  return [
    { key: 'number', header: 'Incident', track: '76px', min: 76, cell: incident => <NumberLink incident={incident} /> },
    { key: 'severity', header: 'Severity', track: '80px', min: 80, cell: ({ severity }) => <SeverityBadge severity={severity} /> },
    { key: 'state', header: 'State', track: '78px', min: 78, cell: ({ state }) => <StateBadge state={state} /> },
    { key: 'title', header: 'Title', track: 'minmax(170px, 3fr)', min: 170, cell: ({ title }) => <span title={title}>{title}</span> },
    { key: 'link', header: 'Linked by', track: 'minmax(140px, 1.6fr)', min: 140, cell: incident => <LinkedBy {...incident} /> },
    { key: 'alerts', header: 'Alerts', track: '86px', min: 86, align: 'right', cell: incident => <Counts incident={incident} /> },
    {
      key: 'allowed',
      header: 'Allowed',
      track: '58px',
      min: 58,
      align: 'right',
      cell: incident => <Allowed count={incident.allowedCount} />,
    },
    { key: 'blocked', header: 'Blocked', track: '58px', min: 58, align: 'right', cell: ({ blockedCount }) => formatCount(blockedCount) },
    {
      key: 'last',
      header: `Last alert (${formatZone(timeZone)})`,
      track: '148px',
      min: 148,
      cell: ({ lastAlertAt }) => <TimeInZone at={lastAlertAt} timeZone={timeZone} />,
    },
    { key: 'assignee', header: 'Assignee', track: 'minmax(76px, 0.8fr)', min: 76, cell: ({ assignee }) => assignee?.name ?? <Nobody /> },
  ]
}

/** Two lines for narrow screens. */
export function compactIncident(timeZone: string, now: number) {
  return function CompactIncident(incident: IncidentRow) {
    return (
      <div className={classes['compact']}>
        <div className={classes['line']}>
          <SeverityBadge severity={incident.severity} mark />
          <span className={classes['number']}>INC-{incident.number}</span>
          <span className={classes['grow']}>{incident.title}</span>
          <StateBadge state={incident.state} />
        </div>
        <div className={classes['line']}>
          <span className={classes['grow']}>
            <LinkedBy {...incident} />
          </span>
          <span className={classes['quiet']}>
            {formatCount(incident.eventCount)} · <TimeInZone at={incident.lastAlertAt} timeZone={timeZone} show="auto" now={now} />
          </span>
        </div>
      </div>
    )
  }
}

function NumberLink({ incident }: { incident: IncidentRow }) {
  return (
    <Anchor component={Link} to={paths.incident(incident.number)} size="sm" fw={600} tabIndex={-1}>
      INC-{incident.number}
    </Anchor>
  )
}

function Counts({ incident: { alertCount, eventCount } }: { incident: IncidentRow }) {
  const more = eventCount !== alertCount
  return (
    <span title={`${formatCount(alertCount)} alerts, ${formatCount(eventCount)} events with repeats`}>
      {formatCount(alertCount)}
      {more && <span className={classes['quiet']}> ({formatCount(eventCount)})</span>}
    </span>
  )
}

/** What was not stopped stands out. */
function Allowed({ count }: { count: string }) {
  return count === '0' ? <span className={classes['quiet']}>0</span> : <strong className={classes['allowed']}>{formatCount(count)}</strong>
}

function Nobody() {
  return <span className={classes['quiet']}>nobody</span>
}
