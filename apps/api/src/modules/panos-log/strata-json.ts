import { LogFormat } from '@sallyport/shared'
import { KeyedThreatLine, valuesByField, type KeyedFormat, type Pair } from './keyed-threat.js'

type NumberText = (key: string, value: unknown, context: { readonly source?: string }) => unknown
const parseJson = JSON.parse as (text: string, reviver: NumberText) => unknown

/** Numbers as they are written: sequence numbers and sessions have 64 bits. */
const keepNumbers: NumberText = (_key, value, context) => (typeof value === 'number' ? (context.source ?? String(value)) : value)

/**
 * Names and values of a JSON object, those of an inner `event` where a collector wrapped it; 'MALFORMED' if it is no JSON,
 * undefined if it is no log of Strata Logging Service.
 */
export function parseStrataJson(text: string): readonly Pair[] | 'MALFORMED' | undefined {
  try {
    const value = parseJson(text, keepNumbers)
    if (!isRecord(value)) return undefined
    const log = !('LogType' in value) && isRecord(value['event']) ? value['event'] : value
    return 'LogType' in log ? Object.entries(log).map(([key, content]) => ({ key, value: textOf(content) })) : undefined
  } catch {
    // Also what is nested too deep to be walked.
    return 'MALFORMED'
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** NUL is taken off: it trails in real lines, and no database column takes it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : JSON.stringify(value)
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

export const STRATA_JSON: KeyedFormat = {
  format: LogFormat.STRATA_JSON,
  names: {
    receive_time: ['TimeReceived'],
    serial: ['DeviceSN', 'LogSourceID'],
    type: ['LogType'],
    subtype: ['Subtype', 'SubType'],
    config_ver: ['ConfigVersion'],
    time_generated: ['TimeGenerated'],
    src: ['SourceAddress', 'SourceIP'],
    dst: ['DestinationAddress', 'DestinationIP'],
    natsrc: ['NATSource'],
    natdst: ['NATDestination'],
    rule: ['Rule'],
    srcuser: ['SourceUser'],
    dstuser: ['DestinationUser'],
    app: ['Application'],
    vsys: ['VirtualLocation'],
    from: ['FromZone'],
    to: ['ToZone'],
    inbound_if: ['InboundInterface'],
    outbound_if: ['OutboundInterface'],
    logset: ['LogSetting'],
    sessionid: ['SessionID'],
    repeatcnt: ['RepeatCount', 'CountOfRepeats'],
    sport: ['SourcePort'],
    dport: ['DestinationPort'],
    natsport: ['NATSourcePort'],
    natdport: ['NATDestinationPort'],
    proto: ['Protocol'],
    action: ['Action'],
    misc: ['URL', 'FileName'],
    threatid: ['ThreatID'],
    category: ['URLCategory'],
    severity: ['VendorSeverity', 'Severity'],
    direction: ['DirectionOfAttack'],
    seqno: ['SequenceNo'],
    srcloc: ['SourceLocation'],
    dstloc: ['DestinationLocation'],
    contenttype: ['ContentType'],
    pcap_id: ['PacketID'],
    filedigest: ['FileHash', 'FileSHA256'],
    cloud: ['ApplianceOrCloud'],
    url_idx: ['URLCounter'],
    user_agent: ['UserAgent'],
    filetype: ['FileType'],
    xff: ['X-Forwarded-For'],
    referer: ['Referer'],
    sender: ['SenderEmail'],
    subject: ['EmailSubject'],
    recipient: ['RecipientEmail'],
    reportid: ['ReportID'],
    vsys_name: ['VirtualSystemName'],
    device_name: ['DeviceName', 'LogSourceName'],
    http_method: ['HTTPMethod'],
    thr_category: ['ThreatCategory'],
    contentver: ['ContentVersion'],
    url_category_list: ['URLCategoryList'],
    rule_uuid: ['RuleUUID'],
    src_host: ['SourceDeviceHost'],
    src_mac: ['SourceDeviceMac'],
    dst_host: ['DestinationDeviceHost'],
    dst_mac: ['DestinationDeviceMac'],
    high_res_timestamp: ['TimeGeneratedHighResolution'],
  },
  times: ['TimeGeneratedHighResolution', 'TimeGenerated', 'TimeReceived'],
  verdict: 'Verdict',
}

export const strataJsonLine = (pairs: readonly Pair[], host: string, cut: boolean): KeyedThreatLine =>
  new KeyedThreatLine(STRATA_JSON, pairs, valuesByField(STRATA_JSON.names, pairs), host, { cut, utc: true })
