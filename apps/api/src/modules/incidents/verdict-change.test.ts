import type { WildfireVerdict } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { believed, planVerdictChange, verdictSummary, type VerdictChange } from './verdict-change.js'

const AT = new Date('2026-11-24T12:00:00.000Z')
const EARLIER = new Date('2026-11-24T11:00:00.000Z')
const LATER = new Date('2026-11-24T13:00:00.000Z')
const HASH = 'a'.repeat(64)

describe('what an incident believed of a file', () => {
  it.each<[what: string, from: WildfireVerdict | undefined, verdicts: string[], since: Date, expected: WildfireVerdict | undefined]>([
    ['the API said benign', 'BENIGN', ['BENIGN'], EARLIER, 'BENIGN'],
    ['the API said benign, against the alert', 'BENIGN', ['MALICIOUS'], EARLIER, 'BENIGN'],
    ['the API said grayware', 'GRAYWARE', [], EARLIER, 'GRAYWARE'],
    ['the file came after the change, its alerts bad already', 'BENIGN', ['MALICIOUS'], LATER, undefined],
    ['the file came after the change, its alerts wrong', 'BENIGN', ['GRAYWARE'], LATER, 'GRAYWARE'],
    ['the file came after the change, its alerts silent', 'BENIGN', [], LATER, 'UNKNOWN'],
    ['the alerts were right from the start', undefined, ['MALICIOUS'], EARLIER, undefined],
    ['one alert was right', undefined, ['BENIGN', 'PHISHING'], EARLIER, undefined],
    ['the alerts were right while the API was at work', 'PENDING', ['MALICIOUS'], EARLIER, undefined],
    ['the alerts said benign', undefined, ['BENIGN'], EARLIER, 'BENIGN'],
    ['the worse of two counts', undefined, ['BENIGN', 'GRAYWARE', 'UNKNOWN'], EARLIER, 'GRAYWARE'],
    ['the alerts say nothing', undefined, [], EARLIER, 'UNKNOWN'],
    ['the API was at work', 'PENDING', [], EARLIER, 'PENDING'],
    ['the API was at work, the alert said benign', 'PENDING', ['BENIGN'], EARLIER, 'BENIGN'],
  ])('%s', (_what, from, verdicts, since, expected) => expect(believed({ from, at: AT }, { verdicts, since })).toBe(expected))
})

describe('a change of the verdict', () => {
  const change: VerdictChange & { from: WildfireVerdict; receivers: readonly string[] } = {
    hash: HASH,
    from: 'BENIGN',
    to: 'MALICIOUS',
    at: AT,
    receivers: ['corp\\ann'],
  }
  const incident = {
    state: 'OPEN',
    severity: 3,
    assigneeId: null,
    linkKey: 'VICTIM_USER',
    linkValue: 'corp\\ann',
    disposition: null,
    acknowledgedAt: null,
    mutedUntil: null,
    mergedIntoId: null,
  } as const

  it('raises an incident at work, and says so', () =>
    expect(planVerdictChange(incident, change, LATER)).toEqual({
      kind: 'changed',
      update: { severity: 4 },
      activity: {
        kind: 'VERDICT_CHANGED',
        fromState: null,
        toState: null,
        assigneeId: null,
        summary: `WildFire verdict of ${HASH} changed from BENIGN to MALICIOUS`,
        detail: 'Let through to corp\\ann',
      },
    }))

  it('never lowers the severity', () =>
    expect(planVerdictChange({ ...incident, severity: 5 }, change, LATER).update).toEqual({ severity: 5 }))

  it.each([
    ['CLOSED', null, 'OPEN'],
    ['IGNORED', null, 'OPEN'],
    ['CLOSED', 'b1946ac9-0000-4000-8000-000000000000', 'ASSIGNED'],
  ] as const)('reopens one that is %s (assignee %s): %s', (state, assigneeId, toState) =>
    expect(planVerdictChange({ ...incident, state, assigneeId }, change, LATER)).toMatchObject({
      update: { state: toState, severity: 4, closeSummary: null, closeDetail: null, closedAt: null, linking: 'if-free' },
      activity: { kind: 'VERDICT_CHANGED', fromState: state, toState, assigneeId: null },
    }),
  )

  it('names some of those who got the file', () => {
    const detailOf = (count: number) =>
      planVerdictChange(incident, { ...change, receivers: Array.from({ length: count }, (_, n) => `u${n}`) }, LATER).activity.detail
    expect(detailOf(0)).toBeNull()
    expect(detailOf(10)).toBe('Let through to u0, u1, u2, u3, u4, u5, u6, u7, u8, u9')
    expect(detailOf(11)).toBe('Let through to u0, u1, u2, u3, u4, u5, u6, u7, u8, u9 and others')
  })

  it('has words of its own', () =>
    expect(verdictSummary({ ...change, to: 'COMMAND_AND_CONTROL' }, 'PENDING')).toMatch(/from PENDING to COMMAND_AND_CONTROL$/))
})
