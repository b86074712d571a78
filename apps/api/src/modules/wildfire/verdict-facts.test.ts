import type { WildfireVerdict } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import type { LookupAnswer } from '../enrichment/index.js'
import { readVerdictFacts, verdictAnswer, type VerdictFacts } from './verdict-facts.js'
import { isBad, isSettled, isWildfireHash, verdictOfCode, verdictOfName, worstVerdict } from './wildfire-verdict.js'

const START = Date.UTC(2026, 10, 24)
const HOUR = 3_600_000
const DAY = 24 * HOUR

const known = (answer: LookupAnswer) => {
  if (answer.kind !== 'known' && answer.kind !== 'unknown') throw new Error(answer.kind)
  return { ...answer, facts: readVerdictFacts(JSON.parse(JSON.stringify(answer.facts))) as VerdictFacts }
}
/** Facts after these verdicts were told at these times. */
const after = (...told: readonly (readonly [verdict: WildfireVerdict, at: number])[]) =>
  told.reduce<VerdictFacts | undefined>((before, [verdict, at]) => known(verdictAnswer(verdict, before, START + at)).facts, undefined)

describe('codes', () => {
  it.each([
    ['0', 'BENIGN'],
    ['1', 'MALICIOUS'],
    ['2', 'GRAYWARE'],
    ['4', 'PHISHING'],
    [' 5 ', 'COMMAND_AND_CONTROL'],
    ['-100', 'PENDING'],
    ['-101', 'ERROR'],
    ['-102', 'UNKNOWN'],
    ['-103', 'INVALID'],
    ['-104', 'ERROR'],
    ['3', 'ERROR'],
    ['toString', 'ERROR'],
  ])('%s is %s', (code, verdict) => expect(verdictOfCode(code)).toBe(verdict))

  it('of several on one MD5 the worst counts', () => {
    expect(worstVerdict(['BENIGN', 'MALICIOUS', 'UNKNOWN'])).toBe('MALICIOUS')
    expect(worstVerdict(['UNKNOWN', 'PENDING', 'BENIGN'])).toBe('BENIGN')
    expect(worstVerdict([])).toBeUndefined()
  })

  it('have names in reports', () => {
    expect(['benign', 'Malware', 'c2', 'unknown', undefined].map(verdictOfName)).toEqual([
      'BENIGN',
      'MALICIOUS',
      'COMMAND_AND_CONTROL',
      undefined,
      undefined,
    ])
    expect([isBad('GRAYWARE'), isBad('PHISHING'), isSettled('GRAYWARE'), isSettled('PENDING')]).toEqual([false, true, true, false])
  })

  it('are for MD5 and SHA-256', () =>
    expect(['a'.repeat(32), 'a'.repeat(40), 'a'.repeat(64), 'A'.repeat(64), ''].map(isWildfireHash)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]))
})

describe('a verdict', () => {
  it.each<[WildfireVerdict, 'known' | 'unknown', number | undefined, number | undefined, number]>([
    ['MALICIOUS', 'known', 100, undefined, 7 * 86_400],
    ['PHISHING', 'known', 100, undefined, 7 * 86_400],
    ['GRAYWARE', 'known', 50, 3_600, 3_600],
    ['BENIGN', 'known', 0, 3_600, 3_600],
    ['PENDING', 'known', undefined, 60, 60],
    ['ERROR', 'known', undefined, 1_800, 1_800],
    ['UNKNOWN', 'unknown', undefined, 300, 300],
  ])('%s is %s, scored %s, and asked again after %s s', (verdict, kind, score, askAgainInSeconds, expiresInSeconds) => {
    const answer = known(verdictAnswer(verdict, undefined, START))
    expect(answer).toMatchObject({ kind, expiresInSeconds, facts: { verdict, firstAskedAt: new Date(START).toISOString() } })
    expect('score' in answer ? answer.score : undefined).toBe(score)
    expect(answer.askAgainInSeconds).toBe(askAgainInSeconds)
  })

  it('on what is no hash is a failure for good', () =>
    expect(verdictAnswer('INVALID', undefined, START)).toEqual({ kind: 'failed', reason: 'WildFire says that this is not a valid hash' }))

  it('is asked again with growing pauses, for seven days', () => {
    const pauses: number[] = []
    let facts: VerdictFacts | undefined
    let at = START
    for (;;) {
      const answer = known(verdictAnswer('BENIGN', facts, at))
      facts = answer.facts
      if (answer.askAgainInSeconds === undefined) break
      pauses.push(answer.askAgainInSeconds)
      at += answer.askAgainInSeconds * 1000
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses.at(-1)).toBe(86_400)
    expect(pauses.length).toBeLessThan(20)
    expect(at - START).toBeGreaterThanOrEqual(7 * DAY)
    expect(at - START).toBeLessThan(8 * DAY)
    expect(known(verdictAnswer('BENIGN', facts, at)).expiresInSeconds).toBe(7 * 86_400)
  })

  it('is watched anew when the file comes again after the watch', () => {
    const facts = after(['BENIGN', 0], ['BENIGN', 30 * DAY])
    expect(facts).toMatchObject({ firstAskedAt: new Date(START).toISOString(), watchedSince: new Date(START + 30 * DAY).toISOString() })
    expect(known(verdictAnswer('BENIGN', after(['BENIGN', 0]), START + 30 * DAY)).askAgainInSeconds).toBe(3_600)
  })

  it('tells what it was before, and since when it is what it is', () => {
    const turned = after(['BENIGN', 0], ['BENIGN', HOUR], ['MALICIOUS', 2 * HOUR], ['MALICIOUS', 3 * HOUR])
    expect(turned).toMatchObject({
      verdict: 'MALICIOUS',
      previousVerdict: 'BENIGN',
      verdictChangedAt: new Date(START + 2 * HOUR).toISOString(),
      askedAt: new Date(START + 3 * HOUR).toISOString(),
    })
    expect(after(['BENIGN', 0])).not.toHaveProperty('previousVerdict')
  })

  it('that was settled stays while WildFire looks again, and is asked as one that is pending', () => {
    const answer = known(verdictAnswer('PENDING', after(['MALICIOUS', 0]), START + HOUR))
    expect(answer).toMatchObject({ kind: 'known', score: 100, askAgainInSeconds: 1_800, facts: { verdict: 'MALICIOUS' } })
    expect(answer.facts).not.toHaveProperty('verdictChangedAt')
    expect(known(verdictAnswer('BENIGN', after(['MALICIOUS', 0], ['PENDING', HOUR]), START + 2 * HOUR)).facts).toMatchObject({
      verdict: 'BENIGN',
      previousVerdict: 'MALICIOUS',
    })
  })

  it('is not read from what another release stored', () => {
    expect(readVerdictFacts(null)).toBeUndefined()
    expect(readVerdictFacts({ verdict: 'SOMETHING', firstAskedAt: 'x' })).toBeUndefined()
  })
})
