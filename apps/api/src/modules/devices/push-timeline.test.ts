import { expect, it } from 'vitest'
import { pushText } from './push-timeline.js'

const push = {
  device: 'fw-edge',
  state: 'SUCCEEDED',
  message: null,
  commitJob: null,
  seconds: 1.24,
  added: ['203.0.113.9'],
  removed: null,
  kinds: ['DYNAMIC_ADDRESS_GROUP'],
} as const

it.each([
  [push, 'fw-edge has 203.0.113.9 (dynamic address group, 1.2 s)'],
  [{ ...push, added: null, removed: ['203.0.113.9'] }, 'fw-edge does not have 203.0.113.9 any more (dynamic address group, 1.2 s)'],
  [{ ...push, kinds: ['ADDRESS_GROUP'], commitJob: '17' }, 'fw-edge has 203.0.113.9 (address group, 1.2 s)'],
  [{ ...push, kinds: ['ADDRESS_GROUP'] }, 'fw-edge was told of 203.0.113.9, not committed yet (address group, 1.2 s)'],
  [{ ...push, added: ['a', 'b', 'c', 'd', 'e'] }, 'fw-edge has a, b, c and 2 more (dynamic address group, 1.2 s)'],
  [{ ...push, state: 'RUNNING', seconds: null }, 'fw-edge is being told of 203.0.113.9'],
  [
    { ...push, state: 'FAILED', added: null, message: 'The password is wrong' },
    'fw-edge could not be brought in line: The password is wrong',
  ],
  [{ ...push, state: 'POSTPONED', added: null, message: 'Pushes are stopped' }, 'fw-edge has to wait: Pushes are stopped'],
] as const)('%o', (given, text) => expect(pushText(given)).toBe(text))
