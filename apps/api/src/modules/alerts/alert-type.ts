import { Direction, LogFormat, severityOfRank, Side, TimeSource } from '@sallyport/shared'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { BigIntScalar, DateTimeScalar, IPAddressScalar } from '../../graphql/scalars.js'
import { LinkKey, Severity, Transport, Verdict } from '../../graphql/shared-enums.js'
import { AlertOrder } from './alert-order.js'
import type { AlertRow } from './alert-row.js'

registerEnumType(LogFormat, { name: 'LogFormat' })
registerEnumType(TimeSource, { name: 'TimeSource' })
registerEnumType(Side, { name: 'Side' })
registerEnumType(Direction, { name: 'Direction' })
registerEnumType(AlertOrder, { name: 'AlertOrder' })

@ObjectType('Endpoint', { simpleResolvers: true, description: 'One end of the session.' })
export class EndpointType {
  @Field(() => IPAddressScalar, { nullable: true })
  address!: string | null

  @Field(() => Int, { nullable: true })
  port!: number | null

  @Field(() => String, { nullable: true })
  user!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Host name in lower case, as the firewall knows it from User-ID or device identification.',
  })
  host!: string | null

  @Field(() => String, { nullable: true })
  zone!: string | null

  @Field(() => String, { nullable: true, description: 'Country or region name as the firewall wrote it.' })
  location!: string | null
}

@ObjectType('AlertField', { simpleResolvers: true })
export class AlertFieldType {
  @Field(() => String, { description: 'PAN-OS variable or key, e.g. srcuser.' })
  key!: string

  @Field(() => String, { description: 'Documented name, e.g. Source User.' })
  label!: string

  @Field(() => String)
  value!: string
}

@ObjectType('Alert', { simpleResolvers: true, implements: NodeType, description: 'One THREAT or WildFire line, parsed.' })
export class AlertType extends NodeType {
  /** Database keys; not fields of the API. */
  alertId!: string
  firewallId!: number
  incidentId!: string | null

  @Field(() => LinkKey, { nullable: true, description: 'The key and value that linked it to its incident.' })
  linkKey!: LinkKey | null

  @Field(() => String, { nullable: true })
  linkValue!: string | null

  @Field(() => DateTimeScalar)
  receivedAt!: Date

  @Field(() => DateTimeScalar)
  occurredAt!: Date

  @Field(() => TimeSource, { description: 'Where occurredAt is from.' })
  timeSource!: TimeSource

  @Field(() => LogFormat)
  format!: LogFormat

  @Field(() => Transport)
  transport!: Transport

  @Field(() => IPAddressScalar, { nullable: true, description: 'Address that the line arrived from.' })
  sender!: string | null

  @Field(() => String, { description: 'As PAN-OS writes it: url, virus, spyware, vulnerability, wildfire, …' })
  subtype!: string

  @Field(() => Severity)
  severity!: Severity

  @Field(() => BigIntScalar, { nullable: true, description: 'Digits of the threat id; null where the line has none.' })
  threatId!: string | null

  @Field(() => String)
  threatName!: string

  @Field(() => String, { nullable: true })
  threatCategory!: string | null

  @Field(() => String, { description: 'As PAN-OS writes it: alert, drop, reset-both, sinkhole, …' })
  action!: string

  @Field(() => Boolean, { description: 'Whether the firewall stopped it.' })
  blocked!: boolean

  @Field(() => EndpointType)
  source!: EndpointType

  @Field(() => EndpointType)
  destination!: EndpointType

  @Field(() => Side, { nullable: true, description: 'Which side attacks; null where the line cannot say.' })
  attackerSide!: Side | null

  @Field(() => Side, { nullable: true, description: 'Which side is the host to look at.' })
  victimSide!: Side | null

  @Field(() => EndpointType, { nullable: true })
  attacker!: EndpointType | null

  @Field(() => EndpointType, { nullable: true })
  victim!: EndpointType | null

  @Field(() => Boolean, { description: 'The attacker is a command-and-control server.' })
  commandControl!: boolean

  @Field(() => Direction, { nullable: true })
  direction!: Direction | null

  @Field(() => String, { nullable: true })
  app!: string | null

  @Field(() => String, { nullable: true })
  rule!: string | null

  @Field(() => String, { nullable: true })
  vsys!: string | null

  @Field(() => String, { nullable: true })
  category!: string | null

  @Field(() => String, { nullable: true })
  url!: string | null

  @Field(() => String, { nullable: true })
  domain!: string | null

  @Field(() => String, { nullable: true })
  fileName!: string | null

  @Field(() => String, { nullable: true })
  fileType!: string | null

  @Field(() => String, { nullable: true, description: 'SHA-256, or another digest where the line has that.' })
  fileDigest!: string | null

  @Field(() => Verdict, { nullable: true, description: 'WildFire verdict; null on other lines.' })
  verdict!: Verdict | null

  @Field(() => String, { nullable: true })
  reportId!: string | null

  @Field(() => String, { nullable: true })
  mailSender!: string | null

  @Field(() => String, { nullable: true })
  mailSubject!: string | null

  @Field(() => String, { nullable: true })
  mailRecipient!: string | null

  @Field(() => BigIntScalar, { nullable: true })
  sessionId!: string | null

  @Field(() => BigIntScalar, { nullable: true })
  sequence!: string | null

  @Field(() => Int, { description: 'Events that the firewall folded into this line.' })
  repeatCount!: number

  @Field(() => Boolean, { description: 'The line was cut; later fields are missing.' })
  truncated!: boolean

  @Field(() => Int)
  fieldCount!: number
}

export const AlertConnection = connectionTypes('Alert', () => AlertType, { totalCount: true })

export function toAlertType({ id, ...alert }: AlertRow): AlertType {
  const source = {
    address: alert.srcIp,
    port: alert.srcPort,
    user: alert.srcUser,
    host: alert.srcHost,
    zone: alert.srcZone,
    location: alert.srcLocation,
  }
  const destination = {
    address: alert.dstIp,
    port: alert.dstPort,
    user: alert.dstUser,
    host: alert.dstHost,
    zone: alert.dstZone,
    location: alert.dstLocation,
  }
  const ends = { SOURCE: source, DESTINATION: destination }
  return {
    ...alert,
    id: toGlobalId('Alert', id),
    alertId: id,
    severity: severityOfRank(alert.severity),
    source,
    destination,
    attacker: alert.attackerSide && ends[alert.attackerSide],
    victim: alert.victimSide && ends[alert.victimSide],
  }
}
