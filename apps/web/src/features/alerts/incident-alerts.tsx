import { Group } from '@mantine/core'
import { type ReactNode, useCallback } from 'react'
import { useNavigate } from 'react-router'
import { EmptyList } from '../../components/ui/list-states'
import { LivePill } from '../../components/ui/live-controls'
import { SplitPanel } from '../../components/ui/split-panel'
import { paths } from '../../config/paths'
import type { TickedRows } from '../../lib/selection'
import { readParams, writeParams } from '../../lib/search-params'
import { ALL_TIME } from '../../lib/time-range'
import { useListKeys } from '../../lib/use-list-keys'
import { ALERT_FILTERS, type AlertFilters } from './alert-filters'
import { AlertList } from './alert-list'
import { AlertPanel } from './alert-panel'
import { useAlertFeed } from './use-alert-feed'
import { useAlertTicks } from './use-alert-ticks'
import { useSelectedAlert } from './use-selected-alert'
import classes from './incident-alerts.module.css'

interface IncidentAlertsProps {
  readonly incidentId: string
  /** Whether alerts can be chosen, for what the bar does with them. */
  readonly mayTick?: boolean
  /** Stands below the list. */
  bar?(ticked: TickedRows): ReactNode
}

/** The alerts of one incident, with the same table, panel and keys as the Alerts page. */
export function IncidentAlerts({ incidentId, mayTick = false, bar }: IncidentAlertsProps) {
  const navigate = useNavigate()
  const [selectedId, select] = useSelectedAlert()
  const filterAt = useCallback(() => ({ incidentId }), [incidentId])
  const feed = useAlertFeed({ filterAt, paused: false, following: false, held: false })
  const close = useCallback(() => select(null), [select])
  const keys = useListKeys({
    rows: feed.list.rows,
    group: 'Alerts of the incident',
    openId: selectedId,
    onOpen: select,
    onClose: close,
    onShow: feed.show,
  })
  const { ticks, ids, clear } = useAlertTicks({ rows: feed.list.rows, cursorId: keys.cursorId, enabled: mayTick })
  // Narrowing what is linked already makes no sense: a value leads to all alerts that have it.
  const toAlerts = (patch: Partial<AlertFilters>) => {
    const filters = { ...readParams(ALERT_FILTERS, new URLSearchParams()), range: ALL_TIME, ...patch }
    void navigate({ pathname: paths.alerts, search: writeParams(ALERT_FILTERS, filters).toString() })
  }
  const open = (id: string | null) => {
    if (id === null) return null
    return () => {
      keys.setCursor(id)
      select(id)
    }
  }
  return (
    <>
      <Group px="sm" className={classes['news']}>
        <LivePill count={feed.list.pending.length} more={feed.list.missed} noun="new" onShow={feed.show} />
      </Group>
      <SplitPanel
        label="Alert"
        onClose={close}
        panel={
          selectedId === null ? null : (
            <AlertPanel id={selectedId} narrowTo={toAlerts} onPrevious={open(keys.previousId)} onNext={open(keys.nextId)} onClose={close} />
          )
        }
      >
        <AlertList
          feed={feed}
          cursorId={keys.cursorId}
          selectedId={selectedId}
          withIncident={false}
          ticks={ticks}
          empty={<EmptyList title="No alerts">The alerts of this incident are not kept any more.</EmptyList>}
          onCursor={keys.setCursor}
          onOpen={select}
        />
      </SplitPanel>
      {bar?.({ ids, clear, refresh: feed.refresh })}
    </>
  )
}
