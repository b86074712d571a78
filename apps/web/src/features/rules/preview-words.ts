import { formatCount, formatCounted } from '../../lib/format'

export interface Effect {
  readonly action: string
  readonly times: number
  readonly wouldAdd: number
  readonly alreadyListed: number
  readonly protected: number
  readonly internal: number
  readonly invalid: number
}

/** would add 14 (3 already listed, 1 protected, 2 internal) */
export function effectText({ wouldAdd, alreadyListed, protected: kept, internal, invalid, times }: Effect, onList: boolean): string {
  if (!onList) return formatCounted(times, 'time')
  const others = [
    [alreadyListed, 'already listed'],
    [kept, 'protected'],
    [internal, 'internal'],
    [invalid, 'of another kind'],
  ] as const
  const told = others.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`)
  return `would add ${formatCount(wouldAdd)}${told.length > 0 ? ` (${told.join(', ')})` : ''}`
}

/** What the chart shows, in words: for those who do not see it. */
export function pointsText(points: readonly { readonly at: string; readonly matches: number }[]): string {
  const total = points.reduce((sum, { matches }) => sum + matches, 0)
  const most = Math.max(0, ...points.map(({ matches }) => matches))
  return `${countedMatches(total)} over ${formatCounted(points.length, 'step')} of time, at most ${formatCount(most)} in one`
}

export const countedMatches = (count: number): string => `${formatCount(count)} ${count === 1 ? 'match' : 'matches'}`
