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
import { namesPerson, readPeopleText, type PeopleSearch } from './people-search.js'

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
  /** One of its alerts (table alias `alert`) is like this. Not a field of the API: other modules ask with it. */
  readonly ofAlert?: Sql | null
}

const USERS = [sql`alert.src_user`, sql`alert.dst_user`]

const conditionTable = (people: PeopleSearch | undefined): ConditionTable<IncidentConditions> => ({
  state: states => sql`incident.state = ANY(${states}::text[])`,
  severity: severities => sql`incident.severity = ANY(${severities.map(severityRank)}::smallint[])`,
  minSeverity: severity => sql`incident.severity >= ${severityRank(severity)}`,
  from: time => sql`incident.last_alert_at >= ${time}`,
  to: time => sql`incident.last_alert_at < ${time}`,
  assigneeId: id => sql`incident.assignee_id = ${id}::uuid`,
  unassigned: unassigned => (unassigned ? sql`incident.assignee_id IS NULL` : sql`incident.assignee_id IS NOT NULL`),
  anyAllowed: anyAllowed => (anyAllowed ? sql`incident.allowed_count > 0` : sql`incident.allowed_count = 0`),
  address: network => ofSomeAlert([anyOf([inNetwork(sql`alert.src_ip`, network), inNetwork(sql`alert.dst_ip`, network)])]),
  user: condition => ofSomeAlert([anyOf(USERS.map(column => matchesText(column, condition)))]),
  fileDigest: digest => ofSomeAlert([sql`alert.file_digest = ${digest.toLowerCase()}`]),
  ofAlert: condition => ofSomeAlert([condition]),
  text: text => (people ? personAndWords(text, people) : anyWord(text)),
})

const WITHOUT_PEOPLE = conditionTable(undefined)

/** The conditions of a WHERE clause over the table `incident`. Without people `department:Finance` is but words. */
export const incidentConditions = (filter: IncidentConditions, people?: PeopleSearch): Sql[] =>
  conditionsOf(people ? conditionTable(people) : WITHOUT_PEOPLE, filter)

/** A set of ids rather than EXISTS: the alerts are looked up once by their own index, not once per incident. */
const ofSomeAlert = (conditions: readonly Sql[]): Sql =>
  sql`incident.id IN (SELECT alert.incident_id FROM alert WHERE ${allOf([sql`alert.incident_id IS NOT NULL`, ...conditions])})`

/** INC-12, inc12 or 12. 18 digits always fit in a bigint. */
const NUMBER = /^(?:inc-?)?(\d{1,18})$/i

/** A user of one of its alerts. */
function personAndWords(text: string, people: PeopleSearch): Sql {
  const read = readPeopleText(text)
  if (read.terms.length === 0) return anyWord(text)
  return allOf([ofSomeAlert([namesPerson(USERS, read, people)]), anyWord(read.rest)])
}

function anyWord(typed: string): Sql {
  const text = typed.trim()
  if (text === '') return sql`TRUE`
  const words = [containsText(sql`incident.title`, text), containsText(sql`incident.link_value`, text)]
  const digits = NUMBER.exec(text)?.[1]
  return anyOf(digits === undefined ? words : [sql`incident.id = ${digits}::bigint`, ...words])
}
