import { vi } from 'vitest'

/** jsdom lays nothing out: virtualised lists need to be told how large they are. Undone after each test. */
export function giveElementsSize(width = 1_200, height = 640): void {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(width)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(height)
}
