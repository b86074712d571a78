import { IncidentState } from '@sallyport/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readParams, writeParams } from '../../lib/search-params'
import { INCIDENT_FILTERS, toIncidentFilter } from './incident-filters'

const read = (address: string) => readParams(INCIDENT_FILTERS, new URLSearchParams(address))

describe('the incident filter in the address', () => {
  it('shows active incidents unless told otherwise', () => {
    expect(toIncidentFilter(read(''), 'U1', 0)).toEqual({ state: ['NEW', 'OPEN', 'ASSIGNED'] })
    expect(toIncidentFilter(read('state=all'), 'U1', 0)).toEqual({})
    expect(toIncidentFilter(read('state=CLOSED&state=IGNORED'), 'U1', 0)).toEqual({ state: ['CLOSED', 'IGNORED'] })
  })

  it('keeps every choice of states, none of them too', () => {
    fc.assert(
      fc.property(fc.subarray(Object.values(IncidentState)), state => {
        expect(readParams(INCIDENT_FILTERS, writeParams(INCIDENT_FILTERS, { ...read(''), state })).state).toEqual(state)
      }),
    )
  })

  it.each([
    ['assignee=me', { assigneeId: 'U1' }],
    ['assignee=nobody', { unassigned: true }],
    ['assignee=U7', { assigneeId: 'U7' }],
    ['allowed=yes', { anyAllowed: true }],
    ['range=1h', { from: '1969-12-31T23:00:00.000Z' }],
    ['user=bob&address=10.0.0.0/8', { user: { contains: 'bob' }, address: '10.0.0.0/8' }],
  ])('understands %s', (address, filter) => {
    expect(toIncidentFilter(read(`state=all&${address}`), 'U1', 0)).toEqual(filter)
  })
})
