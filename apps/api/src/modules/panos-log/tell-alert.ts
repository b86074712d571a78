import { LogFormat, Verdict } from '@sallyport/shared'
import { FIELD } from './threat-fields.js'
import type { ThreatLine } from './threat-line.js'
import type { ToldAlert, ToldFirewall } from './told-alert.js'
import {
  readAddress,
  readApplicable,
  readDigest,
  readDirection,
  readMac,
  readMailHeader,
  readPanosVersion,
  readPort,
  readRepeatCount,
  readReportId,
  readSequence,
  readSession,
  readSeverity,
  readText,
  readThreat,
  readUrl,
  readUser,
  readVerdict,
} from './values.js'

// Looked up once: this is read for every line.
const { serial, subtype, config_ver, src, dst, rule, srcuser, dstuser, app, vsys, from, to, sessionid, repeatcnt, sport, dport, action } =
  FIELD
const { misc, threatid, category, severity, direction, seqno, srcloc, dstloc, filedigest, filetype, sender, subject, recipient } = FIELD
const { reportid, device_name, file_url, thr_category, src_host, src_mac, dst_host, dst_mac } = FIELD

const FIELD_COUNT_MAX = 32_767

/** Reads a THREAT line's fields by their meaning. */
export function tellAlert(line: ThreatLine): ToldAlert {
  const lineSubtype = (readText(line.field(subtype)) ?? 'unknown').toLowerCase()
  const wildfire = lineSubtype === 'wildfire'
  const threat = readThreat(line.field(threatid))
  const threatCategory = readApplicable(line.field(thr_category))
  const lineApp = readText(line.field(app))
  const dstPort = readPort(line.field(dport))
  const dns = isDnsSignature({ subtype: lineSubtype, app: lineApp, dstPort, threatCategory })
  const about = readMisc(lineSubtype, dns, line.field(misc), threat.name)
  return {
    firewall: tellFirewall(line),
    format: line.format,
    subtype: lineSubtype,
    severity: readSeverity(line.field(severity)),
    threatId: threat.id,
    threatName: threat.name,
    threatCategory,
    action: readText(line.field(action))?.toLowerCase() ?? '',
    srcIp: readAddress(line.field(src)),
    dstIp: readAddress(line.field(dst)),
    srcPort: readPort(line.field(sport)),
    dstPort,
    srcUser: readUser(line.field(srcuser)),
    dstUser: readUser(line.field(dstuser)),
    srcLocation: readText(line.field(srcloc)),
    dstLocation: readText(line.field(dstloc)),
    srcZone: readText(line.field(from)),
    dstZone: readText(line.field(to)),
    srcHostname: readText(line.field(src_host)),
    dstHostname: readText(line.field(dst_host)),
    srcMac: readMac(line.field(src_mac)),
    dstMac: readMac(line.field(dst_mac)),
    direction: readDirection(line.field(direction)),
    app: lineApp,
    rule: readText(line.field(rule)),
    vsys: readText(line.field(vsys)),
    category: wildfire ? undefined : readText(line.field(category)),
    url: readUrl(line.field(file_url)) ?? about.url,
    domain: about.domain,
    fileName: about.fileName,
    fileType: readText(line.field(filetype)),
    fileDigest: readDigest(line.field(filedigest)),
    // Strata CSV drops the category of WildFire lines: nothing is known then, least of all that it is benign.
    verdict: wildfire ? (line.format === LogFormat.STRATA_CSV ? Verdict.UNKNOWN : readVerdict(line.field(category))) : undefined,
    reportId: readReportId(line.field(reportid)),
    mailSender: readMailHeader(line.field(sender)),
    mailSubject: readMailHeader(line.field(subject)),
    mailRecipient: readMailHeader(line.field(recipient)),
    sessionId: readSession(line.field(sessionid)),
    sequence: readSequence(line.field(seqno)),
    repeatCount: readRepeatCount(line.field(repeatcnt)),
    truncated: line.truncated,
    fieldCount: Math.min(line.fieldCount, FIELD_COUNT_MAX),
    addressOrder: line.addressOrder,
    zonedTime: line.zonedTime,
    localTime: line.localTime,
  }
}

/** A serial number of `unknown` or `no-serial` is none: many firewalls would share it. */
export const readSerial = (value: string): string => {
  const text = readText(value) ?? ''
  return text === 'unknown' || text === 'no-serial' ? '' : text
}

/** The firewall that a line speaks of; the device's own name first: the header of a relayed line names Panorama. */
export function tellFirewall(line: ThreatLine): ToldFirewall {
  return {
    serial: readSerial(line.field(serial)),
    name: readText(line.field(device_name)) ?? line.headerHost(),
    panosVersion: readPanosVersion(line.field(config_ver)),
  }
}

/** Whether a spyware line is of a DNS lookup: DNS signatures have no subtype of their own. */
export const isDnsSignature = (alert: Pick<ToldAlert, 'subtype' | 'app' | 'dstPort' | 'threatCategory'>): boolean =>
  alert.subtype === 'spyware' && (alert.app === 'dns' || alert.dstPort === 53 || alert.threatCategory?.startsWith('dns') === true)

interface Misc {
  readonly url?: string | undefined
  readonly domain?: string | undefined
  readonly fileName?: string | undefined
}

const NOTHING: Misc = {}
const FLOODS: ReadonlySet<string> = new Set(['flood', 'scan', 'packet'])

/** What the misc field (URL/Filename) is depends on the subtype: a URL, a file, a file's URL, the domain that was asked for. */
function readMisc(lineSubtype: string, dns: boolean, value: string, threatName: string): Misc {
  if (FLOODS.has(lineSubtype)) return NOTHING
  if (dns) return { domain: readDomain(value) ?? domainInName(threatName) }
  const text = readUrl(value)
  if (text === undefined) return NOTHING
  if (lineSubtype === 'url') return { url: text }
  return isUrl(text) ? { url: text, fileName: fileOfUrl(text) } : { fileName: readText(text) }
}

/** host/path or scheme://…, but not `C:\dir\file`, `/etc/passwd` or `a/b.txt`, whose first part is no host. */
const isUrl = (text: string): boolean =>
  /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:\*\.)?[\w-]+(?:\.[\w-]+)+(?::\d+)?\/|\[[0-9a-f:.]+\](?::\d+)?\/)/i.test(text.slice(0, 300))

function fileOfUrl(url: string): string | undefined {
  const path = url.replace(/[?#].*$/s, '')
  return readText(path.slice(path.lastIndexOf('/') + 1))
}

const DOMAIN = /^(?:[\w-]{1,63}\.)+[\w-]{2,63}\.?$/
const readDomain = (value: string): string | undefined => {
  const text = value.trim().toLowerCase()
  return text.length <= 254 && DOMAIN.test(text) ? text.replace(/\.$/, '') : undefined
}

/** Older releases name the domain in the threat only: `Suspicious DNS Query (generic:example.com)`, `Phishing:example.com`. */
const domainInName = (name: string): string | undefined =>
  readDomain(/(?:^|\()[A-Za-z][\w -]{0,30}:([^\s()]{3,254})\)?$/.exec(name)?.[1] ?? '')
