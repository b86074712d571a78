import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import type { LinkKey, Severity } from '@sallyport/shared'
import { LogFormat, Severity as SeverityEnum, Side, UnreadableReason } from '@sallyport/shared'
import {
  isBlocked,
  readAddress,
  readDigest,
  readMac,
  timeOfAlert,
  type Reading,
  type ToldAlert,
  type UnderstoodAlert,
} from '../panos-log/index.js'
import { EVENT_MAX_BYTES, eventSchema, SEVERITY_WORDS, type JsonEvent, type Party } from './event-schema.js'

/** What an event says beyond what a line of a firewall says. */
export interface ToldEvent extends ToldAlert {
  readonly attacks: boolean
  readonly suffers: boolean
  readonly commandControl: boolean
  /** The key that this alert is linked by, before those of the source. */
  readonly linkKey: LinkKey | undefined
}

const NAME_MAX = 512
const INT64_MASK = 63

/** message_id is no key: no two alerts that belong together share one. */
const LINK_KEYS: Readonly<Record<NonNullable<JsonEvent['link_attribute']>, LinkKey | undefined>> = {
  target_ip_address: 'VICTIM_ADDRESS',
  target_hostname: 'VICTIM_HOSTNAME',
  target_machine_name: 'VICTIM_HOSTNAME',
  target_user: 'VICTIM_USER',
  target_mac_address: 'VICTIM_MAC_ADDRESS',
  attacker_ip_address: 'ATTACKER_ADDRESS',
  attacker_hostname: 'ATTACKER_HOSTNAME',
  attacker_machine_name: 'ATTACKER_HOSTNAME',
  attacker_user: 'ATTACKER_USER',
  attacker_mac_address: 'ATTACKER_MAC_ADDRESS',
  email_recipient: 'EMAIL_RECIPIENT',
  email_sender: 'EMAIL_SENDER',
  email_subject: 'EMAIL_SUBJECT',
  message_id: undefined,
  threat_filename: 'THREAT_FILE_NAME',
  threat_filehash: 'THREAT_FILE_HASH',
}

/** Reads one event as the intake let it in. Never throws, whatever the text. */
export function readEvent(text: string): Reading {
  if (text.length > EVENT_MAX_BYTES) return { kind: 'unreadable', reason: UnreadableReason.TOO_LONG }
  const json = parseJson(text)
  if (json === undefined) return { kind: 'unreadable', reason: UnreadableReason.MALFORMED_JSON }
  const parsed = eventSchema.safeParse(json)
  if (!parsed.success) return { kind: 'unreadable', reason: UnreadableReason.UNKNOWN_FORMAT }
  return { kind: 'alert', told: tellEvent(parsed.data, Object.keys(parsed.data).length) }
}

/** Adds what depends on its arrival: the attacker stands at the source, the target at the destination, whatever the subtype. */
export function understandEvent(told: ToldAlert, receivedAt: number): UnderstoodAlert {
  const { at, source } = timeOfAlert(told, 'UTC', receivedAt)
  const { attacks, suffers, commandControl, ...rest } = { ...NOT_TOLD, ...(told as Partial<ToldEvent> & ToldAlert) }
  return {
    ...rest,
    occurredAt: at,
    timeSource: source,
    blocked: isBlocked(told.action),
    attackerSide: attacks ? Side.SOURCE : undefined,
    victimSide: suffers ? Side.DESTINATION : undefined,
    commandControl,
  }
}

const NOT_TOLD = { attacks: false, suffers: false, commandControl: false, linkKey: undefined }

function parseJson(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : undefined
  } catch {
    return undefined
  }
}

function tellEvent(event: JsonEvent, fieldCount: number): ToldEvent {
  const { attacker, target, email, threat_info: threat } = event
  const cnc = cncOf(event)
  const file = fileOf(event)
  const srcIp = addressOf(attacker) ?? cnc.address
  const detector = detectorName(event)
  return {
    firewall: { serial: '', name: detector, panosVersion: undefined },
    format: LogFormat.JSON_EVENT,
    subtype: event.classification ?? 'unknown',
    severity: severityOf(event),
    threatId: undefined,
    threatName: short(threat?.name ?? event.summary, 1_024) ?? '',
    threatCategory: short(threat?.type),
    action: event.action === 'blocked' ? 'block' : event.action === 'allowed' ? 'allow' : 'alert',
    srcIp,
    dstIp: addressOf(target),
    srcPort: addressOf(attacker) === undefined && cnc.address !== undefined ? cnc.port : attacker?.port,
    dstPort: target?.port,
    srcUser: attacker?.user,
    dstUser: target?.user,
    srcHostname: hostOf(attacker),
    dstHostname: hostOf(target),
    srcMac: readMac(attacker?.mac_address ?? ''),
    dstMac: readMac(target?.mac_address ?? ''),
    ...NO_NETWORK,
    url: attacker?.url ?? threat?.url,
    domain: cnc.domain ?? (srcIp === undefined ? domainOf(attacker?.host_name) : undefined),
    ...file,
    verdict: undefined,
    reportId: undefined,
    mailSender: email?.sender,
    mailSubject: short(email?.subject),
    mailRecipient: email?.recipient?.[0] ?? email?.recipients?.[0],
    sessionId: undefined,
    sequence: event.event_id === undefined ? undefined : numberOf(`${detector}\n${event.event_id}`),
    repeatCount: 1,
    truncated: false,
    fieldCount,
    addressOrder: 'SESSION',
    zonedTime: threat?.occurred_at,
    localTime: undefined,
    attacks: srcIp !== undefined || isSomebody(attacker),
    suffers: isSomebody(target),
    commandControl: event.classification === 'command-and-control' || (addressOf(attacker) === undefined && cnc.address !== undefined),
    linkKey: event.link_attribute && LINK_KEYS[event.link_attribute],
  }
}

/** What only firewalls tell. */
const NO_NETWORK = {
  srcLocation: undefined,
  dstLocation: undefined,
  srcZone: undefined,
  dstZone: undefined,
  direction: undefined,
  app: undefined,
  rule: undefined,
  vsys: undefined,
  category: undefined,
} as const

const severityOf = ({ severity }: JsonEvent): Severity => (severity === undefined ? SeverityEnum.UNKNOWN : SEVERITY_WORDS[severity])

/** Without its name, by what the detector is reached by. */
function detectorName({ detector }: JsonEvent): string {
  return short(detector?.name ?? detector?.host_name ?? detector?.product ?? detector?.ip_address) ?? ''
}

/** Of all hosts the first that is an address, and the first that is a name. */
function cncOf({ cnc_hosts: many, cnc_host: one }: JsonEvent) {
  const hosts = (many ?? one ?? []).map(({ host, port }) => ({ host: host.replace(/^\[(.*)\]$/, '$1'), port }))
  const [address] = hosts.flatMap(({ host, port }) => {
    const text = readAddress(host)
    return text === undefined ? [] : [{ text, port }]
  })
  const domain = hosts.map(({ host }) => domainOf(host)).find(name => name !== undefined)
  return { address: address?.text, port: address?.port, domain }
}

function fileOf({ email, threat_info: threat }: JsonEvent) {
  const [attachment] = email?.attachments ?? []
  return {
    fileName: short(threat?.filename ?? attachment?.name),
    fileType: attachment?.content_type,
    fileDigest: readDigest(threat?.filehash ?? '') ?? readDigest(attachment?.sha256 ?? '') ?? readDigest(attachment?.md5 ?? ''),
  }
}

const isSomebody = (party: Party | undefined): boolean =>
  party !== undefined && [party.ip_address, party.user, party.host_name, party.machine_name, party.mac_address].some(Boolean)

const hostOf = (party: Party | undefined): string | undefined => party?.host_name ?? party?.machine_name

/** As lines of firewalls tell it: one address is one text, whatever the sender wrote. */
const addressOf = (party: Party | undefined): string | undefined => readAddress(party?.ip_address ?? '')

/** The host of a name or URL, unless it is an address or a name without a dot. */
function domainOf(name: string | undefined): string | undefined {
  if (name === undefined || name.length > 8_192) return undefined
  const host = (/^[a-z][a-z0-9+.-]*:\/\/([^/?#:]+)/i.exec(name)?.[1] ?? name).toLowerCase().replace(/\.$/, '')
  return isIP(host) === 0 && /^(?:[\w-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(host) && host.length <= 253 ? host : undefined
}

const short = (text: string | undefined, longest = NAME_MAX): string | undefined => text?.slice(0, longest)

/** A sender's id as a number of 63 bits: what duplicates are told by. */
function numberOf(id: string): string {
  const hash = createHash('sha256').update(id).digest().readBigUInt64BE()
  return String(BigInt.asUintN(INT64_MASK, hash))
}
