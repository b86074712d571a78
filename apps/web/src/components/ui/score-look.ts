import type { Severity } from '@sallyport/shared'
import type { Lookup } from './lookup-state'
import { lookupText } from './lookup-state'

/** What a score from 0 to 100 means, and the severity whose shape and colour it takes. */
export interface ScoreLook {
  readonly word: string
  readonly severity: Severity
}

const BANDS: readonly (readonly [from: number, look: ScoreLook])[] = [
  [75, { word: 'malicious', severity: 'CRITICAL' }],
  [50, { word: 'suspicious', severity: 'HIGH' }],
  [25, { word: 'doubtful', severity: 'MEDIUM' }],
  [1, { word: 'hardly suspicious', severity: 'LOW' }],
]

export function scoreLook(score: number): ScoreLook {
  return BANDS.find(([from]) => score >= from)?.[1] ?? { word: 'harmless', severity: 'INFORMATIONAL' }
}

type Answer = Pick<Lookup, 'state' | 'reason' | 'refreshing'>

/** Why there is no score: what is still to come first, then what went wrong, then that nobody knows. */
export function noScoreText(answers: readonly Answer[]): string {
  const of = (state: Answer['state']) => answers.find(answer => answer.state === state)
  if (of('PENDING') || answers.some(({ refreshing }) => refreshing)) return 'pending'
  if (of('KNOWN') || of('UNKNOWN')) return 'unknown'
  const failed = of('FAILED')
  if (failed) return lookupText(failed)
  return lookupText({ state: 'NOT_ASKED', reason: of('NOT_ASKED')?.reason ?? null })
}
