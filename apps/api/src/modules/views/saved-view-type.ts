import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { toGlobalId } from '../../graphql/global-id.js'
import { NodeType } from '../../graphql/node.js'
import { Payload } from '../../graphql/user-errors.js'
import type { SavedView } from '../../platform/prisma/client.js'

@ObjectType('SavedView', { implements: NodeType, simpleResolvers: true })
export class SavedViewType extends NodeType {
  /** Database key; not a field of the API. */
  ownerId!: string

  @Field(() => String)
  name!: string

  @Field(() => Boolean, { description: 'Everybody sees it.' })
  shared!: boolean

  @Field(() => String, { description: 'Query string of the incidents page.' })
  search!: string

  @Field(() => Int)
  position!: number

  @Field(() => Int, { description: 'Give it back with every change: a stale one is answered with CONFLICT.' })
  version!: number
}

export const toSavedViewType = ({ id, ownerId, name, shared, search, position, version }: SavedView): SavedViewType => ({
  id: toGlobalId('SavedView', id),
  ownerId,
  name,
  shared,
  search,
  position,
  version,
})

@InputType()
export class SavedViewCreateInput {
  @Field(() => String)
  name!: string

  @Field(() => String, { description: 'Query string of the incidents page.' })
  search!: string

  @Field(() => Boolean, { nullable: true })
  shared?: boolean | null
}

@InputType()
export class SavedViewUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  search?: string | null

  @Field(() => Boolean, { nullable: true })
  shared?: boolean | null

  @Field(() => Int, { nullable: true, description: 'Among one’s own, lowest first.' })
  position?: number | null
}

@InputType()
export class SavedViewDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@ObjectType('SavedViewPayload', { simpleResolvers: true })
export class SavedViewPayload extends Payload {
  @Field(() => SavedViewType, { nullable: true })
  savedView!: SavedViewType | null
}

@ObjectType('SavedViewDeletePayload', { simpleResolvers: true })
export class SavedViewDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}
