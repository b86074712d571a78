export interface ActivityDay {
  /** 2026-11-24, in UTC. */
  readonly day: string
  readonly blocked: number
  readonly allowed: number
}

const DAY_MS = 86_400_000
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** One for each of the last `days` days, today last; those without alerts too, so that a gap is seen as one. */
export function everyDay(
  counted: readonly { readonly day: string; readonly alerts: number; readonly blocked: number }[],
  days: number,
  now: number,
): readonly ActivityDay[] {
  const known = new Map(counted.map(count => [dayOf(Date.parse(count.day)), count]))
  return Array.from({ length: days }, (_, index) => {
    const day = dayOf(now - (days - 1 - index) * DAY_MS)
    const { alerts = 0, blocked = 0 } = known.get(day) ?? {}
    return { day, blocked, allowed: Math.max(0, alerts - blocked) }
  })
}

/** What the chart shows, in words: for those who do not see it. */
export function activityText(days: readonly ActivityDay[]): string {
  const sum = (of: (day: ActivityDay) => number) => days.reduce((total, day) => total + of(day), 0)
  const alerts = sum(({ blocked, allowed }) => blocked + allowed)
  if (alerts === 0) return `No alerts in ${days.length} days`
  const most = days.reduce((best, day) => (day.blocked + day.allowed > best.blocked + best.allowed ? day : best))
  return `${alerts} ${alerts === 1 ? 'alert' : 'alerts'} in ${days.length} days, ${sum(({ allowed }) => allowed)} allowed; most on ${most.day}: ${most.blocked + most.allowed}`
}
