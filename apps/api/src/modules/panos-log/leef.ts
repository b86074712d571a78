import { LogFormat } from '@sallyport/shared'
import { KeyedThreatLine, valuesByField, wholePairs, type KeyedFormat, type Pair } from './keyed-threat.js'
import { FIELD } from './threat-fields.js'

export interface LeefLog {
  readonly vendor: string
  readonly version: string
  /** Threat for threats, action or subtype for other logs. */
  readonly eventId: string
  readonly pairs: readonly Pair[]
}

/**
 * Reads `LEEF:1.0|vendor|product|version|event|key=value…`. The standard separates attributes by tabs, PAN-OS by '|';
 * LEEF 2.0 names its separator in a field of its own.
 */
export function parseLeef(text: string): LeefLog | undefined {
  const parts: string[] = []
  let from = 0
  const headerFields = text.startsWith('LEEF:2') || text.startsWith('LEEF: 2') ? 6 : 5
  while (parts.length < headerFields) {
    const bar = text.indexOf('|', from)
    if (bar === -1) return undefined
    parts.push(text.slice(from, bar).trim())
    from = bar + 1
  }
  const [, vendor = '', , version = '', eventId = '', separator = ''] = parts
  return { vendor, version, eventId, pairs: parseAttributes(text.slice(from), separatorOf(separator, text, from)) }
}

function separatorOf(named: string, text: string, from: number): string {
  const hex = /^(?:0?x)([0-9a-f]{2,4})$/i.exec(named)
  if (hex !== null) return String.fromCharCode(Number.parseInt(hex[1] ?? '9', 16))
  if (named.length === 1) return named
  return text.includes('\t', from) ? '\t' : '|'
}

/** A part without a key belongs to the value before it: URLs and file names may hold the separator. */
function parseAttributes(text: string, separator: string): Pair[] {
  const pairs: { key: string; value: string }[] = []
  for (const part of text.split(separator)) {
    const attribute = /^\s*([\w.-]{1,64}) ?=/.exec(part)
    const last = pairs.at(-1)
    if (attribute !== null) pairs.push({ key: attribute[1] ?? '', value: part.slice(attribute[0].length) })
    else if (last !== undefined) last.value += separator + part
  }
  return pairs.map(({ key, value }) => ({ key, value: unquote(value.trim()) }))
}

const unquote = (text: string): string =>
  text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text

export const PANOS_LEEF: KeyedFormat = {
  format: LogFormat.PANOS_LEEF,
  names: {
    receive_time: ['ReceiveTime'],
    serial: ['SerialNumber'],
    type: ['Type', 'cat'],
    subtype: ['Subtype'],
    src: ['src'],
    dst: ['dst'],
    natsrc: ['srcPostNAT'],
    natdst: ['dstPostNAT'],
    rule: ['RuleName'],
    srcuser: ['SourceUser', 'usrName'],
    dstuser: ['DestinationUser'],
    app: ['Application'],
    vsys: ['VirtualSystem'],
    from: ['SourceZone'],
    to: ['DestinationZone'],
    inbound_if: ['IngressInterface'],
    outbound_if: ['EgressInterface'],
    logset: ['LogForwardingProfile'],
    sessionid: ['SessionID'],
    repeatcnt: ['RepeatCount'],
    sport: ['srcPort'],
    dport: ['dstPort'],
    natsport: ['srcPostNATPort'],
    natdport: ['dstPostNATPort'],
    flags: ['Flags'],
    proto: ['proto'],
    action: ['action'],
    misc: ['Miscellaneous'],
    threatid: ['ThreatID'],
    category: ['URLCategory'],
    severity: ['Severity', 'sev'],
    direction: ['Direction'],
    seqno: ['sequence'],
    actionflags: ['ActionFlags'],
    srcloc: ['SourceLocation'],
    dstloc: ['DestinationLocation'],
    contenttype: ['ContentType'],
    pcap_id: ['PCAP_ID'],
    filedigest: ['FileDigest'],
    cloud: ['Cloud'],
    url_idx: ['URLIndex'],
    user_agent: ['RequestClientApplication', 'UserAgent'],
    filetype: ['FileType'],
    xff: ['identSrc'],
    referer: ['Referer'],
    sender: ['Sender'],
    subject: ['Subject'],
    recipient: ['Recipient'],
    reportid: ['ReportID'],
    vsys_name: ['vSrcName'],
    device_name: ['DeviceName'],
    http_method: ['requestMethod', 'HTTPMethod'],
    thr_category: ['ThreatCategory'],
    contentver: ['ContentVer'],
  },
  times: ['TimeGeneratedHighRes', 'devTime', 'ReceiveTime'],
}

/** Log type of a LEEF log of PAN-OS; '' if it is of another product. */
export const leefType = (log: LeefLog): string =>
  log.vendor === 'Palo Alto Networks' ? (valuesByField({ type: ['Type', 'cat'] }, log.pairs).get(FIELD.type) ?? '') : ''

export function leefThreatLine(log: LeefLog, host: string, cut: boolean): KeyedThreatLine {
  const pairs = wholePairs(log.pairs, cut)
  const values = valuesByField(PANOS_LEEF.names, pairs)
  values.set(FIELD.config_ver, log.version)
  if (!values.has(FIELD.threatid)) values.set(FIELD.threatid, log.eventId)
  return new KeyedThreatLine(PANOS_LEEF, pairs, values, host, { cut, utc: false })
}
