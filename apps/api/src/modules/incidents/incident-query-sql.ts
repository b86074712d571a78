import { ACTIVE_INCIDENT_STATES, severityRank, type QueryField, type QueryFlag } from '@sallyport/shared'
import { canonicalNetwork } from '../../graphql/scalars.js'
import { allOf, anyOf, containsText, inNetwork, sql, type Sql } from '../../platform/sql.js'
import { normalTag } from './incident-edit.js'
import type { QueryTerm } from './incident-query.js'
import { readQueryValue, type Comparison, type QueryValue, type TypedValue } from './incident-query-value.js'
import { namesPerson, PERSON_FIELDS, type PeopleSearch, type PersonTerm } from './people-search.js'

/** Who asks, and when. */
export interface QueryScope {
  readonly people: PeopleSearch | undefined
  /** Key of the person that `me` means; undefined: nobody, who has no incidents. */
  readonly viewerId: string | undefined
  readonly now: Date
  /** Past its targets. */
  readonly overdue: Sql
}

const USERS = [sql`alert.src_user`, sql`alert.dst_user`]
const HOSTS = [sql`alert.src_host`, sql`alert.dst_host`]
const SRC_IP = sql`alert.src_ip`
const DST_IP = sql`alert.dst_ip`

/** A set of ids rather than EXISTS: the alerts are looked up once by their own index, not once per incident. */
export const ofSomeAlert = (conditions: readonly Sql[]): Sql =>
  sql`incident.id IN (SELECT alert.incident_id FROM alert WHERE ${allOf([sql`alert.incident_id IS NOT NULL`, ...conditions])})`

export const withAddress = (network: string): Sql => ofSomeAlert([anyOf([inNetwork(SRC_IP, network), inNetwork(DST_IP, network)])])

/** The condition of a query over the table `incident`. Its values have been read before: see parseIncidentQuery. */
export function queryCondition(terms: readonly QueryTerm[], scope: QueryScope): Sql {
  // What is said of people is said of one person, as long as it is plainly said.
  const { people, others } = separatePeople(terms)
  const conditions = others.map(term => {
    const condition = term.kind === 'words' ? anyWord(term.text) : fieldCondition(term.field, term.values, scope)
    // NULL is “unknown” to SQL, and “not so” to a person.
    return term.negated ? sql`(${condition}) IS NOT TRUE` : condition
  })
  if (people.length > 0)
    conditions.push(scope.people ? ofSomeAlert([namesPerson(USERS, { terms: people, rest: '' }, scope.people)]) : sql`FALSE`)
  return allOf(conditions)
}

function separatePeople(terms: readonly QueryTerm[]): { people: PersonTerm[]; others: QueryTerm[] } {
  const people: PersonTerm[] = []
  const others = terms.filter(term => {
    if (term.kind === 'words' || term.negated || term.values.length !== 1) return true
    const attribute = PERSON_FIELDS[term.field]
    const [value] = term.values
    if (attribute === undefined || value === undefined) return true
    people.push({ attribute, text: value.text })
    return false
  })
  return { people, others }
}

/** One of the values. */
function fieldCondition(field: QueryField, typed: readonly TypedValue[], scope: QueryScope): Sql {
  return anyOf(
    typed.map(value => {
      const read = readQueryValue(field, value)
      return read.ok ? valueCondition(field, read.value, scope) : sql`FALSE`
    }),
  )
}

function valueCondition(field: QueryField, value: QueryValue, scope: QueryScope): Sql {
  switch (value.kind) {
    case 'none':
      return sql`${COLUMNS_WITH_NONE[field] ?? sql`NULL`} IS NULL`
    case 'states':
      return sql`incident.state = ANY(${value.states}::text[])`
    case 'severity':
      return compare(sql`incident.severity`, value.comparison, severityRank(value.severity))
    case 'number':
      return compare(sql`incident.alert_count`, value.comparison, value.number)
    case 'network':
      return networkCondition(field, value.network)
    case 'flag':
      return flagCondition(value.flag, scope)
    case 'age':
    case 'time':
      return timeCondition(TIMES[field] ?? sql`incident.created_at`, value, scope.now)
    case 'text':
      return textCondition(field, value.text, scope)
    default:
      return value satisfies never
  }
}

const COLUMNS_WITH_NONE: Partial<Record<QueryField, Sql>> = {
  assignee: sql`incident.assignee_id`,
  team: sql`incident.team_id`,
  tag: sql`NULLIF(incident.tags, '{}')`,
  classification: sql`incident.classification`,
  disposition: sql`incident.disposition`,
  vector: sql`incident.attack_vector`,
}

const TIMES: Partial<Record<QueryField, Sql>> = {
  created: sql`incident.created_at`,
  last: sql`incident.last_alert_at`,
  updated: sql`incident.updated_at`,
  closed: sql`incident.closed_at`,
}

function compare(column: Sql, comparison: Comparison, number: number): Sql {
  switch (comparison) {
    case '=':
      return sql`${column} = ${number}`
    case '>':
      return sql`${column} > ${number}`
    case '>=':
      return sql`${column} >= ${number}`
    case '<':
      return sql`${column} < ${number}`
    case '<=':
      return sql`${column} <= ${number}`
    default:
      return comparison satisfies never
  }
}

function timeCondition(column: Sql, value: QueryValue & { kind: 'age' | 'time' }, now: Date): Sql {
  if (value.kind === 'age') {
    const then = new Date(now.getTime() - value.ms)
    return value.older ? sql`${column} < ${then}` : sql`${column} >= ${then}`
  }
  return allOf([...(value.from ? [sql`${column} >= ${value.from}`] : []), ...(value.to ? [sql`${column} < ${value.to}`] : [])])
}

function networkCondition(field: QueryField, network: string): Sql {
  if (field === 'address') return withAddress(network)
  const side = field === 'attacker' ? sql`alert.attacker_side` : sql`alert.victim_side`
  const ends = [sql`${side} = 'SOURCE' AND ${inNetwork(SRC_IP, network)}`, sql`${side} = 'DESTINATION' AND ${inNetwork(DST_IP, network)}`]
  return ofSomeAlert([anyOf(ends)])
}

function flagCondition(flag: QueryFlag, { viewerId, overdue, now }: QueryScope): Sql {
  switch (flag) {
    case 'active':
      return sql`incident.state = ANY(${ACTIVE_INCIDENT_STATES}::text[])`
    case 'allowed':
      return sql`incident.allowed_count > 0`
    case 'blocked':
      return sql`incident.allowed_count = 0`
    case 'unassigned':
      return sql`incident.assignee_id IS NULL`
    case 'mine':
      return assignedTo(viewerId)
    case 'muted':
      return mutedAt(now)
    case 'overdue':
      return overdue
    case 'acknowledged':
      return sql`incident.acknowledged_at IS NOT NULL`
    case 'merged':
      return sql`incident.merged_into_id IS NOT NULL`
    case 'linking':
      return sql`incident.linking`
    default:
      return flag satisfies never
  }
}

export const mutedAt = (now: Date): Sql => sql`(incident.state = 'IGNORED' AND incident.muted_until > ${now})`

const assignedTo = (viewerId: string | undefined): Sql =>
  viewerId === undefined ? sql`FALSE` : sql`incident.assignee_id = ${viewerId}::uuid`

function textCondition(field: QueryField, text: string, scope: QueryScope): Sql {
  const attribute = PERSON_FIELDS[field]
  if (attribute !== undefined)
    return scope.people ? ofSomeAlert([namesPerson(USERS, { terms: [{ attribute, text }], rest: '' }, scope.people)]) : sql`FALSE`
  if (field === 'assignee' && text.toLowerCase() === 'me') return assignedTo(scope.viewerId)
  return TEXTS[field]?.(text) ?? sql`FALSE`
}

const DIGEST = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})$/i
const anyContains = (columns: readonly Sql[], text: string): Sql => anyOf(columns.map(column => containsText(column, text)))
/** Firewalls write URLs without a scheme. */
const URL_HOST = sql`split_part(regexp_replace(alert.url, '^[A-Za-z]+://', ''), '/', 1)`

/** The index holds incidents with tags only, hence the first part. */
export function hasTag(text: string): Sql {
  return sql`(incident.tags <> '{}' AND incident.tags @> ARRAY[${normalTag(text)}]::text[])`
}

const TEXTS: Partial<Record<QueryField, (text: string) => Sql>> = {
  assignee: text => sql`incident.assignee_id IN (SELECT person.id FROM "user" AS person WHERE ${containsText(sql`person.name`, text)})`,
  team: text => sql`incident.team_id IN (SELECT team.id FROM team WHERE ${containsText(sql`team.name`, text)})`,
  tag: hasTag,
  classification: text => containsText(sql`incident.classification`, text),
  disposition: text => containsText(sql`incident.disposition`, text),
  vector: text => containsText(sql`incident.attack_vector`, text),
  source: text => sql`incident.source_id IN (SELECT source.id FROM source WHERE ${containsText(sql`source.name`, text)})`,
  user: text => ofSomeAlert([anyContains(USERS, text)]),
  host: text => ofSomeAlert([anyContains(HOSTS, text)]),
  threat: text => {
    const named = containsText(sql`alert.threat_name`, text)
    return ofSomeAlert([/^\d{1,18}$/.test(text) ? anyOf([sql`alert.threat_id = ${text}::bigint`, named]) : named])
  },
  file: text =>
    ofSomeAlert([DIGEST.test(text) ? sql`alert.file_digest = ${text.toLowerCase()}` : containsText(sql`alert.file_name`, text)]),
  domain: text => ofSomeAlert([anyContains([sql`alert.domain`, URL_HOST], text)]),
  url: text => ofSomeAlert([containsText(sql`alert.url`, text)]),
  rule: text => ofSomeAlert([containsText(sql`alert.rule`, text)]),
  app: text => ofSomeAlert([sql`lower(alert.app) = ${text.toLowerCase()}`]),
  subtype: text => ofSomeAlert([sql`alert.subtype = ${text.toLowerCase()}`]),
  firewall: text =>
    ofSomeAlert([
      sql`alert.firewall_id IN (SELECT firewall.id FROM firewall WHERE ${anyContains([sql`firewall.name`, sql`firewall.serial`], text)})`,
    ]),
  matched: text =>
    sql`incident.id IN (SELECT activity.incident_id FROM incident_activity AS activity
      WHERE activity.kind = 'RULE_MATCHED' AND ${containsText(sql`activity.facts ->> 'ruleName'`, text)})`,
}

/** INC-12, #12 or 12. 18 digits always fit in a bigint. */
const NUMBER = /^(?:inc-?|#)?(\d{1,18})$/i

/** Number, title, link value or a tag; what looks like an address or a hash is looked for in the alerts too. */
function anyWord(typed: string): Sql {
  const text = typed.trim()
  if (text === '') return sql`TRUE`
  const conditions = [containsText(sql`incident.title`, text), containsText(sql`incident.link_value`, text)]
  conditions.push(hasTag(text))
  const digits = NUMBER.exec(text)?.[1]
  if (digits !== undefined) conditions.push(sql`incident.id = ${digits}::bigint`)
  const network = canonicalNetwork(text)
  if (network !== undefined) conditions.push(withAddress(network))
  if (DIGEST.test(text)) conditions.push(ofSomeAlert([sql`alert.file_digest = ${text.toLowerCase()}`]))
  return anyOf(conditions)
}
