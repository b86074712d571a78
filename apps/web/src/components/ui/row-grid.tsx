import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, memo, type ReactNode, useEffect, useId, useRef } from 'react'
import type { Identified } from '../../lib/live-list'
import classes from './row-grid.module.css'

export interface RowGridColumn<Row> {
  readonly key: string
  readonly header: ReactNode
  /** Track of the CSS grid, e.g. `90px`, `minmax(120px, 1fr)`. */
  readonly track: string
  /** Pixels that the column takes at least; the grid scrolls sideways below the sum. */
  readonly min: number
  readonly align?: 'right'
  /** The list can stand in the order of this column. */
  readonly sort?: RowGridSort
  cell(row: Row): ReactNode
}

export interface RowGridSort {
  /** Null: the list stands in another order. */
  readonly direction: 'ascending' | 'descending' | null
  /** What a press does, e.g. "Sort by newest first". */
  readonly label: string
  onSort(): void
}

/** Ticked rows, for what is done to several at once. */
export interface RowGridTicks<Row> {
  readonly ids: ReadonlySet<string>
  /** What a row is called, e.g. "INC-12". */
  label(row: Row): string
  /** `range`: every row from the one ticked last to this one. */
  onTick(id: string, range: boolean): void
  /** All rows that are shown, or none. */
  onTickAll(ticked: boolean): void
}

export interface RowGridProps<Row extends Identified> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly RowGridColumn<Row>[]
  /** On narrow screens each row is this instead of columns. */
  readonly compactRow: ((row: Row) => ReactNode) | null
  readonly cursorId: string | null
  readonly selectedId?: string | null
  /** Null: rows cannot be ticked. Handlers must keep their identity. */
  readonly ticks?: RowGridTicks<Row> | null
  /** Why a row is greyed out, which stands in it; null: it is not. */
  readonly dimmed?: (row: Row) => string | null
  readonly density?: Density
  /** The rows answer an older question. */
  readonly stale?: boolean
  readonly footer?: ReactNode
  onCursor(id: string): void
  onOpen(id: string): void
  /** The last rows are in sight. */
  onEnd?(): void
  /** Whether the first row is out of sight. */
  onScrolled?(scrolled: boolean): void
}

export const DENSITIES = ['compact', 'comfortable'] as const
export type Density = (typeof DENSITIES)[number]

const ROW_HEIGHTS: Readonly<Record<Density, number>> = { compact: 32, comfortable: 44 }
const TWO_LINES_HEIGHT = 54
const TICK_WIDTH = 18
const HEADER_HEIGHT = 30
const GAPS = 24
const COLUMN_GAP = 12

/**
 * A virtualised table: an ARIA grid that holds the focus itself and names its cursor row by aria-activedescendant, so that
 * rows may come and go beneath. Arrow keys, Page Up/Down, Home, End move the cursor, Enter opens, Space ticks.
 */
export function RowGrid<Row extends Identified>(props: RowGridProps<Row>) {
  const {
    label,
    rows,
    columns,
    compactRow,
    cursorId,
    selectedId = null,
    ticks = null,
    dimmed,
    density = 'compact',
    stale = false,
    footer,
    onCursor,
    onOpen,
    onEnd,
    onScrolled,
  } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = compactRow ? TWO_LINES_HEIGHT : ROW_HEIGHTS[density]
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => rows[index]?.id ?? index,
    overscan: 12,
    scrollPaddingStart: compactRow ? 0 : HEADER_HEIGHT,
  })
  const items = virtualizer.getVirtualItems()
  const cursorIndex = cursorId === null ? -1 : rows.findIndex(row => row.id === cursorId)

  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  useCursorInSight(cursorId, cursorIndex, index => virtualizer.scrollToIndex(index))
  const lastShown = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 1) onEnd?.()
  }, [lastShown, rows.length, onEnd])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const next = nextCursor(event.key, cursorIndex, rows.length, perPage)
    const row = next === null ? undefined : rows[next]
    const current = rows[cursorIndex]
    if (row) onCursor(row.id)
    else if (event.key === 'Enter' && current) onOpen(current.id)
    else if (event.key === ' ' && current && ticks) ticks.onTick(current.id, event.shiftKey)
    else return
    event.preventDefault()
  }

  const tracks = [...(ticks ? [`${TICK_WIDTH}px`] : []), ...(compactRow ? ['minmax(0, 1fr)'] : columns.map(column => column.track))]
  const minWidth = columns.reduce((sum, column) => sum + column.min + COLUMN_GAP, GAPS - COLUMN_GAP + (ticks ? TICK_WIDTH + COLUMN_GAP : 0))
  const style = { '--grid-columns': tracks.join(' '), '--grid-min-width': compactRow ? '0' : `${minWidth}px` }
  const activeShown = items.some(item => item.index === cursorIndex)
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={tracks.length}
      aria-busy={stale}
      aria-multiselectable={ticks !== null || undefined}
      aria-activedescendant={activeShown ? `${gridId}-${cursorId}` : undefined}
      tabIndex={0}
      className={`${classes['scroller']} ${stale ? classes['stale'] : ''}`}
      style={style as CSSProperties}
      onKeyDown={onKeyDown}
      onScroll={event => onScrolled?.(event.currentTarget.scrollTop > rowHeight)}
    >
      {!compactRow && (
        <div role="row" aria-rowindex={1} className={classes['header']}>
          {ticks && <TickAll ticks={ticks} rows={rows} />}
          {columns.map(column => (
            <ColumnHeader key={column.key} column={column} />
          ))}
        </div>
      )}
      <div role="rowgroup" className={classes['body']} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(item => {
          const row = rows[item.index]
          return row === undefined ? null : (
            <GridRow
              key={row.id}
              id={`${gridId}-${row.id}`}
              row={row}
              index={item.index}
              start={item.start}
              height={rowHeight}
              columns={columns}
              compactRow={compactRow as ((row: Identified) => ReactNode) | null}
              cursor={row.id === cursorId}
              selected={ticks ? ticks.ids.has(row.id) : row.id === selectedId}
              tickLabel={ticks ? ticks.label(row) : null}
              dimmed={dimmed?.(row) ?? null}
              onCursor={onCursor}
              onOpen={onOpen}
              onTick={ticks?.onTick}
            />
          )
        })}
      </div>
      {footer !== undefined && <div className={classes['footer']}>{footer}</div>}
    </div>
  )
}

function ColumnHeader<Row>({ column: { header, align, sort } }: { column: RowGridColumn<Row> }) {
  if (!sort) {
    return (
      <div role="columnheader" className={classes['cell']} data-align={align}>
        {header}
      </div>
    )
  }
  const arrow = sort.direction === null ? '' : sort.direction === 'ascending' ? ' ↑' : ' ↓'
  return (
    <div role="columnheader" aria-sort={sort.direction ?? 'none'} className={classes['cell']} data-align={align}>
      <button type="button" tabIndex={-1} className={classes['sort']} title={sort.label} onClick={sort.onSort}>
        {header}
        <span aria-hidden>{arrow}</span>
      </button>
    </div>
  )
}

function TickAll<Row extends Identified>({ ticks, rows }: { ticks: RowGridTicks<Row>; rows: readonly Row[] }) {
  const count = rows.filter(({ id }) => ticks.ids.has(id)).length
  const all = rows.length > 0 && count === rows.length
  return (
    <div role="columnheader" className={classes['tick']}>
      <input
        type="checkbox"
        aria-label="Select all rows shown"
        ref={input => {
          if (input) input.indeterminate = count > 0 && !all
        }}
        checked={all}
        onChange={() => ticks.onTickAll(count === 0)}
      />
    </div>
  )
}

interface GridRowProps extends Pick<RowGridProps<Identified>, 'columns' | 'compactRow' | 'onCursor' | 'onOpen'> {
  readonly id: string
  readonly row: Identified
  readonly index: number
  readonly start: number
  readonly height: number
  readonly cursor: boolean
  readonly selected: boolean
  /** Null: it cannot be ticked. */
  readonly tickLabel: string | null
  readonly dimmed: string | null
  readonly onTick: RowGridTicks<Identified>['onTick'] | undefined
}

/** Drawn again only when something of its own changes: a push must not cost the whole list. */
const GridRow = memo(function GridRow({
  id,
  row,
  index,
  start,
  height,
  columns,
  compactRow,
  cursor,
  selected,
  tickLabel,
  dimmed,
  onCursor,
  onOpen,
  onTick,
}: GridRowProps) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes['row']}
      data-cursor={cursor}
      data-dimmed={dimmed !== null}
      title={dimmed ?? undefined}
      style={{ height, transform: `translateY(${start}px)` }}
      onClick={event => {
        // What is inside the row and takes clicks itself has them; text that is being marked to copy is not a click.
        if ((event.target as Element).closest('a, button, input, label') || document.getSelection()?.type === 'Range') return
        onCursor(row.id)
        onOpen(row.id)
      }}
    >
      {tickLabel !== null && (
        <div role="gridcell" className={classes['tick']}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`Select ${tickLabel}`}
            checked={selected}
            onChange={event => onTick?.(row.id, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </div>
      )}
      {compactRow ? (
        <div role="gridcell">{compactRow(row)}</div>
      ) : (
        columns.map(column => (
          <div key={column.key} role="gridcell" className={classes['cell']} data-align={column.align}>
            {column.cell(row)}
          </div>
        ))
      )}
      {dimmed !== null && (
        <div role="gridcell" className={classes['why']}>
          {dimmed}
        </div>
      )}
    </div>
  )
})

/** Follows the cursor when the reader moves it, not when rows arrive above it. */
function useCursorInSight(cursorId: string | null, index: number, scrollTo: (index: number) => void): void {
  const latest = useRef({ index, scrollTo })
  latest.current = { index, scrollTo }
  useEffect(() => {
    if (cursorId !== null && latest.current.index >= 0) latest.current.scrollTo(latest.current.index)
  }, [cursorId])
}

/** Where a key moves the cursor of `count` rows; null: the key does not move it. -1: there is no cursor yet. */
export function nextCursor(key: string, cursor: number, count: number, perPage: number): number | null {
  if (count === 0) return null
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: perPage, PageUp: -perPage }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  if (step === undefined) return null
  return cursor < 0 ? 0 : Math.min(count - 1, Math.max(0, cursor + step))
}
