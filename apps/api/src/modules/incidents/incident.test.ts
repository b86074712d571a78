import { IncidentState } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { allowedActions, planChange, type IncidentChange, type IncidentFacts } from './incident.js'

const NOW = new Date('2026-03-04T12:00:00Z')
const facts = (given: Partial<IncidentFacts>): IncidentFacts => ({
  state: 'NEW',
  assigneeId: null,
  linkKey: 'VICTIM_USER',
  linkValue: 'ann',
  ...given,
})

const CHANGES = {
  open: { action: 'OPEN' },
  assign: { action: 'ASSIGN', assigneeId: 'u1' },
  unassign: { action: 'ASSIGN', assigneeId: null },
  comment: { action: 'COMMENT', comment: 'seen' },
  close: { action: 'CLOSE', summary: 'false alarm', detail: '' },
  ignore: { action: 'IGNORE', comment: '' },
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

it('tells for every state what is allowed in it', () => {
  expect(Object.values(IncidentState).map(state => [state, allowedActions(state).join(' ')])).toEqual([
    ['NEW', 'OPEN ASSIGN COMMENT CLOSE IGNORE'],
    ['OPEN', 'ASSIGN COMMENT CLOSE IGNORE'],
    ['ASSIGNED', 'ASSIGN COMMENT CLOSE IGNORE'],
    ['CLOSED', 'COMMENT REOPEN'],
    ['IGNORED', 'COMMENT REOPEN'],
  ])
})
