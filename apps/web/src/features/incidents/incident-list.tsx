import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { EmptyList, ListFault, ListSkeleton } from '../../components/ui/list-states'
import { RowGrid, type RowGridTicks } from '../../components/ui/row-grid'
import { useNarrow } from '../../components/ui/split-panel'
import { paths } from '../../config/paths'
import type { IncidentOrder } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { ROWS_KEPT } from '../../lib/live-list'
import { useTimeZone } from '../../lib/time-zone'
import { useNow } from '../../lib/use-now'
import { compactIncident, incidentColumns, type IncidentRow } from './incident-columns'
import type { Columns } from './use-columns'
import type { IncidentFeed } from './use-incident-feed'
import type { QueueSelection } from './use-queue-selection'

const MINUTE = 60_000

interface IncidentListProps {
  readonly feed: IncidentFeed
  readonly look: Pick<Columns, 'columns' | 'density'>
  readonly order: IncidentOrder
  /** Null: the viewer may change nothing. */
  readonly selection: QueueSelection | null
  readonly cursorId: string | null
  readonly narrowed: boolean
  onOrder(order: IncidentOrder): void
  onCursor(id: string): void
  onOpen(id: string): void
  onClear(): void
}

export function IncidentList({ feed, look, order, selection, cursorId, narrowed, onOrder, onCursor, onOpen, onClear }: IncidentListProps) {
  const { timeZone } = useTimeZone()
  const narrow = useNarrow()
  const now = useNow(MINUTE)
  const columns = useMemo(() => incidentColumns({ timeZone, keys: look.columns, order, onOrder }), [timeZone, look.columns, order, onOrder])
  const compactRow = useMemo(() => (narrow ? compactIncident(timeZone, now) : null), [narrow, timeZone, now])
  const ticks = useMemo<RowGridTicks<IncidentRow> | null>(
    () => selection && { ids: selection.ids, label: numberText, onTick: selection.onTick, onTickAll: selection.onTickAll },
    [selection],
  )
  const { phase, rows } = feed.list
  const fault =
    phase === 'failed' && feed.queryFault === null ? (
      <ListFault title="The incidents could not be read" text={feed.list.fault ?? ''} onRetry={feed.refresh} />
    ) : feed.liveFault ? (
      <ListFault title="Changes are not announced" text={feed.liveFault} onRetry={feed.refresh} />
    ) : null
  if (rows.length === 0) {
    if (fault) return fault
    if (feed.queryFault !== null) return <NotUnderstood onClear={onClear} />
    return phase === 'loading' ? <ListSkeleton /> : <NoIncidents narrowed={narrowed} onClear={onClear} />
  }
  return (
    <>
      {fault}
      <RowGrid<IncidentRow>
        label="Incidents"
        rows={rows}
        columns={columns}
        compactRow={compactRow}
        cursorId={cursorId}
        ticks={ticks}
        density={look.density}
        stale={phase !== 'ready'}
        dimmed={feed.handled}
        footer={<Footer feed={feed} />}
        onCursor={onCursor}
        onOpen={onOpen}
        onEnd={feed.loadMore}
      />
    </>
  )
}

const numberText = ({ number }: IncidentRow): string => `INC-${number}`

/** Every cut-off is stated. */
function Footer({ feed: { list, loadMore } }: { feed: IncidentFeed }) {
  if (list.full) return <>{formatCount(ROWS_KEPT)} are shown. Narrow the filter to see others.</>
  if (list.fault !== null && list.phase === 'ready') {
    return (
      <>
        Further incidents could not be read: {list.fault}{' '}
        <Button size="compact-xs" variant="default" onClick={loadMore}>
          Try again
        </Button>
      </>
    )
  }
  if (list.hasMore) return <>{list.extending ? 'Loading further incidents…' : ''}</>
  return <>{list.rows.length === 1 ? 'One incident' : `All ${formatCount(list.rows.length)} incidents`}</>
}

function NotUnderstood({ onClear }: { onClear(): void }) {
  return (
    <EmptyList title="The query is not understood" actions={<Button onClick={onClear}>Clear the filters</Button>}>
      What is wrong with it stands below the search field.
    </EmptyList>
  )
}

function NoIncidents({ narrowed, onClear }: { narrowed: boolean; onClear(): void }) {
  if (narrowed) {
    return (
      <EmptyList title="Nothing matches" actions={<Button onClick={onClear}>Clear the filters</Button>}>
        No incident fits all of the filters above.
      </EmptyList>
    )
  }
  return (
    <EmptyList
      title="No incident waits"
      actions={
        <>
          <Button component={Link} to={paths.alerts} variant="default">
            To the alerts
          </Button>
          <Button component={Link} to={paths.sources} variant="default">
            What opens incidents
          </Button>
        </>
      }
    >
      New, open and assigned incidents stand here. They are made of alerts; which ones is the choice of the source.
    </EmptyList>
  )
}
