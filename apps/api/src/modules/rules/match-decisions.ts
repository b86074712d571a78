import type { Pool } from 'pg'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { sql, toQuery } from '../../platform/sql.js'

export interface MatchDecisionsDeps {
  readonly pool: Pick<Pool, 'query'>
  readonly hints: Pick<HintSink, 'publish'>
}

/** People agree to what rules want to do, or not. */
export class MatchDecisions {
  constructor(private readonly deps: MatchDecisionsDeps) {}

  /** One decision about all that is left of each. Those decided meanwhile are told as a fault; the others are decided all the same. */
  async decide(actor: Actor, { ids, approve }: { readonly ids: readonly string[]; readonly approve: boolean }): Promise<void> {
    assertMay(actor, 'list:approve')
    const answer = JSON.stringify({ state: 'REFUSED', message: `Rejected by ${actor.name}` })
    const change = approve
      ? sql`state = 'DUE', due_at = now()`
      : // The one that was asked about says so; those behind it were not come to.
        sql`state = 'REJECTED', finished_at = now(),
          outcomes = jsonb_set(outcomes, ARRAY[(jsonb_array_length(outcomes) - 1)::text], (outcomes -> -1) || ${answer}::jsonb)`
    const { rowCount } = await this.deps.pool.query(
      toQuery(sql`UPDATE rule_match SET ${change}, decided_by_id = ${actor.userId}::uuid, decided_at = now()
        WHERE id = ANY(${ids}::bigint[]) AND state = 'AWAITING_APPROVAL'`),
    )
    await this.deps.hints.publish('ruleMatches', {})
    const decided = rowCount ?? 0
    if (decided < new Set(ids).size)
      throw new UserFaultsError([
        { code: 'NOT_ALLOWED_NOW', field: ['ids'], message: `${new Set(ids).size - decided} of them do not wait for an answer (any more)` },
      ])
  }
}
