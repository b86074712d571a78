/** What the schedule knows of a feed. */
export interface ScheduledFeed {
  readonly id: number
  readonly intervalSeconds: number
  readonly fetchedAt: Date | null
  /** Of the last fetch; null: it went well. */
  readonly error: string | null
}

/** A feed that failed is tried again after this, or its interval if that is shorter: its server is not to be pestered. */
const RETRY_SECONDS = 900
/** Share of the interval by which fetches are spread, so that not all feeds are fetched at once. */
const SPREAD = 0.1

/** When the feed is to be fetched, as epoch milliseconds: the same on every replica. */
export function dueAt({ id, intervalSeconds, fetchedAt, error }: ScheduledFeed): number {
  if (fetchedAt === null) return 0
  const seconds = error === null ? intervalSeconds : Math.min(intervalSeconds, RETRY_SECONDS)
  return fetchedAt.getTime() + Math.round(seconds * 1_000 * (1 + SPREAD * shareOf(id, fetchedAt.getTime())))
}

/** 0 … 1, as good as random, and the same for the same feed and time. */
function shareOf(id: number, time: number): number {
  const mixed = Math.imul((id * 0x9e37_79b1) ^ (time % 0x7fff_ffff), 0x85eb_ca6b) >>> 0
  return mixed / 0xffff_ffff
}

const SMALL_FEED = 50
const SHRINK_TO = 0.1

/**
 * Why a list that was read well is not taken: a feed that loses nine tenths of its entries at once is broken more often
 * than clean. undefined: take it. Small feeds come and go.
 */
export function shrinkFault(before: number, now: number): string | undefined {
  if (before < SMALL_FEED || now >= before * SHRINK_TO) return undefined
  const [from, to] = [before.toLocaleString('en'), now.toLocaleString('en')]
  return `It shrank from ${from} to ${to} entries, so the last good list is used on. If that is right, fetch it by hand`
}
