import type { LookupState } from '@sallyport/shared'
import type { LookupAnswer } from './lookup-provider.js'

/** Largest answer that is kept, as JSON. */
const FACTS_MAX_BYTES = 65_536
const DEPTH_MAX = 40
const REASON_MAX = 500
/** A value that was refused, or given up, is asked about again by the next alert after this time. */
const FAILED_SECONDS = 3_600
const LONGEST_SECONDS = 366 * 86_400
const LATER_LONGEST_SECONDS = 6 * 3_600
/** Pauses after a failure: 30 s, doubled with each, up to the longest pause of the circuit breaker. */
export const FIRST_PAUSE_SECONDS = 30
export const LONGEST_PAUSE_SECONDS = 900
/** From this attempt on pages tell that it failed. */
const FAILED_FROM = 5
/** About half a day of trying. Afterwards it is asked again when somebody wants it. */
const ATTEMPTS_MAX = 50

/** A row of `lookup` while somebody asks. */
export interface AskedRow {
  readonly state: LookupState
  readonly attempts: number
  /** Whether there is an answer from before. */
  readonly answered: boolean
}

/** What is written into the row. undefined leaves a column as it is. */
export interface Outcome {
  readonly state: LookupState
  /** An answer replaces facts, score and times; a failure leaves those of the last answer. */
  readonly answer: { readonly facts: string | null; readonly score: number | null; readonly expiresAt: Date } | undefined
  readonly reason: string | null
  readonly attempts: number
  readonly dueAt: Date | null
  /** For metrics. */
  readonly told: 'known' | 'unknown' | 'later' | 'failed' | 'fault'
}

/** What an answer makes of the row. */
export function outcomeOf(answer: LookupAnswer, row: AskedRow, now: number): Outcome {
  switch (answer.kind) {
    case 'known':
    case 'unknown':
      return answered(answer, now)
    case 'later':
      return later(answer, row, now)
    case 'failed':
      return refused(answer.reason, now)
  }
}

function answered(answer: Extract<LookupAnswer, { kind: 'known' | 'unknown' }>, now: number): Outcome {
  const facts = toJson(answer.facts ?? null)
  if (facts === undefined) return refused('The answer cannot be stored: it is too large or malformed', now)
  return {
    state: answer.kind === 'known' ? 'KNOWN' : 'UNKNOWN',
    answer: {
      facts: facts === 'null' ? null : facts,
      score: answer.kind === 'known' ? toScore(answer.score) : null,
      expiresAt: after(now, answer.expiresInSeconds),
    },
    reason: null,
    attempts: 0,
    dueAt: answer.askAgainInSeconds === undefined ? null : after(now, answer.askAgainInSeconds),
    told: answer.kind,
  }
}

function later({ reason, pauseSeconds, giveUpAfter }: Extract<LookupAnswer, { kind: 'later' }>, row: AskedRow, now: number): Outcome {
  const attempts = row.attempts + 1
  if (attempts >= giveUpAfter) return refused(`No answer after ${attempts} questions: ${reason}`, now)
  const pause = Math.min(Math.max(pauseSeconds, 1) * 2 ** Math.min(row.attempts, 20), LATER_LONGEST_SECONDS)
  return { state: row.state, answer: undefined, reason: told('waiting', reason), attempts, dueAt: after(now, pause), told: 'later' }
}

const refused = (reason: string, now: number): Outcome => ({
  state: 'FAILED',
  answer: { facts: null, score: null, expiresAt: after(now, FAILED_SECONDS) },
  reason: told('failed', reason),
  attempts: 0,
  dueAt: null,
  told: 'failed',
})

/** What it makes of the row that the provider could not be asked. An answer from before stays what it is, and says why it is not newer. */
export function outcomeOfFault(message: string, row: AskedRow, now: number): Outcome {
  const attempts = row.attempts + 1
  const isFailed = attempts >= FAILED_FROM
  return {
    state: isFailed && !row.answered ? 'FAILED' : row.state,
    answer: undefined,
    reason: told(isFailed ? 'failed' : 'waiting', message),
    attempts,
    dueAt: attempts >= ATTEMPTS_MAX ? null : after(now, pauseAfter(attempts)),
    told: 'fault',
  }
}

/** Seconds to wait after so many failures in a row. */
export const pauseAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE_SECONDS * 2 ** Math.min(Math.max(failures - 1, 0), 10), LONGEST_PAUSE_SECONDS)

/** 'failed: why' or 'waiting: why', of bounded length, in characters that PostgreSQL holds. */
export function told(what: 'failed' | 'waiting', reason: string): string {
  const text = storableText(reason)
  return `${what}: ${text.length > REASON_MAX ? `${text.slice(0, REASON_MAX)}…` : text}`.toWellFormed()
}

const after = (now: number, seconds: number): Date =>
  new Date(now + Math.min(Number.isFinite(seconds) ? Math.max(seconds, 1) : FAILED_SECONDS, LONGEST_SECONDS) * 1_000)

const toScore = (score: number | undefined): number | null =>
  score === undefined || !Number.isFinite(score) ? null : Math.min(Math.max(Math.round(score), 0), 100)

/** undefined: too large, too deep, or no JSON. */
function toJson(facts: unknown): string | undefined {
  try {
    const text = JSON.stringify(storable(facts, 0))
    return typeof text === 'string' && Buffer.byteLength(text) <= FACTS_MAX_BYTES ? text : undefined
  } catch {
    return undefined
  }
}

/** PostgreSQL takes neither NUL nor half a surrogate pair, in names neither, and no end of nesting. */
function storable(value: unknown, depth: number): unknown {
  if (depth > DEPTH_MAX) throw new RangeError('Nested too deeply')
  if (typeof value === 'string') return storableText(value)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(one => storable(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storableText(name), storable(one, depth + 1)]))
}

const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed()
