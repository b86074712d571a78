const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44
const FIELDS_KEPT = 512
const FIELDS_MAX = 1_000_000

const PLAIN = 0
/** Quoted, with doubled quotes inside. */
const DOUBLED = 1
/** Text follows the closing quote. */
const MIXED = 2

/**
 * Scanner of one line of PAN-OS CSV: notes where fields begin and end and slices them when asked, because an alert needs
 * a third of them. RFC 4180 quoting, with the liberties that real lines take: a quote inside an unquoted field is a
 * letter, text after a closing quote belongs to the field, a backslash escapes nothing (`"C:\Users\"` ends there), except
 * that a field may open with `\"`, as custom formats with escaping write it, and then ends with `\"`.
 *
 * The offsets are reused: a scan is valid until the next one.
 */
export class CsvFields {
  /** Fields of the line; those beyond the first 512 are counted only. */
  count = 0
  /** The line ended inside quotes: it was cut. */
  openQuote = false
  private text = ''
  private readonly starts = new Int32Array(FIELDS_KEPT)
  private readonly ends = new Int32Array(FIELDS_KEPT)
  private readonly kinds = new Uint8Array(FIELDS_KEPT)

  /** Scans `text` from `from`, stopping after `limit` fields. Linear in the length of the text. */
  scan(text: string, from: number, limit = FIELDS_MAX): void {
    const { starts, ends, kinds } = this
    this.text = text
    this.openQuote = false
    let count = 0
    let position = from
    let escapedQuotes = true
    while (count < limit) {
      let start = position
      let end = -1
      let kind = PLAIN
      let comma = -1
      const first = text.charCodeAt(position)
      if (first === QUOTE) {
        start = position + 1
        let close = text.indexOf('"', start)
        while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
          kind = DOUBLED
          close = text.indexOf('"', close + 2)
        }
        if (close === -1) {
          this.openQuote = true
        } else {
          comma = text.indexOf(',', close + 1)
          end = close
          const next = comma === -1 ? text.length : comma
          if (next !== close + 1) {
            kind = MIXED
            start = position
            end = next
          }
        }
      } else if (first === BACKSLASH && escapedQuotes && text.charCodeAt(position + 1) === QUOTE) {
        const close = escapedClose(text, position + 2)
        escapedQuotes = close !== -1
        if (escapedQuotes) {
          start = position + 2
          end = close
        }
        comma = escapedQuotes ? (close + 2 < text.length ? close + 2 : -1) : nextComma(text, position)
      } else {
        comma = nextComma(text, position)
      }
      if (count < FIELDS_KEPT) {
        starts[count] = start
        ends[count] = end !== -1 ? end : comma !== -1 ? comma : text.length
        kinds[count] = kind
      }
      count += 1
      if (comma === -1) break
      position = comma + 1
    }
    this.count = count
  }

  /** The value of a field, unquoted; '' where there is none. */
  value(index: number): string {
    if (index < 0 || index >= this.count || index >= FIELDS_KEPT) return ''
    const start = this.starts[index] ?? 0
    const end = this.ends[index] ?? 0
    if (start >= end) return ''
    const slice = this.text.slice(start, end)
    const kind = this.kinds[index]
    if (kind === PLAIN) return slice
    return kind === DOUBLED ? slice.replaceAll('""', '"') : unquoteMixed(slice)
  }

  /** The text of fields `first` to `last` as it stands in the line, quotes and commas included. */
  rawSpan(first: number, last: number): string {
    const end = Math.min(last, this.count - 1, FIELDS_KEPT - 1)
    return first > end ? '' : this.text.slice(this.starts[first], this.ends[end])
  }
}

/** Half of the fields are empty: that is seen before asking for an index. */
function nextComma(text: string, from: number): number {
  return text.charCodeAt(from) === COMMA ? from : text.indexOf(',', from)
}

/** Where a field that opened with `\"` closes: at the next `\"` before a comma or the end of the text; -1 if nowhere. */
function escapedClose(text: string, from: number): number {
  const close = text.indexOf('\\",', from)
  if (close !== -1) return close
  return text.length - 2 >= from && text.endsWith('\\"') ? text.length - 2 : -1
}

/** `"a ""b"" c"d` is `a "b" cd`. */
function unquoteMixed(slice: string): string {
  let close = slice.indexOf('"', 1)
  while (slice.charCodeAt(close + 1) === QUOTE) close = slice.indexOf('"', close + 2)
  return slice.slice(1, close).replaceAll('""', '"') + slice.slice(close + 1)
}
