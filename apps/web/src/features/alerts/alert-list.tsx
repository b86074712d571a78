import { Button } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { ListFault, ListSkeleton } from '../../components/ui/list-states'
import { RowGrid, type RowGridTicks } from '../../components/ui/row-grid'
import { useNarrow } from '../../components/ui/split-panel'
import { formatCount } from '../../lib/format'
import { ROWS_KEPT } from '../../lib/live-list'
import { useTimeZone } from '../../lib/time-zone'
import { useNow } from '../../lib/use-now'
import { alertColumns, type AlertRow, compactAlert } from './alert-columns'
import type { AlertFeed } from './use-alert-feed'

interface AlertListProps {
  readonly feed: AlertFeed
  readonly cursorId: string | null
  readonly selectedId: string | null
  /** Shown when there are no rows. */
  readonly empty: ReactNode
  readonly withIncident?: boolean
  /** Null: rows cannot be ticked. Memoised. */
  readonly ticks?: RowGridTicks<AlertRow> | null
  onCursor(id: string): void
  onOpen(id: string): void
  onScrolled?(scrolled: boolean): void
}

const MINUTE = 60_000

/** The table of alerts, whatever the state of its feed. */
export function AlertList(props: AlertListProps) {
  const { feed, cursorId, selectedId, empty, withIncident = true, ticks = null, onCursor, onOpen, onScrolled } = props
  const { timeZone } = useTimeZone()
  const narrow = useNarrow()
  const now = useNow(MINUTE)
  const columns = useMemo(() => alertColumns({ timeZone, withIncident }), [timeZone, withIncident])
  const compactRow = useMemo(() => (narrow ? compactAlert(timeZone, now) : null), [narrow, timeZone, now])
  const { phase, rows } = feed.list
  const fault =
    phase === 'failed' ? (
      <ListFault title="The alerts could not be read" text={feed.list.fault ?? ''} onRetry={feed.refresh} />
    ) : feed.liveFault ? (
      <ListFault title="New alerts are not announced" text={feed.liveFault} onRetry={feed.refresh} />
    ) : null
  if (rows.length === 0) return fault ?? (phase === 'loading' ? <ListSkeleton /> : empty)
  return (
    <>
      {fault}
      <RowGrid<AlertRow>
        label="Alerts"
        rows={rows}
        columns={columns}
        compactRow={compactRow}
        cursorId={cursorId}
        selectedId={selectedId}
        ticks={ticks}
        stale={phase !== 'ready'}
        footer={<Footer feed={feed} />}
        onCursor={onCursor}
        onOpen={onOpen}
        onEnd={feed.loadMore}
        {...(onScrolled && { onScrolled })}
      />
    </>
  )
}

/** Every cut-off is stated. */
function Footer({ feed: { list, loadMore } }: { feed: AlertFeed }) {
  if (list.full) return <>The newest {formatCount(ROWS_KEPT)} are shown. Narrow the filter to see others.</>
  if (list.fault !== null && list.phase === 'ready') {
    return (
      <>
        Older alerts could not be read: {list.fault}{' '}
        <Button size="compact-xs" variant="default" onClick={loadMore}>
          Try again
        </Button>
      </>
    )
  }
  if (list.hasMore) return <>{list.extending ? 'Loading older alerts…' : ''}</>
  return <>{list.rows.length === 1 ? 'One alert' : `All ${formatCount(list.rows.length)} alerts`}</>
}
