import { toGlobalId } from '../../graphql/global-id.js'
import type { OverviewRange } from './overview-range.js'

/*
 * Query strings of the Alerts and Incidents pages. Their parameters are those of features/alerts/alert-filters.ts and
 * features/incidents/incident-filters.ts, which a test of the pages holds against these.
 */

const search = (params: Readonly<Record<string, string>>): string => new URLSearchParams(params).toString()

/** The alerts of the range that are like this. */
const alertSearch = ({ from, to }: OverviewRange, params: Readonly<Record<string, string>>): string =>
  search({ range: `${from.toISOString()}..${to.toISOString()}`, ...params })

export type TopKind = 'attacker' | 'target' | 'user' | 'threat' | 'rule' | 'firewall'

export interface TopRow {
  /** Address, name, or key of a firewall. */
  readonly value: string
  /** What a person calls it, where that is not the value. */
  readonly name: string | null
  readonly count: number
}

export interface Top {
  readonly label: string
  readonly count: number
  readonly search: string
}

const PARAMS: Readonly<Record<Exclude<TopKind, 'firewall'>, string>> = {
  attacker: 'attacker',
  target: 'victim',
  user: 'user',
  threat: 'threat',
  rule: 'rule',
}

/** One of the most frequent, with the list of alerts behind it. */
export function topOf(kind: TopKind, { value, name, count }: TopRow, range: OverviewRange): Top {
  const params = kind === 'firewall' ? { firewall: toGlobalId('Firewall', value) } : { [PARAMS[kind]]: value }
  return { label: name !== null && name !== '' ? name : value, count, search: alertSearch(range, params) }
}

interface Age {
  readonly label: string
  /** Hours; null: no limit. */
  readonly fromHours: number | null
  readonly toHours: number | null
  /** In the language of the queue. */
  readonly query: string
}

/** The youngest first. Together they are all ages. */
export const AGES: readonly Age[] = [
  { label: '< 1 h', fromHours: null, toHours: 1, query: 'created:<1h' },
  { label: '1 – 24 h', fromHours: 1, toHours: 24, query: 'created:>1h created:<24h' },
  { label: '1 – 7 d', fromHours: 24, toHours: 168, query: 'created:>24h created:<7d' },
  { label: '7 – 30 d', fromHours: 168, toHours: 720, query: 'created:>7d created:<30d' },
  { label: '> 30 d', fromHours: 720, toHours: null, query: 'created:>30d' },
]

/** The queue shows what is open unless told otherwise. */
export const ageSearch = (age: Age): string => search({ q: age.query })
