/** Where the log begins behind its syslog header, and in which shape it is written. */
export interface Payload {
  readonly shape: 'PANOS_CSV' | 'STRATA_CSV' | 'AUDIT' | 'CEF' | 'LEEF' | 'JSON'
  readonly start: number
}

/**
 * Date as PAN-OS writes it, also with what a relay pushed into it (rsyslog's RFC 5424 template takes the date for a tag, and
 * cuts that at the slash), also as US date; or ISO 8601 as Strata writes it.
 */
const LOCAL_DATE = /\d{4}(?:\/\d\d\/\d\d(?: - - -)?| - - -) +\d\d:\d\d:\d\d(?=,|$)|\d{1,2}\/\d{1,2}\/\d{2,4} \d{1,2}:\d\d(?::\d\d)?(?=,|$)/y
const ZONED_DATE = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z(?=,|$)/y
const AUDIT_TYPE = /[^,]{8,24},audit(?=,|$)/iy
const NAMED = /(?<![^\s:>])(CEF|LEEF): ?[0-9](?:\.[0-9])?\|/
const JSON_START = /(?<![^\s:>])\{\s*"/
const DIGIT_0 = 48
const DIGIT_1 = 49
const LETTER_Z = 90
const ZONED_DATE_MAX = 30
const SERIAL_MAX = 32

/**
 * Finds the log in a message, whatever stands before it: BSD or IETF header, two headers, a relay's, an octet count, nothing.
 * Headers of PAN-OS have no tag, so generic syslog parsers take the first field for one: this looks for the log itself,
 * that is for its first two fields, for `CEF:` or `LEEF:`, or for a JSON object. The earliest wins, so text inside a log
 * is never taken for a log. Linear in the length of the text.
 */
export function findPayload(text: string): Payload | undefined {
  const csv = findCsv(text)
  const limit = csv?.start ?? text.length
  if (before(text, '|', limit)) {
    const named = NAMED.exec(csv === undefined ? text : text.slice(0, limit))
    if (named !== null) return { shape: named[1] === 'CEF' ? 'CEF' : 'LEEF', start: named.index }
  }
  if (before(text, '{', limit)) {
    const json = JSON_START.exec(csv === undefined ? text : text.slice(0, limit))
    if (json !== null) return { shape: 'JSON', start: json.index }
  }
  return csv
}

/** Whether a format of somebody's own making is at hand: fields by name, as custom syslog formats often have them. */
export const hasNamedFields = (text: string): boolean => /(?<![^\s|,;"'])(?:log_?type|type|sub_?type|serial)=/i.test(text)

function before(text: string, letter: string, limit: number): boolean {
  const at = text.indexOf(letter)
  return at !== -1 && at < limit
}

function findCsv(text: string): Payload | undefined {
  for (let comma = text.indexOf(','); comma !== -1; comma = text.indexOf(',', comma + 1)) {
    const last = text.charCodeAt(comma - 1)
    if ((last === DIGIT_0 || last === DIGIT_1) && startsWord(text, comma - 1)) {
      if (matchesAt(LOCAL_DATE, text, comma + 1)) return { shape: 'PANOS_CSV', start: comma - 1 }
      if (matchesAt(ZONED_DATE, text, comma + 1)) return { shape: 'STRATA_CSV', start: comma + 1 }
    }
    if (last === LETTER_Z) {
      const start = wordStart(text, comma, ZONED_DATE_MAX)
      if (start !== -1 && matchesAt(ZONED_DATE, text, start)) return { shape: 'STRATA_CSV', start }
    }
    if (matchesAt(LOCAL_DATE, text, comma + 1) && matchesAt(AUDIT_TYPE, text, comma + 1)) {
      const start = wordStart(text, comma, SERIAL_MAX)
      if (start !== -1) return { shape: 'AUDIT', start }
    }
  }
  return undefined
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** Whether a word begins at `at`: headers end in a blank, in ':' at some relays, or in the '>' of a priority. */
function startsWord(text: string, at: number): boolean {
  if (at === 0) return true
  const letter = text.charCodeAt(at - 1)
  return letter <= 32 || letter === 58 || letter === 62
}

/** Start of the word that ends before `end`, at most `longest` letters back; -1 if it is longer. */
function wordStart(text: string, end: number, longest: number): number {
  for (let at = end - 1; at >= 0 && end - at <= longest; at -= 1) if (at === 0 || text.charCodeAt(at - 1) <= 32) return at
  return -1
}

const NO_HOST = /^(?:-|:|\d{1,2}|\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?|\d{4}(?:-\d\d-\d\dT\S*)?|[A-Z][a-z]{2})$/
const HOST = /^[\w.:-]{1,255}$/

/**
 * Host name of the syslog header that stands before `payloadStart`, '' if it has none. Old releases send none unless told
 * to, so what stands last may be the time.
 */
export function headerHost(text: string, payloadStart: number): string {
  const words = text.slice(Math.max(0, payloadStart - 600), payloadStart).split(/\s+/)
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = (words[index] ?? '').replace(/^<\d{1,3}>/, '').replace(/:$/, '')
    if (word === '' || word === '-' || word === ':') continue
    return HOST.test(word) && !NO_HOST.test(word) ? word : ''
  }
  return ''
}
