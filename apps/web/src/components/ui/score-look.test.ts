import { describe, expect, it } from 'vitest'
import { noScoreText, scoreLook } from './score-look'

describe('a score in words', () => {
  it.each([
    [0, 'harmless'],
    [1, 'hardly suspicious'],
    [24, 'hardly suspicious'],
    [25, 'doubtful'],
    [50, 'suspicious'],
    [74, 'suspicious'],
    [75, 'malicious'],
    [100, 'malicious'],
  ])('calls %i %s', (score, word) => expect(scoreLook(score).word).toBe(word))
})

describe('why there is no score', () => {
  const answer = (state: 'NOT_ASKED' | 'PENDING' | 'KNOWN' | 'UNKNOWN' | 'FAILED', reason: string | null = null, refreshing = false) => ({
    state,
    reason,
    refreshing,
  })
  it.each([
    ['nobody is set up', [], 'not asked'],
    ['none was asked', [answer('NOT_ASKED', 'private address'), answer('NOT_ASKED')], 'not asked: private address'],
    ['one is still asked', [answer('FAILED', 'no answer'), answer('PENDING'), answer('UNKNOWN')], 'pending'],
    ['one is asked again', [answer('FAILED', 'no answer', true)], 'pending'],
    ['all failed', [answer('FAILED', 'the key is wrong'), answer('NOT_ASKED')], 'failed: the key is wrong'],
    ['one knows nothing, one failed', [answer('UNKNOWN'), answer('FAILED', 'x')], 'unknown'],
  ])('when %s', (_case, answers, text) => expect(noScoreText(answers)).toBe(text))
})
