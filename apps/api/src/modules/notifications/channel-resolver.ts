import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { z } from 'zod'
import { Can } from '../../graphql/can.js'
import { cursorCodec, PageArgs, pageSize, toConnection, type Connection } from '../../graphql/connection.js'
import type { Context } from '../../graphql/context.js'
import { smallKey, toGlobalId } from '../../graphql/global-id.js'
import { withUserErrors } from '../../graphql/user-errors.js'
import type { Channel } from '../../platform/prisma/client.js'
import type { ChannelReadModel } from './channel-read-model.js'
import type { ChannelService } from './channel-service.js'
import type { ChannelTester } from './channel-tester.js'
import {
  ChannelCreateInput,
  ChannelDeleteInput,
  ChannelDeletePayload,
  ChannelPayload,
  ChannelTestPayload,
  ChannelType,
  ChannelUpdateInput,
  DeliveryConnection,
  MailSettingsInput,
  MailSettingsPayload,
  MailSettingsType,
  toChannelType,
  toDeliveryType,
  toMailSettingsType,
  type DeliveryType,
} from './channel-type.js'
import type { MailSettings } from './mail-settings.js'

const deliveryCursor = cursorCodec('Channel.deliveries', z.tuple([z.string().regex(/^\d{1,18}$/)]))

export interface ChannelResolverDeps {
  readonly channels: ChannelReadModel
  readonly service: ChannelService
  readonly tester: ChannelTester
  readonly mail: MailSettings
}

@Can('channel:read')
@Resolver(() => ChannelType)
export class ChannelResolver {
  constructor(private readonly deps: ChannelResolverDeps) {}

  @Query(() => [ChannelType], { description: 'By name; at most 100.' })
  async channels(): Promise<ChannelType[]> {
    return (await this.deps.channels.channels()).map(toChannelType)
  }

  @Query(() => MailSettingsType, { nullable: true, description: 'null: no mail server is set.' })
  async mailSettings(): Promise<MailSettingsType | null> {
    const settings = await this.deps.mail.read()
    return settings ? toMailSettingsType(settings) : null
  }

  @FieldResolver(() => DeliveryConnection, { description: 'Newest first; kept for 30 days.' })
  async deliveries(@Root() { channelId }: ChannelType, @Args(() => PageArgs) args: PageArgs): Promise<Connection<DeliveryType>> {
    const [before] = deliveryCursor.decode(args.after) ?? []
    const rows = await this.deps.channels.deliveries(channelId, before === undefined ? undefined : BigInt(before), pageSize(args) + 1)
    return toConnection(rows.map(toDeliveryType), args, ({ deliveryId }) => deliveryCursor.encode([deliveryId.toString()]))
  }

  @Can('channel:write')
  @Mutation(() => ChannelPayload)
  async channelCreate(@Arg('input', () => ChannelCreateInput) input: ChannelCreateInput, @Ctx() context: Context): Promise<ChannelPayload> {
    return withUserErrors(async () => payload(await this.deps.service.create(context.requireActor(), { ...input })), asItIs)
  }

  @Can('channel:write')
  @Mutation(() => ChannelPayload)
  async channelUpdate(@Arg('input', () => ChannelUpdateInput) input: ChannelUpdateInput, @Ctx() context: Context): Promise<ChannelPayload> {
    const changes = { ...input, id: smallKey('Channel', input.id) }
    return withUserErrors(async () => payload(await this.deps.service.update(context.requireActor(), changes)), asItIs)
  }

  @Can('channel:write')
  @Mutation(() => ChannelDeletePayload)
  async channelDelete(
    @Arg('input', () => ChannelDeleteInput) input: ChannelDeleteInput,
    @Ctx() context: Context,
  ): Promise<ChannelDeletePayload> {
    const seen = { id: smallKey('Channel', input.id), expectedVersion: input.expectedVersion }
    return withUserErrors<Omit<ChannelDeletePayload, 'userErrors'>>(
      async () => {
        await this.deps.service.delete(context.requireActor(), seen)
        return { deletedId: toGlobalId('Channel', seen.id) }
      },
      () => ({ deletedId: null }),
    )
  }

  @Can('channel:write')
  @Mutation(() => ChannelTestPayload, { description: 'Sends a test message now.' })
  async channelTest(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<ChannelTestPayload> {
    return withUserErrors<Omit<ChannelTestPayload, 'userErrors'>>(
      () => this.deps.tester.test(context.requireActor(), smallKey('Channel', id)),
      () => ({ ok: false, message: '' }),
    )
  }

  @Can('channel:write')
  @Mutation(() => MailSettingsPayload)
  async mailSettingsUpdate(
    @Arg('input', () => MailSettingsInput) input: MailSettingsInput,
    @Ctx() context: Context,
  ): Promise<MailSettingsPayload> {
    return withUserErrors<Omit<MailSettingsPayload, 'userErrors'>>(
      async () => ({ mailSettings: toMailSettingsType(await this.deps.mail.update(context.requireActor(), { ...input })) }),
      () => ({ mailSettings: null }),
    )
  }
}

const payload = (channel: Channel) => ({ channel: toChannelType(channel) })

/** Beside userErrors: the channel as it is now, where the service told it. */
const asItIs = (current: unknown): { channel: ChannelType | null } => ({ channel: current ? toChannelType(current as Channel) : null })
