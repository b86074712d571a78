import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import { ProviderTestPayload } from '../enrichment/index.js'
import type { WildfireReadModel } from './wildfire-read-model.js'
import type { WildfireTester } from './wildfire-tester.js'
import { toWildfireReportType, WildfireAnalysisType, WildfireReportType } from './wildfire-type.js'

@InputType({ description: 'What is not given is taken from the source. A stored key is sent to the stored URL only.' })
export class WildfireTestInput {
  @Field(() => ID, { nullable: true })
  sourceId?: string | null

  @Field(() => String, { nullable: true })
  apiKey?: string | null

  @Field(() => String, { nullable: true })
  apiUrl?: string | null
}

@Can('enrichment:read')
@Resolver(() => WildfireAnalysisType)
export class WildfireResolver {
  constructor(private readonly deps: { readonly model: Pick<WildfireReadModel, 'reportOf'>; readonly tester: WildfireTester }) {}

  @FieldResolver(() => WildfireReportType, { nullable: true })
  async report(@Root() { hash }: WildfireAnalysisType, @Ctx() context: Context): Promise<WildfireReportType | null> {
    const report = await context.load(this.deps.model.reportOf).load(hash)
    return report ? toWildfireReportType(report) : null
  }

  @Can('source:write')
  @Mutation(() => ProviderTestPayload, {
    description: 'Asks WildFire for the verdict on a well-known file with the settings given; saves nothing. Uses one query of the quota.',
  })
  async wildfireTest(
    @Arg('input', () => WildfireTestInput) { sourceId, apiKey, apiUrl }: WildfireTestInput,
    @Ctx() context: Context,
  ): Promise<ProviderTestPayload> {
    return withUserErrors<Omit<ProviderTestPayload, 'userErrors'>>(
      async () => ({
        test: await this.deps.tester.test(context.requireActor(), {
          sourceId: sourceId === null || sourceId === undefined ? undefined : smallKey('Source', sourceId),
          apiKey: apiKey ?? undefined,
          apiUrl: apiUrl ?? undefined,
        }),
      }),
      () => ({ test: null }),
    )
  }
}
