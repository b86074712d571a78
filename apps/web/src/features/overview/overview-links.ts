import type { Severity } from '@sallyport/shared'
import { paths } from '../../config/paths'

/*
 * The lists behind the numbers. Parameters are those of the filters of alerts and incidents, which features may not import
 * from each other: app/overview-links.test.ts reads these addresses with them.
 */

/** From a moment up to another, which is not within it. */
export interface Span {
  readonly from: string
  readonly to: string
}

const link = (path: string, params: Readonly<Record<string, string>>): string => `${path}?${new URLSearchParams(params).toString()}`

export interface AlertsBehind {
  readonly severity?: Severity
  readonly outcome?: 'allowed' | 'blocked'
}

export const alertsLink = ({ from, to }: Span, behind: AlertsBehind = {}): string =>
  link(paths.alerts, { range: `${from}..${to}`, ...behind })

/** Incidents made in the span, whatever became of them. The second at the end of a range is within it in the queue's language. */
export function incidentsLink({ from, to }: Span, severity?: Severity): string {
  const last = new Date(Math.max(Date.parse(from), Date.parse(to) - 1000)).toISOString()
  return link(paths.incidents, { state: 'all', q: `created:${from}..${last}`, ...(severity && { severity }) })
}

/** The queue shows what is open unless told otherwise. */
export const openLink = (severity: Severity): string => link(paths.incidents, { severity })

/** `search` as the API gave it. */
export const alertsSearchLink = (search: string): string => `${paths.alerts}?${search}`
export const incidentsSearchLink = (search: string): string => `${paths.incidents}?${search}`
