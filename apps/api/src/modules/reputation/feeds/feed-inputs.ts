import { FeedFormat, FeedKind } from '@sallyport/shared'
import { Field, ID, InputType, Int } from 'type-graphql'
// Registers the enums, too.
import './feed-type.js'

@InputType()
export class FeedCreateInput {
  @Field(() => String)
  name!: string

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null

  @Field(() => FeedKind)
  kind!: FeedKind

  @Field(() => String)
  location!: string

  @Field(() => FeedFormat, { nullable: true })
  format?: FeedFormat | null

  @Field(() => Int, { nullable: true })
  csvColumn?: number | null

  @Field(() => Int, { nullable: true })
  intervalSeconds?: number | null

  @Field(() => Int, { nullable: true })
  score?: number | null

  @Field(() => Int, { nullable: true })
  weight?: number | null
}

@InputType()
export class FeedUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null

  @Field(() => String, { nullable: true })
  location?: string | null

  @Field(() => FeedFormat, { nullable: true })
  format?: FeedFormat | null

  @Field(() => Int, { nullable: true })
  csvColumn?: number | null

  @Field(() => Int, { nullable: true })
  intervalSeconds?: number | null

  @Field(() => Int, { nullable: true })
  score?: number | null

  @Field(() => Int, { nullable: true })
  weight?: number | null
}

@InputType()
export class FeedDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@InputType()
export class FeedFetchInput {
  @Field(() => ID)
  id!: string
}
