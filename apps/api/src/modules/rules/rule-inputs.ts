import { RuleMode } from '@sallyport/shared'
import { Field, ID, InputType, Int } from 'type-graphql'
import { JsonScalar } from '../../graphql/scalars.js'

@InputType()
export class RuleCreateInput {
  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => RuleMode, { nullable: true })
  mode?: RuleMode | null

  @Field(() => Boolean, { nullable: true })
  stopAfterMatch?: boolean | null

  @Field(() => JsonScalar)
  definition!: unknown

  @Field(() => Int, { nullable: true })
  maxEntriesPerHour?: number | null

  @Field(() => Int, { nullable: true, description: 'From 1 on; behind all others unless given.' })
  position?: number | null
}

@InputType()
export class RuleUpdateInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => RuleMode, { nullable: true })
  mode?: RuleMode | null

  @Field(() => Boolean, { nullable: true })
  stopAfterMatch?: boolean | null

  @Field(() => JsonScalar, { nullable: true })
  definition?: unknown

  @Field(() => Int, { nullable: true })
  maxEntriesPerHour?: number | null

  @Field(() => Int, { nullable: true })
  position?: number | null
}

@InputType()
export class RuleDeleteInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number
}

@InputType()
export class RuleReturnInput {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  expectedVersion!: number

  @Field(() => Int)
  number!: number
}

@InputType()
export class RulesReorderInput {
  @Field(() => [ID], { description: 'These first, in their order; others follow as they stand.' })
  ids!: string[]
}

@InputType()
export class RulesImportInput {
  @Field(() => JsonScalar, { description: 'As Query.rulesExport gives it.' })
  rules!: unknown
}

@InputType()
export class RuleMatchDecideInput {
  @Field(() => [ID])
  ids!: string[]

  @Field(() => Boolean)
  approve!: boolean
}
