import { MOVED_ALERTS_MAX } from '@sallyport/shared'
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { RowGridTicks } from '../../components/ui/row-grid'
import { NOTHING_SELECTED, selectionReducer } from '../../lib/selection'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'
import type { AlertRow } from './alert-columns'

interface AlertTicksOptions {
  readonly rows: readonly AlertRow[]
  readonly cursorId: string | null
  readonly enabled: boolean
}

const GROUP = 'Alerts of the incident'
const labelOf = ({ threatName, id }: AlertRow): string => threatName || id

/** Ticked alerts, also by the keys x and X. They outlive whatever happens to the rows. */
export function useAlertTicks(options: AlertTicksOptions) {
  const [{ ids }, dispatch] = useReducer(selectionReducer, NOTHING_SELECTED)
  const latest = useRef(options)
  latest.current = options
  const { enabled } = options
  const clear = useCallback(() => dispatch({ type: 'cleared' }), [])
  useEffect(() => {
    if (!enabled) clear()
  }, [enabled, clear])
  const onTick = useCallback(
    (id: string, range: boolean) => dispatch(range ? { type: 'range', id, rows: latest.current.rows } : { type: 'toggled', id }),
    [],
  )
  const onTickAll = useCallback(
    (ticked: boolean) => dispatch(ticked ? { type: 'all', rows: latest.current.rows.slice(0, MOVED_ALERTS_MAX) } : { type: 'cleared' }),
    [],
  )
  useShortcuts(
    useMemo<Shortcut[]>(() => {
      if (!enabled) return []
      const tick = (range: boolean) => () => {
        const { cursorId } = latest.current
        if (cursorId !== null) onTick(cursorId, range)
      }
      return [
        { keys: 'x', label: 'Select', group: GROUP, run: tick(false) },
        { keys: 'X', label: 'Select up to here', group: GROUP, run: tick(true) },
      ]
    }, [enabled, onTick]),
  )
  const ticks = useMemo<RowGridTicks<AlertRow> | null>(
    () => (enabled ? { ids, label: labelOf, onTick, onTickAll } : null),
    [enabled, ids, onTick, onTickAll],
  )
  return { ticks, ids, clear }
}
