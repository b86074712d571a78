import { SEVERITIES, type Severity, Verdict } from '@sallyport/shared'
import type { AlertFilter } from '../../gql/graphql'
import { isNetwork } from '../../lib/network'
import { choiceParam, choicesParam, type ParamValues, textParam, wordsParam } from '../../lib/search-params'
import { timeRangeAt, timeRangeParam } from '../../lib/time-range'

export const SEVERITIES_HIGHEST_FIRST: readonly Severity[] = SEVERITIES.toReversed()
export const VERDICTS = Object.values(Verdict)

/** Values of the PAN-OS fields that the firewall's documentation lists. Others exist and may be typed. */
export const SUBTYPES = [
  'url',
  'virus',
  'ml-virus',
  'spyware',
  'vulnerability',
  'wildfire',
  'wildfire-virus',
  'file',
  'data',
  'dlp',
  'flood',
  'scan',
  'packet',
] as const
export const ACTIONS = [
  'alert',
  'allow',
  'deny',
  'drop',
  'drop-all-packets',
  'reset-client',
  'reset-server',
  'reset-both',
  'block-url',
  'block-continue',
  'block-override',
  'continue',
  'override',
  'override-lockout',
  'random-drop',
  'sinkhole',
  'syncookie-sent',
] as const

/** What the Alerts page is filtered by, as it stands in the address. */
export const ALERT_FILTERS = {
  q: textParam(),
  range: timeRangeParam({ kind: 'last', span: '24h' }),
  severity: choicesParam(SEVERITIES_HIGHEST_FIRST),
  subtype: wordsParam(),
  action: wordsParam(),
  outcome: choiceParam(['any', 'allowed', 'blocked'], 'any'),
  verdict: choicesParam(VERDICTS),
  incident: choiceParam(['any', 'in', 'out'], 'any'),
  address: textParam(text => text === '' || isNetwork(text)),
  attacker: textParam(text => text === '' || isNetwork(text)),
  victim: textParam(text => text === '' || isNetwork(text)),
  user: textParam(),
  threat: textParam(),
  threatId: textParam(text => /^\d{0,20}$/.test(text)),
  hash: textParam(text => /^[\da-f]{0,128}$/i.test(text)),
  url: textParam(),
  rule: textParam(),
  firewall: wordsParam(),
} as const

export type AlertFilters = ParamValues<typeof ALERT_FILTERS>
export type AlertFilterName = keyof AlertFilters

/** The filter as the API takes it. A span that ends now is fixed at `now`, so that pages and live events answer one question. */
export function toAlertFilter(filters: AlertFilters, now: number): AlertFilter {
  const list = (values: readonly string[]) => (values.length > 0 ? [...values] : null)
  const conditions = {
    ...timeRangeAt(filters.range, now),
    text: filters.q || null,
    severity: filters.severity.length > 0 ? [...filters.severity] : null,
    subtype: list(filters.subtype),
    action: list(filters.action),
    blocked: filters.outcome === 'any' ? null : filters.outcome === 'blocked',
    verdict: filters.verdict.length > 0 ? [...filters.verdict] : null,
    inIncident: filters.incident === 'any' ? null : filters.incident === 'in',
    address: filters.address || null,
    attacker: filters.attacker || null,
    victim: filters.victim || null,
    user: filters.user ? { contains: filters.user } : null,
    threat: filters.threat ? { contains: filters.threat } : null,
    threatId: filters.threatId || null,
    fileDigest: filters.hash || null,
    url: filters.url ? { contains: filters.url } : null,
    rule: filters.rule ? { contains: filters.rule } : null,
    firewallId: list(filters.firewall),
  }
  return Object.fromEntries(Object.entries(conditions).filter(([, condition]) => condition !== null))
}

/** What a filter is called in chips and forms. */
export const ALERT_FILTER_LABELS: Readonly<Record<AlertFilterName, string>> = {
  q: 'Text',
  range: 'Time',
  severity: 'Severity',
  subtype: 'Subtype',
  action: 'Action',
  outcome: 'Outcome',
  verdict: 'Verdict',
  incident: 'Incident',
  address: 'Address',
  attacker: 'Attacker',
  victim: 'Victim',
  user: 'User',
  threat: 'Threat',
  threatId: 'Threat id',
  hash: 'File hash',
  url: 'URL',
  rule: 'Rule',
  firewall: 'Firewall',
}
