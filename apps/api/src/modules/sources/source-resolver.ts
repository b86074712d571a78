import { Arg, Args, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { smallKey, toGlobalId } from '../../graphql/global-id.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import type { Source } from '../../platform/prisma/client.js'
import { SourceCreateInput, SourceDeleteInput, SourceUpdateInput } from './source-inputs.js'
import type { SourceReadModel } from './source-read-model.js'
import type { SourceService } from './source-service.js'
import { eventsPath } from './source-tokens.js'
import { FirewallConnection, SourceType, toFirewallType, toSourceType, type FirewallType } from './source-type.js'

@ObjectType({ simpleResolvers: true })
class SourcePayload extends Payload {
  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null
}

@ObjectType({ simpleResolvers: true })
class SourceDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

@ObjectType({ simpleResolvers: true })
class SourceTokenPayload extends Payload {
  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  @Field(() => String, { nullable: true, description: 'The URL to post to; shown once.' })
  url!: string | null
}

const firewallCursor = cursorCodec('Source.firewalls', z.tuple([z.int().nonnegative()]))

export interface SourceResolverDeps {
  readonly sources: SourceReadModel
  readonly service: SourceService
  /** Where senders reach this server. */
  readonly baseUrl: () => string
}

@Can('source:read')
@Resolver(() => SourceType)
export class SourceResolver {
  constructor(private readonly deps: SourceResolverDeps) {}

  @Query(() => [SourceType])
  async sources(): Promise<SourceType[]> {
    return (await this.deps.sources.sources()).map(toSourceType)
  }

  @Query(() => SourceType, { nullable: true })
  async source(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<SourceType | null> {
    const source = await context.load(this.deps.sources.sourceById).load(smallKey('Source', id))
    return source ? toSourceType(source) : null
  }

  @FieldResolver(() => FirewallConnection)
  async firewalls(@Root() source: SourceType, @Args(() => PageArgs) args: PageArgs): Promise<Connection<FirewallType>> {
    const [afterId] = firewallCursor.decode(args.after) ?? []
    const firewalls = await this.deps.sources.firewallPage(source.sourceId, afterId, pageSize(args) + 1)
    return toConnection(firewalls.map(toFirewallType), args, firewall => firewallCursor.encode([firewall.firewallId]))
  }

  @Can('source:write')
  @Mutation(() => SourcePayload)
  async sourceCreate(@Arg('input', () => SourceCreateInput) input: SourceCreateInput, @Ctx() context: Context): Promise<SourcePayload> {
    return withUserErrors(async () => sourcePayload(await this.deps.service.create(context.requireActor(), { ...input })), sourceAsItIs)
  }

  @Can('source:write')
  @Mutation(() => SourcePayload)
  async sourceUpdate(@Arg('input', () => SourceUpdateInput) input: SourceUpdateInput, @Ctx() context: Context): Promise<SourcePayload> {
    const changes = { ...input, id: smallKey('Source', input.id) }
    return withUserErrors(async () => sourcePayload(await this.deps.service.update(context.requireActor(), changes)), sourceAsItIs)
  }

  @Can('source:write')
  @Mutation(() => SourceTokenPayload, { description: 'Makes the URL of a JSON source, or a new one; the old one ends at once.' })
  async sourceTokenRotate(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<SourceTokenPayload> {
    return withUserErrors<Omit<SourceTokenPayload, 'userErrors'>>(
      async () => {
        const { source, token } = await this.deps.service.rotateToken(context.requireActor(), smallKey('Source', id))
        return { source: toSourceType(source), url: `${this.deps.baseUrl()}${eventsPath(token)}` }
      },
      current => ({ ...sourceAsItIs(current), url: null }),
    )
  }

  @Can('source:write')
  @Mutation(() => SourceDeletePayload, { description: 'Refused while it has alerts, unless confirmed by its name.' })
  async sourceDelete(
    @Arg('input', () => SourceDeleteInput) { id, expectedVersion, confirmName }: SourceDeleteInput,
    @Ctx() context: Context,
  ): Promise<SourceDeletePayload> {
    const seen = { id: smallKey('Source', id), expectedVersion, confirmName: confirmName ?? undefined }
    return withUserErrors<Omit<SourceDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), seen)
        return { deletedId: toGlobalId('Source', seen.id) }
      },
      () => ({ deletedId: null }),
    )
  }
}

const sourcePayload = (source: Source) => ({ source: toSourceType(source) })

/** Beside userErrors: the source as it is now, where the service told it. */
const sourceAsItIs = (current: unknown): { source: SourceType | null } => ({ source: current ? toSourceType(current as Source) : null })
