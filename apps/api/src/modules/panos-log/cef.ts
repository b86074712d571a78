import { LogFormat } from '@sallyport/shared'
import { KeyedThreatLine, valuesByField, wholePairs, type KeyedFormat, type Pair } from './keyed-threat.js'
import { FIELD } from './threat-fields.js'

export interface CefLog {
  /** PAN-OS: 'PAN-OS'; Strata Logging Service: 'LF'. */
  readonly vendor: string
  readonly product: string
  readonly version: string
  /** Fields 5 to 7: which of the first two is the log type differs between templates. */
  readonly header: readonly [classId: string, name: string, severity: string]
  readonly pairs: readonly Pair[]
}

const KEY_MAX = 64
const BACKSLASH = 92

/** Reads `CEF:0|vendor|product|version|class|name|severity|extension`; undefined where the header is not whole. */
export function parseCef(text: string): CefLog | undefined {
  const header: string[] = []
  let from = text.indexOf('|') + 1
  if (from === 0) return undefined
  for (let bar = nextBar(text, from); header.length < 6; bar = nextBar(text, from)) {
    if (bar === -1) return undefined
    header.push(
      text
        .slice(from, bar)
        .replace(/\\([\\|])/g, '$1')
        .trim(),
    )
    from = bar + 1
  }
  const [vendor = '', product = '', version = '', classId = '', name = '', severity = ''] = header
  return { vendor, product, version, header: [classId, name, severity], pairs: parseExtension(text, from) }
}

function nextBar(text: string, from: number): number {
  let bar = text.indexOf('|', from)
  while (bar > 0 && text.charCodeAt(bar - 1) === BACKSLASH) bar = text.indexOf('|', bar + 1)
  return bar
}

/**
 * `key=value key=value`: a value ends before the next word that is followed by '='. PAN-OS writes request="…" with the
 * quotes of its CSV, so a quoted value ends at its quote, whatever keys it seems to hold.
 */
function parseExtension(text: string, from: number): Pair[] {
  const pairs: Pair[] = []
  let key = ''
  let valueStart = from
  let quotesEnd = true
  let equals = text.indexOf('=', from)
  while (equals !== -1) {
    const keyStart = keyStartBefore(text, equals, valueStart)
    if (keyStart !== -1) {
      if (key !== '') pairs.push({ key, value: plainValue(text.slice(valueStart, keyStart)) })
      key = text.slice(keyStart, equals)
      valueStart = equals + 1
      const quoted: number | undefined = quotesEnd ? quotedEnd(text, valueStart) : undefined
      // Where no quote ends here, none ends further on: looking once keeps the time linear.
      if (quoted === -1) quotesEnd = false
      equals = text.indexOf('=', Math.max(valueStart, quoted ?? -1))
    } else {
      equals = text.indexOf('=', equals + 1)
    }
  }
  if (key !== '') pairs.push({ key, value: plainValue(text.slice(valueStart)) })
  return pairs
}

/** Start of the key that ends at `equals`: letters, digits, '_', '-' and '.' behind a blank; -1 if the '=' is of a value. */
function keyStartBefore(text: string, equals: number, valueStart: number): number {
  let at = equals
  while (at > valueStart && equals - at <= KEY_MAX && /[\w.-]/.test(text.charAt(at - 1))) at -= 1
  const behindBlank = at === valueStart || text.charCodeAt(at - 1) === 32
  // At the start of a value there is a key only at the start of the extension.
  const first = at === valueStart && text.charAt(valueStart - 1) === '='
  return at < equals && behindBlank && !first ? at : -1
}

/** End of a value that stands in quotes, plain or escaped: the first quote that a blank follows, -1 if none; undefined if it has none. */
function quotedEnd(text: string, start: number): number | undefined {
  const quote = text.startsWith('\\"', start) ? '\\"' : text.startsWith('"', start) ? '"' : ''
  if (quote === '') return undefined
  const close = text.indexOf(`${quote} `, start + quote.length)
  return close === -1 ? -1 : close + quote.length
}

/** Escapes undone, quotes taken off. */
function plainValue(value: string): string {
  const text = value.trim().replace(/\\([\\=|"])/g, '$1')
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
}

/** The vendor's CEF templates; cs1 to cs5 are in this order in PAN-OS and Strata alike. */
const SHARED_NAMES = {
  serial: ['deviceExternalId'],
  src: ['src', 'c6a2'],
  dst: ['dst', 'c6a3'],
  natsrc: ['sourceTranslatedAddress'],
  natdst: ['destinationTranslatedAddress'],
  rule: ['cs1'],
  app: ['app'],
  vsys: ['cs3'],
  from: ['cs4'],
  to: ['cs5'],
  inbound_if: ['deviceInboundInterface'],
  outbound_if: ['deviceOutboundInterface'],
  logset: ['cs6'],
  sessionid: ['cn1'],
  repeatcnt: ['cnt'],
  sport: ['spt'],
  dport: ['dpt'],
  natsport: ['sourceTranslatedPort'],
  natdport: ['destinationTranslatedPort'],
  flags: ['flexString1'],
  proto: ['proto'],
  action: ['act'],
  misc: ['request'],
  category: ['cs2'],
  direction: ['flexString2'],
  seqno: ['externalId'],
  contenttype: ['requestContext'],
  pcap_id: ['fileId'],
  http_method: ['requestMethod'],
  user_agent: ['requestClientApplication'],
  device_name: ['dvchost'],
  thr_category: ['PanOSThreatCategory'],
  contentver: ['PanOSContentVer', 'PanOSContentVersion'],
  rule_uuid: ['PanOSRuleUUID'],
  srcloc: ['PanOSSourceLocation'],
  dstloc: ['PanOSDestinationLocation'],
  src_host: ['PanOSSourceDeviceHost', 'shost'],
  src_mac: ['PanOSSourceDeviceMac', 'smac'],
  dst_host: ['PanOSDestinationDeviceHost', 'dhost'],
  dst_mac: ['PanOSDestinationDeviceMac', 'dmac'],
} as const

export const PANOS_CEF: KeyedFormat = {
  format: LogFormat.PANOS_CEF,
  names: {
    ...SHARED_NAMES,
    srcuser: ['suser'],
    dstuser: ['duser'],
    severity: ['PanOSSeverity'],
    cloud: ['filePath'],
    filedigest: ['fileHash'],
    filetype: ['fileType'],
    sender: ['suid'],
    subject: ['msg'],
    recipient: ['duid'],
    reportid: ['oldFileId'],
  },
  times: ['PanOSTimeGeneratedHighResolution', 'start', 'rt'],
}

export const STRATA_CEF: KeyedFormat = {
  format: LogFormat.STRATA_CEF,
  names: {
    ...SHARED_NAMES,
    // suser and duser lack the domain there.
    srcuser: ['suser0', 'suser'],
    dstuser: ['duser0', 'duser'],
    config_ver: ['PanOSConfigVersion'],
    threatid: ['PanOSThreatID'],
    severity: ['PanOSSeverity'],
    cloud: ['PanOSApplianceOrCloud'],
    filedigest: ['PanOSFileHash'],
    filetype: ['PanOSFileType'],
    sender: ['PanOSSenderEmail'],
    subject: ['PanOSEmailSubject'],
    recipient: ['PanOSRecipientEmail'],
    reportid: ['PanOSReportID'],
    xff: ['PanOSX-Forwarded-For'],
    referer: ['PanOSReferer'],
  },
  times: ['PanOSTimeGeneratedHighResolution', 'start', 'rt'],
  verdict: 'PanOSVerdict',
}

/** The format of a CEF log, undefined if it is of another product. */
export function cefFormat(log: CefLog): KeyedFormat | undefined {
  if (log.vendor !== 'Palo Alto Networks') return undefined
  if (log.product === 'PAN-OS') return PANOS_CEF
  return log.product === 'LF' ? STRATA_CEF : undefined
}

/** Log type and the other header field: PAN-OS writes type second, some templates and Strata first. */
export function cefType(log: CefLog): { readonly type: string; readonly other: string } {
  const [classId, name] = log.header
  const typeFirst = log.product === 'LF' || (/^[A-Z]{3,}[A-Z-]*$/.test(classId) && !/^[A-Z]{3,}[A-Z-]*$/.test(name))
  return typeFirst ? { type: classId, other: name } : { type: name, other: classId }
}

/**
 * In PAN-OS templates the class is the threat and `cat` the subtype for threats, the other way round for URL and WildFire
 * lines. A threat ends in its id in parentheses, a subtype never does.
 */
export function cefThreatLine(log: CefLog, format: KeyedFormat, other: string, host: string, cut: boolean): KeyedThreatLine {
  const pairs = wholePairs(log.pairs, cut)
  const values = valuesByField(format.names, pairs)
  const cat = pairs.find(pair => pair.key === 'cat')?.value ?? ''
  const otherIsThreat = format === PANOS_CEF && (/\(\d+\)$/.test(other.slice(-24)) || (cat !== '' && !/\(\d+\)$/.test(cat.slice(-24))))
  values.set(FIELD.subtype, otherIsThreat ? cat : other)
  if (format === PANOS_CEF) {
    values.set(FIELD.threatid, otherIsThreat ? other : cat)
    values.set(FIELD.config_ver, log.version)
  }
  if (!values.has(FIELD.severity)) values.set(FIELD.severity, log.header[2])
  const utc = pairs.some(pair => pair.key === 'dtz' && pair.value === 'UTC')
  return new KeyedThreatLine(format, pairs, values, host, { cut, utc })
}
