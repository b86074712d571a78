import { expect, it } from 'vitest'
import { matchesText, outcomesText } from './match-timeline.js'

it('tells what became of matches', () => {
  expect(matchesText({ state: 'DONE', count: '1' })).toBe('matched 1 alert')
  expect(matchesText({ state: 'AWAITING_APPROVAL', count: '1200' })).toBe('matched 1,200 alerts and waits for approval')
})

it('tells what was done, and what a single outcome said', () => {
  expect(outcomesText([])).toBeNull()
  expect(
    outcomesText([
      { action: 'Add the attacker to ‘Blocked’', state: 'DONE', message: 'Added 203.0.113.9', count: 1 },
      { action: 'Tag it c2', state: 'SKIPPED', message: 'It is so already', count: 3 },
    ]),
  ).toBe('Add the attacker to ‘Blocked’: done, Added 203.0.113.9; Tag it c2: skipped 3 times')
})
