import { HostRole } from '@sallyport/shared'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { BigIntScalar, DateTimeScalar, IPAddressScalar } from '../../graphql/scalars.js'
import { Verdict } from '../../graphql/shared-enums.js'

registerEnumType(HostRole, { name: 'HostRole' })

@ObjectType('IncidentHost', { simpleResolvers: true })
export class IncidentHostType {
  @Field(() => HostRole)
  role!: HostRole

  @Field(() => IPAddressScalar)
  address!: string

  @Field(() => String, { nullable: true })
  location!: string | null

  @Field(() => BigIntScalar, { description: 'Alerts in which it has this role.' })
  count!: string

  @Field(() => DateTimeScalar)
  firstSeenAt!: Date

  @Field(() => DateTimeScalar)
  lastSeenAt!: Date
}

@ObjectType('IncidentValue', { simpleResolvers: true })
export class IncidentValueType {
  @Field(() => String)
  value!: string

  @Field(() => BigIntScalar)
  count!: string

  @Field(() => DateTimeScalar)
  firstSeenAt!: Date

  @Field(() => DateTimeScalar)
  lastSeenAt!: Date
}

@ObjectType('IncidentFile', { simpleResolvers: true })
export class IncidentFileType {
  @Field(() => String, { nullable: true })
  name!: string | null

  @Field(() => String, { nullable: true })
  digest!: string | null

  @Field(() => String, { nullable: true })
  type!: string | null

  @Field(() => Verdict, { nullable: true })
  verdict!: Verdict | null

  @Field(() => BigIntScalar)
  count!: string
}
