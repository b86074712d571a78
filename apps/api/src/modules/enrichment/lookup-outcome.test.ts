import { describe, expect, it } from 'vitest'
import { outcomeOf, outcomeOfFault, pauseAfter, told, type AskedRow } from './lookup-outcome.js'
import type { LookupAnswer } from './lookup-provider.js'

const NOW = Date.parse('2026-03-04T12:00:00.000Z')
const FRESH: AskedRow = { state: 'PENDING', attempts: 0, answered: false }
const seconds = (date: Date | null | undefined) => (date ? (date.getTime() - NOW) / 1_000 : date)
const known = (facts: unknown, more: object = {}): LookupAnswer => ({ kind: 'known', facts, expiresInSeconds: 60, ...more })

describe('what an answer makes of a row', () => {
  it('known: stored, and asked again as told', () => {
    const outcome = outcomeOf(known({ a: [1, 'x'] }, { score: 80, askAgainInSeconds: 600 }), { ...FRESH, attempts: 3 }, NOW)
    expect(outcome).toMatchObject({
      state: 'KNOWN',
      reason: null,
      attempts: 0,
      told: 'known',
      answer: { facts: '{"a":[1,"x"]}', score: 80 },
    })
    expect([seconds(outcome.answer?.expiresAt), seconds(outcome.dueAt)]).toEqual([60, 600])
  })

  it('unknown: without facts and score', () =>
    expect(outcomeOf({ kind: 'unknown', expiresInSeconds: 60 }, FRESH, NOW)).toMatchObject({
      state: 'UNKNOWN',
      dueAt: null,
      answer: { facts: null, score: null },
    }))

  it.each([
    [-5, 0],
    [101, 100],
    [49.6, 50],
    [Number.NaN, null],
    [undefined, null],
  ])('score %s is %s', (score, stored) => expect(outcomeOf(known({}, { score }), FRESH, NOW).answer?.score).toBe(stored))

  it.each([
    [0, 1],
    [-1, 1],
    [Number.NaN, 3_600],
    [1e20, 366 * 86_400],
  ])('an expiry of %s s is one of %s s', (given, kept) =>
    expect(seconds(outcomeOf(known({}, { expiresInSeconds: given }), FRESH, NOW).answer?.expiresAt)).toBe(kept),
  )

  it('later: pauses that grow, until it is given up', () => {
    const later = (attempts: number, state: AskedRow['state'] = 'PENDING') =>
      outcomeOf({ kind: 'later', reason: 'not ready', pauseSeconds: 60, giveUpAfter: 12 }, { state, attempts, answered: false }, NOW)
    expect([0, 1, 2, 10].map(attempts => seconds(later(attempts).dueAt))).toEqual([60, 120, 240, 21_600])
    expect(later(1, 'KNOWN')).toMatchObject({ state: 'KNOWN', reason: 'waiting: not ready', attempts: 2, answer: undefined })
    expect(later(11)).toMatchObject({
      state: 'FAILED',
      reason: 'failed: No answer after 12 questions: not ready',
      attempts: 0,
      dueAt: null,
    })
  })

  it('failed: not asked again by itself, and by alerts after an hour', () => {
    const outcome = outcomeOf({ kind: 'failed', reason: 'bad hash' }, FRESH, NOW)
    expect(outcome).toMatchObject({ state: 'FAILED', reason: 'failed: bad hash', dueAt: null })
    expect(seconds(outcome.answer?.expiresAt)).toBe(3_600)
  })

  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])
  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  it.each([
    ['too large', 'x'.repeat(65_536)],
    ['too deep', deep(60)],
    ['far too deep', JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
    ['circular', circular],
    ['no JSON', { a: 1n }],
  ])('an answer that is %s fails', (_, facts) =>
    expect(outcomeOf(known(facts), FRESH, NOW)).toMatchObject({
      state: 'FAILED',
      answer: { facts: null },
      reason: 'failed: The answer cannot be stored: it is too large or malformed',
    }),
  )

  it('keeps what PostgreSQL cannot hold out of facts and reasons', () => {
    expect(outcomeOf(known({ 'k\0\ud800': 'a\0b\udc00', __proto__: undefined }), FRESH, NOW).answer?.facts).toBe('{"k\ufffd":"ab\ufffd"}')
    expect(told('failed', 'a\0\ud800')).toBe('failed: a\ufffd')
    expect(told('failed', 'x'.repeat(2_000)).length).toBeLessThan(520)
  })
})

describe('what a fault makes of a row', () => {
  it('waits with growing pauses, and tells of the failure after the fifth', () => {
    const states = [0, 1, 2, 3, 4, 5, 6, 49].map(attempts => outcomeOfFault('no route', { ...FRESH, attempts }, NOW))
    expect(states.map(({ state }) => state)).toEqual(['PENDING', 'PENDING', 'PENDING', 'PENDING', 'FAILED', 'FAILED', 'FAILED', 'FAILED'])
    expect(states.map(({ dueAt }) => seconds(dueAt))).toEqual([30, 60, 120, 240, 480, 900, 900, null])
    expect([states[0]?.reason, states[4]?.reason]).toEqual(['waiting: no route', 'failed: no route'])
  })

  it('leaves an answer from before what it is', () =>
    expect(outcomeOfFault('no route', { state: 'KNOWN', attempts: 7, answered: true }, NOW)).toMatchObject({
      state: 'KNOWN',
      reason: 'failed: no route',
      answer: undefined,
    }))

  it('pauses at most a quarter of an hour', () => expect([1, 5, 6, 99].map(pauseAfter)).toEqual([30, 480, 900, 900]))
})
