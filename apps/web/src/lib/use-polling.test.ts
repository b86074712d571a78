import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePolling } from './use-polling'

const MINUTE = 60_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const show = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

it('asks every so often until it is gone, and never for 0', () => {
  const ask = vi.fn()
  const { rerender, unmount } = renderHook(({ everyMs }) => usePolling(ask, everyMs), { initialProps: { everyMs: MINUTE } })
  vi.advanceTimersByTime(2 * MINUTE)
  expect(ask).toHaveBeenCalledTimes(2)
  rerender({ everyMs: 0 })
  vi.advanceTimersByTime(5 * MINUTE)
  rerender({ everyMs: MINUTE })
  unmount()
  vi.advanceTimersByTime(5 * MINUTE)
  expect(ask).toHaveBeenCalledTimes(2)
})

it('asks nothing while the page is hidden, and at once when it is seen again, if that is due', () => {
  const ask = vi.fn()
  renderHook(() => usePolling(ask, MINUTE))
  show('hidden')
  show('visible')
  expect(ask).toHaveBeenCalledTimes(0)
  show('hidden')
  vi.advanceTimersByTime(1.5 * MINUTE)
  expect(ask).toHaveBeenCalledTimes(0)
  show('visible')
  expect(ask).toHaveBeenCalledTimes(1)
})
