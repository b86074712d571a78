import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey, toGlobalId } from '../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import type { NamedNetwork } from '../../platform/prisma/client.js'
import type { NamedNetworkReadModel } from './named-network-read-model.js'
import type { NamedNetworkService } from './named-network-service.js'
import type { PlaceFinder } from './place-finder.js'
import { NamedNetworkCreateInput, NamedNetworkDeleteInput, NamedNetworkUpdateInput } from './place-inputs.js'
import { GeoDatabaseType, NamedNetworkType, toGeoDatabaseType, toNamedNetworkType } from './place-type.js'

@ObjectType({ simpleResolvers: true })
class NamedNetworkPayload extends Payload {
  @Field(() => NamedNetworkType, { nullable: true })
  namedNetwork!: NamedNetworkType | null
}

@ObjectType({ simpleResolvers: true })
class NamedNetworkDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

export interface PlacesResolverDeps {
  readonly networks: NamedNetworkReadModel
  readonly service: NamedNetworkService
  readonly places: Pick<PlaceFinder, 'databases'>
}

@Can('enrichment:read')
@Resolver(() => NamedNetworkType)
export class PlacesResolver {
  constructor(private readonly deps: PlacesResolverDeps) {}

  @Query(() => [NamedNetworkType], { description: 'In the order of their addresses.' })
  async namedNetworks(): Promise<NamedNetworkType[]> {
    return (await this.deps.networks.networks()).map(toNamedNetworkType)
  }

  @Query(() => [GeoDatabaseType], { description: 'The local databases that places come from, usable or not.' })
  async geoDatabases(): Promise<GeoDatabaseType[]> {
    return this.deps.places.databases().map(toGeoDatabaseType)
  }

  @Can('enrichment:write')
  @Mutation(() => NamedNetworkPayload)
  async namedNetworkCreate(
    @Arg('input', () => NamedNetworkCreateInput) input: NamedNetworkCreateInput,
    @Ctx() context: Context,
  ): Promise<NamedNetworkPayload> {
    return answer(() => this.deps.service.create(context.requireActor(), { ...input }))
  }

  @Can('enrichment:write')
  @Mutation(() => NamedNetworkPayload)
  async namedNetworkUpdate(
    @Arg('input', () => NamedNetworkUpdateInput) input: NamedNetworkUpdateInput,
    @Ctx() context: Context,
  ): Promise<NamedNetworkPayload> {
    const changes = { ...input, id: smallKey('NamedNetwork', input.id) }
    return answer(() => this.deps.service.update(context.requireActor(), changes))
  }

  @Can('enrichment:write')
  @Mutation(() => NamedNetworkDeletePayload)
  async namedNetworkDelete(
    @Arg('input', () => NamedNetworkDeleteInput) { id, expectedVersion }: NamedNetworkDeleteInput,
    @Ctx() context: Context,
  ): Promise<NamedNetworkDeletePayload> {
    const seen = { id: smallKey('NamedNetwork', id), expectedVersion }
    return withUserErrors<Omit<NamedNetworkDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), seen)
        return { deletedId: toGlobalId('NamedNetwork', seen.id) }
      },
      () => ({ deletedId: null }),
    )
  }
}

/** Beside userErrors: the network as it is now, where the service told it. */
const answer = (work: () => Promise<NamedNetwork>): Promise<NamedNetworkPayload> =>
  withUserErrors<Omit<NamedNetworkPayload, 'userErrors'>>(
    async () => ({ namedNetwork: toNamedNetworkType(await work()) }),
    current => ({ namedNetwork: current ? toNamedNetworkType(current as NamedNetwork) : null }),
  )
