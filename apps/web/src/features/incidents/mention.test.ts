import { describe, expect, it } from 'vitest'
import { mentionAt, withMention } from './mention'

describe('a mention', () => {
  it.each([
    ['@', 1, { at: 0, begun: '' }],
    ['ask @er', 7, { at: 4, begun: 'er' }],
    ['ask @er', 4, null],
    ['bob@corp', 8, null],
    ['(@e', 3, { at: 1, begun: 'e' }],
    ['@er now', 7, null],
  ])('in %j at %i', (text, caret, expected) => expect(mentionAt(text, caret)).toEqual(expected))

  it('is completed in place', () =>
    expect(withMention('ask @er now', { at: 4, begun: 'er' }, 'erik')).toEqual({ text: 'ask @erik now', caret: 10 }))
})
