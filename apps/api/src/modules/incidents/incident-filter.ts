import { severityRank, type IncidentState, type Severity } from '@sallyport/shared'
import { BadInputError } from '../../platform/errors.js'
import { anyOf, conditionsOf, matchesText, sql, type ConditionTable, type Sql, type TextCondition } from '../../platform/sql.js'
import { parseIncidentQuery } from './incident-query.js'
import { hasTag, mutedAt, ofSomeAlert, queryCondition, withAddress, type QueryScope } from './incident-query-sql.js'

/** Which incidents; all that is given must hold. Networks are checked and canonical, ids are database keys. */
export interface IncidentConditions {
  readonly state?: readonly IncidentState[] | null
  readonly severity?: readonly Severity[] | null
  readonly minSeverity?: Severity | null
  readonly from?: Date | null
  readonly to?: Date | null
  readonly assigneeId?: string | null | undefined
  readonly unassigned?: boolean | null
  readonly teamId?: number | null | undefined
  readonly tag?: string | null
  readonly classification?: string | null
  readonly attackVector?: string | null
  readonly disposition?: string | null
  readonly anyAllowed?: boolean | null
  readonly muted?: boolean | null
  readonly overdue?: boolean | null
  readonly address?: string | null
  readonly user?: TextCondition | null
  readonly fileDigest?: string | null
  /** In the query language: see parseIncidentQuery. */
  readonly text?: string | null
  /** Who `me` is in it. */
  readonly viewerId?: string | undefined
  /** One of its alerts (table alias `alert`) is like this. Not a field of the API: other modules ask with it. */
  readonly ofAlert?: Sql | null
}

const USERS = [sql`alert.src_user`, sql`alert.dst_user`]

const conditionTable = (scope: QueryScope): ConditionTable<Omit<IncidentConditions, 'viewerId'>> => ({
  state: states => sql`incident.state = ANY(${states}::text[])`,
  severity: severities => sql`incident.severity = ANY(${severities.map(severityRank)}::smallint[])`,
  minSeverity: severity => sql`incident.severity >= ${severityRank(severity)}`,
  from: time => sql`incident.last_alert_at >= ${time}`,
  to: time => sql`incident.last_alert_at < ${time}`,
  assigneeId: id => sql`incident.assignee_id = ${id}::uuid`,
  unassigned: unassigned => (unassigned ? sql`incident.assignee_id IS NULL` : sql`incident.assignee_id IS NOT NULL`),
  teamId: id => sql`incident.team_id = ${id}`,
  tag: hasTag,
  classification: value => sql`incident.classification = ${value}`,
  attackVector: value => sql`incident.attack_vector = ${value}`,
  disposition: value => sql`incident.disposition = ${value}`,
  anyAllowed: anyAllowed => (anyAllowed ? sql`incident.allowed_count > 0` : sql`incident.allowed_count = 0`),
  muted: muted => (muted ? mutedAt(scope.now) : sql`${mutedAt(scope.now)} IS NOT TRUE`),
  overdue: overdue => (overdue ? scope.overdue : sql`${scope.overdue} IS NOT TRUE`),
  address: network => withAddress(network),
  user: condition => ofSomeAlert([anyOf(USERS.map(column => matchesText(column, condition)))]),
  fileDigest: digest => ofSomeAlert([sql`alert.file_digest = ${digest.toLowerCase()}`]),
  ofAlert: condition => ofSomeAlert([condition]),
  text: text => queryText(text, scope),
})

/**
 * The conditions of a WHERE clause over the table `incident`.
 * @throws BadInputError where the text is no query
 */
export const incidentConditions = ({ viewerId, ...filter }: IncidentConditions, scope: Omit<QueryScope, 'viewerId'>): Sql[] =>
  conditionsOf(conditionTable({ ...scope, viewerId }), filter)

function queryText(text: string, scope: QueryScope): Sql {
  const query = parseIncidentQuery(text)
  if (!query.ok) throw new BadInputError(query.message)
  return queryCondition(query.terms, scope)
}
