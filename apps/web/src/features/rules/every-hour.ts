const HOUR_MS = 3_600_000

/** Matches of each of the last hours, this one last; those without matches too. */
export function everyHour(
  counted: readonly { readonly hour: string; readonly matches: number }[],
  hours: number,
  now: number,
): readonly number[] {
  const newest = Math.floor(now / HOUR_MS)
  const known = new Map(counted.map(({ hour, matches }) => [Math.floor(Date.parse(hour) / HOUR_MS), matches]))
  return Array.from({ length: hours }, (_, index) => known.get(newest - (hours - 1 - index)) ?? 0)
}
