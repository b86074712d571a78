import type { IncidentState, Severity } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { deadlinesOf, DEFAULT_TARGETS } from './targets.js'

const FIRST = new Date('2026-03-04T12:00:00.000Z')
const after = (minutes: number) => new Date(FIRST.getTime() + minutes * 60_000)

describe('when an incident is due', () => {
  it.each<[what: string, severity: Severity, state: IncidentState, looked: boolean, acknowledgeBy: Date | null, closeBy: Date | null]>([
    ['new and critical', 'CRITICAL', 'NEW', false, after(15), after(240)],
    ['new and high', 'HIGH', 'NEW', false, after(60), after(1440)],
    ['looked at', 'MEDIUM', 'OPEN', true, null, after(4320)],
    ['reopened', 'MEDIUM', 'ASSIGNED', true, null, after(4320)],
    ['without a target', 'LOW', 'NEW', false, null, null],
    ['closed', 'CRITICAL', 'CLOSED', true, null, null],
    ['ignored', 'CRITICAL', 'IGNORED', false, null, null],
  ])('%s', (_what, severity, state, looked, acknowledgeBy, closeBy) => {
    const incident = { severity, state, firstAlertAt: FIRST, acknowledgedAt: looked ? after(1) : null }
    expect(deadlinesOf(incident, DEFAULT_TARGETS)).toEqual({ acknowledgeBy, closeBy })
  })

  it('is not known without targets', () =>
    expect(deadlinesOf({ severity: 'HIGH', state: 'NEW', firstAlertAt: FIRST, acknowledgedAt: null }, [])).toEqual({
      acknowledgeBy: null,
      closeBy: null,
    }))
})
