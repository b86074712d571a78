import { describe, expect, it } from 'vitest'
import { handledText, isDoneNow, type HandledIncident } from './handled'

const ERIK = { id: 'user-erik', name: 'erik' }
const ME = { id: 'viewer', name: 'marta' }
const incident = (given: Partial<HandledIncident>): HandledIncident => ({
  state: 'OPEN',
  assignee: null,
  mergedInto: null,
  activities: [],
  ...given,
})

describe('why a row needs nobody any more', () => {
  it.each<[Partial<HandledIncident>, string]>([
    [
      {
        state: 'CLOSED',
        activities: [
          { toState: null, user: ME },
          { toState: 'CLOSED', user: ERIK },
        ],
      },
      'Closed by erik',
    ],
    [{ state: 'IGNORED', activities: [{ toState: 'IGNORED', user: ME }] }, 'Ignored by you'],
    [{ state: 'CLOSED', activities: [{ toState: 'CLOSED', user: null }] }, 'Closed'],
    [{ state: 'CLOSED' }, 'Closed'],
    [{ state: 'ASSIGNED', assignee: ERIK }, 'erik has it'],
    [{ state: 'ASSIGNED', assignee: ME }, 'Does not match the filter any more'],
    [{ state: 'CLOSED', mergedInto: { number: '7' } }, 'Merged into INC-7'],
  ])('%j: %s', (given, text) => expect(handledText(incident(given), 'viewer')).toBe(text))

  it('is done when it is closed or ignored meanwhile', () => {
    expect([isDoneNow('OPEN', 'CLOSED'), isDoneNow('CLOSED', 'CLOSED'), isDoneNow('NEW', 'OPEN')]).toEqual([true, false, false])
  })
})
