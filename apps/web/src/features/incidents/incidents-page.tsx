import { VisuallyHidden } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { LivePill } from '../../components/ui/live-controls'
import { paths } from '../../config/paths'
import type { IncidentOrder } from '../../gql/graphql'
import { usePageTitle } from '../../lib/page-title'
import { useCan, useViewer } from '../../lib/permissions'
import { namesSet } from '../../lib/search-params'
import { useListKeys } from '../../lib/use-list-keys'
import { useThrottled } from '../../lib/use-throttled'
import { useUrlFilters } from '../../lib/use-url-filters'
import type { DialogAction } from './action-input'
import { BulkBar } from './bulk-bar'
import { BulkDialog, type BulkRequest } from './bulk-dialog'
import { INCIDENT_FILTERS, INCIDENT_SORT, toIncidentFilter } from './incident-filters'
import { IncidentList } from './incident-list'
import { IncidentToolbar } from './incident-toolbar'
import { type CountsHandle, Lanes } from './lanes'
import { QueueTools } from './queue-tools'
import { OPENED_VIEW } from './queue-url'
import { SavedViewTabs } from './saved-views'
import type { StateChipsHandle } from './state-chips'
import { useColumns } from './use-columns'
import { useIncidentFeed } from './use-incident-feed'
import { useQueueKeys } from './use-queue-keys'
import { useQueueSelection } from './use-queue-selection'
import classes from './incidents-page.module.css'

const STATE_COUNTS_EVERY_MS = 1_000
/** Each of them is a search of its own. */
const QUEUE_COUNTS_EVERY_MS = 15_000
/** Without filters there is no view. */
const CLEARED = { ...INCIDENT_FILTERS, ...OPENED_VIEW }

/** The queue: incidents in their order, kept up to date where they stand, and what is done with many of them at once. */
export function IncidentsPage() {
  usePageTitle('Incidents')
  const viewer = useViewer()
  const mayWrite = useCan('incident:write')
  const navigate = useNavigate()
  const url = useUrlFilters(INCIDENT_FILTERS)
  const { filters, change } = url
  const { filters: sorting, change: changeSort } = useUrlFilters(INCIDENT_SORT)
  const { clear } = useUrlFilters(CLEARED)
  const columns = useColumns()
  const counts = useCounts()
  const filterAt = useCallback((now: number) => toIncidentFilter(filters, viewer.id, now), [filters, viewer.id])
  const feed = useIncidentFeed({ filterAt, orderBy: sorting.sort, onChange: counts.changed })
  const { rows, pending, missed, left } = feed.list
  const selection = useQueueSelection(
    rows,
    feed.filter,
    useMemo(() => JSON.stringify(filters), [filters]),
  )
  const [request, setRequest] = useState<BulkRequest | null>(null)

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
  const searchRef = useRef<HTMLInputElement>(null)
  const keys = useListKeys({ rows, group: 'Incidents', searchRef, onOpen: open, onClose: selection.clear, onShow: feed.refresh })
  // A row that is gone from the list is not acted on: nobody sees which it is.
  const cursorId = keys.cursorId !== null && numbers.has(keys.cursorId) ? keys.cursorId : null
  const latest = useRef({ selection, cursorId })
  latest.current = { selection, cursorId }
  const act = useCallback((action: DialogAction) => {
    const target = latest.current.selection.target(latest.current.cursorId)
    if (!target) {
      notifications.show({ message: 'Select incidents first, or move the cursor to one.' })
      return
    }
    const only = 'ids' in target && target.ids.length === 1 ? latestNumbers.current.get(target.ids[0] ?? '') : undefined
    setRequest({ action, target, name: only === undefined ? null : `INC-${only}` })
  }, [])
  useQueueKeys({ enabled: mayWrite, cursorId, onTick: selection.onTick, onAction: act })
  const hidden = useMemo(() => [...selection.ids].filter(id => !numbers.has(id)).length, [selection.ids, numbers])
  return (
    <div className={classes['page']}>
      <VisuallyHidden component="h1">Incidents</VisuallyHidden>
      <div className={classes['queues']} role="group" aria-label="Queues">
        <Lanes ref={counts.lanes} filters={filters} onChange={change} />
        <SavedViewTabs ref={counts.views} columns={columns} />
      </div>
      <IncidentToolbar {...url} clear={clear} searchRef={searchRef} stateChipsRef={counts.states} queryFault={feed.queryFault}>
        <LivePill
          count={pending.length}
          more={missed}
          critical={pending.filter(({ severity }) => severity === 'CRITICAL').length}
          left={left.size}
          noun="new or changed"
          onShow={feed.refresh}
        />
        <QueueTools columns={columns} filter={feed.filter} filters={filters} order={sorting.sort} onRefresh={feed.refresh} />
      </IncidentToolbar>
      <IncidentList
        feed={feed}
        look={columns}
        order={sorting.sort}
        selection={mayWrite ? selection : null}
        cursorId={cursorId}
        narrowed={namesSet(INCIDENT_FILTERS, filters).length > 0}
        onOrder={useCallback((sort: IncidentOrder) => changeSort({ sort }), [changeSort])}
        onCursor={keys.setCursor}
        onOpen={open}
        onClear={clear}
      />
      {mayWrite && <BulkBar selection={selection} hidden={hidden} onAction={act} />}
      <BulkDialog request={request} onStarted={selection.clear} onClose={useCallback(() => setRequest(null), [])} />
    </div>
  )
}

/** What is counted on the page is counted again when incidents change: the cheap often, the dear seldom. */
function useCounts() {
  const states = useRef<StateChipsHandle>(null)
  const lanes = useRef<CountsHandle>(null)
  const views = useRef<CountsHandle>(null)
  const countStates = useThrottled(() => states.current?.refresh(), STATE_COUNTS_EVERY_MS)
  const countQueues = useThrottled(() => {
    lanes.current?.refresh()
    views.current?.refresh()
  }, QUEUE_COUNTS_EVERY_MS)
  return {
    states,
    lanes,
    views,
    changed: () => {
      countStates()
      countQueues()
    },
  }
}
