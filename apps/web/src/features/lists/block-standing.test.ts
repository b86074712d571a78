import { describe, expect, it } from 'vitest'
import { countStandings, heldSince, mappingStanding, publishedStandings } from './block-standing'

type Mapping = Parameters<typeof mappingStanding>[0]
const NOW = { pushPaused: false }

const mapping = (given: Partial<Mapping> = {}, device: Partial<Mapping['device']> = {}): Mapping => ({
  id: 'mapping-1',
  groupName: 'blocked-now',
  state: 'IN_SYNC',
  stateReason: null,
  syncedRevision: '8',
  device: { id: 'device-1', name: 'Edge', paused: false, schedule: 'ON_CHANGE', ...device },
  ...given,
})

const version = (number: number, given: object = {}) => ({
  id: `version-${number}`,
  number,
  inForceAt: '2026-11-24T02:00:01.000Z',
  added: 0,
  removed: 0,
  addedEntries: [],
  removedEntries: [],
  ...given,
})
const adds = (entry: string) => ({ added: 1, addedEntries: [entry] })
const removes = (entry: string) => ({ removed: 1, removedEntries: [entry] })

describe('a group on a device', () => {
  const said = (given: Partial<Mapping>, device: Partial<Mapping['device']> = {}, push = NOW) => {
    const { state, words } = mappingStanding(mapping(given, device), '203.0.113.7', '8', push)
    return `${state} ${words}`
  }

  it.each([
    ['in sync with that revision', {}, 'HAS has it'],
    ['in sync with a later one', { syncedRevision: '10' }, 'HAS has it'],
    ['in sync with the one before', { syncedRevision: '7' }, 'WAITS pending'],
    ['never in sync', { syncedRevision: null, state: 'PENDING' }, 'WAITS pending'],
    ['pending again after it had it', { state: 'PENDING' }, 'HAS has it; a later change is on its way'],
    ['being taken off', { state: 'PENDING', stateReason: 'Is being taken off the device' }, 'WAITS pending: Is being taken off the device'],
    ['not committed', { state: 'AWAITING_COMMIT', syncedRevision: '7', stateReason: 'next window' }, 'WAITS awaits a commit: next window'],
    ['failed', { state: 'FAILED', syncedRevision: '7', stateReason: 'Refused' }, 'FAILED failed: Refused'],
    ['without room, at that revision', { state: 'FAILED', stateReason: 'No room' }, 'FAILED failed: No room'],
    ['changed by others', { state: 'DRIFTED', stateReason: '1 missing' }, 'FAILED changed on the device: 1 missing'],
    [
      'without this entry',
      { stateReason: '1 entry left out: 203.0.113.7 (too wide)' },
      'FAILED left out: 1 entry left out: 203.0.113.7 (too wide)',
    ],
    ['without another entry', { stateReason: '1 entry left out: 1203.0.113.7 (odd)' }, 'HAS has it'],
    [
      'without more than are named',
      { stateReason: '9 entries left out: a (odd) and 8 more' },
      'UNKNOWN in sync, but 9 entries left out: a (odd) and 8 more',
    ],
  ] as const)('%s', (_, given, words) => expect(said(given)).toBe(words))

  it('says what a push waits for', () => {
    const behind = { syncedRevision: '7' }
    expect(said(behind, { paused: true })).toBe('WAITS waits: pushes to it are paused')
    expect(said(behind, { schedule: 'MANUAL' })).toBe('WAITS waits until somebody pushes')
    expect(said(behind, { schedule: 'HOURLY' })).toBe('WAITS waits for its schedule')
    expect(said(behind, {}, { pushPaused: true })).toBe('WAITS waits: all pushes are paused')
  })

  it('compares revisions as numbers', () => {
    expect(mappingStanding(mapping({ syncedRevision: '9' }), 'x', '10', NOW).state).toBe('WAITS')
  })
})

describe('the published list', () => {
  it('has an entry since the version that added it last', () => {
    expect(heldSince('x', [version(3), version(2, adds('x')), version(1)])).toBe(2)
    expect(heldSince('x', [version(3, removes('x')), version(2, adds('x'))])).toBeNull()
    expect(heldSince('x', [version(2), version(1)])).toBeNull()
  })

  it('does not count versions that never were in force', () => {
    expect(heldSince('x', [version(3, { ...adds('x'), inForceAt: null }), version(2), version(1)])).toBeNull()
  })

  it('owns up to what the versions do not tell', () => {
    expect(heldSince('x', [version(60), version(59)])).toBe('UNKNOWN')
    expect(heldSince('x', [version(2, { added: 900, addedEntries: ['a'] }), version(1)])).toBe('UNKNOWN')
  })

  const fetched = (address: string, number: number, status = 200) => ({
    credential: null,
    address,
    version: number,
    status,
    fetchedAt: '2026-11-24T02:00:00.000Z',
  })
  const said = (publishing: object, versions: Parameters<typeof publishedStandings>[2]) =>
    publishedStandings({ inForce: { id: 'v', number: 43 }, held: null, fetches: [], ...publishing }, 'x', versions).map(
      ({ who, state, words }) => `${who} ${state} ${words}`,
    )

  it('tells who fetched a version that has it, and who has an older one', () => {
    const fetches = [fetched('192.0.2.11', 43), fetched('192.0.2.12', 41), fetched('192.0.2.13', 43, 401)]
    expect(said({ fetches }, [version(43), version(42, adds('x'))])).toEqual([
      'Published HAS since version 42, now 43',
      '192.0.2.11 HAS fetched version 43',
      '192.0.2.12 WAITS has version 41, an older one',
    ])
  })

  it('tells of a version that waits for somebody, or is still to come', () => {
    expect(said({ held: { id: 'h', number: 44, addedEntries: ['x'] } }, [version(1)])).toEqual([
      'Published WAITS version 44 waits for approval',
    ])
    expect(said({}, [version(1)])).toEqual(['Published WAITS the next version is being made'])
  })
})

it('counts firewalls that have all of it in all of their groups', () => {
  const standing = (key: string, firewall: string | null, state: 'HAS' | 'WAITS') => ({
    key,
    who: key,
    firewall,
    state,
    words: '',
    at: null,
  })
  const entries = [
    [standing('a1', 'a', 'HAS'), standing('a2', 'a', 'HAS'), standing('b', 'b', 'HAS'), standing('published', null, 'HAS')],
    [standing('a1', 'a', 'HAS'), standing('a2', 'a', 'HAS'), standing('b', 'b', 'WAITS')],
  ]
  expect(countStandings(entries)).toEqual({ have: 1, all: 2 })
  expect(countStandings([[standing('a1', 'a', 'HAS'), standing('a2', 'a', 'WAITS')]])).toEqual({ have: 0, all: 1 })
})
