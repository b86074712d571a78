import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Can } from '../../../graphql/can.js'
import type { Context } from '../../../graphql/context.js'
import { smallKey, toGlobalId } from '../../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../../graphql/user-errors.js'
import type { Feed } from '../../../platform/prisma/client.js'
import { FeedCreateInput, FeedDeleteInput, FeedFetchInput, FeedUpdateInput } from './feed-inputs.js'
import type { FeedReadModel } from './feed-read-model.js'
import type { FeedService } from './feed-service.js'
import { FeedType, toFeedType } from './feed-type.js'

@ObjectType({ simpleResolvers: true })
class FeedPayload extends Payload {
  @Field(() => FeedType, { nullable: true })
  feed!: FeedType | null
}

@ObjectType({ simpleResolvers: true })
class FeedDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

@Can('enrichment:read')
@Resolver(() => FeedType)
export class FeedResolver {
  constructor(private readonly deps: { readonly feeds: FeedReadModel; readonly service: FeedService }) {}

  @Query(() => [FeedType], { description: 'By name.' })
  async feeds(): Promise<FeedType[]> {
    return (await this.deps.feeds.feeds()).map(toFeedType)
  }

  @Can('enrichment:write')
  @Mutation(() => FeedPayload)
  async feedCreate(@Arg('input', () => FeedCreateInput) input: FeedCreateInput, @Ctx() context: Context): Promise<FeedPayload> {
    return answer(() => this.deps.service.create(context.requireActor(), { ...input }))
  }

  @Can('enrichment:write')
  @Mutation(() => FeedPayload)
  async feedUpdate(@Arg('input', () => FeedUpdateInput) input: FeedUpdateInput, @Ctx() context: Context): Promise<FeedPayload> {
    const changes = { ...input, id: smallKey('Feed', input.id) }
    return answer(() => this.deps.service.update(context.requireActor(), changes))
  }

  @Can('enrichment:write')
  @Mutation(() => FeedDeletePayload)
  async feedDelete(
    @Arg('input', () => FeedDeleteInput) { id, expectedVersion }: FeedDeleteInput,
    @Ctx() context: Context,
  ): Promise<FeedDeletePayload> {
    const seen = { id: smallKey('Feed', id), expectedVersion }
    return withUserErrors<Omit<FeedDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), seen)
        return { deletedId: toGlobalId('Feed', seen.id) }
      },
      () => ({ deletedId: null }),
    )
  }

  @Can('enrichment:write')
  @Mutation(() => FeedPayload, {
    description: 'Fetches it now, in the background. What comes is taken also when the list has shrunk or has become empty.',
  })
  async feedFetch(@Arg('input', () => FeedFetchInput) input: FeedFetchInput, @Ctx() context: Context): Promise<FeedPayload> {
    const id = smallKey('Feed', input.id)
    return answer(() => this.deps.service.fetch(context.requireActor(), id))
  }
}

/** Beside userErrors: the feed as it is now, where the service told it. */
const answer = (work: () => Promise<Feed>): Promise<FeedPayload> =>
  withUserErrors<Omit<FeedPayload, 'userErrors'>>(
    async () => ({ feed: toFeedType(await work()) }),
    current => ({ feed: current ? toFeedType(current as Feed) : null }),
  )
