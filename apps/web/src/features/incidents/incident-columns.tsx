import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { DueChip } from '../../components/ui/due-chip'
import type { RowGridColumn, RowGridSort } from '../../components/ui/row-grid'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { StateBadge } from '../../components/ui/state-badge'
import { TimeInZone } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { IncidentOrder, IncidentRow_IncidentFragment } from '../../gql/graphql'
import { formatCount, formatDateTime, formatZone } from '../../lib/format'
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
    team {
      id
      name
    }
    tags
    classification
    attackVector
    disposition
    acknowledgeBy
    closeBy
    mutedUntil
    createdAt
    version
  }
`)

export type IncidentRow = IncidentRow_IncidentFragment

/** In the order in which they stand. */
export const COLUMN_LABELS = {
  number: 'Incident',
  severity: 'Severity',
  state: 'State',
  title: 'Title',
  due: 'Due',
  link: 'Linked by',
  alerts: 'Alerts',
  allowed: 'Allowed',
  blocked: 'Blocked',
  last: 'Last alert',
  created: 'Opened',
  assignee: 'Assignee',
  team: 'Team',
  tags: 'Tags',
  classification: 'Classification',
  vector: 'Attack vector',
  disposition: 'Disposition',
} as const
export type ColumnKey = keyof typeof COLUMN_LABELS
export const COLUMN_KEYS = Object.keys(COLUMN_LABELS) as readonly ColumnKey[]
/** An incident is always told by its number. */
export const COLUMNS_FIXED: readonly ColumnKey[] = ['number']
export const COLUMNS_AT_FIRST: readonly ColumnKey[] = [
  'number',
  'severity',
  'state',
  'title',
  'due',
  'link',
  'alerts',
  'allowed',
  'blocked',
  'last',
  'assignee',
  'tags',
]

interface ColumnsOptions {
  readonly timeZone: string
  readonly keys: readonly ColumnKey[]
  readonly order: IncidentOrder
  onOrder(order: IncidentOrder): void
}

/** Those of the keys, in their order. */
export function incidentColumns({ timeZone, keys, order, onOrder }: ColumnsOptions): readonly RowGridColumn<IncidentRow>[] {
  const byLast: RowGridSort = {
    direction: order === 'LAST_ALERT' ? 'descending' : null,
    label: 'Sort by the last alert',
    onSort: () => onOrder('LAST_ALERT'),
  }
  const byCreated: RowGridSort = {
    direction: order === 'NEWEST' ? 'descending' : order === 'OLDEST' ? 'ascending' : null,
    label: order === 'NEWEST' ? 'Sort by oldest first' : 'Sort by newest first',
    onSort: () => onOrder(order === 'NEWEST' ? 'OLDEST' : 'NEWEST'),
  }
  const zone = formatZone(timeZone)
  return keys.map(key => {
    const column = { key, header: COLUMN_LABELS[key], ...SHAPES[key] }
    if (key === 'last')
      return {
        ...column,
        header: `Last alert (${zone})`,
        sort: byLast,
        cell: row => <TimeInZone at={row.lastAlertAt} timeZone={timeZone} />,
      }
    if (key === 'created')
      return { ...column, header: `Opened (${zone})`, sort: byCreated, cell: row => <TimeInZone at={row.createdAt} timeZone={timeZone} /> }
    return column
  })
}

type Shape = Pick<RowGridColumn<IncidentRow>, 'track' | 'min' | 'align' | 'cell'>

const fixed = (min: number, cell: Shape['cell']): Shape => ({ track: `${min}px`, min, cell })
const wide = (min: number, share: string, cell: Shape['cell']): Shape => ({ track: `minmax(${min}px, ${share})`, min, cell })
const right = (shape: Shape): Shape => ({ ...shape, align: 'right' })

const SHAPES: Readonly<Record<ColumnKey, Shape>> = {
  number: fixed(76, incident => <NumberLink incident={incident} />),
  severity: fixed(80, ({ severity }) => <SeverityBadge severity={severity} />),
  state: fixed(78, incident => <State incident={incident} />),
  title: wide(170, '3fr', ({ title }) => <span title={title}>{title}</span>),
  due: fixed(190, incident => <DueChip acknowledgeBy={incident.acknowledgeBy} closeBy={incident.closeBy} />),
  link: wide(140, '1.6fr', incident => <LinkedBy {...incident} />),
  alerts: right(fixed(86, incident => <Counts incident={incident} />)),
  allowed: right(fixed(58, incident => <Allowed count={incident.allowedCount} />)),
  blocked: right(fixed(58, ({ blockedCount }) => formatCount(blockedCount))),
  last: fixed(148, () => null),
  created: fixed(148, () => null),
  assignee: wide(76, '0.8fr', ({ assignee }) => assignee?.name ?? <Nobody />),
  team: wide(76, '0.8fr', ({ team }) => team?.name ?? null),
  tags: wide(80, '1fr', ({ tags }) => <Tags tags={tags} />),
  classification: wide(90, '1fr', ({ classification }) => classification),
  vector: wide(90, '1fr', ({ attackVector }) => attackVector),
  disposition: wide(90, '1fr', ({ disposition }) => disposition),
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
          <DueChip acknowledgeBy={incident.acknowledgeBy} closeBy={incident.closeBy} short />
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

function State({ incident: { state, mutedUntil } }: { incident: IncidentRow }) {
  return mutedUntil === null ? <StateBadge state={state} /> : <span title={`Until ${formatDateTime(mutedUntil, 'UTC')} UTC`}>Muted</span>
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span title={tags.join(', ')}>
      {tags.map(tag => (
        <span key={tag} className={classes['tag']}>
          {tag}
        </span>
      ))}
    </span>
  )
}

function Nobody() {
  return <span className={classes['quiet']}>nobody</span>
}
