import { LookupProviderId, LookupState, ObservableKind, WildfireVerdict } from '@sallyport/shared'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar } from '../../graphql/scalars.js'
import type { LookupRow } from './lookup.js'

/** Registered here for the modules above, which import them with the types of this file. */
for (const [name, values] of Object.entries({ LookupProviderId, LookupState, ObservableKind, WildfireVerdict }))
  registerEnumType(values, { name })

@ObjectType('LookupStatus', { simpleResolvers: true, description: 'How far asking a provider has come, and how old its answer is.' })
export class LookupStatusType {
  @Field(() => LookupProviderId)
  provider!: LookupProviderId

  @Field(() => LookupState)
  state!: LookupState

  @Field(() => String, { nullable: true, description: 'Why it failed, or what is waited for.' })
  reason!: string | null

  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt!: Date | null

  @Field(() => Boolean, { description: 'A newer answer is being asked for.' })
  refreshing!: boolean
}

export const toLookupStatus = ({ provider, state, reason, answeredAt, expiresAt, refreshing }: LookupRow): LookupStatusType => ({
  provider,
  state,
  reason,
  answeredAt,
  expiresAt,
  refreshing,
})

@ObjectType('Fact', { simpleResolvers: true, description: 'Something that is known, by its name.' })
export class FactType {
  @Field(() => String)
  name!: string

  @Field(() => String)
  value!: string
}

@ObjectType('Indicator', { simpleResolvers: true, description: 'Something to look for or to block.' })
export class IndicatorType {
  @Field(() => ObservableKind)
  kind!: ObservableKind

  @Field(() => String)
  value!: string

  @Field(() => WildfireVerdict, { nullable: true })
  verdict!: WildfireVerdict | null
}
