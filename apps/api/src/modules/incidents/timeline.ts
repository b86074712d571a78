import type { TimelineKind } from '@sallyport/shared'
import type { TimelineQuery, TimelineRow, TimelineSource } from './timeline-source.js'

export interface TimelineEntry extends TimelineRow {
  readonly source: string
}

/** Where a page ends. */
export interface TimelinePosition {
  readonly at: Date
  readonly source: string
  readonly id: string
}

/** Later than all, and larger than all ids. */
const END_OF_TIME = new Date('9999-12-31T23:59:59.999Z')
const ID_MAX = '999999999999999999'

/**
 * Newest first; what happened in the same millisecond by source and id, so that the order is the same for every page. All
 * sources are merged by it.
 */
export function compareEntries(left: TimelinePosition, right: TimelinePosition): number {
  const time = right.at.getTime() - left.at.getTime()
  if (time !== 0) return time
  if (left.source !== right.source) return left.source < right.source ? 1 : -1
  const [leftId, rightId] = [BigInt(left.id), BigInt(right.id)]
  return leftId === rightId ? 0 : leftId < rightId ? 1 : -1
}

/** The position after which a source is to go on, in its own order (at, id). */
export function beforeIn(source: string, after: TimelinePosition | undefined): TimelineQuery['before'] {
  if (!after) return { at: END_OF_TIME, id: ID_MAX }
  if (source === after.source) return { at: after.at, id: after.id }
  // Of the same millisecond all is still to come, or nothing.
  return { at: after.at, id: source < after.source ? ID_MAX : '-1' }
}

/** The first of what the sources have, each of which is in order. */
export const mergeEntries = (pages: readonly (readonly TimelineEntry[])[], limit: number): TimelineEntry[] =>
  pages.flat().sort(compareEntries).slice(0, limit)

export interface TimelineRequest {
  readonly incidentId: string
  readonly kinds: readonly TimelineKind[] | undefined
  readonly after: TimelinePosition | undefined
  readonly limit: number
}

export interface TimelineDeps {
  readonly sources: readonly TimelineSource[]
  readonly moves: { withMerged(incidentId: string): Promise<readonly string[]> }
}

/** All that happened to an incident, whichever part of the server knows it, and to those that were merged into it. */
export class Timeline {
  constructor(private readonly deps: TimelineDeps) {}

  /** At most `limit` entries, the newest first. */
  async page({ incidentId, kinds, after, limit }: TimelineRequest): Promise<TimelineEntry[]> {
    const incidentIds = await this.deps.moves.withMerged(incidentId)
    const asked = this.deps.sources.filter(source => kinds === undefined || source.kinds.some(kind => kinds.includes(kind)))
    const pages = await Promise.all(
      asked.map(async source => {
        const rows = await source.page({ incidentIds, kinds, before: beforeIn(source.name, after), limit })
        return rows.map(row => ({ ...row, source: source.name }))
      }),
    )
    return mergeEntries(pages, limit)
  }
}
