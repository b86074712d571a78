import type { ObservableKind } from '@sallyport/shared'
import type { ObservableRole } from '../../gql/graphql'
import { paths } from '../../config/paths'

export const KIND_NOUNS: Readonly<Record<ObservableKind, string>> = {
  ADDRESS: 'Address',
  DOMAIN: 'Domain',
  URL: 'URL',
  FILE_HASH: 'File',
  USER: 'User',
  HOST: 'Host',
}

/** What a value is in an alert. */
export const ROLE_WORDS: Readonly<Record<ObservableRole, string>> = {
  ATTACKER: 'Attacker',
  TARGET: 'Target',
  COMMAND_AND_CONTROL: 'Command and control',
  USER: 'User',
  URL: 'URL',
  DOMAIN: 'Domain',
  FILE: 'File',
  INDICATOR: 'Named by a report',
  HOST: 'Host',
  RESOLVER: 'Resolver',
  OTHER: 'Other end',
}

/** Who, where, how bad: the order in which an analyst asks. */
export const KIND_ORDER: readonly ObservableKind[] = ['USER', 'HOST', 'ADDRESS', 'FILE_HASH', 'DOMAIN', 'URL']

/** Filters of the Alerts page that find a value of the kind. */
const ALERT_PARAMS: Readonly<Record<ObservableKind, string>> = {
  ADDRESS: 'address',
  DOMAIN: 'url',
  URL: 'url',
  FILE_HASH: 'hash',
  USER: 'user',
  HOST: 'q',
}
/** Incidents are found by the values they are linked by. */
const OF_INCIDENTS: readonly ObservableKind[] = ['ADDRESS', 'USER', 'FILE_HASH']

export type ActivityDays = 7 | 30 | 90

/** The Alerts page, narrowed to a value. It knows no span of 90 days: all time has them. */
export function alertsWith(kind: ObservableKind, value: string, days: ActivityDays): string {
  const range = days === 90 ? 'all' : `${days}d`
  return `${paths.alerts}?${new URLSearchParams({ [ALERT_PARAMS[kind]]: value, range }).toString()}`
}

/** The Incidents page, narrowed to a value, whatever their state; null where it has no such filter. */
export function incidentsWith(kind: ObservableKind, value: string): string | null {
  if (!OF_INCIDENTS.includes(kind)) return null
  return `${paths.incidents}?${new URLSearchParams({ [ALERT_PARAMS[kind]]: value, state: 'all' }).toString()}`
}

/**
 * Kind and value that an address of the console names; null: none. Read from the address itself, since routers take a
 * `%2F` within a value for a slash.
 */
export function observableAt(pathname: string): { readonly kind: ObservableKind; readonly value: string } | null {
  const [, kindText, valueText] = /^\/observables\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  const kind = kindText?.toUpperCase().replaceAll('-', '_') ?? ''
  const value = decoded(valueText ?? '')
  return value !== null && value !== '' && Object.hasOwn(KIND_NOUNS, kind) ? { kind: kind as ObservableKind, value } : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** One text for a value of a kind: to look it up by. */
export const observableKey = ({ kind, value }: { readonly kind: ObservableKind; readonly value: string }): string => `${kind} ${value}`
