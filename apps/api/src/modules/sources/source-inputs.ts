import { AddressOrder, SourceType } from '@sallyport/shared'
import { Field, ID, InputType, Int } from 'type-graphql'
import { LinkKey, Severity, Verdict } from '../../graphql/shared-enums.js'

@InputType()
export class SourceCreateInput {
  @Field(() => SourceType)
  type!: SourceType

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null

  @Field(() => Boolean, { nullable: true })
  linkEvents?: boolean | null

  @Field(() => [LinkKey], { nullable: true })
  linkKeys?: LinkKey[] | null

  @Field(() => Int, { nullable: true })
  linkWindowSeconds?: number | null

  @Field(() => Boolean, { nullable: true })
  wildfireApiEnabled?: boolean | null

  @Field(() => String, { nullable: true, description: 'Write-only.' })
  wildfireApiKey?: string | null

  @Field(() => String, { nullable: true, description: 'Base URL of a regional cloud or an appliance, https.' })
  wildfireApiUrl?: string | null

  @Field(() => Int, { nullable: true })
  wildfireDailyQuota?: number | null

  @Field(() => Severity, { nullable: true })
  incidentMinSeverity?: Severity | null

  @Field(() => [Verdict], { nullable: true })
  incidentVerdicts?: Verdict[] | null

  @Field(() => Boolean, { nullable: true })
  incidentBlocked?: boolean | null

  @Field(() => String, { nullable: true })
  timeZone?: string | null
}

@InputType({ description: 'Fields left out stay as they are.' })
export class SourceUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null

  @Field(() => Boolean, { nullable: true })
  linkEvents?: boolean | null

  @Field(() => [LinkKey], { nullable: true })
  linkKeys?: LinkKey[] | null

  @Field(() => Int, { nullable: true })
  linkWindowSeconds?: number | null

  @Field(() => Boolean, { nullable: true })
  wildfireApiEnabled?: boolean | null

  @Field(() => String, { nullable: true, description: 'Write-only. null clears the key.' })
  wildfireApiKey?: string | null

  @Field(() => String, { nullable: true, description: 'Base URL of a regional cloud or an appliance, https.' })
  wildfireApiUrl?: string | null

  @Field(() => Int, { nullable: true })
  wildfireDailyQuota?: number | null

  @Field(() => Severity, { nullable: true })
  incidentMinSeverity?: Severity | null

  @Field(() => [Verdict], { nullable: true })
  incidentVerdicts?: Verdict[] | null

  @Field(() => Boolean, { nullable: true })
  incidentBlocked?: boolean | null

  @Field(() => String, { nullable: true })
  timeZone?: string | null
}

@InputType()
export class SourceDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  confirmName?: string | null
}

@InputType()
export class FirewallUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, { nullable: true, description: "null: the source's zone." })
  timeZone?: string | null

  @Field(() => AddressOrder, { nullable: true })
  addressOrder?: AddressOrder | null
}
