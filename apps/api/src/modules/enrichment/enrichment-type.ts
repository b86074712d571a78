import { LookupProviderId } from '@sallyport/shared'
import { Field, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { IndicatorType } from './lookup-status-type.js'

@ObjectType('EnrichmentProvider', { simpleResolvers: true, description: 'Somebody who is asked over the network, and how that goes.' })
export class EnrichmentProviderType {
  @Field(() => LookupProviderId)
  provider!: LookupProviderId

  @Field(() => Boolean, { description: 'Set up and switched on.' })
  enabled!: boolean

  @Field(() => DateTimeScalar, { nullable: true })
  lastSuccessAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true })
  lastErrorAt!: Date | null

  @Field(() => String, { nullable: true })
  lastError!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Circuit breaker: not asked until then.' })
  openUntil!: Date | null

  @Field(() => Int, { description: 'Questions since 00:00 UTC, of all servers.' })
  askedToday!: number

  @Field(() => Int, { nullable: true, description: 'Questions a UTC day; null: no quota.' })
  quota!: number | null

  @Field(() => Int, { description: 'Values that wait.' })
  waiting!: number
}

@ObjectType('EnrichmentChanged', { simpleResolvers: true, description: 'Values of which something new is known. Ask for what you show.' })
export class EnrichmentChangedType {
  @Field(() => [IndicatorType])
  observables!: IndicatorType[]

  @Field(() => Boolean, { description: 'Settings of directories, networks, providers or feeds changed, or a feed has a new body.' })
  settings!: boolean

  @Field(() => Boolean, { description: 'All may have changed.' })
  resync!: boolean
}
