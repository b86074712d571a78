import { useMemo, useRef } from 'react'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'
import type { DialogAction } from './action-input'

export interface QueueKeysOptions {
  /** The viewer may change incidents. */
  readonly enabled: boolean
  readonly cursorId: string | null
  onTick(id: string, range: boolean): void
  onAction(action: DialogAction): void
}

const GROUP = 'Incidents'

/** Ticks and actions of the queue. An action goes to what is ticked, else to the incident under the cursor, and asks first. */
export function useQueueKeys(options: QueueKeysOptions): void {
  const latest = useRef(options)
  latest.current = options
  const { enabled } = options
  useShortcuts(
    useMemo<Shortcut[]>(() => {
      if (!enabled) return []
      const tick = (range: boolean) => () => {
        const { cursorId, onTick } = latest.current
        if (cursorId !== null) onTick(cursorId, range)
      }
      const action = (keys: string, label: string, what: DialogAction): Shortcut => ({
        keys,
        label,
        group: GROUP,
        run: () => latest.current.onAction(what),
      })
      return [
        { keys: 'x', label: 'Select', group: GROUP, run: tick(false) },
        { keys: 'X', label: 'Select up to here', group: GROUP, run: tick(true) },
        action('a', 'Assign…', 'assign'),
        action('c', 'Comment…', 'comment'),
        action('e', 'Close…', 'close'),
        action('r', 'Reopen…', 'reopen'),
        action('i', 'Ignore or mute…', 'ignore'),
        action('t', 'Change fields and tags…', 'edit'),
      ]
    }, [enabled]),
  )
}
