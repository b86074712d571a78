import { describe, expect, it } from 'vitest'
import { lookupText } from './lookup-state'

describe('the state of a look-up in words', () => {
  it.each([
    ['NOT_ASKED', null, 'not asked'],
    ['NOT_ASKED', 'private address', 'not asked: private address'],
    ['PENDING', null, 'pending'],
    ['PENDING', 'waits for the quota', 'pending: waits for the quota'],
    ['KNOWN', null, 'known'],
    ['UNKNOWN', null, 'unknown'],
    ['FAILED', 'the server does not answer', 'failed: the server does not answer'],
    ['FAILED', null, 'failed: no reason was given'],
    ['FAILED', '', 'failed: no reason was given'],
  ] as const)('says of %s, %s: %s', (state, reason, text) => expect(lookupText({ state, reason })).toBe(text))
})
