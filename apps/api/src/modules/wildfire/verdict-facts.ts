import { WildfireVerdict } from '@sallyport/shared'
import { z } from 'zod'
import type { LookupAnswer } from '../enrichment/index.js'
import { isSettled, scoreOfVerdict } from './wildfire-verdict.js'

const verdict = z.enum(WildfireVerdict)
const time = z.iso.datetime()

const schema = z.object({
  verdict,
  firstAskedAt: time,
  /** Since when the file is watched: asked about again by itself. */
  watchedSince: time,
  askedAt: time,
  /** The one before this, where it was another. */
  previousVerdict: verdict.optional(),
  verdictChangedAt: time.optional(),
})

/** What is stored of a verdict: `facts` of WILDFIRE_VERDICT. */
export type VerdictFacts = z.infer<typeof schema>

/** undefined: there are none. */
export const readVerdictFacts = (facts: unknown): VerdictFacts | undefined => schema.safeParse(facts).data

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long verdicts that may still change are asked about again. */
const WATCH_SECONDS = 7 * DAY
/** Nobody asked for so long: the watch is over, and a new alert begins another. */
const WATCH_LAPSE_SECONDS = 3 * DAY

/** Pause before the next question: half the age of the watch, between these. */
const PAUSES: Readonly<Partial<Record<WildfireVerdict, readonly [least: number, most: number]>>> = {
  PENDING: [MINUTE, 6 * HOUR],
  ERROR: [30 * MINUTE, 12 * HOUR],
  UNKNOWN: [5 * MINUTE, 12 * HOUR],
  BENIGN: [HOUR, DAY],
  GRAYWARE: [HOUR, DAY],
}

/** How long an answer is good when nobody is watching the file: then it is asked for once more when it is wanted. */
const GOOD_FOR: Readonly<Partial<Record<WildfireVerdict, number>>> = { PENDING: HOUR, ERROR: 6 * HOUR, UNKNOWN: DAY }
const SETTLED_GOOD_FOR = 7 * DAY

/** What a verdict of the API makes of what was known. Pure: `now` in epoch milliseconds. */
export function verdictAnswer(told: WildfireVerdict, before: VerdictFacts | undefined, now: number): LookupAnswer {
  if (told === 'INVALID') return { kind: 'failed', reason: 'WildFire says that this is not a valid hash' }
  const facts = nextFacts(told, before, new Date(now).toISOString())
  // A verdict that had been settled stays while WildFire looks at the file again; until then it is asked as it would be otherwise.
  const pause = watchPause(told, (now - Date.parse(facts.watchedSince)) / 1000)
  const expiresInSeconds = pause ?? GOOD_FOR[told] ?? SETTLED_GOOD_FOR
  const common = { facts, expiresInSeconds, ...(pause !== undefined && { askAgainInSeconds: pause }) }
  return facts.verdict === 'UNKNOWN' ? { kind: 'unknown', ...common } : { kind: 'known', ...common, score: scoreOfVerdict(facts.verdict) }
}

/** undefined: it is not asked about again by itself. */
function watchPause(told: WildfireVerdict, watchedSeconds: number): number | undefined {
  const [least, most] = PAUSES[told] ?? []
  if (least === undefined || most === undefined || watchedSeconds >= WATCH_SECONDS) return undefined
  return Math.round(Math.min(most, Math.max(least, watchedSeconds / 2)))
}

function nextFacts(told: WildfireVerdict, before: VerdictFacts | undefined, now: string): VerdictFacts {
  if (!before) return { verdict: told, firstAskedAt: now, watchedSince: now, askedAt: now }
  const lapsed = Date.parse(now) - Date.parse(before.askedAt) > WATCH_LAPSE_SECONDS * 1000
  const verdict = isSettled(before.verdict) && !isSettled(told) ? before.verdict : told
  return {
    ...before,
    verdict,
    askedAt: now,
    ...(lapsed && { watchedSince: now }),
    ...(verdict !== before.verdict && { previousVerdict: before.verdict, verdictChangedAt: now }),
  }
}
