import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { PROVIDER_TYPES, type ProviderSettings } from './provider-settings.js'
import { ReputationProviderTestInput, ReputationProviderUpdateInput } from './reputation-inputs.js'
import type { ReputationProviderService } from './reputation-provider-service.js'
import { ReputationProviderObjectType, toReputationProviderType } from './reputation-type.js'
import { ProviderTestPayload } from '../enrichment/index.js'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'

@ObjectType({ simpleResolvers: true })
class ReputationProviderPayload extends Payload {
  @Field(() => ReputationProviderObjectType, { nullable: true })
  provider!: ReputationProviderObjectType | null
}

@Can('enrichment:read')
@Resolver()
export class ReputationResolver {
  constructor(private readonly deps: { readonly service: ReputationProviderService }) {}

  @Query(() => [ReputationProviderObjectType], { description: 'One per type, whether it was ever set or not.' })
  async reputationProviders(): Promise<ReputationProviderObjectType[]> {
    const settings = await Promise.all(PROVIDER_TYPES.map(type => this.deps.service.settingsOf(type)))
    return settings.map(toReputationProviderType)
  }

  @Can('enrichment:write')
  @Mutation(() => ReputationProviderPayload)
  async reputationProviderUpdate(
    @Arg('input', () => ReputationProviderUpdateInput) input: ReputationProviderUpdateInput,
    @Ctx() context: Context,
  ): Promise<ReputationProviderPayload> {
    return withUserErrors<Omit<ReputationProviderPayload, 'userErrors'>>(
      async () => ({ provider: toReputationProviderType(await this.deps.service.update(context.requireActor(), { ...input })) }),
      current => ({ provider: current === undefined ? null : toReputationProviderType(current as ProviderSettings) }),
    )
  }

  @Can('enrichment:write')
  @Mutation(() => ProviderTestPayload, {
    description: 'Asks about a harmless value with the settings given; saves nothing. Uses one question of the quota.',
  })
  async reputationProviderTest(
    @Arg('input', () => ReputationProviderTestInput) input: ReputationProviderTestInput,
    @Ctx() context: Context,
  ): Promise<ProviderTestPayload> {
    return withUserErrors<Omit<ProviderTestPayload, 'userErrors'>>(
      async () => ({ test: await this.deps.service.test(context.requireActor(), { ...input }) }),
      () => ({ test: null }),
    )
  }
}
