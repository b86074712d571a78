import { AddressOrder, severityOfRank, SourceType as SourceTypeEnum } from '@sallyport/shared'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { BigIntScalar, DateTimeScalar, IPAddressScalar } from '../../graphql/scalars.js'
import { IngestOutcome, LinkKey, Severity, Transport, Verdict } from '../../graphql/shared-enums.js'
import type { Firewall, Source, UnreadableLine } from '../../platform/prisma/client.js'

registerEnumType(SourceTypeEnum, { name: 'SourceType' })
registerEnumType(AddressOrder, { name: 'AddressOrder' })

@ObjectType('Source', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'Where alerts come from. There is at most one per type.',
})
export class SourceType extends NodeType {
  /** Database key; not a field of the API. */
  sourceId!: number

  @Field(() => SourceTypeEnum)
  type!: SourceTypeEnum

  @Field(() => String)
  name!: string

  @Field(() => String)
  description!: string

  @Field(() => Boolean)
  enabled!: boolean

  @Field(() => Boolean, { description: 'Whether alerts with the same key join one incident.' })
  linkEvents!: boolean

  @Field(() => [LinkKey], { description: 'In order of preference: the first that an alert has is its key.' })
  linkKeys!: LinkKey[]

  @Field(() => Int, { description: "Seconds after an incident's last alert during which it takes further ones." })
  linkWindowSeconds!: number

  @Field(() => Boolean)
  wildfireApiEnabled!: boolean

  @Field(() => Boolean, { description: 'Whether a key is stored. The key itself is never returned.' })
  wildfireApiKeySet!: boolean

  @Field(() => String, { description: 'Base URL of the WildFire API: a regional cloud or an appliance.' })
  wildfireApiUrl!: string

  @Field(() => Int, { description: 'Queries a day that the key allows; counted anew from 00:00 UTC.' })
  wildfireDailyQuota!: number

  @Field(() => Boolean, {
    description: 'Whether a source of JSON events has a URL to post to. The URL itself is told once, when it is made.',
  })
  hasToken!: boolean

  @Field(() => Severity, { description: 'Lowest severity that opens an incident; alerts below are stored all the same.' })
  incidentMinSeverity!: Severity

  @Field(() => [Verdict], { description: 'WildFire verdicts that open an incident.' })
  incidentVerdicts!: Verdict[]

  @Field(() => Boolean, { description: 'Whether alerts that the firewall blocked open incidents too.' })
  incidentBlocked!: boolean

  @Field(() => String, { description: 'IANA zone of firewalls that have none of their own.' })
  timeZone!: string

  @Field(() => Int)
  version!: number

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar)
  updatedAt!: Date
}

@ObjectType('OutcomeCount', { simpleResolvers: true })
export class OutcomeCountType {
  @Field(() => IngestOutcome)
  outcome!: IngestOutcome

  @Field(() => String, { description: 'Log type for SET_ASIDE, reason for UNREADABLE and DROPPED, else empty.' })
  detail!: string

  @Field(() => BigIntScalar)
  count!: string
}

@ObjectType('Firewall', { simpleResolvers: true, implements: NodeType, description: 'A firewall as its lines tell of it.' })
export class FirewallType extends NodeType {
  /** Database key; not a field of the API. */
  firewallId!: number

  @Field(() => String)
  serial!: string

  @Field(() => String)
  name!: string

  @Field(() => IPAddressScalar, { nullable: true, description: 'Address that its newest line came from: itself, Panorama or a relay.' })
  address!: string | null

  @Field(() => String, { nullable: true })
  panosVersion!: string | null

  @Field(() => Int, { nullable: true, description: 'Fields in its newest alert line: tells a layout change after an upgrade.' })
  fieldCount!: number | null

  @Field(() => String, { nullable: true, description: "Zone of its clock; null: the source's." })
  timeZone!: string | null

  @Field(() => AddressOrder)
  addressOrder!: AddressOrder

  @Field(() => DateTimeScalar, { nullable: true })
  firstAlertAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true })
  lastAlertAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Newest line of any kind.' })
  lastLineAt!: Date | null

  @Field(() => BigIntScalar)
  alertCount!: bigint

  @Field(() => BigIntScalar, { description: 'Holes in its sequence numbers.' })
  sequenceGaps!: bigint

  @Field(() => BigIntScalar, { description: 'Sequence numbers missing in those holes. A log forwarding filter makes holes too.' })
  sequenceMissing!: bigint

  @Field(() => Int, { nullable: true, description: 'Arrival minus the time told by its newest zone-bearing line, milliseconds.' })
  clockSkewMs!: number | null
}

@ObjectType('UnreadableLine', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'A line that could not be read. The newest 10,000 are kept.',
})
export class UnreadableLineType extends NodeType {
  /** Database key; not a field of the API. */
  lineId!: string

  @Field(() => DateTimeScalar)
  receivedAt!: Date

  @Field(() => IPAddressScalar, { nullable: true })
  sender!: string | null

  @Field(() => Transport)
  transport!: Transport

  @Field(() => String)
  reason!: string

  @Field(() => String)
  line!: string
}

export const FirewallConnection = connectionTypes('Firewall', () => FirewallType)
export const UnreadableLineConnection = connectionTypes('UnreadableLine', () => UnreadableLineType)

/** Leaves the sealed key and the token behind. */
export function toSourceType({ id, wildfireApiKeySealed, tokenHash, ...source }: Source): SourceType {
  return {
    ...source,
    id: toGlobalId('Source', id),
    sourceId: id,
    type: source.type as SourceTypeEnum,
    linkKeys: source.linkKeys as LinkKey[],
    wildfireApiKeySet: wildfireApiKeySealed !== null,
    hasToken: tokenHash !== null,
    incidentMinSeverity: severityOfRank(source.incidentMinSeverity),
    incidentVerdicts: source.incidentVerdicts as Verdict[],
  }
}

const INT_MAX = 2_147_483_647

export function toFirewallType({ id, clockSkewMs, ...firewall }: Firewall): FirewallType {
  return {
    ...firewall,
    id: toGlobalId('Firewall', id),
    firewallId: id,
    addressOrder: firewall.addressOrder as AddressOrder,
    // A clock that is wrong by more than 24 days is as wrong as this can say.
    clockSkewMs: clockSkewMs === null ? null : Math.max(-INT_MAX, Math.min(INT_MAX, Number(clockSkewMs))),
  }
}

export const toUnreadableLineType = ({ id, ...line }: UnreadableLine): UnreadableLineType => ({
  ...line,
  id: toGlobalId('UnreadableLine', id),
  lineId: String(id),
  transport: line.transport as Transport,
})
