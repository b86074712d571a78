import { PublishedFormat, PublishedVersionState } from '@sallyport/shared'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { BigIntScalar, DateTimeScalar, IPAddressScalar } from '../../graphql/scalars.js'
import { Payload } from '../../graphql/user-errors.js'
import type { ListRow } from '../lists/index.js'
import type { CredentialRow, FetchRow, VersionRow } from './publish-read-model.js'

registerEnumType(PublishedFormat, { name: 'PublishedFormat' })
registerEnumType(PublishedVersionState, { name: 'PublishedVersionState' })

@ObjectType('Publishing', { simpleResolvers: true })
export class PublishingType {
  /** Not a field of the API. */
  list!: ListRow

  @Field(() => Int)
  guardPercent!: number

  @Field(() => Int)
  guardEntries!: number

  @Field(() => Boolean)
  aggregate!: boolean

  @Field(() => Boolean)
  trailingSlash!: boolean

  @Field(() => [String])
  allowedNetworks!: string[]
}

@ObjectType('PublishedUrl', { simpleResolvers: true })
export class PublishedUrlType {
  @Field(() => PublishedFormat)
  format!: PublishedFormat

  @Field(() => String)
  url!: string

  @Field(() => DateTimeScalar, { nullable: true, description: 'null: it stays.' })
  retiresAt!: Date | null
}

@ObjectType('PublishedVersion', { simpleResolvers: true })
export class PublishedVersionType {
  /** Not a field of the API. */
  decidedById!: string | null

  @Field(() => ID)
  id!: string

  @Field(() => Int)
  number!: number

  @Field(() => PublishedVersionState)
  state!: PublishedVersionState

  @Field(() => Int)
  entryCount!: number

  @Field(() => Int)
  added!: number

  @Field(() => Int)
  removed!: number

  @Field(() => Int, { nullable: true })
  rollbackOf!: number | null

  @Field(() => DateTimeScalar)
  createdAt!: Date

  @Field(() => DateTimeScalar, { nullable: true })
  inForceAt!: Date | null

  @Field(() => [String], { description: 'First 500 of each, against the version in force before.' })
  addedEntries!: string[]

  @Field(() => [String])
  removedEntries!: string[]
}

@ObjectType('PublishedFetch', { simpleResolvers: true })
export class PublishedFetchType {
  /** Not a field of the API. */
  credentialId!: number

  @Field(() => IPAddressScalar)
  address!: string

  @Field(() => Int)
  version!: number

  @Field(() => Int)
  status!: number

  @Field(() => DateTimeScalar)
  fetchedAt!: Date

  @Field(() => BigIntScalar)
  count!: string

  @Field(() => String, { nullable: true })
  userAgent!: string | null
}

@ObjectType('PublishCredential', { simpleResolvers: true, implements: NodeType })
export class PublishCredentialType extends NodeType {
  /** Not fields of the API. */
  credentialId!: number
  listIds!: number[]

  @Field(() => String)
  name!: string

  @Field(() => String)
  username!: string

  @Field(() => Boolean)
  disabled!: boolean

  @Field(() => DateTimeScalar)
  createdAt!: Date
}

@ObjectType({ simpleResolvers: true })
export class PublishCredentialCreatePayload extends Payload {
  @Field(() => PublishCredentialType, { nullable: true })
  credential!: PublishCredentialType | null

  @Field(() => String, { nullable: true })
  password!: string | null
}

@ObjectType({ simpleResolvers: true })
export class PublishCredentialPayload extends Payload {
  @Field(() => PublishCredentialType, { nullable: true })
  credential!: PublishCredentialType | null
}

export function toPublishingType(list: ListRow): PublishingType {
  const { guardPercent, guardEntries, aggregate, trailingSlash, allowedNetworks } = list
  return { list, guardPercent, guardEntries, aggregate, trailingSlash, allowedNetworks }
}

export const toPublishedVersionType = (version: VersionRow): PublishedVersionType => ({
  ...version,
  id: toGlobalId('PublishedVersion', version.id),
})

export const toPublishedFetchType = (fetch: FetchRow): PublishedFetchType => fetch

export const toPublishCredentialType = ({ id, disabledAt, ...credential }: CredentialRow): PublishCredentialType => ({
  ...credential,
  id: toGlobalId('PublishCredential', id),
  credentialId: id,
  disabled: disabledAt !== null,
})
