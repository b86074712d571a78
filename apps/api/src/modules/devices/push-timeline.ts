import type { MappingKind, SyncState } from '@sallyport/shared'
import type { Pool } from 'pg'
import { searchRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { TimelineQuery, TimelineRow, TimelineSource } from '../incidents/index.js'

interface PushRow {
  readonly id: string
  readonly at: Date
  readonly deviceId: number
  readonly device: string
  readonly userId: string | null
  readonly state: SyncState
  readonly message: string | null
  readonly commitJob: string | null
  readonly seconds: number | null
  /** Values of the incident that this run brought and took away, and how. */
  readonly added: readonly string[] | null
  readonly removed: readonly string[] | null
  readonly kinds: readonly MappingKind[] | null
}

/** Newest entries of an incident whose way to the devices is told. */
const ENTRIES_MAX = 500
const VALUES_SHOWN = 3

const KIND_WORDS: Readonly<Record<MappingKind, string>> = {
  ADDRESS_GROUP: 'address group',
  DYNAMIC_ADDRESS_GROUP: 'dynamic address group',
  URL_CATEGORY: 'URL category',
}

/**
 * What became of the values of incidents at the devices: runs that brought one or took one away, and runs that failed while one
 * was still to be brought or taken. Of failures that repeat themselves the first is told.
 */
export class PushTimeline implements TimelineSource {
  readonly name = 'pushes'
  readonly kinds = ['PUSH'] as const

  constructor(private readonly deps: { readonly pool: Pool }) {}

  async page({ incidentIds, before, limit }: TimelineQuery): Promise<TimelineRow[]> {
    const rows = await searchRows<PushRow>(
      this.deps.pool,
      sql`WITH entry AS MATERIALIZED (
          SELECT list_id, value, added_at, removed_at FROM list_entry
          WHERE incident_id = ANY(${incidentIds}::bigint[]) ORDER BY id DESC LIMIT ${ENTRIES_MAX}
        ), named AS MATERIALIZED (
          -- As URL categories hold them too: closed with a slash, and a domain beside its wildcard.
          SELECT coalesce(array_agg(DISTINCT form), '{}') AS forms FROM entry CROSS JOIN LATERAL unnest(
            ARRAY[value, value || '/', regexp_replace(value, '^\\*\\.', ''), regexp_replace(value, '^\\*\\.', '') || '/']) AS form
        ), target AS MATERIALIZED (
          SELECT mapping.device_id, min(entry.added_at) AS since FROM mapping JOIN entry USING (list_id) GROUP BY mapping.device_id
        ), run AS (
          SELECT sync_run.*, lag(sync_run.state || coalesce(failure, '')) OVER device AS previous,
            max(started_at) FILTER (WHERE sync_run.state = 'SUCCEEDED') OVER (device ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS succeeded
          FROM sync_run JOIN target USING (device_id) WHERE sync_run.started_at >= target.since
          WINDOW device AS (PARTITION BY sync_run.device_id ORDER BY sync_run.id)
        ), told AS (
          SELECT run.id, coalesce(run.finished_at, run.started_at) AS at, run.device_id, run.user_id, run.state, run.message, run.commit_job,
            extract(epoch FROM run.finished_at - run.started_at)::float8 AS seconds, change.added, change.removed, change.kinds
          FROM run CROSS JOIN named CROSS JOIN LATERAL (
            SELECT array_agg(DISTINCT one.value) FILTER (WHERE is_added) AS added, array_agg(DISTINCT one.value) FILTER (WHERE NOT is_added) AS removed,
              array_agg(DISTINCT one.kind) AS kinds
            FROM jsonb_array_elements(CASE jsonb_typeof(run.diff) WHEN 'array' THEN run.diff ELSE '[]' END) AS change(part)
            CROSS JOIN LATERAL (
              SELECT added.value, TRUE AS is_added, part ->> 'kind' AS kind FROM jsonb_array_elements_text(part -> 'add') AS added(value)
              UNION ALL
              SELECT removed.value, FALSE, part ->> 'kind' FROM jsonb_array_elements_text(part -> 'remove') AS removed(value)
            ) AS one WHERE one.value = ANY(named.forms)
          ) AS change
          WHERE CASE WHEN run.state IN ('FAILED', 'POSTPONED') THEN run.previous IS DISTINCT FROM run.state || coalesce(run.failure, '')
              AND EXISTS (SELECT FROM entry JOIN mapping USING (list_id) WHERE mapping.device_id = run.device_id
                AND entry.added_at <= run.started_at AND (run.succeeded IS NULL OR entry.added_at > run.succeeded
                  OR (entry.removed_at > run.succeeded AND entry.removed_at <= run.started_at)))
            ELSE change.kinds IS NOT NULL AND run.state <> 'SUPERSEDED' END
        )
        SELECT told.id::text AS id, told.at, told.device_id AS "deviceId", device.name AS device, told.user_id AS "userId", told.state,
          told.message, told.commit_job AS "commitJob", told.seconds, told.added, told.removed, told.kinds
        FROM told JOIN device ON device.id = told.device_id
        WHERE (told.at, told.id) < (${before.at}::timestamptz, ${before.id}::bigint) ORDER BY told.at DESC, told.id DESC LIMIT ${limit}`,
    )
    const [incidentId = ''] = incidentIds
    return rows.map(row => ({
      id: row.id,
      at: row.at,
      kind: 'PUSH',
      cause: row.userId === null ? 'SYSTEM' : 'USER',
      userId: row.userId,
      by: null,
      text: pushText(row),
      detail: row.message,
      incidentId,
      deviceId: row.deviceId,
    }))
  }
}

/** 'fw-edge has 203.0.113.9 (dynamic address group, 1.2 s)'. */
export function pushText({
  device,
  state,
  added,
  removed,
  kinds,
  commitJob,
  seconds,
  message,
}: Omit<PushRow, 'id' | 'at' | 'deviceId' | 'userId'>): string {
  if (state === 'FAILED') return `${device} could not be brought in line: ${message ?? 'the push failed'}`
  if (state === 'POSTPONED') return `${device} has to wait: ${message ?? 'the push was put off'}`
  const isWaiting = commitJob === null && (kinds ?? []).some(kind => kind !== 'DYNAMIC_ADDRESS_GROUP')
  const how = [(kinds ?? []).map(kind => KIND_WORDS[kind]).join(', '), seconds === null ? '' : `${seconds.toFixed(1)} s`]
    .filter(Boolean)
    .join(', ')
  const end = how === '' ? '' : ` (${how})`
  if (state === 'RUNNING') return `${device} is being told of ${some([...(added ?? []), ...(removed ?? [])])}`
  const what = [
    ...(added ? [isWaiting ? `was told of ${some(added)}` : `has ${some(added)}`] : []),
    ...(removed ? [isWaiting ? `was told to drop ${some(removed)}` : `does not have ${some(removed)} any more`] : []),
  ].join(' and ')
  return `${device} ${what}${isWaiting ? ', not committed yet' : ''}${end}`
}

function some(values: readonly string[]): string {
  const more = values.length - VALUES_SHOWN
  return more > 0 ? `${values.slice(0, VALUES_SHOWN).join(', ')} and ${more} more` : values.join(', ')
}
