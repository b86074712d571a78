import type { BlockBoard_ListFragment, BlockVersions_QueryQuery } from '../../gql/graphql'

type Mapping = BlockBoard_ListFragment['mappings'][number]
type Publishing = NonNullable<BlockBoard_ListFragment['publishing']>
export type Version = NonNullable<NonNullable<BlockVersions_QueryQuery['list']>['publishing']>['versions'][number]

/** Whether a place has an entry: a group on a device, the published list, or who fetches it. */
export interface Standing {
  readonly key: string
  /** Edge: blocked-now */
  readonly who: string
  /** UNKNOWN: it cannot be told. */
  readonly state: 'HAS' | 'WAITS' | 'FAILED' | 'UNKNOWN'
  readonly words: string
  /** One for all groups on a device; null: no firewall, the list itself. */
  readonly firewall: string | null
  /** When it was seen last; null: it is as it is now. */
  readonly at: string | null
}

/** What every push waits for. */
export interface PushState {
  readonly pushPaused: boolean
}

/**
 * Whether a group has what stood on the list at a revision. A mapping keeps the last revision that it was seen in sync
 * with, so a later change under way takes nothing from it.
 */
export function mappingStanding(mapping: Mapping, entry: string, revision: string, push: PushState): Standing {
  const { id, groupName, device } = mapping
  return { key: id, who: `${device.name}: ${groupName}`, firewall: device.id, at: null, ...stateOf(mapping, entry, revision, push) }
}

type State = Pick<Standing, 'state' | 'words'>

function stateOf(mapping: Mapping, entry: string, revision: string, push: PushState): State {
  const { state, stateReason, syncedRevision } = mapping
  const isReached = syncedRevision !== null && BigInt(syncedRevision) >= BigInt(revision)
  const because = (words: string) => (stateReason ? `${words}: ${stateReason}` : words)
  if (state === 'FAILED') return { state: 'FAILED', words: because('failed') }
  if (state === 'DRIFTED') return { state: 'FAILED', words: because('changed on the device') }
  if (state === 'IN_SYNC' && isReached) return inSync(entry, stateReason)
  if (isReached && (state === 'AWAITING_COMMIT' || stateReason === null))
    return { state: 'HAS', words: 'has it; a later change is on its way' }
  if (state === 'AWAITING_COMMIT') return { state: 'WAITS', words: because('awaits a commit') }
  return { state: 'WAITS', words: because(waitText(mapping, push)) }
}

/** The reason of a mapping in sync names entries that the device cannot hold, the first few of them. */
function inSync(entry: string, reason: string | null): State {
  if (reason === null) return { state: 'HAS', words: 'has it' }
  if (reason.includes(`: ${entry} (`) || reason.includes(`, ${entry} (`)) return { state: 'FAILED', words: `left out: ${reason}` }
  if (/ and \d+ more\b|…/.test(reason)) return { state: 'UNKNOWN', words: `in sync, but ${reason}` }
  return { state: 'HAS', words: 'has it' }
}

function waitText({ device }: Mapping, { pushPaused }: PushState): string {
  if (pushPaused) return 'waits: all pushes are paused'
  if (device.paused) return 'waits: pushes to it are paused'
  if (device.schedule === 'MANUAL') return 'waits until somebody pushes'
  return device.schedule === 'ON_CHANGE' ? 'pending' : 'waits for its schedule'
}

/** Since which version in force the published list has the entry without a break; 'UNKNOWN': longer ago than the versions tell. */
export function heldSince(entry: string, versions: readonly Version[]): number | null | 'UNKNOWN' {
  // Each tells its difference to the one that was in force before it; those that never were do not count.
  const inForce = versions.filter(({ inForceAt }) => inForceAt !== null).toSorted((a, b) => b.number - a.number)
  for (const { number, added, removed, addedEntries, removedEntries } of inForce) {
    if (addedEntries.includes(entry)) return number
    if (removedEntries.includes(entry)) return null
    if (added > addedEntries.length || removed > removedEntries.length) return 'UNKNOWN'
  }
  // Number 1 is the first of all: what it did not add nobody had.
  return inForce.at(-1)?.number === 1 || inForce.length === 0 ? null : 'UNKNOWN'
}

/** @param versions null: being asked for */
export function publishedStandings(publishing: Publishing, entry: string, versions: readonly Version[] | null): readonly Standing[] {
  const { inForce, held, fetches } = publishing
  const of = (state: Standing['state'], words: string): Standing => ({
    key: 'published',
    who: 'Published',
    state,
    words,
    firewall: null,
    at: null,
  })
  if (versions === null) return [of('WAITS', 'looking at its versions')]
  const since = heldSince(entry, versions)
  if (since === null) {
    return [
      held?.addedEntries.includes(entry)
        ? of('WAITS', `version ${held.number} waits for approval`)
        : of('WAITS', 'the next version is being made'),
    ]
  }
  const number = inForce?.number ?? 0
  if (since === 'UNKNOWN') return [of('UNKNOWN', `version ${number} is in force; whether it has it cannot be told here`)]
  const good = fetches.filter(({ status }) => status < 400).toSorted((a, b) => Date.parse(b.fetchedAt) - Date.parse(a.fetchedAt))
  return [
    of(
      'HAS',
      `${since < number ? `since version ${since}, now ${number}` : `version ${number} has it`}${good.length === 0 ? '; nobody has fetched it yet' : ''}`,
    ),
    ...good.map(({ credential, address, version, fetchedAt }): Standing => ({
      key: `fetch ${credential?.id ?? ''} ${address}`,
      firewall: `fetch ${credential?.id ?? ''} ${address}`,
      who: credential ? `${credential.name} (${address})` : address,
      state: version >= since ? 'HAS' : 'WAITS',
      words: version >= since ? `fetched version ${version}` : `has version ${version}, an older one`,
      at: fetchedAt,
    })),
  ]
}

/** 2 of 3 have it: a firewall has it when all of its groups have all of the entries. */
export function countStandings(byEntry: readonly (readonly Standing[])[]): { readonly have: number; readonly all: number } {
  const has = new Map<string, boolean>()
  for (const { firewall, state } of byEntry.flat()) {
    if (firewall !== null) has.set(firewall, (has.get(firewall) ?? true) && state === 'HAS')
  }
  return { have: [...has.values()].filter(Boolean).length, all: has.size }
}
