import type { RuleMatchState, RuleOutcomeState } from '@sallyport/shared'
import type { Pool } from 'pg'
import { searchRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import type { TimelineQuery, TimelineRow, TimelineSource } from '../incidents/index.js'

interface OutcomeCount {
  readonly action: string
  readonly state: RuleOutcomeState
  readonly message: string | null
  readonly count: number
}

interface MatchesRow {
  readonly id: string
  readonly at: Date
  readonly incidentId: string
  readonly ruleName: string
  readonly ruleVersion: number
  readonly state: ToldState
  readonly count: string
  readonly outcomes: readonly OutcomeCount[] | null
}

const TOLD_STATES = ['DUE', 'AWAITING_APPROVAL', 'DONE', 'LOGGED', 'REJECTED', 'FAILED'] as const satisfies readonly RuleMatchState[]
type ToldState = (typeof TOLD_STATES)[number]

/** Newest matches of an incident that are told. */
const MATCHES_MAX = 10_000
/** Kinds of outcomes told of one line. */
const OUTCOMES_MAX = 10

/** Rules that matched alerts of incidents and what they did about them: one line per rule, version, end and hour. */
export class MatchTimeline implements TimelineSource {
  readonly name = 'matches'
  readonly kinds = ['RULE'] as const

  constructor(private readonly deps: { readonly pool: Pool }) {}

  async page({ incidentIds, before, limit }: TimelineQuery): Promise<TimelineRow[]> {
    const rows = await searchRows<MatchesRow>(
      this.deps.pool,
      sql`WITH newest AS (
          SELECT * FROM rule_match WHERE incident_id = ANY(${incidentIds}::bigint[]) AND state = ANY(${TOLD_STATES}::text[])
          ORDER BY id DESC LIMIT ${MATCHES_MAX}
        ), page AS (
          SELECT min(id) AS first_id, min(created_at) AS at, incident_id, max(rule_name) AS rule_name, rule_version, state, count(*) AS count,
            array_agg(id) AS ids
          FROM newest GROUP BY rule_id, rule_version, state, incident_id, floor(extract(epoch FROM created_at) / 3600)
          HAVING (min(created_at), min(id)) < (${before.at}::timestamptz, ${before.id}::bigint)
          ORDER BY min(created_at) DESC, min(id) DESC LIMIT ${limit}
        )
        SELECT page.first_id::text AS id, page.at, page.incident_id::text AS "incidentId", page.rule_name AS "ruleName",
          page.rule_version AS "ruleVersion", page.state, page.count, done.outcomes
        FROM page CROSS JOIN LATERAL (
          SELECT jsonb_agg(jsonb_build_object('action', action, 'state', state, 'message', message, 'count', count) ORDER BY place) AS outcomes FROM (
            SELECT outcome ->> 'action' AS action, outcome ->> 'state' AS state, max(outcome ->> 'message') AS message, count(*)::int AS count,
              min(ordinality) AS place
            FROM newest CROSS JOIN LATERAL jsonb_array_elements(newest.outcomes) WITH ORDINALITY AS one(outcome, ordinality)
            WHERE newest.id = ANY(page.ids) GROUP BY 1, 2 ORDER BY min(ordinality) LIMIT ${OUTCOMES_MAX}
          ) AS counted
        ) AS done ORDER BY page.at DESC, page.first_id DESC`,
    )
    return rows.map(row => ({
      id: row.id,
      at: row.at,
      kind: 'RULE',
      cause: 'RULE',
      userId: null,
      by: row.ruleName,
      text: matchesText(row),
      detail: outcomesText(row.outcomes ?? []),
      incidentId: row.incidentId,
    }))
  }
}

const ENDS: Readonly<Record<ToldState, string>> = {
  DUE: ' and is about to act',
  AWAITING_APPROVAL: ' and waits for approval',
  DONE: '',
  LOGGED: ' and only logs what it would do',
  REJECTED: '; somebody said no to what it would do',
  FAILED: ' and failed',
}

/** 'matched 3 alerts and waits for approval'. */
export const matchesText = ({ state, count }: Pick<MatchesRow, 'state' | 'count'>): string =>
  `matched ${count === '1' ? '1 alert' : `${Number(count).toLocaleString('en-US')} alerts`}${ENDS[state]}`

const OUTCOME_WORDS: Readonly<Record<RuleOutcomeState, string>> = {
  DONE: 'done',
  SKIPPED: 'skipped',
  REFUSED: 'refused',
  FAILED: 'failed',
  AWAITING_APPROVAL: 'waits for approval',
  WOULD_DO: 'would be done',
}

/** 'Add the attacker to ‘Blocked’: done, Added 203.0.113.9; Tag as c2: skipped 3 times'. */
export function outcomesText(outcomes: readonly OutcomeCount[]): string | null {
  const texts = outcomes.map(({ action, state, message, count }) => {
    const times = count > 1 ? ` ${count.toLocaleString('en-US')} times` : ''
    return `${action}: ${OUTCOME_WORDS[state]}${times}${message !== null && count === 1 ? `, ${message}` : ''}`
  })
  return texts.length === 0 ? null : texts.join('; ')
}
