import { Field, ID, InputType, Int } from 'type-graphql'

@InputType()
export class ListPublishInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => Int, { nullable: true })
  guardPercent?: number | null

  @Field(() => Int, { nullable: true })
  guardEntries?: number | null

  @Field(() => Boolean, { nullable: true })
  aggregate?: boolean | null

  @Field(() => Boolean, { nullable: true })
  trailingSlash?: boolean | null

  @Field(() => [String], { nullable: true })
  allowedNetworks?: string[] | null
}

@InputType()
export class ListUnpublishInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@InputType()
export class PublishedPathRotateInput {
  @Field(() => ID)
  listId!: string

  @Field(() => Int, { nullable: true })
  overlapSeconds?: number | null
}

@InputType()
export class PublishedVersionDecideInput {
  @Field(() => ID)
  listId!: string

  @Field(() => Int)
  number!: number

  @Field(() => Boolean)
  approve!: boolean
}

@InputType()
export class PublishedVersionRollBackInput {
  @Field(() => ID)
  listId!: string

  @Field(() => Int)
  number!: number
}

@InputType()
export class PublishCredentialCreateInput {
  @Field(() => String)
  name!: string

  @Field(() => String)
  username!: string

  @Field(() => [ID], { nullable: true })
  listIds?: string[] | null
}

@InputType()
export class PublishCredentialUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Boolean, { nullable: true })
  disabled?: boolean | null

  @Field(() => [ID], { nullable: true })
  listIds?: string[] | null
}
