import { VisuallyHidden } from '@mantine/core'
import { useCallback, useRef, useState } from 'react'
import { CopyLink } from '../../components/ui/copy-link'
import { CsvLink } from '../../components/ui/csv-link'
import { FeedSwitches, LivePill } from '../../components/ui/live-controls'
import { SplitPanel } from '../../components/ui/split-panel'
import { paths } from '../../config/paths'
import { usePageTitle } from '../../lib/page-title'
import { namesSet, writeParams } from '../../lib/search-params'
import { ALL_TIME, fixedRange } from '../../lib/time-range'
import { useTimeZone } from '../../lib/time-zone'
import { useHandBusy } from '../../lib/use-hand-busy'
import { useListKeys } from '../../lib/use-list-keys'
import { useUrlFilters } from '../../lib/use-url-filters'
import { ALERT_FILTERS, type AlertFilters, toAlertFilter } from './alert-filters'
import { AlertList } from './alert-list'
import { AlertPanel } from './alert-panel'
import { AlertToolbar } from './alert-toolbar'
import { NoAlerts } from './no-alerts'
import { useAlertFeed } from './use-alert-feed'
import { useSelectedAlert } from './use-selected-alert'
import classes from './alerts-page.module.css'

/** Alerts as they arrive. New ones wait behind a pill until asked for; filters and the open alert stand in the address. */
export function AlertsPage() {
  usePageTitle('Alerts')
  const url = useUrlFilters(ALERT_FILTERS)
  const { filters, change, clear } = url
  const [selectedId, select] = useSelectedAlert()
  const [paused, setPaused] = useState(false)
  const [following, setFollowing] = useState(false)
  const [scrolled, setScrolled] = useState(false)
  const busy = useHandBusy()
  const { timeZone } = useTimeZone()
  const held = selectedId !== null || scrolled || busy

  const feed = useAlertFeed({ filterAt: useCallback((now: number) => toAlertFilter(filters, now), [filters]), paused, following, held })
  const searchRef = useRef<HTMLInputElement>(null)
  const close = useCallback(() => select(null), [select])
  const { rows, pending, missed } = feed.list
  const keys = useListKeys({ rows, group: 'Alerts', searchRef, openId: selectedId, onOpen: select, onClose: close, onShow: feed.show })
  const open = (id: string | null) => {
    if (id === null) return null
    return () => {
      keys.setCursor(id)
      select(id)
    }
  }
  const narrowTo = useCallback((patch: Partial<AlertFilters>) => change(patch), [change])
  return (
    <div className={classes['page']}>
      <VisuallyHidden component="h1">Alerts</VisuallyHidden>
      <AlertToolbar {...url} searchRef={searchRef}>
        <LivePill
          count={pending.length}
          more={missed}
          critical={pending.filter(({ severity }) => severity === 'CRITICAL').length}
          noun="new"
          onShow={feed.show}
        />
        <CopyLink
          search={() =>
            writeParams(
              ALERT_FILTERS,
              { ...filters, range: fixedRange(filters.range, Date.now()) },
              new URLSearchParams(window.location.search),
            ).toString()
          }
        />
        <CsvLink address={() => paths.exportCsv('alerts', { filter: toAlertFilter(filters, Date.now()), timeZone })} />
        <FeedSwitches paused={paused} following={following} held={held} onPause={setPaused} onFollow={setFollowing} />
      </AlertToolbar>
      <SplitPanel
        label="Alert"
        onClose={close}
        panel={
          selectedId === null ? null : (
            <AlertPanel id={selectedId} narrowTo={narrowTo} onPrevious={open(keys.previousId)} onNext={open(keys.nextId)} onClose={close} />
          )
        }
      >
        <AlertList
          feed={feed}
          cursorId={keys.cursorId}
          selectedId={selectedId}
          empty={
            <NoAlerts
              narrowed={namesSet(ALERT_FILTERS, filters).length > 0}
              onClear={clear}
              onAllTime={() => change({ range: ALL_TIME })}
            />
          }
          onCursor={keys.setCursor}
          onOpen={select}
          onScrolled={setScrolled}
        />
      </SplitPanel>
    </div>
  )
}
