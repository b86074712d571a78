import type { LineVerdict } from '@sallyport/shared'
import { formatDateTime } from '../../lib/format'
import type { EntriesPreviewFacts } from './use-entries-preview'

/** What a list says of one value. */
export interface ValueCheck {
  readonly verdict: LineVerdict
  /** Canonical; null: it is none. */
  readonly value: string | null
  readonly reason: string | null
}

const HEADER = 'value'

/** Values as entriesPreview takes them. Every one is quoted below a header, so that none is read as a table, a header or a comment. */
export const previewText = (values: readonly string[]): string =>
  [HEADER, ...values.map(value => `"${value.replaceAll('"', '""').replaceAll(/[\r\n]+/g, ' ')}"`)].join('\n')

/** Answers for previewText, by the values as they were given. */
export function checksOf(values: readonly string[], { lines }: Pick<EntriesPreviewFacts, 'lines'>): ReadonlyMap<string, ValueCheck> {
  const byLine = new Map(lines.map(line => [line.line, line]))
  return new Map(
    values.flatMap((value, index) => {
      const check = byLine.get(index + 2)
      return check ? [[value, check] as const] : []
    }),
  )
}

/** No list takes it, or this one does not. Whoever blocks by hand may put back what was unblocked. */
export const isRefused = ({ verdict }: ValueCheck): boolean => verdict === 'PROTECTED' || verdict === 'INVALID'

const withoutPrefix = (text: string | null, prefix: RegExp): string => (text ?? '').replace(prefix, '')

/** The wider entry that covers a value. */
export const coveredBy = ({ verdict, reason }: ValueCheck): string | null =>
  verdict === 'COVERED' ? withoutPrefix(reason, /^Covered by /) || null : null

/**
 * What is said of a value before it is added; null: nothing stands against it.
 * @param asTheListSays the list's own expiry is chosen: what covers a value by that may end before another one
 */
export function checkText(check: ValueCheck, listName: string, asTheListSays: boolean): string | null {
  const { verdict, reason } = check
  switch (verdict) {
    case 'NEW':
      return null
    case 'PROTECTED':
      return `protected: ${withoutPrefix(reason, /^Protected: /)}`
    case 'COVERED':
      return `covered by ${coveredBy(check) ?? 'a wider entry'} on ${listName}${asTheListSays ? '' : ', unless that ends sooner'}`
    case 'ALREADY_THERE':
      return `on ${listName} already${withoutPrefix(reason, /^On the list already/)}`
    case 'COOLING_DOWN':
      return `unblocked lately: rules do not put it on ${listName}, you may`
    case 'DUPLICATE_IN_INPUT':
      return 'the same as another one here'
    case 'INVALID':
      return `${listName} does not take it${reason === null ? '' : `: ${reason}`}`
  }
}

/** The API's reasons hold times in UTC. */
export const timesInZone = (reason: string, timeZone: string): string =>
  reason.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, at => formatDateTime(at, timeZone))

/** What became of a value that was to be added. */
export interface Outcome {
  /** ADDED; THERE: it or a wider entry blocks it already; OFF: it does not, see `reason`. */
  readonly state: 'ADDED' | 'THERE' | 'OFF'
  /** What stands on the list: the value as the list writes it, or the wider one. */
  readonly entry: string
  readonly value: string
  readonly reason: string | null
  readonly verdict: LineVerdict | null
}

/** @param index of the value in listEntriesAdd's input */
export function outcomeOf(value: string, index: number, preview: EntriesPreviewFacts | null): Outcome {
  const check = preview?.lines.find(({ line }) => line === index + 1)
  if (!check) {
    // Refused lines come first and are cut at 500: a line that is not among them was added, unless there are more.
    const isCut = preview !== null && refusedCount(preview) > preview.lines.filter(({ verdict }) => verdict !== 'NEW').length
    const reason = isCut ? 'Look at the list: too many values were refused to tell of each.' : null
    return { state: isCut ? 'OFF' : 'ADDED', entry: value, value, reason, verdict: null }
  }
  const { verdict, reason } = check
  const shown = check.value ?? value
  if (verdict === 'NEW') return { state: 'ADDED', entry: shown, value: shown, reason: null, verdict }
  // The API has no verdict of its own for an entry that is there and disabled.
  const isThere = verdict === 'COVERED' || (verdict === 'ALREADY_THERE' && !/^On the list already, disabled/.test(reason ?? ''))
  return { state: isThere ? 'THERE' : 'OFF', entry: coveredBy(check) ?? shown, value: shown, reason, verdict }
}

const refusedCount = ({ counts }: EntriesPreviewFacts): number =>
  counts.reduce((sum, { verdict, count }) => sum + (verdict === 'NEW' ? 0 : count), 0)
