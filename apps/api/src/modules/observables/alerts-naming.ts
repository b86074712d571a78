import type { ObservableKind } from '@sallyport/shared'
import { anyOf, sql, type Sql } from '../../platform/sql.js'
import type { Observable } from '../enrichment/index.js'

/** What has an index is found however old it is; the rest is looked for within this time. */
export const UNINDEXED_DAYS = 90

interface Naming {
  /** That an alert (table alias `alert`) names the value. */
  readonly condition: (value: string) => Sql
  /** What the value is there, as an expression. */
  readonly role: (value: string) => Sql
  readonly indexed: boolean
}

const either = (columns: readonly Sql[], value: string): Sql => anyOf(columns.map(column => sql`${column} = ${value}`))

const always = (role: string) => () => sql`${role}::text`

const NAMINGS: Readonly<Record<ObservableKind, Naming>> = {
  ADDRESS: {
    condition: value => anyOf([sql`alert.src_ip = ${value}::inet`, sql`alert.dst_ip = ${value}::inet`]),
    role: value => sql`CASE
      WHEN ${sideIs(sql`alert.attacker_side`, value)} THEN CASE WHEN alert.command_control THEN 'COMMAND_AND_CONTROL' ELSE 'ATTACKER' END
      WHEN ${sideIs(sql`alert.victim_side`, value)} THEN 'TARGET'
      WHEN alert.domain IS NOT NULL THEN 'RESOLVER' ELSE 'OTHER' END`,
    indexed: true,
  },
  USER: {
    condition: value => either([sql`lower(alert.src_user)`, sql`lower(alert.dst_user)`], value),
    role: always('USER'),
    indexed: true,
  },
  FILE_HASH: { condition: value => sql`alert.file_digest = ${value}`, role: always('FILE'), indexed: true },
  DOMAIN: { condition: value => sql`alert.domain = ${value}`, role: always('DOMAIN'), indexed: true },
  URL: { condition: value => sql`lower(alert.url) = ANY(${spellingsOf(value)}::text[])`, role: always('URL'), indexed: false },
  HOST: {
    condition: value => either([sql`alert.src_host`, sql`alert.dst_host`], value),
    role: always('HOST'),
    indexed: false,
  },
}

const sideIs = (side: Sql, address: string): Sql =>
  anyOf([sql`${side} = 'SOURCE' AND alert.src_ip = ${address}::inet`, sql`${side} = 'DESTINATION' AND alert.dst_ip = ${address}::inet`])

/** A canonical URL has neither scheme nor port nor a lone slash: firewalls write all of them. In lower case. */
export function spellingsOf(url: string): string[] {
  const slash = url.indexOf('/')
  const [host, path] = slash < 0 ? [url, ''] : [url.slice(0, slash), url.slice(slash)]
  const paths = path === '' ? ['', '/'] : [path]
  return ['', 'http://', 'https://']
    .flatMap(scheme => ['', ':80', ':443'].flatMap(port => paths.map(end => `${scheme}${host}${port}${end}`)))
    .map(text => text.toLowerCase())
}

/** That an alert (table alias `alert`) names the value. Without an index: within UNINDEXED_DAYS before `now`. */
export function alertNames({ kind, value }: Observable, now: number): Sql {
  const { condition, indexed } = NAMINGS[kind]
  if (indexed) return condition(value)
  return sql`${condition(value)} AND alert.occurred_at >= ${new Date(now - UNINDEXED_DAYS * 86_400_000)}`
}

/** What the value is in an alert that names it: an ObservableRole. */
export const roleInAlert = ({ kind, value }: Observable): Sql => NAMINGS[kind].role(value)
