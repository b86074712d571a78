import { type RefObject, useMemo, useRef, useState } from 'react'
import type { Identified } from './live-list'
import { type Shortcut, useShortcuts } from './shortcuts'

export interface ListKeysOptions {
  readonly rows: readonly Identified[]
  /** Group of the help sheet, e.g. "Alerts". */
  readonly group: string
  readonly searchRef?: RefObject<HTMLInputElement | null>
  /** The row in the panel beside the list: while there is one, moving the cursor opens the row. */
  readonly openId?: string | null
  onOpen(id: string): void
  onClose?(): void
  /** `.`: show what waits. */
  onShow(): void
}

export interface ListCursor {
  readonly cursorId: string | null
  setCursor(id: string): void
  /** Ids beside the cursor; null at the ends. */
  readonly previousId: string | null
  readonly nextId: string | null
}

/** The keys of every list. The cursor is bound to a row's id: rows that arrive above do not move it to another row. */
export function useListKeys(options: ListKeysOptions): ListCursor {
  const [cursorId, setCursor] = useState<string | null>(options.openId ?? null)
  const index = cursorId === null ? -1 : options.rows.findIndex(row => row.id === cursorId)
  const cursor = {
    cursorId,
    setCursor,
    previousId: options.rows[index - 1]?.id ?? null,
    nextId: options.rows[index + 1]?.id ?? null,
  }
  const latest = useRef({ options, cursor })
  latest.current = { options, cursor }

  const { group } = options
  const shortcuts = useMemo<Shortcut[]>(() => {
    const move = (id: string | null) => {
      if (id === null) return
      setCursor(id)
      if (latest.current.options.openId) latest.current.options.onOpen(id)
    }
    const open = () => {
      const { cursor, options } = latest.current
      if (cursor.cursorId !== null) options.onOpen(cursor.cursorId)
    }
    return [
      { keys: 'j', label: 'Next', group, run: () => move(latest.current.cursor.nextId) },
      { keys: 'k', label: 'Previous', group, run: () => move(latest.current.cursor.previousId) },
      { keys: 'o', label: 'Open', group, run: open },
      { keys: 'Enter', label: 'Open', group, run: open },
      { keys: 'Escape', label: 'Close', group, run: () => latest.current.options.onClose?.() },
      { keys: '.', label: 'Show what is new', group, run: () => latest.current.options.onShow() },
      { keys: '/', label: 'Search', group, run: () => latest.current.options.searchRef?.current?.focus() },
    ]
  }, [group])
  useShortcuts(shortcuts)
  return cursor
}
