import type { FeedFormat, FeedKind } from '@sallyport/shared'
import { FEED_LINE_MAX_BYTES, FEED_MAX_ENTRIES } from '@sallyport/shared'
import type { Work } from '../../places/index.js'
import { columnReader } from './feed-columns.js'
import { feedValue } from './feed-value.js'

/** How a feed is read. */
export interface FeedShape {
  readonly kind: FeedKind
  readonly format: FeedFormat
  /** Of CSV, from 1. */
  readonly csvColumn: number
}

export type FeedReading =
  | {
      readonly ok: true
      /** Canonical, each once, in the order in which they came. */
      readonly values: readonly string[]
      /** Lines that hold no value of the kind, or one that is of no use: too long, too wide, a private network. */
      readonly skipped: number
    }
  | { readonly ok: false; readonly reason: string; readonly isEmpty: boolean }

/** Lines between two breaths. */
const BREATH = 500
const NEWLINE = 10

/**
 * Reads the file of a feed. Comments (`#`, `;`, `!`, `//`) and empty lines count for nothing. A file without any value is
 * refused: it is a page that says so, an empty download, or of another kind.
 */
export function* readFeed(body: Buffer, shape: FeedShape): Work<FeedReading> {
  const strange = strangeBody(body)
  if (strange !== undefined) return refused(strange)
  const read = lineReader(shape)
  const values = new Set<string>()
  let [lines, skipped, spoken] = [0, 0, 0]
  for (const line of linesOf(body)) {
    lines += 1
    if (lines % BREATH === 0) yield
    const found = line === undefined ? 'skipped' : read(line)
    if (found === 'nothing') spoken += 1
    else if (found === 'skipped') skipped += 1
    else for (const value of found) values.add(value)
    if (values.size > FEED_MAX_ENTRIES) return refused(`It has more than ${FEED_MAX_ENTRIES.toLocaleString('en')} entries`)
  }
  if (values.size > 0) return { ok: true, values: [...values], skipped }
  if (skipped === 0) return { ok: false, reason: 'It has no entry', isEmpty: spoken > 0 }
  return refused(`None of its ${skipped.toLocaleString('en')} lines holds ${KIND_NAMES[shape.kind]}`)
}

const refused = (reason: string): FeedReading => ({ ok: false, reason, isEmpty: false })

const KIND_NAMES: Readonly<Record<FeedKind, string>> = {
  ADDRESS: 'an address or a network',
  DOMAIN: 'a domain',
  URL: 'a URL',
  FILE_HASH: 'a file hash',
}

/** Files that are no list at all; telling that is of more help than counting their lines. */
function strangeBody(body: Buffer): string | undefined {
  if (body.length === 0) return 'It is empty'
  if (body.subarray(0, 2).toString('latin1') === 'PK') return 'It is a ZIP archive: give a URL of the plain file'
  const start = body
    .subarray(0, 512)
    .toString('latin1')
    .replace(/^(\xef\xbb\xbf)?\s*/, '')
  if (/^(\xff\xfe|\xfe\xff)/.test(start)) return 'It is written in UTF-16: give a file in UTF-8'
  if (/^<(!doctype|html|\?xml|head|body)/i.test(start)) return 'It is a web page, not a list'
  if (start.startsWith('{') || /^\[\s*["{]/.test(start)) return 'It is JSON, not lines'
  return undefined
}

/** undefined: a line that is too long. Without the byte order mark; \r\n and \n end a line. */
function* linesOf(body: Buffer): Generator<string | undefined> {
  const hasMark = body.length >= 3 && body.readUIntBE(0, 3) === 0xefbbbf
  for (let at = hasMark ? 3 : 0; at < body.length;) {
    const newline = body.indexOf(NEWLINE, at)
    const end = newline < 0 ? body.length : newline
    yield end - at > FEED_LINE_MAX_BYTES ? undefined : body.toString('utf8', at, end).trim()
    at = end + 1
  }
}

type LineReader = (line: string) => readonly string[] | 'nothing' | 'skipped'

const isComment = (line: string): boolean => line === '' || /^(?:[#;!]|\/\/)/.test(line)

function lineReader(shape: FeedShape): LineReader {
  return shape.format === 'CSV' ? csvReader(shape) : plainReader(shape.kind)
}

/** The first row of data may name the columns: when it holds no value it is no fault. */
function csvReader({ kind, csvColumn }: FeedShape): LineReader {
  const columnOf = columnReader(csvColumn)
  let isFirst = true
  return line => {
    if (isComment(line)) return 'nothing'
    const value = feedValue(kind, columnOf(line) ?? '')
    const found = value !== undefined ? [value] : isFirst ? 'nothing' : 'skipped'
    isFirst = false
    return found
  }
}

function plainReader(kind: FeedKind): LineReader {
  return line => {
    if (isComment(line)) return 'nothing'
    const values = tokensOf(kind, line).flatMap(token => feedValue(kind, token) ?? [])
    return values.length > 0 ? values : 'skipped'
  }
}

/** What stands in front of a host's names in a hosts file. */
const SINKHOLE = /^(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|::1?)$/
/** A range may be written with blanks around its hyphen. */
const SPACED_RANGE = /^[0-9a-f.:]+[ \t]+-[ \t]+[0-9a-f.:]+(?=[\s#;,|]|$)/i

/** On a line of a hosts file. */
const NAMES_MAX = 64

/** The value is the first word; a line of a hosts file has its names behind the address, one of an ad blocker `||` in front. */
function tokensOf(kind: FeedKind, line: string): readonly string[] {
  if (kind === 'URL') return [/^\S+/.exec(line)?.[0] ?? '']
  const spaced = kind === 'ADDRESS' ? SPACED_RANGE.exec(line)?.[0] : undefined
  if (spaced !== undefined) return [spaced]
  const blocked = kind === 'DOMAIN' ? /^\|\|([^^/$]+)/.exec(line)?.[1] : undefined
  if (blocked !== undefined) return [blocked]
  const words = (/^[^#;]*/.exec(line)?.[0] ?? '').trim().split(/[\s,|]+/, NAMES_MAX)
  const [first = '', ...names] = words
  return kind === 'DOMAIN' && names.length > 0 && SINKHOLE.test(first) ? names : [first]
}
