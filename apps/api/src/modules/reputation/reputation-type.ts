import { LookupProviderId, LookupState, ObservableKind, ReputationProviderType as ReputationProviderTypeEnum } from '@sallyport/shared'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { PROVIDER_PROFILES, type ProviderSettings } from './provider-settings.js'
import type { ReputationView } from './reputation-read-model.js'
import { FactType } from '../enrichment/index.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { DateTimeScalar } from '../../graphql/scalars.js'

registerEnumType(ReputationProviderTypeEnum, { name: 'ReputationProviderType' })

@ObjectType('ReputationEvidence', {
  description: 'What a feed or provider says of a value, or why it says nothing.',
  simpleResolvers: true,
})
export class ReputationEvidenceType {
  @Field(() => String, { description: 'Name of the feed or provider.' })
  source!: string

  @Field(() => LookupProviderId, { nullable: true, description: 'null: a feed.' })
  provider!: LookupProviderId | null

  @Field(() => LookupState)
  state!: LookupState

  @Field(() => Int, { nullable: true, description: '0 harmless … 100 malicious; null: it gives none.' })
  score!: number | null

  @Field(() => Int, { description: 'Share in the whole, 0 … 100.' })
  weight!: number

  @Field(() => String, {
    nullable: true,
    description: "In words, e.g. '37 reports, confidence 100 %' or 'On the list as 198.51.100.0/24'.",
  })
  summary!: string | null

  @Field(() => String, { nullable: true, description: 'Why it failed, what is waited for, or why it is not asked.' })
  reason!: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Of a feed: when it was last fetched.' })
  answeredAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt!: Date | null

  @Field(() => Boolean, { description: 'A newer answer is being asked for.' })
  refreshing!: boolean

  @Field(() => String, { nullable: true, description: "The provider's page on it." })
  link!: string | null

  @Field(() => [FactType])
  details!: FactType[]
}

@ObjectType('Reputation', { description: 'How bad a value is: 0 harmless … 100 malicious.', simpleResolvers: true })
export class ReputationType {
  @Field(() => Int, { nullable: true, description: 'null: nobody knows.' })
  score!: number | null

  @Field(() => [ReputationEvidenceType], { description: 'Feeds that list it, then all providers that are in use.' })
  evidence!: ReputationEvidenceType[]
}

export const toReputationType = ({ score, evidence }: ReputationView): ReputationType => ({
  score,
  evidence: evidence.map(one => ({ ...one, details: one.details.map(detail => ({ ...detail })) })),
})

@ObjectType('ReputationProvider', { description: 'Settings of a reputation provider; one per type, always listed.', simpleResolvers: true })
export class ReputationProviderObjectType {
  @Field(() => ID)
  id!: string

  @Field(() => ReputationProviderTypeEnum)
  type!: ReputationProviderTypeEnum

  @Field(() => Boolean)
  enabled!: boolean

  @Field(() => Boolean, { description: 'false for REVERSE_DNS' })
  needsKey!: boolean

  @Field(() => Boolean, { description: 'The key itself never leaves the server.' })
  hasApiKey!: boolean

  @Field(() => String, { nullable: true, description: 'null: defaultBaseUrl.' })
  baseUrl!: string | null

  @Field(() => String, { nullable: true, description: 'null: it is no HTTP server.' })
  defaultBaseUrl!: string | null

  @Field(() => Int, { description: 'Questions a UTC day; 0: no quota.' })
  dailyQuota!: number

  @Field(() => Int, { description: '0: as fast as it answers.' })
  perMinute!: number

  @Field(() => Int, { description: 'Age at which an answer is asked for again, should somebody want it.' })
  cacheSeconds!: number

  @Field(() => Int, { description: 'How much its answers count in the score, 0 … 100.' })
  weight!: number

  @Field(() => [ObservableKind], {
    description: 'What it is asked about. URLs only when somebody wants to know, as they may hold secrets.',
  })
  kinds!: ObservableKind[]

  @Field(() => Int, { description: '0: nothing was ever set.' })
  version!: number
}

export function toReputationProviderType(settings: ProviderSettings): ReputationProviderObjectType {
  const { needsKey, defaultBaseUrl, kinds } = PROVIDER_PROFILES[settings.type]
  const { type, enabled, baseUrl, dailyQuota, perMinute, cacheSeconds, weight, version } = settings
  return {
    id: toGlobalId('ReputationProvider', type),
    type,
    enabled,
    needsKey,
    hasApiKey: settings.apiKeySealed !== null,
    baseUrl,
    defaultBaseUrl,
    dailyQuota,
    perMinute,
    cacheSeconds,
    weight,
    kinds: [...kinds],
    version,
  }
}
