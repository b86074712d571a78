import { ApiScope } from '@sallyport/shared'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { DateTimeScalar, IPAddressScalar } from '../../graphql/scalars.js'
import { Payload } from '../../graphql/user-errors.js'
import type { ApiKey } from '../../platform/prisma/client.js'
import { scopesOf } from './api-key.js'

registerEnumType(ApiScope, {
  name: 'ApiScope',
  description: 'What a program may do with its key. Every scope reads alerts, incidents, sources, lists, devices and rules.',
  valuesConfig: {
    READ_ALERTS: { description: 'Reads, and nothing else.' },
    WRITE_INCIDENTS: { description: 'Works on incidents: assigns, comments, closes.' },
    WRITE_LISTS: { description: 'Adds entries to lists and takes them off; makes, changes and deletes lists.' },
    PUBLISH_LISTS: {
      description: 'Publishes lists, and approves what waits for it: versions that the guard holds, actions of match conditions.',
    },
    PUSH_DEVICES: { description: 'Pushes to devices, and pauses that.' },
    ADMIN: { description: 'All that who made the key may do.' },
  },
})

@ObjectType('ApiKey', {
  implements: NodeType,
  simpleResolvers: true,
  description: 'What a program signs in with, as `Authorization: Bearer spk_…`. It never may more than who made it.',
})
export class ApiKeyType extends NodeType {
  /** Key of who made it; not a field of the API. */
  createdById!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { description: 'Its first characters, to recognise it by.' })
  prefix!: string

  @Field(() => [ApiScope])
  scopes!: ApiScope[]

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: never.' })
  expiresAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: Date | null

  @Field(() => IPAddressScalar, { nullable: true, description: 'Where it was used from last.' })
  lastAddress!: string | null

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null
}

export const toApiKeyType = ({ id, tokenHash: _, ...key }: ApiKey): ApiKeyType => ({
  ...key,
  id: toGlobalId('ApiKey', id),
  scopes: scopesOf(key.scopes),
})

@InputType('ApiKeyCreateInput')
export class ApiKeyCreateInputType {
  @Field(() => String)
  name!: string

  @Field(() => [ApiScope])
  scopes!: ApiScope[]

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: never.' })
  expiresAt?: Date | null
}

@ObjectType('ApiKeyCreatePayload', { simpleResolvers: true })
export class ApiKeyCreatePayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true })
  apiKey!: ApiKeyType | null

  @Field(() => String, { nullable: true, description: 'The key itself. Shown once and never again.' })
  token!: string | null
}

@ObjectType('ApiKeyPayload', { simpleResolvers: true })
export class ApiKeyPayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true })
  apiKey!: ApiKeyType | null
}
