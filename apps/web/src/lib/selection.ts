import type { Identified } from './live-list'

/** Rows that are ticked, by id: rows that come, go or move do not change it. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Where a range begins: the row ticked last. */
  readonly anchorId: string | null
}

/** Ticked rows, for what is done to them. */
export interface TickedRows {
  readonly ids: ReadonlySet<string>
  clear(): void
  /** The rows are read again: some came or went. */
  refresh(): void
}

export type SelectionAction =
  | { readonly type: 'toggled'; readonly id: string }
  /** Ticks everything between the row ticked last and this one, as the rows stand. */
  | { readonly type: 'range'; readonly id: string; readonly rows: readonly Identified[] }
  | { readonly type: 'all'; readonly rows: readonly Identified[] }
  | { readonly type: 'cleared' }

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchorId: null }

/** Pure; the same object when nothing changes. */
export function selectionReducer(selection: Selection, action: SelectionAction): Selection {
  switch (action.type) {
    case 'toggled':
      return { ids: toggled(selection.ids, action.id), anchorId: action.id }
    case 'range':
      return range(selection, action.id, action.rows)
    case 'all':
      return { ids: new Set(action.rows.map(({ id }) => id)), anchorId: null }
    case 'cleared':
      return selection.ids.size === 0 ? selection : NOTHING_SELECTED
  }
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

function range(selection: Selection, id: string, rows: readonly Identified[]): Selection {
  const from = rows.findIndex(row => row.id === selection.anchorId)
  const to = rows.findIndex(row => row.id === id)
  if (from < 0 || to < 0) return { ids: new Set([...selection.ids, id]), anchorId: id }
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...selection.ids, ...between.map(row => row.id)]), anchorId: id }
}
