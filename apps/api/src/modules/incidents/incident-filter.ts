import { severityRank, type IncidentState, type Severity } from '@sallyport/shared'
import {
  allOf,
  anyOf,
  conditionsOf,
  containsText,
  inNetwork,
  matchesText,
  sql,
  type ConditionTable,
  type Sql,
  type TextCondition,
} from '../../platform/sql.js'

/** Which incidents; all that is given must hold. Networks are checked and canonical, ids are database keys. */
export interface IncidentConditions {
  readonly state?: readonly IncidentState[] | null
  readonly severity?: readonly Severity[] | null
  readonly minSeverity?: Severity | null
  readonly from?: Date | null
  readonly to?: Date | null
  readonly assigneeId?: string | null | undefined
  readonly unassigned?: boolean | null
  readonly anyAllowed?: boolean | null
  readonly address?: string | null
  readonly user?: TextCondition | null
  readonly fileDigest?: string | null
  readonly text?: string | null
}

const CONDITIONS: ConditionTable<IncidentConditions> = {
  state: states => sql`incident.state = ANY(${states}::text[])`,
  severity: severities => sql`incident.severity = ANY(${severities.map(severityRank)}::smallint[])`,
  minSeverity: severity => sql`incident.severity >= ${severityRank(severity)}`,
  from: time => sql`incident.last_alert_at >= ${time}`,
  to: time => sql`incident.last_alert_at < ${time}`,
  assigneeId: id => sql`incident.assignee_id = ${id}::uuid`,
  unassigned: unassigned => (unassigned ? sql`incident.assignee_id IS NULL` : sql`incident.assignee_id IS NOT NULL`),
  anyAllowed: anyAllowed => (anyAllowed ? sql`incident.allowed_count > 0` : sql`incident.allowed_count = 0`),
  address: network => ofSomeAlert([anyOf([inNetwork(sql`alert.src_ip`, network), inNetwork(sql`alert.dst_ip`, network)])]),
  user: condition => ofSomeAlert([anyOf([matchesText(sql`alert.src_user`, condition), matchesText(sql`alert.dst_user`, condition)])]),
  fileDigest: digest => ofSomeAlert([sql`alert.file_digest = ${digest.toLowerCase()}`]),
  text: text => (text.trim() === '' ? sql`TRUE` : anyWord(text.trim())),
}

/** The conditions of a WHERE clause over the table `incident`. */
export const incidentConditions = (filter: IncidentConditions): Sql[] => conditionsOf(CONDITIONS, filter)

/** A set of ids rather than EXISTS: the alerts are looked up once by their own index, not once per incident. */
const ofSomeAlert = (conditions: readonly Sql[]): Sql =>
  sql`incident.id IN (SELECT alert.incident_id FROM alert WHERE ${allOf([sql`alert.incident_id IS NOT NULL`, ...conditions])})`

/** INC-12, inc12 or 12. 18 digits always fit in a bigint. */
const NUMBER = /^(?:inc-?)?(\d{1,18})$/i

function anyWord(text: string): Sql {
  const words = [containsText(sql`incident.title`, text), containsText(sql`incident.link_value`, text)]
  const digits = NUMBER.exec(text)?.[1]
  return anyOf(digits === undefined ? words : [sql`incident.id = ${digits}::bigint`, ...words])
}
