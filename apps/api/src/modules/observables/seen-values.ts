import type { ObservableKind, Side } from '@sallyport/shared'
import type { AlertType, EndpointType } from '../alerts/index.js'

/** What a value is in an alert or incident. */
export const ObservableRole = {
  ATTACKER: 'ATTACKER',
  TARGET: 'TARGET',
  COMMAND_AND_CONTROL: 'COMMAND_AND_CONTROL',
  USER: 'USER',
  URL: 'URL',
  DOMAIN: 'DOMAIN',
  FILE: 'FILE',
  INDICATOR: 'INDICATOR',
  HOST: 'HOST',
  RESOLVER: 'RESOLVER',
  OTHER: 'OTHER',
} as const
export type ObservableRole = (typeof ObservableRole)[keyof typeof ObservableRole]

/** A value as alerts write it, or in canonical form. */
export interface SeenValue {
  readonly kind: ObservableKind
  readonly value: string
  readonly role: ObservableRole
  /** Alerts that name it in this role. */
  readonly alerts: bigint
}

/** The form in which a value is known; undefined: nothing can be known of it. */
export type Canonicalise = (kind: ObservableKind, value: string) => string | undefined

/** Told of one alert or incident. */
export const SEEN_MAX = 100
/** Of each role the most seen are told even where others are seen more. */
const PER_ROLE = 5
/** Places that are kept for what reports name. */
const INDICATORS_KEPT = 30

export type AlertValues = Pick<
  AlertType,
  'source' | 'destination' | 'attackerSide' | 'victimSide' | 'commandControl' | 'url' | 'domain' | 'fileDigest'
>

/** Who and what one alert names: addresses first, then people, hosts, and what was fetched. */
export function valuesOfAlert(alert: AlertValues): SeenValue[] {
  const { source, destination } = alert
  const one = (kind: ObservableKind, role: ObservableRole, value: string | null): SeenValue[] =>
    value === null || value === '' ? [] : [{ kind, role, value, alerts: 1n }]
  const address = (end: EndpointType, side: Side) => one('ADDRESS', roleOfEnd(alert, side), end.address)
  const [first, second] = alert.attackerSide === 'DESTINATION' ? (['DESTINATION', 'SOURCE'] as const) : (['SOURCE', 'DESTINATION'] as const)
  const ends = { SOURCE: source, DESTINATION: destination }
  return [
    ...address(ends[first], first),
    ...address(ends[second], second),
    ...one('USER', 'USER', source.user),
    ...one('USER', 'USER', destination.user),
    ...one('HOST', 'HOST', source.host),
    ...one('HOST', 'HOST', destination.host),
    ...one('DOMAIN', 'DOMAIN', alert.domain),
    ...one('URL', 'URL', alert.url),
    ...one('FILE_HASH', 'FILE', alert.fileDigest),
  ]
}

function roleOfEnd(alert: AlertValues, side: Side): ObservableRole {
  if (side === alert.attackerSide) return alert.commandControl ? 'COMMAND_AND_CONTROL' : 'ATTACKER'
  if (side === alert.victimSide) return 'TARGET'
  // Behind a DNS lookup stands a domain; the other end only answers it.
  return alert.domain === null ? 'OTHER' : 'RESOLVER'
}

const keyOf = ({ kind, value, role }: SeenValue): string => `${role} ${kind} ${value}`

/** In canonical form, those without one left out, the same value in the same role once with the alerts of all its spellings. */
export function canonicalValues(values: readonly SeenValue[], canonicalise: Canonicalise): SeenValue[] {
  const known = new Map<string, SeenValue>()
  for (const value of values) {
    const canonical = canonicalise(value.kind, value.value)
    if (canonical === undefined) continue
    const one = { ...value, value: canonical }
    const same = known.get(keyOf(one))
    known.set(keyOf(one), same ? { ...same, alerts: same.alerts + one.alerts } : one)
  }
  return [...known.values()]
}

/** A user at both ends of one alert is named by one alert. */
export const valuesOfOneAlert = (alert: AlertValues, canonicalise: Canonicalise): SeenValue[] =>
  canonicalValues(valuesOfAlert(alert), canonicalise).map(value => ({ ...value, alerts: 1n }))

/**
 * What is told of an incident: the most seen first, some of every role, what reports name last. At most SEEN_MAX. Values
 * are canonical; what alerts name already is no indicator.
 */
export function mostTelling(seen: readonly SeenValue[], indicators: readonly SeenValue[]): SeenValue[] {
  const named = new Set(seen.map(({ kind, value }) => `${kind} ${value}`))
  const fresh = indicators.filter(({ kind, value }) => !named.has(`${kind} ${value}`))
  const room = SEEN_MAX - Math.min(fresh.length, INDICATORS_KEPT)
  const ranks = new Map<ObservableRole, number>()
  const ranked = seen.toSorted(mostSeenFirst).map(value => {
    const rank = ranks.get(value.role) ?? 0
    ranks.set(value.role, rank + 1)
    return { value, first: rank < PER_ROLE }
  })
  const chosen = [...ranked.filter(({ first }) => first), ...ranked.filter(({ first }) => !first)]
    .slice(0, room)
    .map(({ value }) => value)
    .toSorted(mostSeenFirst)
  return [...chosen, ...fresh].slice(0, SEEN_MAX)
}

const mostSeenFirst = (left: SeenValue, right: SeenValue): number =>
  left.alerts === right.alerts ? compareText(keyOf(left), keyOf(right)) : left.alerts > right.alerts ? -1 : 1

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
