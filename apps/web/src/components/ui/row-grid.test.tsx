import { screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { giveElementsSize } from '../../testing/element-size'
import { renderPage } from '../../testing/render-app'
import { nextCursor, RowGrid } from './row-grid'

describe('keys in a grid of ten rows', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['ArrowUp', -1, 0],
    ['PageDown', 2, 6],
    ['PageDown', 8, 9],
    ['PageUp', 2, 0],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['Tab', 2, null],
    ['a', 2, null],
  ])('%s at %i goes to %s', (key, cursor, next) => expect(nextCursor(key, cursor, 10, 4)).toBe(next))

  it('do nothing in an empty grid', () => expect(nextCursor('ArrowDown', -1, 0, 4)).toBeNull())
})

describe('a grid', () => {
  beforeEach(() => giveElementsSize())

  const columns = [{ key: 'name', header: 'Name', track: '1fr', min: 100, cell: (row: { id: string }) => `Row ${row.id}` }]
  const rows = Array.from({ length: 1_000 }, (_, index) => ({ id: String(index) }))

  function Page({ onOpen }: { onOpen(id: string): void }) {
    const [cursor, setCursor] = useState<string | null>(null)
    return <RowGrid label="Things" rows={rows} columns={columns} compactRow={null} cursorId={cursor} onCursor={setCursor} onOpen={onOpen} />
  }

  it('draws the rows in sight only, and says how many there are', () => {
    renderPage(<Page onOpen={() => {}} />)
    expect(screen.getByRole('grid', { name: 'Things' }).getAttribute('aria-rowcount')).toBe('1001')
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getByRole('columnheader', { name: 'Name' })).toBeTruthy()
  })

  it('moves its cursor by arrow keys, names it to assistive technology, and opens it on Enter', async () => {
    const onOpen = vi.fn()
    const { user } = renderPage(<Page onOpen={onOpen} />)
    screen.getByRole('grid').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('1')
    const active = screen.getByRole('grid').getAttribute('aria-activedescendant') ?? ''
    expect(document.getElementById(active)?.textContent).toBe('Row 1')
  })

  it('opens a row that is clicked', async () => {
    const onOpen = vi.fn()
    const { user } = renderPage(<Page onOpen={onOpen} />)
    await user.click(screen.getByText('Row 3'))
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('3')
  })

  it('ticks rows: one, a range, all that are shown, by mouse and by Space', async () => {
    const onTick = vi.fn()
    const onTickAll = vi.fn()
    const onOpen = vi.fn()
    const ticks = { ids: new Set(['1']), label: ({ id }: { id: string }) => `row ${id}`, onTick, onTickAll }
    const { user } = renderPage(
      <RowGrid
        label="Things"
        rows={rows}
        columns={columns}
        compactRow={null}
        cursorId="4"
        ticks={ticks}
        onCursor={() => {}}
        onOpen={onOpen}
      />,
    )
    const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all rows shown' })
    expect([all.checked, all.indeterminate]).toEqual([false, true])
    await user.click(all)
    expect(onTickAll).toHaveBeenCalledExactlyOnceWith(false)
    await user.click(screen.getByRole('checkbox', { name: 'Select row 2' }))
    await user.keyboard('{Shift>}')
    await user.click(screen.getByRole('checkbox', { name: 'Select row 3' }))
    await user.keyboard('{/Shift}')
    screen.getByRole('grid').focus()
    await user.keyboard(' ')
    expect(onTick.mock.calls).toEqual([
      ['2', false],
      ['3', true],
      ['4', false],
    ])
    expect(onOpen).not.toHaveBeenCalled()
    expect(screen.getByText('Row 1').closest('[role=row]')?.getAttribute('aria-selected')).toBe('true')
  })
})
