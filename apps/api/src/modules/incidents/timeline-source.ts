import type { TimelineKind } from '@sallyport/shared'
import type { ActivityCause } from './incident.js'

/** One thing that happened to an incident, as a source tells it. */
export interface TimelineRow {
  /** Digits, at most 18; unique in its source. */
  readonly id: string
  /** To the millisecond. */
  readonly at: Date
  readonly kind: TimelineKind
  readonly cause: ActivityCause
  /** A person's id; null: none. */
  readonly userId: string | null
  /** Whoever else did it, such as a rule or API key, by name. */
  readonly by: string | null
  /** What happened: a sentence without who did it. */
  readonly text: string
  readonly detail: string | null
  /** Incident that it happened to: another one than was asked about where that was merged into it. */
  readonly incidentId: string
  readonly listId?: number | undefined
  readonly deviceId?: number | undefined
}

export interface TimelineQuery {
  /** An incident, and those that were merged into it. */
  readonly incidentIds: readonly string[]
  /** undefined: all. */
  readonly kinds: readonly TimelineKind[] | undefined
  /** Only what is before it in the order (at, id). */
  readonly before: { readonly at: Date; readonly id: string }
  readonly limit: number
}

/** A part of the server that knows what happened to incidents. Modules above incidents implement it; compose gives them. */
export interface TimelineSource {
  /** Lower-case letters and hyphens; a part of cursors and ids, so it never changes. */
  readonly name: string
  /** It is not asked for others. */
  readonly kinds: readonly TimelineKind[]
  /** At most `limit` rows, by (at, id) descending. */
  page(query: TimelineQuery): Promise<readonly TimelineRow[]>
}
