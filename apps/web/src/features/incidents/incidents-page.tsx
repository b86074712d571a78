import { ActionIcon, Button, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useCallback, useMemo, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { CopyLink } from '../../components/ui/copy-link'
import { EmptyList, ListFault, ListSkeleton } from '../../components/ui/list-states'
import { LivePill } from '../../components/ui/live-controls'
import { RowGrid } from '../../components/ui/row-grid'
import { useNarrow } from '../../components/ui/split-panel'
import { paths } from '../../config/paths'
import { formatCount } from '../../lib/format'
import { ROWS_KEPT } from '../../lib/live-list'
import { usePageTitle } from '../../lib/page-title'
import { useViewer } from '../../lib/permissions'
import { namesSet, writeParams } from '../../lib/search-params'
import { fixedRange } from '../../lib/time-range'
import { useTimeZone } from '../../lib/time-zone'
import { useListKeys } from '../../lib/use-list-keys'
import { useNow } from '../../lib/use-now'
import { useThrottled } from '../../lib/use-throttled'
import { useUrlFilters } from '../../lib/use-url-filters'
import { compactIncident, incidentColumns, type IncidentRow } from './incident-columns'
import { INCIDENT_FILTERS, toIncidentFilter } from './incident-filters'
import { IncidentToolbar } from './incident-toolbar'
import type { StateChipsHandle } from './state-chips'
import { type IncidentFeed, useIncidentFeed } from './use-incident-feed'
import classes from './incidents-page.module.css'

const COUNTS_EVERY_MS = 1_000
const MINUTE = 60_000

/** The queue: incidents by last alert, kept up to date where they stand. */
export function IncidentsPage() {
  usePageTitle('Incidents')
  const viewer = useViewer()
  const navigate = useNavigate()
  const url = useUrlFilters(INCIDENT_FILTERS)
  const { filters } = url
  const searchRef = useRef<HTMLInputElement>(null)
  const stateChips = useRef<StateChipsHandle>(null)
  const countAgain = useThrottled(() => stateChips.current?.refresh(), COUNTS_EVERY_MS)
  const filterAt = useCallback((now: number) => toIncidentFilter(filters, viewer.id, now), [filters, viewer.id])
  const feed = useIncidentFeed({ filterAt, onChange: countAgain })
  const { rows, pending, missed, left } = feed.list

  const numbers = useMemo(() => new Map(rows.map(({ id, number }) => [id, number])), [rows])
  const latestNumbers = useRef(numbers)
  latestNumbers.current = numbers
  const open = useCallback(
    (id: string) => {
      const number = latestNumbers.current.get(id)
      if (number !== undefined) void navigate(paths.incident(number))
    },
    [navigate],
  )
  const keys = useListKeys({ rows, group: 'Incidents', searchRef, onOpen: open, onShow: feed.refresh })
  const narrowed = namesSet(INCIDENT_FILTERS, filters).length > 0
  return (
    <div className={classes['page']}>
      <VisuallyHidden component="h1">Incidents</VisuallyHidden>
      <IncidentToolbar {...url} searchRef={searchRef} stateChipsRef={stateChips}>
        <LivePill
          count={pending.length}
          more={missed}
          critical={pending.filter(({ severity }) => severity === 'CRITICAL').length}
          left={left.size}
          noun="new or changed"
          onShow={feed.refresh}
        />
        <CopyLink
          search={() =>
            writeParams(
              INCIDENT_FILTERS,
              { ...filters, range: fixedRange(filters.range, Date.now()) },
              new URLSearchParams(window.location.search),
            ).toString()
          }
        />
        <Tooltip label="Sort by last alert again ( . )">
          <ActionIcon aria-label="Refresh" onClick={feed.refresh}>
            <IconRefresh size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </IncidentToolbar>
      <IncidentList feed={feed} cursorId={keys.cursorId} narrowed={narrowed} onCursor={keys.setCursor} onOpen={open} onClear={url.clear} />
    </div>
  )
}

interface IncidentListProps {
  readonly feed: IncidentFeed
  readonly cursorId: string | null
  readonly narrowed: boolean
  onCursor(id: string): void
  onOpen(id: string): void
  onClear(): void
}

function IncidentList({ feed, cursorId, narrowed, onCursor, onOpen, onClear }: IncidentListProps) {
  const { timeZone } = useTimeZone()
  const narrow = useNarrow()
  const now = useNow(MINUTE)
  const columns = useMemo(() => incidentColumns(timeZone), [timeZone])
  const compactRow = useMemo(() => (narrow ? compactIncident(timeZone, now) : null), [narrow, timeZone, now])
  const { phase, rows, left } = feed.list
  const fault =
    phase === 'failed' ? (
      <ListFault title="The incidents could not be read" text={feed.list.fault ?? ''} onRetry={feed.refresh} />
    ) : feed.liveFault ? (
      <ListFault title="Changes are not announced" text={feed.liveFault} onRetry={feed.refresh} />
    ) : null
  if (rows.length === 0) return fault ?? (phase === 'loading' ? <ListSkeleton /> : <NoIncidents narrowed={narrowed} onClear={onClear} />)
  return (
    <>
      {fault}
      <RowGrid<IncidentRow>
        label="Incidents"
        rows={rows}
        columns={columns}
        compactRow={compactRow}
        cursorId={cursorId}
        stale={phase !== 'ready'}
        dimmed={row => (left.has(row.id) ? 'Does not match the filter any more' : null)}
        footer={<Footer feed={feed} />}
        onCursor={onCursor}
        onOpen={onOpen}
        onEnd={feed.loadMore}
      />
    </>
  )
}

/** Every cut-off is stated. */
function Footer({ feed: { list, loadMore } }: { feed: IncidentFeed }) {
  if (list.full) return <>{formatCount(ROWS_KEPT)} are shown. Narrow the filter to see others.</>
  if (list.fault !== null && list.phase === 'ready') {
    return (
      <>
        Older incidents could not be read: {list.fault}{' '}
        <Button size="compact-xs" variant="default" onClick={loadMore}>
          Try again
        </Button>
      </>
    )
  }
  if (list.hasMore) return <>{list.extending ? 'Loading older incidents…' : ''}</>
  return <>{list.rows.length === 1 ? 'One incident' : `All ${formatCount(list.rows.length)} incidents`}</>
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
