const SEPARATORS = [',', ';', '\t'] as const

/**
 * Reads one column, counted from 1, of lines of CSV (RFC 4180, a quoted field ends with its line). The separator is that of
 * the first line: the comma, or where there is none the semicolon or the tab.
 */
export function columnReader(column: number): (line: string) => string | undefined {
  let separator: string | undefined
  return line => {
    separator ??= SEPARATORS.find(mark => line.includes(mark)) ?? ','
    return fieldOf(line, column, separator)
  }
}

function fieldOf(line: string, column: number, separator: string): string | undefined {
  let at = 0
  for (let passed = 1; at <= line.length; passed += 1) {
    while (line[at] === ' ') at += 1
    const isQuoted = line[at] === '"'
    const behindQuote = isQuoted ? endOfQuoted(line, at) : at
    const next = line.indexOf(separator, behindQuote)
    const end = next < 0 ? line.length : next
    if (passed === column) return isQuoted ? line.slice(at + 1, behindQuote - 1).replaceAll('""', '"') : line.slice(at, end).trim()
    if (next < 0) return undefined
    at = next + 1
  }
  return undefined
}

/** Place behind the closing quote, or behind the line with a quote that is not closed. */
function endOfQuoted(line: string, at: number): number {
  for (let end = line.indexOf('"', at + 1); end >= 0; end = line.indexOf('"', end + 2)) if (line[end + 1] !== '"') return end + 1
  return line.length + 1
}
