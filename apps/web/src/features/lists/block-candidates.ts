import type { ListKind } from '@sallyport/shared'
import type { BlockAlert_QueryQuery, BlockIncident_QueryQuery } from '../../gql/graphql'

/** A value that can be put on a list, with what speaks for it. */
export interface BlockCandidate {
  readonly kind: ListKind
  readonly value: string
  readonly note: string
}

export const candidateKey = ({ kind, value }: Pick<BlockCandidate, 'kind' | 'value'>): string => `${kind} ${value}`

type Incident = NonNullable<BlockIncident_QueryQuery['incident']>
type Alert = NonNullable<BlockAlert_QueryQuery['alert']>

const ROLE_NOTES: Readonly<Record<Incident['hosts'][number]['role'], string>> = {
  ATTACKER: 'attacker',
  COMMAND_AND_CONTROL: 'command and control',
  TARGET: 'target',
}

/** Attackers before targets: what is blocked first stands first. */
export function candidatesOfIncident({ hosts, urls, domains, files, users }: Incident): readonly BlockCandidate[] {
  const roles = ['COMMAND_AND_CONTROL', 'ATTACKER', 'TARGET'] as const
  return distinct([
    ...roles.flatMap(role =>
      hosts.filter(host => host.role === role).map(({ address }) => candidate('ADDRESS', address, ROLE_NOTES[role])),
    ),
    ...urls.map(({ value }) => candidate('URL', value)),
    ...domains.map(({ value }) => candidate('DOMAIN', value)),
    ...files.map(({ digest, name }) => candidate('FILE_HASH', digest, name ?? '')),
    ...users.map(({ value }) => candidate('USER', value)),
  ])
}

export function candidatesOfAlert(alert: Alert): readonly BlockCandidate[] {
  const { source, destination, attackerSide, victimSide } = alert
  const note = (side: 'SOURCE' | 'DESTINATION') =>
    attackerSide === side ? 'attacker' : victimSide === side ? 'victim' : side.toLowerCase()
  const ends = [candidate('ADDRESS', source.address, note('SOURCE')), candidate('ADDRESS', destination.address, note('DESTINATION'))]
  return distinct([
    ...(attackerSide === 'DESTINATION' ? ends.toReversed() : ends),
    candidate('URL', alert.url),
    candidate('DOMAIN', alert.domain),
    candidate('FILE_HASH', alert.fileDigest, alert.fileName ?? ''),
    candidate('USER', source.user, note('SOURCE')),
    candidate('USER', destination.user, note('DESTINATION')),
  ])
}

const candidate = (kind: ListKind, value: string | null, note = '') => ({ kind, value: value ?? '', note })

/** The first of each value; without those that there are not. */
function distinct(candidates: readonly BlockCandidate[]): readonly BlockCandidate[] {
  const byKey = new Map<string, BlockCandidate>()
  for (const each of candidates) if (each.value !== '' && !byKey.has(candidateKey(each))) byKey.set(candidateKey(each), each)
  return [...byKey.values()]
}
