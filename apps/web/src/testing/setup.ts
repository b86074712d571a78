import { notifications } from '@mantine/notifications'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'

/* What jsdom has not got and the component kit asks for. */
window.matchMedia = query =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener() {},
    removeEventListener() {},
    dispatchEvent: () => false,
  }) as unknown as MediaQueryList
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.HTMLElement.prototype.scrollIntoView = () => {}
Object.defineProperty(document, 'fonts', { value: { addEventListener() {}, removeEventListener() {} } })

/* A condition is waited for until a deadline that a busy machine keeps, too. */
configure({ asyncUtilTimeout: 10_000 })

/* Silence is a rule: what a component complains about is a failure. */
let complaints: MockInstance[] = []
beforeEach(() => {
  localStorage.clear()
  complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})
afterEach(() => {
  cleanup()
  notifications.clean()
  const said = complaints.flatMap(complaint => complaint.mock.calls)
  vi.restoreAllMocks()
  expect(said, 'said on the console').toEqual([])
})
