import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toGlobalId } from '../../graphql/global-id.js'
import { readViewSearch } from './view-search.js'

const VIEWER = '0198c0de-0000-7000-8000-000000000001'
const OTHER = '0198c0de-0000-7000-8000-000000000002'
const NOW = Date.parse('2026-03-04T12:00:00Z')
const ACTIVE = ['NEW', 'OPEN', 'ASSIGNED']

const read = (search: string) => {
  const conditions = readViewSearch(search, { viewerId: VIEWER, now: NOW })
  return conditions && Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== null && value !== undefined))
}

describe('readViewSearch', () => {
  it.each<[search: string, conditions: object]>([
    ['', { state: ACTIVE }],
    ['?state=all', {}],
    ['state=NEW&state=CLOSED', { state: ['NEW', 'CLOSED'] }],
    ['state=odd', { state: ACTIVE }],
    ['severity=HIGH&severity=CRITICAL&severity=x&state=all', { severity: ['HIGH', 'CRITICAL'] }],
    ['assignee=me&state=all', { assigneeId: VIEWER }],
    ['assignee=nobody&state=all', { unassigned: true }],
    [`assignee=${toGlobalId('User', OTHER)}&state=all`, { assigneeId: OTHER }],
    [`team=${toGlobalId('Team', 3)}&state=all`, { teamId: 3 }],
    ['allowed=yes&overdue=yes&muted=yes&state=all', { anyAllowed: true, overdue: true, muted: true }],
    ['allowed=no&state=all', {}],
    [
      'tag=vip&classification=Malware&vector=Email&disposition=Duplicate&state=all',
      { tag: 'vip', classification: 'Malware', attackVector: 'Email', disposition: 'Duplicate' },
    ],
    ['range=24h&state=all', { from: new Date(NOW - 86_400_000) }],
    ['range=2026-03-01T00:00:00.000Z..&state=all', { from: new Date('2026-03-01T00:00:00Z') }],
    ['range=soon&state=all', {}],
    ['address=192.0.2.1/24&state=all', { address: '192.0.2.0/24' }],
    ['address=nowhere&state=all', {}],
    ['user=ann&hash=AB12&state=all', { user: { contains: 'ann' }, fileDigest: 'AB12' }],
    ['q=severity:high+-tag:vip&state=all', { text: 'severity:high -tag:vip' }],
    ['sort=OLDEST&columns=a,b&state=all', {}],
  ])('%j', (search, conditions) => expect(read(search)).toEqual({ viewerId: VIEWER, ...conditions }))

  it.each(['q=sevrity:high', 'assignee=somebody', `assignee=${toGlobalId('Team', 3)}`, 'team=3'])('cannot read %j', search =>
    expect(read(search)).toBeUndefined(),
  )

  it('never throws', () => {
    const names = fc.constantFrom('q', 'state', 'severity', 'assignee', 'team', 'range', 'address', 'hash', 'x')
    const pairs = fc.array(fc.tuple(names, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          pairs.map(all => new URLSearchParams(all).toString()),
        ),
        search => {
          readViewSearch(search, { viewerId: VIEWER, now: NOW })
        },
      ),
    )
  })
})
