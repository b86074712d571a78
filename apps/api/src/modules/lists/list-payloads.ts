import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Payload } from '../../graphql/user-errors.js'
import { BlockExplanationType, EntriesPreviewType, ListEntryType, ListType, ProtectionType } from './list-type.js'

@ObjectType({ simpleResolvers: true })
export class ListPayload extends Payload {
  @Field(() => ListType, { nullable: true })
  list!: ListType | null
}

@ObjectType({ simpleResolvers: true })
export class ListDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}

@ObjectType({ simpleResolvers: true })
export class ListEntriesAddPayload extends Payload {
  @Field(() => ListType, { nullable: true })
  list!: ListType | null

  @Field(() => Int)
  added!: number

  @Field(() => EntriesPreviewType, { nullable: true })
  preview!: EntriesPreviewType | null
}

@ObjectType({ simpleResolvers: true })
export class ListEntryPayload extends Payload {
  @Field(() => ListEntryType, { nullable: true })
  entry!: ListEntryType | null
}

@ObjectType({ simpleResolvers: true })
export class ListEntriesRemovePayload extends Payload {
  @Field(() => Int)
  removed!: number

  @Field(() => [ListType])
  lists!: ListType[]
}

@ObjectType({ simpleResolvers: true })
export class UnblockPayload extends Payload {
  @Field(() => Int)
  removed!: number

  @Field(() => [BlockExplanationType])
  explanation!: BlockExplanationType[]
}

@ObjectType({ simpleResolvers: true })
export class ProtectionPayload extends Payload {
  @Field(() => ProtectionType, { nullable: true })
  protection!: ProtectionType | null

  @Field(() => Int, { description: 'Entries that were taken off lists because they are protected now.' })
  removedEntries!: number
}

@ObjectType({ simpleResolvers: true })
export class ProtectionDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  deletedId!: string | null
}
