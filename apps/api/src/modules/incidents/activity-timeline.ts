import type { IncidentActivityKind, IncidentState, TimelineKind } from '@sallyport/shared'
import type { Pool } from 'pg'
import { z } from 'zod'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { ACTIVITY_COLUMNS, type IncidentActivityRow } from './incident-row.js'
import type { TimelineQuery, TimelineRow, TimelineSource } from './timeline-source.js'

/** Under which kind each activity is told. */
const KIND_OF: Readonly<Record<IncidentActivityKind, TimelineKind>> = {
  CREATED: 'STATE',
  OPENED: 'STATE',
  ASSIGNED: 'STATE',
  UNASSIGNED: 'STATE',
  CLOSED: 'STATE',
  IGNORED: 'STATE',
  REOPENED: 'STATE',
  MUTED: 'STATE',
  MUTE_RECEIPT: 'STATE',
  MUTE_ENDED: 'STATE',
  COMMENTED: 'COMMENT',
  EDITED: 'FIELD',
  TASK_ADDED: 'TASK',
  TASK_DONE: 'TASK',
  TASK_REOPENED: 'TASK',
  MERGED: 'MERGE',
  SPLIT: 'MERGE',
  UNDONE: 'MERGE',
  RULE_MATCHED: 'RULE',
  RULE_ACTED: 'RULE',
  VERDICT_CHANGED: 'ENRICHMENT',
}

/** Told by matches and their outcomes (modules/rules). */
const TOLD_ELSEWHERE: readonly IncidentActivityKind[] = ['RULE_MATCHED', 'RULE_ACTED']

const KINDS = [...new Set(Object.values(KIND_OF))]

/** What history facts may hold; a part that is not as expected is left out. */
const factsSchema = z
  .object({
    ruleName: z.string().optional().catch(undefined),
    apiKeyName: z.string().optional().catch(undefined),
    changes: z
      .array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
      .optional()
      .catch(undefined),
    until: z.iso
      .datetime()
      .transform(time => new Date(time))
      .optional()
      .catch(undefined),
  })
  .catch({})

type Told = Pick<IncidentActivityRow, 'kind' | 'summary' | 'detail' | 'facts' | 'assigneeId' | 'toState'> & {
  readonly assignee: string | null
}

/** The history of incidents: what people, rules, programs and the server did to them. */
export class ActivityTimeline implements TimelineSource {
  readonly name = 'activity'
  readonly kinds = KINDS

  constructor(private readonly deps: { readonly pool: Pool }) {}

  async page({ incidentIds, kinds, before, limit }: TimelineQuery): Promise<TimelineRow[]> {
    const told = Object.entries(KIND_OF)
      .filter(([kind, as]) => !(TOLD_ELSEWHERE as readonly string[]).includes(kind) && (kinds?.includes(as) ?? true))
      .map(([kind]) => kind)
    const rows = await readRows<IncidentActivityRow & { assignee: string | null }>(
      this.deps.pool,
      sql`SELECT page.*, person.name AS assignee FROM (
          SELECT ${ACTIVITY_COLUMNS} FROM incident_activity
          WHERE incident_id = ANY(${incidentIds}::bigint[]) AND kind = ANY(${told}::text[])
            AND (created_at, id) < (${before.at}::timestamptz, ${before.id}::bigint)
          ORDER BY created_at DESC, id DESC LIMIT ${limit}
        ) AS page LEFT JOIN "user" AS person ON person.id = page."assigneeId" ORDER BY page."createdAt" DESC, page.id DESC`,
    )
    return rows.map(row => {
      const { ruleName, apiKeyName } = factsSchema.parse(row.facts ?? {})
      const { text, detail } = wordsOf(row)
      return {
        id: row.id,
        at: row.createdAt,
        kind: KIND_OF[row.kind],
        cause: row.cause,
        userId: row.userId,
        by: row.cause === 'RULE' ? (ruleName ?? null) : row.cause === 'API_KEY' ? (apiKeyName ?? null) : null,
        text,
        detail,
        incidentId: row.incidentId,
      }
    })
  }
}

/** What happened, in words. */
export function wordsOf({ kind, summary, detail, facts, assignee, toState }: Told): {
  readonly text: string
  readonly detail: string | null
} {
  const { changes = [], until } = factsSchema.parse(facts ?? {})
  const edited = changes.map(changeText).join(', ')
  const said = (text: string) => ({ text, detail: detail ?? null })
  const reopened = toState === null ? '' : ' and reopened it'
  switch (kind) {
    case 'CREATED':
      return said(summary === null ? 'opened it' : `opened it: ${summary}`)
    case 'OPENED':
      return said('began to look at it')
    case 'ASSIGNED':
      return said(`assigned it to ${assignee ?? 'somebody who is gone'}`)
    case 'UNASSIGNED':
      return said(assignee === null ? 'took the assignee away' : `took it from ${assignee}`)
    case 'COMMENTED':
      return said('commented')
    case 'CLOSED':
      return said([`closed it: ${summary ?? ''}`, edited].filter(Boolean).join('; '))
    case 'IGNORED':
      return said('ignored it')
    case 'REOPENED':
      return said(summary === null ? 'reopened it' : `reopened it: ${summary}`)
    case 'VERDICT_CHANGED':
      return said(`${summary ?? 'A verdict changed'}${reopened}`)
    case 'EDITED':
      return said(edited === '' ? 'changed it' : `changed ${edited}`)
    case 'TASK_ADDED':
      return said(`added the task ‘${summary ?? ''}’`)
    case 'TASK_DONE':
      return said(`did the task ‘${summary ?? ''}’`)
    case 'TASK_REOPENED':
      return said(`reopened the task ‘${summary ?? ''}’`)
    case 'MUTED':
      return said(until === undefined ? 'muted it' : `muted it until ${timeText(until)}`)
    case 'UNDONE':
      return said(summary ?? takenBackText(toState, edited))
    case 'MERGED':
    case 'SPLIT':
    case 'MUTE_RECEIPT':
    case 'MUTE_ENDED':
    case 'RULE_MATCHED':
    case 'RULE_ACTED':
      return said(summary ?? kind.toLowerCase().replaceAll('_', ' '))
    default:
      return kind satisfies never
  }
}

/** Of a job: 'took a change back: it is open again, severity from LOW to HIGH'. */
function takenBackText(toState: IncidentState | null, edited: string): string {
  const parts = [toState === null ? '' : `it is ${toState.toLowerCase()} again`, edited].filter(Boolean)
  return parts.length === 0 ? 'took a change back' : `took a change back: ${parts.join(', ')}`
}

/** '25 Nov 2026 12:00 UTC'. */
export function timeText(time: Date): string {
  const [, day, month, year, clock] = /^\w+, (\d+) (\w+) (\d+) (\d\d:\d\d)/.exec(time.toUTCString()) ?? []
  return `${Number(day)} ${month} ${year} ${clock} UTC`
}

/** 'severity from HIGH to LOW', 'tags to dmz'. */
function changeText({
  field,
  before,
  after,
}: {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}): string {
  const name = field.replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  if (after === null) return `${name} from ${before ?? 'nothing'} to nothing`
  return before === null ? `${name} to ${after}` : `${name} from ${before} to ${after}`
}
