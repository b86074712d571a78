import { Field, ID, InputType } from 'type-graphql'
import { assertBoundedFilter, TextFilter } from '../../graphql/filters.js'
import { numericId } from '../../graphql/global-id.js'
import { BigIntScalar, DateTimeScalar, NetworkScalar } from '../../graphql/scalars.js'
import { Severity, Verdict } from '../../graphql/shared-enums.js'
import type { AlertConditions } from './alert-filter.js'

@InputType({ description: 'All given conditions must hold.' })
export class AlertFilter {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Events at or after this time.' })
  from?: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Events before this time.' })
  to?: Date | null

  @Field(() => [Severity], { nullable: true })
  severity?: Severity[] | null

  @Field(() => Severity, { nullable: true })
  minSeverity?: Severity | null

  @Field(() => [String], { nullable: true })
  subtype?: string[] | null

  @Field(() => [String], { nullable: true })
  action?: string[] | null

  @Field(() => Boolean, { nullable: true })
  blocked?: boolean | null

  @Field(() => [Verdict], { nullable: true })
  verdict?: Verdict[] | null

  @Field(() => NetworkScalar, { nullable: true, description: 'Source or destination is this address or in this network.' })
  address?: string | null

  @Field(() => NetworkScalar, { nullable: true })
  source?: string | null

  @Field(() => NetworkScalar, { nullable: true })
  destination?: string | null

  @Field(() => NetworkScalar, { nullable: true })
  attacker?: string | null

  @Field(() => NetworkScalar, { nullable: true })
  victim?: string | null

  @Field(() => TextFilter, { nullable: true, description: 'Source or destination user.' })
  user?: TextFilter | null

  @Field(() => TextFilter, { nullable: true, description: 'Name of the source or destination host.' })
  host?: TextFilter | null

  @Field(() => TextFilter, { nullable: true, description: 'Threat name.' })
  threat?: TextFilter | null

  @Field(() => BigIntScalar, { nullable: true })
  threatId?: bigint | null

  @Field(() => String, { nullable: true })
  fileDigest?: string | null

  @Field(() => TextFilter, { nullable: true, description: 'URL, domain or file name.' })
  url?: TextFilter | null

  @Field(() => TextFilter, { nullable: true })
  rule?: TextFilter | null

  @Field(() => [ID], { nullable: true })
  firewallId?: string[] | null

  @Field(() => ID, { nullable: true })
  incidentId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'true: only alerts in an incident; false: only others.' })
  inIncident?: boolean | null

  @Field(() => String, {
    nullable: true,
    description:
      'Any of threat, users, hosts, URL, domain, file name, rule, digest contains this; an address or network matches the ends. ' +
      'department:Finance (and title, company, office, city, manager, group, name, mail; "…" around spaces): a user of whom the directory says so.',
  })
  text?: string | null
}

/** Throws BAD_USER_INPUT when it is too large or names ids of something else. */
export function alertConditionsOf(filter: AlertFilter | null | undefined): AlertConditions {
  if (!filter) return {}
  assertBoundedFilter(filter)
  const { firewallId, incidentId, ...conditions } = filter
  return {
    ...conditions,
    firewallIds: firewallId?.map(id => numericId('Firewall', id)),
    incidentId: typeof incidentId === 'string' ? numericId('Incident', incidentId) : undefined,
  }
}
