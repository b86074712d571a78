import { Checkbox, VisuallyHidden } from '@mantine/core'
import type { RowGridColumn } from '../../components/ui/row-grid'
import { TimeInZone } from '../../components/ui/time-text'
import { formatRelative, formatZone } from '../../lib/format'
import { EntryCauseText } from './entry-cause'
import { REMOVAL_WORDS } from './list-words'
import type { EntryRow } from './use-entry-feed'
import classes from './entries.module.css'

export interface EntrySelection {
  readonly ids: ReadonlySet<string>
  toggle(id: string): void
}

interface EntryColumnOptions {
  readonly timeZone: string
  readonly now: number
  readonly removed: boolean
  /** Null: nothing can be chosen. */
  readonly selection: EntrySelection | null
}

export function entryColumns({ timeZone, now, removed, selection }: EntryColumnOptions): readonly RowGridColumn<EntryRow>[] {
  return [
    ...(selection ? [selectColumn(selection)] : []),
    {
      key: 'value',
      header: 'Value',
      track: 'minmax(180px, 1.6fr)',
      min: 180,
      cell: entry => (
        <span title={entry.value} className={classes['value']}>
          {entry.value}
        </span>
      ),
    },
    ...(removed ? REMOVED_COLUMNS(timeZone) : [expiresColumn(now)]),
    {
      key: 'reason',
      header: 'Reason',
      track: 'minmax(140px, 1.6fr)',
      min: 140,
      cell: ({ reason }) => <span title={reason}>{reason}</span>,
    },
    { key: 'cause', header: 'Added', track: 'minmax(150px, 1fr)', min: 150, cell: entry => <EntryCauseText entry={entry} /> },
    {
      key: 'added',
      header: `Time (${formatZone(timeZone)})`,
      track: '148px',
      min: 148,
      cell: entry => <TimeInZone at={entry.addedAt} timeZone={timeZone} />,
    },
  ]
}

const selectColumn = ({ ids, toggle }: EntrySelection): RowGridColumn<EntryRow> => ({
  key: 'select',
  header: <VisuallyHidden>Choose</VisuallyHidden>,
  track: '20px',
  min: 20,
  cell: entry => (
    <Checkbox size="xs" tabIndex={-1} aria-label={`Choose ${entry.value}`} checked={ids.has(entry.id)} onChange={() => toggle(entry.id)} />
  ),
})

const expiresColumn = (now: number): RowGridColumn<EntryRow> => ({
  key: 'expires',
  header: 'Expires',
  track: '104px',
  min: 104,
  cell: entry => <Expires entry={entry} now={now} />,
})

const REMOVED_COLUMNS = (timeZone: string): readonly RowGridColumn<EntryRow>[] => [
  {
    key: 'removed',
    header: `Removed (${formatZone(timeZone)})`,
    track: '148px',
    min: 148,
    cell: ({ removedAt }) => removedAt && <TimeInZone at={removedAt} timeZone={timeZone} />,
  },
  {
    key: 'why',
    header: 'Why',
    track: 'minmax(150px, 1.2fr)',
    min: 150,
    cell: entry => <span title={removedText(entry)}>{removedText(entry)}</span>,
  },
]

export const removedText = ({ removal, removedBy, removalNote }: EntryRow): string =>
  `${REMOVAL_WORDS[removal ?? 'REMOVED']}${removedBy ? ` by ${removedBy.name}` : ''}${removalNote ? `: ${removalNote}` : ''}`

/** Counted down; what does not block any more says so. */
function Expires({ entry: { disabled, expiresAt }, now }: { entry: EntryRow; now: number }) {
  if (disabled) return <strong>Disabled</strong>
  if (expiresAt === null) return <span className={classes['quiet']}>never</span>
  if (Date.parse(expiresAt) <= now) return <span className={classes['quiet']}>expired</span>
  return <time dateTime={expiresAt}>{formatRelative(expiresAt, now)}</time>
}

/** Two lines for narrow screens. */
export function compactEntry(options: EntryColumnOptions) {
  return function CompactEntry(entry: EntryRow) {
    const { selection, removed, now } = options
    return (
      <div className={classes['compact']}>
        <div className={classes['line']}>
          {selection && (
            <Checkbox
              size="xs"
              tabIndex={-1}
              aria-label={`Choose ${entry.value}`}
              checked={selection.ids.has(entry.id)}
              onChange={() => selection.toggle(entry.id)}
            />
          )}
          <span className={`${classes['grow']} ${classes['value']}`}>{entry.value}</span>
          {removed ? entry.removal && REMOVAL_WORDS[entry.removal] : <Expires entry={entry} now={now} />}
        </div>
        <div className={`${classes['line']} ${classes['quiet']}`}>
          <span className={classes['grow']}>{entry.reason || <EntryCauseText entry={entry} />}</span>
          {formatRelative(entry.addedAt, now)}
        </div>
      </div>
    )
  }
}
