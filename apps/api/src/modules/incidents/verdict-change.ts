import { severityRank, type WildfireVerdict } from '@sallyport/shared'
import { planChange, type ChangePlan, type IncidentFacts } from './incident.js'

/** A bad verdict of the WildFire API. */
export interface VerdictChange {
  /** SHA-256 or MD5, lower case. */
  readonly hash: string
  /** What the API said before that; undefined: it has said nothing else yet. */
  readonly from: WildfireVerdict | undefined
  readonly to: WildfireVerdict
  /** Since when this is its verdict; the same each time that this change is told. */
  readonly at: Date
}

/** How an incident knows the file of a change. */
export interface FileOfIncident {
  /** What its alerts say of the file. */
  readonly verdicts: readonly string[]
  /** Arrival of the first of them. */
  readonly since: Date
  /** Who got the file although there is a firewall: users, mail recipients or addresses. */
  readonly receivers: readonly string[]
}

const LEAST_SEVERITY = severityRank('HIGH')
const BAD: readonly string[] = ['MALICIOUS', 'PHISHING', 'COMMAND_AND_CONTROL'] satisfies WildfireVerdict[]
const HARMLESS: readonly string[] = ['BENIGN', 'GRAYWARE'] satisfies WildfireVerdict[]
const RECEIVERS_SHOWN = 10

/**
 * What the incident believed of the file; undefined: the change is no news to it. Those that saw the file before the change
 * believed what the API said; later ones believe their own alerts.
 */
export function believed(
  { from, at }: Pick<VerdictChange, 'from' | 'at'>,
  { verdicts, since }: Pick<FileOfIncident, 'verdicts' | 'since'>,
): WildfireVerdict | undefined {
  const sawChange = since.getTime() < at.getTime()
  if (sawChange && from !== undefined && HARMLESS.includes(from)) return from
  if (verdicts.some(verdict => BAD.includes(verdict))) return undefined
  const told = HARMLESS.toReversed().find(verdict => verdicts.includes(verdict)) as WildfireVerdict | undefined
  return told ?? (sawChange ? from : undefined) ?? 'UNKNOWN'
}

/** Words of the history, which also tell whether this change is in it already. */
export const verdictSummary = ({ hash, to }: VerdictChange, from: WildfireVerdict): string =>
  `WildFire verdict of ${hash} changed from ${from} to ${to}`

/**
 * Raises the severity to HIGH at least, and brings a closed or ignored incident back to those who work on it. Its version
 * rises: whoever is about to close it must see the news first.
 */
export function planVerdictChange(
  incident: IncidentFacts,
  change: VerdictChange & { readonly from: WildfireVerdict; readonly receivers: readonly string[] },
  now: Date,
): ChangePlan & { kind: 'changed' } {
  const severity = Math.max(incident.severity, LEAST_SEVERITY)
  const reopening = planChange(incident, { action: 'REOPEN', comment: '' }, now)
  const told = {
    kind: 'VERDICT_CHANGED',
    assigneeId: null,
    summary: verdictSummary(change, change.from),
    detail: receiversText(change.receivers),
  } as const
  return reopening.kind === 'changed'
    ? { kind: 'changed', update: { ...reopening.update, severity }, activity: { ...reopening.activity, ...told } }
    : { kind: 'changed', update: { severity }, activity: { fromState: null, toState: null, ...told } }
}

function receiversText(receivers: readonly string[]): string | null {
  if (receivers.length === 0) return null
  const more = receivers.length - RECEIVERS_SHOWN
  return `Let through to ${receivers.slice(0, RECEIVERS_SHOWN).join(', ')}${more > 0 ? ' and others' : ''}`
}
