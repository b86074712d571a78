import { SYSLOG_MESSAGE_MAX_BYTES } from '@sallyport/shared'

/** A message without its framing and trailer. */
export interface FramedMessage {
  /** Decoded from UTF-8; bytes that are not become U+FFFD. */
  readonly text: string
  /** It was longer than the cap: the rest was passed over. */
  readonly cut: boolean
}

const LF = 0x0a
const CR = 0x0d
const NUL = 0x00
const BLANK = 0x20
const QUOTE = 0x22
const LESS_THAN = 0x3c
const ZERO = 0x30
const NINE = 0x39

/** No sender needs more digits; a longer run is text. */
const COUNT_MAX_DIGITS = 9
/** Enough to recognise the start of a message, however it begins. */
const START_MAX_BYTES = 24

/** What a message begins with. Without <PRI> it may be a payload or a header on its own. */
const START =
  /^(?:\d{1,9} )?<\d{1,3}>|^[01],\d{4}\/\d\d\/\d\d|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]?\d |^\d{4}-\d\d-\d\dT|^(?:CEF|LEEF):|^\{"/
/** What a message begins with after a counted one. */
const PRI_START = /^(?:\d{1,9} )?<\d{1,3}>/
/** What a message begins with in the middle of a stream whose counts cannot be trusted: only the unmistakable. */
const INNER_START =
  /(?<=\n)(?:\d{1,9} )?<\d{1,3}>|\d{1,9} <\d{1,3}>(?=1 \d{4}-|[A-Z][a-z]{2} [ \d]\d )|<\d{1,3}>(?=1 \d{4}-\d\d-\d\dT|[A-Z][a-z]{2} [ \d]\d \d\d:)/g
/** INNER_START looks this far ahead. */
const INNER_START_MAX_BYTES = 32

type Cut = { readonly from: number; readonly to: number; readonly next: number; readonly cut: boolean }
/** What the bytes at hand say: a message, or that more are needed. */
type Step = Cut | 'more'

/**
 * Takes messages out of a TCP or TLS stream. Each message may be octet-counted (RFC 6587 3.4.1: `795 <14>1 …`) or
 * end with LF (3.4.2), in any mixture:
 * - A count is believed when a message, or nothing yet, follows the counted bytes and none begins within them. Else it
 *   is wrong (Panorama sends such), and the message ends where the next one begins.
 * - LF ends a message unless a quoted field is open; then what follows belongs to it if it does not begin a message.
 * - Above SYSLOG_MESSAGE_MAX_BYTES a message is cut; the rest is passed over to the next LF or message.
 * The result depends on the bytes alone, not on how they were segmented, except for settle() and end(): a message
 * that may go on is held until the caller finds the line quiet.
 */
export class SyslogFramer {
  #buffer: Buffer = Buffer.alloc(0)
  /** Bytes from here to #end wait. */
  #start = 0
  #end = 0
  /** The rest of a cut message is passed over. */
  #skipping = false

  constructor(private readonly maxBytes: number = SYSLOG_MESSAGE_MAX_BYTES) {}

  /** Whether bytes wait that settle() or end() would turn into a message. */
  get holds(): boolean {
    return this.#end > this.#start
  }

  /** The messages that are complete with this segment. */
  push(segment: Buffer): FramedMessage[] {
    this.#append(segment)
    return this.#drain('open')
  }

  /** The line is quiet: a message that is complete but might have gone on ends now. */
  settle(): FramedMessage[] {
    return this.#drain('quiet')
  }

  /** Nothing follows: whatever waits is a message. */
  end(): FramedMessage[] {
    return this.#drain('ended')
  }

  #drain(line: 'open' | 'quiet' | 'ended'): FramedMessage[] {
    const messages: FramedMessage[] = []
    for (;;) {
      if (this.#skipping && !this.#skipRest(line === 'ended')) return messages
      this.#skipTrailer()
      if (this.#start === this.#end) return messages
      const step = this.#step(line)
      if (step === 'more') return messages
      this.#start = step.next
      this.#skipping = step.cut
      const text = this.#text(step)
      if (text !== '') messages.push({ text, cut: step.cut })
    }
  }

  #step(line: 'open' | 'quiet' | 'ended'): Step {
    const header = countHeader(this.#buffer, this.#start, this.#end)
    if (header === 'more') return line === 'ended' ? this.#byLf(line) : 'more'
    if (header === undefined) return this.#byLf(line)
    const from = this.#start + header.length
    // A count above the cap says nothing that could be waited for.
    return header.count > this.maxBytes ? this.#untilStart(from, line) : this.#counted(from, header.count, line)
  }

  #counted(from: number, count: number, line: 'open' | 'quiet' | 'ended'): Step {
    const to = from + count
    if (to > this.#end) return line === 'ended' ? this.#untilStart(from, line) : 'more'
    let next = to
    while (next < this.#end && isTrailer(this.#buffer[next])) next += 1
    const follows = startsMessage(this.#buffer, next, this.#end, PRI_START)
    if (follows === undefined && line === 'open') return 'more'
    if (follows === false || holdsMessage(this.#buffer, from, to, this.#end)) return this.#untilStart(from, line)
    return { from, to, next, cut: false }
  }

  /** The message ends where the next one unmistakably begins. */
  #untilStart(from: number, line: 'open' | 'quiet' | 'ended'): Step {
    const start = innerStart(this.#buffer, from + 1, this.#end)
    if (start !== undefined && start - from <= this.maxBytes) return { from, to: start, next: start, cut: false }
    if (this.#end - from > this.maxBytes + INNER_START_MAX_BYTES) return this.#cutAt(from)
    return line === 'open' ? 'more' : { from, to: this.#end, next: this.#end, cut: false }
  }

  #byLf(line: 'open' | 'quiet' | 'ended'): Step {
    const from = this.#start
    let quoted = false
    let scanned = from
    for (let lf = this.#buffer.indexOf(LF, from); lf !== -1 && lf < this.#end; lf = this.#buffer.indexOf(LF, lf + 1)) {
      if (lf - from > this.maxBytes) return this.#cutAt(from)
      if (oddQuotes(this.#buffer, scanned, lf)) quoted = !quoted
      scanned = lf
      if (!quoted) return { from, to: lf, next: lf + 1, cut: false }
      const follows = startsMessage(this.#buffer, lf + 1, this.#end)
      if (follows === true) return { from, to: lf, next: lf + 1, cut: false }
      if (follows === undefined) return line === 'open' ? 'more' : { from, to: lf, next: lf + 1, cut: false }
    }
    if (this.#end - from > this.maxBytes) return this.#cutAt(from)
    return line === 'ended' ? { from, to: this.#end, next: this.#end, cut: false } : 'more'
  }

  #cutAt(from: number): Cut {
    const to = from + this.maxBytes
    return { from, to, next: to, cut: true }
  }

  /** Whether the rest of a cut message has been passed over. */
  #skipRest(ended: boolean): boolean {
    const lf = this.#buffer.indexOf(LF, this.#start)
    const start = innerStart(this.#buffer, this.#start, this.#end)
    const next = Math.min(lf === -1 || lf >= this.#end ? Infinity : lf, start ?? Infinity)
    if (next !== Infinity) {
      this.#start = next
      this.#skipping = false
      return true
    }
    // The last bytes may be the beginning of a start.
    this.#start = ended ? this.#end : Math.max(this.#start, this.#end - INNER_START_MAX_BYTES)
    return false
  }

  #skipTrailer(): void {
    while (this.#start < this.#end && isTrailer(this.#buffer[this.#start])) this.#start += 1
  }

  #text({ from, to }: Cut): string {
    let end = to
    while (end > from && isTrailer(this.#buffer[end - 1])) end -= 1
    return this.#buffer.toString('utf8', from, end)
  }

  #append(segment: Buffer): void {
    const waiting = this.#end - this.#start
    if (waiting === 0) {
      // Nothing waits: the segment itself is the buffer, without a copy.
      this.#buffer = segment
      this.#start = 0
      this.#end = segment.length
      return
    }
    if (this.#buffer.length - this.#end < segment.length) {
      const grown = Buffer.allocUnsafe(Math.max((waiting + segment.length) * 2, 4096))
      this.#buffer.copy(grown, 0, this.#start, this.#end)
      this.#buffer = grown
      this.#start = 0
      this.#end = waiting
    }
    segment.copy(this.#buffer, this.#end)
    this.#end += segment.length
  }
}

const isTrailer = (byte: number | undefined): boolean => byte === LF || byte === CR || byte === NUL || byte === BLANK
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE

/** `795 <`: the count and the length of the header before `<`; undefined when there is none. */
function countHeader(buffer: Buffer, start: number, end: number): { count: number; length: number } | 'more' | undefined {
  let at = start
  while (at < end && isDigit(buffer[at])) at += 1
  const digits = at - start
  if (digits > COUNT_MAX_DIGITS || (digits === 0 && at < end)) return undefined
  if (at === end) return 'more'
  if (buffer[at] !== BLANK) return undefined
  if (at + 1 === end) return 'more'
  if (buffer[at + 1] !== LESS_THAN) return undefined
  return { count: Number(buffer.toString('latin1', start, at)), length: digits + 1 }
}

/** undefined: too few bytes to tell. */
function startsMessage(buffer: Buffer, from: number, end: number, start = START): boolean | undefined {
  if (start.test(buffer.toString('latin1', from, Math.min(from + START_MAX_BYTES, end)))) return true
  return end - from >= START_MAX_BYTES ? false : undefined
}

/** Whether a counted message holds another on a line of its own, outside of quotes: its count is too large. */
function holdsMessage(buffer: Buffer, from: number, to: number, end: number): boolean {
  let quoted = false
  let scanned = from
  for (let lf = buffer.indexOf(LF, from); lf !== -1 && lf + 1 < to; lf = buffer.indexOf(LF, lf + 1)) {
    if (oddQuotes(buffer, scanned, lf)) quoted = !quoted
    scanned = lf
    if (!quoted && startsMessage(buffer, lf + 1, end, PRI_START)) return true
  }
  return false
}

function innerStart(buffer: Buffer, from: number, end: number): number | undefined {
  if (buffer.indexOf(LESS_THAN, from) === -1) return undefined
  // One byte before, so that a start right at `from` may look back at its LF.
  const at = Math.max(from - 1, 0)
  INNER_START.lastIndex = from - at
  const match = INNER_START.exec(buffer.toString('latin1', at, end))
  return match ? at + match.index : undefined
}

function oddQuotes(buffer: Buffer, from: number, to: number): boolean {
  let odd = false
  for (let at = buffer.indexOf(QUOTE, from); at !== -1 && at < to; at = buffer.indexOf(QUOTE, at + 1)) odd = !odd
  return odd
}
