import { formatDuration } from '../../lib/format'

export interface Due {
  /** null: no target, or done. */
  readonly acknowledgeBy: string | null
  readonly closeBy: string | null
}

export type DueUrgency = 'ahead' | 'soon' | 'over'

export interface DueLook {
  readonly what: 'Acknowledge' | 'Close'
  readonly at: string
  readonly urgency: DueUrgency
  /** "Acknowledge in 5 min", "Close 2 h late" */
  readonly text: string
  /** "5 min", "2 h late" */
  readonly short: string
}

const SOON_MS = 15 * 60_000

/** What is due next. A target that was passed stays until it is done. */
export function dueLook({ acknowledgeBy, closeBy }: Due, now: number): DueLook | null {
  const at = acknowledgeBy ?? closeBy
  if (at === null) return null
  const what = acknowledgeBy !== null ? 'Acknowledge' : 'Close'
  const left = Date.parse(at) - now
  const time = formatDuration(left)
  if (left < 0) return { what, at, urgency: 'over', text: `${what} ${time} late`, short: `${time} late` }
  return { what, at, urgency: left <= SOON_MS ? 'soon' : 'ahead', text: `${what} in ${time}`, short: time }
}
