import {
  ACTIVE_INCIDENT_STATES,
  IncidentState,
  QUERY_FIELDS,
  QUERY_FLAGS,
  SEVERITIES,
  type QueryField,
  type QueryFieldInfo,
  type QueryFlag,
  type Severity,
} from '@sallyport/shared'
import { canonicalNetwork } from '../../graphql/scalars.js'

/** A value as it was typed, without its quotes. */
export interface TypedValue {
  readonly text: string
  /** In quotes a word has no other meaning than itself. */
  readonly quoted: boolean
}

export type Comparison = '=' | '>' | '>=' | '<' | '<='

/** What a value asks. Times are open at the end: `from` is within, `to` is not. */
export type QueryValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'states'; readonly states: readonly IncidentState[] }
  | { readonly kind: 'severity'; readonly comparison: Comparison; readonly severity: Severity }
  | { readonly kind: 'network'; readonly network: string }
  | { readonly kind: 'number'; readonly comparison: Comparison; readonly number: number }
  | { readonly kind: 'time'; readonly from: Date | undefined; readonly to: Date | undefined }
  /** Younger or older than so long. */
  | { readonly kind: 'age'; readonly older: boolean; readonly ms: number }
  | { readonly kind: 'flag'; readonly flag: QueryFlag }
  | { readonly kind: 'text'; readonly text: string }

export type ReadValue = { readonly ok: true; readonly value: QueryValue } | { readonly ok: false; readonly message: string }

/** What a value of a field asks. Pure; times are read as UTC where they tell no zone. */
export function readQueryValue(field: QueryField, typed: TypedValue): ReadValue {
  const { type, none, example }: QueryFieldInfo = QUERY_FIELDS[field]
  const text = typed.text.trim()
  const value =
    none && !typed.quoted && text.toLowerCase() === 'none' ? ({ kind: 'none' } as const) : text === '' ? undefined : READERS[type](text)
  if (value) return { ok: true, value }
  const known = KNOWN[type]
  return { ok: false, message: `${field}: cannot read “${cut(text)}”. ${known ? `Known: ${known}` : `Example: ${example}`}` }
}

const STATES = Object.values(IncidentState)
const FLAGS = Object.keys(QUERY_FLAGS) as QueryFlag[]
const KNOWN: Partial<Record<QueryFieldInfo['type'], string>> = {
  state: [...STATES.map(state => state.toLowerCase()), 'active'].join(', '),
  severity: `${SEVERITIES.toReversed()
    .map(severity => severity.toLowerCase())
    .join(', ')}, also with >=, >, <=, <`,
  flag: FLAGS.join(', '),
}

const READERS: Readonly<Record<QueryFieldInfo['type'], (text: string) => QueryValue | undefined>> = {
  text: text => ({ kind: 'text', text }),
  state: text => {
    if (text.toLowerCase() === 'active') return { kind: 'states', states: ACTIVE_INCIDENT_STATES }
    const state = STATES.find(one => one === text.toUpperCase())
    return state && { kind: 'states', states: [state] }
  },
  severity: text => {
    const { comparison, rest } = compared(text)
    const severity = SEVERITIES.find(one => one === rest.toUpperCase())
    return severity && { kind: 'severity', comparison, severity }
  },
  network: text => {
    const network = canonicalNetwork(text)
    return network === undefined ? undefined : { kind: 'network', network }
  },
  number: text => {
    const { comparison, rest } = compared(text)
    return /^\d{1,9}$/.test(rest) ? { kind: 'number', comparison, number: Number(rest) } : undefined
  },
  flag: text => {
    const flag = FLAGS.find(one => one === text.toLowerCase())
    return flag && { kind: 'flag', flag }
  },
  time: text => timeOf(text),
}

function compared(text: string): { comparison: Comparison; rest: string } {
  const sign = /^(?:>=|<=|>|<|=)/.exec(text)?.[0] ?? ''
  return { comparison: sign === '' ? '=' : (sign as Comparison), rest: text.slice(sign.length).trim() }
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

function timeOf(text: string): QueryValue | undefined {
  const { comparison, rest } = compared(text)
  const [, amount, unit] = /^(\d{1,5})([mhdw])$/i.exec(rest) ?? []
  if (amount !== undefined && unit !== undefined)
    return { kind: 'age', older: comparison.startsWith('>'), ms: Number(amount) * (UNIT_MS[unit.toLowerCase()] ?? 0) }
  const ends = rest.split('..')
  if (ends.length === 2) return comparison === '=' ? rangeOf(ends[0] ?? '', ends[1] ?? '') : undefined
  const moment = momentOf(rest)
  if (!moment || ends.length > 2) return undefined
  const { from, to } = moment
  switch (comparison) {
    case '=':
      return { kind: 'time', from, to }
    case '>':
      return { kind: 'time', from: to, to: undefined }
    case '>=':
      return { kind: 'time', from, to: undefined }
    case '<':
      return { kind: 'time', from: undefined, to: from }
    case '<=':
      return { kind: 'time', from: undefined, to }
    default:
      return comparison satisfies never
  }
}

/** Either end may be left out; a day at the end is within. */
function rangeOf(first: string, last: string): QueryValue | undefined {
  const from = first === '' ? undefined : momentOf(first)
  const to = last === '' ? undefined : momentOf(last)
  if ((first !== '' && !from) || (last !== '' && !to) || (!from && !to)) return undefined
  return { kind: 'time', from: from?.from, to: to?.to }
}

const MOMENT = /^((?:19[7-9]|20\d|21\d)\d-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/i

/** A day, a minute or a second: from its beginning up to its end. */
function momentOf(text: string): { from: Date; to: Date } | undefined {
  const [, day, minute, second, zone] = MOMENT.exec(text) ?? []
  if (day === undefined || !isDay(day)) return undefined
  const start = Date.parse(`${day}T${minute ?? '00:00'}${second ?? ':00'}${(zone ?? 'Z').toUpperCase()}`)
  if (Number.isNaN(start)) return undefined
  const lengthMs = minute === undefined ? 86_400_000 : second === undefined ? 60_000 : 1_000
  return { from: new Date(start), to: new Date(start + lengthMs) }
}

/** Not the 30th of February, which Date takes for the 2nd of March. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
