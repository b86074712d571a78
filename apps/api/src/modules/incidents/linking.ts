import { severityRank, type LinkKey, type Verdict } from '@sallyport/shared'
import type { UnderstoodAlert } from '../panos-log/index.js'

/** What two alerts share when they belong to one incident. */
export interface Link {
  readonly key: LinkKey
  /** In canonical spelling: users, hosts, MAC and mail addresses and hashes in lower case. */
  readonly value: string
}

/** The settings of a source that decide which alerts become incidents, and which of them belong together. */
export interface LinkingPolicy {
  readonly linkEvents: boolean
  readonly linkKeys: readonly LinkKey[]
  readonly linkWindowSeconds: number
  /** Rank of a severity, 0 … 5. */
  readonly incidentMinSeverity: number
  readonly incidentVerdicts: readonly Verdict[]
  readonly incidentBlocked: boolean
}

/** An incident that takes alerts now. */
export interface LinkingIncident {
  readonly id: bigint
  /** Epoch milliseconds of its last alert. */
  readonly lastAlertAt: number
  /** It takes all alerts of its key until the mute ends, however long ago the last one is. */
  readonly muted?: boolean
  /** The incident that was merged into it and passes this key on to it; absent: it holds the key itself. */
  readonly heldBy?: bigint
}

/** What a batch of alerts adds to an incident. Times are epoch milliseconds. */
export interface Tally {
  severity: number
  firstAlertAt: number
  lastAlertAt: number
  alerts: number
  /** Alerts with their repeat counts. */
  events: number
  blocked: number
  allowed: number
  /** Highest of those that were let through; 0: there are none. */
  allowedSeverity: number
}

export interface OpenedIncident {
  readonly link: Link | undefined
  /** Whether it takes further alerts: the last one of its link that this batch opens. */
  linking: boolean
  title: string
  readonly tally: Tally
}

export interface LinkPlan {
  /** One entry per alert, in order. */
  readonly alerts: readonly PlannedAlert[]
  readonly opened: readonly OpenedIncident[]
  /** Incidents that exist, by id, with what they gain. */
  readonly joined: ReadonlyMap<bigint, Tally>
  /** Incidents that hold a key whose window has passed: they take no further alerts. */
  readonly retired: readonly bigint[]
}

export interface PlannedAlert {
  readonly link: Link | undefined
  /** An incident that exists, one that this plan opens, or none. */
  readonly incident: bigint | OpenedIncident | undefined
}

// An index entry of PostgreSQL must stay below a third of a page.
const LINK_VALUE_MAX_LENGTH = 512
export const TITLE_MAX_LENGTH = 300

export const linkId = (link: Link): string => `${link.key} ${link.value}`

/** An alert may say itself what it is to be linked by (events of the JSON source do). */
type LinkableAlert = UnderstoodAlert & { readonly linkKey?: LinkKey | undefined }

/** The first of the keys that the alert has a value for; its own comes before those of the source. */
export function linkOf(alert: LinkableAlert, keys: readonly LinkKey[]): Link | undefined {
  for (const key of alert.linkKey ? [alert.linkKey, ...keys] : keys) {
    const value = valueOf(alert, key)?.trim().slice(0, LINK_VALUE_MAX_LENGTH)
    if (value) return { key, value }
  }
  return undefined
}

function valueOf(alert: UnderstoodAlert, key: LinkKey): string | undefined {
  switch (key) {
    case 'VICTIM_USER':
      return lower(ofSide(alert.victimSide, alert.srcUser, alert.dstUser))
    case 'VICTIM_ADDRESS':
      return ofSide(alert.victimSide, alert.srcIp, alert.dstIp)
    case 'VICTIM_HOSTNAME':
      return lower(ofSide(alert.victimSide, alert.srcHostname, alert.dstHostname))
    case 'VICTIM_MAC_ADDRESS':
      return lower(ofSide(alert.victimSide, alert.srcMac, alert.dstMac))
    case 'ATTACKER_USER':
      return lower(ofSide(alert.attackerSide, alert.srcUser, alert.dstUser))
    case 'ATTACKER_ADDRESS':
      return ofSide(alert.attackerSide, alert.srcIp, alert.dstIp)
    case 'ATTACKER_HOSTNAME':
      return lower(ofSide(alert.attackerSide, alert.srcHostname, alert.dstHostname))
    case 'ATTACKER_MAC_ADDRESS':
      return lower(ofSide(alert.attackerSide, alert.srcMac, alert.dstMac))
    case 'EMAIL_RECIPIENT':
      return lower(alert.mailRecipient)
    case 'EMAIL_SENDER':
      return lower(alert.mailSender)
    case 'EMAIL_SUBJECT':
      return alert.mailSubject
    case 'THREAT_FILE_NAME':
      return alert.fileName
    case 'THREAT_FILE_HASH':
      return lower(alert.fileDigest)
    default:
      return key satisfies never
  }
}

const lower = (text: string | undefined): string | undefined => text?.toLowerCase()

const ofSide = (side: UnderstoodAlert['victimSide'], source: string | undefined, destination: string | undefined): string | undefined =>
  side === 'SOURCE' ? source : side === 'DESTINATION' ? destination : undefined

/**
 * Whether an alert is reason enough for an incident of its own. The verdict decides for WildFire lines (their
 * severity only repeats it), the severity for all others.
 */
export function opensIncident(alert: UnderstoodAlert, policy: LinkingPolicy): boolean {
  if (alert.blocked && !policy.incidentBlocked) return false
  if (alert.verdict !== undefined) return policy.incidentVerdicts.includes(alert.verdict)
  return severityRank(alert.severity) >= policy.incidentMinSeverity
}

/**
 * Decides the incident of every alert of a batch, in order. An alert that is too slight to open an incident still
 * joins one that takes alerts with its key: the analyst wants to see what else happened to that victim.
 * `linking` holds the incidents that take alerts now, by linkId.
 */
export function planLinks(
  alerts: readonly UnderstoodAlert[],
  policy: LinkingPolicy,
  linking: ReadonlyMap<string, LinkingIncident>,
): LinkPlan {
  const opened: OpenedIncident[] = []
  const joined = new Map<bigint, Tally>()
  const retired: bigint[] = []
  const current = new Map<string, Taking>()
  for (const [key, { id, lastAlertAt, muted, heldBy }] of linking)
    current.set(key, { incident: id, holder: heldBy ?? id, lastAlertAt, muted })

  const planned = alerts.map((alert): PlannedAlert => {
    const link = policy.linkEvents ? linkOf(alert, policy.linkKeys) : undefined
    const taking = link && current.get(linkId(link))
    if (taking && (taking.muted || alert.occurredAt - taking.lastAlertAt <= policy.linkWindowSeconds * 1000)) {
      taking.lastAlertAt = Math.max(taking.lastAlertAt, alert.occurredAt)
      join(taking.incident, alert, joined)
      return { link, incident: taking.incident }
    }
    if (!opensIncident(alert, policy)) return { link, incident: undefined }
    if (taking) retire(taking.holder, retired)
    const incident: OpenedIncident = { link, linking: link !== undefined, title: titleOf(alert), tally: tallyOf(alert) }
    opened.push(incident)
    if (link) current.set(linkId(link), { incident, holder: incident, lastAlertAt: alert.occurredAt })
    return { link, incident }
  })
  return { alerts: planned, opened, joined, retired }
}

/** What takes the alerts of a link at this point of the batch, and what holds its key. */
interface Taking {
  readonly incident: bigint | OpenedIncident
  readonly holder: bigint | OpenedIncident
  lastAlertAt: number
  readonly muted?: boolean | undefined
}

function join(incident: bigint | OpenedIncident, alert: UnderstoodAlert, joined: Map<bigint, Tally>): void {
  if (typeof incident === 'bigint') {
    const tally = joined.get(incident)
    if (tally) add(tally, alert)
    else joined.set(incident, tallyOf(alert))
    return
  }
  if (severityRank(alert.severity) > incident.tally.severity) incident.title = titleOf(alert)
  add(incident.tally, alert)
}

function retire(incident: bigint | OpenedIncident, retired: bigint[]): void {
  if (typeof incident === 'bigint') retired.push(incident)
  else incident.linking = false
}

function tallyOf(alert: UnderstoodAlert): Tally {
  return {
    severity: severityRank(alert.severity),
    firstAlertAt: alert.occurredAt,
    lastAlertAt: alert.occurredAt,
    alerts: 1,
    events: alert.repeatCount,
    blocked: alert.blocked ? 1 : 0,
    allowed: alert.blocked ? 0 : 1,
    allowedSeverity: alert.blocked ? 0 : severityRank(alert.severity),
  }
}

function add(tally: Tally, alert: UnderstoodAlert): void {
  tally.severity = Math.max(tally.severity, severityRank(alert.severity))
  tally.firstAlertAt = Math.min(tally.firstAlertAt, alert.occurredAt)
  tally.lastAlertAt = Math.max(tally.lastAlertAt, alert.occurredAt)
  tally.alerts += 1
  tally.events += alert.repeatCount
  if (alert.blocked) tally.blocked += 1
  else {
    tally.allowed += 1
    tally.allowedSeverity = Math.max(tally.allowedSeverity, severityRank(alert.severity))
  }
}

/** URL lines name no threat: what they are about stands for it. */
const titleOf = (alert: UnderstoodAlert): string =>
  (alert.threatName || [alert.subtype, alert.url ?? alert.domain ?? alert.fileName ?? alert.category].join(' ').trim()).slice(
    0,
    TITLE_MAX_LENGTH,
  )

/** How the history of an incident tells what links its alerts: `Linked by victim user corp\ann`. */
export const linkSummary = (link: Link): string => `Linked by ${link.key.toLowerCase().replaceAll('_', ' ')} ${link.value}`
