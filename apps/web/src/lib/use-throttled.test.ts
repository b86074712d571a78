import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useThrottled } from './use-throttled'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('runs at once, then no more often than agreed, and misses no last call', () => {
  const run = vi.fn()
  const { result } = renderHook(() => useThrottled(run, 1_000))
  for (let call = 0; call < 5; call++) result.current()
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1_000)
  expect(run).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(5_000)
  expect(run).toHaveBeenCalledTimes(2)
  result.current()
  expect(run).toHaveBeenCalledTimes(3)
})

it('runs nothing more once its component is gone', () => {
  const run = vi.fn()
  const { result, unmount } = renderHook(() => useThrottled(run, 1_000))
  result.current()
  result.current()
  unmount()
  vi.advanceTimersByTime(5_000)
  expect(run).toHaveBeenCalledTimes(1)
})
