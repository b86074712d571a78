import { Field, ID, InputType, Int } from 'type-graphql'

@InputType()
export class NamedNetworkCreateInput {
  @Field(() => String, { description: 'An address, a network in CIDR form or first-last.' })
  network!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => Boolean, { nullable: true, description: 'true unless given.' })
  own?: boolean | null
}

@InputType()
export class NamedNetworkUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  network?: string | null

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => Boolean, { nullable: true })
  own?: boolean | null
}

@InputType()
export class NamedNetworkDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}
