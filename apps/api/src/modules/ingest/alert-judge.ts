import type { PoolClient } from 'pg'
import type { UnderstoodAlert } from '../panos-log/index.js'

/** An alert that is about to be stored. */
export interface JudgedAlert {
  readonly alert: UnderstoodAlert
  /** Name or serial of its firewall, as its lines tell. */
  readonly firewall: { readonly name: string; readonly serial: string }
  /** Name of its source. */
  readonly source: string
}

/** That a rule matches an alert, or may once more is known of it. */
export interface AlertMatch {
  readonly ruleId: number
  readonly ruleVersion: number
  readonly ruleName: string
  /** DUE: its actions are to be done. WAITING: more has to be known first. */
  readonly state: 'DUE' | 'WAITING'
  /** JSON, see RuleMatch.matched. */
  readonly matched: unknown
  /** Epoch ms until which facts are waited for. */
  readonly waitUntil: number | undefined
}

/** What match conditions say of alerts before they are stored. On the way of every line: synchronous, and no I/O. */
export interface AlertJudge {
  /** One list per alert, in order; empty ones for alerts that no rule is about. A throw is logged and the batch stored without. */
  judge(alerts: readonly JudgedAlert[]): readonly (readonly AlertMatch[])[]
}

export interface StoredMatch extends AlertMatch {
  readonly alertId: bigint
  readonly incidentId: bigint | undefined
}

/** In the transaction that stores the alerts: a match is recorded exactly once, or the alert is not stored either. */
export async function storeMatches(client: PoolClient, matches: readonly StoredMatch[]): Promise<void> {
  if (matches.length === 0) return
  await client.query({
    name: 'match-insert',
    text: `INSERT INTO rule_match (rule_id, rule_version, rule_name, alert_id, incident_id, state, matched, due_at, wait_until)
      SELECT rule_id, rule_version, rule_name, alert_id, incident_id, state, matched::jsonb, now(), to_timestamp(wait_ms / 1000)
        FROM unnest($1::int[], $2::int[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::float8[])
          AS m(rule_id, rule_version, rule_name, alert_id, incident_id, state, matched, wait_ms)
      ON CONFLICT (rule_id, alert_id) DO NOTHING`,
    values: [
      matches.map(match => match.ruleId),
      matches.map(match => match.ruleVersion),
      matches.map(match => match.ruleName),
      matches.map(match => match.alertId),
      matches.map(match => match.incidentId ?? null),
      matches.map(match => match.state),
      matches.map(match => JSON.stringify(match.matched)),
      matches.map(match => match.waitUntil ?? null),
    ],
  })
}
