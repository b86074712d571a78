import { IncidentState } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { allowedActions, planChange, type IncidentChange, type IncidentFacts } from './incident.js'

const NOW = new Date('2026-03-04T12:00:00Z')
const facts = (given: Partial<IncidentFacts>): IncidentFacts => ({
  state: 'NEW',
  severity: 3,
  assigneeId: null,
  linkKey: 'VICTIM_USER',
  linkValue: 'ann',
  disposition: null,
  acknowledgedAt: null,
  mutedUntil: null,
  mergedIntoId: null,
  ...given,
})

const CHANGES = {
  open: { action: 'OPEN' },
  assign: { action: 'ASSIGN', assigneeId: 'u1' },
  unassign: { action: 'ASSIGN', assigneeId: null },
  comment: { action: 'COMMENT', comment: 'seen' },
  close: { action: 'CLOSE', summary: 'false alarm', detail: '' },
  ignore: { action: 'IGNORE', comment: '' },
  mute: { action: 'IGNORE', comment: 'noise', until: new Date('2026-03-11T12:00:00Z') },
  reopen: { action: 'REOPEN', comment: 'again' },
} as const satisfies Record<string, IncidentChange>

describe('the state after each change', () => {
  it.each([
    ['NEW', 'open', 'OPEN'],
    ['OPEN', 'open', 'unchanged'],
    ['ASSIGNED', 'open', 'unchanged'],
    ['CLOSED', 'open', 'unchanged'],
    ['IGNORED', 'open', 'unchanged'],
    ['NEW', 'assign', 'ASSIGNED'],
    ['OPEN', 'assign', 'ASSIGNED'],
    ['ASSIGNED', 'assign', 'ASSIGNED'],
    ['CLOSED', 'assign', 'refused'],
    ['IGNORED', 'assign', 'refused'],
    ['NEW', 'unassign', 'unchanged'],
    ['NEW', 'comment', 'NEW'],
    ['CLOSED', 'comment', 'CLOSED'],
    ['IGNORED', 'comment', 'IGNORED'],
    ['NEW', 'close', 'CLOSED'],
    ['OPEN', 'close', 'CLOSED'],
    ['ASSIGNED', 'close', 'CLOSED'],
    ['CLOSED', 'close', 'refused'],
    ['IGNORED', 'close', 'refused'],
    ['NEW', 'ignore', 'IGNORED'],
    ['ASSIGNED', 'ignore', 'IGNORED'],
    ['CLOSED', 'ignore', 'refused'],
    ['NEW', 'mute', 'IGNORED'],
    ['IGNORED', 'mute', 'IGNORED'],
    ['CLOSED', 'mute', 'refused'],
    ['NEW', 'reopen', 'refused'],
    ['ASSIGNED', 'reopen', 'refused'],
    ['CLOSED', 'reopen', 'OPEN'],
    ['IGNORED', 'reopen', 'OPEN'],
  ] as const)('%s, %s: %s', (state, change, expected) => {
    const plan = planChange(facts({ state }), CHANGES[change], NOW)
    expect(plan.kind === 'changed' ? (plan.update.state ?? state) : plan.kind).toBe(expected)
  })
})

describe('planChange', () => {
  it('goes back to open when the assignee is taken away, and tells who it was', () => {
    expect(planChange(facts({ state: 'ASSIGNED', assigneeId: 'u1' }), CHANGES.unassign, NOW)).toMatchObject({
      update: { state: 'OPEN', assigneeId: null },
      activity: { kind: 'UNASSIGNED', fromState: 'ASSIGNED', toState: 'OPEN', assigneeId: 'u1' },
    })
  })

  it('leaves an incident alone that is assigned to that person already', () => {
    expect(planChange(facts({ state: 'ASSIGNED', assigneeId: 'u1' }), CHANGES.assign, NOW)).toEqual({ kind: 'unchanged' })
  })

  it('tells no states where a change of assignee keeps the state', () => {
    expect(planChange(facts({ state: 'ASSIGNED', assigneeId: 'u2' }), CHANGES.assign, NOW)).toMatchObject({
      activity: { kind: 'ASSIGNED', fromState: null, toState: null, assigneeId: 'u1' },
    })
  })

  it('ends linking when it closes or ignores', () => {
    expect(planChange(facts({}), CHANGES.close, NOW)).toMatchObject({
      update: { linking: false, closedAt: NOW, closeSummary: 'false alarm' },
    })
    expect(planChange(facts({}), CHANGES.ignore, NOW)).toMatchObject({ update: { linking: false } })
  })

  it('reopens to its assignee, forgets how it was closed, and links again only with a key', () => {
    const closed = facts({ state: 'CLOSED', assigneeId: 'u1' })
    const forgotten = { closeSummary: null, closeDetail: null, closedAt: null }
    expect(planChange(closed, CHANGES.reopen, NOW)).toMatchObject({ update: { state: 'ASSIGNED', linking: 'if-free', ...forgotten } })
    expect(planChange({ ...closed, linkKey: null, linkValue: null }, CHANGES.reopen, NOW)).toMatchObject({ update: { linking: false } })
  })

  it('keeps a comment without touching the incident', () => {
    expect(planChange(facts({}), CHANGES.comment, NOW)).toMatchObject({ update: {}, activity: { kind: 'COMMENTED', detail: 'seen' } })
  })
})

describe('a mute', () => {
  const { mute } = CHANGES

  it('goes on linking, counts from nothing, and tells when it ends', () => {
    expect(planChange(facts({ severity: 4 }), mute, NOW)).toEqual({
      kind: 'changed',
      update: { state: 'IGNORED', mutedUntil: mute.until, mutedAlerts: 0n, linking: 'if-free', acknowledgedAt: NOW },
      activity: {
        kind: 'MUTED',
        fromState: 'NEW',
        toState: 'IGNORED',
        assigneeId: null,
        summary: null,
        detail: 'noise',
        facts: { until: '2026-03-11T12:00:00.000Z', severity: 4 },
      },
    })
  })

  it('goes on counting when its end is moved', () => {
    const muted = facts({ state: 'IGNORED', mutedUntil: new Date('2026-03-05T00:00:00Z') })
    const plan = planChange(muted, mute, NOW)
    expect(plan).toMatchObject({ kind: 'changed', update: { mutedUntil: mute.until }, activity: { fromState: null } })
    expect(plan.kind === 'changed' && plan.update).not.toHaveProperty('mutedAlerts')
    expect(planChange({ ...muted, mutedUntil: mute.until }, mute, NOW)).toEqual({ kind: 'unchanged' })
  })

  it('needs something that links', () =>
    expect(planChange(facts({ linkKey: null, linkValue: null }), mute, NOW)).toMatchObject({ kind: 'refused' }))

  it('ends when the incident is reopened', () =>
    expect(planChange(facts({ state: 'IGNORED', mutedUntil: mute.until }), CHANGES.reopen, NOW)).toMatchObject({
      update: { mutedUntil: null, state: 'OPEN', linking: 'if-free' },
    }))
})

describe('the time of the first look', () => {
  it.each(['open', 'assign', 'close', 'ignore'] as const)('is that of %s', change =>
    expect(planChange(facts({}), CHANGES[change], NOW)).toMatchObject({ update: { acknowledgedAt: NOW } }),
  )

  it.each([
    ['later changes', facts({ state: 'OPEN', acknowledgedAt: new Date(0) }), CHANGES.close],
    ['comments', facts({}), CHANGES.comment],
  ])('stays with %s', (_what, incident, change) => {
    const plan = planChange(incident, change, NOW)
    expect(plan.kind === 'changed' && plan.update).not.toHaveProperty('acknowledgedAt')
  })
})

describe('a disposition', () => {
  const close = { ...CHANGES.close, disposition: 'False positive' } as const

  it('is set with the end, and told', () =>
    expect(planChange(facts({ disposition: 'Undetermined' }), close, NOW)).toMatchObject({
      update: { disposition: 'False positive' },
      activity: { kind: 'CLOSED', facts: { changes: [{ field: 'disposition', before: 'Undetermined', after: 'False positive' }] } },
    }))

  it('is not told where the incident has it', () => {
    const plan = planChange(facts({ disposition: 'False positive' }), close, NOW)
    expect(plan.kind === 'changed' && plan.activity).not.toHaveProperty('facts')
  })
})

describe('an incident that was merged away', () => {
  const merged = facts({ state: 'CLOSED', mergedIntoId: '7' })

  it.each(['assign', 'comment', 'close', 'ignore', 'mute', 'reopen'] as const)('refuses %s', change =>
    expect(planChange(merged, CHANGES[change], NOW)).toEqual({ kind: 'refused', message: 'The incident was merged into INC-7' }),
  )

  it('can be looked at, and offers nothing', () => {
    expect(planChange(merged, CHANGES.open, NOW)).toEqual({ kind: 'unchanged' })
    expect(allowedActions(merged)).toEqual([])
  })
})

it('tells for every state what is allowed in it', () => {
  expect(Object.values(IncidentState).map(state => [state, allowedActions({ state, mergedIntoId: null }).join(' ')])).toEqual([
    ['NEW', 'OPEN ASSIGN COMMENT CLOSE IGNORE EDIT MERGE SPLIT MUTE'],
    ['OPEN', 'ASSIGN COMMENT CLOSE IGNORE EDIT MERGE SPLIT MUTE'],
    ['ASSIGNED', 'ASSIGN COMMENT CLOSE IGNORE EDIT MERGE SPLIT MUTE'],
    ['CLOSED', 'COMMENT REOPEN EDIT MERGE SPLIT'],
    ['IGNORED', 'COMMENT REOPEN EDIT MERGE SPLIT MUTE'],
  ])
})
