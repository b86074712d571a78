import { ENTRY_REASON_MAX_LENGTH, type LineVerdict, type ListKind } from '@sallyport/shared'
import { contains, compareRanges, type AddressRange } from './entry/address-range.js'
import { canonicalEntry } from './entry/canonical-entry.js'
import { plainText, visibleText } from './entry/hidden-character.js'
import type { TypedLine } from './entry/typed-lines.js'
import type { CoolDownIndex } from './cool-down.js'
import type { ProtectionIndex } from './protection.js'

/** What becomes of one typed line. */
export interface LineCheck {
  readonly line: number
  readonly typed: string
  readonly value: string | null
  readonly verdict: LineVerdict
  readonly reason: string | null
}

/** A line that may be added, unless the list has it already. */
export interface Candidate {
  readonly line: number
  readonly typed: string
  readonly value: string
  readonly range: AddressRange | undefined
  readonly reason: string
  readonly expiresAt: Date | null
}

export interface CheckRules {
  readonly kind: ListKind
  readonly protections: ProtectionIndex
  /** undefined: a person adds it by hand, whatever was unblocked before. */
  readonly coolDowns: CoolDownIndex | undefined
  readonly now: number
  /** For lines that do not say their own. */
  readonly reason: string
  readonly expiresAt: Date | null
}

export interface CheckedLines {
  readonly candidates: Candidate[]
  readonly refused: LineCheck[]
}

const TYPED_SHOWN_MAX = 300
/** Lines that are checked before others get their turn. */
const LINES_PER_TURN = 2_000

/** What can be said of lines without asking the list: the rest are candidates, each value once. */
export async function checkLines(lines: readonly TypedLine[], rules: CheckRules): Promise<CheckedLines> {
  const seen = new Map<string, number>()
  const checked: CheckedLines = { candidates: [], refused: [] }
  for (const [index, line] of lines.entries()) {
    if (index % LINES_PER_TURN === LINES_PER_TURN - 1) await new Promise(setImmediate)
    const result = checkLine(line, rules, seen)
    if ('verdict' in result) checked.refused.push(result)
    else checked.candidates.push(result)
  }
  return checked
}

function checkLine(line: TypedLine, rules: CheckRules, seen: Map<string, number>): Candidate | LineCheck {
  const { kind, protections, coolDowns } = rules
  const canonical = canonicalEntry(kind, line.typed)
  if (!canonical.ok) return lineCheck(line, null, 'INVALID', canonical.reason)
  const { value, range } = canonical
  const expires = readExpires(line.expires, rules)
  if (typeof expires === 'string') return lineCheck(line, value, 'INVALID', expires)
  const earlier = seen.get(value)
  if (earlier !== undefined) return lineCheck(line, value, 'DUPLICATE_IN_INPUT', `The same as line ${earlier}`)
  seen.set(value, line.line)
  const protection = protections.touchedBy(kind, { value, range })
  if (protection)
    return lineCheck(line, value, 'PROTECTED', `Protected: ${protection.value}${protection.description && ` (${protection.description})`}`)
  const coolDown = coolDowns?.touchedBy({ value, range })
  if (coolDown) return lineCheck(line, value, 'COOLING_DOWN', `${coolDown.value} was unblocked: not before ${coolDown.until.toISOString()}`)
  const reason = line.reason === undefined ? rules.reason : plainText(line.reason, ENTRY_REASON_MAX_LENGTH)
  return { line: line.line, typed: line.typed.trim(), value, range, reason, expiresAt: expires }
}

export const lineCheck = (
  { line, typed }: Pick<TypedLine, 'line' | 'typed'>,
  value: string | null,
  verdict: LineVerdict,
  reason: string | null,
): LineCheck => ({ line, typed: shown(typed), value, verdict, reason })

/** What is shown of a line must not act on the page or the terminal that shows it. */
const shown = (typed: string): string => visibleText(typed.slice(0, TYPED_SHOWN_MAX))

const TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i

/** Times without a zone are UTC. A text: why it is none. */
function readExpires(expires: string | undefined, { now, expiresAt }: CheckRules): Date | null | string {
  if (expires === undefined) return expiresAt
  if (!TIME.test(expires)) return 'The time of expiry is not an RFC 3339 date or time'
  const time = new Date(
    /[zZ]$|[+-]\d\d:?\d\d$/.test(expires.slice(10)) || expires.length === 10 ? expires.replace(' ', 'T') : `${expires.replace(' ', 'T')}Z`,
  )
  if (Number.isNaN(time.getTime())) return 'The time of expiry is not an RFC 3339 date or time'
  return time.getTime() <= now ? 'The time of expiry is past' : time
}

/** Whether one entry makes another one needless: it covers it for at least as long. */
export const outlasts = (outer: Date | null, inner: Date | null): boolean => outer === null || (inner !== null && outer >= inner)

/** Ranges that are looked at for each line: more that overlap in one input are somebody's attempt to keep the server busy. */
const OPEN_MAX = 100

/** Candidates that a wider one of the same input makes needless, by their values. */
export function coveredByOthers(candidates: readonly Candidate[]): Map<string, string> {
  const covered = new Map<string, string>()
  const ranged = candidates.filter((candidate): candidate is Candidate & { range: AddressRange } => candidate.range !== undefined)
  const open: (Candidate & { range: AddressRange })[] = []
  for (const candidate of ranged.sort((left, right) => compareRanges(left.range, right.range))) {
    while (open.length > 0 && !reaches(open.at(-1), candidate.range)) open.pop()
    const outer = open.find(other => contains(other.range, candidate.range) && outlasts(other.expiresAt, candidate.expiresAt))
    if (outer) covered.set(candidate.value, outer.value)
    else if (candidate.range.first !== candidate.range.last && open.length < OPEN_MAX) open.push(candidate)
  }
  return covered
}

const reaches = (open: { readonly range: AddressRange } | undefined, range: AddressRange): boolean =>
  open?.range.family === range.family && open.range.last >= range.first
