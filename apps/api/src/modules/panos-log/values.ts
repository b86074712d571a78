import { Direction, Severity, Verdict } from '@sallyport/shared'
import ipaddr from 'ipaddr.js'

/** Longest text kept of a name (user, rule, host, file …), in UTF-16 units: what is filtered and linked by must fit an index. */
const NAME_MAX = 512
const URL_MAX = 8_192
const THREAT_MAX = 1_024
const COUNT_MAX = 2_147_483_647n
const INT64_MAX = 9_223_372_036_854_775_807n

export const readText = (value: string, longest = NAME_MAX): string | undefined => {
  const text = value.trim()
  return text === '' ? undefined : text.length > longest ? text.slice(0, longest) : text
}

export const readUrl = (value: string): string | undefined => readText(value, URL_MAX)

/** A user, unless the field holds what some releases put there instead: an X-Forwarded-For address, or the word null. */
export function readUser(value: string): string | undefined {
  const user = readText(value)
  return user === undefined || user === 'null' || /^x-fwd-for:/i.test(user) ? undefined : user
}

/** PAN-OS writes N/A where a field does not apply. */
export const readApplicable = (value: string): string | undefined => {
  const text = readText(value)
  return text === 'N/A' ? undefined : text
}

/** Canonical text of an address (RFC 5952); undefined for none, for 0.0.0.0 and ::, and for what is no address. */
export function readAddress(value: string): string | undefined {
  const text = value.trim()
  if (isIpv4(text)) return text === '0.0.0.0' ? undefined : text
  return text.length > 1 && text.length <= 64 && text.includes(':') ? readIpv6(text) : undefined
}

function readIpv6(text: string): string | undefined {
  const bare = text.split('%', 1)[0] ?? ''
  if (!ipaddr.IPv6.isValid(bare)) return undefined
  const address = ipaddr.IPv6.parse(bare)
  if (address.range() === 'unspecified') return undefined
  if (!address.isIPv4MappedAddress()) return address.toRFC5952String()
  const mapped = address.toIPv4Address().toString()
  return mapped === '0.0.0.0' ? undefined : mapped
}

/** Four decimal numbers below 256 without leading zeros. Written out because every line has two of them. */
function isIpv4(text: string): boolean {
  if (text.length < 7 || text.length > 15) return false
  let dots = 0
  let digits = 0
  let number = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === 46) {
      if (digits === 0) return false
      dots += 1
      digits = 0
      number = 0
    } else if (code >= 48 && code <= 57) {
      if (digits > 0 && number === 0) return false
      number = number * 10 + code - 48
      digits += 1
      if (number > 255) return false
    } else return false
  }
  return dots === 3 && digits > 0
}

export function readPort(value: string): number | undefined {
  const text = value.trim()
  if (!isDigits(text, 5)) return undefined
  const port = Number(text)
  return port <= 65_535 ? port : undefined
}

/** 48 bits in lower case with colons, however they were written; other text as it stands. */
export function readMac(value: string): string | undefined {
  const text = readText(value)?.toLowerCase()
  if (text === undefined) return undefined
  const digits = text.replace(/[:.-]/g, '')
  return /^[0-9a-f]{12}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : text
}

/** SHA-256, SHA-1 or MD5 in lower case. */
export function readDigest(value: string): string | undefined {
  const text = value.trim()
  const known = text.length === 64 || text.length === 40 || text.length === 32
  return known && /^[0-9a-fA-F]+$/.test(text) ? text.toLowerCase() : undefined
}

/** A 64-bit session; 0 is none. */
export function readSession(value: string): bigint | undefined {
  const text = value.trim()
  if (!isDigits(text, 19)) return undefined
  const session = BigInt(text)
  return session === 0n || session > INT64_MAX ? undefined : session
}

/** Decimal digits of a sequence number, exact; 0 is none: releases before 6.0 do not number their logs. */
export function readSequence(value: string): string | undefined {
  const text = value.trim()
  if (!isDigits(text, 38)) return undefined
  const digits = text.replace(/^0+/, '')
  return digits === '' ? undefined : digits
}

/** Events that the firewall folded into the line, at least 1. */
export function readRepeatCount(value: string): number {
  const text = value.trim()
  if (text === '1' || !isDigits(text, 18)) return 1
  const count = BigInt(text)
  return count < 1n ? 1 : Number(count < COUNT_MAX ? count : COUNT_MAX)
}

/** WildFire report; 0 is none. */
export const readReportId = (value: string): string | undefined => {
  const text = readText(value)
  return text === '0' ? undefined : text
}

export function isDigits(text: string, longest: number): boolean {
  if (text.length === 0 || text.length > longest) return false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 48 || code > 57) return false
  }
  return true
}

const SEVERITIES: Readonly<Record<string, Severity>> = {
  informational: Severity.INFORMATIONAL,
  low: Severity.LOW,
  medium: Severity.MEDIUM,
  high: Severity.HIGH,
  critical: Severity.CRITICAL,
  // number-of-severity of CEF and LEEF
  1: Severity.INFORMATIONAL,
  2: Severity.LOW,
  3: Severity.MEDIUM,
  4: Severity.HIGH,
  5: Severity.CRITICAL,
}

/** Severity by word or, in CEF and LEEF, by number. The syslog priority is no source of it: relays rewrite it. */
export const readSeverity = (value: string): Severity => lookUp(SEVERITIES, value) ?? Severity.UNKNOWN

const VERDICTS: Readonly<Record<string, Verdict>> = {
  benign: Verdict.BENIGN,
  grayware: Verdict.GRAYWARE,
  malicious: Verdict.MALICIOUS,
  malware: Verdict.MALICIOUS,
  phishing: Verdict.PHISHING,
}

export const readVerdict = (value: string): Verdict => lookUp(VERDICTS, value) ?? Verdict.UNKNOWN

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  'client-to-server': Direction.CLIENT_TO_SERVER,
  'client to server': Direction.CLIENT_TO_SERVER,
  0: Direction.CLIENT_TO_SERVER,
  'server-to-client': Direction.SERVER_TO_CLIENT,
  'server to client': Direction.SERVER_TO_CLIENT,
  1: Direction.SERVER_TO_CLIENT,
}

export const readDirection = (value: string): Direction | undefined => lookUp(DIRECTIONS, value)

/** Own entries only: a line may say 'constructor'. */
function lookUp<T>(table: Readonly<Record<string, T>>, value: string): T | undefined {
  if (Object.hasOwn(table, value)) return table[value]
  const key = value.trim().toLowerCase()
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/**
 * Splits `name(id)` at the last parenthesis that holds digits: names have parentheses of their own, as in
 * `Windows Executable (EXE)(52020)`. A name that only repeats the id, as in `9999(9999)`, is none.
 */
export function readThreat(value: string): { readonly id: bigint | undefined; readonly name: string } {
  const text = value.slice(0, THREAT_MAX).trim()
  for (let close = text.lastIndexOf(')'); close > 0; close = text.lastIndexOf(')', close - 1)) {
    const open = text.lastIndexOf('(', close)
    if (open === -1) break
    const digits = close - open <= 19 ? text.slice(open + 1, close) : ''
    if (!isDigits(digits, 18)) continue
    const name = `${text.slice(0, open)}${text.slice(close + 1)}`.trim()
    return { id: BigInt(digits), name: name === digits ? '' : name.slice(0, NAME_MAX) }
  }
  return isDigits(text, 18) ? { id: BigInt(text), name: '' } : { id: undefined, name: text.slice(0, NAME_MAX) }
}

/** '10.2' of a config version: (major << 8) + minor in CSV, as text in Strata, with its maintenance release in CEF and LEEF. */
export function readPanosVersion(value: string): string | undefined {
  const text = value.trim()
  const written = /^(\d{1,2})\.(\d{1,2})(?!\d)/.exec(text)
  if (written !== null) return `${Number(written[1])}.${Number(written[2])}`
  if (!isDigits(text, 5)) return undefined
  const major = Number(text) >> 8
  const minor = Number(text) & 255
  return major >= 4 && major <= 50 && minor <= 15 ? `${major}.${minor}` : undefined
}

/** A value of an e-mail header as WildFire lines carry it, with the header's name and a trailing separator. */
export const readMailHeader = (value: string): string | undefined =>
  readText(
    value
      .slice(0, 2 * NAME_MAX)
      .replace(/^\s*(?:From|To|Subject|Sub):\s*/i, '')
      .replace(/[;\s]+$/, ''),
  )
