import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey } from '../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import { mapLoader } from '../../platform/keyed-loader.js'
import type { FirewallService } from './firewall-service.js'
import { silentHour, type IngestCounters, type OutcomeCountRow } from './ingest-counters.js'
import { FirewallUpdateInput } from './source-inputs.js'
import { FirewallType, OutcomeCountType, toFirewallType } from './source-type.js'

@ObjectType({ simpleResolvers: true })
class FirewallPayload extends Payload {
  @Field(() => FirewallType, { nullable: true })
  firewall!: FirewallType | null
}

@Can('source:read')
@Resolver(() => FirewallType)
export class FirewallResolver {
  constructor(private readonly deps: { readonly counters: IngestCounters; readonly service: FirewallService }) {}

  private readonly charts = () => mapLoader((ids: readonly number[]) => this.deps.counters.alertsPerMinuteOfFirewalls(ids), silentHour)
  private readonly outcomeCounts = () =>
    mapLoader<number, OutcomeCountRow[]>(
      ids => this.deps.counters.outcomesOfFirewalls(ids),
      () => [],
    )

  @FieldResolver(() => [Int])
  async alertsPerMinute(@Root() firewall: FirewallType, @Ctx() context: Context): Promise<number[]> {
    return context.load(this.charts).load(firewall.firewallId)
  }

  @FieldResolver(() => [OutcomeCountType], { description: 'Of the last 24 hours.' })
  async outcomes(@Root() firewall: FirewallType, @Ctx() context: Context): Promise<OutcomeCountType[]> {
    return context.load(this.outcomeCounts).load(firewall.firewallId)
  }

  @Can('source:write')
  @Mutation(() => FirewallPayload)
  async firewallUpdate(
    @Arg('input', () => FirewallUpdateInput) input: FirewallUpdateInput,
    @Ctx() context: Context,
  ): Promise<FirewallPayload> {
    const changes = { ...input, id: smallKey('Firewall', input.id) }
    return withUserErrors<Omit<FirewallPayload, 'userErrors'>>(
      async () => ({ firewall: toFirewallType(await this.deps.service.update(context.requireActor(), changes)) }),
      () => ({ firewall: null }),
    )
  }
}
