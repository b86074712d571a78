/*
 * A list that fills from the top while somebody reads it. What arrives is kept aside until the reader asks for it,
 * so that nothing moves under the hand; what is already shown is updated where it stands.
 */

/** Rows kept in the browser. Whoever needs more narrows the filter. */
export const ROWS_KEPT = 5_000
/** Rows kept aside. When more arrive, showing them means asking the server again. */
export const PENDING_KEPT = 1_000

export interface Identified {
  readonly id: string
}

/** One answer of a Relay connection, in list order. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly endCursor: string | null
  readonly hasMore: boolean
}

export interface LiveList<Row extends Identified> {
  /** Of the first page. While loading or failed, rows are those of the question before. */
  readonly phase: 'loading' | 'ready' | 'failed'
  /** Why the first page, or the further one asked for last, is missing. */
  readonly fault: string | null
  /** Asking for a further page. */
  readonly extending: boolean
  readonly rows: readonly Row[]
  /** Arrived and not shown, newest first. */
  readonly pending: readonly Row[]
  /** More arrived than is kept aside, or something was missed: showing it means asking again. */
  readonly missed: boolean
  /** Shown, but no longer what the filter asks for. */
  readonly left: ReadonlySet<string>
  readonly endCursor: string | null
  readonly hasMore: boolean
  /** ROWS_KEPT is reached: older rows are not shown. */
  readonly full: boolean
}

export type LiveListAction<Row extends Identified> =
  /** The first page is asked for, of this or of another question; what is shown stays until the answer. */
  | { readonly type: 'asked' }
  | { readonly type: 'loaded'; readonly page: Page<Row> }
  | { readonly type: 'extending' }
  | { readonly type: 'extended'; readonly page: Page<Row> }
  | { readonly type: 'failed'; readonly fault: string }
  /** Newest first. Known rows change where they stand; others are shown at the top, or kept aside. */
  | { readonly type: 'arrived'; readonly rows: readonly Row[]; readonly show: boolean }
  | { readonly type: 'left'; readonly ids: readonly string[] }
  | { readonly type: 'missed' }
  /** The reader asked for what was kept aside. */
  | { readonly type: 'shown' }

export function emptyLiveList<Row extends Identified>(): LiveList<Row> {
  return {
    phase: 'loading',
    fault: null,
    extending: false,
    rows: [],
    pending: [],
    missed: false,
    left: new Set(),
    endCursor: null,
    hasMore: false,
    full: false,
  }
}

/** Pure; returns the same object when nothing changes, so that nothing is drawn again. */
export function liveListReducer<Row extends Identified>(list: LiveList<Row>, action: LiveListAction<Row>): LiveList<Row> {
  switch (action.type) {
    case 'asked':
      return { ...emptyLiveList<Row>(), rows: list.rows }
    case 'loaded':
      return loaded(list, action.page)
    case 'extending':
      return { ...list, extending: true, fault: null }
    case 'extended':
      return extended(list, action.page)
    case 'failed':
      return { ...list, phase: list.phase === 'ready' ? 'ready' : 'failed', extending: false, fault: action.fault }
    case 'arrived':
      return arrived(list, action.rows, action.show)
    case 'left':
      return left(list, action.ids)
    case 'missed':
      return list.missed ? list : { ...list, missed: true }
    case 'shown':
      return list.pending.length === 0 ? list : withOnTop(list, list.pending)
  }
}

function loaded<Row extends Identified>(list: LiveList<Row>, page: Page<Row>): LiveList<Row> {
  return {
    ...emptyLiveList<Row>(),
    phase: 'ready',
    rows: page.rows,
    endCursor: page.endCursor,
    hasMore: page.hasMore,
    // What arrived between the question and its answer.
    pending: without(list.pending, page.rows),
    missed: list.missed,
  }
}

function extended<Row extends Identified>(list: LiveList<Row>, page: Page<Row>): LiveList<Row> {
  const rows = [...list.rows, ...without(page.rows, list.rows)]
  const full = rows.length >= ROWS_KEPT
  return {
    ...list,
    extending: false,
    rows: full ? rows.slice(0, ROWS_KEPT) : rows,
    pending: without(list.pending, page.rows),
    endCursor: page.endCursor,
    hasMore: page.hasMore && !full,
    full: full && (page.hasMore || rows.length > ROWS_KEPT),
  }
}

function arrived<Row extends Identified>(list: LiveList<Row>, news: readonly Row[], show: boolean): LiveList<Row> {
  if (news.length === 0) return list
  const fresh = new Map<string, Row>()
  for (const row of news) if (!fresh.has(row.id)) fresh.set(row.id, row)

  let left = list.left
  const rows = patched(list.rows, fresh, row => {
    if (left.has(row.id)) left = new Set([...left].filter(id => id !== row.id))
  })
  for (const row of rows) fresh.delete(row.id)
  const next = rows === list.rows && left === list.left ? list : { ...list, rows, left }
  if (fresh.size === 0) return next

  if (show) return withOnTop(next, [...fresh.values()])
  const pending = [...fresh.values(), ...next.pending.filter(row => !fresh.has(row.id))]
  return pending.length > PENDING_KEPT ? { ...next, pending: pending.slice(0, PENDING_KEPT), missed: true } : { ...next, pending }
}

function left<Row extends Identified>(list: LiveList<Row>, ids: readonly string[]): LiveList<Row> {
  const gone = new Set(ids)
  const shown = list.rows.filter(row => gone.has(row.id) && !list.left.has(row.id))
  const pending = list.pending.filter(row => !gone.has(row.id))
  if (shown.length === 0 && pending.length === list.pending.length) return list
  return { ...list, pending, left: new Set([...list.left, ...shown.map(row => row.id)]) }
}

function withOnTop<Row extends Identified>(list: LiveList<Row>, top: readonly Row[]): LiveList<Row> {
  const rows = [...top, ...without(list.rows, top)]
  const next = { ...list, rows, pending: without(list.pending, top) }
  return rows.length <= ROWS_KEPT ? next : { ...next, rows: rows.slice(0, ROWS_KEPT), hasMore: false, full: true }
}

/** The same array when no row changed. */
function patched<Row extends Identified>(
  rows: readonly Row[],
  fresh: ReadonlyMap<string, Row>,
  onPatch: (row: Row) => void,
): readonly Row[] {
  if (!rows.some(row => fresh.has(row.id))) return rows
  return rows.map(row => {
    const news = fresh.get(row.id)
    if (news === undefined) return row
    onPatch(news)
    return news
  })
}

/** Those of the rows that are not among the others. */
function without<Row extends Identified>(rows: readonly Row[], others: readonly Identified[]): readonly Row[] {
  if (rows.length === 0 || others.length === 0) return rows
  const known = new Set(others.map(({ id }) => id))
  return rows.filter(({ id }) => !known.has(id))
}
