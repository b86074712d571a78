import { describe, expect, it } from 'vitest'
import { mentionCandidates } from './mentions.js'

describe('what could be names in a text', () => {
  it.each<[text: string, expected: string[][]]>([
    ['', []],
    ['ann@corp.example wrote', []],
    ['@Ann', [['ann']]],
    ['ask @ann.', [['ann.', 'ann']]],
    [
      '(@ann) and @Ben Example, please',
      [
        ['ann) and', 'ann)', 'ann'],
        ['ben example, please', 'ben example,', 'ben example', 'ben'],
      ],
    ],
    ['@ann@ben', [['ann']]],
    ['@ @@', []],
  ])('%s', (text, expected) => expect(mentionCandidates(text)).toEqual(expected))

  it('is bounded', () => {
    expect(mentionCandidates('@a '.repeat(1_000))).toHaveLength(20)
    expect(
      mentionCandidates(`@${'a'.repeat(10_000)}`)
        .flat()
        .every(name => name.length <= 100),
    ).toBe(true)
  })
})
