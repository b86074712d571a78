import { ReputationProviderType } from '@sallyport/shared'
import { Field, InputType, Int } from 'type-graphql'

@InputType({ description: 'Fields left out stay as they are.' })
export class ReputationProviderUpdateInput {
  @Field(() => ReputationProviderType)
  type!: ReputationProviderType

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null

  @Field(() => String, {
    nullable: true,
    description: 'Write-only. null clears the key. To be given again when the host of baseUrl changes.',
  })
  apiKey?: string | null

  @Field(() => String, { nullable: true, description: 'https, or http on this machine. null: defaultBaseUrl.' })
  baseUrl?: string | null

  @Field(() => Int, { nullable: true, description: '0: no quota.' })
  dailyQuota?: number | null

  @Field(() => Int, { nullable: true, description: '0: as fast as it answers.' })
  perMinute?: number | null

  @Field(() => Int, { nullable: true, description: 'From 5 minutes to 30 days.' })
  cacheSeconds?: number | null

  @Field(() => Int, { nullable: true, description: '0 … 100' })
  weight?: number | null
}

@InputType({ description: 'Asks about a harmless value with the settings given; saves nothing. Uses one question of the quota.' })
export class ReputationProviderTestInput {
  @Field(() => ReputationProviderType)
  type!: ReputationProviderType

  @Field(() => String, { nullable: true })
  apiKey?: string | null

  @Field(() => String, { nullable: true })
  baseUrl?: string | null
}
