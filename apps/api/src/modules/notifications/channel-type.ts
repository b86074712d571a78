import { ChannelKind, DeliveryState, MailSecurity } from '@sallyport/shared'
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionTypes } from '../../graphql/connection.js'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { DateTimeScalar } from '../../graphql/scalars.js'
import { Payload } from '../../graphql/user-errors.js'
import type { Channel, Delivery } from '../../platform/prisma/client.js'
import type { StoredMailSettings } from './mail-settings.js'
import { storedNotice } from './notice.js'

for (const [name, values] of Object.entries({ ChannelKind, DeliveryState, MailSecurity })) registerEnumType(values, { name })

@ObjectType('Channel', { implements: NodeType, simpleResolvers: true })
export class ChannelType extends NodeType {
  /** Database key; not a field of the API. */
  channelId!: number

  @Field(() => String)
  name!: string

  @Field(() => ChannelKind)
  kind!: ChannelKind

  @Field(() => Boolean)
  enabled!: boolean

  @Field(() => String, { description: 'Addresses, or the URL of a webhook; of SLACK empty: its URL is a secret.' })
  target!: string

  @Field(() => Boolean)
  hasSecret!: boolean

  @Field(() => Int)
  version!: number
}

export const toChannelType = ({ id, name, kind, enabled, target, secretSealed, version }: Channel): ChannelType => ({
  id: toGlobalId('Channel', id),
  channelId: id,
  name,
  kind: kind as ChannelKind,
  enabled,
  target,
  hasSecret: secretSealed !== null,
  version,
})

@ObjectType('Delivery', { simpleResolvers: true })
export class DeliveryType {
  /** Database key; not a field of the API. */
  deliveryId!: bigint

  @Field(() => ID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => DeliveryState)
  state!: DeliveryState

  @Field(() => Int)
  attempts!: number

  @Field(() => String, { nullable: true })
  error!: string | null

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  sentAt!: Date | null
}

export const DeliveryConnection = connectionTypes('Delivery', () => DeliveryType)

export const toDeliveryType = ({ id, notice, state, attempts, error, createdAt, sentAt }: Delivery): DeliveryType => ({
  deliveryId: id,
  id: toGlobalId('Delivery', id),
  title: storedNotice.safeParse(notice).data?.title ?? '',
  state: state as DeliveryState,
  attempts,
  error,
  createdAt,
  sentAt,
})

@ObjectType('MailSettings', { simpleResolvers: true })
export class MailSettingsType {
  @Field(() => String)
  host!: string

  @Field(() => Int)
  port!: number

  @Field(() => MailSecurity)
  security!: MailSecurity

  @Field(() => String)
  username!: string

  @Field(() => Boolean)
  hasPassword!: boolean

  @Field(() => String)
  from!: string
}

export const toMailSettingsType = ({ host, port, security, username, passwordSealed, from }: StoredMailSettings): MailSettingsType => ({
  host,
  port,
  security,
  username,
  hasPassword: passwordSealed !== null,
  from,
})

@InputType()
export class ChannelCreateInput {
  @Field(() => String)
  name!: string

  @Field(() => ChannelKind)
  kind!: ChannelKind

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null

  @Field(() => String, { nullable: true })
  target?: string | null

  @Field(() => String, { nullable: true, description: 'Write-only. Key of the signature of a WEBHOOK, or the URL of SLACK.' })
  secret?: string | null
}

@InputType({ description: 'Fields left out stay as they are.' })
export class ChannelUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null

  @Field(() => String, { nullable: true })
  target?: string | null

  @Field(() => String, { nullable: true, description: 'Write-only.' })
  secret?: string | null
}

@InputType()
export class ChannelDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@InputType()
export class MailSettingsInput {
  @Field(() => String)
  host!: string

  @Field(() => Int)
  port!: number

  @Field(() => MailSecurity)
  security!: MailSecurity

  @Field(() => String, { nullable: true })
  username?: string | null

  @Field(() => String, { nullable: true, description: 'Write-only. Left out: stays, for the same server and user. Empty: none.' })
  password?: string | null

  @Field(() => String)
  from!: string
}

@ObjectType({ simpleResolvers: true })
export class ChannelPayload extends Payload {
  @Field(() => ChannelType, { nullable: true })
  channel!: ChannelType | null
}

@ObjectType({ simpleResolvers: true })
export class ChannelDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

@ObjectType({ simpleResolvers: true })
export class ChannelTestPayload extends Payload {
  @Field(() => Boolean)
  ok!: boolean

  @Field(() => String)
  message!: string
}

@ObjectType({ simpleResolvers: true })
export class MailSettingsPayload extends Payload {
  @Field(() => MailSettingsType, { nullable: true })
  mailSettings!: MailSettingsType | null
}
