import { SYSLOG_MESSAGE_MAX_BYTES, UnreadableReason } from '@sallyport/shared'
import { cefFormat, cefThreatLine, cefType, parseCef } from './cef.js'
import { CsvFields } from './csv-fields.js'
import { leefThreatLine, leefType, parseLeef } from './leef.js'
import { PanosCsvLine } from './panos-csv.js'
import { findPayload, hasNamedFields, headerHost, type Payload } from './payload.js'
import { StrataCsvLine } from './strata-csv.js'
import { parseStrataJson, strataJsonLine } from './strata-json.js'
import { readSerial, tellAlert, tellFirewall } from './tell-alert.js'
import { FIELD } from './threat-fields.js'
import type { ThreatLine } from './threat-line.js'
import type { Reading, ToldFirewall } from './told-alert.js'
import { isDigits, readPanosVersion, readText } from './values.js'

/** Log types of PAN-OS and Strata Logging Service that are counted and set aside, by the name they are counted under. */
const SET_ASIDE_TYPES: ReadonlyMap<string, string> = new Map([
  ...['TRAFFIC', 'SYSTEM', 'CONFIG', 'HIPMATCH', 'GLOBALPROTECT', 'USERID', 'CORRELATION', 'DECRYPTION', 'AUTHENTICATION', 'IPTAG'].map(
    (type): [string, string] => [type, type],
  ),
  ...['GTP', 'SCTP', 'START', 'END', 'TUNNEL', 'AUDIT', 'DNS'].map((type): [string, string] => [type, type]),
  ['HIP-MATCH', 'HIPMATCH'],
  ['AUTH', 'AUTHENTICATION'],
])
/** Types that are not known are counted as one: senders must not be able to make up counters. */
const OTHER_TYPE = 'OTHER'
/** PAN-OS 9.1.0 to 9.1.2 writes sequence number and flags before the type of GlobalProtect logs. */
const TYPE_BEHIND_FLAGS = 5
const HEADER_FIELDS = 7

/** Scanned lines are read before the next one is scanned, so one set of offsets serves all. */
const fields = new CsvFields()

const unreadable = (reason: UnreadableReason): Reading => ({ kind: 'unreadable', reason })
/** Where a line ends before its threat there is nothing to be alerted by. */
const threat = (line: ThreatLine): Reading =>
  line.tellsThreat ? { kind: 'alert', told: tellAlert(line) } : unreadable(UnreadableReason.TOO_FEW_FIELDS)
const setAside = (type: string, firewall: ToldFirewall): Reading => ({
  kind: 'set-aside',
  logType: SET_ASIDE_TYPES.get(type.toUpperCase()) ?? OTHER_TYPE,
  firewall,
})

/**
 * Reads one line as it arrived: finds the log behind its header, its format and its type, and ends in one of three: a
 * THREAT or WildFire alert, another log type, or unreadable with a reason. Never throws, whatever the text; time is linear
 * in its length.
 *
 * @param options.cut the transport cut the message, so its last field may be incomplete
 */
export function readLine(text: string, options?: { readonly cut?: boolean }): Reading {
  if (text.length > SYSLOG_MESSAGE_MAX_BYTES) return unreadable(UnreadableReason.TOO_LONG)
  const line = cleanLine(text)
  if (line === '') return unreadable(UnreadableReason.EMPTY)
  const payload = findPayload(line)
  if (payload === undefined) return unreadable(hasNamedFields(line) ? UnreadableReason.UNKNOWN_FORMAT : UnreadableReason.NO_PAYLOAD)
  return readers[payload.shape](line, payload, options?.cut === true)
}

/** Trailers of framings are taken off, and NUL anywhere: no field has it and no database column takes it. */
export const cleanLine = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text).trim()

const readers: Readonly<Record<Payload['shape'], (line: string, payload: Payload, cut: boolean) => Reading>> = {
  PANOS_CSV: readPanosCsv,
  STRATA_CSV: readStrataCsv,
  AUDIT: readAudit,
  CEF: readCef,
  LEEF: readLeef,
  JSON: readJson,
}

/** The type stands in field 4 and is decided by it alone: texts of other logs may say `,THREAT,`. */
function readPanosCsv(line: string, { start }: Payload, cut: boolean): Reading {
  fields.scan(line, start, HEADER_FIELDS)
  const type = fields.value(FIELD.type).trim()
  if (type === 'THREAT') {
    fields.scan(line, start)
    return threat(new PanosCsvLine(fields, line, start, cut))
  }
  if (type === '' && fields.count <= FIELD.type + 1) return unreadable(UnreadableReason.TOO_FEW_FIELDS)
  const named = isDigits(type, 20) ? fields.value(TYPE_BEHIND_FLAGS) : type
  return setAside(named.trim(), {
    serial: readSerial(fields.value(FIELD.serial)),
    name: headerHost(line, start),
    panosVersion: readPanosVersion(fields.value(FIELD.config_ver)),
  })
}

/** As PAN-OS CSV without its first field; the type may have slipped by one where a collector added an empty field. */
function readStrataCsv(line: string, { start }: Payload, cut: boolean): Reading {
  fields.scan(line, start)
  const type = fields.value(FIELD.type - 1).trim()
  if (type === 'THREAT') return threat(new StrataCsvLine(fields, cut))
  if (fields.count <= FIELD.type) return unreadable(UnreadableReason.TOO_FEW_FIELDS)
  return setAside(type === '' ? fields.value(FIELD.subtype - 1).trim() : type, {
    serial: readSerial(fields.value(FIELD.serial - 1)),
    name: '',
    panosVersion: readPanosVersion(fields.value(FIELD.config_ver - 1)),
  })
}

/** Audit logs have neither first field nor receive time: `SERIAL,2025/06/01 10:00:00,audit,…`. */
function readAudit(line: string, { start }: Payload): Reading {
  fields.scan(line, start, 1)
  return setAside('AUDIT', { serial: readSerial(fields.value(0)), name: headerHost(line, start), panosVersion: undefined })
}

function readCef(line: string, { start }: Payload, cut: boolean): Reading {
  const log = parseCef(line.slice(start))
  const format = log === undefined ? undefined : cefFormat(log)
  if (log === undefined || format === undefined) return unreadable(UnreadableReason.UNKNOWN_FORMAT)
  const { type, other } = cefType(log)
  // The header of Strata's lines names a log forwarder, not a firewall.
  const host = log.product === 'LF' ? '' : headerHost(line, start)
  if (type.toUpperCase() === 'THREAT') return threat(cefThreatLine(log, format, other, host, cut))
  const value = (key: string): string => log.pairs.find(pair => pair.key === key)?.value ?? ''
  return setAside(type, {
    serial: readSerial(value('deviceExternalId')),
    name: readText(value('dvchost')) ?? host,
    panosVersion: readPanosVersion(log.product === 'LF' ? value('PanOSConfigVersion') : log.version),
  })
}

function readLeef(line: string, { start }: Payload, cut: boolean): Reading {
  const log = parseLeef(line.slice(start))
  const type = log === undefined ? '' : leefType(log)
  if (log === undefined || type === '') return unreadable(UnreadableReason.UNKNOWN_FORMAT)
  const named = leefThreatLine(log, headerHost(line, start), cut)
  return type.toUpperCase() === 'THREAT' ? threat(named) : setAside(type, tellFirewall(named))
}

function readJson(line: string, { start }: Payload, cut: boolean): Reading {
  const pairs = parseStrataJson(line.slice(start))
  if (pairs === 'MALFORMED') return unreadable(UnreadableReason.MALFORMED_JSON)
  if (pairs === undefined) return unreadable(UnreadableReason.UNKNOWN_FORMAT)
  const named = strataJsonLine(pairs, '', cut)
  const type = named.field(FIELD.type).trim()
  return type.toUpperCase() === 'THREAT' ? threat(named) : setAside(type, tellFirewall(named))
}
