import { severityRank, type Severity, type Verdict } from '@sallyport/shared'
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
import { namesPerson, readPeopleText, type PeopleSearch } from '../incidents/index.js'
import { readSearchText } from './search-text.js'

/** Which alerts; all that is given must hold. Networks are checked and canonical, ids are database keys. */
export interface AlertConditions {
  readonly from?: Date | null
  readonly to?: Date | null
  readonly severity?: readonly Severity[] | null
  readonly minSeverity?: Severity | null
  readonly subtype?: readonly string[] | null
  readonly action?: readonly string[] | null
  readonly blocked?: boolean | null
  readonly verdict?: readonly Verdict[] | null
  readonly address?: string | null
  readonly source?: string | null
  readonly destination?: string | null
  readonly attacker?: string | null
  readonly victim?: string | null
  readonly user?: TextCondition | null
  readonly host?: TextCondition | null
  readonly threat?: TextCondition | null
  readonly threatId?: bigint | null
  readonly fileDigest?: string | null
  readonly url?: TextCondition | null
  readonly rule?: TextCondition | null
  readonly firewallIds?: readonly bigint[] | null | undefined
  readonly incidentId?: bigint | null | undefined
  readonly inIncident?: boolean | null
  readonly text?: string | null
}

const SRC_IP = sql`alert.src_ip`
const DST_IP = sql`alert.dst_ip`
const USERS = [sql`alert.src_user`, sql`alert.dst_user`]
const HOSTS = [sql`alert.src_host`, sql`alert.dst_host`]
const URLS = [sql`alert.url`, sql`alert.domain`, sql`alert.file_name`]
const WORDS = [sql`alert.threat_name`, ...USERS, ...HOSTS, ...URLS, sql`alert.rule`, sql`alert.file_digest`]

const lower = (texts: readonly string[]): string[] => texts.map(text => text.toLowerCase())

const conditionTable = (people: PeopleSearch | undefined): ConditionTable<AlertConditions> => ({
  from: time => sql`alert.occurred_at >= ${time}`,
  to: time => sql`alert.occurred_at < ${time}`,
  severity: severities => sql`alert.severity = ANY(${severities.map(severityRank)}::smallint[])`,
  minSeverity: severity => sql`alert.severity >= ${severityRank(severity)}`,
  subtype: subtypes => sql`alert.subtype = ANY(${lower(subtypes)}::text[])`,
  action: actions => sql`alert.action = ANY(${lower(actions)}::text[])`,
  blocked: blocked => sql`alert.blocked = ${blocked}`,
  verdict: verdicts => sql`alert.verdict = ANY(${verdicts}::text[])`,
  address: network => eitherEnd(network),
  source: network => inNetwork(SRC_IP, network),
  destination: network => inNetwork(DST_IP, network),
  attacker: network => sideIn(sql`alert.attacker_side`, network),
  victim: network => sideIn(sql`alert.victim_side`, network),
  user: condition => anyOf(USERS.map(column => matchesText(column, condition))),
  host: condition => anyOf(HOSTS.map(column => matchesText(column, condition))),
  threat: condition => matchesText(sql`alert.threat_name`, condition),
  threatId: id => sql`alert.threat_id = ${id}::numeric`,
  fileDigest: digest => sql`alert.file_digest = ${digest.toLowerCase()}`,
  url: condition => anyOf(URLS.map(column => matchesText(column, condition))),
  rule: condition => matchesText(sql`alert.rule`, condition),
  firewallIds: ids => sql`alert.firewall_id = ANY(${ids}::bigint[])`,
  incidentId: id => sql`alert.incident_id = ${id}`,
  inIncident: inIncident => (inIncident ? sql`alert.incident_id IS NOT NULL` : sql`alert.incident_id IS NULL`),
  text: text => (people ? personAndWords(text, people) : anyWord(text)),
})

const WITHOUT_PEOPLE = conditionTable(undefined)

/** The conditions of a WHERE clause over the table `alert`. Without people `department:Finance` is but words. */
export const alertConditions = (filter: AlertConditions, people?: PeopleSearch): Sql[] =>
  conditionsOf(people ? conditionTable(people) : WITHOUT_PEOPLE, filter)

const eitherEnd = (network: string): Sql => anyOf([inNetwork(SRC_IP, network), inNetwork(DST_IP, network)])

const sideIn = (side: Sql, network: string): Sql =>
  anyOf([sql`${side} = 'SOURCE' AND ${inNetwork(SRC_IP, network)}`, sql`${side} = 'DESTINATION' AND ${inNetwork(DST_IP, network)}`])

function personAndWords(text: string, people: PeopleSearch): Sql {
  const read = readPeopleText(text)
  if (read.terms.length === 0) return anyWord(text)
  const person = namesPerson(USERS, read, people)
  return read.rest === '' ? person : allOf([person, anyWord(read.rest)])
}

function anyWord(text: string): Sql {
  const search = readSearchText(text)
  switch (search.kind) {
    case 'network':
      return eitherEnd(search.network)
    case 'digest':
      return sql`alert.file_digest = ${search.digest}`
    case 'number':
      return anyOf([sql`alert.threat_id = ${search.digits}::bigint`, ...WORDS.map(column => containsText(column, search.digits))])
    case 'words':
      return search.words === '' ? sql`TRUE` : anyOf(WORDS.map(column => containsText(column, search.words)))
    default:
      return search satisfies never
  }
}
